//! The product's name and the build, and inside another page where this one is from.

use yew::prelude::*;

use crate::browser::location;
use crate::context::Shown;
use crate::view::codec;
use crate::words;

/// The end of every page.
pub fn footer(shown: &Shown) -> Html {
    if shown.is_embedded() {
        return view_source(shown);
    }
    html! {
        <footer class="footer">
            <p>{ words::made_with(shown.build) }</p>
        </footer>
    }
}

/// One line, always in sight: the collection, with a link to this very view on its own.
fn view_source(shown: &Shown) -> Html {
    let title = shown.collection.contents().about.title.clone();
    let alone = location::address(&codec::write(&shown.state.alone()));
    html! {
        <footer class="source-line">
            <a href={alone} target="_blank" rel="noopener">{ title }</a>
            <span>{ words::MADE_WITH }</span>
        </footer>
    }
}
