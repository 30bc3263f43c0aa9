//! Visits told by nouns: "Xi's state visit to the ROK", "the visit of NAME to Baghdad", "on a visit to China", "cancelled a trip to".

mod light;
mod owner;
mod phrase;

use std::ops::Range;

use dateline_model::{Aspect, Kind, Span, Status};

use super::candidate::{Dated, Topic};
use super::context::{Context, Understood};
use super::kind;
use super::verbal::if_clause;
use crate::grammar::{View, is_verb_here, places_from, verb};
use crate::names::PersonId;
use crate::wordlist::{Class, is};
use light::{Light, later_aspect, later_verb, light, place_left};
use owner::owners;
use phrase::{Phrase, phrase};

/// Whether a word is a noun that speaks of a visit.
pub(crate) fn is_noun(lower: &str) -> bool {
    is(lower, Class::VisitNoun)
}

/// Reads the noun at `at`. It must be no verb.
pub(crate) fn read(context: &mut Context<'_>, at: usize) {
    if is_verb(context, at) {
        return;
    }
    let mut phrase = phrase(context, at);
    let rule = rule(context.view.lower(at));
    if phrase.legs.legs.is_empty()
        && let Some(legs) = place_left(context, &phrase)
    {
        phrase.legs = legs;
    }
    if phrase.legs.legs.is_empty() {
        mention(context, &phrase);
        return;
    }
    let light = light(context, &phrase);
    if matches!(context.view.lower(at), "visits" | "stops" | "mission")
        && phrase.people.is_empty()
        && !light.verb
        && context.view.before(phrase.start) != "with"
    {
        context.refuse(rule, at, "several visits of nobody in particular");
        return;
    }
    if light.denied {
        context.refuse(rule, at, "it is denied");
        return;
    }
    let people = match owners(context, &phrase, &light) {
        Ok(people) => people,
        Err(_)
            if context.number == 0
                && phrase.people.is_empty()
                && phrase.unknown_owner.is_none() =>
        {
            context.mention(rule, at, &[], &phrase.legs, Topic::Announced);
            return;
        }
        Err(reason) => {
            context.refuse(rule, at, reason);
            return;
        }
    };
    let mut understood = understood(context, &phrase, &light, people, rule);
    if context.view.before(phrase.start) == "with" {
        understood.status = understood
            .status
            .or_else(|| told_with(context, &understood));
    }
    context.take(&understood);
}

/// "Building on her visit to", "since his trip to": today's talks are no part of it.
fn is_over(context: &Context<'_>, phrase: &Phrase) -> bool {
    let view = context.view;
    let before = phrase.start.saturating_sub(1);
    match view.before(phrase.start) {
        "after" | "following" | "since" | "follows" | "followed" => true,
        "on" | "upon" => view.before(before).starts_with("buil"),
        _ => false,
    }
}

/// What the sentence says of the journey that has these stops.
fn told_with(context: &Context<'_>, stops: &Understood) -> Option<Status> {
    let goes =
        |&(person, _): &(PersonId, Span)| stops.people.iter().any(|&(other, _)| other == person);
    let found = context.found.iter().rev();
    found
        .filter(|candidate| candidate.people.iter().any(goes))
        .find_map(|candidate| candidate.status)
}

fn rule(noun: &str) -> &'static str {
    match noun {
        "visit" | "visits" => "noun-visit",
        "trip" | "trips" | "travel" | "travels" | "journey" => "noun-trip",
        "tour" | "tours" | "swing" => "noun-tour",
        "arrival" => "noun-arrival",
        "departure" => "noun-departure",
        "participation" | "attendance" => "noun-participation",
        _ => "noun-stop",
    }
}

/// Whether the word is a verb here ("will visit", "Xi visits").
fn is_verb(context: &Context<'_>, at: usize) -> bool {
    let view = context.view;
    verb(view.lower(at)).is_some_and(|(_, form)| {
        let object = !places_from(view, context.discourse, at + 1).legs.is_empty();
        is_verb_here(view, at, form, object)
    })
}

/// Puts together what the noun says.
fn understood(
    context: &Context<'_>,
    phrase: &Phrase,
    light: &Light,
    people: Vec<(PersonId, usize)>,
    rule: &'static str,
) -> Understood {
    let (kind, kind_units) = kind_of(context, phrase, rule);
    let aspect = match rule {
        "noun-arrival" | "noun-departure" => Some(Aspect::Start),
        // "left on Friday, with stops in Egypt and Jordan"
        "noun-stop" if context.view.before(phrase.start) == "with" => Some(Aspect::UnderWay),
        _ => light.aspect.or_else(|| later_aspect(context, phrase)),
    };
    let start = light
        .start
        .filter(|_| light.status.is_some())
        .unwrap_or(phrase.start);
    let around = phrase.start.saturating_sub(4)..phrase.legs.end + 8;
    let legs = phrase.legs.legs.clone();
    Understood {
        own_time: phrase.time.or(light.time),
        present: light.present,
        past: light.past,
        over: is_over(context, phrase),
        days: phrase
            .days
            .or_else(|| super::verbal::days_in(context, &around)),
        aspect: aspect.unwrap_or(Aspect::Whole),
        kind,
        kind_units,
        status: if_clause(context, phrase.start).or(light.status),
        ..Understood::of(rule, phrase.noun, start..phrase.legs.end, people, legs)
    }
}

/// The kind that the words before the noun, else the noun itself, give.
fn kind_of(context: &Context<'_>, phrase: &Phrase, rule: &str) -> (Kind, Range<usize>) {
    let view = context.view;
    let summit = |word: &str| matches!(word, "summit" | "summits");
    kind::before(view, phrase.noun).unwrap_or_else(|| {
        let at_summit =
            rule == "noun-participation" && view.any(phrase.noun..phrase.legs.end, summit);
        let kind = if at_summit {
            Kind::Summit
        } else {
            kind::of_noun(view.lower(phrase.noun))
        };
        (kind, phrase.noun..phrase.noun + 1)
    })
}

/// A visit without a place: one that was spoken of before, or one whose place stands elsewhere (the headline).
fn mention(context: &mut Context<'_>, phrase: &Phrase) {
    let view = context.view;
    let noun = view.lower(phrase.noun);
    if !matches!(
        noun,
        "visit"
            | "visits"
            | "trip"
            | "trips"
            | "tour"
            | "tours"
            | "travel"
            | "journey"
            | "stay"
            | "arrival"
            | "stopover"
            | "pilgrimage"
    ) {
        return;
    }
    let next = view.lower(phrase.noun + 1);
    let sight = next == "of" && view.person(phrase.noun + 2).is_none() && !phrase.definite;
    if sight || phrase.indefinite || next == "to" || noun.ends_with('s') {
        context.refuse(rule(noun), phrase.noun, "no place is named");
        return;
    }
    if phrase.unknown_owner.is_some() {
        return;
    }
    let first = context.found.len();
    context.mention(
        "visit-mention",
        phrase.noun,
        &phrase.people,
        &phrase.legs,
        Topic::Mention,
    );
    let kind = kind::before(view, phrase.noun);
    let status = later_verb(context, phrase);
    if let Some(candidate) = context.found.get_mut(first) {
        candidate.status = status;
        candidate.days = phrase.days;
        candidate.dated = phrase.time.and_then(|unit| dated(view, unit));
        candidate.kind_span = kind.as_ref().map(|(_, units)| view.span(units.clone()));
        candidate.kind = kind.map_or(Kind::Visit, |(kind, _)| kind);
    }
}

/// The date at a unit.
fn dated(view: &View<'_>, unit: usize) -> Option<Dated> {
    let timex = view.time(unit)?;
    Some(Dated {
        date: timex.edtf()?,
        basis: timex.basis,
        span: view.span(unit..unit + 1),
    })
}
