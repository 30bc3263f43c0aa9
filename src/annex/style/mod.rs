//! The parts of the page in their states, on a small invented collection: for who designs it, and for pictures.
//!
//! Each specimen is a page of its own, because parts have roles and ids that a page has once. `#/style` lists them all.

mod articles;
mod sample;
mod specimens;

use yew::prelude::*;

use super::{about, lenient, profile, reader, visit, visits};
use crate::components::message::message;
use crate::components::timeline::kept::Kept;
use crate::components::tools::open_dialog;
use crate::context::Shown;
use crate::pages::explore;
use crate::pages::leaf::{coming, headline, leaf, part};
use crate::view::{Page, codec};
use crate::words;
use sample::Sample;
use specimens::{Scene, Specimen};

/// The list of all specimens, or the one of a name.
pub fn style(shown: &Shown, name: &str) -> Html {
    let all = Specimen::all();
    match all.iter().position(|specimen| specimen.name == name) {
        Some(place) => view_specimen(shown, &all, place),
        None => leaf(shown, Some(view_all(shown, &all)), ""),
    }
}

/// Type, marks and controls, which can stand together, and the way to everything else.
fn view_all(shown: &Shown, all: &[Specimen]) -> Html {
    let mut links = Vec::with_capacity(all.len());
    for specimen in all {
        links.push(
            html! { <li key={specimen.name}>{ link(shown, specimen.name, specimen.name) }</li> },
        );
    }
    html! {
        <>
            { headline(words::STYLE.into()) }
            { part(words::STYLE_PARTS, html! { <ul class="style-list">{ links }</ul> }) }
            { part(words::STYLE_TYPE, view_type()) }
            { part(words::STYLE_MARKS, view_marks()) }
            { part(words::STYLE_CONTROLS, view_controls()) }
        </>
    }
}

/// A specimen in a page of its own, and behind it the way to the others: what skips something comes first on a page.
fn view_specimen(shown: &Shown, all: &[Specimen], place: usize) -> Html {
    let specimen = all.get(place);
    let near = |place: Option<usize>| place.and_then(|place| all.get(place));
    let other = |specimen: &Specimen| link(shown, specimen.name, specimen.name);
    html! {
        <>
            { specimen.map(|specimen| view_scene(shown, specimen)) }
            <div class="masthead">
                <nav class="menu" aria-label={words::STYLE}>
                    { link(shown, "", words::STYLE) }
                    { near(place.checked_sub(1)).map(other) }
                    { near(place.checked_add(1)).map(other) }
                </nav>
            </div>
        </>
    }
}

fn link(shown: &Shown, name: &'static str, words: &'static str) -> Html {
    html! { <a href={shown.href(Page::Style(name.to_owned()))}>{ words }</a> }
}

/// Nothing that is done on a specimen changes anything.
fn view_scene(shown: &Shown, specimen: &Specimen) -> Html {
    let sample = Sample::of_all();
    let state = codec::read(specimen.hash);
    let selection = lenient::select(&sample.collection, &state.filter());
    let mut ui = shown.ui.clone();
    ui.draft.clone_from(&state.query);
    specimen.put_into(&mut ui);
    if specimen.has_record() {
        ui.record = sample.on_record();
    }
    let act = Callback::noop();
    let sampled = Shown {
        collection: &sample.collection,
        build: specimen.name,
        state: &state,
        ui: &ui,
        selection: &selection,
        whole: &selection.visits,
        kept: &Kept::default(),
        frame: shown.frame,
        act: &act,
    };
    match specimen.scene() {
        Scene::Page => html! { <>{ view_page(&sampled) }{ open_dialog(&sampled) }</> },
        Scene::Coming => coming(&sampled),
        Scene::Message => message(
            words::NOT_OPENED,
            words::missing("data/collection.bin"),
            words::TRY_AGAIN,
            Callback::noop(),
        ),
        Scene::Opening => html! {
            <main class="reader">
                { headline(words::STYLE.into()) }
                <p class="opening" role="status">{ words::opening(25) }</p>
            </main>
        },
    }
}

/// As the explorer shows a page.
fn view_page(shown: &Shown) -> Html {
    match &shown.state.page {
        Page::Explore | Page::Style(_) => explore(shown),
        Page::Visits => visits::visits(shown),
        Page::About => about::about(shown),
        Page::Article(id) => reader::reader(shown, shown.collection.article(id)),
        Page::Visit(id) => {
            let key = shown.collection.visit(id);
            visit::visit(shown, key.and_then(|key| shown.visit(key)))
        }
        Page::Profile(kind, name) => profile::profile(shown, *kind, name),
    }
}

/// The sizes of type, each with its use for its words.
fn view_type() -> Html {
    html! {
        <div class="about">
            <p class="about-lead">{ "Lead, 19/28 serif" }</p>
            <blockquote class="quotation"><p>
                { "“" }<span class="read glossed" data-gloss="when">{ "Quotation" }</span>{ ", 22/44 serif with gloss, " }
                <span class="read glossed" data-gloss="where">{ "19/30" }</span>{ " on a phone”" }
            </p></blockquote>
            <div class="article-text"><p>{ "Article text, 19/30 serif" }</p><h2>{ "Heading in it" }</h2></div>
            <p>{ "What the page says itself, 17/26 sans" }</p>
            <p class="article-line">{ "Small print, 13/18 sans" }</p>
        </div>
    }
}

/// The reader's words in yellow and its five followers, the article's in blue, a linked passage in grey.
fn view_marks() -> Html {
    html! {
        <div class="article-text">
            <p>
                <mark class="match-1">{ "first term" }</mark>{ " " }
                <mark class="match-1 current">{ "first term, current" }</mark>{ " " }
                <mark class="match-2">{ "second" }</mark>{ " " }
                <mark class="match-3">{ "third" }</mark>{ " " }
                <mark class="match-4">{ "fourth" }</mark>{ " " }
                <mark class="match-5">{ "fifth" }</mark>{ " " }
                <mark class="match-6">{ "sixth" }</mark>
            </p>
            <p>
                <span class="read">{ "Read from the text" }</span>{ ", " }
                <span class="read"><mark class="match-1">{ "read and found" }</mark></span>{ ", " }
                <span class="passage">{ "the passage of a link, " }<span class="read">{ "read" }</span></span>
            </p>
        </div>
    }
}

fn view_controls() -> Html {
    html! {
        <>
            <p class="actions">
                <button type="button">{ "Button" }</button>
                <button type="button" disabled=true>{ "Disabled" }</button>
                <button type="button" class="quiet">{ "Quiet" }</button>
                <button type="button" class="quiet" disabled=true>{ "Quiet, disabled" }</button>
                <a href="#/style">{ "Link" }</a>
            </p>
            <p><button type="button" class="wide">{ "Wide" }</button></p>
            <div class="differ"><h3>{ words::differ(crate::differences::Point::FirstDay) }</h3></div>
        </>
    }
}
