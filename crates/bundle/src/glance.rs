//! What a timeline asks of every visit, side by side.

use dateline_compact::Numbered;
use dateline_model::{Aspect, Edtf, Kind, Visit};

/// What a timeline asks of a visit before it draws anything. Visits lie scattered in memory, each a quarter of a kilobyte with lists
/// and names of its own: to go through a hundred thousand of them takes longer than to draw them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glance {
    /// [`Visit::date`].
    pub date: Option<Edtf>,
    /// [`Visit::kind`].
    pub kind: Kind,
    /// [`Visit::aspect`].
    pub aspect: Aspect,
    /// Whether it is part of another: [`Visit::part_of`].
    pub is_part: bool,
    /// Whether it has more than one report.
    pub is_shared: bool,
    /// The country visited, as a place in [`crate::Collection::hosts`]; beyond them where none is known.
    pub host: u32,
}

/// The visits of a collection at a glance.
#[derive(Debug, Default)]
pub(crate) struct Glances {
    /// In the order of the visits.
    pub all: Vec<Glance>,
    /// The countries visited, each once.
    pub hosts: Vec<String>,
}

impl Glances {
    pub fn of(visits: &[Visit]) -> Self {
        let mut hosts = Numbered::default();
        let glance = |visit| glance(visit, &mut hosts);
        Self {
            all: visits.iter().map(glance).collect(),
            hosts: hosts.texts().iter().map(|&name| name.to_owned()).collect(),
        }
    }
}

fn glance<'a>(visit: &'a Visit, hosts: &mut Numbered<'a>) -> Glance {
    let host = visit.host.as_ref().and_then(|it| it.country.as_deref());
    Glance {
        date: visit.date,
        kind: visit.kind,
        aspect: visit.aspect,
        is_part: visit.part_of.is_some(),
        is_shared: visit.reports.len() > 1,
        host: host.map_or(u32::MAX, |name| hosts.number(name)),
    }
}
