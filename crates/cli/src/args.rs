//! The arguments, and their help.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use dateline_bundle::Sort;
use dateline_model::Problem;

use crate::told::{self, Told};

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
  dateline check articles/ --visits what was read and nobody has confirmed yet
  dateline visits articles/         who went where, when
  dateline dates articles/ --json   every date expression, one JSON object a line
  dateline search articles/ 'Lee \"state visit\"'
                                    the articles with both, best first

Exit codes:
  0  done; problems are told on standard error
  1  problems where that was asked (check, --strict), visits to check (check
     --visits), or nothing could be read
  2  wrong usage

Offsets in JSON count Unicode scalar values from the start of the headline or of
the text, as \"part\" says.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Every problem of the articles: what is wrong, in which line and column, and what to do.
    Check(CheckArgs),
    /// The date expressions of headlines and texts, with what they mean.
    Dates(DatesArgs),
    /// The articles that a query finds, as the page finds them.
    ///
    /// A query is words that must all occur (case and accents do not matter), "exact phrases", -words and -"phrases"
    /// that must not occur. What cannot be read so is looked for as plain words, and standard error says so.
    ///
    /// In JSON each hit's "snippet" is {"text", "spans": [[start, end], …]}, and "facets" counts the articles found by
    /// person, place, source, topic, kind of visit and year.
    Search(SearchArgs),
    /// The plain text of the articles, which is what offsets refer to.
    Text(TextArgs),
    /// The visits that the articles report, with the sentences that say so.
    ///
    /// As a table for people, or with --format json one object a line: {"id", "visitors": [{"name", "role", "country"}],
    /// "host": {"country", "person"}, "places": ["…"], "date", "aspect", "precision", "earliest", "latest", "kind", "status", "origin",
    /// "part_of", "checked": {"by", "on"}, "recorded", "record": ["…"], "evidence": [{"article", "part", "start", "end", "text", "date_text", "date", "aspect", "rule",
    /// "confidence"}]}. Dates are EDTF (ISO 8601-2), absent values null; "earliest" and "latest" are the first and the
    /// last day of the date. Talks name the visit that they are a part of in "part_of".
    Visits(VisitsArgs),
}

/// What every command takes.
#[derive(ClapArgs, Debug)]
pub(crate) struct Common {
    /// Files or folders of articles (for `visits` also a built bundle).
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Exit with 1 when the articles have problems.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Say nothing of problems on standard error.
    #[arg(long)]
    pub(crate) quiet: bool,
}

impl Common {
    /// The end of a command that found this many articles.
    pub(crate) fn end(&self, articles: usize, problems: &[Problem]) -> Told {
        told::end(articles, problems, self.strict, self.quiet)
    }
}

#[derive(ClapArgs, Debug)]
pub(crate) struct CheckArgs {
    /// Files or folders of articles.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Also the visits that nobody has confirmed, each with its id and its sentences; exit with 1 while there are any.
    #[arg(long)]
    pub(crate) visits: bool,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct DatesArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// One JSON object a line: {"article", "part", "start", "end", "text", "type", "value", "edtf"}.
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
    /// One JSON object a line: {"id", "text"}.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(ClapArgs, Debug)]
pub(crate) struct SearchArgs {
    /// A folder or file of articles, or a built bundle.
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,
    /// The query, which may begin with a minus; - reads one query a line from standard input.
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    pub(crate) query: String,
    /// One JSON object a query: {"query", "total", "facets", "hits": [{"id", "headline", "date", "score", "snippet"}], "notes"}.
    #[arg(long)]
    pub(crate) json: bool,
    /// At most so many hits.
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) limit: usize,
    /// The order of the hits.
    #[arg(long, value_enum, default_value_t = SortArg::Relevance)]
    pub(crate) sort: SortArg,
    /// Find only what the query says: no similar words where one occurs nowhere, no articles that have only most of the words.
    #[arg(long)]
    pub(crate) exact: bool,
    /// Exit with 1 when the articles have problems.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Say nothing of problems on standard error.
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SortArg {
    /// Best match first.
    Relevance,
    /// Newest first, undated last.
    Newest,
    /// Oldest first, undated last.
    Oldest,
}

impl From<SortArg> for Sort {
    fn from(sort: SortArg) -> Self {
        match sort {
            SortArg::Relevance => Self::Relevance,
            SortArg::Newest => Self::Newest,
            SortArg::Oldest => Self::Oldest,
        }
    }
}

#[derive(ClapArgs, Debug)]
pub(crate) struct VisitsArgs {
    #[command(flatten)]
    pub(crate) common: Common,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = VisitsFormat::Table)]
    pub(crate) format: VisitsFormat,
    /// How each phrase that may speak of a visit was understood, instead of the visits.
    #[arg(long)]
    pub(crate) explain: bool,
    /// One record per visit and article, as each article tells it.
    #[arg(long)]
    pub(crate) unmerged: bool,
}

/// How visits are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum VisitsFormat {
    /// Rows for people.
    Table,
    /// One JSON object a line.
    Json,
    /// A table for spreadsheets, one line a visit.
    Csv,
    /// A calendar of the visits that have a date.
    Ics,
}
