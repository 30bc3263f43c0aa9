//! The keyboard on the timeline: one tab stop, arrows between marks and lanes.

use std::rc::Rc;

use dateline_timeline::Mark;
use yew::prelude::*;

use super::TimelineView;
use super::marks::{element_id, key_of_element};
use crate::browser::{Element, focus};
use crate::view::Action;

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Previous,
    Next,
    Up,
    Down,
    First,
    Last,
    Closer,
    Further,
    Activate,
}

fn read(key: &str) -> Option<Move> {
    Some(match key {
        "ArrowLeft" => Move::Previous,
        "ArrowRight" => Move::Next,
        "ArrowUp" => Move::Up,
        "ArrowDown" => Move::Down,
        "Home" => Move::First,
        "End" => Move::Last,
        "+" | "=" => Move::Closer,
        "-" => Move::Further,
        "Enter" | " " => Move::Activate,
        _ => return None,
    })
}

/// Handles keys while a mark has the focus.
pub fn handler(
    view: &Rc<TimelineView>,
    stop: Option<u32>,
    act: Callback<Action>,
) -> Callback<KeyboardEvent> {
    let view = view.clone();
    Callback::from(move |event: KeyboardEvent| {
        let Some(element) = event.target_dyn_into::<Element>() else {
            return;
        };
        let on_mark = key_of_element(&element.id()).is_some();
        let Some(step) = read(&event.key()).filter(|_| on_mark && !has_modifier(&event)) else {
            return;
        };
        event.prevent_default();
        match step {
            Move::Closer | Move::Further => {
                let Some(mark) = view.mark(stop) else { return };
                let around = view.scale.day(mark.centre());
                let percent = if step == Move::Closer { 50 } else { 200 };
                act.emit(Action::Window(Some(
                    view.scale.window.zoom(percent, around),
                )));
            }
            Move::Activate => crate::browser::page::click(&element),
            Move::Previous | Move::Next | Move::Up | Move::Down | Move::First | Move::Last => {
                let Some(mark) = view.towards(stop, step) else {
                    return;
                };
                focus::id(&element_id(mark));
            }
        }
    })
}

impl TimelineView {
    /// The mark that begins with a key.
    fn mark(&self, key: Option<u32>) -> Option<&Mark> {
        let mut marks = self.lanes.iter().flat_map(|(_, layout)| &layout.marks);
        marks.find(|mark| mark.keys.first().copied() == key)
    }

    /// The mark that a key leads to from another, `None` at an end.
    fn towards(&self, from: Option<u32>, step: Move) -> Option<&Mark> {
        let holds = |mark: &Mark| mark.keys.first().copied() == from;
        let lane = self
            .lanes
            .iter()
            .position(|(_, layout)| layout.marks.iter().any(holds))?;
        let marks = &self.lanes.get(lane)?.1.marks;
        let at = marks.iter().position(holds)?;
        match step {
            Move::Previous => marks.get(at.checked_sub(1)?),
            Move::Next => marks.get(at + 1),
            Move::First => marks.first(),
            Move::Last => marks.last(),
            Move::Up => self.nearest(self.lanes.get(..lane)?.iter().rev(), marks.get(at)?),
            Move::Down => self.nearest(self.lanes.get(lane + 1..)?.iter(), marks.get(at)?),
            Move::Closer | Move::Further | Move::Activate => None,
        }
    }

    /// The mark nearest to another in the first lane that has any.
    fn nearest<'a>(
        &self,
        mut lanes: impl Iterator<Item = &'a (dateline_timeline::Lane, dateline_timeline::Layout)>,
        from: &Mark,
    ) -> Option<&'a Mark> {
        let marks = lanes.find(|(_, layout)| !layout.marks.is_empty())?;
        marks
            .1
            .marks
            .iter()
            .min_by_key(|mark| (mark.centre() - from.centre()).abs())
    }
}

/// Combinations with these keys are the browser's own: Alt and an arrow goes back.
fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}
