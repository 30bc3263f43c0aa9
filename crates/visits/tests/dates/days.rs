//! Days, months and ranges.

use super::check;

#[test]
fn days_and_months_are_read_in_every_usual_form() {
    check(
        "
2026-01-12 | On [Jan. 5], President Arda Selin held talks with Premier Otto Brand. | 2026-01-05
2026-01-12 | She was sworn in on [January 5, 2021]. | 2021-01-05
2026-01-12 | He left on [5 January 2026] for Lunavia. | 2026-01-05
2026-01-12 | They signed it on [the 5th of January]. | 2026-01-05
2026-01-12 | It was dated [Monday, January 5, 2026], and sealed. | 2026-01-05
2026-01-12 | Talks opened on [Monday, 5 January]. | 2026-01-05
2026-01-12 | Talks opened on [Mon., Jan. 5], in Port Vale. | 2026-01-05
2026-01-12 | Talks opened on [Monday Jan. 5]. | 2026-01-05
2026-01-12 | The accord of [Oct.30, 2025], was hailed. | 2025-10-30
2026-01-12 | The accord of [October 30 2025] was hailed. | 2025-10-30
2026-01-12 | The treaty was signed on [3 Sept 1939]. | 1939-09-03
1998-03-05 | The day of women is on [March eighth]. | 1998-03-08
2026-01-12 | It falls on [the Fourth of July] this time. | 2025-07-04
2026-01-12 | It entered into force in [February 1947]. | 1947-02
2026-01-12 | It entered into force in [February of 1947]. | 1947-02
2026-01-12 | It entered into force in [February, 1947], he said. | 1947-02
2026-01-12 | They met in [June '98] in Lunavia. | 1998-06
2026-01-12 | They met in [January nineteen ninety-seven]. | 1997-01
2026-01-12 | The file is dated [2026-01-05]. | 2026-01-05
2026-01-12 | The file is dated [2026/01/05]. | 2026-01-05
2026-01-12 | The file is dated [10/26/89]. | 1989-10-26
2026-01-12 | The file is dated [26/10/1989]. | 1989-10-26
2026-01-12 | The file is dated [5.1.2026]. | 2026-01-05
2026-01-12 | The file is dated [04/05/2025]. | 2025-04-05 → 2025-04-05?
2026-01-12 | The file is dated [2026-01]. | 2026-01
2026-01-12 | It has been so since [the month of May]. | 2025-05
2026-01-12 | His [November 1995] visit to Lunavia was his last. | 1995-11
2026-01-12 | It was [Saturday, April 25, 1998]. | 1998-04-25
2026-01-12 | It was [Friday, April 25, 1998], the paper says. | 1998-04-25 → 1998-04-25?
",
    );
}

#[test]
fn the_year_of_a_day_is_the_nearest_and_rolls_over_at_its_end() {
    check(
        "
2026-01-12 | On [Dec. 30], Premier Brand met the king. | 2025-12-30
2024-12-19 | Secretary Vane will travel to Lunavia on [January 9]. | 2025-01-09
2024-12-19 | Secretary Vane will travel to Lunavia from [January 9 to 12]. | 2025-01-09/2025-01-12
2024-12-19 | He will be away from [December 30] to [January 2]. | 2024-12-30 → 2024-12-30/2025-01-02; 2025-01-02 → 2024-12-30/2025-01-02
2024-12-19 | He will be away from [December 30] to [January 2, 2025]. | 2024-12-30 → 2024-12-30/2025-01-02; 2025-01-02 → 2024-12-30/2025-01-02
1998-02-06 | The record was set on [Aug. 6]. | 1997-08-06
1998-02-06 | The talks will resume on [Aug. 6]. | 1998-08-06
2026-01-12 | The leap day, [Feb. 29], was cold. | 2024-02-29
2026-01-12 | The summit opens on [Monday, April 27]. | 2026-04-27
2026-01-12 | The accord of [May] was followed by others. | 2025-05
1989-10-31 | Sales rose in [the year] ended [Jan. 31]. | P1Y → -; 1989-01-31
1998-02-06 | The rate is off its record high set on [Aug. 6]. | 1997-08-06
1989-10-27 | It was sold under a [June] agreement with Brandco. | 1989-06
1998-02-06 | After a revision [Friday] to [December]'s figures it fell. | 1998-02-06; 1997-12
2026-01-12 | They won 3-1 [Jan. 5] and 4-2 [Jan. 7]. | 2026-01-05; 2026-01-07
2026-01-12 | Mayor Tessa Vane meets [May 5]. | 2026-05-05
2018-02-02 | Premier May will be back in [May] or by [March]. | 2018-05; 2018-03
2026-01-12 | The summit was held in [December]. | 2025-12
2026-01-12 | The summit will be held in [December]. | 2026-12
2026-01-12 | The summit is to be held in [March]. | 2026-03
2026-01-12 | The ministers agreed in [June] to buy it. | 2025-06
2026-01-12 | They must report by [March]. | 2026-03
2026-01-12 | We look forward to hosting you in [May]. | 2026-05
2026-01-12 | In [March] 20 people died, and in [May] 5 percent more. | 2025-03; 2025-05
2026-01-12 | They met in [June], [July] or [August]. | 2025-06; 2025-07; 2025-08
2026-01-12 | They will meet in [June], [July] or [August]. | 2026-06; 2026-07; 2026-08
",
    );
}

#[test]
fn ranges_are_intervals() {
    check(
        "
2024-09-24 | President Vane will travel to Lunavia from [October 10 to 15]. | 2024-10-10/2024-10-15
2023-04-05 | He will be in Port Vale from [April 11-12] to mark it. | 2023-04-11/2023-04-12
2023-05-30 | She travels to Lunavia [June 3 to 6]. | 2023-06-03/2023-06-06
2026-01-03 | President Selin will visit Norland from [Jan. 4 to 6]. | 2026-01-04/2026-01-06
2026-01-03 | President Selin's [Jan. 4-7] visit is his first. | 2026-01-04/2026-01-07
2023-11-01 | The summit runs [November 13th-16th]. | 2023-11-13/2023-11-16
2022-10-28 | She will attend the [November 18-19] Leaders' Meeting. | 2022-11-18/2022-11-19
2022-04-01 | The visit of [4–7 April 2022] was announced. | 2022-04-04/2022-04-07
2022-04-01 | The visit will last from [4 to 7 April]. | 2022-04-04/2022-04-07
2022-04-01 | They meet on [April 4 and 5]. | 2022-04-04/2022-04-05
2022-04-01 | They meet on [April 4, 5 and 6]. | 2022-04-04/2022-04-06
2022-04-01 | They meet on [April 4 through 6, 2023]. | 2023-04-04/2023-04-06
2024-08-20 | The ships call from [August 27] through [August 29]. | 2024-08-27 → 2024-08-27/2024-08-29; 2024-08-29 → 2024-08-27/2024-08-29
2026-04-20 | Talks run [Monday, April 27], through [Thursday, April 30, 2026]. | 2026-04-27 → 2026-04-27/2026-04-30; 2026-04-30 → 2026-04-27/2026-04-30
2026-01-12 | He will be away from [27 March]–[2 April]. | 2026-03-27 → 2026-03-27/2026-04-02; 2026-04-02 → 2026-03-27/2026-04-02
2026-01-12 | He will be in Norland from [Friday] to [Sunday]. | 2026-01-16 → 2026-01-16/2026-01-18; 2026-01-18 → 2026-01-16/2026-01-18
2026-01-12 | He was in Norland from [Tuesday] to [Thursday]. | 2026-01-06 → 2026-01-06/2026-01-08; 2026-01-08 → 2026-01-06/2026-01-08
2023-12-13 | He will travel to Lunavia on [Thursday, December 14] and [Friday, December 15]. | 2023-12-14 → 2023-12-14/2023-12-15; 2023-12-15 → 2023-12-14/2023-12-15
2026-01-12 | It rained from [January] to [March]. | 2026-01 → 2026-01/2026-03; 2026-03 → 2026-01/2026-03
2026-01-12 | She led the bank from [2010] to [2014]. | 2010 → 2010/2014; 2014 → 2010/2014
2026-01-12 | She led the bank between [2010] and [2014]. | 2010 → 2010/2014; 2014 → 2010/2014
2026-01-12 | The plan ([2026-2030]) is the fifteenth. | 2026/2030
2026-01-12 | The [1990-95] war cost thousands of lives. | 1990/1995
2026-01-12 | The [2024/25] budget was passed. | 2024/2025
2026-01-12 | The vote was moved from [Jan. 20] to [Jan. 27]. | 2026-01-20; 2026-01-27
2026-01-12 | It has been on sale from [today] through [Jan. 20]. | 2026-01-12 → 2026-01-12/2026-01-20; 2026-01-20 → 2026-01-12/2026-01-20
2026-01-12 | They will meet on [Thursday] and [Friday]. | 2026-01-15 → 2026-01-15/2026-01-16; 2026-01-16 → 2026-01-15/2026-01-16
2026-01-12 | They spoke on [Friday] and [Thursday]. | 2026-01-09; 2026-01-08
2026-01-12 | They met in [January] and [April 2012]. | 2012-01; 2012-04
2026-01-12 | They met on [March 3] or [April 5, 2012]. | 2012-03-03; 2012-04-05
2026-01-12 | They meet in [June] or [July]. | 2025-06; 2025-07
1963-06-27 | NORDHAVN, [June 26] (Telegraph) - The premier spoke [today] and leaves [tomorrow]. | 1963-06-26; 1963-06-26; 1963-06-27
1963-06-27 | NORDHAVN, [June 26]. The premier spoke [today]. | 1963-06-26; 1963-06-27
1914-07-20 | The king arrived [to-day] and leaves [To-morrow]. | 1914-07-20; 1914-07-21
2025-01-03 | He was away from [December 30] to [Jan. 2]. | 2024-12-30 → 2024-12-30/2025-01-02; 2025-01-02 → 2024-12-30/2025-01-02
",
    );
}
