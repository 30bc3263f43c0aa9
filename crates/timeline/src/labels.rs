//! Which marks get their names beside them.

use std::cmp::Reverse;

use crate::mark::{Label, Mark};
use crate::{EXCERPT, Scale};

/// Space between a mark and its label, and around a label, in pixels.
pub(crate) const GAP: i32 = 6;

/// Gives each mark a label where there is room: the selected one first, then the newest. `width_of` gives the width in
/// pixels of the label of a mark with these keys, and whether it is the selected one; `None` for no label. A label never overlaps a mark or another label
/// and never leaves the scale. O(m²) in the marks.
pub(crate) fn place_labels(
    marks: &mut [Mark],
    scale: Scale,
    selected: Option<usize>,
    width_of: &impl Fn(&[u32], bool) -> Option<i32>,
) {
    let mut taken: Vec<(i32, i32)> = marks
        .iter()
        .map(|mark| (mark.x, mark.x + mark.width))
        .collect();
    for i in by_worth(marks, selected) {
        let Some(mark) = marks.get_mut(i) else {
            continue;
        };
        let (right, left) = (mark.x + mark.width + GAP, mark.x - GAP);
        let rooms = (
            room_after(right, &taken).min(scale.right - right),
            room_before(left, &taken).min(left - scale.left),
        );
        // To measure a text takes longer than to see that it has no room.
        if rooms.0.max(rooms.1) <= 0 {
            continue;
        }
        let Some(width) = width_of(excerpt(&mark.keys), selected == Some(i)) else {
            continue;
        };
        if width <= rooms.0 {
            mark.label = Some(Label::StartsAt(right));
            taken.push((right, right + width));
        } else if width <= rooms.1 {
            mark.label = Some(Label::EndsAt(left));
            taken.push((left - width, left));
        }
    }
}

/// How many pixels are free from one on, before the next that is taken.
fn room_after(from: i32, taken: &[(i32, i32)]) -> i32 {
    let ahead = taken.iter().filter(|(_, end)| end + GAP > from);
    let rooms = ahead.map(|(begin, _)| begin - GAP - from);
    rooms.min().unwrap_or(i32::MAX)
}

/// How many pixels are free up to one, behind the last that is taken.
fn room_before(to: i32, taken: &[(i32, i32)]) -> i32 {
    let behind = taken.iter().filter(|(begin, _)| *begin < to + GAP);
    let rooms = behind.map(|(_, end)| to - GAP - end);
    rooms.min().unwrap_or(i32::MAX)
}

/// The places of the marks, the one that is labelled first in front.
fn by_worth(marks: &[Mark], selected: Option<usize>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    dateline_compact::sort_by_key(&mut order, |&i| {
        (
            selected != Some(i),
            Reverse(marks.get(i).map(|mark| mark.days.1)),
        )
    });
    order
}

/// The last keys of a mark: all that a name is made of. A cluster may hold a million.
#[must_use]
pub fn excerpt(keys: &[u32]) -> &[u32] {
    keys.get(keys.len().saturating_sub(EXCERPT)..)
        .unwrap_or(keys)
}
