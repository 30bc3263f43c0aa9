//! One mark without a timeline: beside a visit in a list.

use dateline_model::Visit;
use dateline_timeline::{Item, Mark, Shape};
use yew::prelude::*;

pub use super::axis::fades;
use super::kept;
use super::lane::{self, is_struck, mark_state, view_shape, view_strike};
use crate::context::Shown;

/// The width of the drawing in pixels.
const WIDTH: i32 = 36;

/// The mark of a visit, as the timeline would draw it; an empty place for one without a date. Decoration: the date stands
/// beside it. The page has [`fades`].
pub fn solo(shown: &Shown, key: u32, visit: &Visit) -> Html {
    let item = kept::item(key, visit);
    let view = |mark: Mark| {
        html! {
            <g data-state={mark_state(shown, &mark, false)}>
                { view_shape(&mark) }
                if is_struck(shown, &mark) { { view_strike(&mark) } }
            </g>
        }
    };
    html! {
        <svg class="solo" width={WIDTH.to_string()} height={lane::HEIGHT.to_string()} aria-hidden="true">
            { item.map(|item| view(mark(&item))) }
        </svg>
    }
}

/// A mark of a fixed width in the middle of the drawing.
fn mark(item: &Item) -> Mark {
    let width = match item.shape {
        Shape::Day => 6,
        Shape::Talks => 12,
        _ => 24,
    };
    Mark {
        keys: vec![item.key],
        shape: Some(item.shape),
        x: (WIDTH - width) / 2,
        width,
        days: (item.first, item.last),
        label: None,
    }
}
