//! Search, timeline, sentence, filters, list: one column of thought.

use yew::prelude::*;

use crate::components::article_list::ArticleList;
use crate::components::filters::Filters;
use crate::components::masthead::masthead;
use crate::components::search::Search;
use crate::components::sentence::sentence;
use crate::components::timeline::Timeline;
use crate::context::Shown;
use crate::pages::footer::footer;
use crate::words;

/// The page to explore a collection with.
pub fn explore(shown: &Shown) -> Html {
    let skip = Callback::from(|event: MouseEvent| {
        // The hash is the view state: the link must not change it.
        event.prevent_default();
        crate::browser::page::scroll_to_id("articles");
        crate::browser::focus::id("articles");
    });
    let empty = shown.selection.articles.is_empty();
    html! {
        <>
            <a class="skip" href="#articles" onclick={skip}>{ words::SKIP }</a>
            { masthead(shown, true) }
            <main class="explore">
                <Search shown={shown.clone()} />
                if !empty {
                    <Timeline shown={shown.clone()} />
                    { sentence(shown) }
                }
                <div class="columns">
                    <Filters shown={shown.clone()} />
                    <ArticleList shown={shown.clone()} />
                </div>
            </main>
            { footer(shown) }
        </>
    }
}
