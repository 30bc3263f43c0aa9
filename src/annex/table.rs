//! The table of visits.

use dateline_model::Visit;
use yew::prelude::*;

use super::rows::{Rows, articles, cell};
use crate::context::Shown;
use crate::view::{Action, By, Page};
use crate::words::{self, when};

/// A row for each of these visits; that of `first_new` can take the focus after more were asked for.
pub fn table(shown: &Shown, rows: &Rows, keys: &[u32], first_new: Option<usize>) -> Html {
    let mut headings = Vec::with_capacity(By::ALL.len());
    for by in By::ALL {
        headings.push(view_heading(shown, by));
    }
    let mut lines = Vec::with_capacity(keys.len());
    for (index, &key) in keys.iter().enumerate() {
        if let Some(visit) = shown.visit(key) {
            lines.push(view_row(shown, rows, key, visit, first_new == Some(index)));
        }
    }
    html! {
        <table class="visits-table" aria-label={words::VISITS}>
            <thead><tr>{ headings }</tr></thead>
            <tbody>{ lines }</tbody>
        </table>
    }
}

/// A button that sorts by its column, and turns the order round where it is the one already.
fn view_heading(shown: &Shown, by: By) -> Html {
    let order = shown.state.by;
    let (sort, arrow) = match (order.by == by, order.descending) {
        (false, _) => (None, ""),
        (true, false) => (Some("ascending"), " ↑"),
        (true, true) => (Some("descending"), " ↓"),
    };
    html! {
        <th scope="col" aria-sort={sort}>
            <button type="button" class="quiet" onclick={shown.on::<MouseEvent>(Action::Order(order.then(by)))}>
                { words::column(by) }
                <span aria-hidden="true">{ arrow }</span>
            </button>
        </th>
    }
}

fn view_row(shown: &Shown, rows: &Rows, key: u32, visit: &Visit, first_new: bool) -> Html {
    let mut talks = Vec::new();
    for key in rows.talks_of(key) {
        if let Some(visit) = shown.visit(key) {
            let line = words::talks_in_row(visit);
            talks.push(html! { <span key={key} class="fact-small">{ line }</span> });
        }
    }
    let mut cells = Vec::new();
    for by in [By::Who, By::From, By::Place, By::Kind, By::Read] {
        let words = cell(visit, by);
        let words = if words.is_empty() {
            words::NOTHING.to_owned()
        } else {
            words
        };
        cells.push(match by {
            By::Who => html! { <td>{ words }{ talks.clone() }</td> },
            By::Read => html! { <td>{ words }{ visit.checked.as_ref().map(|it| html! { <span class="fact-small">{ words::checked(it) }</span> }) }</td> },
            _ => html! { <td>{ words }</td> },
        });
    }
    html! {
        <tr key={key}>
            <th scope="row">
                { when::visit(visit.date, visit.aspect) }
                if visit.date.is_none() { <span class="fact-small">{ words::BESIDE }</span> }
            </th>
            { cells }
            <td>{ view_articles(shown, key, visit, first_new) }</td>
        </tr>
    }
}

/// How many articles report it, as the way to all about the visit.
fn view_articles(shown: &Shown, key: u32, visit: &Visit, first_new: bool) -> Html {
    let count = usize::try_from(articles(shown, key)).unwrap_or_default();
    html! {
        <a href={shown.href(Page::Visit(visit.id.clone()))} ~className={if first_new { "first-new" } else { "" }}>
            { words::count(count, "article", "articles") }
            <span class="visually-hidden">{ ": " }{ words::route(visit) }</span>
        </a>
    }
}
