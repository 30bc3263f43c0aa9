//! Visits told by the events that people travel to: "attend the G20 Summit in Bali".

use dateline_model::{Aspect, Kind};

use super::context::Context;
use super::verbal::{Reading, finish};
use crate::grammar::{Form, group, is_determiner, places_from};
use crate::wordlist::{Class, is};

/// Events that people travel to.
fn is_event(lower: &str) -> bool {
    is(lower, Class::Event)
}

/// "attend the G20 Summit in Bali": the event's place is where to.
pub(super) fn attend(context: &mut Context<'_>, at: usize, form: Form) {
    let view = context.view;
    let noun = is_determiner(view.before(at)) || at > 0 && view.is_genitive(at - 1);
    let speaks = view.lower(at).starts_with("sp") && view.lower(at + 1) != "at";
    let group = group(view, at, form);
    let Some(place) = event_place(context, at).filter(|_| !noun && !speaks && !group.passive)
    else {
        return;
    };
    let mut legs = places_from(view, context.discourse, place + 1);
    // "attend the November 18-19 Leaders Meeting in Bangkok"
    let own = (at + 1..place).find(|&at| view.time(at).is_some_and(|time| time.edtf().is_some()));
    for leg in &mut legs.legs {
        leg.time = leg.time.or(own);
    }
    let summit = |word: &str| matches!(word, "summit" | "summits" | "g7" | "g20" | "apec" | "nato");
    let reading = Reading {
        rule: "attend-event",
        aspect: Aspect::Whole,
        kind: if view.any(at..place, summit) {
            Kind::Summit
        } else {
            Kind::Visit
        },
    };
    finish(context, at, &group, reading, &legs);
}

/// The preposition before the place of an event that follows a verb.
fn event_place(context: &Context<'_>, at: usize) -> Option<usize> {
    let view = context.view;
    let broken = |word: &str| {
        matches!(
            word,
            ";" | "who" | "which" | "said" | "that" | "." | "where" | "will" | "was" | "would"
        )
    };
    let within = |from: usize, most: usize| from..(from + most).min(view.units.len());
    let event = within(at + 1, 29).find(|&at| is_event(view.lower(at)))?;
    if view.any(at + 1..event, broken) {
        return None;
    }
    let place = within(event, 26).find(|&at| broken(view.lower(at)) || at_place(context, at))?;
    at_place(context, place).then_some(place)
}

fn at_place(context: &Context<'_>, at: usize) -> bool {
    matches!(context.view.lower(at), "in" | "at")
        && !places_from(context.view, context.discourse, at + 1)
            .legs
            .is_empty()
}
