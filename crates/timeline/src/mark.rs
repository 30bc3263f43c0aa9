//! What is drawn at one place of a lane.

use dateline_model::Day;

use crate::item::Shape;
use crate::scale::Places;
use crate::{Item, Scale};

/// The narrowest target for a finger, in pixels (WCAG 2.2, success criterion 2.5.8).
pub(crate) const TARGET: i32 = 24;

/// One item, or a cluster of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The caller's numbers of what it holds, in the order of their places. Never empty.
    pub keys: Vec<u32>,
    /// The shape of its only item; `None` for a cluster.
    pub shape: Option<Shape>,
    /// Left edge of what is drawn.
    pub x: i32,
    /// Width of what is drawn.
    pub width: i32,
    /// First and last day of all that it holds.
    pub days: (Day, Day),
    /// Where its label stands; `None` where there is no room.
    pub label: Option<Label>,
}

/// Where the label of a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// On the left, ending at this pixel.
    EndsAt(i32),
    /// On the right, beginning at this pixel.
    StartsAt(i32),
}

impl Mark {
    /// Left edge and width of the target for pointers: at least 24 pixels wide.
    #[must_use]
    pub fn target(&self) -> (i32, i32) {
        reach(self.x, self.width, TARGET)
    }

    /// Whether an item is one of those that it holds. Linear in these if it can be.
    pub(crate) fn holds(&self, item: Item) -> bool {
        let (first, last) = item.days();
        self.days.0 <= first && last <= self.days.1 && self.keys.contains(&item.key)
    }

    /// Its middle.
    #[must_use]
    pub fn centre(&self) -> i32 {
        self.x + self.width / 2
    }
}

/// Left edge and width of a stretch widened around its middle to at least `room` pixels.
pub(crate) fn reach(x: i32, width: i32, room: i32) -> (i32, i32) {
    let wide = width.max(room);
    (x + width / 2 - wide / 2, wide)
}

/// The mark of one item before it has met others: no list of keys, so that a hundred thousand cost no allocation each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Single {
    pub item: Item,
    pub x: i32,
    pub width: i32,
}

impl Single {
    /// The mark of an item, cut at the edges of the scale, whose places are given with it.
    pub fn new(item: Item, scale: Scale, places: Places) -> Self {
        let (from, to) = places.span(item.days());
        let width = (to - from).max(item.shape.narrowest());
        // What begins or ends on a day has its hard end there, however little there is to draw.
        let x = match item.shape {
            Shape::Start => from,
            Shape::End => to - width,
            _ => from + (to - from) / 2 - width / 2,
        };
        Self {
            item,
            x: kept_inside(x, width, scale),
            width,
        }
    }

    pub fn mark(&self) -> Mark {
        Mark {
            keys: vec![self.item.key],
            shape: Some(self.item.shape),
            x: self.x,
            width: self.width,
            days: self.item.days(),
            label: None,
        }
    }
}

/// Left edge and width of a stretch, cut to fit between two edges and moved so that a target of it lies between them too.
pub(crate) fn moved_within((x, width): (i32, i32), from: i32, to: i32) -> (i32, i32) {
    let width = width.min(to - from);
    let (target, room) = reach(x, width, TARGET);
    let target = target.min(to - room).max(from);
    (target + room / 2 - width / 2, width)
}

/// Pushed back between the ends of the scale, where it is wide enough.
pub(crate) fn kept_inside(x: i32, width: i32, scale: Scale) -> i32 {
    x.min(scale.right - width).max(scale.left)
}

/// The days of several, first and last.
pub(crate) fn joined((a, b): (Day, Day), (c, d): (Day, Day)) -> (Day, Day) {
    (a.min(c), b.max(d))
}
