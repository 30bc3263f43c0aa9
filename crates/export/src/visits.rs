//! Visits as a table.

use dateline_model::{Checked, Edtf, Recorded, Visit};

use crate::table::Table;
use crate::when::precision;
use crate::{Lookup, Stamp, words};

/// The columns. Several values in one are separated by `; `.
const COLUMNS: [&str; 23] = [
    "id",
    "visitors",
    "roles",
    "visitor_countries",
    "host_country",
    "host_person",
    "places",
    "date",
    "aspect",
    "precision",
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

/// Visits as a table (RFC 4180): a line of column names, then one line a visit; the last columns are the stamp's, on every
/// line, because a table has no other place for them and lines are copied from table to table.
///
/// `date` is EDTF (ISO 8601-2), and `aspect` says what it is the date of: the whole visit, a moment at which it was under way,
/// its beginning or its end. `earliest` and `latest` are its first and last day, and only where `precision` is `day` or
/// `range` are they the very days. `evidence` holds the sentences that say so, one an article; `notes` what a reader must know
/// of these articles; `checked` the day on which somebody confirmed it, or "yes"; `recorded` whether the collection's record
/// lists it, and `record` the rows that do.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, for articles are other people's words.
#[must_use]
pub fn visits_csv(visits: &[&Visit], stamp: &Stamp<'_>, lookup: &Lookup<'_>) -> String {
    let stamped = stamp.fields();
    let names = COLUMNS
        .into_iter()
        .chain(stamped.iter().map(|field| field.0));
    let mut table = Table::new(names);
    for visit in visits {
        let mut cells = Vec::from(cells(visit, lookup));
        cells.extend(stamped.iter().map(|field| field.1.clone()));
        table.line(&cells);
    }
    table.text()
}

fn cells(visit: &Visit, lookup: &Lookup<'_>) -> [String; COLUMNS.len()] {
    let people = || visit.visitors.iter();
    let host = visit.host.as_ref();
    let host_person = host.and_then(|host| host.person.clone());
    let articles = words::articles(visit, lookup);
    let urls = articles.iter().filter_map(|article| article.url.as_deref());
    let notes = articles
        .iter()
        .filter_map(|article| article.note.as_deref());
    let recorded = visit.recorded.as_ref();
    let rows = recorded.map_or(&[][..], Recorded::rows);
    let sentences = visit.reports.iter();
    let sentences: Vec<String> = sentences
        .map(|report| words::sentence(report, lookup))
        .collect();
    let when = |of: fn(Edtf) -> String| visit.date.map(of).unwrap_or_default();
    [
        visit.id.0.clone(),
        words::visitors(visit),
        words::joined(people().filter_map(|person| person.role.as_deref())),
        words::joined(people().filter_map(|person| person.country.as_deref())),
        words::host_country(visit).to_owned(),
        host_person.unwrap_or_default(),
        words::joined(visit.places.iter().map(|place| place.name.as_str())),
        when(|date| date.to_string()),
        visit.date.map_or("", |_| visit.aspect.name()).to_owned(),
        when(|date| precision(date).to_owned()),
        when(|date| date.first.to_string()),
        when(|date| date.last.to_string()),
        visit.kind.name().to_owned(),
        visit.status.name().to_owned(),
        words::origin(visit).name().to_owned(),
        visit
            .part_of
            .as_ref()
            .map(|id| id.0.clone())
            .unwrap_or_default(),
        words::joined(articles.iter().map(|article| article.id.0.as_str())),
        words::joined(urls),
        words::joined(sentences.iter().map(String::as_str)),
        words::joined(notes),
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
