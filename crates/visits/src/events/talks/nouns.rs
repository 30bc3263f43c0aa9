//! Talks told by nouns: "talks between NAME and NAME", "NAME's meeting with NAME", "during their talks".

use std::ops::Range;

use dateline_model::Status;

use super::{Talks, place, take, with_whom};
use crate::events::candidate::Topic;
use crate::events::context::Context;
use crate::events::kind;
use crate::grammar::{Subject, Verb, by_pronoun, is_adverb, people_from, pronoun, verb};
use crate::names::PersonId;

/// Reads the noun at `at`: "talks between NAME and NAME in Beijing", "NAME's meeting with NAME".
pub(crate) fn read_noun(context: &mut Context<'_>, at: usize) {
    if is_held(context, at) {
        return;
    }
    if is_mention(context, at) {
        let legs = place(context, &(at..at + 1))
            .filter(|legs| legs.legs.iter().all(|leg| leg.unit <= at + 3));
        context.mention(
            "talks-mention",
            at,
            &[],
            &legs.unwrap_or_default(),
            Topic::TalksMention,
        );
        return;
    }
    if let Some((people, phrase)) = talkers(context, at) {
        if is_still_ahead(context, &people, &phrase) {
            context.refuse("noun-talks", at, "talks that lie ahead, without a date");
            return;
        }
        let talks = Talks {
            rule: "noun-talks",
            trigger: at,
            word: at,
            people,
            phrase,
            status: planned_words(context, at),
            present: false,
        };
        take(context, talks);
    }
}

/// "arrived on Tuesday ahead of his summit with NAME": the date is not that of the talks.
fn is_still_ahead(context: &Context<'_>, people: &Talkers, phrase: &Range<usize>) -> bool {
    let view = context.view;
    let owner = people.first().map_or(phrase.start, |&(_, unit)| unit);
    let before = view.before(owner.min(phrase.start));
    let ahead = before == "before"
        || before == "of" && view.lower(owner.wrapping_sub(2)) == "ahead"
        || before == "for";
    let close = |at: &usize| !matches!(view.lower(*at), "," | "who" | "whom");
    let dated = (phrase.start..phrase.end + 6)
        .take_while(|at| *at < phrase.end || close(at))
        .any(|at| view.time(at).is_some());
    ahead && !dated
}

/// "held talks" is read at the verb.
fn is_held(context: &Context<'_>, at: usize) -> bool {
    let view = context.view;
    let parts = |word: &str| matches!(word, "to" | "in" | "with" | "and" | "that" | ",");
    (at.saturating_sub(6)..at).any(|left| {
        matches!(verb(view.lower(left)), Some((Verb::Hold, _))) && !view.any(left + 1..at, parts)
    })
}

/// Who talks, with the units that name them.
type Talkers = Vec<(PersonId, usize)>;

/// "between NAME and NAME", "NAME's September meeting with NAME": who, and the units between the owner and the end.
fn talkers(context: &Context<'_>, at: usize) -> Option<(Talkers, Range<usize>)> {
    if context.view.lower(at + 1) == "between" {
        let (people, end) = people_from(context.view, at + 2);
        return Some((people, at..end));
    }
    let (mut with, end) = with_whom(context, at);
    let owner = owner(context, at).filter(|_| !with.is_empty())?;
    with.insert(0, owner);
    Some((with, owner.1 + 1..end))
}

/// "during their talks", "during the meeting": talks that were spoken of before.
fn is_mention(context: &Context<'_>, noun: usize) -> bool {
    let view = context.view;
    let Some(before) = noun.checked_sub(1) else {
        return false;
    };
    matches!(view.lower(before), "their" | "the")
        && matches!(view.before(before), "during" | "at" | "in")
}

/// "NAME's (bilateral) meeting": who has it.
fn owner(context: &Context<'_>, noun: usize) -> Option<(PersonId, usize)> {
    let view = context.view;
    let mut at = noun;
    while at > 0 && noun - at < 6 {
        let left = at - 1;
        let word = view.lower(left);
        let of_time = view.is_genitive(left) && left > 0 && view.time(left - 1).is_some();
        if view.is_genitive(left) && !of_time {
            let owner = left.checked_sub(1)?;
            return Some((view.person(owner)?, owner));
        }
        if let Some(pronoun) = pronoun(word) {
            return match by_pronoun(view, context.discourse, left, pronoun) {
                Subject::People(people) => people.first().copied(),
                Subject::Nation(_) | Subject::Nobody(_) => None,
            };
        }
        if !(of_time || kind::is_modifier(word) || view.time(left).is_some() || is_adverb(word)) {
            return None;
        }
        at = left;
    }
    None
}

/// What adjectives say of talks that a noun names.
fn planned_words(context: &Context<'_>, noun: usize) -> Option<Status> {
    let view = context.view;
    (noun.saturating_sub(4)..noun).find_map(|at| match view.lower(at) {
        "planned" | "upcoming" | "forthcoming" | "scheduled" => Some(Status::Planned),
        "possible" | "proposed" | "potential" => Some(Status::Proposed),
        "recent" | "last" | "previous" => Some(Status::Reported),
        _ => None,
    })
}
