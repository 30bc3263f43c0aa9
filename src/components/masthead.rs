//! The collection's title and the theme.

use yew::prelude::*;

use crate::browser::location;
use crate::components::theme::theme_menu;
use crate::context::Shown;
use crate::view::{Page, codec};
use crate::words;

/// The title, which leads back to everything, and the theme. The title is the heading of the page, but for an
/// article's page, where the headline is.
pub fn masthead(shown: &Shown, heading: bool) -> Html {
    let title = shown.collection.contents().about.title.clone();
    if shown.is_embedded() {
        return view_source(shown, title, heading);
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

/// Inside another page one line takes its place: the title, which leads to this very view on its own, and the product.
fn view_source(shown: &Shown, title: String, heading: bool) -> Html {
    let alone = location::address(&codec::write(&shown.state.alone()));
    let title = html! { <a href={alone} target="_blank" rel="noopener">{ title }</a> };
    html! {
        <header class="source-line">
            if heading { <h1>{ title }</h1> } else { <p>{ title }</p> }
            <p>{ words::MADE_WITH }</p>
        </header>
    }
}
