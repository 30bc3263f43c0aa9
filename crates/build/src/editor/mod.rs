//! What the editor entered beside an article, put over what was read from its text.
//!
//! - People and places join those that the text mentions ([`mentions`]).
//! - Visits without an id are merged with those that the articles report ([`entered`]).
//! - Visits with an id correct, confirm, add, suppress, put together or part ([`apply()`]), after merging, for only then are ids final.

mod apply;
mod enter;
mod ids;

pub(crate) use apply::apply;
pub(crate) use enter::entered;

use std::collections::BTreeSet;

use dateline_article::{Authored, AuthoredVisit, Document};
use dateline_model::{Mention, MentionKind, Origin, Problem, Severity, Visit, VisitId};

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
    // Hundreds of thousands are kept: without what growing left in reserve.
    mentions
        .iter_mut()
        .for_each(|mention| mention.spans.shrink_to_fit());
    mentions.shrink_to_fit();
    mentions
}

/// Whether a person stands for a visit: somebody has checked it, or it was entered and not read.
#[must_use]
pub fn is_checked(visit: &Visit) -> bool {
    let mut origins = visit.reports.iter().map(|report| report.origin);
    visit.checked.is_some() || origins.all(|origin| origin == Origin::Authored)
}

/// Leaves the checked visits with their talks; checked talks inside others stand on their own then.
pub(crate) fn keep_checked(visits: &mut Vec<Visit>) {
    let checked: BTreeSet<VisitId> = visits
        .iter()
        .filter(|visit| is_checked(visit))
        .map(|visit| visit.id.clone())
        .collect();
    let is_kept = |id: &VisitId| checked.contains(id);
    visits.retain(|visit| is_kept(&visit.id) || visit.part_of.as_ref().is_some_and(is_kept));
    for visit in visits {
        visit.part_of = visit.part_of.take().filter(is_kept);
    }
}

/// Rows of the record that an article says it was written from and that the record does not have: one problem an article.
pub(crate) fn unknown_rows(document: &Document, rows: &BTreeSet<&str>) -> Option<Problem> {
    let ids = document.article.record.iter();
    let unknown: Vec<&str> = ids
        .map(String::as_str)
        .filter(|id| !rows.contains(id))
        .collect();
    let (file, location) = document.record_at.clone()?;
    let (first, _) = unknown.split_first()?;
    let message = match unknown.len() {
        1 => format!("the record has no row `{first}`"),
        _ => format!("the record has none of the rows {}", unknown.join(", ")),
    };
    Some(Problem {
        file,
        location: Some(location),
        severity: Severity::Warning,
        message,
        remedy: "Look up the ids in the record's table; corrections may have left them out"
            .to_owned(),
    })
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
