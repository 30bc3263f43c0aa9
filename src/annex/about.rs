//! What the collection is, what counts as a visit, and how to use the page.

use yew::prelude::*;

use crate::context::Shown;
use crate::pages::leaf::{headline, leaf};
use crate::words;

/// The page about the collection.
pub fn about(shown: &Shown) -> Html {
    leaf(shown, Some(headline(words::ABOUT.into())), "")
}
