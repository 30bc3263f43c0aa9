//! Corrections, confirmations, additions and suppressions by id.

use std::collections::BTreeSet;

use dateline_article::{Action, AuthoredVisit, Document};
use dateline_model::{ArticleId, Aspect, Edtf, Problem, Visit, VisitId};

use super::enter::{report, visit};
use super::ids::{Found, Ids};
use super::warning;

/// What to do about an id that no visit has.
const LOOK_UP: &str = "Look up its id with `dateline visits`";

/// Does what the editor says of visits by their ids: first what is one visit and what is another, then what is right of
/// each. An id that no visit has is a problem (the text may have changed), unless the entry tells a whole visit: then it
/// is a new one.
pub(crate) fn apply(
    visits: Vec<Visit>,
    documents: &[Document],
    published: &Published<'_>,
) -> (Vec<Visit>, Vec<Problem>) {
    let mut desk = Desk {
        visits: Ids::new(visits),
        suppressed: BTreeSet::new(),
        whole: BTreeSet::new(),
        problems: Vec::new(),
    };
    for (_, entered, id) in by_id(documents) {
        desk.regroup(entered, id, published);
    }
    for (document, entered, id) in by_id(documents) {
        desk.correct(document, entered, id);
    }
    let gone = |id: &VisitId| desk.suppressed.contains(id);
    let mut visits = desk.visits.into_visits();
    visits.retain(|visit| !gone(&visit.id) && !visit.part_of.as_ref().is_some_and(gone));
    (visits, desk.problems)
}

/// When each article was published.
pub(crate) type Published<'a> = dyn Fn(&ArticleId) -> Option<Edtf> + 'a;

/// The visits under the editor's hands.
struct Desk {
    visits: Ids,
    suppressed: BTreeSet<VisitId>,
    /// The ids of parts that could not be split off: what their entries say besides is for nobody else.
    whole: BTreeSet<VisitId>,
    problems: Vec<Problem>,
}

impl Desk {
    /// Puts visits together that are one, and parts one that is two.
    fn regroup(&mut self, entered: &AuthoredVisit, id: &VisitId, published: &Published<'_>) {
        for other in &entered.merge {
            let found = (self.find(entered, id), self.find(entered, other));
            if let (Some(at), Some(other)) = found {
                self.visits.put_together(at, other, published);
            }
        }
        let Some(split) = &entered.split else { return };
        let Some(at) = self.find(entered, id) else {
            self.whole.insert(split.into.clone());
            return;
        };
        if let Err(why) = self.visits.part(at, split, published) {
            self.whole.insert(split.into.clone());
            self.problems.push(warning(entered, why, LOOK_UP));
        }
    }

    /// Does what an entry says of one visit.
    fn correct(&mut self, document: &Document, entered: &AuthoredVisit, id: &VisitId) {
        let is_new = entered.action == Action::Enter && is_whole(entered);
        if is_new && self.visits.find(id).is_none() {
            self.visits.push(visit(document, entered));
            return;
        }
        let regroups = !entered.merge.is_empty() || entered.split.is_some();
        // What regroups has told of an unknown id already.
        let at = if regroups {
            self.visits.find(id).map(Found::at)
        } else {
            self.find(entered, id)
        };
        // A part that was split off takes the other words of the entry.
        let split = entered.split.as_ref();
        if split.is_some_and(|split| self.whole.contains(&split.into)) {
            return;
        }
        let part = split.and_then(|split| self.visits.find(&split.into));
        let Some(at) = part.map(Found::at).or(at) else {
            return;
        };
        let Some(known) = self.visits.get_mut(at) else {
            return;
        };
        match entered.action {
            Action::Suppress => {
                self.suppressed.insert(known.id.clone());
            }
            Action::Enter => correct(known, document, entered),
        }
    }

    /// The place of the visit that an entry means; what cannot be told is a problem.
    fn find(&mut self, entered: &AuthoredVisit, id: &VisitId) -> Option<usize> {
        match self.visits.find(id) {
            Some(Found::Same(at)) => Some(at),
            Some(Found::Renamed(at)) => {
                let now = self.visits.get_mut(at).map(|visit| visit.id.clone())?;
                self.problems.push(warning(
                    entered,
                    format!("the visit `{id}` has the id `{now}` now, since its date is read anew"),
                    &format!("Write `{now}`"),
                ));
                Some(at)
            }
            None => {
                let message = format!("no visit has the id `{id}`");
                self.problems.push(warning(entered, message, LOOK_UP));
                None
            }
        }
    }
}

/// The entries with an id, each with its article.
fn by_id(documents: &[Document]) -> impl Iterator<Item = (&Document, &AuthoredVisit, &VisitId)> {
    documents.iter().flat_map(|document| {
        let entries = document.authored.visits.iter();
        entries.filter_map(move |entered| Some((document, entered, entered.id.as_ref()?)))
    })
}

/// Whether an entry tells enough to be a visit of its own.
fn is_whole(entered: &AuthoredVisit) -> bool {
    !entered.visitors.is_empty() && (entered.host.is_some() || !entered.places.is_empty())
}

/// Puts what the editor gives over what was read. What the articles say stays in their reports. An entry that only
/// confirms changes nothing else.
fn correct(visit: &mut Visit, document: &Document, entered: &AuthoredVisit) {
    visit.checked = entered.confirmed.clone().or(visit.checked.take());
    let before = visit.clone();
    if !entered.visitors.is_empty() {
        visit.visitors.clone_from(&entered.visitors);
    }
    if !entered.places.is_empty() {
        visit.places.clone_from(&entered.places);
    }
    visit.host = entered.host.clone().or(visit.host.take());
    visit.date = entered.date.or(visit.date);
    visit.kind = entered.kind.unwrap_or(visit.kind);
    visit.status = entered.status.unwrap_or(visit.status);
    // A date of the editor's is that of the whole visit.
    visit.aspect = entered.date.map_or(visit.aspect, |_| Aspect::Whole);
    if *visit == before && entered.quote.is_none() {
        return;
    }
    let mut report = report(document, entered);
    (report.kind, report.status) = (visit.kind, visit.status);
    visit.reports.push(report);
}

#[cfg(test)]
mod tests {
    use dateline_article::{Source, read_all};
    use dateline_model::{Checked, Kind, Origin, Status};

    use super::*;

    fn read(id: &str, part_of: Option<&str>) -> Visit {
        Visit {
            id: VisitId(id.to_owned()),
            visitors: Vec::new(),
            host: None,
            places: Vec::new(),
            date: None,
            aspect: Aspect::Whole,
            kind: Kind::Visit,
            status: Status::Reported,
            part_of: part_of.map(|id| VisitId(id.to_owned())),
            reports: Vec::new(),
            checked: None,
            recorded: None,
        }
    }

    /// The article with this sidecar.
    fn documents(visits: &str) -> Vec<Document> {
        let (documents, problems) = read_all(vec![
            Source::new("x.txt", "date 2026-01-12 X\n\nKim went to Japan."),
            Source::new("x.toml", format!("visits = [{visits}]")),
        ]);
        assert_eq!(problems, []);
        documents
    }

    /// The visits after what the sidecar says.
    fn applied(visits: Vec<Visit>, entries: &str) -> (Vec<Visit>, Vec<Problem>) {
        apply(visits, &documents(entries), &|_| None)
    }

    fn ids(visits: &[Visit]) -> Vec<&str> {
        visits.iter().map(|visit| visit.id.0.as_str()).collect()
    }

    #[test]
    fn suppressed_visits_go_with_their_talks() {
        let visits = vec![
            read("a", None),
            read("b", None),
            read("c", Some("a")),
            read("d", Some("b")),
        ];
        let (kept, problems) = applied(visits, "{ id = 'a', suppress = true }");
        assert_eq!(ids(&kept), ["b", "d"]);
        assert_eq!(problems, []);
    }

    #[test]
    fn ids_that_nobody_has_are_told() {
        let (_, problems) = applied(
            Vec::new(),
            "{ id = 'a', suppress = true }, { id = 'b', kind = 'trip' }",
        );
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "x.toml:1:11: warning: no visit has the id `a`. Look up its id with `dateline visits`.",
                "x.toml:1:42: warning: no visit has the id `b`. Look up its id with `dateline visits`.",
            ]
        );
    }

    #[test]
    fn corrections_win_and_are_reported_as_the_editors() {
        let entry = "{ id = 'a', kind = 'state visit', date = '2026-01-05', host = 'Japan', quote = 'went to Japan' }";
        let (visits, problems) = applied(vec![read("a", None)], entry);
        assert_eq!(problems, []);
        let visit = &visits[0];
        assert_eq!(visit.kind, Kind::StateVisit);
        assert_eq!(
            visit.date.map(|date| date.to_string()).as_deref(),
            Some("2026-01-05")
        );
        assert_eq!(
            visit.host.as_ref().and_then(|host| host.country.as_deref()),
            Some("Japan")
        );
        let report = &visit.reports[0];
        assert_eq!(
            (report.origin, report.span.range()),
            (Origin::Authored, 4..17)
        );
    }

    #[test]
    fn a_confirmation_changes_nothing_else() {
        let (visits, problems) = applied(
            vec![read("a", None)],
            "{ id = 'a', confirmed = { by = 'Ada' } }",
        );
        let by = Checked {
            by: Some("Ada".to_owned()),
            on: None,
        };
        let checked = Visit {
            checked: Some(by),
            ..read("a", None)
        };
        assert_eq!((visits, problems), (vec![checked], vec![]));
    }

    #[test]
    fn a_whole_visit_with_a_new_id_is_added() {
        let (visits, problems) = applied(
            Vec::new(),
            "{ id = 'new', visitor = 'Kim', host = 'Japan' }",
        );
        assert_eq!(problems, []);
        assert_eq!(ids(&visits), ["new"]);
        assert_eq!(visits[0].visitors[0].name, "Kim");
    }
}
