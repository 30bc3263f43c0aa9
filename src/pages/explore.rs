//! Search, timeline, sentence, filters, list: one column of thought.

use yew::prelude::*;

use crate::browser::page::{Place, scroll_to_id};
use crate::components::article_list::{LIST_ID, article_list};
use crate::components::filters::filters;
use crate::components::masthead::masthead;
use crate::components::search::search;
use crate::components::sentence::sentence;
use crate::components::timeline::timeline;
use crate::components::tools::tools;
use crate::context::Shown;
use crate::pages::footer::footer;
use crate::words;

/// The page to explore a collection with.
pub fn explore(shown: &Shown) -> Html {
    let skip = Callback::from(|event: MouseEvent| {
        // The hash is the view state: the link must not change it.
        event.prevent_default();
        scroll_to_id(LIST_ID, Place::Top);
        crate::browser::focus::id(LIST_ID);
    });
    let empty = shown.selection.articles.is_empty();
    html! {
        <>
            <a class="skip" href="#articles" onclick={skip}>{ words::SKIP }</a>
            { masthead(shown, true) }
            <main class="explore">
                { search(shown) }
                if !empty {
                    { timeline(shown) }
                    { sentence(shown) }
                }
                <div class="columns">
                    { filters(shown) }
                    { article_list(shown) }
                </div>
                { tools(shown, "tools tools-below") }
                { view_strip(shown) }
            </main>
            { footer(shown) }
        </>
    }
}

/// The timeline folded, while it is out of sight.
fn view_strip(shown: &Shown) -> Html {
    let wanted = shown.ui.past_timeline && !shown.is_embedded();
    let annex = shown.ui.later.annex().filter(|_| wanted);
    annex.map(|annex| annex.strip(shown)).unwrap_or_default()
}
