//! From a folder's files to its articles: sidecars find their articles, ids become unique.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{ArticleId, Location, Problem};

use crate::corrections::{self, RecordPerson, RowCorrection};
use crate::read::{Document, read};
use crate::record_settings::RecordSettings;
use crate::report::Report;
use crate::settings::{Settings, read_settings};
use crate::source::{Role, SETTINGS_FILE, Source, role, stem};

/// A folder's files, sorted out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Each article with its sidecar, sorted by path.
    pub articles: Vec<(Source, Option<Source>)>,
    /// The settings of the collection.
    pub settings: Settings,
    /// The record of visits, if there is one.
    pub record: Option<RecordFiles>,
    /// Sidecars without an article, a record that is not there, and what is wrong with the settings and corrections.
    pub problems: Vec<Problem>,
}

/// The files of a record of visits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordFiles {
    /// What the publisher says of it.
    pub settings: RecordSettings,
    /// Its table, as comma-separated values.
    pub table: Source,
    /// What its editor says of its rows.
    pub corrections: Vec<RowCorrection>,
    /// The people whom it writes in several ways.
    pub people: Vec<RecordPerson>,
}

/// Sorts files out. Whatever is neither sidecar nor table nor settings counts as an article here: who walks a folder
/// leaves other files out by [`role`], and a file that somebody names is meant. The order of the files does not matter.
#[must_use]
pub fn sort_out(mut sources: Vec<Source>) -> Folder {
    sources.sort();
    let mut folder = Folder::default();
    if let Some(source) = take_path(&mut sources, SETTINGS_FILE) {
        (folder.settings, folder.problems) = read_settings(&source);
    }
    sources.retain(|source| !folder.settings.leaves_out(&source.path));
    folder.take_record(&mut sources);
    let mut sidecars: BTreeMap<String, Source> = BTreeMap::new();
    let mut articles = Vec::new();
    for source in sources {
        match role(&source.path) {
            Role::Sidecar => {
                sidecars.insert(stem(&source.path).to_owned(), source);
            }
            Role::Settings | Role::Table => {}
            Role::Article | Role::Foreign | Role::Other => articles.push(source),
        }
    }
    let stems: BTreeSet<&str> = articles.iter().map(|source| stem(&source.path)).collect();
    for (stem, sidecar) in &sidecars {
        if !stems.contains(stem.as_str()) {
            folder.problems.push(lonely(sidecar));
        }
    }
    let with_sidecar = |article: Source| {
        let sidecar = sidecars.get(stem(&article.path)).cloned();
        (article, sidecar)
    };
    folder.articles = articles.into_iter().map(with_sidecar).collect();
    folder
}

/// Takes the file of a path out of several.
fn take_path(sources: &mut Vec<Source>, path: &str) -> Option<Source> {
    let at = sources.iter().position(|source| source.path == path)?;
    Some(sources.remove(at))
}

impl Folder {
    /// Finds the record: the table that the settings name, or one of the usual name.
    fn take_record(&mut self, sources: &mut Vec<Source>) {
        let settings = self.settings.record.clone().unwrap_or_default();
        let corrections = take_path(sources, &settings.corrections);
        let Some(table) = take_path(sources, &settings.file) else {
            if let Some(at) = settings.location {
                self.problems.push(missing(at, &settings.file));
            }
            return;
        };
        let (corrections, problems) = corrections
            .map(|source| corrections::read(&source))
            .unwrap_or_default();
        self.problems.extend(problems);
        self.record = Some(RecordFiles {
            settings,
            table,
            corrections: corrections.rows,
            people: corrections.people,
        });
    }
}

fn missing(at: Location, file: &str) -> Problem {
    let mut report = Report::new(SETTINGS_FILE);
    report.error(
        at,
        format!("the record's file `{file}` is not in the folder; there is no record"),
        "Put it beside the articles, or name it by `file`",
    );
    report.into_problems().remove(0)
}

fn lonely(sidecar: &Source) -> Problem {
    let stem = stem(&sidecar.path);
    let mut report = Report::new(&sidecar.path);
    report.warn(
        None,
        "there is no article beside this sidecar",
        format!("Name it like its article: {stem}.toml goes with {stem}.md or {stem}.txt"),
    );
    report.into_problems().remove(0)
}

/// Puts together what was read, in whatever order it was done: articles sorted by path with unique ids, problems
/// sorted by file and line. An id that an earlier path has taken gets `-2`, `-3`, ….
#[must_use]
pub fn finish(
    read: impl IntoIterator<Item = (Option<Document>, Vec<Problem>)>,
) -> (Vec<Document>, Vec<Problem>) {
    let mut problems = Vec::new();
    let documents = read.into_iter().filter_map(|(document, more)| {
        problems.extend(more);
        document
    });
    // In the same piece of memory, where it is a list that comes.
    let mut documents: Vec<Document> = documents.collect();
    documents.sort_by(|a, b| a.path.cmp(&b.path));
    make_unique(&mut documents, &mut problems);
    problems.sort();
    problems.dedup();
    (documents, problems)
}

/// Reads all articles of a folder. The order of the files does not matter.
#[must_use]
pub fn read_all(sources: Vec<Source>) -> (Vec<Document>, Vec<Problem>) {
    let folder = sort_out(sources);
    let read = folder
        .articles
        .iter()
        .map(|(article, sidecar)| read(article, sidecar.as_ref()));
    let (documents, mut problems) = finish(read);
    problems.extend(folder.problems);
    problems.sort();
    (documents, problems)
}

fn make_unique(documents: &mut [Document], problems: &mut Vec<Problem>) {
    let repeats = repeats(documents);
    if repeats.is_empty() {
        return;
    }
    // No repeat may take an id that another article has for its own.
    let mut taken: BTreeSet<ArticleId> = documents
        .iter()
        .map(|document| document.article.id.clone())
        .collect();
    let mut next: BTreeMap<ArticleId, u32> = BTreeMap::new();
    for (place, owner) in repeats {
        let owner = documents.get(owner).map(|owner| owner.path.clone());
        let (Some(owner), Some(document)) = (owner, documents.get_mut(place)) else {
            continue;
        };
        let id = &mut document.article.id;
        let counter = next.entry(id.clone()).or_insert(2);
        let free = loop {
            let candidate = ArticleId(format!("{id}-{counter}"));
            *counter += 1;
            if taken.insert(candidate.clone()) {
                break candidate;
            }
        };
        let mut report = Report::new(&document.path);
        report.warn(
            None,
            format!("the id `{id}` is already that of {owner}, so this article became `{free}`"),
            "Give one of the two another `id`",
        );
        problems.extend(report.into_problems());
        *id = free;
    }
}

/// The places of articles whose id an earlier one has, each with the place of that one.
fn repeats(documents: &[Document]) -> Vec<(usize, usize)> {
    let mut owners: BTreeMap<&ArticleId, usize> = BTreeMap::new();
    let mut repeats = Vec::new();
    for (place, document) in documents.iter().enumerate() {
        let owner = *owners.entry(&document.article.id).or_insert(place);
        if owner != place {
            repeats.push((place, owner));
        }
    }
    repeats
}
