//! Months and seasons: `May 2026`, `January this year`, `the month of May`, `the winter of 1994`.

use super::{Match, day, year};
use crate::dates::lexicon::Class;
use crate::dates::meaning::{Name, Pick, Point};
use crate::dates::token::Tokens;

/// A month, with its year when that is given.
pub(super) fn month(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let of = t.phrase(i, "the month of");
    let at = of.unwrap_or(i);
    let (end, month) = day::month_name(t, at)?;
    let name = Name::Month(month);
    if let Some((end, pick)) = year::suffix(t, end) {
        return Some(Match::date(end, Point::Named(name, pick)));
    }
    let sure = of.is_some() || is_month(t, at, end);
    sure.then(|| Match::date(end, Point::Named(name, Pick::Nearest)))
}

/// Whether the word at `i` is the month and not the verb, the person or the abbreviation of something else.
pub(super) fn is_month(t: &Tokens<'_>, i: usize, end: usize) -> bool {
    const ALSO_WORDS: &[&str] = &["may", "march", "april", "june", "august"];
    let short = t.width(i) <= 4 && !t.any(i, &["may", "june", "july"]);
    if short && end == i + 1 {
        return false;
    }
    let led = i.checked_sub(1).is_some_and(|before| leads(t, before));
    let named = matches!(t.class(i + 1), Class::Other) && t.capital(i + 1);
    if t.any(i, ALSO_WORDS) {
        led && !named
    } else {
        true
    }
}

/// Whether the word at `i` can stand before a month.
fn leads(t: &Tokens<'_>, i: usize) -> bool {
    const WORDS: &[&str] = &[
        "after",
        "and",
        "before",
        "between",
        "by",
        "during",
        "early",
        "every",
        "each",
        "for",
        "from",
        "in",
        "last",
        "late",
        "mid",
        "next",
        "of",
        "or",
        "past",
        "since",
        "the",
        "this",
        "through",
        "throughout",
        "till",
        "to",
        "until",
        "on",
        "previous",
        "following",
        "coming",
    ];
    t.any(i, WORDS) || t.is(i, '-') || t.is(i, ',') || t.is(i, '(')
}

/// A season, with its year when that is given. Without one it needs an article or a preposition before it.
pub(super) fn season(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let the = t.skip(i, "the");
    let Class::Season(season) = t.class(the) else {
        return None;
    };
    let name = Name::Season(season);
    let proper =
        the == i && t.capital(i) && i.checked_sub(1).is_some_and(|before| named(t, before));
    if proper {
        return None;
    }
    if let Some((end, pick)) = year::suffix(t, the + 1) {
        // "The fall 2022 session" has its article for itself.
        let adjective = the > i && matches!(pick, Pick::Year(_)) && !t.any(the + 1, &["of"]);
        return (!adjective).then(|| Match::date(end, Point::Named(name, pick)));
    }
    let preposition = i
        .checked_sub(1)
        .is_some_and(|before| t.any(before, PREPOSITIONS));
    let verb = t.any(the, &["fall", "spring"]);
    let free = !t.any(the + 1, &["of"]) && !t.glued(the + 1);
    let sure = preposition && (!verb || the > i || t.any(i - 1, &["in", "by", "since", "until"]));
    (sure && free).then(|| Match::date(the + 1, Point::Named(name, Pick::Nearest)))
}

/// Whether the word at `i` is a name of which the next is part: `Arab Spring`.
fn named(t: &Tokens<'_>, i: usize) -> bool {
    t.class(i) == Class::Other && t.capital(i)
}

/// What can stand before a season.
const PREPOSITIONS: &[&str] = &[
    "after",
    "before",
    "by",
    "during",
    "for",
    "in",
    "into",
    "of",
    "over",
    "since",
    "through",
    "throughout",
    "until",
    "till",
];
