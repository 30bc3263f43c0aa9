//! From items to marks: what stands alone, what is a cluster, what is a crowd.

use std::ops::Range;

use dateline_model::Day;

use crate::labels::place_labels;
use crate::mark::{Mark, Single, TARGET, joined, kept_inside, moved_within, reach};
use crate::picked::Parted;
use crate::scale::Places;
use crate::{Item, Items, Picked, Scale, Shape, Window};

/// The most marks of all lanes together, so that the page stays quick with any number of visits.
pub const MOST_MARKS: usize = 120;
/// What one more digit of a cluster's count needs.
const DIGIT: i32 = 9;
/// From so many items on, a wide cluster becomes columns, so that it shows how many are where.
const CROWD: usize = 12;
/// The least width of a column: room for a number of five digits.
const COLUMN: i32 = 64;
/// The same where a whole lane is counted: its outline is seen between the numbers.
const LANE_COLUMN: i32 = 96;
/// With more items than this on show, a lane is not sorted into clusters but counted into columns.
const DENSE: usize = 300;

/// A lane laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The marks from left to right; their targets do not overlap.
    pub marks: Vec<Mark>,
    /// How many items lie before the window.
    pub before: usize,
    /// How many items lie after the window.
    pub after: usize,
    /// Which of the marks holds the selected item.
    pub selected: Option<usize>,
    /// Whether there is so much on show that its density is worth drawing ([`crate::density()`]) beside the counts.
    pub dense: bool,
}

/// Lays out some lanes, with at most [`MOST_MARKS`] marks together (or one a lane, where there are more lanes). `width_of`
/// gives the width in pixels of the label of a mark with these keys, and whether it holds the selected item; `None` for no label.
/// The label of the mark that holds that item is placed first.
///
/// Every item inside the window is in exactly one mark of its lane. Labels go first to the selected mark, then to the
/// newest; a label never overlaps a mark or another label and never leaves the scale. Linear in the items on show, but for at
/// most 300 a lane that are sorted; quadratic in the marks.
pub fn layouts(
    lanes: &[Picked],
    scale: Scale,
    selected: Option<Item>,
    width_of: &impl Fn(&[u32], bool) -> Option<i32>,
) -> Vec<Layout> {
    let all = |room| -> Vec<Layout> {
        let lanes = lanes.iter();
        lanes.map(|&items| unlabelled(items, scale, room)).collect()
    };
    let mut laid = all(TARGET);
    if laid.iter().map(|layout| layout.marks.len()).sum::<usize>() > MOST_MARKS {
        laid = all(room_for(laid.len(), scale));
    }
    for layout in &mut laid {
        // Names beside the counts of a crowd would say nothing.
        let dense = layout.dense;
        let width_of = |keys: &[u32], selected| {
            let named = !dense || keys.len() == 1;
            named.then(|| width_of(keys, selected)).flatten()
        };
        layout.selected = selected.and_then(|item| {
            let mut marks = layout.marks.iter();
            marks.position(|mark| mark.holds(item))
        });
        place_labels(&mut layout.marks, scale, layout.selected, &width_of);
    }
    laid
}

/// How far apart marks must be so that so many lanes keep within [`MOST_MARKS`]. Marks that reach `room` pixels and do not
/// overlap are at most `width / room + 1` in a lane, because their middles lie on the scale.
fn room_for(lanes: usize, scale: Scale) -> i32 {
    let width = scale.right - scale.left;
    let a_lane = i32::try_from(MOST_MARKS / lanes.max(1)).unwrap_or(i32::MAX);
    // With one mark a lane they reach further than the scale.
    (width / (a_lane - 1).max(1) + 1).max(TARGET) * if a_lane > 1 { 1 } else { 4 }
}

/// One lane without its labels. Marks are at least `room` pixels from middle to middle, more where they are wider.
fn unlabelled(items: Picked, scale: Scale, room: i32) -> Layout {
    let parted = items.parted(scale.window);
    let dense = parted.shown() > DENSE;
    let marks = if dense {
        let edges = (scale.left, scale.right);
        columns(items, &parted, scale, edges, LANE_COLUMN.max(room))
    } else {
        let places = scale.places();
        let mut singles: Vec<Single> = Vec::with_capacity(parted.shown());
        for item in parted.near.clone().filter_map(|at| items.get(at)) {
            if !item.is_over(scale.window.first) {
                singles.push(Single::new(*item, scale, places));
            }
        }
        dateline_compact::sort_by_key(&mut singles, |single| {
            let begins = reach(single.x, single.width, room).0;
            (begins, single.item.days(), single.item.key)
        });
        clusters(&singles, scale, room)
    };
    Layout {
        before: parted.before(),
        after: items.len() - parted.near.end,
        selected: None,
        dense,
        marks,
    }
}

/// Joins marks whose reaches overlap, until none do; a wide crowd among them becomes columns. `singles` are sorted by where
/// their reaches begin.
fn clusters(singles: &[Single], scale: Scale, room: i32) -> Vec<Mark> {
    let mut done: Vec<Mark> = Vec::new();
    for single in singles {
        let mut mark = single.mark();
        // A joined mark can be wider than its parts (it holds a number), so that it may reach the one before it.
        while let Some(last) = done.pop_if(|last| overlap(last, &mark, room)) {
            mark = join(last, mark, scale);
        }
        done.push(mark);
    }
    let mut parts = singles;
    let mut marks = Vec::new();
    for mark in done {
        // A cluster holds marks that follow each other.
        let (own, others) = parts.split_at(mark.keys.len().min(parts.len()));
        parts = others;
        if own.len() < CROWD || mark.width < 2 * COLUMN.max(room) {
            marks.push(mark);
        } else {
            let (from, to) = (mark.x, mark.x + mark.width);
            let own = Items::new(own.iter().map(|single| single.item).collect());
            let all = Parted {
                near: 0..own.len(),
                over: 0,
            };
            let own = Picked::new(&own, None);
            let room = COLUMN.max(room);
            marks.extend(columns(own, &all, scale, (from, to), room));
        }
    }
    marks
}

fn overlap(left: &Mark, right: &Mark, room: i32) -> bool {
    let (a, a_width) = reach(left.x, left.width, room);
    let (b, b_width) = reach(right.x, right.width, room);
    a < b + b_width && b < a + a_width
}

fn join(left: Mark, right: Mark, scale: Scale) -> Mark {
    let from = left.x.min(right.x);
    let to = (left.x + left.width).max(right.x + right.width);
    let mut keys = left.keys;
    keys.extend(right.keys);
    let width = (to - from).max(room_for_count(keys.len()));
    Mark {
        keys,
        shape: None,
        x: kept_inside(from + (to - from) / 2 - width / 2, width, scale),
        width,
        days: joined(left.days, right.days),
        label: None,
    }
}

/// What the count of so many needs in pixels.
fn room_for_count(items: usize) -> i32 {
    let digits = i32::try_from(items.checked_ilog10().unwrap_or(0)).unwrap_or(0);
    TARGET + digits * DIGIT
}

/// A crowd as columns side by side between two edges, each at least `room` pixels wide. A mark goes into the column where
/// it begins, or ends if only that is known. The count of a column stands where in it its marks are; what is alone keeps its
/// shape. Linear.
fn columns(
    items: Picked,
    parted: &Parted,
    scale: Scale,
    edges: (i32, i32),
    room: i32,
) -> Vec<Mark> {
    let columns = Columns::new(scale, edges, room);
    let mut marks = columns.marks();
    let mut from = parted.near.start;
    for column in 0..marks.len() {
        // What begins in a column stands side by side.
        let begins_before = |item: &Item| columns.of(item.first) <= column;
        let to = items.partition_point_from(from, &begins_before);
        let to = to.min(parted.near.end);
        if let Some(mark) = marks.get_mut(column) {
            mark.keys.reserve_exact(to.saturating_sub(from));
        }
        columns.fill(items, from..to, column, &mut marks);
        from = to.max(from);
    }
    marks.retain(|mark| !mark.keys.is_empty());
    for mark in &mut marks {
        columns.set(mark, scale);
    }
    marks
}

/// Columns side by side between two edges.
struct Columns {
    left: i32,
    width: i32,
    count: i32,
    /// What is over before this day is in none.
    first: Day,
    /// From days to pixels, and from these, counted from the left edge, to columns.
    places: (Places, Places),
}

impl Columns {
    fn new(scale: Scale, (left, right): (i32, i32), room: i32) -> Self {
        let width = (right - left).max(1);
        let count = (width / room).max(1);
        let pixels = Window::new(Day(0), Day(width - 1));
        Self {
            left,
            width,
            count,
            first: scale.window.first,
            places: (scale.places(), Scale::new(pixels, 0, count).places()),
        }
    }

    /// The column of a day.
    fn of(&self, day: Day) -> usize {
        let x = self.places.0.x(day.0) - self.left;
        let column = self.places.1.x(x);
        column.clamp(0, self.count - 1).unsigned_abs() as usize
    }

    /// Puts what begins in a column into its mark, or where it ends if only that is known. Not inlined,
    /// as [`dateline_compact::CHUNK`] says.
    #[inline(never)]
    fn fill(&self, items: Picked, own: Range<usize>, column: usize, marks: &mut [Mark]) {
        for item in own.filter_map(|at| items.get(at)) {
            if item.is_over(self.first) {
                continue;
            }
            let column = match item.shape {
                Shape::End => self.of(item.last),
                _ => column,
            };
            if let Some(mark) = marks.get_mut(column) {
                mark.keys.push(item.key);
                mark.days = joined(mark.days, item.days());
                mark.shape = Some(item.shape);
            }
        }
    }

    /// Makes of the mark that fills a column one of what it holds: its count where this is, or what is alone as it is drawn.
    fn set(&self, mark: &mut Mark, scale: Scale) {
        let (from, to) = (mark.x, mark.x + mark.width);
        let shape = mark.shape.take();
        let place = if let (&[key], Some(shape)) = (mark.keys.as_slice(), shape) {
            let (first, last) = mark.days;
            let alone = Item {
                key,
                first,
                last,
                shape,
            };
            *mark = Single::new(alone, scale, self.places.0).mark();
            (mark.x, mark.width)
        } else {
            let (x, end) = self.places.0.span(mark.days);
            let (x, end) = (x.clamp(from, to), end.clamp(from, to));
            reach(x, end - x, room_for_count(mark.keys.len()))
        };
        (mark.x, mark.width) = moved_within(place, from, to);
    }

    /// A mark for each that fills it, still empty.
    fn marks(&self) -> Vec<Mark> {
        let edge = |at: i32| self.left + at * self.width / self.count;
        let mark = |at| {
            let (from, to) = (edge(at) + 1, edge(at + 1) - 1);
            Mark {
                keys: Vec::new(),
                shape: None,
                x: from,
                width: (to - from).max(1),
                days: (Day::MAX, Day::MIN),
                label: None,
            }
        };
        (0..self.count).map(mark).collect()
    }
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;
