//! The visits of the selection as a table: the accessible twin of the timeline. On a narrow page and on paper they stand
//! below one another instead, each with its mark and its sentence.

use dateline_bundle::{Choice, Facet};
use dateline_model::{Kind, Visit};
use yew::prelude::*;

use super::rows::Rows;
use super::{table, vertical};
use crate::components::masthead::masthead;
use crate::components::search::search;
use crate::context::Shown;
use crate::pages::footer::footer;
use crate::pages::leaf::headline;
use crate::view::{Action, Page, codec};
use crate::words;

/// How many visits are rendered at first, and how many more at a time.
pub const PAGE: usize = 200;

/// The page of the visits.
pub fn visits(shown: &Shown) -> Html {
    let rows = Rows::of(shown);
    let talks = rows.talks.unwrap_or_default();
    let heading = words::visits_heading(rows.keys.len() - talks, rows.talks);
    html! {
        <>
            { masthead(shown, false) }
            <main class="visits">
                { search(shown) }
                <p class="back"><a href={shown.href(Page::Explore)}>{ words::BACK }</a></p>
                { headline(heading.into()) }
                { view_outside(shown, rows.outside) }
                if rows.keys.is_empty() { { view_none(shown) } } else { { view_rows(shown, &rows) } }
            </main>
            { footer(shown) }
        </>
    }
}

/// Table and list, of which the style sheet shows the one that fits.
fn view_rows(shown: &Shown, rows: &Rows) -> Html {
    let in_sight = rows.keys.len().min((shown.ui.more_visits + 1) * PAGE);
    let keys = rows.keys.get(..in_sight).unwrap_or_default();
    let left = rows.keys.len() - in_sight;
    let first_new = (shown.ui.more_visits > 0).then_some(shown.ui.more_visits * PAGE);
    html! {
        <>
            { table::table(shown, rows, keys, first_new) }
            { vertical::vertical(shown, keys, first_new) }
            if left > 0 {
                <button type="button" class="wide" onclick={shown.on::<MouseEvent>(Action::MoreVisits)}>{ words::more(left) }</button>
            }
        </>
    }
}

/// Talks that the timeline shows and the table does not, with the way to them.
fn view_outside(shown: &Shown, talks: usize) -> Html {
    if talks == 0 {
        return Html::default();
    }
    let mut state = shown.state.clone();
    state.choices.get_mut(Facet::Kind).push(Choice {
        value: Kind::Talks.name().to_owned(),
        exclude: false,
    });
    html! { <p class="note"><a href={codec::write(&state.canonical())}>{ words::talks_outside(talks) }</a></p> }
}

/// Why there is no visit.
fn view_none(shown: &Shown) -> Html {
    let articles = shown.selection.articles.len();
    let mut any = false;
    for &article in &shown.selection.articles {
        for &key in shown.collection.visits_of(article) {
            any |= shown.visit(key).is_some_and(Visit::is_visit);
        }
    }
    let told = match articles {
        0 => words::no_result(&shown.state.query, shown.state.is_narrowed()),
        _ if any => words::NO_VISIT_FITS.to_owned(),
        _ => [&words::no_visits(articles), " ", words::WHAT_COUNTS].concat(),
    };
    html! {
        <p class="no-result">
            { told }{ " " }
            if !any && articles > 0 { <a href={shown.href(Page::About)}>{ words::WHAT_COUNTS_LINK }</a> }
        </p>
    }
}
