//! The keyboard on the timeline: one tab stop, arrows between marks and lanes.

use dateline_timeline::Mark;
use yew::prelude::*;

use crate::browser::{Element, focus};
use crate::components::timeline::TimelineView;
use crate::components::timeline::marks::{element_id, mark_of_element};
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
    Earlier,
    Later,
    Back,
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
        "PageUp" => Move::Earlier,
        "PageDown" => Move::Later,
        "Escape" => Move::Back,
        "Enter" | " " => Move::Activate,
        _ => return None,
    })
}

/// Handles a key while a mark has the focus; `stop` is the mark that Tab reaches, by row and first key.
pub fn key(
    event: &KeyboardEvent,
    view: &TimelineView,
    stop: Option<(u32, u32)>,
    act: &Callback<Action>,
) {
    let Some(element) = event.target_dyn_into::<Element>() else {
        return;
    };
    let Some((row, first)) = mark_of_element(&element.id()) else {
        return;
    };
    let Some(step) = read(&event.key()).filter(|_| !has_modifier(event)) else {
        return;
    };
    event.prevent_default();
    let to = |window| act.emit(Action::Window(window));
    let window = view.scale.window;
    match step {
        Move::Closer | Move::Further => {
            let Some(mark) = view.mark(stop) else { return };
            let around = view.scale.day(mark.centre());
            let percent = if step == Move::Closer { 50 } else { 200 };
            to(Some(window.zoom(percent, around)));
        }
        // What was on show last is still seen at the edge.
        Move::Earlier => to(Some(window.pan(-90))),
        Move::Later => to(Some(window.pan(90))),
        Move::Back => to(None),
        Move::Activate => act.emit(Action::Press(row, first)),
        Move::Previous | Move::Next | Move::Up | Move::Down | Move::First | Move::Last => {
            if let Some((row, mark)) = view.towards(stop, step) {
                focus::id(&element_id(row, mark));
            }
        }
    }
}

impl TimelineView {
    /// The mark that a key leads to from another, and its row; `None` at an end.
    fn towards(&self, from: Option<(u32, u32)>, step: Move) -> Option<(u32, &Mark)> {
        let (row, key) = from?;
        let marks = &self.lanes.get(row as usize)?.1.marks;
        let at = marks
            .iter()
            .position(|mark| mark.keys.first() == Some(&key))?;
        let from = marks.get(at)?;
        let mark = match step {
            Move::Previous => marks.get(at.checked_sub(1)?),
            Move::Next => marks.get(at + 1),
            Move::First => marks.first(),
            Move::Last => marks.last(),
            Move::Up => return (0..row).rev().find_map(|row| self.nearest(row, from)),
            Move::Down => {
                let rows = u32::try_from(self.lanes.len()).unwrap_or_default();
                return (row + 1..rows).find_map(|row| self.nearest(row, from));
            }
            _ => None,
        };
        Some((row, mark?))
    }

    /// The mark of a row that is nearest to another.
    fn nearest(&self, row: u32, from: &Mark) -> Option<(u32, &Mark)> {
        let marks = &self.lanes.get(row as usize)?.1.marks;
        let way = |mark: &&Mark| (mark.centre() - from.centre()).abs();
        Some((row, marks.iter().min_by_key(way)?))
    }
}

/// Combinations with these keys are the browser's own: Alt and an arrow goes back.
fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}
