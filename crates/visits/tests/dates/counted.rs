//! Dates that are counted from the article's or from one another.

use super::check;

#[test]
fn a_weekday_is_the_last_one_unless_a_plan_leads_to_it() {
    check(
        "
2026-01-12 | Premier Brand arrived [Friday] in Port Vale. | 2026-01-09
2026-01-12 | Premier Brand arrived in Port Vale on [Monday]. | 2026-01-12
2026-01-12 | Premier Brand will arrive in Port Vale on [Friday]. | 2026-01-16
2026-01-12 | Premier Brand is to arrive in Port Vale [Friday]. | 2026-01-16
2026-01-12 | The vote is scheduled for [Thursday]. | 2026-01-15
2026-01-12 | On [Friday], the king will receive the premier. | 2026-01-16
2026-01-12 | On [Friday], the king received the premier. | 2026-01-09
2026-01-12 | The bid had been due to expire [Friday]. | 2026-01-09
2026-01-12 | She spoke on [Sunday, Jan. 11], in Norland. | 2026-01-11
2026-01-12 | He resigned [last Friday]. | 2026-01-09
2026-01-12 | He resigned [last Monday]. | 2026-01-05
2026-01-12 | He resigned [this past Friday]. | 2026-01-09
2026-01-12 | He will resign [this Friday]. | 2026-01-16
2026-01-12 | He will resign [this coming Friday]. | 2026-01-16
2026-01-12 | He will resign [next Friday]. | 2026-01-23 → 2026-01-23?
2026-01-15 | He will resign [next Tuesday]. | 2026-01-20
2026-01-12 | He will resign on [Friday of next week]. | 2026-01-23
2026-01-12 | He resigned on [Wednesday of last week]. | 2026-01-07
2026-01-12 | The share was 7% before [Friday]'s purchases. | 2026-01-09
2026-01-12 | The [three-week] fast beginning [Sunday] is kept by all. | P3W → -; 2026-01-18
2026-01-12 | The hearing opens [Thursday], and Selin is meeting Brand [Friday]. | 2026-01-15; 2026-01-16
2026-01-12 | An aide said Selin would meet Brand on [Friday]. | 2026-01-16
2026-01-12 | The [Tuesday] deadline passed. | 2026-01-06
2026-01-12 | [Friday]'s vote was close. | 2026-01-09
2026-01-12 | The statement came [late Friday]. | 2026-01-09
2026-01-12 | He will be back by [Thursday]. | 2026-01-15
",
    );
}

#[test]
fn days_weeks_months_and_years_are_counted_from_the_article() {
    check(
        "
2026-01-12 | They meet [today] and [tomorrow], as they did [yesterday]. | 2026-01-12; 2026-01-13; 2026-01-11
2026-01-12 | He left [the day before yesterday] and returns [the day after tomorrow]. | 2026-01-10; 2026-01-14
2026-01-12 | It was decided [last week]. | 2026-W02 → [2026-01-05..2026-01-11]
2026-01-12 | It is decided [this week] or [next week]. | 2026-W03 → [2026-01-12..2026-01-18]; 2026-W04 → [2026-01-19..2026-01-25]
2026-01-12 | It was decided [last weekend]. | 2026-W02-WE → [2026-01-10..2026-01-11]
2026-01-12 | It was decided over [the weekend]. | 2026-W02-WE → [2026-01-10..2026-01-11]
2026-01-14 | It will be decided over [the weekend]. | 2026-W03-WE → [2026-01-17..2026-01-18]
2026-01-12 | It was decided [last month], not [this month]. | 2025-12; 2026-01
2026-01-12 | The summit is [next month]. | 2026-02
2026-01-12 | It grew [last year] and will grow [this year] and [next year]. | 2025; 2026; 2027
2026-01-12 | It was decided in [the past year]. | 2025 → [2025-01-12..2026-01-12]
2026-01-12 | It was founded [last century]. | 19 → [1901..2000]
2026-01-12 | It will double [this decade]. | 202 → [2020..2029]
2026-01-12 | It was decided [earlier this month]. | 2026-01 → [2026-01-01..2026-01-12]
2026-01-12 | It will be decided [later this month]. | 2026-01 → [2026-01-12..2026-01-31]
2026-01-12 | It was decided [early last year]. | 2025
2026-01-12 | It will be decided [early next week]. | 2026-W04 → [2026-01-19..2026-01-25]
2026-01-12 | It will be decided [sometime next year]. | 2027
2026-01-12 | It is due at [the end of the month]. | 2026-01
2026-01-12 | It is due by [the end of the year]. | 2026
2025-12-20 | He will visit Norland [early in the new year]. | 2026
2026-01-12 | It will be over [the week after next]. | 2026-W05 → [2026-01-26..2026-02-01]
2026-01-12 | It was over on [the 5th of last month]. | 2025-12-05
2026-01-12 | It grew until [midyear]. | 2026
2026-01-12 | The accord is dated [around May 5, 2025]. | 2025-05-05 → 2025-05-05~
2026-01-12 | It is due by [year-end]. | 2026-12-31
2026-01-12 | It is due by [year's end]. | 2026
2026-01-12 | He chose Norland at [the beginning of the new year]. | 2026
2026-01-12 | He resigned [last May]. | 2025-05
2026-01-12 | He will resign [next May]. | 2026-05
2026-01-12 | It will be over [this September]. | 2026-09
2026-01-12 | It was over in [June last year]. | 2025-06
2026-01-12 | It will be over in [June of this year]. | 2026-06
2026-01-12 | It was over [late last July]. | 2025-07
2026-01-12 | It was in [mid-November], not in [early November] or at [the end of October]. | 2025-11; 2025-11; 2025-10
2026-01-12 | The group fell apart in [mid-1996]. | 1996
2026-01-12 | It opened in [early 1991]. | 1991
2022-10-03 | The trip is planned for [the week of October 10]. | 2022-W41 → [2022-10-10..2022-10-16]
2023-06-01 | The trip is planned for [the week of June 11]. | 2023-W24 → [2023-06-11..2023-06-17]
2026-01-12 | It fell in [the first week of January]. | 2026-W01 → [2026-01-01..2026-01-07]
2026-01-12 | It closes on [the last day of 2026]. | 2026-12-31
2026-01-12 | Elections will be held on [the first Monday of May]. | 2026-05-04
2026-01-12 | It begins on [the 15th of this month]. | 2026-01-15
",
    );
}

#[test]
fn distances_are_as_sharp_as_their_unit() {
    check(
        "
2026-01-12 | They met [two days ago]. | 2026-01-10
2026-01-12 | They met [three weeks ago]. | 2025-W52 → [2025-12-22..2025-12-28]
2026-01-12 | They met [two months ago]. | 2025-11 → 2025-11~
2026-01-12 | They met [five years ago]. | 2021 → 2021~
2026-01-12 | They met [two decades ago]. | 200 → [2000..2009]
2026-01-12 | [Just over two months ago], Selin's state visit to Norland began. | 2025-11 → [2025-10-25..2025-11-12]
2026-03-31 | [A little more than one month ago], the talks began. | 2026-02 → [2026-02-10..2026-02-28]
2026-01-12 | They met [more than three months ago]. | 2025-10 → [2025-09-12..2025-10-12]
2026-01-12 | They met [nearly two months ago]. | 2025-11 → [2025-11-12..2025-11-30]
2026-01-12 | They met [about two years ago]. | 2024 → 2024~
2026-01-12 | They met [a year and a half ago]. | 2024-07 → 2024-07~
2026-01-12 | They met [a few years ago], or [long ago], or [months ago]. | PAST_REF → -; PAST_REF → -; PAST_REF → -
2026-01-12 | They will meet [two weeks from now]. | 2026-W05 → [2026-01-26..2026-02-01]
2026-01-12 | They will meet in [two weeks' time]. | 2026-W05 → [2026-01-26..2026-02-01]
2026-01-12 | The dynasty ended [300 years ago]. | 1726 → 1726~
2026-01-12 | The dynasty began [3,000 years ago]. | XXXX → -
",
    );
}

#[test]
fn anaphors_are_counted_from_what_the_text_speaks_of() {
    check(
        "
2026-01-12 | On [Jan. 5] he met the king and [the following day] the premier. | 2026-01-05; 2026-01-06
2026-01-12 | On [Jan. 5] he met the king and [the next day] the premier. | 2026-01-05; 2026-01-06
2026-01-12 | On [Jan. 5] he met the king and on [the same day] the premier. | 2026-01-05; 2026-01-05
2026-01-12 | On [Jan. 5] he met the king; [that day] it rained. | 2026-01-05; 2026-01-05
2026-01-12 | On [Jan. 5] he met the king; [that month] it snowed. | 2026-01-05; 2026-01
2026-01-12 | On [Jan. 5] he met the king. He had come [a day earlier]. | 2026-01-05; 2026-01-04
2026-01-12 | On [Jan. 5] he met the king. He left [two days later]. | 2026-01-05; 2026-01-07
2026-01-12 | On [Jan. 5] he met the king. He had come [the day before]. | 2026-01-05; 2026-01-04
2026-01-12 | On [May 22, 1995], he was promoted, and [the following year] he resigned. | 1995-05-22; 1996
2026-01-12 | In [1988] he was promoted. He resigned in [March of that year]. | 1988; 1988-03
2026-01-12 | In [1985] he was promoted. [Two years later] he resigned. | 1985; 1987
2026-01-12 | In [January] they met. [The following month] they parted. | 2026-01; 2026-02
2026-01-12 | On [Jan. 5] he met the king, an aide said [Friday]. [The following day] he left. | 2026-01-05; 2026-01-09; 2026-01-06
2026-01-12 | On [Jan. 5] he met the king. [The previous Friday] he met the queen. | 2026-01-05; 2026-01-02
2026-01-12 | He arrived [later in the day]. | 2026-01-12
2026-01-12 | On [Friday] he arrived in Port Vale. [That evening] he met the king. | 2026-01-09; 2026-01-09TEV → 2026-01-09
2026-01-12 | [The following day] he left. | XXXX-XX-XX → -
",
    );
}

#[test]
fn an_undated_article_resolves_only_what_stands_alone() {
    check(
        "
- | He came on [Jan. 5] and left on [January 7, 2026]. | XXXX-01-05 → -; 2026-01-07
- | He came on [Friday], [last week], in [May], [last year]. | XXXX-WXX-5 → -; XXXX-WXX → -; XXXX-05 → -; XXXX → -
- | He came [yesterday] at [5 p.m.] or [two months ago]. | XXXX-XX-XX → -; XXXX-XX-XXT17:00 → -; XXXX-XX → -
- | He came in [1996] and left [the following year]. | 1996; 1997
- | He came on [January 7, 2026], and left [two days later]. | 2026-01-07; 2026-01-09
- | It lasted [four days] in [the 1990s]. | P4D → -; 199 → [1990..1999]
- | He stayed from [Jan. 5 to 7]. | XXXX-01-05/XXXX-01-07 → -
",
    );
}

#[test]
fn nothing_counted_from_the_article_is_sharper_than_its_date() {
    check(
        "
2026-01 | They met [yesterday], on [Jan. 5] and [last month]. | XXXX-XX-XX → -; 2026-01-05; 2025-12
2026-01 | They met [just over two months ago] or [earlier this month]. | 2025-11 → 2025-11~; 2026-01
2026 | They met on [Jan. 5] and [last year]. | XXXX-01-05 → -; 2025
2026 | They met on [Jan. 5, 2026], and [the following day]. | 2026-01-05; 2026-01-06
",
    );
}
