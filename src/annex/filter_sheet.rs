//! The filters of a narrow page, over all of it.

use yew::prelude::*;

use super::chips::chips;
use super::dialog::{closing, frame};
use crate::components::filters::facets;
use crate::components::search::status;
use crate::context::Shown;
use crate::words;

/// The sheet: what is chosen, all facets, and a button that says how many articles are left.
pub fn filter_sheet(shown: &Shown) -> Html {
    let articles = shown.selection.articles.len();
    let content = html! {
        <>
            { chips(shown) }
            <div class="sheet-facets" role="group" aria-label={words::FILTERS}>{ facets(shown) }</div>
            <p class="visually-hidden" role="status">{ status(shown) }</p>
            <p class="sheet-foot">
                <button type="button" class="main-button wide" onclick={closing()}>{ words::show_articles(articles) }</button>
            </p>
        </>
    };
    frame(shown, "dialog sheet", words::FILTERS, content)
}
