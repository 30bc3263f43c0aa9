//! The very words of an article, with those that were read underlined and named.

use dateline_model::{Article, Part, Report, Span};
use yew::prelude::*;

use crate::components::marked::{Marked, marked};
use crate::reading;

/// A sentence that a report was read from; what was read is named only in the one that is its evidence.
pub fn quotation(article: &Article, report: &Report, span: Span) -> Html {
    let text = part_text(article, span.part);
    let readings = reading::of_report(report, span.part);
    let evidence = span == report.span;
    let words = marked(&Marked {
        text: &text,
        range: Some(span.range()),
        readings: &readings,
        gloss: evidence,
        ..Marked::default()
    });
    html! {
        <blockquote ~className={if evidence { "quotation" } else { "quotation further" }} lang={article.language.clone()}>
            <p>{ "“" }{ words }{ "”" }</p>
        </blockquote>
    }
}

/// The words of a part of an article.
#[must_use]
pub fn part_text(article: &Article, part: Part) -> String {
    match part {
        Part::Headline => article.headline.clone(),
        Part::Text => article.text(),
    }
}

/// The article's own words for the date.
#[must_use]
pub fn words_read(report: &Report, article: &Article) -> Option<String> {
    let span = report.gloss.when.first()?;
    part_text(article, span.part)
        .get(span.range())
        .map(str::to_owned)
}
