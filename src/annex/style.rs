//! The parts of the page in their states.

use yew::prelude::*;

use crate::context::Shown;

/// The parts.
pub fn style(_shown: &Shown, _name: &str) -> Html {
    Html::default()
}
