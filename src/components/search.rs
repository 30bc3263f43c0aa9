//! The search box and the count.

use yew::prelude::*;

use crate::browser::HtmlInputElement;
use crate::components::chips::chips;
use crate::context::Shown;
use crate::view::Action;
use crate::words;

/// The search landmark: the box, and how much is left.
pub fn search(shown: &Shown) -> Html {
    let act = shown.act.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            act.emit(Action::Query(input.value()));
        }
    });
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let value = shown.ui.search_text(&shown.state.query).to_owned();
    let articles = shown.collection.contents().articles.len();
    let status = words::counts(shown.selection.articles.len(), shown.visits().count());
    html! {
        <div class="search">
            <form role="search" {onsubmit}>
                <input type="search" class="search-box" aria-label={words::SEARCH_LABEL}
                    placeholder={words::search_placeholder(articles)} autocomplete="off" autocapitalize="off"
                    spellcheck="false" enterkeyhint="search" {value} {oninput} />
            </form>
            <p class="status" role="status">{ status }</p>
            { chips(shown) }
        </div>
    }
}
