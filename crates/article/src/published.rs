//! Dates of publication, as people and programs write them in front matter.

use dateline_model::{Day, Edtf, EdtfError, Location};

use crate::report::Report;

/// How a date should be written; the remedy of every problem here.
const REMEDY: &str = "Write the date as 2026-01-31";

/// The date of publication, or `None` and a problem.
///
/// Taken as written: `2026-01-31`, also with `/` or `.` and one-digit months and days, with a time and a zone after it
/// (which are dropped: the day is the publisher's own), and anything that [`Edtf`] reads.
pub(crate) fn read(text: &str, at: Location, report: &mut Report) -> Option<Edtf> {
    match parse(text.trim()) {
        Ok(date) => Some(date),
        Err(error) => {
            let message = match error {
                EdtfError::NoSuchDay => format!("there is no such day as `{}`", short(text)),
                EdtfError::Backwards => format!("`{}` ends before it begins", short(text)),
                EdtfError::Syntax => format!("`{}` is not a date", short(text)),
            };
            report.error(at, message, REMEDY);
            None
        }
    }
}

/// The date in the name of a file, as Jekyll and Zola take it: `2026-01-31-headline.md`.
pub(crate) fn from_file_name(name: &str) -> Option<Edtf> {
    let (date, rest) = name.split_at_checked(10)?;
    if !rest.starts_with(['-', '_', ' ', '.']) {
        return None;
    }
    date.parse().ok()
}

fn parse(text: &str) -> Result<Edtf, EdtfError> {
    match text.parse() {
        Err(EdtfError::Syntax) => with_time(text),
        read => read,
    }
}

/// `2026-1-31 10:00`, `2026/01/31T10:00:00+09:00`, …
fn with_time(text: &str) -> Result<Edtf, EdtfError> {
    let (date, time) = match text.find(['T', 't', ' ']) {
        Some(end) => text.split_at_checked(end).unwrap_or((text, "")),
        None => (text, ""),
    };
    if !looks_like_a_time(time) {
        return Err(EdtfError::Syntax);
    }
    let mut numbers = date.split(['-', '/', '.']).map(number);
    let mut next = |digits| {
        numbers
            .next()
            .and_then(|number| number.filter(|(_, n)| *n <= digits))
    };
    let (Some((year, 4)), Some((month, _)), Some((day, _))) = (next(4), next(2), next(2)) else {
        return Err(EdtfError::Syntax);
    };
    if numbers.next().is_some() {
        return Err(EdtfError::Syntax);
    }
    let narrow = |n: i32| u8::try_from(n).map_err(|_| EdtfError::NoSuchDay);
    let day = Day::from_ymd(year, narrow(month)?, narrow(day)?);
    day.map(Edtf::day).ok_or(EdtfError::NoSuchDay)
}

/// A number and how many digits it has.
fn number(text: &str) -> Option<(i32, usize)> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .then(|| text.parse().ok())
        .flatten()
        .map(|number| (number, text.len()))
}

/// Nothing, or a time with or without zone. Its numbers do not matter here.
fn looks_like_a_time(time: &str) -> bool {
    let time = time.trim_start_matches(['T', 't', ' ']);
    time.is_empty()
        || (time.starts_with(|c: char| c.is_ascii_digit())
            && time
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || " :.,+-/".contains(c)))
}

/// The beginning of a text, for messages.
fn short(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_taken_as_written() {
        for (text, date) in [
            ("2026-01-31", "2026-01-31"),
            (" 2026-01-31 ", "2026-01-31"),
            ("2026-1-5", "2026-01-05"),
            ("2026/01/31", "2026-01-31"),
            ("2026.01.31", "2026-01-31"),
            ("2026-01-31T23:30:00-08:00", "2026-01-31"),
            ("2026-01-31t10:00:00Z", "2026-01-31"),
            ("2026-01-31 10:00", "2026-01-31"),
            ("2021-08-27 15:45:34-04:00", "2021-08-27"),
            ("2026-01-31 10:00:00.123 +0900", "2026-01-31"),
            ("2026-01-31 10:00 PM EST", "2026-01-31"),
            ("2026-01", "2026-01"),
            ("2026", "2026"),
            ("1990~", "1990~"),
        ] {
            let mut report = Report::new("a");
            let at = Location { line: 1, column: 1 };
            let found = read(text, at, &mut report).map(|date| date.to_string());
            assert_eq!(found.as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (text, message) in [
            ("2026-02-30", "no such day"),
            ("2026-13-01T10:00", "no such day"),
            ("2026/99/99", "no such day"),
            ("31-01-2026", "is not a date"),
            ("January 5", "is not a date"),
            ("2026-01-31 and later", "is not a date"),
            ("2026-01-31-05", "is not a date"),
            ("", "is not a date"),
            ("2026-01-05/2026-01-01", "ends before"),
            ("99999999999-1-1", "is not a date"),
        ] {
            let mut report = Report::new("a");
            let at = Location { line: 1, column: 1 };
            assert_eq!(read(text, at, &mut report), None, "{text}");
            let problems = report.into_problems();
            assert_eq!(problems.len(), 1);
            assert!(
                problems[0].message.contains(message),
                "{text}: {problems:?}"
            );
        }
    }

    #[test]
    fn file_names_may_begin_with_a_date() {
        for (name, date) in [
            ("2026-01-31-visit.md", Some("2026-01-31")),
            ("2026-01-31.md", Some("2026-01-31")),
            ("2026-02-31-visit.md", None),
            ("2026-01-311.md", None),
            ("visit.md", None),
            ("日本日本日本.md", None),
        ] {
            assert_eq!(
                from_file_name(name).map(|date| date.to_string()).as_deref(),
                date,
                "{name}"
            );
        }
    }
}
