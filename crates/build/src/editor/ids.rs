//! Visits that are found by id, put together and parted.

use std::collections::BTreeMap;

use dateline_article::Split;
use dateline_model::{Visit, VisitId};

use super::apply::Published;

/// Visits by their ids. A visit that became part of another leaves its place empty, and its id leads to the other.
#[derive(Debug, Default)]
pub(super) struct Ids {
    visits: Vec<Option<Visit>>,
    places: BTreeMap<VisitId, usize>,
}

/// Where a visit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// It has this very id.
    Same(usize),
    /// It is the only visit of that visitor to that country, and its date is read otherwise than when the id was noted.
    Renamed(usize),
}

impl Found {
    /// The place.
    pub(super) fn at(self) -> usize {
        match self {
            Self::Same(at) | Self::Renamed(at) => at,
        }
    }
}

impl Ids {
    /// Finds visits by their ids.
    pub(super) fn new(visits: Vec<Visit>) -> Self {
        let mut ids = Self::default();
        for visit in visits {
            ids.push(visit);
        }
        ids
    }

    /// Adds a visit.
    pub(super) fn push(&mut self, visit: Visit) {
        self.places.insert(visit.id.clone(), self.visits.len());
        self.visits.push(Some(visit));
    }

    /// The visits that are left.
    pub(super) fn into_visits(self) -> Vec<Visit> {
        self.visits.into_iter().flatten().collect()
    }

    /// The visit at a place.
    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut Visit> {
        self.visits.get_mut(at)?.as_mut()
    }

    /// The visit that an id means. Where none has it, the one whose id differs in its date alone, if there is only one and
    /// the one date is a sharper form of the other: so an id outlives a reading that gains or loses the month.
    pub(super) fn find(&self, id: &VisitId) -> Option<Found> {
        if let Some(&at) = self.places.get(id) {
            return Some(Found::Same(at));
        }
        let (stem, when) = parts(&id.0);
        let same = |other: &str| {
            let (other, other_when) = parts(other);
            other == stem && (when.starts_with(other_when) || other_when.starts_with(when))
        };
        let after = self.places.range(VisitId(stem.to_owned())..);
        let near = after.take_while(|(other, _)| other.0.starts_with(stem));
        let mut near = near.filter(|(other, _)| same(&other.0));
        let (_, &at) = near.next()?;
        near.next().is_none().then_some(Found::Renamed(at))
    }

    /// Makes the visit at `other` a part of the one at `at`, which keeps its id.
    pub(super) fn put_together(&mut self, at: usize, other: usize, published: &Published<'_>) {
        if at == other {
            return;
        }
        let mut take = |at: usize| self.visits.get_mut(at).and_then(Option::take);
        let (Some(first), Some(second)) = (take(at), take(other)) else {
            return;
        };
        let (id, gone) = (first.id.clone(), second.id.clone());
        // Talks that take in their own visit are part of no other.
        let part_of = first.part_of.clone().filter(|whole| *whole != gone);
        let joined = dateline_visits::join(vec![first, second], published);
        let joined = joined.map(|visit| Visit {
            id: id.clone(),
            part_of,
            ..visit
        });
        self.set(at, joined);
        for place in self.places.values_mut().filter(|place| **place == other) {
            *place = at;
        }
        for talks in self.visits.iter_mut().flatten() {
            if talks.part_of.as_ref() == Some(&gone) {
                talks.part_of = Some(id.clone());
            }
        }
    }

    /// Makes what some articles say of the visit at `at` a visit of its own, with its talks.
    ///
    /// # Errors
    ///
    /// Why it could not be parted, in a sentence.
    pub(super) fn part(
        &mut self,
        at: usize,
        split: &Split,
        published: &Published<'_>,
    ) -> Result<(), String> {
        if self.places.contains_key(&split.into) {
            return Err(format!("another visit has the id `{}`", split.into));
        }
        let Some(whole) = self.get_mut(at) else {
            return Ok(());
        };
        let told = |visit: &Visit| {
            let mut reports = visit.reports.iter();
            reports.any(|report| split.articles.contains(&report.article))
        };
        let (theirs, ours): (Vec<Visit>, Vec<Visit>) = single(whole).partition(told);
        if theirs.is_empty() || ours.is_empty() {
            let all = if ours.is_empty() { "only" } else { "none of" };
            return Err(format!(
                "{all} the articles of `split` tell of `{}`",
                whole.id
            ));
        }
        let (id, part_of) = (whole.id.clone(), whole.part_of.clone());
        let named = |visits, id: &VisitId| {
            let joined = dateline_visits::join(visits, published)?;
            Some(Visit {
                id: id.clone(),
                part_of: part_of.clone(),
                ..joined
            })
        };
        let (rest, part) = (named(ours, &id), named(theirs, &split.into));
        self.set(at, rest);
        if let Some(part) = part {
            self.push(part);
        }
        for talks in self.visits.iter_mut().flatten() {
            if talks.part_of.as_ref() == Some(&id) && told(talks) {
                talks.part_of = Some(split.into.clone());
            }
        }
        Ok(())
    }

    fn set(&mut self, at: usize, visit: Option<Visit>) {
        if let Some(place) = self.visits.get_mut(at) {
            *place = visit;
        }
    }
}

/// The visit as each of its reports tells it.
fn single(visit: &Visit) -> impl Iterator<Item = Visit> {
    visit.reports.iter().map(|report| Visit {
        date: report.date,
        aspect: report.aspect,
        kind: report.kind,
        status: report.status,
        places: report.places.clone(),
        reports: vec![report.clone()],
        ..visit.clone()
    })
}

/// An id without its date, and the date: `lee.china` and `2026-01` of `lee.china.2026-01`.
fn parts(id: &str) -> (&str, &str) {
    let is_date = |words: &str| {
        words.starts_with(|c: char| c.is_ascii_digit())
            && words.bytes().all(|b| b.is_ascii_digit() || b == b'-')
    };
    match id.rsplit_once('.') {
        Some((stem, when)) if is_date(when) => (stem, when),
        _ => (id, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_stem_and_a_date() {
        for (id, stem, when) in [
            ("lee.china.2026-01", "lee.china", "2026-01"),
            ("lee.china", "lee.china", ""),
            ("lee.china.2026-01.talks", "lee.china.2026-01.talks", ""),
            ("g20", "g20", ""),
            ("", "", ""),
        ] {
            assert_eq!(parts(id), (stem, when));
        }
    }
}
