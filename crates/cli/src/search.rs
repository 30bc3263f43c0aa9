//! `dateline search`: the same answers that the page gives.

use std::io::{self, BufRead as _, IsTerminal as _};

use dateline_bundle::{Collection, Filter, Note, Plain, Selection};

use crate::args::SearchArgs;
use crate::contents;
use crate::hits::{self, Hit};
use crate::out::Out;
use crate::told::{self, Told};

/// Answers the query, or one a line from standard input.
pub(crate) fn run(args: &SearchArgs, out: &mut Out) -> Told {
    let (collection, problems) = contents::collection(std::slice::from_ref(&args.input));
    let articles = collection.contents().articles.len();
    if args.query == "-" {
        for query in io::stdin().lock().lines() {
            match query {
                Ok(query) => answer(&collection, query.trim(), args, out),
                Err(error) => told::complain(&format!("a query could not be read: {error}")),
            }
        }
    } else {
        answer(&collection, &args.query, args, out);
    }
    told::end(articles, &problems, args.strict, args.quiet)
}

fn answer(collection: &Collection, query: &str, args: &SearchArgs, out: &mut Out) {
    let filter = Filter {
        query: query.to_owned(),
        sort: args.sort.into(),
        most: Some(args.limit),
        ..Filter::default()
    };
    let selection = if args.exact {
        collection.select(&filter)
    } else {
        collection.select_forgiving(&filter)
    };
    let hits = hits::of(collection, &selection);
    let notes: Vec<String> = selection.notes.iter().map(told_as).collect();
    if args.json {
        hits::json(query, &selection, &hits, &notes, out);
        return;
    }
    if !args.quiet {
        notes.iter().for_each(|note| told::complain(note));
    }
    print(&selection, &hits, out);
}

/// Prints hits for people, matched words in bold where the terminal shows it.
fn print(selection: &Selection, hits: &[Hit], out: &mut Out) {
    let bold = io::stdout().is_terminal();
    out.line(&told::counted(selection.total as usize, "article"));
    for hit in hits {
        let date = hit.date.as_deref().unwrap_or("undated");
        out.line("");
        out.line(&format!("{date}  {}  [{}]", hit.headline, hit.id));
        let text = if bold {
            hit.snippet.highlighted("\u{1b}[1m", "\u{1b}[0m")
        } else {
            hit.snippet.text.clone()
        };
        out.line(&format!("  {}", text.replace('\n', " ")));
    }
}

/// What was understood in another way than it may have been meant.
fn told_as(note: &Note) -> String {
    match note {
        Note::Plain { text, why } => {
            let why = match why {
                Plain::OpenQuote => "the quotation mark is never closed",
                Plain::Parenthesis => "the parentheses do not match",
                Plain::LoneOperator => "the operator has nothing to join",
                Plain::Field => "the field has no value",
                Plain::Date => "that is no date",
                Plain::Wildcard => "* and ~ go at the end of a word",
            };
            format!("read as plain words: {text} ({why})")
        }
        Note::TooLong { used } => format!("only the first {used} terms were used"),
        Note::Nothing => "there is no word in this query".to_owned(),
        Note::Corrected { typed, used } => format!(
            "no article has {typed}; these have {} (--exact finds only what was typed)",
            used.join(" or ")
        ),
        Note::DidYouMean { typed, instead } => format!("{typed} is rare; {instead} is not"),
        Note::Fewer { of, most } => format!(
            "no article has all {of} words; these have {most} of them (--exact finds only those with all)"
        ),
        _ => "the query was understood in another way than it may have been meant".to_owned(),
    }
}
