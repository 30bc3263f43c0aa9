//! The search box and the count.

use yew::prelude::*;

use crate::browser::HtmlInputElement;
use crate::components::chips::chips;
use crate::context::ShownProps;
use crate::view::Action;
use crate::words;

/// The search landmark: the box, and how much is left.
#[component]
pub fn Search(props: &ShownProps) -> Html {
    // What stands in the box may have a space at its end, which the query has not.
    let draft = use_state(AttrValue::default);
    let shown = &props.shown;
    let oninput = {
        let (draft, act) = (draft.clone(), shown.act.clone());
        Callback::from(move |event: InputEvent| {
            let Some(value) = input_value(&event) else {
                return;
            };
            draft.set(value.clone().into());
            act.emit(Action::Query(value));
        })
    };
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    let same = draft
        .split_whitespace()
        .eq(shown.state.query.split_whitespace());
    let value = if same {
        (*draft).clone()
    } else {
        shown.state.query.clone().into()
    };
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

fn input_value(event: &InputEvent) -> Option<String> {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
}
