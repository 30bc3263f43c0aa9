//! The parts of a large collection, fetched when what is shown needs them.
//!
//! A part that does not come, or not as it was written, is named, and nothing is shown in its place; whoever reads may ask for
//! it again.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{focus, inflate, start};
use crate::components::article_list::PAGE;
use crate::components::timeline::kept::Coming;
use crate::context::Shown;
use crate::pages::HEADLINE_ID;
use crate::pages::leaf;
use crate::view::{Action, Dialog, Group, Page};
use crate::words;

/// Fetches what the page in sight, and the query that was asked last, still need and what is not on its way.
pub fn fetch(shown: &Shown, asked: &[u32]) {
    let coming = &shown.kept.coming;
    if !shown.collection.is_in_parts() || coming.borrow().failed.is_some() {
        return;
    }
    let mut parts = asked.to_vec();
    // One page after the other: whoever types passes many, and looks at the last.
    let is_idle = coming.borrow().parts.is_empty();
    if is_idle {
        parts.extend(needs(shown));
    }
    dateline_compact::sort(&mut parts);
    parts.dedup();
    if is_idle && parts.is_empty() && std::mem::take(&mut coming.borrow_mut().is_awaited) {
        // The heading that had it has gone with the page that said to wait.
        focus::id(HEADLINE_ID);
    }
    parts.retain(|part| !coming.borrow().parts.contains(part));
    coming.borrow_mut().parts.extend(&parts);
    for part in parts {
        fetch_part(shown, part);
    }
}

/// Fetches a part and puts it in its place. When the last one has come, the page is drawn anew.
fn fetch_part(shown: &Shown, part: u32) {
    let collection = Rc::clone(shown.collection);
    let coming = Rc::clone(&shown.kept.coming);
    let act = shown.act.clone();
    let file = collection.file(part);
    let mut path = beside_bundle(&file);
    if coming.borrow().afresh {
        path.push('?');
        path.push_str(&shown.ui.parts.to_string());
    }
    let then = Callback::from(move |bytes: Option<Vec<u8>>| {
        let put = bytes.is_some_and(|bytes| collection.put(part, &bytes).is_ok());
        let mut coming = coming.borrow_mut();
        if !put {
            coming.failed = Some(file.clone());
            coming.afresh = true;
        }
        coming.parts.retain(|other| *other != part);
        if coming.parts.is_empty() {
            drop(coming);
            act.emit(Action::Parts);
        }
    });
    inflate::get(path.into(), then);
}

/// The path of a file in the folder of the bundle.
fn beside_bundle(file: &str) -> String {
    let bundle = start::read().map_or_else(Rc::default, |start| start.bundle);
    let folder = bundle.rfind('/').and_then(|at| bundle.get(..=at));
    [folder.unwrap_or_default(), file].concat()
}

/// The parts that the page in sight needs and that are not there.
fn needs(shown: &Shown) -> Vec<u32> {
    let (collection, selection) = (shown.collection, shown.selection);
    let mut parts = Vec::new();
    parts.extend(selection.missing_facets);
    let ids = collection.missing_ids();
    let mut articles: Vec<u32> = Vec::new();
    match &shown.state.page {
        Page::Explore => {
            let in_sight = (shown.ui.more_articles + 1) * PAGE;
            articles.extend(selection.articles.iter().take(in_sight));
            // Plans and examples look at the newest one.
            articles.push(0);
            add_reporting(shown, shown.open_visit(), &mut articles);
            parts.extend(ids);
        }
        Page::Article(id) => {
            articles.extend(collection.article(id));
            parts.extend(ids);
        }
        Page::Visit(id) => {
            add_reporting(shown, collection.visit(id), &mut articles);
            parts.extend(ids);
        }
        Page::Profile(..) => articles.extend(0..collection.articles()),
        Page::Visits | Page::About | Page::Style(_) => {}
    }
    let is_export = matches!(shown.ui.dialog, Some(Dialog::Export(..)));
    if is_export {
        articles.extend(&selection.articles);
    }
    if is_export || shown.group() == Group::Source {
        for visit in &selection.visits {
            add_reporting(shown, Some(*visit), &mut articles);
        }
        parts.extend(ids);
    }
    for article in articles {
        parts.extend(collection.missing_for(article));
    }
    parts
}

/// Adds the articles that report a visit.
fn add_reporting(shown: &Shown, visit: Option<u32>, articles: &mut Vec<u32>) {
    if let Some(visit) = visit {
        articles.extend(shown.collection.articles_of(visit));
    }
}

/// A page, or what stands in its place while parts of it are on their way.
pub fn unless_coming(shown: &Shown, page: impl FnOnce() -> Html) -> Html {
    if !shown.collection.is_in_parts() || needs(shown).is_empty() {
        return page();
    }
    shown.kept.coming.borrow_mut().is_awaited = true;
    let heading = html! { <div role="status">{ leaf::headline(words::LATER_COMING.into()) }</div> };
    leaf::leaf(shown, Some(html! { <>{ heading }{ note(shown) }</> }), "")
}

/// Says which part did not come, and asks for it again.
pub fn note(shown: &Shown) -> Html {
    let coming = &shown.kept.coming;
    let Some(file) = coming.borrow().failed.clone() else {
        return Html::default();
    };
    let (coming, act) = (Rc::clone(coming), shown.act.clone());
    let again = Callback::from(move |_: MouseEvent| ask_again(&coming, &act));
    html! {
        <div class="parts-failed" role="alert">
            <p>{ words::part_failed(&file) }</p>
            <button type="button" onclick={again}>{ words::TRY_AGAIN }</button>
        </div>
    }
}

/// Not inlined: a small closure stays in the first half of the wasm.
#[inline(never)]
fn ask_again(coming: &RefCell<Coming>, act: &Callback<Action>) {
    coming.borrow_mut().failed = None;
    act.emit(Action::Parts);
}
