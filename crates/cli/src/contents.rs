//! What `visits` and `search` work on: a folder of articles, built on the spot, or a built bundle.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use dateline_build::files::{self, Files};
use dateline_build::{Built, build};
use dateline_bundle::{Contents, ReadError};
use dateline_model::{Problem, Severity};

/// The contents of the inputs. A bundle is recognised by its first bytes and stands alone.
pub(crate) fn contents(inputs: &[PathBuf]) -> (Contents, Vec<Problem>) {
    if let [only] = inputs
        && is_bundle(only)
    {
        return match read_bundle(only) {
            Ok(contents) => (contents, Vec::new()),
            Err(problem) => (Contents::default(), vec![problem]),
        };
    }
    let Files { sources, problems } = files::read(inputs);
    let Built {
        contents,
        problems: mut all,
        ..
    } = build(sources);
    all.extend(problems);
    all.sort();
    (contents, all)
}

/// Whether a file begins like a bundle, whole or not.
fn is_bundle(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(32).read_to_end(&mut start));
    // A file without its rest is a damaged bundle, and anything else is foreign.
    read.is_ok() && !matches!(dateline_bundle::read(&start), Err(ReadError::Foreign))
}

fn read_bundle(path: &Path) -> Result<Contents, Problem> {
    let bytes = std::fs::read(path).map_err(|error| unusable(path, &error))?;
    dateline_bundle::read(&bytes).map_err(|error| unusable(path, &io::Error::other(error)))
}

fn unusable(path: &Path, error: &io::Error) -> Problem {
    Problem {
        file: path.display().to_string(),
        location: None,
        severity: Severity::Error,
        message: format!("the bundle could not be read: {error}"),
        remedy: "Build it again, or name the folder of articles instead".to_owned(),
    }
}
