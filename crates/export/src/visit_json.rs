//! Visits as JSON. The keys are a contract: all stand always, absent values are null.

use dateline_model::{Article, Checked, Edtf, Host, Part, Person, Recorded, Report, Span, Visit};

use crate::json::{Json, document};
use crate::when::precision;
use crate::{Lookup, Scalars, Stamp, words};

/// Visits as one JSON document: the stamp's fields, then `visits`, each as [`visit_json`] writes it.
#[must_use]
pub fn visits_json(visits: &[&Visit], stamp: &Stamp<'_>, lookup: &Lookup<'_>) -> String {
    let records: Vec<Json<'_>> = visits.iter().map(|visit| value(visit, lookup)).collect();
    document(stamp, "visits", records.into_iter())
}

/// A visit as one line of JSON, each report with the sentences that say so. Offsets count Unicode scalar values.
#[must_use]
pub fn visit_json(visit: &Visit, lookup: &Lookup<'_>) -> String {
    let mut line = String::new();
    value(visit, lookup).push(&mut line);
    line
}

fn value<'v, 'l: 'v>(visit: &'v Visit, lookup: &Lookup<'l>) -> Json<'v> {
    let mut evidence = Vec::new();
    for report in &visit.reports {
        if let Some(article) = lookup(&report.article) {
            push_evidence(report, article, &mut evidence);
        }
    }
    let rows = visit.recorded.as_ref().map_or(&[][..], Recorded::rows);
    Json::Object(vec![
        ("id", Json::Text(&visit.id.0)),
        (
            "visitors",
            Json::List(visit.visitors.iter().map(person).collect()),
        ),
        ("host", visit.host.as_ref().map_or(Json::Null, host)),
        (
            "places",
            Json::texts(visit.places.iter().map(|place| place.name.as_str())),
        ),
        ("date", Json::own(visit.date)),
        (
            "aspect",
            Json::text(visit.date.map(|_| visit.aspect.name())),
        ),
        ("precision", Json::text(visit.date.map(precision))),
        ("earliest", Json::own(visit.date.map(|date| date.first))),
        ("latest", Json::own(visit.date.map(|date| date.last))),
        ("kind", Json::Text(visit.kind.name())),
        ("status", Json::Text(visit.status.name())),
        ("origin", Json::Text(words::origin(visit).name())),
        (
            "part_of",
            Json::text(visit.part_of.as_ref().map(|id| id.0.as_str())),
        ),
        (
            "checked",
            visit.checked.as_ref().map_or(Json::Null, checked),
        ),
        (
            "recorded",
            Json::text(visit.recorded.as_ref().map(Recorded::name)),
        ),
        ("record", Json::texts(rows.iter().map(String::as_str))),
        ("evidence", Json::List(evidence)),
    ])
}

fn person(person: &Person) -> Json<'_> {
    Json::Object(vec![
        ("name", Json::Text(&person.name)),
        ("role", Json::text(person.role.as_deref())),
        ("country", Json::text(person.country.as_deref())),
    ])
}

fn host(host: &Host) -> Json<'_> {
    Json::Object(vec![
        ("country", Json::text(host.country.as_deref())),
        ("person", Json::text(host.person.as_deref())),
    ])
}

fn checked(checked: &Checked) -> Json<'_> {
    Json::Object(vec![
        ("by", Json::text(checked.by.as_deref())),
        ("on", Json::own(checked.on)),
    ])
}

/// The sentences of a report, the one that it was read from first. Only that one carries the report's date, and any
/// other the words of the date that stand in it.
fn push_evidence<'a>(report: &'a Report, article: &'a Article, evidence: &mut Vec<Json<'a>>) {
    let text = article.text();
    let counted = (Scalars::new(&article.headline), Scalars::new(&text));
    let words = |span: Span| match span.part {
        Part::Headline => article.headline.get(span.range()),
        Part::Text => text.get(span.range()),
    };
    for (place, span) in std::iter::once(&report.span)
        .chain(&report.more)
        .enumerate()
    {
        let scalars = match span.part {
            Part::Headline => &counted.0,
            Part::Text => &counted.1,
        };
        let mut all = report.gloss.when.iter();
        let inside = all.find(|when| span.contains(**when));
        let when = match place {
            0 => inside.or(report.gloss.when.first()),
            _ => inside,
        };
        let date: Option<Edtf> = report.date.filter(|_| place == 0);
        evidence.push(Json::Object(vec![
            ("article", Json::Text(&report.article.0)),
            ("part", Json::Text(span.part.name())),
            ("start", Json::Whole(scalars.at(span.range().start))),
            ("end", Json::Whole(scalars.at(span.range().end))),
            (
                "text",
                Json::Own(words(*span).unwrap_or_default().to_owned()),
            ),
            ("date_text", Json::own(when.and_then(|when| words(*when)))),
            ("date", Json::own(date)),
            ("aspect", Json::text(date.map(|_| report.aspect.name()))),
            ("rule", Json::Text(&report.rule)),
            ("confidence", Json::Hundredths(report.confidence)),
            ("note", Json::text(article.note.as_deref())),
        ]));
    }
}
