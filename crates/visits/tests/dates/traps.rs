//! What looks like a date and is none.

use super::check;

#[test]
fn what_is_no_date_is_left_alone() {
    check(
        "
2026-01-12 | The 31 February, Feb. 30 and April 31, 2026, do not exist. |
2026-01-12 | Neither does 2026-02-30, 13/45/2020 or 0000-00-00. |
2026-01-12 | Article 5 may march on the fall of the wall. |
2026-01-12 | You may go. May the best win. They march. |
2018-02-02 | Premier Tessa May was received by May and Brand; a letter from May followed. |
2018-02-02 | However, May said that Brand and May met. |
2018-02-02 | March Hare, June Vane and April Selin talked to August Brand. |
2026-01-12 | April Selin and August Brand met June Vane. |
2026-01-12 | The Sun, the Sunday Times and Black Monday are names. |
2026-01-12 | It cost $1990 and some 2000 people came; 1984 troops and flight 1549 too. |
2026-01-12 | Resolution 1701 and 2,026 soldiers; 1998.5 points; page 1945. |
2026-01-12 | Call 555-1990-22 for no. 1989. |
2026-01-12 | A second look, a third way, a quarter of them, three quarters of all. |
2026-01-12 | He is 52 years old, she a 40-year-old, and both 55 years of age. |
2026-01-12 | The China Daily and the Weekly Standard wrote of it. |
2026-01-12 | The price was 2.46 guilders at 2.46 or 3:1. |
2026-01-12 | We spring into action; prices fall. |
2026-01-12 | The two sides exchanged visits twice; 15 documents were signed. |
2026-01-12 | World War II and the Second Republic. |
2026-01-12 | The B1990 and the A2000 sat. |
2026-01-12 | Last but not least, the next door and the last word. |
2026-01-12 | One of 20 countries, ten percent, a hundred dollars. |
",
    );
}
