//! The regression corpus of date expressions. To add a case, add a line:
//!
//! ```text
//! the article's date | a sentence with [every expression in brackets] | value; value → EDTF; value → -
//! ```
//!
//! The article's date is `-` for an undated article. Each expression has its TIMEX3 value and, where it differs, its EDTF
//! date after an arrow (`-` for none). A sentence without brackets is a trap: nothing may be found in it. A `/` at the end
//! of a value that has one belongs to it. The people and places are invented; 2026-01-12 is a Monday.

use dateline_visits::dates::find;

/// Runs every line of a table and reports all that fail.
fn check(table: &str) {
    let lines = table.lines().filter(|line| !line.trim().is_empty());
    let wrong: Vec<String> = lines.filter_map(|line| failure(line).err()).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What is wrong with a line.
fn failure(line: &str) -> Result<(), String> {
    let [published, marked, expected] = line.split('|').map(str::trim).collect::<Vec<_>>()[..]
    else {
        return Err(format!("not three columns: {line}"));
    };
    let text = marked.replace(['[', ']'], "");
    let found = find(&text, published.parse().ok());
    let words = found.iter().map(|timex| &text[timex.range.clone()]);
    let got: Vec<_> = words.zip(found.iter().map(answer)).collect();
    let values = expected
        .split("; ")
        .filter(|value| !value.is_empty())
        .map(str::to_owned);
    let want: Vec<_> = marks(marked).into_iter().zip(values).collect();
    if got == want {
        Ok(())
    } else {
        Err(format!(
            "{marked} ({published})\n   want {want:?}\n   got  {got:?}"
        ))
    }
}

/// The value of an expression, and its EDTF date where that differs.
fn answer(timex: &dateline_visits::dates::Timex) -> String {
    let date = timex
        .edtf()
        .map_or_else(|| "-".to_owned(), |date| date.to_string());
    if date == timex.value {
        date
    } else {
        format!("{} → {date}", timex.value)
    }
}

/// What stands in brackets.
fn marks(marked: &str) -> Vec<&str> {
    marked
        .split('[')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(']')?.0))
        .collect()
}

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
2025-01-03 | He was away from [December 30] to [Jan. 2]. | 2024-12-30 → 2024-12-30/2025-01-02; 2025-01-02 → 2024-12-30/2025-01-02
",
    );
}

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
fn seasons_quarters_decades_and_holidays_have_their_place() {
    check(
        "
2026-01-12 | They met [last summer] and will meet [this summer]. | 2025-SU → 2025-22; 2026-SU → 2026-22
2026-01-12 | They will meet [next spring]. | 2026-SP → 2026-21
2026-01-12 | The front froze [this winter]. | 2025-WI → 2025-24
2026-01-12 | He came to power in [the summer of 2019]. | 2019-SU → 2019-22
2026-01-12 | He came to power in [the winter of 1994]. | 1994-WI → 1994-24?
2026-01-12 | He came to power in [autumn 2019]. | 2019-FA → 2019-23
2022-06-02 | The [Fall 2022] session is open. | 2022-FA → 2022-23
2026-01-12 | He came to power in [the spring of last year]. | 2025-SP → 2025-21
2026-01-12 | He came to power over [the summer]. | 2025-SU → 2025-22
1989-10-26 | Brandco reported a [third-quarter] loss. | 1989-Q3 → [1989-07..1989-09]
1989-10-26 | Brandco earned less in [the third quarter] than [a year ago]. | 1989-Q3 → [1989-07..1989-09]; 1988-Q3 → [1988-07..1988-09]
1989-10-26 | A charge will be taken in [the fourth quarter]. | 1989-Q4 → [1989-10..1989-12]
1998-01-26 | Profit fell in [the fourth quarter]. | 1997-Q4 → [1997-10..1997-12]
2026-01-12 | Profit fell in [Q3 2024]. | 2024-Q3 → [2024-07..2024-09]
2026-01-12 | The fair is planned for [Q2 of FY2026]. | 2026-Q2 → [2026-04..2026-06]
2026-01-12 | Profit fell in [the first half of 1990]. | 1990-H1 → [1990-01..1990-06]
1989-10-31 | It begins in [next year's first quarter]. | 1990-Q1 → [1990-01..1990-03]
1989-10-31 | Sales fell in [the 1988 third quarter]. | 1988-Q3 → [1988-07..1988-09]
2026-01-12 | In [fiscal 1989], and in [FY2024], sales rose. | 1989 → 1989?; 2024 → 2024?
2026-01-12 | It was built in [the 1990s], in [the early 1980s] or in [the late '60s]. | 199 → [1990..1999]; 198 → [1980..1989]; 196 → [1960..1969]
2026-01-12 | It was built in [the mid-1800s] or [the 2000s]. | 18 → [1800..1899]; 200 → [2000..2009]
2026-01-12 | The Arab Spring of [2011] is history. | 2011
2026-01-12 | It was built in [the nineties]. | 199 → [1990..1999]
2026-01-12 | It was built in [the 19th century]. | 18 → [1801..1900]
2026-01-12 | It was built in [nineteen seventy-nine]. | 1979
2026-01-12 | It will be over by [the year two thousand and thirty]. | 2030
2026-01-12 | They met on [Christmas Day]. | 2025-12-25
2026-01-12 | They met on [New Year's Eve]. | 2025-12-31
2026-01-12 | They will meet before [Easter]. | 2026-04-05
2026-01-12 | They met on [Good Friday 2025]. | 2025-04-18
2025-11-10 | They will meet after [Thanksgiving]. | 2025-11-27
2026-01-12 | They met at [last Christmas]'s dinner. | 2025-12-25
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
fn lengths_sets_and_times_have_their_values() {
    check(
        "
2026-01-12 | His [four-day] state visit ends. | P4D → -
2026-01-12 | They talked for [two hours]. | PT2H → -
2026-01-12 | They talked for [nearly an hour]. | PT1H → -
2026-01-12 | They talked for [2 1/2 hours], not [two and a half hours]. | PT2H30M → -; PT2H30M → -
2026-01-12 | They talked for [half an hour]. | PT30M → -
2026-01-12 | They talked for [a minute and a half]. | PT1M30S → -
2026-01-12 | They fought for [a year and a half]. | P1Y6M → -
2026-01-12 | They fought for [twenty-four years]. | P24Y → -
2026-01-12 | They fought for [a couple of years]. | P2Y → -
2026-01-12 | They fought for [several years]. | PXY → -
2026-01-12 | They fought for [years]. | PXY → -
2026-01-12 | They fought for [two or three months]. | PXM → -
2026-01-12 | They fought for [at least 1,000 days]. | P1000D → -
2026-01-12 | They fought for [more than two decades]. | P20Y → -
2026-01-12 | They fought for [a fortnight]. | P2W → -
2026-01-12 | They fought for [half a century]. | P50Y → -
2026-01-12 | Over [the past two months], and in [the coming five years], it grows. | P2M → -; P5Y → -
2026-01-12 | Within [a little over two months], they met twice. | P2M → -
2026-01-12 | It grew in [the first nine months] of [1997]. | P9M → -; 1997
2026-01-12 | It is a [weeklong] trip after a [two-and-a-half-year] pause. | P1W → -; P2Y6M → -
2026-01-12 | The [8-month-old] truce holds. | P8M → -
2026-01-12 | In [300 years] nobody will know. | P300Y → -
2026-01-12 | They meet [every Friday] and [each year]. | XXXX-WXX-5 → -; P1Y → -
2026-01-12 | They meet [every two weeks], [every other day], and twice [a month]. | P2W → -; P2D → -; P1M → -
2026-01-12 | The line opened at [1500 GMT] and closed at [10:30 p.m.]. | 2026-01-12T15:00 → 2026-01-12; 2026-01-12T22:30 → 2026-01-12
2026-01-12 | It ended [a full year] earlier than planned. | P1Y → -
2026-01-12 | They meet [annually] or [daily], on [Mondays] and [Tuesday nights]. | XXXX → -; XXXX-XX-XX → -; XXXX-WXX-1 → -; XXXX-WXX-2TNI → -
2026-01-12 | It costs $33 million [a year] and four flights [a week]. | P1Y → -; P1W → -
2026-01-12 | Orders march [each July]. | XXXX-07 → -
2026-01-12 | The line will open at [5 p.m. on Wednesday]. | 2026-01-14T17:00 → 2026-01-14
2026-01-12 | The line opened at [10:30 a.m. Wednesday]. | 2026-01-07T10:30 → 2026-01-07
2026-01-12 | The line opened at [noon Thursday]. | 2026-01-08T12:00 → 2026-01-08
2026-01-12 | The line opened at [5 p.m. EST Nov. 9]. | 2025-11-09T17:00 → 2025-11-09
2026-01-12 | They spoke [this morning] and [last night]. | 2026-01-12TMO → 2026-01-12; 2026-01-11TNI → 2026-01-11
2026-01-12 | [Tonight], I will travel to Norland. | 2026-01-12TNI → 2026-01-12
2026-01-12 | They spoke [Saturday night] and [yesterday afternoon]. | 2026-01-10TNI → 2026-01-10; 2026-01-11TAF → 2026-01-11
2026-01-12 | She arrived on [the evening of Jan. 5]. | 2026-01-05TEV → 2026-01-05
",
    );
}

#[test]
fn the_vague_stays_vague() {
    check(
        "
2026-01-12 | It is [now] under way, as it was [recently]. | PRESENT_REF → -; PAST_REF → -
2026-01-12 | The [current] talks will [soon] be over. | PRESENT_REF → -; FUTURE_REF → -
2026-01-12 | It grew in [recent years] and will in [coming months]. | PAST_REF → -; FUTURE_REF → -
2026-01-12 | History is not consigned to [the past]. | PAST_REF → -
2026-01-12 | In [the past], they quarrelled. | PAST_REF → -
2026-01-12 | In [the foreseeable future] they will not. | FUTURE_REF → -
2026-01-12 | It may [one day] be over, as soon as they agree. | FUTURE_REF → -
2026-01-12 | Come [as soon as possible]. | FUTURE_REF → -
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
fn what_is_no_date_is_left_alone() {
    check(
        "
2026-01-12 | The 31 February, Feb. 30 and April 31, 2026, do not exist. |
2026-01-12 | Neither does 2026-02-30, 13/45/2020 or 0000-00-00. |
2026-01-12 | Article 5 may march on the fall of the wall. |
2026-01-12 | You may go. May the best win. They march. |
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
