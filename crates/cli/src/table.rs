//! Visits as a table for people.

use std::io::IsTerminal as _;

use dateline_model::{Visit, VisitId};

use crate::out::Out;

/// Columns are no wider than this on a terminal, so that rows stay on their lines.
const WIDEST: usize = 44;

const TITLES: [&str; 6] = ["DATE", "WHO", "WHERE", "KIND", "STATUS", "ARTICLES"];

/// Prints visits as rows under titles; talks stand indented under their visit.
pub(crate) fn print(visits: &[Visit], out: &mut Out) {
    let cut = std::io::stdout().is_terminal();
    let rows: Vec<[String; 6]> = ordered(visits)
        .into_iter()
        .map(|visit| row(visit, cut))
        .collect();
    let mut widths = TITLES.map(|title| title.chars().count());
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    out.line(&joined(&TITLES.map(str::to_owned), &widths));
    for row in &rows {
        out.line(&joined(row, &widths));
    }
}

/// Each visit followed by its talks.
fn ordered(visits: &[Visit]) -> Vec<&Visit> {
    let known = |id: &VisitId| visits.iter().any(|visit| visit.id == *id);
    let is_inner = |visit: &&Visit| visit.part_of.as_ref().is_some_and(known);
    let mut rows = Vec::with_capacity(visits.len());
    for visit in visits.iter().filter(|visit| !is_inner(visit)) {
        rows.push(visit);
        rows.extend(
            visits
                .iter()
                .filter(|inner| inner.part_of.as_ref() == Some(&visit.id)),
        );
    }
    rows
}

fn row(visit: &Visit, cut: bool) -> [String; 6] {
    let who: Vec<&str> = visit
        .visitors
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    let mut articles: Vec<&str> = visit
        .reports
        .iter()
        .map(|report| report.article.0.as_str())
        .collect();
    articles.dedup();
    let indent = if visit.part_of.is_some() { "  " } else { "" };
    let row = [
        format!(
            "{indent}{}",
            visit
                .date
                .map_or_else(|| "–".to_owned(), |date| date.to_string())
        ),
        who.join(", "),
        destination(visit),
        visit.kind.name().to_owned(),
        visit.status.name().to_owned(),
        articles.len().to_string(),
    ];
    row.map(|cell| if cut { shortened(&cell) } else { cell })
}

/// `China (Beijing, Shanghai), with Xi Jinping`.
pub(crate) fn destination(visit: &Visit) -> String {
    let host = visit.host.as_ref();
    let country = host.and_then(|host| host.country.as_deref());
    let places: Vec<&str> = visit
        .places
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    let mut text = match (country, places.is_empty()) {
        (Some(country), true) => country.to_owned(),
        (Some(country), false) => format!("{country} ({})", places.join(", ")),
        (None, _) => places.join(", "),
    };
    if let Some(person) = host.and_then(|host| host.person.as_deref()) {
        text.push_str(if text.is_empty() { "with " } else { ", with " });
        text.push_str(person);
    }
    text
}

fn shortened(cell: &str) -> String {
    if cell.chars().count() <= WIDEST {
        return cell.to_owned();
    }
    let mut short: String = cell.chars().take(WIDEST - 1).collect();
    short.push('…');
    short
}

fn joined(cells: &[String; 6], widths: &[usize; 6]) -> String {
    let mut line = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        line.push_str(cell);
        let gap = width.saturating_sub(cell.chars().count()) + 2;
        line.extend(std::iter::repeat_n(' ', gap));
    }
    line.trim_end().to_owned()
}
