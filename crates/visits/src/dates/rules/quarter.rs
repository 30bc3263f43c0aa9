//! Quarters and halves of a year: `third-quarter`, `the 1988 third quarter`, `Q3 2024`, `the first half of 1990`.

use super::{Match, number, year};
use crate::dates::lexicon::{Class, Unit};
use crate::dates::meaning::{Name, Pick, Point};
use crate::dates::token::Tokens;

/// A quarter or a half.
pub(super) fn quarter(t: &Tokens<'_>, i: usize) -> Option<Match> {
    numbered(t, i)
        .or_else(|| of_possessive(t, i))
        .or_else(|| of_number(t, i))
        .or_else(|| short(t, i))
}

/// `[the] [fiscal] third quarter [of 1984]`.
fn numbered(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let at = t.skip(t.skip(i, "the"), "fiscal");
    let (end, name) = name(t, t.skip_hyphen(at))?;
    let (end, pick) = year::suffix(t, end)
        .or_else(|| of_year(t, end))
        .unwrap_or((end, Pick::Nearest));
    let half = matches!(name, Name::Half(_));
    if half && pick == Pick::Nearest {
        return None;
    }
    Some(Match::date(end, Point::Named(name, pick)))
}

/// `of the year`.
fn of_year(t: &Tokens<'_>, i: usize) -> Option<(usize, Pick)> {
    Some((t.phrase(i, "of the year")?, Pick::YearStep(0)))
}

/// `third quarter`, `second half`.
pub(super) fn name(t: &Tokens<'_>, i: usize) -> Option<(usize, Name)> {
    let n = match (t.class(i), t.word(i)) {
        (Class::Ordinal(n @ 1..=4), _) => u8::try_from(n).ok()?,
        (_, "last" | "latter") => 2,
        _ => return None,
    };
    let at = t.skip_hyphen(i + 1);
    match t.word(at) {
        "quarter" if !t.any(i, &["last", "latter"]) => Some((at + 1, Name::Quarter(n))),
        "half" if n <= 2 => Some((at + 1, Name::Half(n))),
        _ => None,
    }
}

/// `this year's third quarter`, `last year's quarter`.
fn of_possessive(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let step = match t.word(i) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    let at = possessive(t, t.phrase(i + 1, "year")?)?;
    if let Some((end, name)) = name(t, t.skip(at, "fiscal")) {
        return Some(Match::date(end, Point::Named(name, Pick::YearStep(step))));
    }
    let end = t.phrase(at, "quarter").or_else(|| t.phrase(at, "period"))?;
    (step == -1).then(|| {
        Match::date(
            end,
            Point::Period {
                years: -1,
                unit: Some(Unit::Quarter),
            },
        )
    })
}

/// The place after `'s`.
fn possessive(t: &Tokens<'_>, i: usize) -> Option<usize> {
    (t.is(i, '\'') && t.joined(i) && t.joined(i + 1)).then(|| t.phrase(i + 1, "s"))?
}

/// `the 1988 third quarter`, `the 1988 period`, `1989's first half`.
fn of_number(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let (end, year) = number::year(t, t.skip(i, "the"))?;
    let at = possessive(t, end).unwrap_or(end);
    if let Some((end, name)) = name(t, t.skip(at, "fiscal")) {
        return Some(Match::date(end, Point::Named(name, Pick::Year(year))));
    }
    let end = t.phrase(at, "quarter").or_else(|| t.phrase(at, "period"))?;
    Some(Match::date(end, Point::PeriodOf(year)))
}

/// `Q3`, `Q3 2024`, `H1 of 2025`.
fn short(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let name = match (t.word(i), t.class(i + 1)) {
        ("q", Class::Number(n @ 1..=4)) => Name::Quarter(u8::try_from(n).ok()?),
        ("h", Class::Number(n @ 1..=2)) => Name::Half(u8::try_from(n).ok()?),
        _ => return None,
    };
    let tight = t.glued(i + 1) && !t.glued(i) && t.capital(i) && t.width(i + 1) == 1;
    let (end, pick) = year::suffix(t, i + 2).unwrap_or((i + 2, Pick::Nearest));
    let half = matches!(name, Name::Half(_)) && pick == Pick::Nearest;
    (tight && !half).then(|| Match::date(end, Point::Named(name, pick)))
}
