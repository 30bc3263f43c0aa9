//! What several formats say of a visit, in words.

use dateline_model::{Article, Origin, Part, Report, Visit};

use crate::Lookup;

/// Who went: names between semicolons.
pub(crate) fn visitors(visit: &Visit) -> String {
    joined(visit.visitors.iter().map(|person| person.name.as_str()))
}

/// Texts between semicolons, without repeats, in their order.
pub(crate) fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut once: Vec<&str> = Vec::new();
    for text in texts {
        if !text.is_empty() && !once.contains(&text) {
            once.push(text);
        }
    }
    once.join("; ")
}

/// The country or region that the visit goes to.
pub(crate) fn host_country(visit: &Visit) -> &str {
    let host = visit.host.as_ref();
    host.and_then(|host| host.country.as_deref())
        .unwrap_or_default()
}

/// Who says so: the editor before what was read, and that before the record.
pub(crate) fn origin(visit: &Visit) -> Origin {
    let has = |origin| visit.reports.iter().any(|report| report.origin == origin);
    if has(Origin::Authored) {
        Origin::Authored
    } else if has(Origin::Extracted) || !has(Origin::Record) {
        Origin::Extracted
    } else {
        Origin::Record
    }
}

/// The articles that report a visit, each once, in the order of its reports.
pub(crate) fn articles<'a>(visit: &Visit, lookup: &Lookup<'a>) -> Vec<&'a Article> {
    let mut found: Vec<&Article> = Vec::new();
    for article in visit
        .reports
        .iter()
        .filter_map(|report| lookup(&report.article))
    {
        if found.iter().all(|known| known.id != article.id) {
            found.push(article);
        }
    }
    found
}

/// The sentence that a report was read from, on one line.
pub(crate) fn sentence(report: &Report, lookup: &Lookup<'_>) -> String {
    let Some(article) = lookup(&report.article) else {
        return String::new();
    };
    let range = report.span.range();
    let words = match report.span.part {
        Part::Headline => article.headline.get(range).map(str::to_owned),
        Part::Text => article.text().get(range).map(str::to_owned),
    };
    let words = words.unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
