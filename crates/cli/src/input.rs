//! The articles of some files and folders.

use std::path::PathBuf;

use dateline_build::Documents;
use dateline_build::files::{self, Files};

/// Reads the articles of some files and folders, sorted by path.
pub(crate) fn documents(inputs: &[PathBuf]) -> Documents {
    let Files { sources, problems } = files::read(inputs);
    let mut read = dateline_build::documents(sources);
    read.problems.extend(problems);
    read.problems.sort();
    read
}
