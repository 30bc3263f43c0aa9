//! `dateline check`: every problem.

use dateline_build::Documents;

use crate::args::CheckArgs;
use crate::input;
use crate::out::Out;
use crate::told::{self, Told};

/// Prints every problem on standard output, and a summary on standard error.
pub(crate) fn run(args: &CheckArgs, out: &mut Out) -> Told {
    let Documents {
        documents,
        problems,
        ..
    } = input::documents(&args.inputs);
    for problem in &problems {
        out.line(&problem.to_string());
    }
    if documents.is_empty() {
        return told::end(0, &[], true, true);
    }
    told::summary(documents.len(), problems.len());
    if problems.is_empty() {
        Told::Done
    } else {
        Told::Problems
    }
}
