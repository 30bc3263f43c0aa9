//! What the words around the phrase say of it: "will pay a visit", "cancelled a trip", "during a visit", "the visit was postponed".

use dateline_model::{Aspect, Status};

use super::phrase::Phrase;
use crate::events::context::Context;
use crate::grammar::{Verb, group, is_adverb, verb, weaker};
use crate::wordlist::{Class, is};

/// What a verb before the phrase says of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Light {
    /// The first unit of the verb group, or of the preposition.
    pub start: Option<usize>,
    /// Whether it took place.
    pub status: Option<Status>,
    /// What its date is the date of.
    pub aspect: Option<Aspect>,
    /// Whether it is denied.
    pub denied: bool,
    /// Whether the subject of the verb is the visitor.
    pub subject: bool,
    /// Whether it is a verb.
    pub verb: bool,
}

/// The verb or preposition that the phrase hangs on.
pub(super) fn light(context: &Context<'_>, phrase: &Phrase) -> Light {
    let view = context.view;
    let mut at = phrase.start;
    while at > 0
        && (is_adverb(view.before(at))
            || matches!(
                view.before(at),
                "off" | "up" | "short" | "back" | "out" | "down"
            ))
    {
        at -= 1;
    }
    let Some(left) = at.checked_sub(1) else {
        return preposition(context, phrase);
    };
    let word = view.lower(left);
    let Some((verb, form)) = verb(word) else {
        return preposition(context, phrase);
    };
    let group = group(view, left, form);
    let status = group
        .status
        .or_else(|| crate::grammar::inherited(view, group.start));
    let (status, aspect, subject) = match verb {
        Verb::Make | Verb::Hold => (status, None, true),
        Verb::Begin => (status, Some(Aspect::Start), true),
        Verb::End => (status, Some(Aspect::End), true),
        Verb::Plan => (Some(weaker(status, Status::Planned)), None, true),
        Verb::Propose => (Some(weaker(status, Status::Proposed)), None, true),
        Verb::Cancel => (Some(Status::Cancelled), None, true),
        Verb::Postpone => (Some(Status::Postponed), None, true),
        Verb::Attend if word.starts_with("t") => (status, None, true),
        _ => return preposition(context, phrase),
    };
    let cancelled = matches!(status, Some(Status::Cancelled | Status::Postponed));
    Light {
        start: Some(group.start),
        // A plan to cancel is a cancelled visit; a denied cancelling says nothing.
        status,
        aspect,
        denied: group.denied && !cancelled,
        subject: subject && !group.passive,
        verb: true,
    }
}

/// "on", "during", "for" before the phrase; and the verb after it ("the visit will …", "was postponed").
fn preposition(context: &Context<'_>, phrase: &Phrase) -> Light {
    let view = context.view;
    let before = view.before(phrase.start);
    let start = phrase.start.checked_sub(1);
    let later = later_verb(context, phrase);
    let awaited = before == "to" && view.lower(phrase.start.wrapping_sub(2)) == "forward";
    let back = before == "from"
        && view.any(phrase.start.saturating_sub(8)..phrase.start, |word| {
            matches!(
                word,
                "return" | "returned" | "returns" | "returning" | "back" | "home"
            )
        });
    let under_way = match before {
        _ if back => Some(Aspect::End),
        "on" | "during" | "amid" | "while" => Some(Aspect::UnderWay),
        _ => None,
    };
    let proposed = matches!(before, "of" | "about" | "discuss" | "for")
        && view.any(phrase.start.saturating_sub(5)..phrase.start, |word| {
            is(word, Class::Prospect)
        });
    let ahead = matches!(before, "of") && view.lower(phrase.start.wrapping_sub(2)) == "ahead"
        || matches!(before, "before");
    Light {
        start,
        status: if proposed {
            Some(Status::Proposed)
        } else if matches!(before, "during" | "after" | "following" | "since")
            && !view.any(0..view.units.len(), |word| {
                matches!(word, "will" | "would" | "'ll")
            })
        {
            Some(later.unwrap_or(Status::Reported))
        } else if ahead || awaited {
            Some(later.unwrap_or(Status::Planned))
        } else {
            later
        },
        aspect: under_way,
        denied: false,
        verb: false,
        subject: awaited || is(before, Class::VisitPreposition),
    }
}

/// What the words in the phrase and the verb after it say of whether the visit takes place.
pub(super) fn later_verb(context: &Context<'_>, phrase: &Phrase) -> Option<Status> {
    let view = context.view;
    for at in phrase.start..phrase.noun {
        let status = match view.lower(at) {
            "planned" | "upcoming" | "forthcoming" | "scheduled" | "next" | "expected" => {
                Some(Status::Planned)
            }
            "proposed" | "possible" | "potential" | "prospective" => Some(Status::Proposed),
            "cancelled" | "canceled" => Some(Status::Cancelled),
            "postponed" | "delayed" => Some(Status::Postponed),
            "recent" | "last" | "previous" | "first-ever" => Some(Status::Reported),
            _ => None,
        };
        if status.is_some() {
            return status;
        }
    }
    let end = phrase.legs.end.max(phrase.noun + 1);
    for at in end..end + 8 {
        let word = view.lower(at);
        match word {
            "starts" | "begins" | "start" | "begin" => return Some(Status::Planned),
            "will" | "would" | "'ll" => {
                return Some(called_off(context, at).unwrap_or(Status::Planned));
            }
            "may" | "might" | "could" => {
                return Some(called_off(context, at).unwrap_or(Status::Proposed));
            }
            "was" | "were" | "has" | "had" | "is" | "been" => {
                return Some(called_off(context, at).unwrap_or(Status::Reported));
            }
            "," | ";" | "." | "and" | "which" | "that" | "who" | "as" | "—" => return None,
            _ if word.ends_with("ed") => {
                return Some(called_off(context, at).unwrap_or(Status::Reported));
            }
            _ => {}
        }
    }
    None
}

/// Whether the verb after a visit tells its beginning or its end: "his visit to Egypt ended on April 9".
pub(super) fn later_aspect(context: &Context<'_>, phrase: &Phrase) -> Option<Aspect> {
    let end = phrase.legs.end;
    (end..end + 3).find_map(|at| match context.view.lower(at) {
        "begins" | "began" | "starts" | "started" | "begin" | "start" => Some(Aspect::Start),
        "ends" | "ended" | "concludes" | "concluded" | "end" | "conclude" => Some(Aspect::End),
        _ => None,
    })
}

/// "was postponed", "has been called off", "would be cancelled" after a visit.
fn called_off(context: &Context<'_>, at: usize) -> Option<Status> {
    let view = context.view;
    (at..at + 4).find_map(|at| match view.lower(at) {
        "cancelled" | "canceled" | "scrapped" | "shelved" => Some(Status::Cancelled),
        "called" if view.lower(at + 1) == "off" => Some(Status::Cancelled),
        "postponed" | "delayed" | "rescheduled" | "deferred" => Some(Status::Postponed),
        "put" if view.lower(at + 1) == "off" => Some(Status::Postponed),
        "planned" | "scheduled" | "expected" | "announced" | "due" => Some(Status::Planned),
        "proposed" | "considered" | "discussed" => Some(Status::Proposed),
        _ => None,
    })
}
