//! The collection's title and the theme.

use yew::prelude::*;

use crate::components::theme::theme_menu;
use crate::context::Shown;

/// The title, which leads back to everything, and the theme. The title is the heading of the page, but for an
/// article's page, where the headline is.
pub fn masthead(shown: &Shown, heading: bool) -> Html {
    let title = shown.collection.contents().about.title.clone();
    let tag = if heading { "h1" } else { "p" };
    html! {
        <header class="masthead">
            <@{tag} class="masthead-title"><a href="#/">{ title }</a></@>
            { theme_menu(shown) }
        </header>
    }
}
