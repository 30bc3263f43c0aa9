//! `dateline dates`: every date expression with what it means.

use dateline_build::{Documents, parallel};
use dateline_export::Scalars;
use dateline_model::{Article, Part};
use dateline_visits::dates::{Timex, TimexType, find};
use serde::Serialize;

use crate::args::DatesArgs;
use crate::input;
use crate::out::Out;
use crate::told::Told;

#[derive(Serialize)]
struct Line<'a> {
    article: &'a str,
    part: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    value: &'a str,
    edtf: Option<String>,
}

/// Prints the date expressions.
pub(crate) fn run(args: &DatesArgs, out: &mut Out) -> Told {
    let Documents {
        documents,
        problems,
        ..
    } = input::documents(&args.common.inputs);
    let read = parallel::map(&documents, |document| lines(&document.article, args.json));
    for line in read.iter().flatten() {
        out.line(line);
    }
    args.common.end(documents.len(), &problems)
}

/// The lines of one article.
fn lines(article: &Article, json: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let text = article.text();
    for (part, words) in [
        (Part::Headline, article.headline.as_str()),
        (Part::Text, &text),
    ] {
        let scalars = Scalars::new(words);
        for timex in find(words, article.published) {
            let line = line(article, part, words, &scalars, &timex);
            lines.push(if json {
                as_json(&line)
            } else {
                as_words(&line)
            });
        }
    }
    lines
}

fn line<'a>(
    article: &'a Article,
    part: Part,
    words: &'a str,
    scalars: &Scalars<'_>,
    timex: &'a Timex,
) -> Line<'a> {
    Line {
        article: &article.id.0,
        part: part.name(),
        start: scalars.at(timex.range.start),
        end: scalars.at(timex.range.end),
        text: words.get(timex.range.clone()).unwrap_or_default(),
        r#type: name(timex.kind),
        value: &timex.value,
        edtf: timex.edtf().map(|date| date.to_string()),
    }
}

fn as_json(line: &Line<'_>) -> String {
    serde_json::to_string(line).unwrap_or_default()
}

/// `article:start  2026-01-05  DATE  "On Jan. 5"`, for people.
fn as_words(line: &Line<'_>) -> String {
    let meaning = line.edtf.as_deref().unwrap_or(line.value);
    let part = match line.part {
        "headline" => " (headline)",
        _ => "",
    };
    format!(
        "{meaning:<24} {:<8} {:<32} {}{part}",
        line.r#type, line.text, line.article
    )
}

/// The name of a TIMEX3 type.
fn name(kind: TimexType) -> &'static str {
    match kind {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}
