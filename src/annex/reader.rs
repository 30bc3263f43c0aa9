//! One article, set for reading.

use std::rc::Rc;

use dateline_bundle::Entry;
use dateline_model::Visit;
use yew::prelude::*;

use super::legend::legend;
use super::long::scroll_to;
use super::opened::{self, Opened};
use super::{ticks, visit};
use crate::browser::location;
use crate::components::copy::{copy_button, copy_later};
use crate::components::marked::{Marked, PASSAGE_ID, marked};
use crate::components::visit_line::visit_link;
use crate::context::Shown;
use crate::pages::leaf::{self, leaf, part};
use crate::view::{Action, WhatToCopy, codec};
use crate::words;

/// The page of the article at a place in the collection; `None` when the address names one that is not there.
pub fn reader(shown: &Shown, article: Option<u32>) -> Html {
    let entry = article.and_then(|index| Some((index, shown.collection.entry(index)?)));
    let content = entry.map(|(index, entry)| view_article(shown, index, entry));
    leaf(shown, content, words::NO_SUCH_ARTICLE)
}

fn view_article(shown: &Shown, index: u32, entry: &Entry) -> Html {
    let article = &entry.article;
    let opened = Opened::of(shown, index, entry);
    let current = shown.ui.current_match;
    let headline = marked(&Marked {
        text: &article.headline,
        marks: opened.marks.get(..opened.in_headline).unwrap_or_default(),
        first_match: Some(0),
        current,
        ..Marked::default()
    });
    let is_gone = opened.passage == Some(None);
    let text = opened::view_text(shown, &opened);
    html! {
        <>
            <article lang={article.language.clone()}>
                <p class="article-line" lang="en">
                    { words::article_line(article) }
                    if let Some(url) = &article.url {
                        { " · " }<a href={url.clone()} rel="noopener noreferrer" target="_blank">{ words::ORIGINAL }</a>
                    }
                </p>
                { leaf::headline(headline) }
                if !article.byline.is_empty() { <p class="byline">{ article.byline.join(", ") }</p> }
                if let Some(note) = &article.note { <p class="article-note">{ note }</p> }
                { view_match_bar(shown, &opened) }
                { legend(shown, Some(&opened.marks)) }
                { ticks::frame(opened.marks.len()) }
                if is_gone { <p class="note" role="status" id={PASSAGE_ID} tabindex="-1">{ words::PASSAGE_GONE }</p> }
                { text }
            </article>
            { view_visits(shown, index) }
        </>
    }
}

fn view_visits(shown: &Shown, index: u32) -> Html {
    let all = shown.collection.visits_of(index).iter().copied();
    let keys: Vec<u32> = all
        .filter(|&key| shown.visit(key).is_some_and(Visit::is_visit))
        .collect();
    if keys.is_empty() {
        return Html::default();
    }
    let mut lines = Vec::with_capacity(keys.len());
    for key in keys {
        let sentence = visit::sentence_here(shown, key, index);
        lines.push(html! { <li key={key}>{ visit_link(shown, key) }{ sentence }</li> });
    }
    part(words::VISITS_HERE, html! { <ul role="list">{ lines }</ul> })
}

/// Goes from match to match, and copies the address of the page. Without a query there is nothing to go through.
fn view_match_bar(shown: &Shown, opened: &Rc<Opened>) -> Html {
    let total = opened.marks.len();
    let current = shown.ui.current_match;
    let go = |step: isize| {
        let (act, opened) = (shown.act.clone(), Rc::clone(opened));
        let next = next_match(current, step, total);
        Callback::from(move |_: MouseEvent| go_to(&act, &opened, next))
    };
    let state = shown.state.alone();
    let address = move || location::address(&codec::write(&state));
    html! {
        <div class="match-bar">
            if !shown.state.query.is_empty() {
                <button type="button" class="quiet" disabled={total == 0} onclick={go(-1)}>{ words::PREVIOUS_MATCH }</button>
                <span role="status">{ words::matches(current, total) }</span>
                <button type="button" class="quiet" disabled={total == 0} onclick={go(1)}>{ words::NEXT_MATCH }</button>
            }
            <span class="copies">
                { copy_later(shown, WhatToCopy::Quotation, words::COPY_QUOTATION) }
                { copy_later(shown, WhatToCopy::PassageLink, words::COPY_PASSAGE_LINK) }
                { copy_button(shown, words::COPY_LINK, words::LINK_COPIED, address) }
            </span>
        </div>
    }
}

/// Goes to a match. Not inlined: a small closure stays in the first half of the wasm.
#[inline(never)]
fn go_to(act: &Callback<Action>, opened: &Opened, next: Option<usize>) {
    act.emit(Action::Match(next));
    if let Some(next) = next {
        scroll_to(opened, next);
    }
}

/// The match after a step, round the ends; the first step forward goes to the first, backward to the last.
fn next_match(current: Option<usize>, step: isize, total: usize) -> Option<usize> {
    if total == 0 {
        return None;
    }
    Some(match current {
        Some(current) => (current + total).saturating_add_signed(step) % total,
        None if step > 0 => 0,
        None => total - 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_go_round() {
        assert_eq!(next_match(None, 1, 3), Some(0));
        assert_eq!(next_match(None, -1, 3), Some(2));
        assert_eq!(next_match(Some(2), 1, 3), Some(0));
        assert_eq!(next_match(Some(0), -1, 3), Some(2));
        assert_eq!(next_match(Some(1), 1, 0), None);
    }
}
