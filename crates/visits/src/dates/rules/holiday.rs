//! Holidays that fall on the same day everywhere they are kept, or that one country's newspapers mean by the name.

use super::{Match, year};
use crate::dates::meaning::{Holiday, Name, Pick, Point};
use crate::dates::token::Tokens;

/// A holiday, with its year when that is given.
pub(super) fn holiday(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let (end, holiday) = named(t, i)?;
    let (end, pick) = year::suffix(t, end).unwrap_or((end, Pick::Nearest));
    Some(Match::date(end, Point::Named(Name::Holiday(holiday), pick)))
}

/// The holiday named at `i`, its first word with a capital.
pub(super) fn named(t: &Tokens<'_>, i: usize) -> Option<(usize, Holiday)> {
    if !t.capital(i) {
        return None;
    }
    HOLIDAYS
        .iter()
        .find_map(|(words, holiday)| Some((t.phrase(i, words)?, *holiday)))
}

/// Names and rules; of names that begin alike the longer comes first. Left out: what falls on another day in every
/// country (Independence Day, Mother's Day) or follows another calendar (Eid, Lunar New Year, Passover).
const HOLIDAYS: &[(&str, Holiday)] = &[
    ("all saints ' day", Holiday::Fixed(11, 1)),
    ("anzac day", Holiday::Fixed(4, 25)),
    ("april fools ' day", Holiday::Fixed(4, 1)),
    ("april fool ' s day", Holiday::Fixed(4, 1)),
    ("armistice day", Holiday::Fixed(11, 11)),
    ("ash wednesday", Holiday::Easter(-46)),
    ("bastille day", Holiday::Fixed(7, 14)),
    ("boxing day", Holiday::Fixed(12, 26)),
    ("christmas day", Holiday::Fixed(12, 25)),
    ("christmas eve", Holiday::Fixed(12, 24)),
    ("christmas", Holiday::Fixed(12, 25)),
    ("columbus day", Holiday::Nth(2, 0, 10)),
    ("earth day", Holiday::Fixed(4, 22)),
    ("easter monday", Holiday::Easter(1)),
    ("easter sunday", Holiday::Easter(0)),
    ("easter", Holiday::Easter(0)),
    ("good friday", Holiday::Easter(-2)),
    ("groundhog day", Holiday::Fixed(2, 2)),
    ("halloween", Holiday::Fixed(10, 31)),
    ("human rights day", Holiday::Fixed(12, 10)),
    ("international women ' s day", Holiday::Fixed(3, 8)),
    ("juneteenth", Holiday::Fixed(6, 19)),
    ("labor day", Holiday::Nth(1, 0, 9)),
    ("martin luther king day", Holiday::Nth(3, 0, 1)),
    ("martin luther king jr . day", Holiday::Nth(3, 0, 1)),
    ("may day", Holiday::Fixed(5, 1)),
    ("memorial day", Holiday::Nth(-1, 0, 5)),
    ("new year ' s day", Holiday::Fixed(1, 1)),
    ("new year ' s eve", Holiday::Fixed(12, 31)),
    ("palm sunday", Holiday::Easter(-7)),
    ("presidents day", Holiday::Nth(3, 0, 2)),
    ("presidents ' day", Holiday::Nth(3, 0, 2)),
    ("remembrance day", Holiday::Fixed(11, 11)),
    ("st patrick ' s day", Holiday::Fixed(3, 17)),
    ("st . patrick ' s day", Holiday::Fixed(3, 17)),
    ("thanksgiving day", Holiday::Nth(4, 3, 11)),
    ("thanksgiving", Holiday::Nth(4, 3, 11)),
    ("valentine ' s day", Holiday::Fixed(2, 14)),
    ("veterans day", Holiday::Fixed(11, 11)),
    ("world aids day", Holiday::Fixed(12, 1)),
];
