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
    let rule = "attend-event";
    let view = context.view;
    if is_determiner(view.before(at)) || at > 0 && view.is_genitive(at - 1) {
        return;
    }
    if view.lower(at).starts_with("sp") && view.lower(at + 1) != "at" {
        return;
    }
    let Some(event) =
        (at + 1..(at + 30).min(view.units.len())).find(|&at| is_event(view.lower(at)))
    else {
        return;
    };
    let broken = |word: &str| {
        matches!(
            word,
            ";" | "who" | "which" | "said" | "that" | "." | "where" | "will" | "was" | "would"
        )
    };
    if view.any(at + 1..event, broken) {
        return;
    }
    let Some(place) = (event..(event + 26).min(view.units.len()))
        .find(|&at| broken(view.lower(at)) || at_place(context, at))
    else {
        return;
    };
    if !at_place(context, place) {
        return;
    }
    let legs = places_from(view, context.discourse, place + 1);
    let group = group(view, at, form);
    if legs.legs.is_empty() || group.passive {
        return;
    }
    let summit = view.any(at..place, |word| {
        matches!(word, "summit" | "summits" | "g7" | "g20" | "apec" | "nato")
    });
    let kind = if summit { Kind::Summit } else { Kind::Visit };
    let mut legs = legs;
    let own = (at + 1..place).find(|&at| view.time(at).is_some_and(|time| time.edtf().is_some()));
    for leg in &mut legs.legs {
        leg.time = leg.time.or(own);
    }
    let reading = Reading {
        rule,
        aspect: Aspect::Whole,
        kind,
    };
    finish(context, at, &group, reading, &legs);
}

fn at_place(context: &Context<'_>, at: usize) -> bool {
    matches!(context.view.lower(at), "in" | "at")
        && !places_from(context.view, context.discourse, at + 1)
            .legs
            .is_empty()
}
