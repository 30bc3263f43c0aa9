//! Dates that name a day, a month or a year.

use dateline_model::{Basis, Day, Edtf};

use crate::dates::lexicon::Class;
use crate::dates::token::Tokens;
use crate::dates::{Anchor, Timex, TimexType};

/// `Jan. 5`, `5 January 2026`, `Jan. 4-7, 2026`.
pub(in crate::dates) fn calendar(
    t: &Tokens<'_>,
    i: usize,
    published: Option<Day>,
) -> Option<(usize, Timex)> {
    let (end, month, day, last) = month_day(t, i)?;
    let (end, year) = year_after(t, end).map_or((end, None), |(end, year)| (end, Some(year)));
    let range = t.bytes(i, end)?;
    let year = year.or_else(|| nearest_year(published?, month, day))?;
    let first = Day::from_ymd(year, month, day)?;
    let date = match last {
        None => Edtf::day(first),
        Some(last) => Edtf::interval(
            Edtf::day(first),
            Edtf::day(Day::from_ymd(year, month, last)?),
        )?,
    };
    Some((
        end,
        Timex {
            range,
            kind: TimexType::Date,
            value: date.to_string(),
            date: Some(date),
            basis: Some(Basis::Stated),
            whole: None,
            amount: None,
            anchor: Anchor::Itself,
        },
    ))
}

/// `Jan. 5`, `January 4 to 6`, `5 January`: where it ends, the month, the first and the last day.
fn month_day(t: &Tokens<'_>, i: usize) -> Option<(usize, u8, u8, Option<u8>)> {
    if let Some(day) = day_number(t, i) {
        let month = month(t, i + 1)?;
        return Some((i + 2, month, day, None));
    }
    let month = month(t, i)?;
    let at = if t.is(i + 1, '.') { i + 2 } else { i + 1 };
    let day = day_number(t, at)?;
    let joined = t.is(at + 1, '-') || matches!(t.word(at + 1), "to" | "through");
    match day_number(t, at + 2) {
        Some(last) if joined && last > day => Some((at + 3, month, day, Some(last))),
        _ => Some((at + 1, month, day, None)),
    }
}

fn month(t: &Tokens<'_>, i: usize) -> Option<u8> {
    match t.class(i) {
        Class::Month(month) if t.capital(i) => Some(month),
        _ => None,
    }
}

fn day_number(t: &Tokens<'_>, i: usize) -> Option<u8> {
    match t.class(i) {
        Class::Number(day) | Class::Ordinal(day) if (1..=31).contains(&day) && t.width(i) < 5 => {
            u8::try_from(day).ok()
        }
        _ => None,
    }
}

fn year_after(t: &Tokens<'_>, i: usize) -> Option<(usize, i32)> {
    let at = if t.is(i, ',') { i + 1 } else { i };
    match t.class(at) {
        Class::Number(year) if t.width(at) == 4 && (1000..=2999).contains(&year) => {
            Some((at + 1, i32::try_from(year).ok()?))
        }
        _ => None,
    }
}

/// The year that brings this day nearest to the article's.
fn nearest_year(published: Day, month: u8, day: u8) -> Option<i32> {
    let year = published.year();
    [year - 1, year, year + 1]
        .into_iter()
        .filter_map(|year| Some((Day::from_ymd(year, month, day)?, year)))
        .min_by_key(|(day, _)| (day.0 - published.0).abs())
        .map(|(_, year)| year)
}
