//! The collection's title and the theme.

use yew::prelude::*;

use crate::components::theme::theme_menu;
use crate::context::Shown;
use crate::view::Page;
use crate::words;

/// The title, which leads back to everything, and the theme. The title is the heading of the page, but for an
/// article's page, where the headline is.
pub fn masthead(shown: &Shown, heading: bool) -> Html {
    let title = shown.collection.contents().about.title.clone();
    if shown.is_embedded() {
        // Not seen, but every page has a heading.
        return if heading {
            html! { <h1 class="visually-hidden">{ title }</h1> }
        } else {
            Html::default()
        };
    }
    let title = html! { <a href="#/">{ title }</a> };
    html! {
        <header class="masthead">
            if heading {
                <h1 class="masthead-title">{ title }</h1>
            } else {
                <p class="masthead-title">{ title }</p>
            }
            <nav class="menu" aria-label={words::MENU}>
                { item(shown, Page::Explore, words::EXPLORE) }
                { item(shown, Page::Visits, words::VISITS) }
                { item(shown, Page::About, words::ABOUT) }
            </nav>
            { theme_menu(shown) }
        </header>
    }
}

/// A page of the menu, with the whole filter.
fn item(shown: &Shown, page: Page, name: &'static str) -> Html {
    let current = (shown.state.page == page).then_some("page");
    html! { <a href={shown.href(page)} aria-current={current}>{ name }</a> }
}
