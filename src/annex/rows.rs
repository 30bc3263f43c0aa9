//! Which visits their table shows, and in which order.

use std::cmp::Ordering;

use dateline_bundle::{Facet, forms};
use dateline_model::{Kind, Report, Visit};

use crate::context::Shown;
use crate::view::{By, VisitOrder};
use crate::words;

/// The visits of the table by their keys, and the talks that are not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// In the order of the table.
    pub keys: Vec<u32>,
    /// How many of them are talks; `None` while nobody looks for talks.
    pub talks: Option<usize>,
    /// How many talks of the selection belong to none of its visits, while nobody looks for talks.
    pub outside: usize,
    /// Each visit's talks, as pairs of keys, by the visit.
    within: Vec<(u32, u32)>,
}

impl Rows {
    /// Those of the selection. O(n log n) in its visits, linear in all.
    pub fn of(shown: &Shown) -> Self {
        let mut rows = Self::default();
        let wants_talks = wants_talks(shown);
        let mut keys = Vec::new();
        let mut talks = 0;
        for &key in &shown.selection.visits {
            let Some(visit) = shown.visit(key) else {
                continue;
            };
            if visit.is_visit() || wants_talks {
                keys.push(key);
                talks += usize::from(!visit.is_visit());
            } else {
                rows.outside += usize::from(shown.drawn_within(visit).is_none());
            }
        }
        rows.talks = wants_talks.then_some(talks);
        rows.keys = sorted(shown, keys, shown.state.by);
        for (key, visit) in (0..).zip(&shown.collection.contents().visits) {
            let parent = visit.part_of.as_ref();
            if let Some(parent) = parent.and_then(|id| shown.collection.visit(id)) {
                rows.within.push((parent, key));
            }
        }
        dateline_compact::sort(&mut rows.within);
        rows
    }

    /// The talks that are part of a visit, oldest first.
    pub fn talks_of(&self, visit: u32) -> impl Iterator<Item = u32> {
        let first = self.within.partition_point(|(parent, _)| *parent < visit);
        let rest = self.within.get(first..).unwrap_or_default().iter();
        rest.take_while(move |(parent, _)| *parent == visit)
            .map(|(_, talks)| *talks)
    }
}

/// Whether somebody asks for talks: then they are rows of their own.
fn wants_talks(shown: &Shown) -> bool {
    let mut kinds = shown.state.choices.get(Facet::Kind).iter();
    kinds.any(|choice| !choice.exclude && choice.value == Kind::Talks.name())
}

/// What a row is sorted by.
struct Rank {
    /// Nothing to sort by: last, whichever way round.
    missing: bool,
    number: (i32, i32),
    words: String,
    /// Of equals the newest comes first, undated ones last.
    place: (bool, u32),
    key: u32,
}

/// Keys that come in chronological order, in the order asked for.
fn sorted(shown: &Shown, keys: Vec<u32>, order: VisitOrder) -> Vec<u32> {
    let mut ranks: Vec<Rank> = Vec::with_capacity(keys.len());
    for key in keys {
        if let Some(visit) = shown.visit(key) {
            ranks.push(rank(shown, key, visit, order.by));
        }
    }
    dateline_compact::sort_by(&mut ranks, |a, b| compare(a, b, order.descending));
    ranks.into_iter().map(|rank| rank.key).collect()
}

fn compare(a: &Rank, b: &Rank, descending: bool) -> Ordering {
    let up = a.number.cmp(&b.number).then_with(|| a.words.cmp(&b.words));
    let by = if descending { up.reverse() } else { up };
    a.missing
        .cmp(&b.missing)
        .then(by)
        .then_with(|| a.place.cmp(&b.place))
}

fn rank(shown: &Shown, key: u32, visit: &Visit, by: By) -> Rank {
    let date = visit.date.map(|date| (date.first.0, date.last.0));
    let number = match by {
        By::Date => date.unwrap_or_default(),
        By::Articles => (articles(shown, key), 0),
        By::Who | By::From | By::Place | By::Kind | By::Read => (0, 0),
    };
    let words = match by {
        By::Date | By::Articles => String::new(),
        other => forms(&cell(visit, other)),
    };
    let missing = match by {
        By::Date => date.is_none(),
        By::Articles => false,
        _ => words.is_empty(),
    };
    Rank {
        missing,
        number,
        words,
        place: (date.is_none(), u32::MAX - key),
        key,
    }
}

/// How many articles report a visit.
pub fn articles(shown: &Shown, key: u32) -> i32 {
    i32::try_from(shown.collection.articles_of(key).len()).unwrap_or(i32::MAX)
}

/// The words of a cell; those of the date and of the articles are made elsewhere.
pub fn cell(visit: &Visit, by: By) -> String {
    match by {
        By::Date | By::Articles => String::new(),
        By::Who => words::who(visit),
        By::From => words::from(visit),
        By::Place => words::place(visit),
        By::Kind => words::kind_and_status(visit),
        By::Read => teller(visit)
            .map(words::how_read)
            .unwrap_or_default()
            .to_owned(),
    }
}

/// The report whose date is the visit's, the oldest of them.
fn teller(visit: &Visit) -> Option<&Report> {
    let mut reports = visit.reports.iter();
    let same = reports.find(|report| report.date == visit.date);
    same.or_else(|| visit.reports.first())
}
