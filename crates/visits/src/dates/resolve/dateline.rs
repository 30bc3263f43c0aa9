//! The line that a dispatch begins with: "BERLIN, June 26 (Reuter) -".

use crate::dates::lexicon::Class;
use crate::dates::token::Tokens;

/// Within how many tokens of the text the date of a dateline begins.
const REACH: usize = 8;

/// Whether the date from `start` to `end` is that of a dateline: places before it, a dash after it.
pub(super) fn holds(t: &Tokens<'_>, start: usize, end: usize) -> bool {
    let punct = |i: usize| matches!(t.class(i), Class::Punct(_));
    let places = (0..start).all(|i| t.capital(i) || punct(i)) && t.capital(0);
    let credit = |i: usize| t.capital(i) || punct(i);
    let dash = (end..end + REACH).take_while(|&i| i < t.len() && credit(i));
    let is_dash = |i: usize| t.is(i, '-') && !t.joined(i) || t.is(i, '—');
    (1..=REACH).contains(&start) && places && dash.into_iter().any(is_dash)
}
