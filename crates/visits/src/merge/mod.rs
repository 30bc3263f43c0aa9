//! One visit per journey out of what many articles say.
//!
//! 1. People: names of the same person are found ("Biden", "Joseph R. Biden, Jr.").
//! 2. Visits of a person to a country are sorted by date; those whose dates agree are one. A month or a year joins the
//!    only visit in it; a visit without a date joins the one nearest to its article's date.
//! 3. Of the reports of one visit, what was said last counts, and what was reported counts more than what was planned.
//! 4. Talks are put together in the same way, inside the visits that they belong to.

mod group;
mod join;
mod label;
mod people;

use std::collections::HashMap;

use dateline_model::{ArticleId, Edtf, Visit, VisitId};

use group::Dossier;
pub use label::relabel;
use people::People;

/// One visit per real-world visit, with the reports of all articles, oldest article first.
///
/// `visits` are the [`crate::Reading::visits`] of all articles; `published` tells when an article appeared. Ids are
/// unique and stable: they are made of who went, where and when, and of nothing that depends on the order of the input.
/// Linear in the number of visits, but for sorting.
#[must_use]
pub fn merge(visits: Vec<Visit>, published: impl Fn(&ArticleId) -> Option<Edtf>) -> Vec<Visit> {
    let mut dossiers: Vec<_> = visits
        .into_iter()
        .map(|visit| Dossier::new(visit, &published))
        .collect();
    dossiers.sort_by(|a, b| a.order().cmp(&b.order()));
    let everybody = dossiers
        .iter()
        .flat_map(|dossier| people::everybody(&dossier.visit));
    let people = People::of(everybody.map(|person| (person, 1)));
    for (number, dossier) in dossiers.iter_mut().enumerate() {
        dossier.who = people.ids(&dossier.visit);
        dossier.number = number;
    }
    let owners = owners(&dossiers);
    let (talks, journeys): (Vec<_>, Vec<_>) = dossiers
        .into_iter()
        .partition(|dossier| !dossier.visit.is_visit());
    let journeys = group::visits(journeys);
    let talks = group::talks(talks);
    let mut merged: Vec<_> = journeys
        .iter()
        .map(|group| join::visit(group, &people))
        .collect();
    name(&mut merged);
    let visits = named(&journeys, &merged);
    let mut held: Vec<_> = talks
        .iter()
        .map(|group| {
            let mut visit = join::visit(group, &people);
            visit.part_of = parent(group, &owners, &visits);
            visit
        })
        .collect();
    name(&mut held);
    merged.append(&mut held);
    merged.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    merged
}

/// One visit out of several that somebody says are one, whatever their dates and visitors: everybody who went, the sharpest
/// date, all reports, oldest article first. Its id is that of the oldest. `None` without visits.
#[must_use]
pub fn join(visits: Vec<Visit>, published: impl Fn(&ArticleId) -> Option<Edtf>) -> Option<Visit> {
    let mut group: Vec<_> = visits
        .into_iter()
        .map(|visit| Dossier::new(visit, &published))
        .collect();
    group.sort_by(|a, b| a.order().cmp(&b.order()));
    let oldest = group.first()?.visit.clone();
    let everybody = group
        .iter()
        .flat_map(|dossier| people::everybody(&dossier.visit));
    let people = People::of(everybody.map(|person| (person, 1)));
    Some(Visit {
        id: oldest.id,
        part_of: oldest.part_of,
        ..join::visit(&group, &people)
    })
}

/// For each visit, by article and id within it, the number of its dossier.
fn owners(dossiers: &[Dossier]) -> HashMap<(ArticleId, VisitId), usize> {
    dossiers
        .iter()
        .filter_map(|dossier| {
            let article = dossier.visit.reports.first()?.article.clone();
            Some(((article, dossier.visit.id.clone()), dossier.number))
        })
        .collect()
}

/// The id of the merged visit of each dossier.
fn named(journeys: &[Vec<Dossier>], merged: &[Visit]) -> HashMap<usize, VisitId> {
    let groups = journeys.iter().zip(merged);
    groups
        .flat_map(|(group, visit)| {
            group
                .iter()
                .map(|dossier| (dossier.number, visit.id.clone()))
        })
        .collect()
}

/// The visit that talks belong to: the one that an article puts them in.
fn parent(
    talks: &[Dossier],
    owners: &HashMap<(ArticleId, VisitId), usize>,
    visits: &HashMap<usize, VisitId>,
) -> Option<VisitId> {
    talks.iter().find_map(|dossier| {
        let article = dossier.visit.reports.first()?.article.clone();
        let number = owners.get(&(article, dossier.visit.part_of.clone()?))?;
        visits.get(number).cloned()
    })
}

/// Gives each visit an id of its own: who, where, when; repeats are numbered in the order of their dates.
fn name(visits: &mut [Visit]) {
    let mut order: Vec<_> = (0..visits.len()).collect();
    order.sort_by_key(|&at| {
        let first = visits.get(at).and_then(|visit| visit.reports.first());
        (
            visits.get(at).and_then(|visit| visit.date),
            first.map(|report| (report.article.clone(), report.span)),
        )
    });
    let mut taken: HashMap<VisitId, u32> = HashMap::new();
    for at in order {
        if let Some(visit) = visits.get_mut(at) {
            let count = taken.entry(visit.id.clone()).or_default();
            *count += 1;
            if *count > 1 {
                visit.id = VisitId(format!("{}-{count}", visit.id));
            }
        }
    }
}
