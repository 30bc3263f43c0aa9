//! The product's name and the build.

use yew::prelude::*;

use crate::context::Shown;
use crate::words;

/// The end of every page.
pub fn footer(shown: &Shown) -> Html {
    html! {
        <footer class="footer">
            <p>{ words::made_with(shown.build) }</p>
        </footer>
    }
}
