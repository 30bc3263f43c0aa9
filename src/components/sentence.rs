//! The sentence behind a mark: the article's own words, with the words that were read underlined and named.

use dateline_model::{Article, Part, Report, Visit};
use yew::prelude::*;

use crate::components::marked::{Marked, marked};
use crate::context::Shown;
use crate::reading;
use crate::view::Action;
use crate::words::{self, when};

/// The element id of the heading.
pub const LABEL_ID: &str = "sentence-label";

/// The evidence of the open visit; the page is never without one while any visit is left.
pub fn sentence(shown: &Shown) -> Html {
    let open = shown.open_visit().and_then(|key| shown.visit(key));
    let Some((visit, report)) = open.and_then(|visit| Some((visit, shown.speaking(visit)?))) else {
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
        <section class="sentence" aria-labelledby={LABEL_ID}>
            <h2 id={LABEL_ID} class="sentence-label">
                { label(shown, visit) }
                <span class="sentence-source">{ format!(" · {}", words::article_line(&entry.article)) }</span>
            </h2>
            { view_quotation(&entry.article, report) }
            { view_facts(shown, visit, report, &entry.article) }
        </section>
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
        <section class="sentence sentence-none" aria-labelledby={LABEL_ID}>
            <h2 id={LABEL_ID} class="sentence-label">
                { if any { words::NO_VISIT_FITS.to_owned() } else { words::no_visits(articles) } }
            </h2>
            if !any { <p>{ words::WHAT_COUNTS }</p> }
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
        <div class="quote">
        <blockquote class="quotation" lang={article.language.clone()}>
            <p>{ "“" }{ words }{ "”" }</p>
        </blockquote>
        <p class="more-sentences">{ words::provenance(report.origin, report.more.len()) }</p>
        </div>
    }
}

fn view_facts(shown: &Shown, visit: &Visit, report: &Report, article: &Article) -> Html {
    let stated = words_read(report, article);
    let small = when::small_print(
        visit.date,
        visit.aspect,
        if report.date == visit.date {
            report.basis
        } else {
            None
        },
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
                { view_others(shown, visit, report) }
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

/// What other articles say of the visit: each a link to the article, with its own date where that differs.
fn view_others(shown: &Shown, visit: &Visit, spoken: &Report) -> Html {
    let others = visit
        .reports
        .iter()
        .filter(|report| report.article != spoken.article);
    let lines: Vec<Html> = others
        .filter_map(|report| view_other(shown, visit, report))
        .collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! { <div class="fact"><dt>{ words::ALSO_IN }</dt><dd>{ lines }</dd></div> }
}

fn view_other(shown: &Shown, visit: &Visit, report: &Report) -> Option<Html> {
    let entry = shown
        .collection
        .entry(shown.collection.article(&report.article)?)?;
    let article = &entry.article;
    let differs = report
        .date
        .filter(|_| report.date != visit.date)
        .map(words::says_only);
    Some(html! {
        <span key={article.id.0.clone()} class="other">
            <a href={shown.article_href(&article.id)} lang={article.language.clone()}>{ article.headline.clone() }</a>
            if let Some(differs) = differs { <span class="fact-small">{ differs }</span> }
        </span>
    })
}
