//! From a folder's files to the contents of a bundle.
//!
//! [`build()`] is the whole pipeline: read the articles, read each one's visits, merge the visits, do what the editor
//! says of them, look them up in the record, sort. It does no I/O and reads no clock, so the same files give the same [`Contents`] on every machine,
//! in whatever order they come; it compiles for the browser too.
//!
//! [`documents`] and [`readings`] are its first two steps, for callers that want no more. Where there is a disk, `files` reads
//! folders into sources: one walk for all who call, so that the same folder gives the same collection and problems.
//!
//! ```
//! use dateline_build::{Source, build};
//!
//! let built = build(vec![
//!     Source::new("collection.toml", "title = \"East Asia\""),
//!     Source::new("a.txt", "date 2026-01-12 Lee in Beijing\n\nPresident Lee visited China on Jan. 5."),
//! ]);
//! assert_eq!(built.contents.about.title, "East Asia");
//! assert_eq!(built.contents.articles[0].article.headline, "Lee in Beijing");
//! assert!(built.problems.is_empty());
//! ```
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod editor;
#[cfg(not(target_family = "wasm"))]
pub mod files;
pub mod parallel;

use std::collections::{BTreeMap, BTreeSet};

use dateline_article::{Document, RecordFiles, Settings, finish, read, sort_out};
use dateline_bundle::record::Record;
use dateline_bundle::{About, Contents, Entry};
use dateline_model::{ArticleId, Edtf, Problem, Visit};
use dateline_record::{Names, Read};
use dateline_visits::Reading;

pub use dateline_article::Source;
pub use editor::is_checked;

/// The title of a collection that gives none.
const DEFAULT_TITLE: &str = "Articles";

/// The locale of a collection that gives none.
const DEFAULT_LOCALE: &str = "en";

/// A folder's articles as they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documents {
    /// The articles with what their editor entered, sorted by path, ids unique.
    pub documents: Vec<Document>,
    /// The settings of the collection.
    pub settings: Settings,
    /// The files of the record, if there is one.
    pub record: Option<RecordFiles>,
    /// Everything that is wrong, sorted by file and line.
    pub problems: Vec<Problem>,
}

/// What a bundle is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// What goes into the bundle.
    pub contents: Contents,
    /// The visits on record, a file of its own beside the bundle.
    pub record: Option<Record>,
    /// Everything that is wrong with the files, sorted by file and line.
    pub problems: Vec<Problem>,
}

/// Builds the contents of a bundle out of a folder's files, on all cores where there are threads.
#[must_use]
pub fn build(sources: Vec<Source>) -> Built {
    build_documents(documents(sources))
}

/// Builds the contents of a bundle out of articles that were read.
#[must_use]
pub fn build_documents(read: Documents) -> Built {
    let Documents {
        documents,
        settings,
        record,
        mut problems,
    } = read;
    let names = Names::new(&settings.names);
    let mut readings = parallel::map(&documents, |document| Reading {
        // Of these there are more than visits, and only people ask for them.
        explanations: Vec::new(),
        ..dateline_visits::read(&document.article)
    });
    dateline_visits::relabel(&mut readings);
    let (mut visits, unknown) = visits(&documents, &mut readings, &names);
    problems.extend(unknown);
    let record = record.map(|files| on_record(&files, &names, &documents, &mut visits));
    let (record, unlisted) = record.unzip();
    problems.extend(unlisted.into_iter().flatten());
    if settings.checked_only {
        editor::keep_checked(&mut visits);
    }
    problems.sort();
    let entries = documents
        .into_iter()
        .zip(readings)
        .map(|(document, reading)| entry(document, reading, &names));
    let entries = entries.collect();
    let mut contents = Contents::new(about(&settings), entries, visits);
    add_aliases(&mut contents.aliases, settings.aliases);
    add_aliases(&mut contents.aliases, settings.names);
    contents.record = record.as_ref().map(|read| read.info.clone());
    Built {
        contents,
        record: record.map(|read| read.record),
        problems,
    }
}

/// The visits of all articles, merged and set right by the editor, and the entries that match nothing.
fn visits(
    documents: &[Document],
    readings: &mut [Reading],
    names: &Names,
) -> (Vec<Visit>, Vec<Problem>) {
    let published: BTreeMap<&ArticleId, Option<Edtf>> = documents
        .iter()
        .map(|document| (&document.article.id, document.article.published))
        .collect();
    let published = |id: &ArticleId| published.get(id).copied().flatten();
    let (entered, mut problems) = editor::entered(documents);
    let read = readings
        .iter_mut()
        .flat_map(|reading| std::mem::take(&mut reading.visits));
    let mut visits: Vec<Visit> = read.chain(entered).collect();
    for visit in &mut visits {
        names.put_into_visit(visit);
    }
    let visits = dateline_visits::merge(visits, published);
    let (visits, unknown) = editor::apply(visits, documents, &published);
    problems.extend(unknown);
    (visits, problems)
}

/// Reads the record and says of each visit whether it is listed. Rows that an article names and the record lacks are told.
fn on_record(
    files: &RecordFiles,
    names: &Names,
    documents: &[Document],
    visits: &mut [Visit],
) -> (Read, Vec<Problem>) {
    let (read, mut problems) = dateline_record::read(files, names);
    let written_from: BTreeMap<&ArticleId, &Vec<String>> = documents
        .iter()
        .map(|document| (&document.article.id, &document.article.record))
        .collect();
    dateline_record::compare(&read, visits, &|id| {
        written_from.get(id).map_or(&[][..], |rows| rows)
    });
    let rows = read.record.rows.iter();
    let rows: BTreeSet<&str> = rows.map(|row| row.id.as_str()).collect();
    for document in documents {
        problems.extend(editor::unknown_rows(document, &rows));
    }
    (read, problems)
}

/// Reads the articles of a folder's files.
#[must_use]
pub fn documents(sources: Vec<Source>) -> Documents {
    let folder = sort_out(sources);
    let read = parallel::map(folder.articles, |(article, sidecar)| {
        read(&article, sidecar.as_ref())
    });
    let (documents, mut problems) = finish(read);
    problems.extend(folder.problems);
    problems.sort();
    Documents {
        documents,
        settings: folder.settings,
        record: folder.record,
        problems,
    }
}

/// Reads what each article mentions and reports, in the order of the articles.
#[must_use]
pub fn readings(documents: &[Document]) -> Vec<Reading> {
    parallel::map(documents, |document| {
        dateline_visits::read(&document.article)
    })
}

fn entry(document: Document, reading: Reading, names: &Names) -> Entry {
    let mut mentions = editor::mentions(reading.mentions, &document.authored);
    names.put_into_mentions(&mut mentions);
    Entry {
        article: document.article,
        mentions,
    }
}

fn about(settings: &Settings) -> About {
    let or = |words: &Option<String>, default: &str| words.clone().unwrap_or(default.to_owned());
    About {
        title: or(&settings.title, DEFAULT_TITLE),
        description: settings.description.clone(),
        about: settings.about.clone(),
        locale: or(&settings.locale, DEFAULT_LOCALE),
        report: settings.report.clone(),
        group_by: settings.group_by.clone(),
    }
}

/// Adds the publisher's groups of names. One that has a name of a known group joins it, so that no name stands in two.
fn add_aliases(groups: &mut Vec<Vec<String>>, more: Vec<Vec<String>>) {
    for names in more {
        let known = groups
            .iter_mut()
            .find(|group| names.iter().any(|name| group.contains(name)));
        match known {
            Some(group) => {
                for name in names {
                    if !group.contains(&name) {
                        group.push(name);
                    }
                }
            }
            None => groups.push(names),
        }
    }
}
