//! From a folder's files to the contents of a bundle.
//!
//! [`build()`] is the whole pipeline: read the articles, read each one's visits, merge the visits, do what the editor
//! says of them, sort. It does no I/O and reads no clock, so the same files give the same [`Contents`] on every machine,
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

use std::collections::BTreeMap;

use dateline_article::{Document, Settings, finish, read, sort_out};
use dateline_bundle::{About, Contents, Entry};
use dateline_model::{ArticleId, Edtf, Problem};
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
    /// Everything that is wrong, sorted by file and line.
    pub problems: Vec<Problem>,
}

/// What a bundle is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// What goes into the bundle.
    pub contents: Contents,
    /// Everything that is wrong with the files, sorted by file and line.
    pub problems: Vec<Problem>,
}

/// Builds the contents of a bundle out of a folder's files, on all cores where there are threads.
#[must_use]
pub fn build(sources: Vec<Source>) -> Built {
    let Documents {
        documents,
        settings,
        mut problems,
    } = documents(sources);
    let mut readings = readings(&documents);
    let published: BTreeMap<ArticleId, Option<Edtf>> = documents
        .iter()
        .map(|document| (document.article.id.clone(), document.article.published))
        .collect();
    let (entered, misquoted) = editor::entered(&documents);
    let read = readings
        .iter_mut()
        .flat_map(|reading| std::mem::take(&mut reading.visits));
    let visits = read.chain(entered).collect();
    let published = |id: &ArticleId| published.get(id).copied().flatten();
    let visits = dateline_visits::merge(visits, published);
    let (mut visits, unknown) = editor::apply(visits, &documents, &published);
    if settings.checked_only {
        editor::keep_checked(&mut visits);
    }
    problems.extend(misquoted);
    problems.extend(unknown);
    problems.sort();
    let entries = documents.into_iter().zip(readings).map(entry).collect();
    Built {
        contents: Contents::new(about(settings), entries, visits),
        problems,
    }
}

/// Reads the articles of a folder's files.
#[must_use]
pub fn documents(sources: Vec<Source>) -> Documents {
    let folder = sort_out(sources);
    let read = parallel::map(&folder.articles, |(article, sidecar)| {
        read(article, sidecar.as_ref())
    });
    let (documents, mut problems) = finish(read);
    problems.extend(folder.problems);
    problems.sort();
    Documents {
        documents,
        settings: folder.settings,
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

fn entry((document, reading): (Document, Reading)) -> Entry {
    let mentions = editor::mentions(reading.mentions, &document.authored);
    Entry {
        article: document.article,
        mentions,
    }
}

fn about(settings: Settings) -> About {
    About {
        title: settings.title.unwrap_or_else(|| DEFAULT_TITLE.to_owned()),
        description: settings.description,
        locale: settings.locale.unwrap_or_else(|| DEFAULT_LOCALE.to_owned()),
        report: settings.report,
        group_by: settings.group_by,
    }
}
