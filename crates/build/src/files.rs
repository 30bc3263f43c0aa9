//! The files of folders as sources: the only place of this crate that reads the disk, and not there in the browser.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use dateline_article::{MAX_BYTES, Role, SETTINGS_FILE, Settings, Source, read_settings, role};
use dateline_model::{Problem, Severity};

/// What some files and folders hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// Every file that matters, its path below the input that it was found in.
    pub sources: Vec<Source>,
    /// What could not be read, or is no article.
    pub problems: Vec<Problem>,
}

/// Reads some files and folders, each folder with those in it, in the order of their names. What cannot be read gives a
/// problem and stops nothing.
///
/// In a folder, what is hidden (its name begins with a dot) and what cannot be an article is passed over; a file that is
/// named is read whatever its name, with the sidecar beside it. Files of more than [`MAX_BYTES`] are not loaded.
#[must_use]
pub fn read(inputs: &[PathBuf]) -> Files {
    let mut files = Files::default();
    for input in inputs {
        if input.is_dir() {
            let settings = load(&input.join(SETTINGS_FILE), SETTINGS_FILE);
            let mut walk = Walk {
                top: input,
                settings: settings
                    .map_or_else(|_| Settings::default(), |source| read_settings(&source).0),
                seen: BTreeSet::new(),
                files: &mut files,
            };
            walk.folder(input);
        } else {
            files.named(input);
        }
    }
    files
}

impl Files {
    /// Takes a file that was named, with its sidecar.
    fn named(&mut self, path: &Path) {
        let name = path.file_name().map_or_else(String::new, lossy);
        let read = load(path, &name).map_err(|problem| Problem {
            file: path.display().to_string(),
            ..problem
        });
        self.take(read);
        let beside = path.with_extension("toml");
        if beside != path && role(&name) != Role::Sidecar && beside.is_file() {
            let name = beside.file_name().map_or_else(String::new, lossy);
            self.take(load(&beside, &name));
        }
    }

    fn take(&mut self, read: Result<Source, Problem>) {
        match read {
            Ok(source) => self.sources.push(source),
            Err(problem) => self.problems.push(problem),
        }
    }
}

/// A walk through a folder.
struct Walk<'a> {
    top: &'a Path,
    /// What the folder's settings say; their problems are told by who builds.
    settings: Settings,
    /// Folders that were entered, so that links which lead back end the walk.
    seen: BTreeSet<PathBuf>,
    files: &'a mut Files,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path) {
        if let Ok(real) = folder.canonicalize()
            && !self.seen.insert(real)
        {
            return;
        }
        match list(folder) {
            Ok(paths) => paths.iter().for_each(|path| self.entry(path)),
            Err(error) => {
                let name = self.below(folder);
                self.files.problems.push(unreadable(name, "folder", &error));
            }
        }
    }

    fn entry(&mut self, path: &Path) {
        let hidden = path
            .file_name()
            .is_some_and(|name| lossy(name).starts_with('.'));
        let name = self.below(path);
        if hidden || self.settings.leaves_out(&name) {
            return;
        }
        if path.is_dir() {
            self.folder(path);
            return;
        }
        match role(&name) {
            Role::Article | Role::Sidecar | Role::Settings => self.files.take(load(path, &name)),
            Role::Table if self.is_record(&name) => self.files.take(load(path, &name)),
            Role::Foreign => self.files.problems.push(foreign(name)),
            Role::Table | Role::Other => {}
        }
    }

    /// Whether a table is the record: other tables are not even loaded.
    fn is_record(&self, name: &str) -> bool {
        let record = self.settings.record.clone().unwrap_or_default();
        record.file == name
    }

    /// The path below the input folder, with `/` on every system.
    fn below(&self, path: &Path) -> String {
        let below = path.strip_prefix(self.top).unwrap_or(path);
        let parts: Vec<String> = below.iter().map(lossy).collect();
        if parts.is_empty() {
            return path.display().to_string();
        }
        parts.join("/")
    }
}

/// What a folder holds, sorted.
fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries: io::Result<Vec<_>> = fs::read_dir(folder)?.collect();
    let mut paths: Vec<PathBuf> = entries?.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    Ok(paths)
}

/// Reads one file. One that is too large for an article is not loaded.
fn load(path: &Path, name: &str) -> Result<Source, Problem> {
    let length = fs::metadata(path).map_or(0, |data| data.len());
    if length > MAX_BYTES as u64 {
        return Err(too_large(name.to_owned()));
    }
    let read = fs::read(path);
    read.map(|bytes| Source::new(name, bytes))
        .map_err(|error| unreadable(name.to_owned(), "file", &error))
}

fn too_large(file: String) -> Problem {
    Problem {
        file,
        location: None,
        severity: Severity::Error,
        message: format!("larger than {} MiB, so it is no article", MAX_BYTES >> 20),
        remedy: "Take it out of the folder or split it".to_owned(),
    }
}

fn unreadable(file: String, what: &str, error: &io::Error) -> Problem {
    Problem {
        file,
        location: None,
        severity: Severity::Error,
        message: format!("this {what} could not be read: {error}"),
        remedy: "Check the path and who may read it".to_owned(),
    }
}

fn foreign(file: String) -> Problem {
    Problem {
        file,
        location: None,
        severity: Severity::Warning,
        message: "files of this format are not read".to_owned(),
        remedy: "Save it as Markdown (.md) or plain text (.txt) if it is an article".to_owned(),
    }
}

fn lossy(name: impl AsRef<OsStr>) -> String {
    name.as_ref().to_string_lossy().into_owned()
}
