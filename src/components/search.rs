//! The search box and the count.

use dateline_bundle::Facet;
use dateline_model::Kind;
use yew::prelude::*;

use crate::browser::HtmlInputElement;
use crate::components::tools::{opener, tools};
use crate::context::Shown;
use crate::view::{Action, Dialog, Page, Suggest};
use crate::words;

/// The element id of the search box.
pub const BOX_ID: &str = "search";

/// The element id of what is suggested.
pub const SUGGESTIONS_ID: &str = "suggestions";

/// The element id of the suggestion at a place.
pub fn suggestion_id(at: usize) -> String {
    ["suggestion-", &at.to_string()].concat()
}

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
    let articles = shown.collection.articles() as usize;
    let status = status(shown);
    let annex = shown.ui.later.annex();
    let (suggestions, onkeydown) = match annex.map(|annex| annex.suggest(shown)) {
        Some((suggestions, keys)) => (suggestions, Some(keys)),
        None => (Html::default(), None),
    };
    let at = match shown.ui.suggest {
        Suggest::Open(at) => at.map(suggestion_id),
        Suggest::Closed => None,
    };
    html! {
        <div class="search">
            <form role="search" {onsubmit}>
                <input id={BOX_ID} type="search" class="search-box" aria-label={words::SEARCH_LABEL}
                    placeholder={words::search_placeholder(articles)} autocomplete="off" autocapitalize="off"
                    spellcheck="false" enterkeyhint="search" aria-autocomplete="list"
                    aria-controls={annex.map(|_| SUGGESTIONS_ID)} aria-activedescendant={at}
                    {value} {oninput} {onkeydown} />
                { suggestions }
            </form>
            <p class="status-line">
                <span class="status" role="status">{ status }</span>
                { " " }
                <a href={shown.href(Page::About)}>{ words::HOW_FOUND }</a>
                { opener(shown, Dialog::Help, words::SEARCH_HELP) }
            </p>
            <p class="filters-button">{ opener(shown, Dialog::Filters, words::FILTERS) }</p>
            { tools(shown, "tools") }
            { annex.map_or_else(Html::default, |annex| annex.chips(shown)) }
        </div>
    }
}

/// How much is left; talks are counted only for who looks for them.
pub fn status(shown: &Shown) -> String {
    let (articles, visits) = (shown.selection.articles.len(), shown.visits().count());
    let wanted =
        |choice: &dateline_bundle::Choice| !choice.exclude && choice.value == Kind::Talks.name();
    if shown.state.choices.get(Facet::Kind).iter().any(wanted) {
        return words::counts_with_talks(articles, visits, shown.selection.visits.len() - visits);
    }
    words::counts(articles, visits)
}
