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
    !t.any(i, ALSO_WORDS) || (led(t, i) && !named(t, i + 1))
}

/// Whether what stands before the word at `i` shows that it is a month. Where somebody is called May, `by`, `for` and
/// the like show nothing.
fn led(t: &Tokens<'_>, i: usize) -> bool {
    const SURE: &[&str] = &[
        "after",
        "before",
        "between",
        "coming",
        "during",
        "each",
        "early",
        "every",
        "following",
        "in",
        "last",
        "late",
        "mid",
        "next",
        "past",
        "previous",
        "since",
        "this",
        "through",
        "throughout",
        "till",
        "until",
    ];
    const WEAK: &[&str] = &["by", "for", "from", "of", "on", "the", "to"];
    let Some(before) = i.checked_sub(1) else {
        return false;
    };
    let listed = t.is(before, ',') || t.any(before, &["and", "or"]);
    let month = |k| {
        i.checked_sub(k)
            .is_some_and(|at| matches!(t.class(at), Class::Month(_)))
    };
    // "A June agreement", but not "a March on the town".
    let article = t.any(before, &["a", "an"]) && t.class(i + 1) == Class::Other;
    let weak = t.any(before, WEAK) || t.is(before, '-') || t.is(before, '(');
    let list = listed && (month(2) || month(3));
    let person = t.names_may() && t.any(i, &["may"]);
    t.any(before, SURE) || article || list || (weak && !person)
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
