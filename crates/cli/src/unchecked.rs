//! `dateline check --visits`: the visits that nobody has confirmed, with what to read before confirming them.

use std::collections::BTreeMap;

use dateline_export::Scalars;
use dateline_model::{ArticleId, Part, Report, Visit};

use crate::out::Out;
use crate::table::destination;
use crate::visits::Articles;

/// Prints each visit in some lines: id and reading, then the sentence of each report with its file and where it stands.
pub(crate) fn print(
    visits: &[&Visit],
    articles: &Articles<'_>,
    paths: &BTreeMap<ArticleId, String>,
    out: &mut Out,
) {
    for visit in visits {
        out.line(&format!("to check: {}", visit.id));
        out.line(&format!("  {}", reading(visit)));
        for report in &visit.reports {
            if let Some(line) = sentence(report, articles, paths) {
                out.line(&line);
            }
        }
    }
}

/// `2026-01-05, Lee Jae Myung to China (Beijing), state-visit, reported`.
fn reading(visit: &Visit) -> String {
    let date = visit.date.map(|date| date.to_string());
    let who: Vec<&str> = visit.visitors.iter().map(|one| one.name.as_str()).collect();
    format!(
        "{}, {} to {}, {}, {}",
        date.as_deref().unwrap_or("no date"),
        who.join(" and "),
        destination(visit),
        visit.kind.name(),
        visit.status.name()
    )
}

/// `  a.txt: text 12-140: "On Jan. 5, …"`.
fn sentence(
    report: &Report,
    articles: &Articles<'_>,
    paths: &BTreeMap<ArticleId, String>,
) -> Option<String> {
    let article = articles.get(&report.article)?;
    let whole = match report.span.part {
        Part::Headline => article.headline.clone(),
        Part::Text => article.text(),
    };
    let scalars = Scalars::new(&whole);
    let range = report.span.range();
    let (start, end) = (scalars.at(range.start), scalars.at(range.end));
    let words: Vec<&str> = whole.get(range)?.split_whitespace().collect();
    let path = paths.get(&report.article).unwrap_or(&report.article.0);
    let part = report.span.part.name();
    Some(format!(
        "  {path}: {part} {start}-{end}: \"{}\"",
        words.join(" ")
    ))
}
