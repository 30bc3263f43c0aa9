//! What the editor entered beside an article, put over what was read from its text.

use std::collections::BTreeSet;

use dateline_article::{Action, Authored, Document};
use dateline_model::{Mention, MentionKind, Problem, Severity, Visit, VisitId};

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

/// Takes out what the editor suppressed. An id that no visit has is a problem: the text may have changed.
pub(crate) fn apply(visits: Vec<Visit>, documents: &[Document]) -> (Vec<Visit>, Vec<Problem>) {
    let known: BTreeSet<VisitId> = visits.iter().map(|visit| visit.id.clone()).collect();
    let mut suppressed: BTreeSet<&VisitId> = BTreeSet::new();
    let mut problems = Vec::new();
    let authored = documents
        .iter()
        .flat_map(|document| &document.authored.visits);
    for entered in authored {
        let (Some(id), Action::Suppress) = (&entered.id, entered.action) else {
            continue;
        };
        suppressed.insert(id);
        if !known.contains(id) {
            problems.push(Problem {
                file: entered.file.clone(),
                location: Some(entered.location),
                severity: Severity::Warning,
                message: format!("no visit has the id `{id}`, so nothing was suppressed"),
                remedy: "Look up its id with `dateline visits`".to_owned(),
            });
        }
    }
    let gone = |id: &VisitId| suppressed.contains(id);
    let keep = |visit: &Visit| !gone(&visit.id) && !visit.part_of.as_ref().is_some_and(gone);
    (visits.into_iter().filter(keep).collect(), problems)
}

#[cfg(test)]
mod tests {
    use dateline_article::{Source, read_all};
    use dateline_model::{Aspect, Kind, Status};

    use super::*;

    fn visit(id: &str, part_of: Option<&str>) -> Visit {
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
        }
    }

    #[test]
    fn suppressed_visits_go_with_their_talks_and_unknown_ids_are_told() {
        let sidecar = "genre = 'x'\nvisits = [{ id = 'a', suppress = true }, { id = 'nobody', suppress = true }]";
        let (documents, problems) = read_all(vec![
            Source::new("x.txt", "date 2026-01-12 X\n\nText."),
            Source::new("x.toml", sidecar),
        ]);
        assert_eq!(problems, []);
        let visits = vec![
            visit("a", None),
            visit("b", None),
            visit("c", Some("a")),
            visit("d", Some("b")),
        ];
        let (kept, problems) = apply(visits, &documents);
        let ids: Vec<_> = kept.iter().map(|visit| visit.id.0.as_str()).collect();
        assert_eq!(ids, ["b", "d"]);
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "x.toml:2:42: warning: no visit has the id `nobody`, so nothing was suppressed. Look up its id with \
              `dateline visits`."
            ]
        );
    }
}
