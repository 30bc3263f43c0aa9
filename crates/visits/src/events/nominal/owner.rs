//! Whose visit it is, where the phrase itself does not say so.

use super::light::Light;
use super::phrase::Phrase;
use crate::events::context::Context;
use crate::grammar::{Subject, View, group, is_adverb, is_be, is_verb_here, left_of, verb};
use crate::names::PersonId;
use crate::wordlist::{Class, is};

/// Whose visit it is.
pub(super) fn owners(
    context: &Context<'_>,
    phrase: &Phrase,
    light: &Light,
) -> Result<Vec<(PersonId, usize)>, &'static str> {
    // "arrived on his first visit": the one who arrived.
    if phrase.by_pronoun
        && context.view.before(phrase.start) == "on"
        && let Some(start) = light.start
        && let Ok(people) = Context::people(clause_subject(context, start))
    {
        return Ok(people);
    }
    if !phrase.people.is_empty() {
        return Ok(phrase.people.clone());
    }
    if let Some(reason) = phrase.unknown_owner {
        return Err(reason);
    }
    if !light.subject {
        return Err("nobody is said to make it");
    }
    let start = light.start.unwrap_or(phrase.start);
    Context::people(clause_subject(context, start))
}

/// The subject of the clause that a phrase hangs on: past "was", "is" and the like.
fn clause_subject(context: &Context<'_>, start: usize) -> Subject {
    let view = context.view;
    let mut at = start;
    while at > 0
        && (is_be(view.before(at))
            || is_adverb(view.before(at))
            || view.time(at - 1).is_some()
            || is_place_phrase(view, at)
            || is(view.before(at), Class::BeforeOnVisit))
    {
        at -= 1;
    }
    if let Some(verb_at) = at.checked_sub(1)
        && let Some((_, form)) = verb(view.lower(verb_at))
        && is_verb_here(view, verb_at, form, false)
    {
        let group = group(view, verb_at, form);
        return crate::grammar::subject(view, context.discourse, &group);
    }
    let past_place = (at..start).any(|at| view.place(at).is_some());
    if at == start || past_place {
        return across_clause(context, start);
    }
    left_of(view, context.discourse, at)
}

/// Whether "in Rome" or a part of it ends before a unit.
fn is_place_phrase(view: &View<'_>, at: usize) -> bool {
    let place = view.place(at - 1).is_some() && matches!(view.before(at - 1), "in" | "at");
    place || matches!(view.before(at), "in" | "at") && view.place(at).is_some()
}

/// "during a visit to Seoul": the nearest person to the left who may be a subject, else the one after the comma.
fn across_clause(context: &Context<'_>, start: usize) -> Subject {
    crate::grammar::across(context.view, context.discourse, start)
}
