//! The frame of every page but the first: the title, the way back, and the page itself.

use yew::prelude::*;

use crate::components::masthead::masthead;
use crate::context::Shown;
use crate::pages::footer::footer;
use crate::view::{Action, Later, Page};
use crate::words;

/// The element id of the headline, which takes the focus when a page opens.
pub const HEADLINE_ID: &str = "headline";

/// A page with this content; `None` says that there is no such thing.
pub fn leaf(shown: &Shown, content: Option<Html>, nothing: &'static str) -> Html {
    // From the first page, which may be on its way too, there is no way back.
    let is_leaf = shown.state.page.is_later();
    html! {
        <>
            { masthead(shown, false) }
            <main class="reader">
                if is_leaf { <p class="back"><a href={shown.href(Page::Explore)}>{ words::BACK }</a></p> }
                { content.unwrap_or_else(|| headline(nothing.into())) }
            </main>
            { footer(shown) }
        </>
    }
}

/// In place of a page that is on its way, or did not arrive.
pub fn coming(shown: &Shown) -> Html {
    let content = if shown.ui.later == Later::Failed {
        let retry = shown.on::<MouseEvent>(Action::Later(Later::NotAsked));
        html! {
            <div role="alert">
                { headline(words::LATER_FAILED.into()) }
                <p><button type="button" onclick={retry}>{ words::TRY_AGAIN }</button></p>
            </div>
        }
    } else {
        html! { <div role="status">{ headline(words::LATER_COMING.into()) }</div> }
    };
    leaf(shown, Some(content), "")
}

/// The heading of the page.
pub fn headline(text: Html) -> Html {
    html! { <h1 id={HEADLINE_ID} tabindex="-1">{ text }</h1> }
}

/// A part of the page under a heading of its own.
pub fn part(heading: &'static str, content: Html) -> Html {
    html! {
        <section class="part" aria-label={heading}>
            <h2>{ heading }</h2>
            { content }
        </section>
    }
}
