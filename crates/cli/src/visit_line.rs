//! A visit as a line of JSON. The keys are a contract: all stand always, absent values are null.

use dateline_model::{Checked, Edtf, Host, Origin, Part, Person, Recorded, Report, Span, Visit};
use serde::Serialize;

use crate::out::Out;
use crate::scalars::Scalars;
use crate::visits::Articles;

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    visitors: Vec<PersonLine<'a>>,
    host: Option<HostLine<'a>>,
    places: Vec<&'a str>,
    date: Option<String>,
    earliest: Option<String>,
    latest: Option<String>,
    kind: &'static str,
    status: &'static str,
    origin: &'static str,
    part_of: Option<&'a str>,
    checked: Option<CheckedLine<'a>>,
    recorded: Option<&'static str>,
    record: &'a [String],
    evidence: Vec<EvidenceLine>,
}

#[derive(Serialize)]
struct PersonLine<'a> {
    name: &'a str,
    role: Option<&'a str>,
    country: Option<&'a str>,
}

#[derive(Serialize)]
struct HostLine<'a> {
    country: Option<&'a str>,
    person: Option<&'a str>,
}

#[derive(Serialize)]
struct CheckedLine<'a> {
    by: Option<&'a str>,
    on: Option<String>,
}

#[derive(Serialize)]
struct EvidenceLine {
    article: String,
    part: &'static str,
    start: usize,
    end: usize,
    text: String,
    date_text: Option<String>,
    date: Option<String>,
    rule: String,
    confidence: f64,
    note: Option<String>,
}

/// Prints visits, each with the sentences that say so.
pub(crate) fn print(visits: &[Visit], articles: &Articles<'_>, out: &mut Out) {
    for visit in visits {
        out.json(&line(visit, articles));
    }
}

fn line<'a>(visit: &'a Visit, articles: &Articles<'_>) -> Line<'a> {
    let reports = visit.reports.iter();
    Line {
        id: &visit.id.0,
        visitors: visit.visitors.iter().map(person).collect(),
        host: visit.host.as_ref().map(host),
        places: visit
            .places
            .iter()
            .map(|place| place.name.as_str())
            .collect(),
        date: visit.date.map(written),
        earliest: visit.date.map(|date| date.first.to_string()),
        latest: visit.date.map(|date| date.last.to_string()),
        kind: visit.kind.name(),
        status: visit.status.name(),
        origin: origin(visit).name(),
        part_of: visit.part_of.as_ref().map(|id| id.0.as_str()),
        checked: visit.checked.as_ref().map(checked),
        recorded: visit.recorded.as_ref().map(Recorded::name),
        record: visit.recorded.as_ref().map_or(&[], Recorded::rows),
        evidence: reports
            .flat_map(|report| evidence(report, articles))
            .collect(),
    }
}

fn person(person: &Person) -> PersonLine<'_> {
    PersonLine {
        name: &person.name,
        role: person.role.as_deref(),
        country: person.country.as_deref(),
    }
}

fn host(host: &Host) -> HostLine<'_> {
    HostLine {
        country: host.country.as_deref(),
        person: host.person.as_deref(),
    }
}

fn checked(checked: &Checked) -> CheckedLine<'_> {
    CheckedLine {
        by: checked.by.as_deref(),
        on: checked.on.map(|day| day.to_string()),
    }
}

/// The editor wins over what was read, and both over the record.
fn origin(visit: &Visit) -> Origin {
    let origins = || visit.reports.iter().map(|report| report.origin);
    if origins().any(|origin| origin == Origin::Authored) {
        Origin::Authored
    } else if origins().all(|origin| origin == Origin::Record) && origins().next().is_some() {
        Origin::Record
    } else {
        Origin::Extracted
    }
}

/// The sentences of a report, the one that it was read from first. Only that one carries the report's date, and any
/// other the words of the date that stand in it.
fn evidence(report: &Report, articles: &Articles<'_>) -> Vec<EvidenceLine> {
    let Some(article) = articles.get(&report.article) else {
        return Vec::new();
    };
    let text = article.text();
    let counted = (Scalars::new(&article.headline), Scalars::new(&text));
    let words = |span: Span| match span.part {
        Part::Headline => article.headline.get(span.range()),
        Part::Text => text.get(span.range()),
    };
    let sentences = std::iter::once(&report.span).chain(&report.more);
    let line = |(place, span): (usize, &Span)| {
        let scalars = match span.part {
            Part::Headline => &counted.0,
            Part::Text => &counted.1,
        };
        let inside = report.gloss.when.iter().find(|when| span.contains(**when));
        let when = match place {
            0 => inside.or(report.gloss.when.first()),
            _ => inside,
        };
        EvidenceLine {
            article: report.article.0.clone(),
            part: span.part.name(),
            start: scalars.at(span.range().start),
            end: scalars.at(span.range().end),
            text: words(*span).unwrap_or_default().to_owned(),
            date_text: when.and_then(|when| words(*when)).map(str::to_owned),
            date: report.date.filter(|_| place == 0).map(written),
            rule: report.rule.clone(),
            confidence: f64::from(report.confidence) / 100.0,
            note: article.note.clone(),
        }
    };
    sentences.enumerate().map(line).collect()
}

fn written(date: Edtf) -> String {
    date.to_string()
}
