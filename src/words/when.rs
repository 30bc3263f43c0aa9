//! Dates in words. The words always cover the whole date: nothing is printed sharper than its source.

use dateline_model::{Aspect, Basis, Day, Edtf, Form, Precision, Qualifier};
use dateline_timeline::{Tick, Unit};

use super::locale::Locale;

/// The months as English dates write them.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The first and last day of a month that "early", "mid-" and "late" may stand for. They overlap on purpose: a stretch
/// of days gets the word that covers it whole.
const EARLY: std::ops::RangeInclusive<u8> = 1..=12;
const MID: std::ops::RangeInclusive<u8> = 10..=21;
const LATE: std::ops::RangeInclusive<u8> = 19..=31;

/// A date in words, as it stands inside a sentence: "5 January 2026", "late October or early November 2025",
/// "26–28 May 2019", "spring 2026", "about 1990".
#[must_use]
pub fn date(date: Edtf) -> String {
    let words = match date.form {
        Form::Single(precision) | Form::OpenEnd(precision) => single(date.first, precision),
        Form::Interval(from, to) => interval(date.first, from, date.last, to),
        Form::OneOf(..) => within(date.first, date.last),
    };
    let (about, uncertain) = match date.qualifier {
        Qualifier::Sure => ("", ""),
        Qualifier::Approximate => ("about ", ""),
        Qualifier::Uncertain => ("", " (uncertain)"),
        Qualifier::ApproximateAndUncertain => ("about ", " (uncertain)"),
    };
    let from = match date.form {
        Form::OpenEnd(_) => "from ",
        _ => "",
    };
    [from, about, &words, uncertain].concat()
}

/// When a visit was, as a label of its own: "Under way on 5 January 2026", "Late October or early November 2025".
#[must_use]
pub fn visit(when: Option<Edtf>, aspect: Aspect) -> String {
    let Some(when) = when else {
        return "Date not given".to_owned();
    };
    let words = date(when);
    capitalised(&match (aspect, when.form) {
        (Aspect::UnderWay, Form::Single(Precision::Day)) => format!("under way on {words}"),
        (Aspect::UnderWay, _) => format!("under way in {words}"),
        (Aspect::Start, Form::OpenEnd(_)) | (Aspect::Whole, _) => words,
        (Aspect::Start, _) => format!("from {words}"),
        (Aspect::End, _) => format!("until {words}"),
    })
}

/// The same inside a sentence or a line: "under way on 5 January 2026".
#[must_use]
pub fn visit_inline(when: Option<Edtf>, aspect: Aspect) -> String {
    let mut label = visit(when, aspect);
    // Month names keep their capital; only our own words lose it.
    if !MONTHS.iter().any(|month| label.starts_with(month))
        && let Some(first) = label.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    label
}

/// What the words do not say, and where the date was counted from: the small line under it. `words` are the article's
/// own. `None` where there is nothing to add.
#[must_use]
pub fn small_print(
    when: Option<Edtf>,
    aspect: Aspect,
    basis: Option<Basis>,
    words: Option<&str>,
    published: Option<Edtf>,
) -> Option<String> {
    let Some(when) = when else {
        return Some("Listed beside the timeline, not on it.".to_owned());
    };
    let counted = match (basis, words, published) {
        (Some(Basis::WorkedOut), Some(words), Some(published)) => Some(format!(
            "Worked out from “{words}”, counted from {}.",
            date(published)
        )),
        (Some(Basis::FromText), Some(words), _) => Some(format!(
            "Worked out from “{words}”, counted from another date in the text."
        )),
        (Some(Basis::Unclear), Some(words), _) => Some(format!("Unclear in the text: “{words}”.")),
        (Some(Basis::Stated), Some(words), Some(_)) if !names_year(words) => {
            Some("Year taken from the article’s date.".to_owned())
        }
        (Some(Basis::Stated), Some(words), _) => Some(format!("Stated: “{words}”.")),
        _ => None,
    };
    let missing = missing(when, aspect).map(str::to_owned);
    let line = super::joined(&[missing, counted], " ");
    (!line.is_empty()).then_some(line)
}

/// Whether words hold a year: four digits in a row.
fn names_year(words: &str) -> bool {
    words
        .as_bytes()
        .windows(4)
        .any(|four| four.iter().all(u8::is_ascii_digit))
}

fn missing(when: Edtf, aspect: Aspect) -> Option<&'static str> {
    match (aspect, when.form) {
        (Aspect::UnderWay, _) => Some("The article gives no first or last day."),
        (Aspect::Start, _) | (_, Form::OpenEnd(_)) => Some("The article gives no last day."),
        (Aspect::End, _) => Some("The article gives no first day."),
        (Aspect::Whole, Form::Single(Precision::Month)) => Some("The article gives no day."),
        (Aspect::Whole, Form::Single(Precision::Year | Precision::Season)) => {
            Some("The article gives no month.")
        }
        (Aspect::Whole, _) => None,
    }
}

/// "5 January 2026", "January 2026", "spring 2026", "2026".
fn single(first: Day, precision: Precision) -> String {
    let (year, month, day) = first.ymd();
    match precision {
        Precision::Day => Locale::chosen().full(&day.to_string(), month_name(month), year),
        Precision::Month => format!("{} {year}", month_name(month)),
        Precision::Season => format!("{} {}", season(month), season_years(year, month)),
        Precision::Year => year.to_string(),
    }
}

fn month_name(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or_default()
}

/// The season that begins with a month.
fn season(month: u8) -> &'static str {
    match month {
        3 => "spring",
        6 => "summer",
        9 => Locale::chosen().autumn(),
        _ => "winter",
    }
}

/// A winter lies in two years.
fn season_years(year: i32, month: u8) -> String {
    if month == 12 {
        format!("{year}–{:02}", (year + 1) % 100)
    } else {
        year.to_string()
    }
}

/// "26–28 May 2019", "30 May – 2 June 2019", "October – November 2025", "2019–2021".
fn interval(first: Day, from: Precision, last: Day, to: Precision) -> String {
    let ((y1, m1, d1), (y2, m2, d2)) = (first.ymd(), last.ymd());
    let locale = Locale::chosen();
    match (from, to) {
        (Precision::Day, Precision::Day) if (y1, m1) == (y2, m2) => {
            locale.full(&format!("{d1}–{d2}"), month_name(m1), y1)
        }
        (Precision::Day, Precision::Day) if y1 == y2 => format!(
            "{} – {}",
            locale.day(&d1.to_string(), month_name(m1)),
            single(last, to)
        ),
        (Precision::Month, Precision::Month) if y1 == y2 => {
            format!("{} – {} {y1}", month_name(m1), month_name(m2))
        }
        (Precision::Year, Precision::Year) => format!("{y1}–{y2}"),
        _ => format!(
            "{} – {}",
            single(first, from),
            single(beginning(last, to), to)
        ),
    }
}

/// The first day of the date of a precision that ends on a day.
fn beginning(last: Day, precision: Precision) -> Day {
    match precision {
        Precision::Season => last.plus(1).plus_months(-3),
        Precision::Year | Precision::Month | Precision::Day => last,
    }
}

/// A moment somewhere in a stretch of days, in the fewest words that cover it.
fn within(first: Day, last: Day) -> String {
    let ((y1, m1, d1), (y2, m2, d2)) = (first.ymd(), last.ymd());
    let months = (y2 - y1) * 12 + i32::from(m2) - i32::from(m1);
    match months {
        0 if d2.saturating_sub(d1) < 3 => format!("between {}", between_days(first, last)),
        0 => format!("{}{} {y1}", part_of_month(d1, d2), month_name(m1)),
        1 => {
            let year = if y1 == y2 {
                String::new()
            } else {
                format!(" {y1}")
            };
            let late = if LATE.contains(&d1) { "late " } else { "" };
            let early = if EARLY.contains(&d2) { "early " } else { "" };
            format!(
                "{late}{}{year} or {early}{} {y2}",
                month_name(m1),
                month_name(m2)
            )
        }
        2..24 => format!(
            "between {} and {}",
            month_year(y1, m1, y1 == y2),
            month_year(y2, m2, false)
        ),
        _ => format!("between {y1} and {y2}"),
    }
}

fn between_days(first: Day, last: Day) -> String {
    let ((_, _, d1), (year, month, d2)) = (first.ymd(), last.ymd());
    Locale::chosen().full(&format!("{d1} and {d2}"), month_name(month), year)
}

fn month_year(year: i32, month: u8, short: bool) -> String {
    if short {
        month_name(month).to_owned()
    } else {
        format!("{} {year}", month_name(month))
    }
}

fn part_of_month(from: u8, to: u8) -> &'static str {
    let inside = |part: &std::ops::RangeInclusive<u8>| part.contains(&from) && part.contains(&to);
    if inside(&EARLY) {
        "early "
    } else if inside(&MID) {
        "mid-"
    } else if inside(&LATE) {
        "late "
    } else {
        ""
    }
}

/// With a capital at its beginning. Only ASCII letters change: our own words begin with no others, and the tables for
/// all of Unicode weigh several kilobytes.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// A month of an axis: "Jan", "Feb", …
#[must_use]
pub fn short_month(day: Day) -> String {
    month_name(day.ymd().1).chars().take(3).collect()
}

/// A day of an axis: "5 Jan".
#[must_use]
pub fn short_day(day: Day) -> String {
    Locale::chosen().day(&day.ymd().2.to_string(), &short_month(day))
}

/// The months that a window shows: "February 2025 – January 2026".
#[must_use]
pub fn window(first: Day, last: Day) -> String {
    let ((y1, m1, _), (y2, m2, _)) = (first.ymd(), last.ymd());
    if (y1, m1) == (y2, m2) {
        return single(first, Precision::Month);
    }
    interval(first, Precision::Month, last, Precision::Month)
}

/// The name of a division of the axis: a month that begins a year is named by the year, and the `first` says its year in any
/// case.
#[must_use]
pub fn tick(tick: &Tick, first: bool) -> String {
    let year = tick.day.year();
    match tick.unit {
        Unit::Year => year.to_string(),
        Unit::Month if first => format!("{} {year}", short_month(tick.day)),
        Unit::Month => short_month(tick.day),
        Unit::Day => short_day(tick.day),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_whole_profile_has_words() {
        for (edtf, words) in [
            ("2026-01-05", "5 January 2026"),
            ("2026-01", "January 2026"),
            ("2026", "2026"),
            ("2026-21", "spring 2026"),
            ("2026-24", "winter 2026–27"),
            ("1999-24", "winter 1999–00"),
            ("1990~", "about 1990"),
            ("1990-05?", "May 1990 (uncertain)"),
            ("1990-05-02%", "about 2 May 1990 (uncertain)"),
            ("2019-05-26/2019-05-28", "26–28 May 2019"),
            ("2019-05-30/2019-06-02", "30 May – 2 June 2019"),
            ("2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026"),
            ("2025-10/2025-11", "October – November 2025"),
            ("2025-10/2026-01", "October 2025 – January 2026"),
            ("2019/2021", "2019–2021"),
            ("2019-22/2020-24", "summer 2019 – winter 2020–21"),
            ("2026-01-04/..", "from 4 January 2026"),
            ("2026-01/..", "from January 2026"),
            ("2026-21/..", "from spring 2026"),
            ("2026~/..", "from about 2026"),
            ("2019-05-26~/2019-05-28~", "about 26–28 May 2019"),
            ("2019-05?/2019-06-02?", "May 2019 – 2 June 2019 (uncertain)"),
            ("[2019-21..2019-22]", "between March and August 2019"),
            (
                "[2025-10-25..2025-11-12]",
                "late October or early November 2025",
            ),
            (
                "[2025-12-25..2026-01-12]",
                "late December 2025 or early January 2026",
            ),
            ("[2025-10-05..2025-11-25]", "October or November 2025"),
            ("[2025-11-03..2025-11-09]", "early November 2025"),
            ("[2025-11-10..2025-11-16]", "mid-November 2025"),
            ("[2025-11-20..2025-11-30]", "late November 2025"),
            ("[2025-11-05..2025-11-25]", "November 2025"),
            ("[2025-11-08..2025-11-09]", "between 8 and 9 November 2025"),
            ("[2025-08..2025-11]", "between August and November 2025"),
            (
                "[2024-11..2025-02]",
                "between November 2024 and February 2025",
            ),
            ("[1990..1995]", "between 1990 and 1995"),
        ] {
            assert_eq!(date(edtf.parse().unwrap()), words, "{edtf}");
        }
    }

    #[test]
    fn an_american_collection_writes_days_behind_their_months() {
        Locale::American.choose();
        for (edtf, words) in [
            ("2026-01-05", "January 5, 2026"),
            ("2026-01", "January 2026"),
            ("2026", "2026"),
            ("2026-23", "fall 2026"),
            ("2026-24", "winter 2026–27"),
            ("1990-05-02%", "about May 2, 1990 (uncertain)"),
            ("2019-05-26/2019-05-28", "May 26–28, 2019"),
            ("2019-05-30/2019-06-02", "May 30 – June 2, 2019"),
            (
                "2025-12-30/2026-01-02",
                "December 30, 2025 – January 2, 2026",
            ),
            ("2025-10/2025-11", "October – November 2025"),
            ("2026-01-04/..", "from January 4, 2026"),
            (
                "[2025-10-25..2025-11-12]",
                "late October or early November 2025",
            ),
            ("[2025-11-08..2025-11-09]", "between November 8 and 9, 2025"),
            ("[2025-11-10..2025-11-16]", "mid-November 2025"),
        ] {
            assert_eq!(date(edtf.parse().unwrap()), words, "{edtf}");
        }
        let day = Day::from_ymd(2026, 1, 5).unwrap();
        assert_eq!(short_day(day), "Jan 5");
        let day = Edtf::day(day);
        assert_eq!(
            visit(Some(day), Aspect::UnderWay),
            "Under way on January 5, 2026"
        );
        assert_eq!(visit_inline(Some(day), Aspect::Whole), "January 5, 2026");
        Locale::British.choose();
        assert_eq!(date(day), "5 January 2026");
    }

    /// The tables name examples; here is every form with every precision and qualifier that it can have.
    #[test]
    fn every_form_with_every_precision_and_qualifier_has_words() {
        let dates = ["2019-05-26", "2019-07", "2019-23", "2020"];
        let mut seen = std::collections::BTreeSet::new();
        for (index, from) in dates.into_iter().enumerate() {
            for qualifier in ["", "~", "?", "%"] {
                let mut forms = vec![
                    format!("{from}{qualifier}"),
                    format!("{from}{qualifier}/.."),
                ];
                for to in &dates[index..] {
                    forms.push(format!("{from}{qualifier}/{to}{qualifier}"));
                    forms.push(format!("[{from}..{to}]"));
                }
                for form in forms {
                    let Ok(edtf) = form.parse::<Edtf>() else {
                        continue;
                    };
                    let words = date(edtf);
                    assert!(!words.is_empty(), "{form}");
                    assert!(words.contains("20"), "{form}: {words}");
                    seen.insert(words);
                }
            }
        }
        assert!(seen.len() > 50, "{seen:#?}");
    }

    #[test]
    fn a_label_says_what_the_date_is_of() {
        let day = Some("2026-01-05".parse().unwrap());
        assert_eq!(visit(day, Aspect::UnderWay), "Under way on 5 January 2026");
        assert_eq!(
            visit_inline(day, Aspect::UnderWay),
            "under way on 5 January 2026"
        );
        assert_eq!(visit(day, Aspect::Start), "From 5 January 2026");
        assert_eq!(visit(day, Aspect::End), "Until 5 January 2026");
        assert_eq!(visit(None, Aspect::Whole), "Date not given");
        let vague = Some("[2025-10-25..2025-11-12]".parse().unwrap());
        assert_eq!(
            visit(vague, Aspect::Whole),
            "Late October or early November 2025"
        );
        let month = Some("2019-05".parse().unwrap());
        assert_eq!(visit_inline(month, Aspect::Whole), "May 2019");
    }

    #[test]
    fn the_small_print_says_what_is_missing_and_where_it_was_counted_from() {
        let published = Some("2026-01-12".parse().unwrap());
        let line = |edtf: &str, aspect, basis, words| {
            small_print(
                Some(edtf.parse().unwrap()),
                aspect,
                Some(basis),
                Some(words),
                published,
            )
        };
        assert_eq!(
            line("2026-01-05", Aspect::UnderWay, Basis::Stated, "On Jan. 5").as_deref(),
            Some("The article gives no first or last day. Year taken from the article’s date.")
        );
        assert_eq!(
            line(
                "[2025-10-25..2025-11-12]",
                Aspect::Whole,
                Basis::WorkedOut,
                "Just over two months ago"
            )
            .as_deref(),
            Some("Worked out from “Just over two months ago”, counted from 12 January 2026.")
        );
        assert_eq!(
            line("2012-07-09", Aspect::Whole, Basis::FromText, "The same day").as_deref(),
            Some("Worked out from “The same day”, counted from another date in the text.")
        );
        assert_eq!(
            line("2025", Aspect::Whole, Basis::WorkedOut, "last year").as_deref(),
            Some(
                "The article gives no month. Worked out from “last year”, counted from 12 January 2026."
            )
        );
        assert_eq!(
            line(
                "2026-01-05",
                Aspect::Whole,
                Basis::Stated,
                "On Jan. 5, 2026"
            )
            .as_deref(),
            Some("Stated: “On Jan. 5, 2026”.")
        );
        assert!(small_print(None, Aspect::Whole, None, None, published).is_some());
    }

    proptest! {
        /// The words name a month (or year) of both ends, so that no day of the interval falls outside them.
        #[test]
        fn words_cover_the_whole_interval(first in 0..20_000i32, days in 0..900i32) {
            let (first, last) = (Day(first), Day(first + days));
            let one_of = Edtf::one_of(Edtf::day(first), Edtf::day(last)).unwrap();
            let words = date(one_of);
            let ((y1, m1, d1), (y2, m2, d2)) = (first.ymd(), last.ymd());
            prop_assert!(words.contains(&y2.to_string()));
            if y1 != y2 { prop_assert!(words.contains(&y1.to_string())); }
            if (y2 - y1) * 12 + i32::from(m2) - i32::from(m1) < 24 {
                prop_assert!(words.contains(month_name(m1)) && words.contains(month_name(m2)));
            }
            if words.starts_with("late") { prop_assert!(d1 >= *LATE.start()); }
            if words.contains("early") { prop_assert!(d2 <= *EARLY.end()); }
        }

        #[test]
        fn any_date_has_words(first in Day::MIN.0..=Day::MAX.0, days in 0..4000i32) {
            let (first, last) = (Day(first), Day(first).plus(days));
            for shape in [Edtf::interval, Edtf::one_of] {
                if let Some(edtf) = shape(Edtf::day(first), Edtf::day(last)) {
                    prop_assert!(!visit(Some(edtf), Aspect::Whole).is_empty());
                }
            }
        }
    }
}
