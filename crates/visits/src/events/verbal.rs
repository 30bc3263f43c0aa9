//! Visits told by verbs: "visit", "travel to", "arrive in", "led a delegation to".

use std::ops::Range;

use dateline_model::{Aspect, Kind, Status};

use super::candidate::Topic;
use super::context::{Context, Understood};
use crate::grammar::{
    Form, Group, Leg, Legs, Verb, destination, group, is_adverb, is_verb_here, located,
    places_from, subject, verb,
};
use crate::names::PersonId;

/// How sure verbs of visiting are.
const SURE: u8 = 85;

/// Reads the verb at `at`, if it is one of visiting.
pub(crate) fn read(context: &mut Context<'_>, at: usize, verb: Verb, form: Form) {
    match verb {
        Verb::Visit => visit(context, at, form),
        // "came back to": where they came from must be known, else it may be home.
        Verb::Go if context.view.lower(at + 1) == "back" => {
            motion(context, at, form, "return-to", &["to"], Aspect::Whole);
        }
        Verb::Go if context.view.lower(at).starts_with("fl") => {
            motion(
                context,
                at,
                form,
                "travel-to",
                &["to", "into"],
                Aspect::Whole,
            );
        }
        Verb::Go => motion(context, at, form, "travel-to", &["to"], Aspect::Whole),
        Verb::Return => motion(context, at, form, "return-to", &["to"], Aspect::Whole),
        Verb::Arrive => motion(
            context,
            at,
            form,
            "arrive-in",
            &["in", "at", "on", "to"],
            Aspect::Start,
        ),
        Verb::Depart => motion(context, at, form, "depart-for", &["for"], Aspect::Start),
        Verb::Stop => motion(context, at, form, "stop-in", &["in", "at"], Aspect::Whole),
        Verb::Lead => lead(context, at, form),
        Verb::Attend if super::taking::is_taking(context, at) => {
            super::taking::taken(context, at, form);
        }
        Verb::Attend => super::attending::attend(context, at, form),
        _ => {}
    }
}

/// "visit Seoul", "toured China"; a sight in a place is a stop.
fn visit(context: &mut Context<'_>, at: usize, form: Form) {
    let object = has_object(context, at);
    if !is_verb_here(context.view, at, form, object) {
        return;
    }
    let rule = "visit-place";
    let group = group(context.view, at, form);
    if group.passive {
        context.refuse(rule, at, "who visits is not the subject");
        return;
    }
    let mut object = at + 1;
    while is_adverb(context.view.lower(object)) && context.view.lower(object) != "here" {
        object += 1;
    }
    let legs = places_from(context.view, context.discourse, object);
    if legs.legs.is_empty() {
        sight(context, at, &group, rule);
        return;
    }
    let reading = Reading {
        rule,
        aspect: Aspect::Whole,
        kind: Kind::Visit,
    };
    finish(context, at, &group, reading, &legs);
}

/// Whether a place follows right after a verb.
fn has_object(context: &Context<'_>, at: usize) -> bool {
    !places_from(context.view, context.discourse, at + 1)
        .legs
        .is_empty()
}

/// Something else than a place is visited: a stop if it lies where the visitor is known to be.
fn sight(context: &mut Context<'_>, at: usize, group: &Group, rule: &'static str) {
    let place = located(context.view, context.discourse, at + 1..at + 22);
    let people = Context::people(subject(context.view, context.discourse, group));
    match (place, people) {
        (Some(legs), Ok(people)) if group.status == Some(Status::Reported) && !group.denied => {
            context.mention("sight", at, &people, &legs, Topic::Sight);
        }
        _ => context.refuse(rule, at, "what is visited is no country, region or town"),
    }
}

/// A verb of motion with its destination.
fn motion(
    context: &mut Context<'_>,
    at: usize,
    form: Form,
    rule: &'static str,
    prepositions: &[&str],
    aspect: Aspect,
) {
    let view = context.view;
    let legs_follow = matches!(view.lower(at + 1), "to" | "in" | "for" | "into" | "at");
    if !is_verb_here(view, at, form, legs_follow && matches!(form, Form::S)) {
        return;
    }
    if rule == "stop-in"
        && !prepositions.contains(&view.lower(at + 1))
        && !is_adverb(view.lower(at + 1))
        && view.lower(at + 1) != "over"
    {
        return;
    }
    let mut legs = destination(view, context.discourse, at, prepositions);
    if legs.legs.is_empty() && rule == "arrive-in" {
        legs = at_dateline(context, at)
            .or_else(|| beyond_sight(context, at))
            .unwrap_or_default();
    }
    if legs.legs.is_empty() {
        return;
    }
    let group = group(view, at, form);
    let kind = match rule {
        "travel-to" | "depart-for" => Kind::Trip,
        _ => Kind::Visit,
    };
    if group.passive && rule != "return-to" && !matches!(view.lower(at), "flown" | "gone") {
        context.refuse(rule, at, "the subject is sent or taken");
        return;
    }
    let reading = Reading { rule, aspect, kind };
    finish(context, at, &group, reading, &legs);
}

/// "arrived at the shrine of Fatima in Portugal": the country or town after what no list has.
fn beyond_sight(context: &Context<'_>, verb: usize) -> Option<Legs> {
    let view = context.view;
    let breaks = |at: &usize| {
        matches!(
            view.lower(*at),
            "," | ";" | "to" | "for" | "and" | "from" | "who" | "where"
        ) || view.person(*at).is_some()
    };
    let at = matches!(view.lower(verb + 1), "at" | "in");
    let end = (verb + 1..verb + 12).find(breaks).unwrap_or(verb + 12);
    located(view, context.discourse, verb + 2..end).filter(|_| at)
}

/// "SEOUL, May 4 -- NAME arrived on Tuesday": where the text is written, if nothing else is said.
fn at_dateline(context: &Context<'_>, verb: usize) -> Option<Legs> {
    let view = context.view;
    let here = context.discourse.here.clone()?;
    let mut next = verb + 1;
    while is_adverb(view.lower(next)) || view.time(next).is_some() || view.lower(next) == "late" {
        next += 1;
    }
    let dated = view.time(next.max(verb + 1) - 1).is_some()
        || view.lower(next) == "on" && view.time(next + 1).is_some();
    dated.then(|| Legs {
        legs: vec![Leg {
            spot: here,
            unit: verb,
            time: None,
        }],
        end: next,
    })
}

/// What a verb of visiting says by its words alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// The rule.
    pub rule: &'static str,
    /// What its date is the date of.
    pub aspect: Aspect,
    /// The kind.
    pub kind: Kind,
}

/// The common end of all verbs: subject, status, candidate.
pub(super) fn finish(
    context: &mut Context<'_>,
    at: usize,
    group: &Group,
    reading: Reading,
    legs: &Legs,
) {
    let result = understood(context, at, group, reading, legs);
    context.conclude(reading.rule, at, result);
}

fn understood(
    context: &Context<'_>,
    at: usize,
    group: &Group,
    reading: Reading,
    legs: &Legs,
) -> Result<Understood, &'static str> {
    if group.denied {
        return Err("it is denied");
    }
    let people = Context::people(subject(context.view, context.discourse, group))?;
    if reading.rule == "return-to" && !is_away(context, &people, legs) {
        return Err("going home, or from where is not known");
    }
    let under_way = group.progressive && reading.aspect == Aspect::Whole;
    let days = days_after(context, legs.end);
    let phrase = group.start..legs.end;
    let status = if_clause(context, group.start).or_else(|| awaited(context, &people, group));
    Ok(Understood {
        days,
        own_time: time_inside(context, at, legs),
        aspect: match reading.aspect {
            Aspect::Whole if under_way => Aspect::UnderWay,
            // "will fly to Moscow on Sunday for four days"
            Aspect::Whole if days.is_some() => Aspect::Start,
            aspect => aspect,
        },
        kind: kind_around(context, &phrase).unwrap_or(reading.kind),
        status: status.or_else(|| context.status(group)),
        present: context.view.lower(at).ends_with('s') && group.start == at,
        past: group.past && !group.passive,
        confidence: SURE,
        ..Understood::of(reading.rule, at, phrase, people, legs.legs.clone())
    })
}

/// A date between the verb and where to: "left Beijing on Thursday for Seoul".
fn time_inside(context: &Context<'_>, verb: usize, legs: &Legs) -> Option<usize> {
    let first = legs.legs.first()?.unit;
    (verb + 1..first).find(|&at| {
        context
            .view
            .time(at)
            .is_some_and(|timex| timex.edtf().is_some())
    })
}

/// "before Xi visits", "until Xi arrives": the present of what is still to come.
fn awaited(context: &Context<'_>, people: &[(PersonId, usize)], group: &Group) -> Option<Status> {
    let first = people
        .first()
        .map(|&(_, unit)| unit)
        .filter(|&unit| unit < group.start)?;
    let awaited = matches!(
        context.view.before(first),
        "before" | "until" | "once" | "till"
    );
    (awaited
        && group.status == Some(Status::Reported)
        && !group.perfect
        && is_present(context, group))
    .then_some(Status::Planned)
}

/// Whether the verb of a group stands in the simple present.
fn is_present(context: &Context<'_>, group: &Group) -> bool {
    matches!(verb(context.view.lower(group.start)), Some((_, Form::S)))
}

/// "for a three-day visit", "on a two-day schedule", "for three days" right after a destination.
fn days_after(context: &Context<'_>, end: usize) -> Option<u32> {
    let view = context.view;
    (end..end + 9).find_map(|at| {
        let days = super::length::days(view.time(at)?)?;
        let a = usize::from(matches!(
            view.before(at),
            "a" | "an" | "his" | "her" | "their" | "the"
        ));
        let on = matches!(
            view.before(at - a),
            "for" | "on" | "beginning" | "starting" | "begin" | "start" | "off" | "began"
        );
        (on && !view.any(end..at, |word| matches!(word, "part" | "leg"))).then_some(days)
    })
}

/// What is said after "if" or "whether" is no fact.
pub(crate) fn if_clause(context: &Context<'_>, start: usize) -> Option<Status> {
    let from = start.saturating_sub(6);
    context
        .view
        .any(from..start, |word| {
            matches!(
                word,
                "if" | "whether" | "unless" | "possible" | "possibly" | "perhaps"
            )
        })
        .then_some(Status::Proposed)
}

/// Whether people who "return" to a place are known to come from elsewhere.
fn is_away(context: &Context<'_>, people: &[(PersonId, usize)], legs: &Legs) -> bool {
    people.iter().all(|&(person, _)| {
        let home = context
            .view
            .roster
            .get(person)
            .and_then(crate::names::Known::stands_for);
        home.is_some()
            && legs
                .legs
                .iter()
                .all(|leg| leg.spot.country.is_some() && leg.spot.country != home)
    })
}

/// "three-day" and the like among some units.
pub(crate) fn days_in(context: &Context<'_>, range: &Range<usize>) -> Option<u32> {
    range
        .clone()
        .find_map(|at| super::length::days(context.view.time(at)?))
}

/// "on a state visit" after a verb of motion gives the kind.
pub(super) fn kind_around(context: &Context<'_>, phrase: &Range<usize>) -> Option<Kind> {
    let view = context.view;
    let noun = (phrase.start + 1..phrase.end + 12).find(|&at| view.lower(at) == "visit")?;
    let on = (phrase.start..noun).rev().find(|&at| {
        matches!(
            view.lower(at),
            "on" | "for" | "beginning" | "starting" | "off"
        )
    })?;
    let near =
        noun - on < 8 && !view.any(on..noun, |word| matches!(word, "," | "and" | "his" | "to"));
    super::kind::before(view, noun)
        .filter(|_| near)
        .map(|(kind, _)| kind)
}

/// "led a delegation to Doha", "heads to Paris".
fn lead(context: &mut Context<'_>, at: usize, form: Form) {
    let view = context.view;
    if matches!(view.lower(at), "head" | "heads" | "headed" | "heading")
        && matches!(view.lower(at + 1), "to" | "for")
    {
        motion(context, at, form, "head-to", &["to", "for"], Aspect::Whole);
        return;
    }
    let rule = "lead-delegation";
    let Some(noun) =
        (at + 1..at + 8).find(|&at| matches!(view.lower(at), "delegation" | "mission" | "team"))
    else {
        return;
    };
    let legs = destination(view, context.discourse, noun, &["to", "in"]);
    if legs.legs.is_empty() {
        return;
    }
    let group = group(view, at, form);
    if group.passive {
        return;
    }
    let reading = Reading {
        rule,
        aspect: Aspect::Whole,
        kind: Kind::Visit,
    };
    finish(context, at, &group, reading, &legs);
}
