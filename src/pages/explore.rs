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
    // While a hand moves the timeline, nothing else is made anew.
    let above = || search(shown);
    let below = || view_below(shown, empty);
    html! {
        <>
            <a class="skip" href="#articles" onclick={skip}>{ words::SKIP }</a>
            { masthead(shown, true) }
            <main class="explore">
                { shown.kept.above.get_or_init(above).clone() }
                // A stretch of time that holds nothing must not take away what chose it.
                if !empty || shown.state.from.is_some() || shown.state.to.is_some() { { timeline(shown) } }
                { shown.ui.later.annex().map_or_else(Html::default, |annex| annex.pages(shown)) }
                { shown.kept.below.get_or_init(below).clone() }
                { view_pinned(shown) }
            </main>
            { footer(shown) }
        </>
    }
}

/// The timeline folded, while it is out of sight.
fn view_pinned(shown: &Shown) -> Html {
    let wanted = shown.ui.past_timeline && !shown.is_embedded();
    let annex = shown.ui.later.annex().filter(|_| wanted);
    annex.map(|annex| annex.pinned(shown)).unwrap_or_default()
}

/// The sentence, the filters and the list.
fn view_below(shown: &Shown, empty: bool) -> Html {
    html! {
        <>
            if !empty { { sentence(shown) } }
            <div class="columns">
                { filters(shown) }
                { article_list(shown) }
            </div>
            { tools(shown, "tools tools-below") }
        </>
    }
}
