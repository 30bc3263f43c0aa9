//! What a command has to say beside its results: problems, and the exit code.

use std::io::{self, Write};
use std::process::ExitCode;

use dateline_model::Problem;

/// Problems that commands other than `check` print before they point there.
const FEW: usize = 20;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// All is well.
    Done,
    /// Problems where that was asked, or nothing could be read.
    Problems,
}

impl Told {
    /// The exit code of the command.
    pub(crate) fn exit_code(self) -> ExitCode {
        match self {
            Self::Done => ExitCode::SUCCESS,
            Self::Problems => ExitCode::from(1),
        }
    }
}

/// Prints the first problems on standard error, and how many more there are.
pub(crate) fn problems(problems: &[Problem], quiet: bool) {
    if quiet {
        return;
    }
    let mut stderr = io::stderr().lock();
    for problem in problems.iter().take(FEW) {
        // Nothing can be said where standard error is closed.
        let _ = writeln!(stderr, "{problem}");
    }
    if let Some(more @ 1..) = problems.len().checked_sub(FEW) {
        let _ = writeln!(
            stderr,
            "… and {more} more problems; `dateline check` lists them all."
        );
    }
}

/// The end of a command that found this many articles.
pub(crate) fn end(articles: usize, found: &[Problem], strict: bool, quiet: bool) -> Told {
    problems(found, quiet);
    if articles == 0 {
        complain("no articles were found. Articles are files whose names end in .md or .txt.");
        return Told::Problems;
    }
    if strict && !found.is_empty() {
        return Told::Problems;
    }
    Told::Done
}

/// One line on standard error: how much was read, how many problems it has, and so on.
pub(crate) fn summary(counts: &[String]) {
    let _ = writeln!(io::stderr(), "{}", counts.join(", "));
}

/// `1 article`, `2 articles`, `no articles`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    match count {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}

/// Says one line on standard error. Nothing can be said where that is closed.
pub(crate) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "dateline: {message}");
}
