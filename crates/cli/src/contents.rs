//! What `visits` and `search` work on: a folder of articles, built on the spot, or a built bundle.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};

use dateline_build::files::{self, Files};
use dateline_build::{Built, build};
use dateline_bundle::{Collection, Contents, PartError, ReadError};
use dateline_model::{Problem, Severity};
use flate2::bufread::GzDecoder;

/// The first bytes of a file that is compressed: RFC 1952, §2.3.1.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// The contents of the inputs. A bundle is recognised by its first bytes and stands alone.
pub(crate) fn contents(inputs: &[PathBuf]) -> (Contents, Vec<Problem>) {
    match bundle(inputs) {
        Some(Ok(collection)) => (collection.into_contents(), Vec::new()),
        Some(Err(problem)) => (Contents::default(), vec![problem]),
        None => built(inputs),
    }
}

/// The same, searchable.
pub(crate) fn collection(inputs: &[PathBuf]) -> (Collection, Vec<Problem>) {
    match bundle(inputs) {
        Some(Ok(collection)) => (collection, Vec::new()),
        Some(Err(problem)) => (Collection::new(Contents::default()), vec![problem]),
        None => {
            let (contents, problems) = built(inputs);
            (Collection::new(contents), problems)
        }
    }
}

fn built(inputs: &[PathBuf]) -> (Contents, Vec<Problem>) {
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

/// The bundle that the only input is.
fn bundle(inputs: &[PathBuf]) -> Option<Result<Collection, Problem>> {
    let [only] = inputs else { return None };
    is_bundle(only).then(|| read_bundle(only))
}

/// Whether a file begins like a bundle, whole or not.
fn is_bundle(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = inflated(path).and_then(|file| file.take(32).read_to_end(&mut start));
    // A file without its rest is a damaged bundle, and anything else is foreign.
    read.is_ok() && !matches!(dateline_bundle::read(&start), Err(ReadError::Foreign))
}

/// A bundle of one file, or of a first file and the parts beside it.
fn read_bundle(path: &Path) -> Result<Collection, Problem> {
    let bytes = bytes(path).map_err(|error| unusable(path, &error.to_string()))?;
    let mut collection =
        Collection::open(&bytes).map_err(|error| unusable(path, &error.to_string()))?;
    if collection.is_in_parts() {
        let put = collection.put_all(&mut |name, _| bytes_of_part(path, name));
        put.map_err(|error| unusable_part(path, &error))?;
    }
    Ok(collection)
}

fn bytes_of_part(first: &Path, name: &str) -> Option<Vec<u8>> {
    bytes(&first.with_file_name(name)).ok()
}

/// What stands in a file, inflated if it is compressed.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    inflated(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn inflated(path: &Path) -> io::Result<Box<dyn Read>> {
    let mut file = BufReader::new(File::open(path)?);
    Ok(if file.fill_buf()?.starts_with(&GZIP) {
        Box::new(GzDecoder::new(file))
    } else {
        Box::new(file)
    })
}

fn unusable_part(path: &Path, error: &PartError) -> Problem {
    unusable(&path.with_file_name(&error.file), &error.why.to_string())
}

fn unusable(path: &Path, why: &str) -> Problem {
    Problem {
        file: path.display().to_string(),
        location: None,
        severity: Severity::Error,
        message: format!("the bundle could not be read: {why}"),
        remedy: "Build it again, or name the folder of articles instead".to_owned(),
    }
}
