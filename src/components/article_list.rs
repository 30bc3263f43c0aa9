//! The articles of the selection.

use dateline_bundle::{Entry, Snippet, Sort};
use dateline_model::ArticleId;
use yew::prelude::*;

use crate::browser::HtmlSelectElement;
use crate::components::marked::{Marked, marked};
use crate::components::visit_line::visit_line;
use crate::context::Shown;
use crate::view::Action;
use crate::words;

/// The element id of the list.
pub const LIST_ID: &str = "articles";
/// How many articles are rendered at first, and how many more at a time.
pub const PAGE: usize = 30;

/// The element id of an article's headline link, for returning to it.
#[must_use]
pub fn link_id(id: &ArticleId) -> String {
    format!("open-{id}")
}

/// The list, its order, and what it says when it is empty.
pub fn article_list(shown: &Shown) -> Html {
    let articles = &shown.selection.articles;
    let in_sight = articles.len().min((shown.ui.more_articles + 1) * PAGE);
    let more = shown.on::<MouseEvent>(Action::MoreArticles);
    html! {
        <div class="articles" id={LIST_ID} tabindex="-1">
            if articles.len() > 1 { { view_sort(shown) } }
            { shown.ui.later.annex().map_or_else(Html::default, |annex| annex.legend(shown)) }
            if articles.is_empty() { { view_no_result(shown) } }
            <ul role="list" aria-label={words::ARTICLES}>
                { for articles.iter().take(in_sight).map(|&index| view_item(shown, index)) }
            </ul>
            if in_sight < articles.len() {
                <button type="button" class="wide" onclick={more}>{ words::more(articles.len() - in_sight) }</button>
            }
        </div>
    }
}

/// What to do when nothing was found; the annex knows more about it.
fn view_no_result(shown: &Shown) -> Html {
    if let Some(annex) = shown.ui.later.annex() {
        return annex.no_result(shown);
    }
    let clear = shown.on::<MouseEvent>(Action::Clear);
    html! {
        <div class="no-result">
            <p>{ words::no_result(&shown.state.query, shown.state.is_narrowed()) }</p>
            <button type="button" onclick={clear}>{ words::CLEAR_FILTERS }</button>
        </div>
    }
}

/// The order of the list. Relevance is offered while there is a query to be relevant to.
fn view_sort(shown: &Shown) -> Html {
    let onchange = shown.act.reform(|event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        Action::Sort(select.and_then(|select| Sort::from_name(&select.value())))
    });
    let current = shown.state.filter().sort;
    let offered = Sort::ALL
        .into_iter()
        .filter(|&sort| sort != Sort::Relevance || !shown.state.query.is_empty());
    html! {
        <label class="sort">
            { words::ORDER }
            <select {onchange}>
                { for offered.map(|sort| html! {
                    <option key={sort.name()} value={sort.name()} selected={sort == current}>{ words::sort(sort) }</option>
                }) }
            </select>
        </label>
    }
}

/// One article: date and source, headline, a snippet that shows why it was found, and the visits that it reports.
fn view_item(shown: &Shown, index: u32) -> Html {
    let Some(entry) = shown.collection.entry(index) else {
        return html! { <li key={index} aria-busy="true" /> };
    };
    let article = &entry.article;
    let snippet = shown.collection.snippet(shown.selection, index);
    let visits = visits_of(shown, index);
    let headline = marked(&Marked {
        text: &article.headline,
        marks: &snippet.headline,
        ..Marked::default()
    });
    html! {
        <li key={index} data-visits={spaced(&visits)}>
            <article>
                <p class="article-line">{ words::article_line(article) }</p>
                <h2 lang={article.language.clone()}>
                    <a id={link_id(&article.id)} href={shown.article_href(&article.id)}>
                        { headline }
                    </a>
                </h2>
                { view_snippet(entry, &snippet) }
                { view_visits(shown, &visits) }
            </article>
        </li>
    }
}

/// Numbers with a space between them.
fn spaced(keys: &[u32]) -> Option<String> {
    let mut list = String::new();
    for key in keys {
        list.push_str(&key.to_string());
        list.push(' ');
    }
    (!list.is_empty()).then_some(list)
}

fn view_snippet(entry: &Entry, snippet: &Snippet) -> Html {
    let text = entry.article.text();
    let last = snippet.windows.len().saturating_sub(1);
    let windows = snippet.windows.iter().enumerate().map(|(n, window)| {
        let range = Some(window.span.range());
        let words = marked(&Marked {
            text: &text,
            range,
            marks: &window.marks,
            ..Marked::default()
        });
        html! {
            <>
                if window.cut_before || n > 0 { { "… " } }
                { words }
                if window.cut_after && n == last { { " …" } }
                if n < last { { " " } }
            </>
        }
    });
    html! { <p class="snippet" lang={entry.article.language.clone()}>{ for windows }</p> }
}

/// The visits that an article reports and the filter leaves, oldest first.
fn visits_of(shown: &Shown, index: u32) -> Vec<u32> {
    let left = |key: &&u32| {
        let visit = shown.visit(**key);
        visit.is_some_and(dateline_model::Visit::is_visit)
            && shown.selection.visits.binary_search(key).is_ok()
    };
    let reported = shown.collection.visits_of(index).iter();
    let mut keys: Vec<u32> = reported.filter(left).copied().collect();
    dateline_compact::sort(&mut keys);
    keys
}

/// The same as lines, newest first.
fn view_visits(shown: &Shown, keys: &[u32]) -> Html {
    if keys.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="article-visits" role="list" aria-label={words::VISITS_REPORTED}>
            { for keys.iter().rev().map(|&key| html! { <li key={key}>{ visit_line(shown, key) }</li> }) }
        </ul>
    }
}
