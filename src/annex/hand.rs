//! Hands on the timeline: drags, wheels, and rows and marks that light each other.

use dateline_timeline::{Gesture, Grip, Mark, WHEEL_LINE, Wish, wheeled};

use crate::browser::hands::{self, Hand};
use crate::browser::{Element, Event};
use crate::components::timeline::TimelineView;
use crate::components::timeline::marks::{element_id, mark_of_element};
use crate::view::Action;

/// What names the visits of a row of the list.
const VISITS: &str = "data-visits";

/// What an event asks for, if anything.
pub fn hand(
    event: &Event,
    frame: &Element,
    gesture: &mut Gesture,
    view: &TimelineView,
) -> Option<Action> {
    match hands::read(event, frame)? {
        Hand::Over(element) => {
            if !gesture.is_drag() {
                light(element.as_ref(), view);
            }
            None
        }
        Hand::Wheel {
            way,
            lines,
            zoom,
            sideways,
            x,
        } => {
            let by = if lines { WHEEL_LINE } else { 1 };
            let way = (way.0.saturating_mul(by), way.1.saturating_mul(by));
            wheeled(view.scale, way, zoom, sideways, x).map(Action::Moving)
        }
        Hand::Down(id, x, grip) => {
            gesture.press(id, x, grip_of(&grip)?, view.scale, view.whole);
            None
        }
        Hand::Moved(id, x) => {
            let was_drag = gesture.is_drag();
            let wish = gesture.moved(id, x)?;
            if !was_drag {
                hands::capture(frame, id);
            }
            Some(action(wish, view))
        }
        Hand::Up(id) => {
            gesture.release(id, view.scale);
            None
        }
    }
}

fn grip_of(name: &str) -> Option<Grip> {
    Some(match name {
        "lanes" => Grip::Lanes,
        "axis" => Grip::Axis,
        "overview" => Grip::Overview,
        "from" => Grip::From,
        "to" => Grip::To,
        _ => return None,
    })
}

fn action(wish: Wish, view: &TimelineView) -> Action {
    match wish {
        Wish::Show(window) => Action::Moving(window),
        // What is on show stays: the days must not move under the pointer.
        Wish::Choose(from, to) => Action::Brush(from, to, view.scale.window),
        Wish::ChooseFrom(from) => Action::From(from),
        Wish::ChooseTo(to) => Action::To(to),
    }
}

/// Lights the marks of the row that is pointed at, or the rows of the mark.
fn light(element: Option<&Element>, view: &TimelineView) {
    let row = element.and_then(|element| hands::nearest(element, VISITS));
    let keys = row.as_deref().map(numbers).unwrap_or_default();
    let id = element.and_then(|element| hands::nearest(element, "id"));
    let mark = id
        .and_then(|id| mark_of_element(&id))
        .and_then(|(row, key)| {
            let mut marks = view.marks();
            let found = marks.find(|(at, mark)| *at == row && mark.keys.first() == Some(&key));
            found.map(|(_, mark)| mark)
        });
    let mut lit: Vec<String> = Vec::new();
    for (row, mark) in view.marks() {
        if keys.iter().any(|key| mark.keys.contains(key)) {
            lit.push(element_id(row, mark));
        }
    }
    hands::light(".mark", |mark| lit.contains(&mark.id()));
    hands::light(".visit-line", |line| {
        let is_in = |mark: &Mark| {
            let row = hands::nearest(line, VISITS).unwrap_or_default();
            numbers(&row).iter().any(|key| mark.keys.contains(key))
        };
        mark.is_some_and(is_in)
    });
}

fn numbers(list: &str) -> Vec<u32> {
    list.split(' ')
        .filter_map(|number| number.parse().ok())
        .collect()
}
