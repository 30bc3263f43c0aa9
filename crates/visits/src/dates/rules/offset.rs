//! Distances from another date: `two months ago`, `three days later`, `a year earlier`, `year-ago`, `in two weeks' time`.

use super::anaphor::period;
use super::length::{approx, counted, or_so};
use super::{Match, quarter};
use crate::dates::lexicon::{Class, Unit};
use crate::dates::meaning::{Count, From, Meaning, Name, Pick, Point, Side};
use crate::dates::token::Tokens;

/// A date so far from another one.
pub(super) fn offset(t: &Tokens<'_>, i: usize) -> Option<Match> {
    distance(t, i)
        .or_else(|| year_ago(t, i))
        .or_else(|| long_ago(t, i))
}

/// `[nearly] two months ago`.
fn distance(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let (at, modifier) = approx(t, i).map_or((i, None), |(at, modifier)| (at, Some(modifier)));
    let (end, length) = counted(t, at)?;
    let (end, back, from) = direction(t, or_so(t, end))?;
    if length.unit < Unit::Day {
        return Some(Match::new(end, Meaning::Length(length, Side::Anywhere)));
    }
    if length.count == Count::Some {
        let vague = Meaning::Length(length, Side::Anywhere);
        let past = from == From::Published && back;
        return Some(Match::new(
            end,
            if past {
                Meaning::Vague("PAST_REF")
            } else {
                vague
            },
        ));
    }
    let point = Point::Offset { length, back, from };
    Some(Match {
        end,
        meaning: Meaning::Date(point),
        modifier,
    })
}

/// `ago`, `earlier`, `from now`: the place after it, whether it goes back, and from where.
fn direction(t: &Tokens<'_>, i: usize) -> Option<(usize, bool, From)> {
    use From::{Mention, Published};
    const WORDS: &[(&str, bool, From)] = &[
        ("ago", true, Published),
        ("from now", false, Published),
        ("from today", false, Published),
        ("hence", false, Published),
        ("' time", false, Published),
        ("' s time", false, Published),
        ("earlier", true, Mention),
        ("previously", true, Mention),
        ("later", false, Mention),
        ("afterward", false, Mention),
        ("afterwards", false, Mention),
    ];
    if t.any(i + 1, &["than"]) {
        return None;
    }
    let found = WORDS
        .iter()
        .find_map(|(words, back, from)| Some((t.phrase(i, words)?, *back, *from)));
    found.or_else(|| {
        let ends = matches!(t.class(i + 1), Class::Punct(_)) || i + 1 >= t.len();
        let back = t.any(i, &["before"]);
        ((back || t.any(i, &["after"])) && ends).then_some((i + 1, back, Mention))
    })
}

/// `year-ago`, `the year-earlier quarter`, `the comparable year-ago period`.
fn year_ago(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let the = t
        .phrase(i, "the comparable")
        .or_else(|| t.phrase(i, "the corresponding"));
    let at = the.unwrap_or_else(|| t.skip(i, "the"));
    let at = t
        .phrase(at, "year - ago")
        .or_else(|| t.phrase(at, "year - earlier"))?;
    if let Some((end, name @ Name::Quarter(_))) = quarter::name(t, t.skip(at, "fiscal")) {
        return Some(Match::date(end, Point::Named(name, Pick::YearStep(-1))));
    }
    let (end, unit) = period(t, at).unwrap_or((at, None));
    Some(Match::date(end, Point::Period { years: -1, unit }))
}

/// `long ago`, `months ago`, `a while ago`.
fn long_ago(t: &Tokens<'_>, i: usize) -> Option<Match> {
    const WORDS: &[&str] = &[
        "long ago",
        "a while ago",
        "some time ago",
        "a long time ago",
        "ages ago",
    ];
    let units = matches!(t.class(i), Class::Unit(_)) && t.text(i).ends_with(['s', 'a']);
    let plural = t.phrase(i + 1, "ago").filter(|_| units);
    let end = plural.or_else(|| WORDS.iter().find_map(|words| t.phrase(i, words)))?;
    Some(Match::new(end, Meaning::Vague("PAST_REF")))
}
