//! What is wrong with an input, where, and what to do.

use serde::{Deserialize, Serialize};

/// How bad a [`Problem`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The article is used, but something in it was ignored, guessed or repaired.
    Warning,
    /// The file, or a part of it that matters, could not be used.
    Error,
}

/// A place in a file. A person reads it, so both numbers count from 1; columns count Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Location {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
}

/// Something wrong with one input. Every reader returns all of them at once beside what it could read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Problem {
    /// The file, relative to the input folder, with `/` on every system.
    pub file: String,
    /// Where in the file; `None` when the file as a whole is meant.
    pub location: Option<Location>,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop at its end.
    pub message: String,
    /// What to do about it, as an instruction without a full stop at its end.
    pub remedy: String,
}

impl std::fmt::Display for Problem {
    /// `file:line:column: error: message. Remedy.`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(Location { line, column }) = self.location {
            write!(f, ":{line}:{column}")?;
        }
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, ": {severity}: {}. {}.", self.message, self.remedy)
    }
}
