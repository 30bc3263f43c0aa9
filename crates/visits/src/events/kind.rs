//! What kind of visit the words say it is.

use std::ops::Range;

use dateline_model::Kind;

use crate::grammar::{View, is_adverb};
use crate::wordlist::{Class, is};

/// The kind that stands before a noun ("on a three-day state visit"), with the units that give it.
pub(crate) fn before(view: &View<'_>, noun: usize) -> Option<(Kind, Range<usize>)> {
    let mut at = noun;
    let mut found = None;
    while let Some(left) = at.checked_sub(1) {
        let word = view.lower(left);
        let kind = match word {
            "state" => Some(Kind::StateVisit),
            "official" => Some(Kind::OfficialVisit),
            "working" => Some(Kind::WorkingVisit),
            _ => None,
        };
        // "an official state visit" is a state visit.
        if let Some(kind) = kind {
            found = match found {
                Some((Kind::StateVisit, _)) => Some((Kind::StateVisit, left..noun + 1)),
                _ => Some((kind, left..noun + 1)),
            };
        } else if !(is_adverb(word) || view.time(left).is_some() || is_modifier(word)) {
            break;
        }
        at = left;
    }
    found
}

/// The kind of a noun that speaks of a visit.
pub(crate) fn of_noun(lower: &str) -> Kind {
    match lower {
        "trip" | "trips" | "tour" | "tours" | "travel" | "travels" | "journey" | "swing" => {
            Kind::Trip
        }
        _ => Kind::Visit,
    }
}

/// Adjectives that stand before "visit" without telling its kind.
pub(crate) fn is_modifier(lower: &str) -> bool {
    is(lower, Class::VisitAdjective)
}
