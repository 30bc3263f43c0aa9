//! Invitations: "invited NAME to the White House", "NAME has been invited to Japan". They are proposals.

use dateline_model::Status;

use super::context::{Context, Understood};
use super::hosting::{host_person, object};
use crate::grammar::{Form, Group, destination, group, people_from, places_from, subject, verb};

/// Reads the verb "invite" at `at`. "invited NAME to visit Seoul" is read at "visit".
pub(crate) fn invite(context: &mut Context<'_>, at: usize, form: Form) {
    let view = context.view;
    let group = group(view, at, form);
    let found = match group {
        Group { denied: true, .. } => None,
        Group { passive: true, .. } => invited(context, at, &group),
        _ => invites(context, at, &group),
    };
    if let Some(understood) = found {
        context.take(&Understood {
            status: Some(Status::Proposed),
            confidence: 65,
            ..understood
        });
    }
}

/// "invited NAME to Ankara": the object is the guest.
fn invites(context: &Context<'_>, at: usize, group: &Group) -> Option<Understood> {
    let view = context.view;
    let (guests, end) = people_from(view, object(context, at));
    if guests.is_empty() || view.lower(end) != "to" || verb(view.lower(end + 1)).is_some() {
        return None;
    }
    let legs = destination(view, context.discourse, end.saturating_sub(1), &["to"]);
    let phrase = group.start..legs.end;
    let host = host_person(&subject(view, context.discourse, group));
    let understood = Understood {
        host,
        ..Understood::of("invite", at, phrase, guests, legs.legs)
    };
    (!understood.legs.is_empty()).then_some(understood)
}

/// "NAME has been invited to Japan": the subject is the guest.
fn invited(context: &Context<'_>, at: usize, group: &Group) -> Option<Understood> {
    let view = context.view;
    if view.lower(at + 1) != "to" || verb(view.lower(at + 2)).is_some() {
        return None;
    }
    let legs = places_from(view, context.discourse, at + 2);
    let people = Context::people(subject(view, context.discourse, group)).ok()?;
    let phrase = group.start..legs.end;
    (!legs.legs.is_empty()).then(|| Understood::of("invite", at, phrase, people, legs.legs))
}
