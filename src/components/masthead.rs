//! The collection's title and the theme.

use yew::prelude::*;

use crate::components::theme::theme_menu;
use crate::context::Shown;

/// The title, which leads back to everything, and the theme. The title is the heading of the page, but for an
/// article's page, where the headline is.
pub fn masthead(shown: &Shown, heading: bool) -> Html {
    let title = shown.collection.contents().about.title.clone();
    let title = html! { <a href="#/">{ title }</a> };
    html! {
        <header class="masthead">
            if heading {
                <h1 class="masthead-title">{ title }</h1>
            } else {
                <p class="masthead-title">{ title }</p>
            }
            { theme_menu(shown) }
        </header>
    }
}
