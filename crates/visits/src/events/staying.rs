//! Visits told by being there: "is in Kyiv today", "will be in Bali from November 13 to 16", "is due in Ottawa".

use dateline_model::{Aspect, Kind, Status};

use super::context::{Context, Understood};
use super::verbal::{if_clause, kind_around};
use crate::grammar::{Form, group, is_adverb, is_be, left_of, places_from};
use crate::names::PlaceKind;

/// "is in Kyiv today", "will be in Bali from …": a form of "be" with a place right after it.
pub(crate) fn be_in(context: &mut Context<'_>, at: usize) {
    let rule = "be-in";
    let view = context.view;
    let mut next = at + 1;
    while is_adverb(view.lower(next)) && view.lower(next) != "here" || view.time(next).is_some() {
        next += 1;
    }
    let due = matches!(view.lower(next), "due" | "expected")
        && matches!(view.lower(next + 1), "in" | "at");
    next += usize::from(due);
    let legs = match view.lower(next) {
        "in" | "at" => places_from(view, context.discourse, next + 1),
        "here" => places_from(view, context.discourse, next),
        _ => return,
    };
    if legs.legs.is_empty()
        || view
            .place(next + 1)
            .is_some_and(|spot| spot.kind == PlaceKind::Building)
    {
        return;
    }
    let form = if view.lower(at) == "be" {
        Form::Base
    } else {
        Form::S
    };
    let mut group = group(view, at, form);
    if matches!(view.lower(at), "been" | "being") && group.status.is_none() {
        return;
    }
    let people = match Context::people(left_of(view, context.discourse, group.start)) {
        Ok(people) => people,
        Err(reason) => {
            context.refuse(rule, at, reason);
            return;
        }
    };
    let purpose = legs.legs.iter().any(|leg| leg.time.is_some())
        || (legs.end..legs.end + 3)
            .any(|at| matches!(view.lower(at), "to" | "for" | "on") || view.time(at).is_some())
        || (at..next).any(|at| view.time(at).is_some());
    if group.denied || !purpose {
        context.refuse(
            rule,
            at,
            if group.denied {
                "it is denied"
            } else {
                "no reason to be there is given"
            },
        );
        return;
    }
    group.status = if due {
        Some(Status::Planned)
    } else {
        group.status.or(Some(Status::Reported))
    };
    let phrase = group.start..legs.end;
    let understood = Understood {
        rule,
        trigger: at,
        people,
        host: None,
        days: None,
        own_time: None,
        legs: legs.legs.clone(),
        aspect: if is_be(view.lower(at)) && view.lower(at) != "be" {
            Aspect::UnderWay
        } else {
            Aspect::Whole
        },
        kind: kind_around(context, &phrase).unwrap_or(Kind::Visit),
        kind_units: 0..0,
        status: if_clause(context, group.start).or(group.status),
        present: false,
        confidence: 75,
        phrase,
    };
    context.take(&understood);
}
