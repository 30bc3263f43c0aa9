//! The `dateline` command: what a folder of articles says, on standard output.
//!
//! - Results go to standard output, one JSON object a line with `--json`; problems go to standard error.
//! - Exit codes: 0 done; 1 problems where that was asked (`check`, `--strict`), or nothing could be read; 2 wrong usage.
//! - All offsets that people and other programs see count Unicode scalar values.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod args;
mod check;
mod contents;
mod dates;
mod explain;
mod hits;
mod input;
mod out;
mod search;
mod table;
mod text;
mod told;
mod unchecked;
mod visits;

use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser as _;
use out::Out;

/// Reads the arguments, does what they say and gives the exit code.
#[must_use]
pub fn run() -> ExitCode {
    let args = Args::parse();
    let mut out = Out::stdout();
    let told = match args.command {
        Command::Check(check) => check::run(&check, &mut out),
        Command::Dates(dates) => dates::run(&dates, &mut out),
        Command::Search(search) => search::run(&search, &mut out),
        Command::Text(text) => text::run(&text, &mut out),
        Command::Visits(visits) => visits::run(&visits, &mut out),
    };
    if out.finish() {
        told.exit_code()
    } else {
        told::complain("not all results could be written");
        told::Told::Problems.exit_code()
    }
}
