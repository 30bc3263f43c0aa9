//! The arguments, and their help.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};

/// Reads dated articles and says what is in them: their text, their dates, the visits that they report.
///
/// INPUT is files or folders of articles: plain text (.txt) and Markdown (.md), with front matter in YAML or TOML, a
/// first line "date 2026-01-12 Headline", or a sidecar NAME.toml beside NAME.txt.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, max_term_width = 80, after_help = AFTER)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every help ends with.
const AFTER: &str = "\
Examples:
  dateline check articles/          what is wrong, with line, column and remedy
  dateline visits articles/         who went where, when
  dateline dates articles/ --json   every date expression, one JSON object a line
  dateline search articles/ 'Lee \"state visit\"'
                                    the articles with both, best first

Exit codes:
  0  done; problems are told on standard error
  1  problems where that was asked (check, --strict), or nothing could be read
  2  wrong usage

Offsets in JSON count Unicode scalar values from the start of the headline or of
the text, as \"part\" says.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Every problem of the articles: what is wrong, in which line and column, and what to do.
    Check(CheckArgs),
    /// The date expressions of headlines and texts, with what they mean.
    Dates(DatesArgs),
    /// The plain text of the articles, which is what offsets refer to.
    Text(TextArgs),
}

/// What every command takes.
#[derive(ClapArgs, Debug)]
pub(crate) struct Common {
    /// Files or folders of articles.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Exit with 1 when the articles have problems.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Say nothing of problems on standard error.
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct CheckArgs {
    /// Files or folders of articles.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct DatesArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// One JSON object a line: {"article","part","start","end","text","type","value","edtf"}.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct TextArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Only the article with this id.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<String>,
    /// One JSON object a line: {"id","text"}.
    #[arg(long)]
    pub(crate) json: bool,
}
