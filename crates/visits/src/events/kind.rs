//! What kind of visit the words say it is.

use std::ops::Range;

use dateline_model::Kind;

use crate::grammar::{View, is_adverb};

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
    matches!(
        lower,
        "historic"
            | "historical"
            | "first-ever"
            | "planned"
            | "upcoming"
            | "forthcoming"
            | "recent"
            | "successful"
            | "rare"
            | "surprise"
            | "unannounced"
            | "brief"
            | "short"
            | "lightning"
            | "whirlwind"
            | "landmark"
            | "inaugural"
            | "maiden"
            | "return"
            | "overseas"
            | "foreign"
            | "diplomatic"
            | "private"
            | "secret"
            | "expected"
            | "scheduled"
            | "proposed"
            | "possible"
            | "potential"
            | "long-awaited"
            | "long-planned"
            | "high-profile"
            | "high-level"
            | "official"
            | "state"
            | "working"
            | "friendly"
            | "goodwill"
            | "courtesy"
            | "controversial"
            | "important"
            | "unprecedented"
            | "latest"
            | "third"
            | "fourth"
            | "fifth"
            | "sixth"
            | "seventh"
            | "eighth"
            | "ninth"
            | "tenth"
            | "second"
            | "first"
            | "last"
            | "next"
            | "previous"
            | "earlier"
            | "much-anticipated"
            | "highly"
            | "anticipated"
            | "three-nation"
            | "presidential"
            | "own"
            | "new"
            | "two-nation"
            | "two-country"
            | "four-nation"
            | "five-nation"
            | "-"
            | "long"
            | "day"
            | "week-long"
            | "weeklong"
            | "day-long"
            | "one-day"
            | "farewell"
            | "single-day"
            | "monumental"
            | "major"
            | "special"
            | "reciprocal"
            | "postponed"
            | "cancelled"
            | "canceled"
            | "delayed"
            | "now-cancelled"
            | "flying"
            | "quick"
            | "48-hour"
            | "24-hour"
            | "prospective"
            | "follow-up"
            | "multi-nation"
            | "regional"
            | "bilateral"
            | "current"
            | "ongoing"
            | "ministerial"
            | "papal"
            | "royal"
            | "imperial"
            | "six-nation"
            | "seven-nation"
            | "solo"
            | "extended"
            | "domestic"
            | "eventual"
            | "intended"
            | "hastily"
            | "arranged"
            | "closely"
            | "watched"
            | "trade"
            | "peace"
            | "business"
            | "fact-finding"
            | "pastoral"
            | "very"
            | "personal"
            | "key"
            | "separate"
            | "joint"
            | "final"
            | "initial"
            | "swift"
            | "subsequent"
            | "productive"
            | "fruitful"
            | "memorable"
            | "official-level"
            | "symbolic"
    )
}
