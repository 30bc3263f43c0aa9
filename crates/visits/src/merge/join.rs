//! One visit out of the visits of several articles.

use dateline_model::{
    Aspect, Checked, Edtf, Form, Host, Kind, Origin, Person, Place, Precision, Report, Status,
    Visit, VisitId,
};

use super::group::Dossier;
use super::people::People;
use crate::fold::visit_id;

/// The visit that a group of dossiers, oldest article first, tells of.
pub(super) fn visit(group: &[Dossier], people: &People) -> Visit {
    let reports: Vec<Report> = group
        .iter()
        .flat_map(|dossier| dossier.visit.reports.clone())
        .collect();
    let status = status(group);
    let (date, aspect) = date(group, status);
    let kind = kind(group);
    let visitors = visitors(group, people);
    let host = host(group, people);
    let mut id = visit_id(
        &visitors,
        host.as_ref().and_then(|host| host.country.as_deref()),
        date,
    );
    if kind == Kind::Talks {
        id = VisitId(format!("{id}.talks"));
    }
    Visit {
        id,
        visitors,
        host,
        places: places(group),
        date,
        aspect,
        kind,
        status,
        part_of: None,
        reports,
        checked: checked(group),
        recorded: None,
    }
}

/// What the editor says, who always wins; of several entries the last.
fn authored(group: &[Dossier]) -> Option<&Dossier> {
    let by_editor = |dossier: &&Dossier| {
        dossier
            .visit
            .reports
            .iter()
            .any(|report| report.origin == Origin::Authored)
    };
    group.iter().rev().find(by_editor)
}

/// Who has checked it: what was said last.
fn checked(group: &[Dossier]) -> Option<Checked> {
    let mut checks = group.iter().rev().map(|dossier| &dossier.visit.checked);
    checks.find_map(Clone::clone)
}

/// Whether it took place: reported counts; else the last word, a proposal being none.
fn status(group: &[Dossier]) -> Status {
    if let Some(editor) = authored(group) {
        return editor.visit.status;
    }
    let said: Vec<_> = group.iter().map(|dossier| dossier.visit.status).collect();
    if said.contains(&Status::Reported) {
        return Status::Reported;
    }
    let last = said
        .iter()
        .rev()
        .find(|&&status| status != Status::Proposed);
    last.copied().unwrap_or(Status::Proposed)
}

/// The date: the sharpest; of equally sharp ones that of a report that agrees with the status, then that of most, then the
/// last.
fn date(group: &[Dossier], status: Status) -> (Option<Edtf>, Aspect) {
    if let Some(editor) = authored(group).filter(|editor| editor.visit.date.is_some()) {
        return (editor.visit.date, editor.visit.aspect);
    }
    let best = group
        .iter()
        .filter(|dossier| dossier.visit.date.is_some())
        .enumerate()
        .max_by_key(|(at, dossier)| {
            let visit = &dossier.visit;
            let same = group
                .iter()
                .filter(|other| other.visit.date == visit.date)
                .count();
            (
                sharpness(visit.date, visit.aspect),
                visit.status == status,
                same,
                *at,
            )
        });
    best.map_or((None, Aspect::Whole), |(_, dossier)| {
        (dossier.visit.date, dossier.visit.aspect)
    })
}

/// The whole range of days first, then a day, then what is vaguer.
fn sharpness(date: Option<Edtf>, aspect: Aspect) -> u8 {
    match (date.map(|date| date.form), aspect) {
        (Some(Form::Interval(Precision::Day, Precision::Day)), Aspect::Whole) => 6,
        (Some(Form::Interval(Precision::Day, Precision::Day)), _) => 5,
        (Some(Form::Single(Precision::Day) | Form::OpenEnd(Precision::Day)), _) => 4,
        // "last week" is sharper than a month, "earlier this year" is not.
        (Some(Form::OneOf(Precision::Day, Precision::Day)), _) if is_short(date) => 3,
        (Some(Form::Single(Precision::Month)), _) => 2,
        (Some(_), _) => 1,
        (None, _) => 0,
    }
}

/// Whether a date is known to within four weeks.
fn is_short(date: Option<Edtf>) -> bool {
    date.is_some_and(|date| date.last.0 - date.first.0 < 28)
}

/// The most telling kind.
fn kind(group: &[Dossier]) -> Kind {
    if let Some(editor) = authored(group) {
        return editor.visit.kind;
    }
    let rank = |kind: Kind| Kind::ALL.iter().position(|&other| other == kind);
    let kinds = group.iter().map(|dossier| dossier.visit.kind);
    kinds.min_by_key(|&kind| rank(kind)).unwrap_or(Kind::Visit)
}

/// Everybody who is said to go, each once and with the fullest name.
fn visitors(group: &[Dossier], people: &People) -> Vec<Person> {
    let mut visitors: Vec<Person> = Vec::new();
    for person in group.iter().flat_map(|dossier| &dossier.visit.visitors) {
        let full = people.full(person);
        match visitors.iter_mut().find(|known| known.name == full.name) {
            Some(known) => {
                known.role = known.role.take().or(full.role);
                known.country = known.country.take().or(full.country);
            }
            None => visitors.push(full),
        }
    }
    visitors
}

/// Where to, and who receives.
fn host(group: &[Dossier], people: &People) -> Option<Host> {
    let mut hosts = group
        .iter()
        .filter_map(|dossier| dossier.visit.host.as_ref());
    let first = hosts.clone().next()?;
    let person = hosts.find_map(|host| {
        let person = Person {
            name: host.person.clone()?,
            role: None,
            country: host.country.clone(),
        };
        Some(people.full(&person).name)
    });
    Some(Host {
        country: first.country.clone(),
        person,
    })
}

/// All places, in the order of the reports.
fn places(group: &[Dossier]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for place in group.iter().flat_map(|dossier| &dossier.visit.places) {
        if places.iter().all(|known| known.name != place.name) {
            places.push(place.clone());
        }
    }
    places
}
