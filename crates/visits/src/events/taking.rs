//! Visits told of by the journey: "a tour that will take NAME to Israel".

use dateline_model::Kind;

use super::context::{Context, Understood};
use super::nominal;
use crate::grammar::{Form, Pronoun, by_pronoun, destination, group, pronoun};

/// "a tour which will take him to", "the trip took NAME to": the object travels.
pub(super) fn is_taking(context: &Context<'_>, at: usize) -> bool {
    let view = context.view;
    let person = view.person(at + 1).is_some()
        || matches!(
            pronoun(view.lower(at + 1)),
            Some(Pronoun::He | Pronoun::She)
        );
    let journey = |word: &str| nominal::is_noun(word);
    view.lower(at).starts_with('t')
        && person
        && (at + 2..at + 4).any(|at| view.lower(at) == "to")
        && view.any(at.saturating_sub(12)..at, journey)
}

/// The visit of somebody whom a journey takes somewhere.
pub(super) fn taken(context: &mut Context<'_>, at: usize, form: Form) {
    let view = context.view;
    let legs = destination(view, context.discourse, at + 1, &["to"]);
    if legs.legs.is_empty() {
        return;
    }
    let group = group(view, at, form);
    let people = match (view.person(at + 1), pronoun(view.lower(at + 1))) {
        (Some(person), _) => Ok(vec![(person, at + 1)]),
        (_, Some(pronoun)) => Context::people(by_pronoun(view, context.discourse, at + 1, pronoun)),
        _ => Err("the object is not a named person"),
    };
    let result = people.map(|people| Understood {
        kind: Kind::Trip,
        status: context.status(&group),
        past: group.past,
        ..Understood::of(
            "take-to",
            at,
            group.start..legs.end,
            people,
            legs.legs.clone(),
        )
    });
    context.conclude("take-to", at, result);
}
