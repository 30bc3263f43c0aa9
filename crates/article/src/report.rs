//! Problems of one file, collected while it is read.

use dateline_model::{Location, Problem, Severity};

/// Collects what is wrong with one file.
#[derive(Debug)]
pub(crate) struct Report {
    file: String,
    problems: Vec<Problem>,
}

impl Report {
    /// Nothing wrong yet with this file.
    pub(crate) fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            problems: Vec::new(),
        }
    }

    /// The file is used, but something in it was ignored, guessed or repaired.
    pub(crate) fn warn(
        &mut self,
        at: impl Into<Option<Location>>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.push(Severity::Warning, at.into(), message.into(), remedy.into());
    }

    /// The file, or a part of it that matters, could not be used.
    pub(crate) fn error(
        &mut self,
        at: impl Into<Option<Location>>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.push(Severity::Error, at.into(), message.into(), remedy.into());
    }

    /// All of it, in the order of the file.
    pub(crate) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.location);
        self.problems
    }

    fn push(
        &mut self,
        severity: Severity,
        location: Option<Location>,
        message: String,
        remedy: String,
    ) {
        self.problems.push(Problem {
            file: self.file.clone(),
            location,
            severity,
            message,
            remedy,
        });
    }
}
