//! Years, decades and centuries, and the year that follows a month, a season or a day.

use super::{Match, number};
use crate::dates::lexicon::Class;
use crate::dates::meaning::{Meaning, Modifier, Pick, Point};
use crate::dates::token::Tokens;
use crate::dates::when::When;

/// The year after a day, month, season or quarter: `, 2026`, `of 2026`, `last year`, `of that year`, `'98`.
pub(super) fn suffix(t: &Tokens<'_>, i: usize) -> Option<(usize, Pick)> {
    let comma = if t.is(i, ',') { i + 1 } else { i };
    if let Some((end, year)) = number::year(t, comma).filter(|_| !quantity(t, comma)) {
        return Some((end, Pick::Year(year)));
    }
    if let (true, Class::Number(year)) = (t.is(i, '\''), t.class(i + 1)) {
        let tight = t.joined(i + 1) && t.width(i + 1) == 2;
        return tight.then_some((i + 2, Pick::Year(full_year(year)?)));
    }
    let at = t.skip(i, "of");
    let year = number::year(t, at)
        .or_else(|| fiscal(t, at))
        .filter(|_| at > i);
    year.map(|(end, year)| (end, Pick::Year(year)))
        .or_else(|| relative(t, at))
}

/// `last year`, `this year`, `that year`, `the following year`.
fn relative(t: &Tokens<'_>, i: usize) -> Option<(usize, Pick)> {
    const YEARS: &[(&str, Pick)] = &[
        ("last year", Pick::YearStep(-1)),
        ("this year", Pick::YearStep(0)),
        ("the current year", Pick::YearStep(0)),
        ("next year", Pick::YearStep(1)),
        ("that year", Pick::SameYear(0)),
        ("the same year", Pick::SameYear(0)),
        ("that same year", Pick::SameYear(0)),
        ("the following year", Pick::SameYear(1)),
        ("the next year", Pick::SameYear(1)),
        ("the previous year", Pick::SameYear(-1)),
        ("the year before", Pick::SameYear(-1)),
    ];
    YEARS
        .iter()
        .find_map(|(words, pick)| Some((t.phrase(i, words)?, *pick)))
}

/// `1996`, `the year 2000`, `fiscal 1989`, `FY2024`, `2026-2030`, `1990-95`.
pub(super) fn year(t: &Tokens<'_>, i: usize) -> Option<Match> {
    if let Some((end, year)) = fiscal(t, i) {
        return Some(Match::date(end, Point::Doubtful(When::Year(year))));
    }
    let named = ["the year", "calendar year", "calendar"]
        .iter()
        .find_map(|words| t.phrase(i, words));
    let at = named.unwrap_or(i);
    let (end, first) = number::year(t, at)?;
    let range = range_end(t, end, first);
    let whole = range.map_or(end, |(end, _)| end);
    if named.is_none() && !stands_alone(t, at, whole, first) {
        return None;
    }
    let point = |year| Point::Fixed(When::Year(year));
    Some(match range {
        Some((end, last)) => Match::new(end, Meaning::Range(point(first), point(last))),
        None => Match::date(end, point(first)),
    })
}

/// `fiscal 1989`, `the fiscal year 1989`, `FY2024`, `FY24`: a year whose first day the words do not tell.
fn fiscal(t: &Tokens<'_>, i: usize) -> Option<(usize, i32)> {
    const WORDS: &[&str] = &["the fiscal year", "fiscal year", "fiscal"];
    if let Some(at) = WORDS.iter().find_map(|words| t.phrase(i, words)) {
        return number::year(t, at);
    }
    let at = t.phrase(i, "fy")?;
    match (t.class(at), t.width(at)) {
        (Class::Number(year @ 1900..2100), 4) => Some((at + 1, i32::try_from(year).ok()?)),
        (Class::Number(year), 2) => Some((at + 1, full_year(year)?)),
        _ => None,
    }
}

/// The last year of a range: `-2030`, `-95`, `/25`.
fn range_end(t: &Tokens<'_>, i: usize, first: i32) -> Option<(usize, i32)> {
    let mark = t.is(i, '-') || t.is(i, '/');
    if !mark || !t.joined(i) || !t.joined(i + 1) || t.is(i + 2, '-') {
        return None;
    }
    let (end, last) = match t.class(i + 1) {
        Class::Number(last @ 0..100) if t.width(i + 1) == 2 && !t.glued(i + 2) => {
            (i + 2, first - first % 100 + i32::try_from(last).ok()?)
        }
        _ => number::year(t, i + 1)?,
    };
    let last = if last < first && t.width(i + 1) == 2 {
        last + 100
    } else {
        last
    };
    (last > first && last - first < 100).then_some((end, last))
}

/// Whether a bare number is a year: nothing before or after it says that it counts, numbers or measures something.
fn stands_alone(t: &Tokens<'_>, i: usize, end: usize, year: i32) -> bool {
    let before = |words| i.checked_sub(1).is_some_and(|before| t.any(before, words));
    let spoken = !matches!(t.class(i), Class::Number(_));
    let likely = before(LEADING) || (1900..2100).contains(&year) || (spoken && year >= 1700);
    let joined_on =
        t.is(end, '-') && t.joined(end) && (spoken || matches!(t.class(end + 1), Class::Number(_)));
    let no_year = joined_on || before(NUMBERING) || marked(t, i) || quantity(t, i);
    likely && !no_year
}

/// Whether the mark before the number at `i` makes it something else: `$1990`, `no.1990`, `B-1990`, `1,1990`.
fn marked(t: &Tokens<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else {
        return false;
    };
    let tied = t.joined(i);
    match t.class(before) {
        Class::Punct('$' | '£' | '€' | '¥' | '#' | '.' | ':' | '/' | '+' | '=') => true,
        Class::Punct('-') => tied && t.joined(before) && !prefixed(t, before),
        Class::Punct(',') => tied,
        _ => false,
    }
}

/// Whether the hyphen at `i` belongs to `mid-1996`, `post-1945`.
fn prefixed(t: &Tokens<'_>, i: usize) -> bool {
    i.checked_sub(1)
        .is_some_and(|before| t.any(before, &["mid", "early", "late", "post", "pre"]))
}

/// Words after which a number is a year even before 1900.
const LEADING: &[&str] = &[
    "after", "before", "between", "by", "during", "from", "in", "of", "since", "through", "to",
    "until", "circa",
];

/// Words after which a number counts or numbers something.
const NUMBERING: &[&str] = &[
    "about",
    "almost",
    "approximately",
    "least",
    "nearly",
    "no",
    "number",
    "over",
    "roughly",
    "some",
    "than",
    "only",
    "flight",
    "page",
    "room",
    "resolution",
    "boeing",
];

/// Whether something counted follows the number at `i`.
pub(super) fn quantity(t: &Tokens<'_>, i: usize) -> bool {
    t.is(i + 1, '%')
        || (t.is(i + 1, ':') && t.joined(i + 2))
        || t.any(i + 1, COUNTED)
        || matches!(t.class(i + 1), Class::Unit(_)) && !t.any(i + 1, &["quarter", "weekend"])
}

/// Things that are counted in thousands without a comma.
const COUNTED: &[&str] = &[
    "bc",
    "bce",
    "deaths",
    "delegates",
    "dollars",
    "employees",
    "euros",
    "feet",
    "gmt",
    "homes",
    "houses",
    "jobs",
    "kilometers",
    "kilometres",
    "km",
    "members",
    "men",
    "meters",
    "metres",
    "miles",
    "million",
    "billion",
    "officers",
    "people",
    "percent",
    "points",
    "police",
    "pounds",
    "protesters",
    "refugees",
    "seats",
    "soldiers",
    "students",
    "times",
    "tonnes",
    "tons",
    "troops",
    "victims",
    "visitors",
    "votes",
    "women",
    "workers",
    "yen",
    "yuan",
];

/// `the 1990s`, `the '80s`, `the nineties`, `the 20th century`.
pub(super) fn decade(t: &Tokens<'_>, i: usize) -> Option<Match> {
    century(t, i).or_else(|| some_decade(t, i))
}

/// A decade of the 20th century, unless it gives its century.
fn some_decade(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let the = t.skip(i, "the");
    let (the, phase) = decade_phase(t, the);
    let at = if t.is(the, '\'') && t.joined(the + 1) {
        the + 1
    } else {
        the
    };
    let Class::Decade(n) = t.class(at) else {
        return None;
    };
    let first = i32::try_from(n).ok()?;
    let named =
        at > the || (the > i && !t.any(i.checked_sub(1).unwrap_or(i), &["in"]) || !digits(t, at));
    let first = match first {
        1000..3000 => first,
        20..100 if named && the > i => 1900 + first,
        0..20 if named && the > i && at > the => 2000 + first,
        _ => return None,
    };
    // "The 1800s" are a century, "the 2000s" mostly a decade.
    let when = if first % 100 == 0 && first < 2000 {
        When::Hundred(first)
    } else {
        When::Decade(first)
    };
    let mut found = Match::date(at + 1, Point::Fixed(when));
    found.modifier = phase;
    Some(found)
}

/// `early`, `mid-`, `late` between `the` and a decade.
fn decade_phase(t: &Tokens<'_>, i: usize) -> (usize, Option<Modifier>) {
    let phase = match t.word(i) {
        "early" => Modifier::Start,
        "mid" | "middle" => Modifier::Mid,
        "late" => Modifier::End,
        _ => return (i, None),
    };
    (t.skip_hyphen(i + 1), Some(phase))
}

fn digits(t: &Tokens<'_>, i: usize) -> bool {
    t.text(i).starts_with(|c: char| c.is_ascii_digit())
}

/// `the 20th century`, `twenty-first century`.
fn century(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let at = t.skip(i, "the");
    let (at, phase) = decade_phase(t, at);
    let (end, n) = match (t.class(at), t.class(at + 2)) {
        (Class::Cardinal(tens @ (20 | 30)), Class::Ordinal(ones @ 1..10)) if t.is(at + 1, '-') => {
            (at + 3, tens + ones)
        }
        (Class::Ordinal(n @ 1..=30), _) => (at + 1, n),
        _ => return None,
    };
    let end = t.phrase(t.skip_hyphen(end), "century")?;
    let mut found = Match::date(end, Point::Fixed(When::Century(i32::try_from(n).ok()?)));
    found.modifier = phase;
    Some(found)
}

/// The century of a year in two digits after an apostrophe: 1930 to 2029.
fn full_year(year: u32) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    Some(if year < 30 { 2000 + year } else { 1900 + year })
}
