//! What each kind of expression looks like. Every rule is a function from a place among the tokens to the expression
//! that begins there, if one does; it looks a bounded number of tokens ahead, so that the whole search is linear.

mod anaphor;
mod clock;
mod day;
mod deictic;
mod holiday;
mod length;
mod month;
mod number;
mod numeric;
mod offset;
mod phase;
mod quarter;
mod set;
mod vague;
mod weekday;
mod year;

use super::lexicon::Class;
use super::meaning::{Meaning, Member, Modifier, Point};
use super::token::Tokens;

/// An expression among the tokens.
#[derive(Clone, Debug)]
pub(super) struct Match {
    /// The place after its last token.
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    pub(super) modifier: Option<Modifier>,
}

impl Match {
    fn new(end: usize, meaning: Meaning) -> Self {
        Self {
            end,
            meaning,
            modifier: None,
        }
    }

    fn date(end: usize, point: Point) -> Self {
        Self::new(end, Meaning::Date(point))
    }
}

/// One rule.
type Rule = fn(&Tokens<'_>, usize) -> Option<Match>;

/// The rules, the sharpest first: of two matches of one length the earlier wins.
const RULES: &[Rule] = &[
    clock::clock,
    day::day,
    numeric::numeric,
    weekday::weekday,
    holiday::holiday,
    quarter::quarter,
    month::month,
    month::season,
    year::year,
    year::decade,
    offset::offset,
    deictic::deictic,
    anaphor::anaphor,
    set::set,
    vague::vague,
    length::length,
];

/// The rules whose matches are dates and can stand inside another expression (`the end of …`).
const DATES: &[Rule] = &[
    day::day,
    numeric::numeric,
    weekday::weekday,
    holiday::holiday,
    quarter::quarter,
    month::month,
    month::season,
    year::year,
    year::decade,
    deictic::deictic,
    anaphor::anaphor,
];

/// The longest expression that begins at `i`.
pub(super) fn expression(t: &Tokens<'_>, i: usize) -> Option<Match> {
    if matches!(t.class(i), Class::Other | Class::Punct(_)) {
        return None;
    }
    let plain = longest(RULES, t, i);
    match (plain, phase::phase(t, i)) {
        (Some(a), Some(b)) => Some(if b.end >= a.end { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// The longest date that begins at `i`, to stand inside another expression.
fn point(t: &Tokens<'_>, i: usize) -> Option<(usize, Point)> {
    let found = longest(DATES, t, i)?;
    match found.meaning {
        Meaning::Date(point) if found.modifier.is_none() => Some((found.end, point)),
        _ => None,
    }
}

fn longest(rules: &[Rule], t: &Tokens<'_>, i: usize) -> Option<Match> {
    let mut best: Option<Match> = None;
    for found in rules.iter().filter_map(|rule| rule(t, i)) {
        if best.as_ref().is_none_or(|best| found.end > best.end) {
            best = Some(found);
        }
    }
    best
}
