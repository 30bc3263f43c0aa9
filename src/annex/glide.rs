//! The timeline glides to the days that a button or a key asked for.

use dateline_timeline::{Glide, Mark, Scale};

use crate::browser::{Element, motion};
use crate::components::timeline::TimelineView;
use crate::components::timeline::marks::mark_of_element;

/// What has a place in time: marks, their counts and the lines of the axis.
const MOVES: &str = ".timeline .mark, .timeline [data-count] text, .timeline .tick";

/// Lets all that is drawn of a view glide to its place from where `from` has its day. Nothing else waits for it: the view is
/// there from the first moment.
pub fn glide(from: Scale, view: &TimelineView) {
    if motion::is_unwanted() {
        return;
    }
    let to = view.scale;
    motion::glide(MOVES, Glide::MILLISECONDS, Glide::EASING, |element| {
        let x = place(element, view)?;
        // What comes from outside comes from the edge.
        let before = from.x(to.day(x)).clamp(to.left, to.right);
        Some(before - x)
    });
}

/// Where an element is.
fn place(element: &Element, view: &TimelineView) -> Option<i32> {
    if let Some((row, key)) = mark_of_element(&element.id()) {
        return view.mark(Some((row, key))).map(Mark::centre);
    }
    let own = element.get_attribute("x");
    let line = || element.first_element_child()?.get_attribute("x1");
    own.or_else(line)?.parse().ok()
}
