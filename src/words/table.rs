//! The table of visits, and the same below one another.

use dateline_model::{Basis, Origin, Report, Visit};

use super::when;
use crate::view::{By, VisitOrder};

/// Where a visit without a date stands.
pub const BESIDE: &str = "Listed beside the timeline, not on it.";
/// Nothing in a cell.
pub const NOTHING: &str = "–";

/// The heading: "44 visits", and how many talks while somebody looks for talks.
#[must_use]
pub fn visits_heading(visits: usize, talks: Option<usize>) -> String {
    let visits = super::count(visits, "visit", "visits");
    match talks {
        Some(talks) => [&visits, ", ", &super::count_talks(talks)].concat(),
        None => visits,
    }
}

/// The heading of a column.
#[must_use]
pub fn column(by: By) -> &'static str {
    match by {
        By::Date => "Date",
        By::Who => super::WHO,
        By::From => "From",
        By::Place => super::WHERE,
        By::Kind => super::KIND,
        By::Read => "How it was read",
        By::Articles => super::ARTICLES,
    }
}

/// An order, to be chosen from a list.
#[must_use]
pub fn visit_order(order: VisitOrder) -> String {
    let words = match (order.by, order.descending) {
        (By::Date, true) => "Newest first",
        (By::Date, false) => "Oldest first",
        (By::Articles, true) => "Most articles first",
        (By::Articles, false) => "Fewest articles first",
        (by, false) => column(by),
        (by, true) => return [column(by), ", from the end"].concat(),
    };
    words.to_owned()
}

/// Who went: "Joe Biden, Jill Biden"; for talks all who talked.
#[must_use]
pub fn who(visit: &Visit) -> String {
    let mut names: Vec<&str> = Vec::new();
    for person in &visit.visitors {
        names.push(&person.name);
    }
    let host = visit.host.as_ref().and_then(|host| host.person.as_deref());
    if let Some(host) = host.filter(|host| !visit.is_visit() && !names.contains(host)) {
        names.push(host);
    }
    names.join(", ")
}

/// The countries that the visitors came from.
#[must_use]
pub fn from(visit: &Visit) -> String {
    let mut countries: Vec<&str> = Vec::new();
    for person in &visit.visitors {
        if let Some(country) = person.country.as_deref()
            && !countries.contains(&country)
        {
            countries.push(country);
        }
    }
    countries.join(", ")
}

/// "China: Beijing, Shanghai".
#[must_use]
pub fn place(visit: &Visit) -> String {
    let country = visit.host.as_ref().and_then(|host| host.country.clone());
    let mut towns: Vec<&str> = Vec::new();
    for place in &visit.places {
        if Some(&place.name) != country.as_ref() {
            towns.push(&place.name);
        }
    }
    let towns = Some(towns.join(", ")).filter(|towns| !towns.is_empty());
    super::joined(&[country, towns], ": ")
}

/// "State visit", "Trip, planned".
#[must_use]
pub fn kind_and_status(visit: &Visit) -> String {
    let kind = when::capitalised(super::kind(visit.kind));
    let status = super::status_word(visit.status).map(str::to_owned);
    super::joined(&[Some(kind), status], ", ")
}

/// How the date of a report was come by; of one that the editor entered, that.
#[must_use]
pub fn how_read(report: &Report) -> &'static str {
    match (report.origin, report.basis) {
        (Origin::Authored, _) => "Entered by the editor",
        (Origin::Record, _) => "Listed in the public record",
        (_, Some(Basis::Stated)) => "Stated",
        (_, Some(Basis::WorkedOut | Basis::FromText)) => "Worked out",
        (_, Some(Basis::Unclear)) => "Unclear in the text",
        (Origin::Extracted, None) => "Read from the text",
    }
}

/// Talks that are on the timeline beside the visits: "Talks outside these visits: 2".
#[must_use]
pub fn talks_outside(talks: usize) -> String {
    ["Talks outside these visits: ", &super::grouped(talks)].concat()
}

/// Talks in the row of their visit: "Talks: Xi Jinping and Lee Jae Myung, Beijing, 5 January 2026", "Talks with Xi Jinping".
#[must_use]
pub fn talks_in_row(talks: &Visit) -> String {
    let line = super::talks_line(talks);
    if line.starts_with(super::TALKS) {
        return line;
    }
    [super::TALKS, ": ", &line].concat()
}

#[cfg(test)]
mod tests {
    use dateline_model::{Aspect, Host, Person, Place};

    use super::*;
    use crate::fixture::{report, visit};

    #[test]
    fn the_cells_of_a_visit_say_who_from_where_and_how() {
        let person = |name: &str| Person {
            name: name.to_owned(),
            role: None,
            country: Some("United States".to_owned()),
        };
        let town = |name: &str| Place {
            name: name.to_owned(),
            country: Some("Japan".to_owned()),
        };
        let mut visit = visit(vec![report("a", "2022-05-20", Aspect::Whole)]);
        visit.visitors = vec![person("Joe Biden"), person("Antony Blinken")];
        visit.host = Some(Host {
            country: Some("Japan".to_owned()),
            person: Some("Fumio Kishida".to_owned()),
        });
        visit.places = vec![town("Tokyo"), town("Osaka")];
        assert_eq!(who(&visit), "Joe Biden, Antony Blinken");
        assert_eq!(from(&visit), "United States");
        assert_eq!(place(&visit), "Japan: Tokyo, Osaka");
        assert_eq!(kind_and_status(&visit), "Visit");
        visit.kind = dateline_model::Kind::Talks;
        assert_eq!(who(&visit), "Joe Biden, Antony Blinken, Fumio Kishida");
        visit.host = None;
        assert_eq!(place(&visit), "Tokyo, Osaka");
    }

    #[test]
    fn how_a_date_was_read_has_words() {
        let read = |basis, origin| {
            how_read(&Report {
                basis,
                origin,
                ..report("a", "2022", Aspect::Whole)
            })
        };
        for (basis, words) in [
            (Some(Basis::Stated), "Stated"),
            (Some(Basis::WorkedOut), "Worked out"),
            (Some(Basis::FromText), "Worked out"),
            (Some(Basis::Unclear), "Unclear in the text"),
            (None, "Read from the text"),
        ] {
            assert_eq!(read(basis, Origin::Extracted), words);
            assert_eq!(read(basis, Origin::Authored), "Entered by the editor");
        }
    }

    #[test]
    fn the_heading_counts_and_orders_have_names() {
        assert_eq!(visits_heading(1, None), "1 visit");
        assert_eq!(visits_heading(1_044, Some(3)), "1,044 visits, 3 talks");
        assert_eq!(visit_order(VisitOrder::default()), "Newest first");
        assert_eq!(visit_order(VisitOrder::of(By::Who)), "Who");
        assert_eq!(
            visit_order(VisitOrder::of(By::Who).then(By::Who)),
            "Who, from the end"
        );
    }
}
