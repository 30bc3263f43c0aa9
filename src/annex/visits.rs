//! The visits of the selection as a table: the accessible twin of the timeline.

use yew::prelude::*;

use crate::context::Shown;
use crate::pages::leaf::{headline, leaf};
use crate::words;

/// The page of the visits.
pub fn visits(shown: &Shown) -> Html {
    leaf(shown, Some(headline(words::VISITS.into())), "")
}
