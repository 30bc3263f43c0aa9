//! Visits on record: a table that somebody else made of who visited whom.
//!
//! - [`read()`] reads the table, sets right what its editor corrected, parts titles from names, gives each person and
//!   country one label, and tells of every row that it could not use.
//! - [`compare()`] says of each reported visit whether the record lists it.
//! - [`Names`] is the collection's list of people and places under several names, for the record and the articles alike.
//!
//! The record is never a second witness: an article that was written from some of its rows is compared with these alone.
//!
//! ```
//! use dateline_article::{RecordFiles, RecordSettings, Source};
//! use dateline_record::{Names, read};
//!
//! let files = RecordFiles {
//!     settings: RecordSettings::default(),
//!     table: Source::new("visits.csv", "id,visitor,visitor_country,host,start\n1,President Xi Jinping,PRC,Japan,2019-06-27\n"),
//!     corrections: Vec::new(),
//!     people: Vec::new(),
//! };
//! let (read, problems) = read(&files, &Names::default());
//! let row = &read.record.rows[0];
//! assert_eq!((row.visitor.as_str(), row.role.as_deref()), ("Xi Jinping", Some("President")));
//! assert_eq!(row.visitor_country.as_deref(), Some("China"));
//! assert!(problems.is_empty());
//! ```
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod compare;
mod correct;
mod csv;
mod labels;
mod names;
mod rows;
mod scope;

pub use compare::{WrittenFrom, compare};
pub use names::Names;
pub use scope::Scope;

use dateline_article::RecordFiles;
use dateline_bundle::RecordInfo;
use dateline_bundle::record::{Record, RecordRow};
use dateline_model::{Location, Problem, Severity};

/// The name of a record that gives none.
const DEFAULT_NAME: &str = "Visits on record";

/// A record as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Its rows, corrected, with what was changed.
    pub record: Record,
    /// What the page says of it.
    pub info: RecordInfo,
    /// What it covers.
    pub scope: Scope,
}

/// Reads the table of a record and does what its editor says of its rows. Each row that cannot be used, and each
/// correction of a row that is not there, is one problem; the rest is used. Linear in the size of the table.
#[must_use]
pub fn read(files: &RecordFiles, names: &Names) -> (Read, Vec<Problem>) {
    let (mut rows, mut problems) = rows::read(&files.table);
    labels::part_titles(&mut rows);
    let corrections = correct::apply(&mut rows, &files.corrections, &mut problems);
    labels::unify(&mut rows, &files.people, names);
    rows.sort_by(|a, b| {
        let key = |row: &RecordRow| (row.date.is_none(), row.date);
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    let scope = Scope::new(&files.settings, names);
    let name = files.settings.name.as_deref().unwrap_or(DEFAULT_NAME);
    let info = RecordInfo {
        name: name.to_owned(),
        scope: scope.words(&files.settings),
        source: files.settings.source.clone(),
        url: files.settings.url.clone(),
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        label: label(name, &rows),
    };
    let record = Record { rows, corrections };
    let read = Read {
        record,
        info,
        scope,
    };
    (read, problems)
}

/// The name of a record with the years of its rows, if any has a date.
fn label(name: &str, rows: &[RecordRow]) -> String {
    let dates = || rows.iter().filter_map(|row| row.date);
    let first = dates().map(|date| date.first.year()).min();
    let last = dates().map(|date| date.last.year()).max();
    match first.zip(last) {
        Some((first, last)) => format!("{name}, {}", years(first, last)),
        None => name.to_owned(),
    }
}

/// "1866–2023", or "2024" alone.
fn years(first: i32, last: i32) -> String {
    if first == last {
        return first.to_string();
    }
    format!("{first}–{last}")
}

/// A problem of a file of the record.
fn problem(file: &str, line: u32, severity: Severity, message: String, remedy: &str) -> Problem {
    Problem {
        file: file.to_owned(),
        location: Some(Location { line, column: 1 }),
        severity,
        message,
        remedy: remedy.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use dateline_article::{RecordSettings, Source};

    use super::*;

    #[test]
    fn a_record_is_called_by_its_name_and_its_years() {
        for (name, rows, label) in [
            (
                None,
                "2024-01-05\nKim,Japan,2024-11-20",
                "Visits on record, 2024",
            ),
            (Some("Visits of Japan"), "2024", "Visits of Japan, 2024"),
            (
                None,
                "2023-12-31\nKim,Japan,2024-01-02",
                "Visits on record, 2023–2024",
            ),
            (None, "", "Visits on record"),
        ] {
            let files = RecordFiles {
                settings: RecordSettings {
                    name: name.map(str::to_owned),
                    ..RecordSettings::default()
                },
                table: Source::new(
                    "visits.csv",
                    format!("visitor,host,start\nKim,Peru,{rows}\n"),
                ),
                corrections: Vec::new(),
                people: Vec::new(),
            };
            let (read, problems) = read(&files, &Names::default());
            assert_eq!((read.info.label.as_str(), problems), (label, Vec::new()));
        }
    }

    #[test]
    fn a_scope_of_one_year_is_that_year() {
        let settings = RecordSettings {
            first: Some(2024),
            last: Some(2024),
            ..RecordSettings::default()
        };
        let scope = Scope::new(&settings, &Names::default());
        assert_eq!(scope.words(&settings), "visits, 2024");
    }
}
