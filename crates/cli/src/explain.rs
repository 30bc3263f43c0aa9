//! `dateline visits --explain`: how each phrase that may speak of a visit was understood.

use dateline_export::Scalars;
use dateline_model::{Article, Part, Span};
use dateline_visits::{Explanation, Outcome};
use serde::Serialize;

use crate::args::VisitsFormat;
use crate::out::Out;

#[derive(Serialize)]
struct Line<'a> {
    article: &'a str,
    part: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    trigger: &'a str,
    rule: &'static str,
    visit: Option<&'a str>,
    refused: Option<&'static str>,
}

/// Prints the explanations of one article.
pub(crate) fn print(
    article: &Article,
    explanations: &[Explanation],
    format: VisitsFormat,
    out: &mut Out,
) {
    let text = article.text();
    for explanation in explanations {
        let line = line(article, &text, explanation);
        match format {
            VisitsFormat::Json => out.json(&line),
            VisitsFormat::Table | VisitsFormat::Csv | VisitsFormat::Ics => {
                let outcome = match (line.visit, line.refused) {
                    (Some(visit), _) => format!("visit {visit}"),
                    (None, reason) => format!("no visit: {}", reason.unwrap_or_default()),
                };
                out.line(&format!(
                    "{}:{}-{} {}",
                    line.article, line.start, line.end, line.rule
                ));
                out.line(&format!("  {}", line.text.replace('\n', " ")));
                out.line(&format!("  \"{}\" → {outcome}", line.trigger));
            }
        }
    }
}

fn line<'a>(article: &'a Article, text: &'a str, explanation: &'a Explanation) -> Line<'a> {
    let sentence = explanation.sentence;
    let whole = match sentence.part {
        Part::Headline => article.headline.as_str(),
        Part::Text => text,
    };
    let words = |span: Span| whole.get(span.range()).unwrap_or_default();
    let scalars = Scalars::new(whole);
    let (visit, refused) = match &explanation.outcome {
        Outcome::Taken(id) => (Some(id.0.as_str()), None),
        Outcome::Refused(reason) => (None, Some(*reason)),
    };
    Line {
        article: &article.id.0,
        part: sentence.part.name(),
        start: scalars.at(sentence.range().start),
        end: scalars.at(sentence.range().end),
        text: words(sentence),
        trigger: words(explanation.trigger),
        rule: explanation.rule,
        visit,
        refused,
    }
}
