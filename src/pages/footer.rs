//! The product's name and the build.

use yew::prelude::*;

use crate::context::Shown;
use crate::words;

/// The end of every page, but inside another one, where the masthead says as much.
pub fn footer(shown: &Shown) -> Html {
    if shown.is_embedded() {
        return Html::default();
    }
    html! {
        <footer class="footer">
            <p>{ words::made_with(shown.build) }</p>
        </footer>
    }
}
