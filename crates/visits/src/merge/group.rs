//! Which visits of different articles are one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use dateline_model::{ArticleId, Day, Edtf, Form, Precision, Span, Status, Visit};

use super::people::everybody;
use crate::fold::are_close;

/// A visit as one article tells it, with what is needed to compare it.
#[derive(Clone, Debug)]
pub(super) struct Dossier {
    /// The visit, with one report.
    pub visit: Visit,
    /// The day of the article.
    pub published: Option<Day>,
    /// Who goes or talks, by number in the collection.
    pub who: Vec<usize>,
    /// Its number in the order of the collection.
    pub number: usize,
}

impl Dossier {
    /// The dossier of a visit.
    pub fn new(visit: Visit, published: &impl Fn(&ArticleId) -> Option<Edtf>) -> Self {
        let day = visit
            .reports
            .first()
            .and_then(|report| published(&report.article));
        Self {
            visit,
            published: day.map(|date| date.first),
            who: Vec::new(),
            number: 0,
        }
    }

    /// The order of the collection: oldest article first.
    pub fn order(
        &self,
    ) -> (
        Option<Day>,
        Option<(&ArticleId, Span)>,
        &dateline_model::VisitId,
    ) {
        let report = self.visit.reports.first();
        (
            self.published,
            report.map(|report| (&report.article, report.span)),
            &self.visit.id,
        )
    }

    fn country(&self) -> Option<&str> {
        self.visit.host.as_ref()?.country.as_deref()
    }

    /// The countries that its people stand for.
    fn nations(&self) -> BTreeSet<String> {
        let everybody = everybody(&self.visit).into_iter();
        everybody.filter_map(|person| person.country).collect()
    }
}

/// Visits that are one, in the order of the collection.
type Group = Vec<Dossier>;

/// Groups visits: those of a common visitor to one country whose dates agree.
pub(super) fn visits(dossiers: Vec<Dossier>) -> Vec<Group> {
    group(dossiers, 1)
}

/// Groups talks: at least two common talkers, one country, dates that agree.
pub(super) fn talks(dossiers: Vec<Dossier>) -> Vec<Group> {
    group(dossiers, 2)
}

/// Groups by country and time; `common` people must be the same.
fn group(dossiers: Vec<Dossier>, common: usize) -> Vec<Group> {
    let mut by_country: BTreeMap<Option<String>, Vec<Dossier>> = BTreeMap::new();
    for dossier in dossiers {
        by_country
            .entry(dossier.country().map(str::to_owned))
            .or_default()
            .push(dossier);
    }
    let mut groups: Vec<Group> = by_country
        .into_values()
        .flat_map(|dossiers| within_country(dossiers, common))
        .collect();
    for group in &mut groups {
        group.sort_by(|a, b| a.order().cmp(&b.order()));
    }
    groups
}

/// Groups the visits to one country: sharp dates first, then vague ones, then those without a date.
fn within_country(mut dossiers: Vec<Dossier>, common: usize) -> Vec<Group> {
    dossiers.sort_by_key(|dossier| (sharpness(dossier.visit.date), dossier.visit.date));
    let mut groups = Groups::default();
    for dossier in dossiers {
        let fitting = match sharpness(dossier.visit.date) {
            0 => groups.close(&dossier, common),
            1 => groups.overlapping(&dossier, common),
            _ => groups.nearest(&dossier, common),
        };
        groups.put(dossier, fitting);
    }
    groups.all
}

/// 0 for days, 1 for months, years and unknown moments, 2 for no date.
fn sharpness(date: Option<Edtf>) -> u8 {
    match date.map(|date| date.form) {
        Some(
            Form::Single(Precision::Day)
            | Form::Interval(Precision::Day, Precision::Day)
            | Form::OpenEnd(Precision::Day),
        ) => 0,
        Some(_) => 1,
        None => 2,
    }
}

/// The groups of one country.
#[derive(Debug, Default)]
struct Groups {
    all: Vec<Group>,
    /// The groups of each person, in the order of their dates.
    of: HashMap<usize, Vec<usize>>,
}

/// A visit without a date belongs to one at most this many days from its article.
const NEAR: i32 = 75;
/// A report without a date may look back this many days, to the only visit that it can mean.
const REMEMBERED: i32 = 550;

impl Groups {
    fn put(&mut self, dossier: Dossier, at: Option<usize>) {
        let at = at.unwrap_or(self.all.len());
        for &person in &dossier.who {
            let groups = self.of.entry(person).or_default();
            if !groups.contains(&at) {
                groups.push(at);
            }
        }
        match self.all.get_mut(at) {
            Some(group) => group.push(dossier),
            None => self.all.push(vec![dossier]),
        }
    }

    /// Whether others took part, for other countries: another meeting, as one of three is beside one of two.
    fn is_other_round(&self, at: usize, dossier: &Dossier) -> bool {
        let group = self.all.get(at).and_then(|group| group.first());
        group.is_some_and(|other| other.nations() != dossier.nations())
    }

    /// The groups that have enough people in common with a visit, newest first.
    fn shared(&self, dossier: &Dossier, common: usize) -> Vec<usize> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for person in &dossier.who {
            for &at in self.of.get(person).into_iter().flatten() {
                *counts.entry(at).or_default() += 1;
            }
        }
        let enough = counts.into_iter().filter(|&(_, count)| count >= common);
        let same = |at: &usize| common < 2 || !self.is_other_round(*at, dossier);
        enough.map(|(at, _)| at).rev().filter(same).collect()
    }

    /// A group of days within a week. Days come sorted, so that only the newest groups need be looked at.
    fn close(&self, dossier: &Dossier, common: usize) -> Option<usize> {
        let date = dossier.visit.date?;
        self.shared(dossier, common)
            .into_iter()
            .take(8)
            .find(|&at| {
                let dates = self.dates(at);
                dates.into_iter().all(|other| are_close(other, date))
                    && !self.is_twice_told(at, dossier)
            })
    }

    /// Whether an article of the group already tells of another visit there at another time.
    fn is_twice_told(&self, at: usize, dossier: &Dossier) -> bool {
        let article = |dossier: &Dossier| {
            dossier
                .visit
                .reports
                .first()
                .map(|report| report.article.clone())
        };
        self.all.get(at).into_iter().flatten().any(|other| {
            article(other) == article(dossier) && other.visit.date != dossier.visit.date
        })
    }

    /// The only group whose dates lie in a vague one; of several, none.
    fn overlapping(&self, dossier: &Dossier, common: usize) -> Option<usize> {
        let date = dossier.visit.date?;
        let fits = |&at: &usize| self.dates(at).into_iter().all(|other| other.overlaps(date));
        let mut fitting = self.shared(dossier, common).into_iter().filter(fits);
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first)
    }

    /// The group whose date is nearest to the day of the article, on the right side of it.
    fn nearest(&self, dossier: &Dossier, common: usize) -> Option<usize> {
        let day = dossier.published?;
        let ahead = dossier.visit.status != Status::Reported;
        let distance = |at: &usize| {
            let dates = self.dates(*at);
            if dates.is_empty() {
                let told = self
                    .all
                    .get(*at)?
                    .iter()
                    .filter_map(|other| other.published);
                return told
                    .map(|other| (other.0 - day.0).abs())
                    .min()
                    .filter(|&far| far <= NEAR / 2);
            }
            let first = dates.iter().map(|date| date.first.0).min()?;
            let last = dates.iter().map(|date| date.last.0).max()?;
            let far = match day.0 {
                day if ahead => last - day,
                day if day < first => day - first,
                day => (day - last).max(0),
            };
            (-7..=NEAR).contains(&far).then_some(far.abs())
        };
        let shared = self.shared(dossier, common);
        let near = shared.iter().filter_map(|at| Some((distance(at)?, *at)));
        near.min()
            .map(|(_, at)| at)
            .or_else(|| self.only_one_before(&shared, dossier))
    }

    /// The only visit there that is known from the time before the article, for a report of the past.
    fn only_one_before(&self, shared: &[usize], dossier: &Dossier) -> Option<usize> {
        let day = dossier.published?;
        let before = |&&at: &&usize| {
            let last = self.dates(at).iter().map(|date| date.last.0).max();
            last.is_some_and(|last| (0..=REMEMBERED).contains(&(day.0 - last)))
        };
        let mut known = shared.iter().filter(before);
        let only = known
            .next()
            .filter(|_| dossier.visit.status == Status::Reported)?;
        known.next().is_none().then_some(*only)
    }

    fn dates(&self, at: usize) -> Vec<Edtf> {
        let group = self.all.get(at).into_iter().flatten();
        group.filter_map(|dossier| dossier.visit.date).collect()
    }
}
