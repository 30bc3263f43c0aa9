//! Visits as a calendar.

use std::collections::BTreeMap;

use dateline_model::{Article, Day, Kind, Status, Visit, VisitId};

use crate::when::{event_days, event_note};
use crate::{Lookup, Stamp, words};

/// No line is longer than this many bytes, its end not counted (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The stamp of visits whose articles are undated.
const NO_STAMP: &str = "19700101T000000Z";

/// Visits as a calendar (RFC 5545, with the calendar's own properties of RFC 7986). Those of which a day is known are events of
/// whole days ([`event_days`]); the calendar's description counts those that are left out. An event that is not the whole visit
/// says so in its summary. Its description gives the date as it is written, the sentences that say so and their articles.
///
/// Ids are stable and the stamps are the articles' own dates, so that the same visits give the same bytes.
#[must_use]
pub fn visits_ics(visits: &[&Visit], stamp: &Stamp<'_>, lookup: &Lookup<'_>) -> String {
    let mut calendar = Calendar(String::new());
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Dateline//Visits//EN");
    let about = about(visits, stamp);
    for (old, new, value) in [
        ("X-WR-CALNAME", "NAME", stamp.collection),
        ("X-WR-CALDESC", "DESCRIPTION", &about),
    ] {
        calendar.text(old, value);
        calendar.text(new, value);
    }
    if !stamp.address.is_empty() {
        calendar.uri(stamp.address);
    }
    for (visit, uid) in visits.iter().zip(uids(visits)) {
        calendar.event(visit, &uid, lookup);
    }
    calendar.line("END:VCALENDAR");
    calendar.0
}

/// What the calendar says of itself.
fn about(visits: &[&Visit], stamp: &Stamp<'_>) -> String {
    let events = visits.iter().filter(|visit| event_days(visit).is_some());
    let events = events.count();
    let mut about = format!("{events} of {} visits and talks.", visits.len());
    if events < visits.len() {
        let left = visits.len() - events;
        about.push_str(&format!(
            " {left} left out, because no day of theirs is known."
        ));
    }
    for (name, value) in stamp.fields() {
        if !value.is_empty() && name != "collection" {
            about.push_str(&format!("\n{name}: {value}"));
        }
    }
    about
}

/// Lines of a calendar.
#[derive(Debug)]
struct Calendar(String);

impl Calendar {
    fn event(&mut self, visit: &Visit, uid: &str, lookup: &Lookup<'_>) {
        let Some((first, last)) = event_days(visit) else {
            return;
        };
        let articles = words::articles(visit, lookup);
        self.line("BEGIN:VEVENT");
        self.text("UID", uid);
        self.line(&format!("DTSTAMP:{}", stamp(&articles)));
        self.line(&format!("DTSTART;VALUE=DATE:{}", basic(first)));
        // The end of an event is the day after it.
        self.line(&format!("DTEND;VALUE=DATE:{}", basic(last.plus(1))));
        self.text("SUMMARY", &summary(visit));
        let location = location(visit);
        if !location.is_empty() {
            self.text("LOCATION", &location);
        }
        self.text("DESCRIPTION", &description(visit, &articles, lookup));
        if let Some(url) = articles.iter().find_map(|article| article.url.as_deref()) {
            self.uri(url);
        }
        self.text("CATEGORIES", visit.kind.name());
        self.line(status(visit.status));
        self.line("TRANSP:TRANSPARENT");
        self.line("END:VEVENT");
    }

    /// A property whose value is text: what would end it is escaped (RFC 5545, 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                c if c.is_control() => line.push(' '),
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// An address. It takes no escapes, so that nothing in it may end the line.
    fn uri(&mut self, address: &str) {
        let mut line = String::from("URL:");
        line.extend(address.chars().filter(|c| !c.is_control()));
        self.line(&line);
    }

    /// A line, folded between characters.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// An id for each event that no other has and that stays: the visit's, with its article where several articles' own tellings
/// of one visit stand apart.
fn uids(visits: &[&Visit]) -> Vec<String> {
    let mut counts: BTreeMap<&VisitId, usize> = BTreeMap::new();
    for visit in visits {
        *counts.entry(&visit.id).or_default() += 1;
    }
    let uid = |visit: &&Visit| {
        let article = visit.reports.first().map(|report| &report.article);
        match article.filter(|_| counts.get(&visit.id) > Some(&1)) {
            Some(article) => format!("{}.{article}@dateline", visit.id),
            None => format!("{}@dateline", visit.id),
        }
    };
    visits.iter().map(uid).collect()
}

/// `Lee Jae Myung to China (state visit, under way)`.
fn summary(visit: &Visit) -> String {
    let who = words::visitors(visit);
    let place = visit.places.first().map_or("", |place| place.name.as_str());
    let country = words::host_country(visit);
    let place = if country.is_empty() { place } else { country };
    let with = visit.host.as_ref().and_then(|host| host.person.as_deref());
    let mut summary = match (visit.kind, with) {
        (Kind::Talks, Some(person)) => format!("{who} with {person}"),
        _ if place.is_empty() => who,
        _ => format!("{who} to {place}"),
    };
    let kind = visit.kind.name().replace('-', " ");
    let status = (visit.status != Status::Reported).then(|| visit.status.name());
    let mut about = kind;
    for word in [status, event_note(visit)].into_iter().flatten() {
        about.push_str(", ");
        about.push_str(word);
    }
    summary.push_str(&format!(" ({about})"));
    summary
}

/// `Beijing, Shanghai, China`.
fn location(visit: &Visit) -> String {
    let places = visit.places.iter().map(|place| place.name.as_str());
    let names = places.chain([words::host_country(visit)]);
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    names.join(", ")
}

/// The date as written, then each report's sentence and article, then what a reader must know of the articles.
fn description(visit: &Visit, articles: &[&Article], lookup: &Lookup<'_>) -> String {
    let mut lines = vec![format!(
        "Date: {}",
        visit.date.map(|date| date.to_string()).unwrap_or_default()
    )];
    for report in &visit.reports {
        let article = articles.iter().find(|article| article.id == report.article);
        let headline = article.map_or("", |article| article.headline.as_str());
        lines.push(format!(
            "“{}” – {headline}",
            words::sentence(report, lookup)
        ));
    }
    let notes = articles.iter().filter_map(|article| article.note.clone());
    lines.extend(notes);
    lines.join("\n")
}

/// The date of the newest article: when what is said here was last said.
fn stamp(articles: &[&Article]) -> String {
    let newest = articles
        .iter()
        .filter_map(|article| article.published)
        .map(|date| date.last)
        .max();
    newest.map_or_else(
        || NO_STAMP.to_owned(),
        |day| format!("{}T000000Z", basic(day)),
    )
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Reported => "STATUS:CONFIRMED",
        Status::Planned | Status::Proposed | Status::Postponed => "STATUS:TENTATIVE",
        Status::Cancelled => "STATUS:CANCELLED",
    }
}

/// `20260105`.
fn basic(day: Day) -> String {
    day.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(name: &str, value: &str) -> String {
        let mut calendar = Calendar(String::new());
        calendar.text(name, value);
        calendar.0
    }

    #[test]
    fn what_would_end_a_value_is_escaped() {
        assert_eq!(
            line("SUMMARY", "a, b; c\\d\ne\u{7}f"),
            "SUMMARY:a\\, b\\; c\\\\d\\ne f\r\n"
        );
    }

    proptest! {
        #[test]
        fn lines_are_short_and_unfold_to_the_same(value in "[a-zßöü漢字𝄞 ]{0,300}") {
            let folded = line("SUMMARY", &value);
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST));
            prop_assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
        }
    }
}
