//! What the collection is, what counts as a visit, and how to use the page.

use dateline_bundle::RecordInfo;
use dateline_bundle::record::{Correction, Record};
use dateline_model::{Day, Origin, Visit};
use yew::prelude::*;

use crate::context::Shown;
use crate::pages::leaf::{headline, leaf, part};
use crate::view::{Action, OnRecord};
use crate::words;

/// The page about the collection.
pub fn about(shown: &Shown) -> Html {
    let about = &shown.collection.contents().about;
    let info = shown.collection.contents().record.as_ref();
    let content = html! {
        <div class="about">
            { headline(words::ABOUT.into()) }
            if let Some(description) = &about.description { <p class="about-lead">{ description }</p> }
            { paragraphs(&about.about) }
            { part(words::COLLECTED, view_counts(shown)) }
            { part(words::COUNTS_AS_VISIT, list(&words::RULES)) }
            { part(words::HOW_READ, view_reading(shown)) }
            if let Some(info) = info { { part(words::PUBLIC_RECORD, view_record(shown, info)) } }
            { part(words::NAMES, paragraphs(&[words::NAMES_POLICY])) }
            { part(words::KEYBOARD, view_keys()) }
            { part(words::LICENCES, view_licences(shown)) }
        </div>
    };
    leaf(shown, Some(content), "")
}

fn paragraphs<T: AsRef<str>>(texts: &[T]) -> Html {
    let mut all: Vec<Html> = Vec::with_capacity(texts.len());
    for text in texts {
        all.push(html! { <p>{ text.as_ref().to_owned() }</p> });
    }
    all.into_iter().collect()
}

fn list(lines: &[&'static str]) -> Html {
    let mut items = Vec::with_capacity(lines.len());
    for line in lines {
        items.push(html! { <li>{ *line }</li> });
    }
    html! { <ul class="about-list">{ items }</ul> }
}

/// How much there is, from when to when, and of which years.
fn view_counts(shown: &Shown) -> Html {
    let contents = shown.collection.contents();
    let visits = contents
        .visits
        .iter()
        .filter(|visit| visit.is_visit())
        .count();
    let mut published: Vec<(Day, Day)> = Vec::new();
    let mut years: Vec<i32> = Vec::new();
    for article in 0..shown.collection.articles() {
        if let Some(days) = shown.collection.published(article) {
            published.push(days);
            years.push(days.0.year());
        }
    }
    dateline_compact::sort(&mut years);
    let happened: Vec<(Day, Day)> = contents
        .visits
        .iter()
        .filter(|visit| visit.is_visit())
        .filter_map(|visit| visit.date.map(|date| (date.first, date.last)))
        .collect();
    let talks = contents.visits.len() - visits;
    html! {
        <>
            <p>{ words::collected(contents.articles.len(), visits, talks) }</p>
            if let Some(span) = words::span(words::ARTICLES, around(&published)) { <p>{ span }</p> }
            if let Some(span) = words::span(words::VISITS, around(&happened)) { <p>{ span }</p> }
            <p>{ words::coverage(&years) }</p>
        </>
    }
}

/// The first day and the last of some stretches.
fn around(days: &[(Day, Day)]) -> Option<(Day, Day)> {
    let first = days.iter().map(|(first, _)| *first).min()?;
    let last = days.iter().map(|(_, last)| *last).max()?;
    Some((first, last))
}

fn view_reading(shown: &Shown) -> Html {
    let (mut visits, mut entered, mut checked) = (0, 0, 0);
    for visit in &shown.collection.contents().visits {
        if visit.is_visit() {
            visits += 1;
            entered += usize::from(is_entered(visit));
            checked += usize::from(visit.checked.is_some());
        }
    }
    html! {
        <>
            { paragraphs(&words::READING) }
            <p>{ words::checked_visits(visits, entered, checked) }</p>
            <p>{ words::ERRORS }</p>
        </>
    }
}

fn is_entered(visit: &Visit) -> bool {
    let mut reports = visit.reports.iter();
    reports.all(|report| report.origin == Origin::Authored)
}

/// What the record covers, and once it is here what was corrected in it.
fn view_record(shown: &Shown, info: &RecordInfo) -> Html {
    let source = info.source.clone().or_else(|| info.url.clone());
    let ask = shown.on::<MouseEvent>(Action::Record(OnRecord::Asked));
    html! {
        <>
            <p>{ words::record_scope(info) }</p>
            if let Some(source) = source {
                <p>
                    { words::SOURCE }{ ": " }
                    if let Some(url) = info.url.clone() {
                        <a href={url} rel="noopener noreferrer" target="_blank">{ source }</a>
                    } else { { source } }
                </p>
            }
            <p>{ words::RECORD_USE }</p>
            if let OnRecord::Here(record) = &shown.ui.record {
                { view_corrections(record) }
            } else {
                <p><button type="button" onclick={ask}>{ words::SHOW_CORRECTIONS }</button></p>
            }
            <p role="status">{ words::record_state(&shown.ui.record) }</p>
        </>
    }
}

/// Rows that were left out, then rows that were set right, each with the reason.
fn view_corrections(record: &Record) -> Html {
    if record.corrections.is_empty() {
        return html! { <p>{ words::NO_CORRECTIONS }</p> };
    }
    let mut parts: Vec<Html> = Vec::new();
    for suppressed in [true, false] {
        let mut items = Vec::new();
        for correction in &record.corrections {
            if correction.suppressed == suppressed {
                items.push(view_correction(record, correction));
            }
        }
        if !items.is_empty() {
            parts.push(html! {
                <>
                    <h3>{ words::corrections(suppressed, items.len()) }</h3>
                    <ul class="about-list">{ items }</ul>
                </>
            });
        }
    }
    parts.into_iter().collect()
}

/// The row as far as it is still there, and why.
fn view_correction(record: &Record, correction: &Correction) -> Html {
    let row = record.rows.iter().find(|row| row.id == correction.id);
    let row = row.map(|row| {
        let date = row.date.map(words::when::date);
        words::joined(&[Some(words::row_route(row)), date], ", ")
    });
    html! {
        <li key={correction.id.clone()}>
            { words::joined(&[Some(correction.id.clone()), row], ", ") }{ ": " }
            { correction.reason.clone() }
        </li>
    }
}

fn view_keys() -> Html {
    let mut keys = Vec::with_capacity(words::KEYS.len());
    for (key, meaning) in words::KEYS {
        keys.push(html! { <div class="fact about-key"><dt>{ key }</dt><dd>{ meaning }</dd></div> });
    }
    html! { <><p>{ words::NO_SHORTCUTS }</p><dl>{ keys }</dl></> }
}

fn view_licences(shown: &Shown) -> Html {
    html! {
        <>
            <p>{ words::LICENCES_TEXT }</p>
            if let Some(build) = words::build(shown.build) { <p>{ build }</p> }
        </>
    }
}
