//! What `collection.toml` says of the record of visits.

use dateline_model::Location;

use crate::report::Report;
use crate::settings::{address, unknown};
use crate::take;
use crate::value::Entry;

/// The keys of the table `record`.
const KEYS: [&str; 10] = [
    "file",
    "corrections",
    "name",
    "scope",
    "country",
    "first",
    "last",
    "roles",
    "source",
    "url",
];

/// The file of the record where the settings name none.
const RECORD_FILE: &str = "visits.csv";

/// The file of its corrections where the settings name none.
const CORRECTIONS_FILE: &str = "visits.corrections.toml";

/// What a publisher says of the table of visits on record. What is not said is `None` or empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordSettings {
    /// Where the settings speak of it, for problems that show later; `None` where they do not.
    pub location: Option<Location>,
    /// The table's file, below the input folder.
    pub file: String,
    /// The file of its corrections, below the input folder.
    pub corrections: String,
    /// Its name.
    pub name: Option<String>,
    /// What it covers, in words that can stand inside a sentence.
    pub scope: Option<String>,
    /// The country that every visit it covers goes to or comes from.
    pub country: Option<String>,
    /// The first year that it covers.
    pub first: Option<i32>,
    /// The last year that it covers.
    pub last: Option<i32>,
    /// The offices whose holders' visits it covers; none means all visitors.
    pub roles: Vec<String>,
    /// Who made it.
    pub source: Option<String>,
    /// Where it stands.
    pub url: Option<String>,
}

impl Default for RecordSettings {
    fn default() -> Self {
        Self {
            location: None,
            file: RECORD_FILE.to_owned(),
            corrections: CORRECTIONS_FILE.to_owned(),
            name: None,
            scope: None,
            country: None,
            first: None,
            last: None,
            roles: Vec::new(),
            source: None,
            url: None,
        }
    }
}

/// Reads the table `record`.
pub(crate) fn read(entry: &Entry, report: &mut Report) -> Option<RecordSettings> {
    let entries = take::table(&entry.key, &entry.value, report)?;
    let mut record = RecordSettings {
        location: Some(entry.at),
        ..RecordSettings::default()
    };
    for entry in entries {
        let words = &mut |report: &mut Report| take::text(entry, report);
        match entry.key.as_str() {
            "file" => record.file = words(report).unwrap_or(record.file),
            "corrections" => record.corrections = words(report).unwrap_or(record.corrections),
            "name" => record.name = words(report),
            "scope" => record.scope = words(report),
            "country" => record.country = words(report),
            "first" => record.first = year(entry, report),
            "last" => record.last = year(entry, report),
            "roles" => record.roles = take::texts(entry, report),
            "source" => record.source = words(report),
            "url" => record.url = address(entry, report),
            _ => unknown(entry, &KEYS, report),
        }
    }
    Some(record)
}

fn year(entry: &Entry, report: &mut Report) -> Option<i32> {
    let words = take::text(entry, report)?;
    let year = words.parse().ok().filter(|year| (1..=9999).contains(year));
    if year.is_none() {
        take::wrong(&entry.key, &entry.value, "a year", report);
    }
    year
}
