//! Corrections, additions and suppressions by id.

use std::collections::{BTreeMap, BTreeSet};

use dateline_article::{Action, AuthoredVisit, Document};
use dateline_model::{Problem, Visit, VisitId};

use super::enter::{report, visit};
use super::warning;

/// What to do about an id that no visit has.
const LOOK_UP: &str = "Look up its id with `dateline visits`";

/// Does what the editor says of visits by their ids. An id that no visit has is a problem (the text may have changed),
/// unless the entry tells a whole visit: then it is a new one.
pub(crate) fn apply(mut visits: Vec<Visit>, documents: &[Document]) -> (Vec<Visit>, Vec<Problem>) {
    let places = (0..).zip(&visits);
    let mut places: BTreeMap<VisitId, usize> = places
        .map(|(place, visit)| (visit.id.clone(), place))
        .collect();
    let mut suppressed = BTreeSet::new();
    let mut problems = Vec::new();
    for (document, entered, id) in by_id(documents) {
        let known = places.get(id).and_then(|place| visits.get_mut(*place));
        match (entered.action, known) {
            (Action::Suppress, Some(known)) => {
                suppressed.insert(known.id.clone());
            }
            (Action::Enter, Some(known)) => correct(known, document, entered),
            (Action::Enter, None) if is_whole(entered) => {
                places.insert(id.clone(), visits.len());
                visits.push(visit(document, entered));
            }
            (Action::Suppress | Action::Enter, None) => {
                problems.push(warning(
                    entered,
                    format!("no visit has the id `{id}`"),
                    LOOK_UP,
                ));
            }
        }
    }
    let gone = |id: &VisitId| suppressed.contains(id);
    visits.retain(|visit| !gone(&visit.id) && !visit.part_of.as_ref().is_some_and(gone));
    (visits, problems)
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
/// confirms changes nothing.
fn correct(visit: &mut Visit, document: &Document, entered: &AuthoredVisit) {
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
    use dateline_model::{Aspect, Kind, Origin, Status};

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
        let (kept, problems) = apply(visits, &documents("{ id = 'a', suppress = true }"));
        assert_eq!(ids(&kept), ["b", "d"]);
        assert_eq!(problems, []);
    }

    #[test]
    fn ids_that_nobody_has_are_told() {
        let (_, problems) = apply(
            Vec::new(),
            &documents("{ id = 'a', suppress = true }, { id = 'b', kind = 'trip' }"),
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
        let (visits, problems) = apply(vec![read("a", None)], &documents(entry));
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
    fn a_confirmation_changes_nothing() {
        let (visits, problems) = apply(
            vec![read("a", None)],
            &documents("{ id = 'a', confirmed = true }"),
        );
        assert_eq!((visits, problems), (vec![read("a", None)], vec![]));
    }

    #[test]
    fn a_whole_visit_with_a_new_id_is_added() {
        let (visits, problems) = apply(
            Vec::new(),
            &documents("{ id = 'new', visitor = 'Kim', host = 'Japan' }"),
        );
        assert_eq!(problems, []);
        assert_eq!(ids(&visits), ["new"]);
        assert_eq!(visits[0].visitors[0].name, "Kim");
    }
}
