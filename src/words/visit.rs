//! Visits in words.

use dateline_model::{Aspect, Kind, Person, Status, Visit};

use super::when;

/// The kind, as it stands inside a sentence.
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::StateVisit => "state visit",
        Kind::OfficialVisit => "official visit",
        Kind::WorkingVisit => "working visit",
        Kind::Summit => "summit",
        Kind::Talks => "talks",
        Kind::Trip => "trip",
        Kind::Visit => "visit",
    }
}

/// A word for a visit that was not simply reported.
#[must_use]
pub fn status_word(status: Status) -> Option<&'static str> {
    match status {
        Status::Reported => None,
        Status::Planned => Some("planned"),
        Status::Proposed => Some("proposed"),
        Status::Postponed => Some("postponed"),
        Status::Cancelled => Some("called off"),
    }
}

/// "Xi Jinping", "Joe Biden and Jill Biden", "Joe Biden and 2 others".
fn visitors(people: &[Person]) -> String {
    match people {
        [] => "Somebody".to_owned(),
        [one] => one.name.clone(),
        [one, two] => format!("{} and {}", one.name, two.name),
        [one, others @ ..] => format!("{} and {} others", one.name, others.len()),
    }
}

/// "Lee Jae Myung → China"; for talks "Xi Jinping and Lee Jae Myung".
#[must_use]
pub fn route(visit: &Visit) -> String {
    let who = visitors(&visit.visitors);
    match (visit.kind, destination(visit)) {
        (Kind::Talks, _) => talkers(visit),
        (_, Some(where_to)) => format!("{who} → {where_to}"),
        (_, None) => who,
    }
}

fn talkers(visit: &Visit) -> String {
    let mut names: Vec<&str> = visit
        .visitors
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    let host = visit.host.as_ref().and_then(|host| host.person.as_deref());
    if let Some(host) = host.filter(|host| !names.contains(host)) {
        names.insert(0, host);
    }
    match names.as_slice() {
        [] => "Talks".to_owned(),
        [one] => format!("Talks with {one}"),
        [all @ .., last] => format!("Talks of {} and {last}", all.join(", ")),
    }
}

/// Talks inside a visit: "Xi Jinping and Lee Jae Myung, Beijing, 5 January 2026".
#[must_use]
pub fn talks_line(talks: &Visit) -> String {
    let who = talkers(talks);
    let who = who.strip_prefix("Talks of ").unwrap_or(&who).to_owned();
    let date = talks.date.map(when::date);
    let place = talks.places.first().map(|place| place.name.clone());
    super::joined(&[Some(who), place, date], ", ")
}

/// The country or region, else the first place.
fn destination(visit: &Visit) -> Option<&str> {
    let country = visit.host.as_ref().and_then(|host| host.country.as_deref());
    country.or_else(|| visit.places.first().map(|place| place.name.as_str()))
}

fn towns(visit: &Visit) -> Vec<&str> {
    let country = visit.host.as_ref().and_then(|host| host.country.as_deref());
    let names = visit.places.iter().map(|place| place.name.as_str());
    names.filter(|name| Some(*name) != country).collect()
}

/// What stands behind a visitor's name: ", President, South Korea".
#[must_use]
pub fn office(person: &Person) -> String {
    let known = super::joined(&[person.role.clone(), person.country.clone()], ", ");
    if known.is_empty() {
        return known;
    }
    format!(", {known}")
}

/// The accessible name of a mark: "5 January 2026, Lee Jae Myung to China (Beijing, Shanghai), state visit, 1 article".
#[must_use]
pub fn mark_name(visit: &Visit) -> String {
    let date = match visit.aspect {
        // Known only from or until a day: the name must not sound as if it were that day alone.
        Aspect::Start | Aspect::End => when::visit(visit.date, visit.aspect),
        Aspect::Whole | Aspect::UnderWay => visit
            .date
            .map_or_else(|| super::NO_DATE.to_owned(), when::date),
    };
    let towns = towns(visit);
    let stops = if towns.is_empty() {
        String::new()
    } else {
        format!(" ({})", towns.join(", "))
    };
    let who = match (visit.kind, destination(visit)) {
        (Kind::Talks, _) => format!("{}{stops}", talkers(visit)),
        (_, Some(where_to)) => format!("{} to {where_to}{stops}", visitors(&visit.visitors)),
        (_, None) => visitors(&visit.visitors),
    };
    let mut articles: Vec<_> = visit.reports.iter().map(|report| &report.article).collect();
    dateline_compact::sort(&mut articles);
    articles.dedup();
    let kind = match status_word(visit.status) {
        Some(word) => format!("{}, {word}", kind(visit.kind)),
        None => kind(visit.kind).to_owned(),
    };
    let articles = super::count(articles.len(), "article", "articles");
    format!("{}, {who}, {kind}, {articles}", when::capitalised(&date))
}

/// The word under what was read: when, who, where, kind.
#[must_use]
pub fn gloss(reading: crate::reading::Reading) -> &'static str {
    use crate::reading::Reading;
    match reading {
        Reading::When => "when",
        Reading::Who => "who",
        Reading::Place => "where",
        Reading::Kind => "kind",
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::{Host, Place, VisitId};

    use super::*;

    fn person(name: &str) -> Person {
        Person {
            name: name.to_owned(),
            role: Some("President".to_owned()),
            country: None,
        }
    }

    fn visit(kind: Kind) -> Visit {
        Visit {
            id: VisitId("lee-jae-myung.china.2026-01".to_owned()),
            visitors: vec![person("Lee Jae Myung")],
            host: Some(Host {
                country: Some("China".to_owned()),
                person: Some("Xi Jinping".to_owned()),
            }),
            places: ["Beijing", "Shanghai"]
                .map(|name| Place {
                    name: name.to_owned(),
                    country: Some("China".to_owned()),
                })
                .to_vec(),
            date: "2026-01-05".parse().ok(),
            aspect: Aspect::UnderWay,
            kind,
            status: Status::Reported,
            part_of: None,
            reports: Vec::new(),
            checked: None,
            recorded: None,
        }
    }

    #[test]
    fn a_mark_has_a_name_that_says_everything() {
        let name =
            "5 January 2026, Lee Jae Myung to China (Beijing, Shanghai), state visit, 0 articles";
        assert_eq!(mark_name(&visit(Kind::StateVisit)), name);
        let planned = Visit {
            status: Status::Planned,
            places: Vec::new(),
            ..visit(Kind::Visit)
        };
        assert_eq!(
            mark_name(&planned),
            "5 January 2026, Lee Jae Myung to China, visit, planned, 0 articles"
        );
    }

    #[test]
    fn routes_and_places_are_short() {
        assert_eq!(route(&visit(Kind::StateVisit)), "Lee Jae Myung → China");
        assert_eq!(
            route(&visit(Kind::Talks)),
            "Talks of Xi Jinping and Lee Jae Myung"
        );
        assert_eq!(office(&person("Lee Jae Myung")), ", President");
        let nobody = Visit {
            visitors: Vec::new(),
            host: None,
            places: Vec::new(),
            ..visit(Kind::Trip)
        };
        assert_eq!(route(&nobody), "Somebody");
    }
}
