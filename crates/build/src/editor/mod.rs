//! What the editor entered beside an article, put over what was read from its text.
//!
//! - People and places join those that the text mentions ([`mentions`]).
//! - Visits without an id are merged with those that the articles report ([`entered`]).
//! - Visits with an id correct, add or suppress ([`apply()`]), after merging, for only then are ids final.

mod apply;
mod enter;

pub(crate) use apply::apply;
pub(crate) use enter::entered;

use dateline_article::{Authored, AuthoredVisit};
use dateline_model::{Mention, MentionKind, Problem, Severity};

/// Adds the people and places that the editor entered to those that the text mentions.
pub(crate) fn mentions(mut mentions: Vec<Mention>, authored: &Authored) -> Vec<Mention> {
    let people = authored.people.iter();
    let people = people.map(|person| (MentionKind::Person, &person.name, &person.country));
    let places = authored.places.iter();
    let places = places.map(|place| (MentionKind::Place, &place.name, &place.country));
    for (kind, name, country) in people.chain(places) {
        let known = |mention: &Mention| mention.kind == kind && mention.name == *name;
        if !mentions.iter().any(known) {
            mentions.push(Mention {
                kind,
                name: name.clone(),
                country: country.clone(),
                spans: Vec::new(),
            });
        }
    }
    mentions.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    mentions
}

/// A warning about something that the editor entered.
fn warning(entered: &AuthoredVisit, message: String, remedy: &str) -> Problem {
    Problem {
        file: entered.file.clone(),
        location: Some(entered.location),
        severity: Severity::Warning,
        message,
        remedy: remedy.to_owned(),
    }
}
