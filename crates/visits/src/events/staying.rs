//! Visits told by being there: "is in Kyiv today", "will be in Bali from November 13 to 16", "is due in Ottawa".

use dateline_model::{Aspect, Kind, Status};

use super::context::{Context, Understood};
use super::verbal::{if_clause, kind_around};
use crate::grammar::{Form, Group, Legs, group, is_adverb, is_subject_like, left_of, places_from};
use crate::names::PlaceKind;

/// Reads the form of "be" at `at`, if a place stands right after it.
pub(crate) fn be_in(context: &mut Context<'_>, at: usize) {
    let view = context.view;
    let next = past_adverbs(context, at + 1);
    let due = matches!(view.lower(next), "due" | "expected")
        && matches!(view.lower(next + 1), "in" | "at");
    let next = next + usize::from(due);
    let Some(legs) = place(context, next) else {
        return;
    };
    let form = if view.lower(at) == "be" {
        Form::Base
    } else {
        Form::S
    };
    let group = group(view, at, form);
    if matches!(view.lower(at), "been" | "being") && group.status.is_none() {
        return;
    }
    let result = understood(context, at, next, &group, &legs, due);
    context.conclude("be-in", at, result);
}

/// ", in Brussels for a summit," behind a name, from the comma.
pub(crate) fn apposed(context: &mut Context<'_>, comma: usize) {
    let view = context.view;
    let person = comma
        .checked_sub(1)
        .and_then(|at| Some((view.person(at)?, at)));
    let (Some(person), "in") = (person, view.lower(comma + 1)) else {
        return;
    };
    let legs = places_from(view, context.discourse, comma + 2);
    let closed = (legs.end..legs.end + 12).any(|at| view.lower(at) == ",");
    let purpose = matches!(view.lower(legs.end), "on" | "for" | "to" | "at");
    if legs.legs.is_empty() || !closed || !purpose || !is_subject_like(view, person.1) {
        return;
    }
    let understood = Understood {
        aspect: Aspect::UnderWay,
        kind_units: 0..0,
        status: Some(Status::Reported),
        confidence: 70,
        ..Understood::of("be-in", comma + 1, comma..legs.end, vec![person], legs.legs)
    };
    context.take(&understood);
}

/// Past adverbs and dates after "be", but not past "here".
fn past_adverbs(context: &Context<'_>, from: usize) -> usize {
    let view = context.view;
    let mut next = from;
    while is_adverb(view.lower(next)) && view.lower(next) != "here" || view.time(next).is_some() {
        next += 1;
    }
    next
}

/// The places after "in", "at" or at "here"; a building alone is no journey.
fn place(context: &Context<'_>, at: usize) -> Option<Legs> {
    let view = context.view;
    let legs = match view.lower(at) {
        "in" | "at" => places_from(view, context.discourse, at + 1),
        "here" => places_from(view, context.discourse, at),
        _ => return None,
    };
    let building = view
        .place(at + 1)
        .is_some_and(|spot| spot.kind == PlaceKind::Building);
    (!legs.legs.is_empty() && !building).then_some(legs)
}

/// What "be" with a place says.
fn understood(
    context: &Context<'_>,
    at: usize,
    preposition: usize,
    group: &Group,
    legs: &Legs,
    due: bool,
) -> Result<Understood, &'static str> {
    let view = context.view;
    let people = Context::people(left_of(view, context.discourse, group.start))?;
    if group.denied {
        return Err("it is denied");
    }
    if !has_purpose(context, at..preposition, legs) {
        return Err("no reason to be there is given");
    }
    let status = if due {
        Status::Planned
    } else {
        group.status.unwrap_or(Status::Reported)
    };
    let phrase = group.start..legs.end;
    Ok(Understood {
        aspect: if view.lower(at) == "be" {
            Aspect::Whole
        } else {
            Aspect::UnderWay
        },
        kind: kind_around(context, &phrase).unwrap_or(Kind::Visit),
        kind_units: 0..0,
        status: if_clause(context, group.start).or(Some(status)),
        confidence: 75,
        ..Understood::of("be-in", at, phrase, people, legs.legs.clone())
    })
}

/// Whether a date or a purpose stands beside the place; else somebody may simply live there.
fn has_purpose(context: &Context<'_>, before: std::ops::Range<usize>, legs: &Legs) -> bool {
    let view = context.view;
    let purpose =
        |at: usize| matches!(view.lower(at), "to" | "for" | "on") || view.time(at).is_some();
    legs.legs.iter().any(|leg| leg.time.is_some())
        || (legs.end..legs.end + 3).any(purpose)
        || before.into_iter().any(|at| view.time(at).is_some())
}
