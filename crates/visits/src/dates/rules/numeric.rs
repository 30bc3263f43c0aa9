//! Dates in digits: `2026-01-05`, `2026/01/05`, `10/26/89`, `5.1.2026`.

use dateline_model::Day;

use super::Match;
use crate::dates::lexicon::Class;
use crate::dates::meaning::{Meaning, Point};
use crate::dates::token::Tokens;
use crate::dates::when::When;

/// A date of three numbers. One that does not exist is [`Meaning::Nothing`]; one that can be read as day/month or as
/// month/day is doubtful, and read as month/day.
pub(super) fn numeric(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let inside = i.checked_sub(1).is_some_and(|before| {
        matches!(t.class(before), Class::Punct('/' | '-' | '.')) && t.joined(i)
    });
    if inside || t.glued(i) {
        return None;
    }
    dotted(t, i)
        .or_else(|| separated(t, i))
        .or_else(|| iso_month(t, i))
}

/// Three numbers with one separator.
fn separated(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let Class::Punct(mark @ ('-' | '/')) = t.class(i + 1) else {
        return None;
    };
    let tight = (i + 1..i + 5).all(|k| t.joined(k));
    if !tight || !t.is(i + 3, mark) || (t.is(i + 5, mark) && t.joined(i + 5)) {
        return None;
    }
    let parts = (part(t, i)?, part(t, i + 2)?, part(t, i + 4)?);
    let meaning = match parts {
        ((year, 4), (month, 1 | 2), (day, 1 | 2)) => fixed(year, month, day),
        ((a, 1 | 2), (b, 1 | 2), (year, 2 | 4)) if mark == '/' => slashed(a, b, full_year(year)),
        ((day, 1 | 2), (month, 1 | 2), (year, 4)) => slashed(month, day, year),
        _ => return None,
    };
    Some(Match::new(i + 5, meaning))
}

/// `2026-01`, when it is not the range of years `2025-26`.
fn iso_month(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let tight = t.is(i + 1, '-') && t.joined(i + 1) && t.joined(i + 2);
    let ((year, 4), (month @ 1..=12, 2)) = (part(t, i)?, part(t, i + 2)?) else {
        return None;
    };
    let goes_on = t.glued(i + 3) || (t.is(i + 3, '-') && t.joined(i + 3));
    let month = u8::try_from(month).ok()?;
    let is_month = i32::from(month) <= year % 100 && (1000..3000).contains(&year);
    (tight && !goes_on && is_month)
        .then(|| Match::date(i + 3, Point::Fixed(When::Month(year, month))))
}

/// `5.1.2026`: day, month, year, as where dots are used.
fn dotted(t: &Tokens<'_>, i: usize) -> Option<Match> {
    if t.class(i) != Class::Quantity {
        return None;
    }
    let mut parts = t.text(i).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if day.len() > 2 || month.len() > 2 || year.len() != 4 || parts.next().is_some() {
        return None;
    }
    Some(Match::new(
        i + 1,
        fixed(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?),
    ))
}

/// A number and how many digits it has.
fn part(t: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    match t.class(i) {
        Class::Number(n) => Some((i32::try_from(n).ok()?, t.width(i))),
        _ => None,
    }
}

/// Month/day/year or, where that cannot be, day/month/year.
fn slashed(month: i32, day: i32, year: i32) -> Meaning {
    let (american, british) = (fixed(year, month, day), fixed(year, day, month));
    match (american, british) {
        (Meaning::Date(Point::Fixed(when)), Meaning::Date(_)) if month != day => {
            Meaning::Date(Point::Doubtful(when))
        }
        (Meaning::Nothing, british) => british,
        (american, _) => american,
    }
}

/// The century of a year in two digits: 1950 to 2049.
fn full_year(year: i32) -> i32 {
    match year {
        0..50 => 2000 + year,
        50..100 => 1900 + year,
        _ => year,
    }
}

fn fixed(year: i32, month: i32, day: i32) -> Meaning {
    let date = || Day::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    date().map_or(Meaning::Nothing, |day| {
        Meaning::Date(Point::Fixed(When::Day(day)))
    })
}
