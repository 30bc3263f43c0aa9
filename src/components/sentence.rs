//! The sentence behind a mark: the article's own words, with the words that were read underlined and named.

use dateline_bundle::record::RecordRow;
use dateline_model::{Article, Report, Visit};
use yew::prelude::*;

use crate::components::copy::copy_later;
use crate::components::facts::{facts, further_facts, row_facts};
use crate::components::quotation::{part_text, quotation};
use crate::context::Shown;
use crate::view::{Action, Page, WhatToCopy};
use crate::words;

/// The element id of the heading.
pub const LABEL_ID: &str = "sentence-label";

/// The evidence of the open visit; the page is never without one while any visit is left.
pub fn sentence(shown: &Shown) -> Html {
    if let Some((_, row)) = shown.open_row() {
        return view_row(shown, row);
    }
    let open = shown.open_visit().and_then(|key| shown.visit(key));
    let Some((visit, report)) = open.and_then(|visit| Some((visit, shown.speaking(visit)?))) else {
        return view_none(shown);
    };
    let Some(article) = shown.article_of(report) else {
        return Html::default();
    };
    let folded = folds(shown) && !shown.ui.unfolded;
    // As a property here, so in all that may stand in this place: Yew takes one away after the attribute is set.
    html! {
        <section ~className={if folded { "sentence folded" } else { "sentence" }} aria-labelledby={LABEL_ID}>
            <h2 id={LABEL_ID} class="sentence-label">
                { label(shown, visit) }
                <span class="sentence-source">{ format!(" · {}", words::article_line(article)) }</span>
            </h2>
            if folds(shown) { { view_fold(shown, visit, folded) } }
            { view_report(shown, visit, report, article) }
        </section>
    }
}

/// On a narrow page a query comes before a sentence that nobody chose.
fn folds(shown: &Shown) -> bool {
    !shown.state.query.is_empty() && shown.state.visit.is_none()
}

/// The one line that is left of a folded sentence.
fn view_fold(shown: &Shown, visit: &Visit, folded: bool) -> Html {
    html! {
        <button type="button" class="fold" aria-expanded={(!folded).to_string()} onclick={shown.on::<MouseEvent>(Action::Unfold(folded))}>
            <span>{ words::route(visit) }</span>
            <span class="fold-word">{ if folded { words::OPEN } else { words::CLOSE } }</span>
        </button>
    }
}

fn label(shown: &Shown, visit: &Visit) -> &'static str {
    words::sentence_label(
        shown.state.visit.is_some(),
        shown.state.is_filtered(),
        visit.is_visit(),
    )
}

fn view_none(shown: &Shown) -> Html {
    let articles = shown.selection.articles.len();
    if articles == 0 {
        return Html::default();
    }
    let of = |&index: &u32| shown.collection.visits_of(index).iter();
    let reported = shown.selection.articles.iter().flat_map(of);
    let any = reported
        .filter_map(|&key| shown.visit(key))
        .any(Visit::is_visit);
    html! {
        <section ~className={"sentence sentence-none"} aria-labelledby={LABEL_ID}>
            <h2 id={LABEL_ID} class="sentence-label">
                { if any { words::NO_VISIT_FITS.to_owned() } else { words::no_visits(articles) } }
            </h2>
            if !any { <p>{ words::WHAT_COUNTS }{ " " }<a href={shown.href(Page::About)}>{ words::WHAT_COUNTS_LINK }</a></p> }
        </section>
    }
}

/// A visit on record: no sentence is behind it, and the page says so.
fn view_row(shown: &Shown, row: &RecordRow) -> Html {
    let info = shown.collection.contents().record.as_ref();
    let source = info.and_then(|info| info.source.as_ref());
    let source = source.map(|source| format!(" · {source}"));
    html! {
        <section ~className={"sentence on-record"} aria-labelledby={LABEL_ID}>
            <h2 id={LABEL_ID} class="sentence-label">
                { words::listed(info) }
                <span class="sentence-source">{ source }</span>
            </h2>
            <div class="quote">
                <p class="record-route">{ words::row_route(row) }</p>
                <p class="more-sentences">{ words::NO_SENTENCE }</p>
            </div>
            <div class="facts">{ row_facts(shown, row) }</div>
        </section>
    }
}

/// The sentence itself, who read it, and what was read.
fn view_report(shown: &Shown, visit: &Visit, report: &Report, article: &Article) -> Html {
    let text = part_text(article, report.span.part);
    let sentence = text.get(report.span.range()).unwrap_or_default();
    html! {
        <>
            <div class="quote">
                { quotation(article, report, report.span) }
                <p class="more-sentences">{ words::provenance(report.origin, report.more.len()) }</p>
            </div>
            <div class="facts">
                { facts(shown, visit, report, article) }
                <p class="actions">
                    <a href={shown.article_href(&article.id)}>{ words::OPEN_ARTICLE }</a>
                    { copy_later(shown, WhatToCopy::Quotation, words::COPY_QUOTATION) }
                    <a href={shown.href(Page::Visit(visit.id.clone()))}>{ words::OPEN_VISIT }</a>
                    if let Some(address) = shown.report_href(visit, sentence) { <a href={address}>{ words::REPORT }</a> }
                </p>
            </div>
            { further_facts(shown, visit, Some(report)) }
        </>
    }
}
