//! Talks in person: "met with NAME in Belfast", "held talks with NAME", "the meeting between NAME and NAME in Washington".

use std::ops::Range;

use dateline_model::{Aspect, Kind, Status};

use super::candidate::{Candidate, Topic};
use super::context::{Context, Understood, label};
use super::when;
use crate::grammar::{
    Form, Group, Legs, Subject, Verb, group, is_adverb, located, people_from, subject, verb,
};
use crate::names::PersonId;

/// Whether a word is a noun that speaks of talks.
pub(crate) fn is_noun(lower: &str) -> bool {
    matches!(
        lower,
        "talks"
            | "meeting"
            | "meetings"
            | "summit"
            | "summits"
            | "discussions"
            | "negotiations"
            | "consultations"
    )
}

/// Reads the verb "meet" or "hold" at `at`.
pub(crate) fn read(context: &mut Context<'_>, at: usize, verb: Verb, form: Form) {
    match verb {
        Verb::Meet => meet(context, at, form),
        Verb::Hold => hold(context, at, form),
        _ => {}
    }
}

/// "met with NAME in Belfast", "will meet NAME on June 10", "NAME and NAME met in Geneva".
fn meet(context: &mut Context<'_>, at: usize, form: Form) {
    let view = context.view;
    if form == Form::Ing && is_noun_here(context, at) {
        return;
    }
    let group = group(view, at, form);
    let mut next = at + 1;
    while is_adverb(view.lower(next))
        || view.time(next).is_some()
        || view.lower(next) == "," && view.time(next + 1).is_some()
    {
        next += 1;
    }
    let with = next + usize::from(matches!(view.lower(next), "with" | "face-to-face"));
    let (others, end) = people_from(view, with);
    both_sides(context, "meet", at, &group, others, at + 1..end.max(next));
}

/// Whether "meeting" is a noun: after a determiner, an adjective or a genitive.
fn is_noun_here(context: &Context<'_>, at: usize) -> bool {
    let view = context.view;
    let before = view.before(at);
    !(crate::grammar::is_be(before)
        || is_adverb(before)
        || at > 0 && view.person(at - 1).is_some()
        || matches!(
            before,
            "after" | "while" | "before" | "by" | "," | "in" | "forward" | "to" | "when"
        ))
}

/// "held talks with NAME", "will hold a bilateral summit with NAME": the noun must follow closely.
fn hold(context: &mut Context<'_>, at: usize, form: Form) {
    let view = context.view;
    let Some(noun) = (at + 1..at + 8).find(|&at| is_noun(view.lower(at))) else {
        return;
    };
    let broken = |word: &str| matches!(word, "to" | "in" | "with" | "and" | "that" | "," | "of");
    if view.any(at + 1..noun, broken) {
        return;
    }
    let group = group(view, at, form);
    let (with, after) = with_whom(context, noun);
    both_sides(
        context,
        "hold-talks",
        at,
        &group,
        with,
        at + 1..after.max(noun + 1),
    );
}

/// The people after "with" that follows a noun, past adverbs, dates and "in Beijing".
fn with_whom(context: &Context<'_>, noun: usize) -> (Vec<(PersonId, usize)>, usize) {
    let view = context.view;
    let mut at = noun + 1;
    while at < noun + 10 {
        if view.lower(at) == "with" {
            return people_from(view, at + 1);
        }
        let passable = is_adverb(view.lower(at))
            || view.time(at).is_some()
            || view.place(at).is_some()
            || matches!(view.lower(at), "on" | "in" | "at" | "here" | "the" | ",");
        if !passable {
            break;
        }
        at += 1;
    }
    (Vec::new(), noun + 1)
}

/// Subject and object of talks together.
fn both_sides(
    context: &mut Context<'_>,
    rule: &'static str,
    at: usize,
    group: &Group,
    others: Vec<(PersonId, usize)>,
    phrase: Range<usize>,
) {
    let view = context.view;
    // "met with troops": with whom is said, and it is nobody who is named.
    let unnamed =
        others.is_empty() && view.any(phrase.start..phrase.end + 3, |word| word == "with");
    if group.denied || unnamed || group.passive && rule == "meet" {
        return;
    }
    if group.purpose {
        context.refuse(rule, at, "a purpose: whether they met is not said");
        return;
    }
    let subject = subject(view, context.discourse, group);
    let mut people = match Context::people(subject) {
        Ok(people) => people,
        Err(reason) => {
            if !others.is_empty() {
                context.refuse(rule, at, reason);
            }
            return;
        }
    };
    for other in others {
        if people.iter().all(|&(person, _)| person != other.0) {
            people.push(other);
        }
    }
    let status = super::verbal::if_clause(context, group.start).or_else(|| context.status(group));
    let present = group.start == at && view.lower(at).ends_with('s');
    take(
        context,
        rule,
        at,
        &people,
        group.start..phrase.end,
        status,
        present,
    );
}

/// Reads the noun at `at`: "talks between NAME and NAME in Beijing", "NAME's meeting with NAME".
pub(crate) fn read_noun(context: &mut Context<'_>, at: usize) {
    let rule = "noun-talks";
    let view = context.view;
    // "held talks" is read at the verb.
    let held = (at.saturating_sub(6)..at).any(|left| {
        matches!(verb(view.lower(left)), Some((Verb::Hold, _)))
            && !view.any(left + 1..at, |word| {
                matches!(word, "to" | "in" | "with" | "and" | "that" | "," | "of")
            })
    });
    if held {
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
    let (people, end) = if view.lower(at + 1) == "between" {
        people_from(view, at + 2)
    } else {
        let owner = owner(context, at);
        let (mut with, end) = with_whom(context, at);
        let Some(owner) = owner.filter(|_| !with.is_empty()) else {
            return;
        };
        with.insert(0, owner);
        (with, end)
    };
    if people.len() < 2 {
        return;
    }
    let status = planned_words(context, at);
    take(context, rule, at, &people, at..end, status, false);
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
        if view.is_genitive(left) {
            if left > 0 && view.time(left - 1).is_some() {
                at = left - 1;
                continue;
            }
            let owner = left.checked_sub(1)?;
            return Some((view.person(owner)?, owner));
        }
        if let Some(pronoun) = crate::grammar::pronoun(view.lower(left)) {
            return match crate::grammar::by_pronoun(view, context.discourse, left, pronoun) {
                Subject::People(people) => people.first().copied(),
                Subject::Nation(_) | Subject::Nobody(_) => None,
            };
        }
        if !(super::kind::is_modifier(view.lower(left))
            || view.time(left).is_some()
            || is_adverb(view.lower(left)))
        {
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

/// Notes talks between at least two named people; where may be missing.
fn take(
    context: &mut Context<'_>,
    rule: &'static str,
    at: usize,
    people: &[(PersonId, usize)],
    phrase: Range<usize>,
    status: Option<Status>,
    present: bool,
) {
    if people.len() < 2 {
        return;
    }
    if context.is_remote(&phrase) {
        context.refuse(
            rule,
            at,
            "nobody travelled: a call or a meeting on a screen",
        );
        return;
    }
    let view = context.view;
    let place = place(context, &phrase);
    let understood = Understood {
        rule,
        trigger: at,
        phrase: phrase.start
            ..place
                .as_ref()
                .map_or(phrase.end, |legs| legs.end.max(phrase.end)),
        people: people.to_vec(),
        host: None,
        legs: Vec::new(),
        own_time: (phrase.start
            ..place
                .as_ref()
                .map_or(phrase.end, |legs| legs.end.max(phrase.end)))
            .find(|&at| view.time(at).is_some_and(|time| time.edtf().is_some())),
        days: None,
        aspect: Aspect::Whole,
        kind: Kind::Talks,
        kind_units: at..at + 1,
        status,
        present,
        confidence: 70,
    };
    let leg_time = place.as_ref().and_then(|legs| legs.legs.first()?.time);
    let dated =
        when::choose(view, &understood, leg_time, context.published).map(|choice| choice.dated);
    let legs = place.unwrap_or_default().legs;
    let candidate = Candidate {
        rule,
        topic: Topic::Talks,
        sentence: view.sentence_span(),
        number: context.number,
        trigger: view.span(at..at + 1),
        people: context.spans(people),
        host: None,
        country: legs.first().and_then(|leg| label(&leg.spot)),
        spots: legs
            .iter()
            .take(1)
            .map(|leg| (leg.spot.clone(), view.span(leg.unit..leg.unit + 1)))
            .collect(),
        status: context.settle(status, dated.as_ref()),
        dated,
        days: None,
        shared: false,
        aspect: Aspect::Whole,
        kind: Kind::Talks,
        kind_span: Some(view.span(at..at + 1)),
        confidence: 70,
    };
    context.found.push(candidate);
}

/// "in Belfast", "at the White House" after the people, within the clause; else before the verb at the sentence's start.
fn place(context: &Context<'_>, phrase: &Range<usize>) -> Option<Legs> {
    let view = context.view;
    let mut stop = phrase.end;
    while stop < view.units.len() && stop < phrase.end + 18 {
        let word = view.lower(stop);
        if crate::grammar::is_wall(word)
            || matches!(
                word,
                "who"
                    | "which"
                    | "that"
                    | "where"
                    | "after"
                    | "before"
                    | "while"
                    | "as"
                    | "to"
                    | "followed"
                    | "following"
            )
        {
            break;
        }
        stop += 1;
    }
    located(view, context.discourse, phrase.start..stop).or_else(|| {
        let start = located(view, context.discourse, 0..8.min(phrase.start))?;
        let relative = view.any(start.end..phrase.start, |word| {
            matches!(word, "who" | "which" | "that" | "whom")
        });
        (start.end <= phrase.start && !relative).then_some(start)
    })
}
