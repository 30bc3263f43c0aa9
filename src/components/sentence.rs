//! The sentence behind a mark: the article's own words, with the words that were read underlined and named.

use dateline_model::{Article, Part, Report, Visit};
use yew::prelude::*;

use crate::components::marked::{Marked, marked};
use crate::context::Shown;
use crate::reading;
use crate::view::Action;
use crate::words::{self, when};

/// The evidence of the open visit; the page is never without one while any visit is left.
pub fn sentence(shown: &Shown) -> Html {
    let open = shown.open_visit().and_then(|key| shown.visit(key));
    let Some((visit, report)) = open.and_then(|visit| Some((visit, visit.reports.first()?))) else {
        return view_none(shown);
    };
    let entries = &shown.collection.contents().articles;
    let Some(entry) = entries
        .iter()
        .find(|entry| entry.article.id == report.article)
    else {
        return Html::default();
    };
    html! {
        <section class="sentence" aria-labelledby="sentence-label">
            <h2 id="sentence-label" class="sentence-label">
                { label(shown) }
                <span class="sentence-source">{ format!(" · {}", words::article_line(&entry.article)) }</span>
            </h2>
            { view_quotation(&entry.article, report) }
            { view_facts(shown, visit, report, &entry.article) }
        </section>
    }
}

fn label(shown: &Shown) -> &'static str {
    if shown.state.visit.is_some() {
        words::SENTENCE_CHOSEN
    } else if shown.state.is_filtered() {
        words::SENTENCE_SELECTION
    } else {
        words::SENTENCE_LATEST
    }
}

fn view_none(shown: &Shown) -> Html {
    let articles = shown.selection.articles.len();
    if articles == 0 {
        return Html::default();
    }
    html! {
        <section class="sentence sentence-none" aria-labelledby="sentence-label">
            <h2 id="sentence-label" class="sentence-label">{ words::no_visits(articles) }</h2>
            <p>{ words::WHAT_COUNTS }</p>
        </section>
    }
}

/// The words of a span of an article.
fn part_text(article: &Article, part: Part) -> String {
    match part {
        Part::Headline => article.headline.clone(),
        Part::Text => article.text(),
    }
}

fn view_quotation(article: &Article, report: &Report) -> Html {
    let text = part_text(article, report.span.part);
    let readings = reading::of_report(report, report.span.part);
    let words = marked(&Marked {
        text: &text,
        range: Some(report.span.range()),
        readings: &readings,
        gloss: true,
        ..Marked::default()
    });
    html! {
        <blockquote class="quotation">
            <p>{ "“" }{ words }{ "”" }</p>
            if !report.more.is_empty() {
                <p class="more-sentences">{ words::more_sentences(report.more.len()) }</p>
            }
        </blockquote>
    }
}

fn view_facts(shown: &Shown, visit: &Visit, report: &Report, article: &Article) -> Html {
    let stated = words_read(report, article);
    let small = when::small_print(
        visit.date,
        visit.aspect,
        report.basis,
        stated.as_deref(),
        article.published,
    );
    let who: Vec<String> = visit.visitors.iter().map(words::role_line).collect();
    html! {
        <div class="facts">
            <dl>
                { fact(words::WHO, who.join("; ").into(), None) }
                { fact(words::WHERE, words::place_line(visit).into(), None) }
                { fact(words::WHEN, when::visit(visit.date, visit.aspect).into(), small) }
                { fact(words::KIND, kind_line(visit).into(), None) }
                { view_talks(shown, visit) }
            </dl>
            <p class="actions">
                <a href={shown.article_href(&article.id)}>{ words::OPEN_ARTICLE }</a>
            </p>
        </div>
    }
}

fn fact(term: &'static str, text: AttrValue, small: Option<String>) -> Html {
    html! {
        <div class="fact">
            <dt>{ term }</dt>
            <dd>
                { text }
                if let Some(small) = small { <span class="fact-small">{ small }</span> }
            </dd>
        </div>
    }
}

fn kind_line(visit: &Visit) -> String {
    let kind = when::capitalised(words::kind(visit.kind));
    words::status_word(visit.status).map_or(kind.clone(), |word| format!("{kind}, {word}"))
}

/// The article's own words for the date.
fn words_read(report: &Report, article: &Article) -> Option<String> {
    let span = report.gloss.when.first()?;
    part_text(article, span.part)
        .get(span.range())
        .map(str::to_owned)
}

/// Talks that are part of the visit, each a line that opens its own sentence.
fn view_talks(shown: &Shown, visit: &Visit) -> Html {
    let all = shown.collection.contents().visits.iter();
    let talks: Vec<&Visit> = all
        .filter(|talks| talks.part_of.as_ref() == Some(&visit.id))
        .collect();
    if talks.is_empty() {
        return Html::default();
    }
    let line = |talks: &&Visit| {
        let onclick = shown.on::<MouseEvent>(Action::Visit(talks.id.clone()));
        html! {
            <button key={talks.id.0.clone()} type="button" class="quiet talks-line" {onclick}>
                { words::talks_line(talks) }
            </button>
        }
    };
    html! { <div class="fact"><dt>{ words::TALKS }</dt><dd>{ for talks.iter().map(line) }</dd></div> }
}
