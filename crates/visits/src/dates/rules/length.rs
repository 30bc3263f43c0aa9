//! Lengths of time: `two years`, `four-day`, `the past 18 months`, `nearly an hour`.

use super::{Match, number};
use crate::dates::lexicon::{Class, Unit};
use crate::dates::meaning::{Count, Length, Meaning, Modifier, Side};
use crate::dates::token::Tokens;

/// A length of time.
pub(super) fn length(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let (at, modifier) = approx(t, i).map_or((i, None), |(at, modifier)| (at, Some(modifier)));
    let (core, side) = determined(t, at);
    // "The four-day visit": the article belongs to the noun.
    if core == at + 1 && t.any(at, &["the"]) && hyphenated(t, core) {
        return None;
    }
    let at = core;
    let found = counted(t, at).map(|(end, length)| (end, length, side));
    let (end, length, side) = found
        .or_else(|| several(t, at, side))
        .or_else(|| while_(t, at))
        .or_else(|| compound_word(t, at))?;
    let plural = !matches!(side, Side::Anywhere) || !aged(t, end);
    let end = or_so(t, end);
    plural.then_some(Match {
        end,
        meaning: Meaning::Length(length, side),
        modifier,
    })
}

/// Whether the number at `i` is tied to its unit by a hyphen.
fn hyphenated(t: &Tokens<'_>, i: usize) -> bool {
    number::count(t, i).is_some_and(|(end, _)| t.skip_hyphen(end) > end)
}

/// `nearly`, `at least`, `just over`: the place after it and what it says.
pub(super) fn approx(t: &Tokens<'_>, i: usize) -> Option<(usize, Modifier)> {
    use Modifier::{Approx, JustMore, Less, More};
    const WORDS: &[(&str, Modifier)] = &[
        ("just over", JustMore),
        ("just more than", JustMore),
        ("just under", Less),
        ("a little over", JustMore),
        ("a little more than", JustMore),
        ("a little under", Less),
        ("a little less than", Less),
        ("little more than", JustMore),
        ("slightly over", JustMore),
        ("slightly more than", JustMore),
        ("slightly under", Less),
        ("slightly less than", Less),
        ("a bit over", JustMore),
        ("a bit more than", JustMore),
        ("no more than", Less),
        ("not more than", Less),
        ("no less than", More),
        ("not less than", More),
        ("more than", More),
        ("well over", More),
        ("less than", Less),
        ("fewer than", Less),
        ("at least", More),
        ("at most", Less),
        ("as many as", Less),
        ("up to", Less),
        ("close to", Less),
        ("nearly", Less),
        ("almost", Less),
        ("over", More),
        ("under", Less),
        ("about", Approx),
        ("around", Approx),
        ("approximately", Approx),
        ("roughly", Approx),
        ("some", Approx),
        ("circa", Approx),
    ];
    let (end, modifier) = WORDS
        .iter()
        .find_map(|(words, modifier)| Some((t.phrase(i, words)?, *modifier)))?;
    let preposition = end == i + 1 && t.any(end, &["the", "this", "that", "last", "next"]);
    let vague =
        t.any(i, &["some"]) && !matches!(t.class(end), Class::Number(_) | Class::Cardinal(_));
    (!preposition && !vague).then_some((end, modifier))
}

/// `the past`, `the next`, `the first`, `the`: the place after it and where the length lies.
fn determined(t: &Tokens<'_>, i: usize) -> (usize, Side) {
    const WORDS: &[(&str, Side)] = &[
        ("each of the past", Side::Before),
        ("each of the last", Side::Before),
        ("each of the next", Side::After),
        ("the past", Side::Before),
        ("the last", Side::Before),
        ("these past", Side::Before),
        ("these last", Side::Before),
        ("the previous", Side::Before),
        ("the preceding", Side::Before),
        ("the prior", Side::Before),
        ("the latest", Side::Before),
        ("the next", Side::After),
        ("the coming", Side::After),
        ("the following", Side::After),
        ("the ensuing", Side::After),
        ("the first", Side::Anywhere),
        ("the final", Side::Anywhere),
        ("the opening", Side::Anywhere),
        ("the other", Side::Anywhere),
        ("the early", Side::Anywhere),
        ("the", Side::Anywhere),
        ("past", Side::Before),
        ("last", Side::Before),
        ("next", Side::After),
        ("coming", Side::After),
        ("an additional", Side::Anywhere),
        ("an extra", Side::Anywhere),
    ];
    let found = WORDS
        .iter()
        .find_map(|(words, side)| Some((t.phrase(i, words)?, *side)));
    match found {
        // "An additional year": the article is the number.
        Some((end, side)) if t.any(i, &["an"]) => (end - 1, side),
        Some(found) => found,
        None => (i, Side::Anywhere),
    }
}

/// `two years`, `two-day`, `2 1/2 years`, `20 more years`, `a year and a half`.
pub(super) fn counted(t: &Tokens<'_>, i: usize) -> Option<(usize, Length)> {
    let one = t.any(i, &["additional", "extra"]);
    let (at, count) = if one {
        (i, Count::Whole(1))
    } else {
        number::count(t, i)?
    };
    let (end, unit, times) = unit(t, adjectives(t, t.skip_hyphen(at)))?;
    let article = at == i + 1 && t.any(i, &["a", "an"]);
    let hyphen = t.skip_hyphen(end);
    if hyphen > end && t.any(hyphen, &["ago", "earlier"]) {
        return None;
    }
    if unit == Unit::Quarter && (t.any(end, &["of"]) || article && adjectives(t, at) == at) {
        return None;
    }
    let end = if t.phrase(end, "- old").is_some() && unit < Unit::Year {
        end + 2
    } else {
        end
    };
    let end = t.phrase(end, "- long").unwrap_or(end);
    let half = t
        .phrase(end, "and a half")
        .filter(|_| count == Count::Whole(1));
    Some(match (half, count) {
        (Some(end), _) => (
            end,
            Length {
                count: Count::Half(1),
                unit,
            },
        ),
        (None, Count::Whole(n)) => (
            end,
            Length {
                count: Count::Whole(n.saturating_mul(times)),
                unit,
            },
        ),
        (None, count) => (end, Length { count, unit }),
    })
}

/// Words between a number and its unit.
fn adjectives(t: &Tokens<'_>, i: usize) -> usize {
    const WORDS: &[&str] = &[
        "additional",
        "business",
        "consecutive",
        "extra",
        "flat",
        "full",
        "further",
        "long",
        "more",
        "other",
        "short",
        "solid",
        "straight",
        "trading",
        "whole",
        "working",
    ];
    let at = if t.any(i, WORDS) { i + 1 } else { i };
    if t.any(at, WORDS) { at + 1 } else { at }
}

/// A unit and how many of it the word means (a fortnight is two weeks).
fn unit(t: &Tokens<'_>, i: usize) -> Option<(usize, Unit, u32)> {
    match (t.class(i), t.word(i)) {
        (Class::Unit(unit), _) => Some((i + 1, unit, 1)),
        (_, "fortnight" | "fortnights") => Some((i + 1, Unit::Week, 2)),
        _ => None,
    }
}

/// `the early years`, `for weeks`, `within weeks or months`, `the years ahead`: a plural without a number.
fn several(t: &Tokens<'_>, i: usize, side: Side) -> Option<(usize, Length, Side)> {
    let Class::Unit(unit) = t.class(i) else {
        return None;
    };
    if !t.text(i).ends_with(['s', 'a']) || t.glued(i) || unit == Unit::Quarter {
        return None;
    }
    let before = i.checked_sub(1).map_or("", |before| t.word(before));
    let led = matches!(
        before,
        "for" | "in" | "within" | "after" | "take" | "takes" | "took" | "lasted"
    );
    let early = matches!(before, "early" | "first") && !(unit == Unit::Hour && before == "early");
    let over = before == "the" && i.checked_sub(2).is_some_and(|over| t.any(over, &["over"]));
    let ahead = t.any(i + 1, &["ahead"]);
    let of = t.any(i + 1, &["of"]) && !matches!(before, "the" | "last" | "first" | "final");
    let or = t
        .phrase(i + 1, "or")
        .filter(|at| matches!(t.class(*at), Class::Unit(_)));
    let end = or.map_or(i + 1, |at| at + 1);
    let end = if ahead { end + 1 } else { end };
    (led || early || over || ahead || of).then_some((
        end,
        Length {
            count: Count::Some,
            unit,
        },
        side,
    ))
}

/// `a while`, `some time`, `a long time`.
fn while_(t: &Tokens<'_>, i: usize) -> Option<(usize, Length, Side)> {
    const WORDS: &[&str] = &[
        "a while",
        "quite a while",
        "some time",
        "a long time",
        "a short time",
    ];
    let end = WORDS.iter().find_map(|words| t.phrase(i, words))?;
    let free = !t.any(end, &["ago"]);
    // Longer than days, shorter than years: the month is TimeBank's unit for it.
    free.then_some((
        end,
        Length {
            count: Count::Some,
            unit: Unit::Month,
        },
        Side::Anywhere,
    ))
}

/// `weeklong`, `yearlong`.
fn compound_word(t: &Tokens<'_>, i: usize) -> Option<(usize, Length, Side)> {
    let unit = match t.word(i) {
        "daylong" => Unit::Day,
        "weeklong" => Unit::Week,
        "monthlong" => Unit::Month,
        "yearlong" => Unit::Year,
        _ => {
            let Class::Unit(unit) = t.class(i) else {
                return None;
            };
            let end = t.phrase(i + 1, "- long").filter(|_| t.joined(i + 1))?;
            let count = if t.text(i).ends_with('s') {
                Count::Some
            } else {
                Count::Whole(1)
            };
            return Some((end, Length { count, unit }, Side::Anywhere));
        }
    };
    Some((
        i + 1,
        Length {
            count: Count::Whole(1),
            unit,
        },
        Side::Anywhere,
    ))
}

/// Whether the length is somebody's age: `52 years old`, `a 40-year-old`.
fn aged(t: &Tokens<'_>, end: usize) -> bool {
    t.any(t.skip_hyphen(end), &["old", "olds", "older", "younger"])
        || t.phrase(end, "of age").is_some()
}

/// The place after `or so`, `or more`.
pub(super) fn or_so(t: &Tokens<'_>, end: usize) -> usize {
    let forms = ["or so", "or more", "or less"];
    forms
        .iter()
        .find_map(|words| t.phrase(end, words))
        .unwrap_or(end)
}
