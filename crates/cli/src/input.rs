//! Files and folders into sources: the only place that reads the disk.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use dateline_article::{MAX_BYTES, Role, Source, role};
use dateline_build::Documents;
use dateline_model::{Problem, Severity};

/// What the inputs hold.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// Every file that matters, its path below the input that it was found in.
    pub(crate) sources: Vec<Source>,
    /// What could not be read.
    pub(crate) problems: Vec<Problem>,
}

/// Reads the articles of some files and folders, sorted by path.
pub(crate) fn documents(inputs: &[PathBuf]) -> Documents {
    let Files { sources, problems } = files(inputs);
    let mut read = dateline_build::documents(sources);
    read.problems.extend(problems);
    read.problems.sort();
    read
}

/// Reads some files and folders. In a folder, files that cannot be articles are passed over; a file that is named is
/// read whatever its name.
pub(crate) fn files(inputs: &[PathBuf]) -> Files {
    let mut files = Files::default();
    for input in inputs {
        if input.is_dir() {
            let mut walk = Walk {
                top: input,
                seen: BTreeSet::new(),
                files: &mut files,
            };
            walk.folder(input);
        } else {
            named(input, &mut files);
        }
    }
    files
}

/// Takes a file that was named, with its sidecar.
fn named(path: &Path, files: &mut Files) {
    let name = path.file_name().map_or_else(String::new, lossy);
    load(path, name.clone(), files);
    let beside = path.with_extension("toml");
    if beside != path && role(&name) != Role::Sidecar && beside.is_file() {
        let name = beside.file_name().map_or_else(String::new, lossy);
        load(&beside, name, files);
    }
}

/// A walk through a folder.
struct Walk<'a> {
    top: &'a Path,
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
        let name = self.below(path);
        let hidden = name
            .rsplit('/')
            .next()
            .is_some_and(|name| name.starts_with('.'));
        if hidden {
            return;
        }
        if path.is_dir() {
            self.folder(path);
            return;
        }
        match role(&name) {
            Role::Article | Role::Sidecar | Role::Settings => load(path, name, self.files),
            Role::Foreign => self.files.problems.push(foreign(name)),
            Role::Other => {}
        }
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
fn load(path: &Path, name: String, files: &mut Files) {
    let length = fs::metadata(path).map_or(0, |data| data.len());
    if length > MAX_BYTES as u64 {
        files.problems.push(Problem {
            file: name,
            location: None,
            severity: Severity::Error,
            message: format!("larger than {} MiB, so it is no article", MAX_BYTES >> 20),
            remedy: "Take it out of the folder or split it".to_owned(),
        });
        return;
    }
    match fs::read(path) {
        Ok(bytes) => files.sources.push(Source { path: name, bytes }),
        Err(error) => files
            .problems
            .push(unreadable(path.display().to_string(), "file", &error)),
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

fn lossy(name: impl AsRef<std::ffi::OsStr>) -> String {
    name.as_ref().to_string_lossy().into_owned()
}
