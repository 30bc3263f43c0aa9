//! Dates that are never sharper than their source: a profile of EDTF (ISO 8601-2:2019, level 1 and the one-of set of
//! level 2), <https://www.loc.gov/standards/datetime/>.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Day;

/// How sharp one date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// `2026`
    Year,
    /// `2026-21` spring, `-22` summer, `-23` autumn, `-24` winter: meteorological seasons of the northern hemisphere,
    /// the winter named by the year of its December.
    Season,
    /// `2026-01`
    Month,
    /// `2026-01-05`
    Day,
}

/// The shape of an EDTF date, with the precision of each date in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Form {
    /// One date: `2026-01`.
    Single(Precision),
    /// From one to another: `2026-01-04/2026-01-07`.
    Interval(Precision, Precision),
    /// From one on, the end unknown: `2026-01-04/..`.
    OpenEnd(Precision),
    /// A moment somewhere within: `[2025-10-25..2025-11-12]`.
    OneOf(Precision, Precision),
}

/// Doubts about a date; they do not widen it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Qualifier {
    /// None.
    #[default]
    Sure,
    /// `~`
    Approximate,
    /// `?`
    Uncertain,
    /// `%`: both.
    ApproximateAndUncertain,
}

/// An EDTF date: the days it covers, its shape and its qualifier.
///
/// ```
/// use dateline_model::Edtf;
///
/// let date: Edtf = "2025-11".parse().unwrap();
/// assert_eq!((date.first.to_string(), date.last.to_string()), ("2025-11-01".into(), "2025-11-30".into()));
/// let within: Edtf = "[2025-10-25..2025-11-12]".parse().unwrap();
/// assert_eq!(within.to_string(), "[2025-10-25..2025-11-12]");
/// assert!("2026-02-30".parse::<Edtf>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Edtf {
    /// The earliest day.
    pub first: Day,
    /// The latest day; with an open end, the last day of its start. Never before `first`.
    pub last: Day,
    /// The shape.
    pub form: Form,
    /// The qualifier; in an interval it stands for both ends.
    pub qualifier: Qualifier,
}

/// Why a text is no date of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EdtfError {
    /// It is not written as the profile says.
    Syntax,
    /// It names a day, month or year that does not exist.
    NoSuchDay,
    /// It ends before it begins.
    Backwards,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Syntax => "not a date like 2026-01-05, 2026-01, 2026 or 2026-01-04/2026-01-07",
            Self::NoSuchDay => "there is no such day",
            Self::Backwards => "it ends before it begins",
        })
    }
}

impl std::error::Error for EdtfError {}

impl Edtf {
    /// One day.
    #[must_use]
    pub fn day(day: Day) -> Self {
        Self::single(day, day, Precision::Day)
    }

    /// One month (1 to 12) of a year (1 to 9999).
    #[must_use]
    pub fn month(year: i32, month: u8) -> Option<Self> {
        let first = Day::from_ymd(year, month, 1)?;
        let last = Day::from_ymd(year, month, Day::days_in_month(year, month))?;
        Some(Self::single(first, last, Precision::Month))
    }

    /// One year (1 to 9999).
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        let (first, last) = (Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?);
        Some(Self::single(first, last, Precision::Year))
    }

    /// One season, 21 (spring) to 24 (winter), of a year (1 to 9999; the winter of 9999 has no end and is refused).
    #[must_use]
    pub fn season(year: i32, season: u8) -> Option<Self> {
        let (month, end_year, end) = match season {
            21 => (3, year, 5),
            22 => (6, year, 8),
            23 => (9, year, 11),
            24 => (12, year + 1, 2),
            _ => return None,
        };
        let first = Day::from_ymd(year, month, 1)?;
        let last = Day::from_ymd(end_year, end, Day::days_in_month(end_year, end))?;
        Some(Self::single(first, last, Precision::Season))
    }

    /// From the first of one date to the last of another (both of form [`Form::Single`]); `None` where it would end before
    /// it begins. Two equal dates are that date, with the doubts of both.
    #[must_use]
    pub fn interval(start: Self, end: Self) -> Option<Self> {
        Self::between(start, end, Form::Interval)
    }

    /// A moment unknown between two dates; `None` where it would end before it begins. Two equal dates are that date.
    #[must_use]
    pub fn one_of(start: Self, end: Self) -> Option<Self> {
        Self::between(start, end, Form::OneOf)
    }

    /// The same date with an unknown end; only a [`Form::Single`] changes.
    #[must_use]
    pub fn open_end(self) -> Self {
        match self.form {
            Form::Single(precision) => Self {
                form: Form::OpenEnd(precision),
                ..self
            },
            Form::Interval(..) | Form::OpenEnd(_) | Form::OneOf(..) => self,
        }
    }

    /// The same date with a qualifier. A [`Form::OneOf`] takes none.
    #[must_use]
    pub fn qualified(self, qualifier: Qualifier) -> Self {
        match self.form {
            Form::OneOf(..) => self,
            Form::Single(_) | Form::Interval(..) | Form::OpenEnd(_) => Self { qualifier, ..self },
        }
    }

    /// Whether it is exactly one day.
    #[must_use]
    pub fn is_day(self) -> bool {
        self.form == Form::Single(Precision::Day)
    }

    /// Whether the two have a day in common. An open end reaches no further than its start.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    fn single(first: Day, last: Day, precision: Precision) -> Self {
        Self {
            first,
            last,
            form: Form::Single(precision),
            qualifier: Qualifier::Sure,
        }
    }

    fn between(start: Self, end: Self, form: fn(Precision, Precision) -> Form) -> Option<Self> {
        let (Form::Single(from), Form::Single(to)) = (start.form, end.form) else {
            return None;
        };
        if end.first < start.first || end.last < start.last {
            return None;
        }
        if (start.first, start.last, start.form) == (end.first, end.last, end.form) {
            return Some(start.qualified(start.qualifier.and(end.qualifier)));
        }
        let form = form(from, to);
        let qualifier = match form {
            Form::OneOf(..) => Qualifier::Sure,
            Form::Single(_) | Form::Interval(..) | Form::OpenEnd(_) => {
                start.qualifier.and(end.qualifier)
            }
        };
        Some(Self {
            first: start.first,
            last: end.last,
            form,
            qualifier,
        })
    }
}

impl Qualifier {
    /// Both doubts.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Sure, q) | (q, Self::Sure) => q,
            (a, b) if a == b => a,
            _ => Self::ApproximateAndUncertain,
        }
    }

    fn suffix(self) -> &'static str {
        match self {
            Self::Sure => "",
            Self::Approximate => "~",
            Self::Uncertain => "?",
            Self::ApproximateAndUncertain => "%",
        }
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        if let Some(inner) = text
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            let (start, end) = split_range(inner).ok_or(EdtfError::Syntax)?;
            let (start, end) = (parse_plain(start)?, parse_plain(end)?);
            return Self::one_of(start, end).ok_or(EdtfError::Backwards);
        }
        match text.split_once('/') {
            None => parse_single(text),
            Some((start, "..")) => Ok(parse_single(start)?.open_end()),
            Some((start, end)) => {
                Self::interval(parse_single(start)?, parse_single(end)?).ok_or(EdtfError::Backwards)
            }
        }
    }
}

/// What stands before and after the first `..` of a range, as EDTF, queries and addresses write it; `None` where there is
/// none. By bytes, because the standard library's search for a text in a text weighs two kilobytes in the wasm.
#[must_use]
pub fn split_range(text: &str) -> Option<(&str, &str)> {
    let at = text.as_bytes().windows(2).position(|two| two == b"..")?;
    Some((text.get(..at)?, text.get(at + 2..)?))
}

/// One date with an optional qualifier.
fn parse_single(text: &str) -> Result<Edtf, EdtfError> {
    let (plain, qualifier) = if let Some(plain) = text.strip_suffix('~') {
        (plain, Qualifier::Approximate)
    } else if let Some(plain) = text.strip_suffix('?') {
        (plain, Qualifier::Uncertain)
    } else if let Some(plain) = text.strip_suffix('%') {
        (plain, Qualifier::ApproximateAndUncertain)
    } else {
        (text, Qualifier::Sure)
    };
    Ok(parse_plain(plain)?.qualified(qualifier))
}

/// `YYYY`, `YYYY-MM`, `YYYY-SS` or `YYYY-MM-DD`.
fn parse_plain(text: &str) -> Result<Edtf, EdtfError> {
    let mut parts = text.split('-');
    let year = number(parts.next(), 4)?;
    let Some(second) = parts.next() else {
        return Edtf::year(year).ok_or(EdtfError::NoSuchDay);
    };
    let second = u8::try_from(number(Some(second), 2)?).map_err(|_| EdtfError::Syntax)?;
    let Some(third) = parts.next() else {
        let date = if second > 20 {
            Edtf::season(year, second)
        } else {
            Edtf::month(year, second)
        };
        return date.ok_or(EdtfError::NoSuchDay);
    };
    let third = u8::try_from(number(Some(third), 2)?).map_err(|_| EdtfError::Syntax)?;
    if parts.next().is_some() {
        return Err(EdtfError::Syntax);
    }
    Day::from_ymd(year, second, third)
        .map(Edtf::day)
        .ok_or(EdtfError::NoSuchDay)
}

/// Exactly `digits` ASCII digits.
fn number(text: Option<&str>, digits: usize) -> Result<i32, EdtfError> {
    let text = text.ok_or(EdtfError::Syntax)?;
    if text.len() != digits || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(EdtfError::Syntax);
    }
    text.parse().map_err(|_| EdtfError::Syntax)
}

impl fmt::Display for Edtf {
    /// The canonical text: parsing it gives the same value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let q = self.qualifier.suffix();
        match self.form {
            Form::Single(precision) => write!(f, "{}{q}", Begin(self.first, precision)),
            Form::OpenEnd(precision) => write!(f, "{}{q}/..", Begin(self.first, precision)),
            Form::Interval(from, to) => {
                write!(
                    f,
                    "{}{q}/{}{q}",
                    Begin(self.first, from),
                    End(self.last, to)
                )
            }
            Form::OneOf(from, to) => {
                write!(f, "[{}..{}]", Begin(self.first, from), End(self.last, to))
            }
        }
    }
}

/// The date of a precision that begins on a day.
struct Begin(Day, Precision);

/// The date of a precision that ends on a day.
struct End(Day, Precision);

impl fmt::Display for Begin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.ymd();
        match self.1 {
            Precision::Year => write!(f, "{year:04}"),
            Precision::Season => write!(f, "{year:04}-{}", 20 + month / 3),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Day => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let begin = match self.1 {
            // A season lasts three months, and both its first and its last month are whole.
            Precision::Season => {
                let (year, month, _) = self.0.ymd();
                let (year, month) = if month > 2 {
                    (year, month - 2)
                } else {
                    (year - 1, month + 10)
                };
                Day::from_ymd(year, month, 1).unwrap_or(self.0)
            }
            Precision::Year | Precision::Month | Precision::Day => self.0,
        };
        Begin(begin, self.1).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_whole_profile_is_read_and_written() {
        for (text, first, last) in [
            ("2026", "2026-01-01", "2026-12-31"),
            ("0001", "0001-01-01", "0001-12-31"),
            ("9999-12-31", "9999-12-31", "9999-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026-01-05", "2026-01-05", "2026-01-05"),
            ("2026-21", "2026-03-01", "2026-05-31"),
            ("2026-22", "2026-06-01", "2026-08-31"),
            ("2026-23", "2026-09-01", "2026-11-30"),
            ("2026-24", "2026-12-01", "2027-02-28"),
            ("1990~", "1990-01-01", "1990-12-31"),
            ("1990-05?", "1990-05-01", "1990-05-31"),
            ("1990-05-02%", "1990-05-02", "1990-05-02"),
            ("2026-01-04/2026-01-07", "2026-01-04", "2026-01-07"),
            ("2026-01/2026-02-03", "2026-01-01", "2026-02-03"),
            ("2025-24/2026-24", "2025-12-01", "2027-02-28"),
            ("2025~/2026~", "2025-01-01", "2026-12-31"),
            ("2026-01/..", "2026-01-01", "2026-01-31"),
            ("2026-01-04~/..", "2026-01-04", "2026-01-04"),
            ("[2025-10-25..2025-11-12]", "2025-10-25", "2025-11-12"),
            ("[2025-10..2025-11]", "2025-10-01", "2025-11-30"),
        ] {
            let date: Edtf = text
                .parse()
                .unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(date.first.to_string(), first, "{text}");
            assert_eq!(date.last.to_string(), last, "{text}");
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused_with_its_reason() {
        use EdtfError::{Backwards, NoSuchDay, Syntax};
        for (text, error) in [
            ("", Syntax),
            ("26", Syntax),
            ("2026-1", Syntax),
            ("2026-01-5", Syntax),
            ("2026-01-05-06", Syntax),
            ("+026", Syntax),
            ("２０２６", Syntax),
            ("2026-01-05T10:00", Syntax),
            ("[2026]", Syntax),
            ("../2026", Syntax),
            ("0000", NoSuchDay),
            ("2026-00", NoSuchDay),
            ("2026-13", NoSuchDay),
            ("2026-25", NoSuchDay),
            ("2025-02-29", NoSuchDay),
            ("9999-24", NoSuchDay),
            ("2026/2025", Backwards),
            ("2026-02/2026-01", Backwards),
            ("[2026-01-02..2026-01-01]", Backwards),
        ] {
            assert_eq!(text.parse::<Edtf>(), Err(error), "{text:?}");
        }
    }

    fn any_single() -> impl Strategy<Value = Edtf> {
        let single = (1..9999, 1..=12u8, 21..=24u8, 1..=28u8, 0..4u8);
        single.prop_filter_map("a date", |(year, month, season, day, which)| match which {
            0 => Edtf::year(year),
            1 => Edtf::month(year, month),
            2 => Edtf::season(year, season),
            _ => Day::from_ymd(year, month, day).map(Edtf::day),
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(a in any_single(), b in any_single(), shape in 0..4u8) {
            let date = match shape {
                0 => Some(a),
                1 => Some(a.open_end().qualified(Qualifier::Uncertain)),
                2 => Edtf::interval(a.qualified(Qualifier::Approximate), b.qualified(Qualifier::Approximate)),
                _ => Edtf::one_of(a, b),
            };
            if let Some(date) = date {
                prop_assert!(date.first <= date.last);
                prop_assert_eq!(date.to_string().parse::<Edtf>(), Ok(date));
            }
        }

        #[test]
        fn any_text_is_answered(text in ".{0,40}") {
            if let Ok(date) = text.parse::<Edtf>() {
                prop_assert_eq!(date.to_string().parse::<Edtf>(), Ok(date));
            }
        }
    }
}
