//! A long text, or one with very many matches: matches are painted over it instead of being elements in it.
//!
//! Elements for thousands of matches take seconds to make and to lay out. So the text stands plain, in stretches of some
//! paragraphs that browsers lay out when they come near, and the browser paints its matches ([`crate::browser::highlights`]).
//! Going on to another match, or to another query, leaves the text as it is. On paper matches are elements: not all browsers
//! print what is painted.
//!
//! - [`divide`] cuts a text into stretches,
//! - `units` turns the matcher's spans into borders of ranges,
//! - `window` says which matches are painted, in which order,
//! - `painter` paints them, [`Painting`] when there is time and need.

mod painter;
mod painting;
mod stretches;
mod units;
mod window;

use yew::prelude::*;

pub use self::painter::scroll_to;
pub use self::painting::Painting;
pub use self::stretches::{Stretch, divide, place};
use super::opened::Opened;
use crate::components::article_text::{TEXT_ID, blocks};

/// The text without its matches, in stretches.
pub fn view_text(opened: &Opened) -> Html {
    let Some(article) = opened.article() else {
        return Html::default();
    };
    let mut blocks = blocks(&opened.text(article, &[], None)).into_iter();
    let mut stretches = Vec::with_capacity(opened.stretches.len());
    for (number, stretch) in opened.stretches.iter().enumerate() {
        let inner: Vec<Html> = blocks.by_ref().take(stretch.blocks.len()).collect();
        let id = stretches::id(number);
        // What stands in the margin would be cut off with what is laid out later.
        stretches.push(if stretch.holds_any(opened) {
            html! { <div key={number} {id}>{ inner }</div> }
        } else {
            html! { <div key={number} {id} class="stretch">{ inner }</div> }
        });
    }
    html! { <div id={TEXT_ID} class="article-text painted">{ stretches }</div> }
}
