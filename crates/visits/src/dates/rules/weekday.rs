//! Weekdays by themselves: `Friday`, `Monday of next week`.

use super::{Match, point};
use crate::dates::lexicon::{Class, Unit};
use crate::dates::meaning::{Name, Pick, Point};
use crate::dates::token::Tokens;

/// `Friday`, `Friday last week`, `the Monday of next week`.
pub(super) fn weekday(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let at = t.skip(i, "the");
    let day = name(t, at)?;
    if let Some((end, week)) = week_after(t, at + 1) {
        return Some(Match::date(end, Point::InWeek(day, Box::new(week))));
    }
    let whole = at == i && !short(t, at) && !proper(t, at);
    whole.then(|| Match::date(at + 1, Point::Named(Name::Weekday(day), Pick::Nearest)))
}

/// The weekday named at `i`. A short form needs a full stop, a comma or a date after it.
pub(super) fn name(t: &Tokens<'_>, i: usize) -> Option<u8> {
    let Class::Weekday(day) = t.class(i) else {
        return None;
    };
    let at = if t.is(i + 1, '.') { i + 2 } else { i + 1 };
    let at = if t.is(at, ',') { at + 1 } else { at };
    let dated = matches!(
        t.class(at),
        Class::Month(_) | Class::Number(_) | Class::Ordinal(_)
    );
    (t.capital(i) && !t.glued(i) && (!short(t, i) || dated)).then_some(day)
}

/// `Mon`, `Thurs`.
fn short(t: &Tokens<'_>, i: usize) -> bool {
    t.width(i) < 6
}

/// Whether the weekday is part of a name: `Black Monday`, `Sunday Times`.
fn proper(t: &Tokens<'_>, i: usize) -> bool {
    const BEFORE: &[&str] = &[
        "black", "bloody", "super", "cyber", "ash", "holy", "palm", "good",
    ];
    const AFTER: &[&str] = &["times", "telegraph", "mirror", "mail"];
    let before = i
        .checked_sub(1)
        .is_some_and(|before| t.any(before, BEFORE) && t.capital(before));
    before || (t.any(i + 1, AFTER) && t.capital(i + 1))
}

/// `last week`, `of next week`.
fn week_after(t: &Tokens<'_>, i: usize) -> Option<(usize, Point)> {
    let at = t.skip(i, "of");
    if !t.any(at, &["last", "this", "next", "the", "that"]) {
        return None;
    }
    match point(t, at)? {
        (
            end,
            week @ Point::Counted {
                unit: Unit::Week, ..
            },
        ) => Some((end, week)),
        (end, week @ Point::WeekOf(_)) => Some((end, week)),
        _ => None,
    }
}
