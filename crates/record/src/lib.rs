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
use dateline_bundle::record::Record;
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
        let key = |row: &dateline_bundle::record::RecordRow| (row.date.is_none(), row.date);
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    let scope = Scope::new(&files.settings, names);
    let years = || rows.iter().filter_map(|row| row.date);
    let info = RecordInfo {
        name: files
            .settings
            .name
            .clone()
            .unwrap_or_else(|| DEFAULT_NAME.to_owned()),
        scope: scope.words(&files.settings),
        source: files.settings.source.clone(),
        url: files.settings.url.clone(),
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        first_year: years().map(|date| date.first.year()).min().unwrap_or(0),
        last_year: years().map(|date| date.last.year()).max().unwrap_or(0),
    };
    let record = Record { rows, corrections };
    let read = Read {
        record,
        info,
        scope,
    };
    (read, problems)
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
