//! Comma-separated values, as RFC 4180 has them.

use dateline_model::{Checked, Recorded, Visit};

use crate::{Lookup, words};

/// The columns. Several values in one are separated by `; `.
const COLUMNS: [&str; 21] = [
    "id",
    "visitors",
    "roles",
    "visitor_countries",
    "host_country",
    "host_person",
    "places",
    "date",
    "earliest",
    "latest",
    "kind",
    "status",
    "origin",
    "part_of",
    "articles",
    "urls",
    "evidence",
    "notes",
    "checked",
    "recorded",
    "record",
];

/// Visits as a table: a line of column names, then one line a visit. `date` is EDTF (ISO 8601-2), `earliest` and `latest`
/// its first and last day; `evidence` holds the sentences that say so, one an article; `notes` what a reader must know of these
/// articles; `checked` the day on which somebody confirmed it, or "yes"; `recorded` whether the collection's record lists it, and
/// `record` the rows that do.
///
/// Lines end in CR LF. A cell that a spreadsheet would take for a formula gets an apostrophe before it, for articles are
/// other people's words.
#[must_use]
pub fn csv(visits: &[Visit], lookup: &Lookup<'_>) -> String {
    let mut table = String::new();
    push_line(&mut table, &COLUMNS.map(str::to_owned));
    for visit in visits {
        push_line(&mut table, &cells(visit, lookup));
    }
    table
}

fn cells(visit: &Visit, lookup: &Lookup<'_>) -> [String; COLUMNS.len()] {
    let people = || visit.visitors.iter();
    let host = visit.host.as_ref();
    let articles = words::articles(visit, lookup);
    let recorded = visit.recorded.as_ref();
    let rows = recorded.map_or(&[][..], Recorded::rows);
    let sentences: Vec<String> = visit
        .reports
        .iter()
        .map(|report| words::sentence(report, lookup))
        .collect();
    [
        visit.id.0.clone(),
        words::visitors(visit),
        words::joined(people().filter_map(|person| person.role.as_deref())),
        words::joined(people().filter_map(|person| person.country.as_deref())),
        words::host_country(visit).to_owned(),
        host.and_then(|host| host.person.clone())
            .unwrap_or_default(),
        words::joined(visit.places.iter().map(|place| place.name.as_str())),
        visit.date.map(|date| date.to_string()).unwrap_or_default(),
        visit
            .date
            .map(|date| date.first.to_string())
            .unwrap_or_default(),
        visit
            .date
            .map(|date| date.last.to_string())
            .unwrap_or_default(),
        visit.kind.name().to_owned(),
        visit.status.name().to_owned(),
        words::origin(visit).name().to_owned(),
        visit
            .part_of
            .as_ref()
            .map(|id| id.0.clone())
            .unwrap_or_default(),
        words::joined(articles.iter().map(|article| article.id.0.as_str())),
        words::joined(articles.iter().filter_map(|article| article.url.as_deref())),
        words::joined(sentences.iter().map(String::as_str)),
        words::joined(
            articles
                .iter()
                .filter_map(|article| article.note.as_deref()),
        ),
        visit.checked.as_ref().map(checked).unwrap_or_default(),
        recorded.map_or("", Recorded::name).to_owned(),
        words::joined(rows.iter().map(String::as_str)),
    ]
}

/// `2026-01-14`, or that it was, where nobody says when.
fn checked(checked: &Checked) -> String {
    checked
        .on
        .map_or_else(|| "yes".to_owned(), |day| day.to_string())
}

fn push_line(table: &mut String, cells: &[String]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            table.push(',');
        }
        push_cell(table, cell);
    }
    table.push_str("\r\n");
}

fn push_cell(table: &mut String, cell: &str) {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    if cell.contains(['"', ',', '\n', '\r', ';']) || cell.starts_with(' ') || cell.ends_with(' ') {
        table.push('"');
        table.push_str(guard);
        table.push_str(&cell.replace('"', "\"\""));
        table.push('"');
    } else {
        table.push_str(guard);
        table.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (cell, written) in [
            ("Beijing", "Beijing"),
            ("a, b", "\"a, b\""),
            ("a; b", "\"a; b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("@cmd, x", "\"'@cmd, x\""),
            ("", ""),
        ] {
            let mut table = String::new();
            push_cell(&mut table, cell);
            assert_eq!(table, written);
        }
    }
}
