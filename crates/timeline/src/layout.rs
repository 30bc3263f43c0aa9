//! From visits to marks: one lane at a time.

use dateline_model::Day;

use crate::Scale;

/// The narrowest exact mark: what an eye finds.
const EXACT: i32 = 6;
/// The width of a diamond.
const DIAMOND: i32 = 12;
/// The narrowest imprecise mark: a fade that nobody can see would be a false precision.
const IMPRECISE: i32 = 20;
/// The narrowest target for a finger (WCAG 2.2, success criterion 2.5.8).
const TARGET: i32 = 24;
/// Space between a mark and its label, and around a label.
const GAP: i32 = 6;
/// What one more digit of a cluster's count needs.
const DIGIT: i32 = 9;

/// How a mark is drawn, so that colour never speaks alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One day: solid.
    Day,
    /// Several days: a bar.
    Range,
    /// Under way on a day: a dot with both ends fading.
    UnderWay,
    /// Known from a day on: a bar whose end fades.
    Start,
    /// Known up to a day: a bar whose beginning fades.
    End,
    /// Some time within a month, a season or a year: a pale bar without hard ends.
    Within,
    /// A moment between two days: fading on both sides.
    Between,
    /// Sources differ on the date: two halves.
    Split,
    /// Talks outside any visit: a diamond.
    Talks,
}

impl Shape {
    fn narrowest(self) -> i32 {
        match self {
            Self::Day | Self::Range => EXACT,
            Self::Talks => DIAMOND,
            Self::UnderWay
            | Self::Start
            | Self::End
            | Self::Within
            | Self::Between
            | Self::Split => IMPRECISE,
        }
    }
}

/// Something to lay out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The caller's number for it.
    pub key: u32,
    /// Its first day.
    pub first: Day,
    /// Its last day, not before `first`.
    pub last: Day,
    /// How it is drawn.
    pub shape: Shape,
}

/// What is drawn at one place: one item or a cluster of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The caller's numbers of what it holds, oldest first. Never empty.
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

impl Mark {
    /// Left edge and width of the target for pointers: at least 24 pixels wide.
    #[must_use]
    pub fn target(&self) -> (i32, i32) {
        let width = self.width.max(TARGET);
        (self.x + self.width / 2 - width / 2, width)
    }

    /// The same, cut at and moved between two edges that leave room for a target.
    fn within(&self, from: i32, to: i32) -> Self {
        let width = self.width.min(to - from);
        let room = width.max(TARGET);
        let x = (self.centre() - room / 2).min(to - room).max(from);
        Self {
            x: x + room / 2 - width / 2,
            width,
            ..self.clone()
        }
    }

    /// Its middle.
    #[must_use]
    pub fn centre(&self) -> i32 {
        self.x + self.width / 2
    }
}

/// Where the label of a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// On the left, ending at this pixel.
    EndsAt(i32),
    /// On the right, beginning at this pixel.
    StartsAt(i32),
}

/// A lane laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The marks from left to right; their targets do not overlap.
    pub marks: Vec<Mark>,
    /// How many items lie before the window.
    pub before: usize,
    /// How many items lie after the window.
    pub after: usize,
}

/// Lays out one lane. `width_of` gives the width in pixels of the label of a mark with these keys, or `None` for no label;
/// `selected` is the key whose label is placed first.
///
/// Every item inside the window is in exactly one mark. Labels go first to the selected mark, then to the newest; a
/// label never overlaps a mark or another label and never leaves the scale. O(n log n), O(m²) in the marks, of
/// which there are at most one per 24 pixels.
pub fn layout(
    items: &[Item],
    scale: Scale,
    selected: Option<u32>,
    width_of: impl Fn(&[u32]) -> Option<i32>,
) -> Layout {
    let mut inside: Vec<Item> = Vec::with_capacity(items.len());
    let (mut before, mut after) = (0, 0);
    for item in items {
        if item.last < scale.window.first {
            before += 1;
        } else if item.first > scale.window.last {
            after += 1;
        } else {
            inside.push(*item);
        }
    }
    let mut singles: Vec<Mark> = inside.iter().map(|item| single(*item, scale)).collect();
    dateline_compact::sort_by_key(&mut singles, |mark| {
        (mark.target().0, mark.days, mark.keys.first().copied())
    });
    let mut marks = Vec::new();
    let mut parts = singles.as_slice();
    for mark in cluster(&singles, scale) {
        // A cluster holds marks that follow each other.
        let (own, others) = parts.split_at(mark.keys.len().min(parts.len()));
        parts = others;
        marks.extend(columns(mark, own));
    }
    place_labels(&mut marks, scale, selected, width_of);
    Layout {
        marks,
        before,
        after,
    }
}

/// The mark of one item, cut at the edges of the scale.
fn single(item: Item, scale: Scale) -> Mark {
    let (from, to) = scale.span(item.first, item.last.max(item.first));
    let (from, to) = (
        from.clamp(scale.left, scale.right),
        to.clamp(scale.left, scale.right),
    );
    let width = (to - from).max(item.shape.narrowest());
    // What begins or ends on a day has its hard end there, however little there is to draw.
    let x = match item.shape {
        Shape::Start => from,
        Shape::End => to - width,
        _ => (from + to) / 2 - width / 2,
    };
    Mark {
        keys: vec![item.key],
        shape: Some(item.shape),
        x: kept_inside(x, width, scale),
        width,
        days: (item.first, item.last.max(item.first)),
        label: None,
    }
}

/// Pushed back between the ends of the scale, where it is wide enough.
fn kept_inside(x: i32, width: i32, scale: Scale) -> i32 {
    x.min(scale.right - width).max(scale.left)
}

/// Joins marks whose targets overlap, until none do. `marks` are sorted by their targets' left edges.
fn cluster(marks: &[Mark], scale: Scale) -> Vec<Mark> {
    let mut done: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        let mut mark = mark.clone();
        // A joined mark can be wider than its parts (it holds a number), so that it may reach the one before it.
        while let Some(last) = done.pop_if(|last| overlap(last, &mark)) {
            mark = join(last, mark, scale);
        }
        done.push(mark);
    }
    done
}

fn overlap(left: &Mark, right: &Mark) -> bool {
    let ((a, a_width), (b, b_width)) = (left.target(), right.target());
    a < b + b_width && b < a + a_width
}

fn join(left: Mark, right: Mark, scale: Scale) -> Mark {
    let from = left.x.min(right.x);
    let to = (left.x + left.width).max(right.x + right.width);
    let mut keys = left.keys;
    keys.extend(right.keys);
    let digits = i32::try_from(keys.len().checked_ilog10().unwrap_or(0)).unwrap_or(0);
    let width = (to - from).max(TARGET + digits * DIGIT);
    Mark {
        keys,
        shape: None,
        x: kept_inside((from + to) / 2 - width / 2, width, scale),
        width,
        days: (left.days.0.min(right.days.0), left.days.1.max(right.days.1)),
        label: None,
    }
}

/// From so many items on, a wide cluster becomes columns, so that it shows how many are where.
const CROWD: usize = 12;
/// The least width of a column: room for a number of five digits.
const COLUMN: i32 = 64;

/// A wide crowd as columns side by side within its own width; any other mark as it is. `parts` are the marks that it was made
/// of, in their order; each goes into the column where its target begins.
fn columns(mark: Mark, parts: &[Mark]) -> Vec<Mark> {
    let columns = mark.width / COLUMN;
    if parts.len() < CROWD || columns < 2 {
        return vec![mark];
    }
    let edge = |at: i32| mark.x + at * mark.width / columns;
    let column = |part: &Mark| {
        let at = (part.target().0 - mark.x) * columns / mark.width;
        at.clamp(0, columns - 1)
    };
    let same = |a: &Mark, b: &Mark| column(a) == column(b);
    let chunks = parts.chunk_by(same).filter_map(|chunk| {
        let at = column(chunk.first()?);
        several(chunk, edge(at) + 1, edge(at + 1) - 1)
    });
    chunks.collect()
}

/// Some marks as one between two edges; nothing of none.
fn several(marks: &[Mark], from: i32, to: i32) -> Option<Mark> {
    let (first, others) = marks.split_first()?;
    let mut all = first.within(from, to);
    for mark in others {
        all.keys.extend(&mark.keys);
        all.days = (all.days.0.min(mark.days.0), all.days.1.max(mark.days.1));
        (all.shape, all.x, all.width) = (None, from, to - from);
    }
    Some(all)
}

/// Gives each mark a label where there is room: the selected one first, then the newest.
fn place_labels(
    marks: &mut [Mark],
    scale: Scale,
    selected: Option<u32>,
    width_of: impl Fn(&[u32]) -> Option<i32>,
) {
    let mut taken: Vec<(i32, i32)> = marks
        .iter()
        .map(|mark| (mark.x, mark.x + mark.width))
        .collect();
    let mut order: Vec<usize> = (0..marks.len()).collect();
    let first = |mark: &Mark| selected.is_some_and(|key| mark.keys.contains(&key));
    dateline_compact::sort_by_key(&mut order, |&i| {
        marks
            .get(i)
            .map(|mark| (!first(mark), std::cmp::Reverse(mark.days.1)))
    });
    for i in order {
        let Some(mark) = marks.get_mut(i) else {
            continue;
        };
        let Some(width) = width_of(&mark.keys) else {
            continue;
        };
        let right = mark.x + mark.width + GAP;
        let left = mark.x - GAP - width;
        let free = |from: i32| {
            let to = from + width;
            let clear = |&(a, b): &(i32, i32)| to + GAP <= a || b + GAP <= from;
            from >= scale.left && to <= scale.right && taken.iter().all(clear)
        };
        if free(right) {
            mark.label = Some(Label::StartsAt(right));
            taken.push((right, right + width));
        } else if free(left) {
            mark.label = Some(Label::EndsAt(left + width));
            taken.push((left, left + width));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Window;

    fn item(key: u32, first: i32, last: i32, shape: Shape) -> Item {
        Item {
            key,
            first: Day(first),
            last: Day(last),
            shape,
        }
    }

    fn year() -> Scale {
        Scale::new(Window::new(Day(0), Day(364)), 0, 1095)
    }

    #[test]
    fn marks_that_would_touch_become_a_cluster() {
        let items = [
            item(0, 10, 10, Shape::Day),
            item(1, 12, 13, Shape::Range),
            item(2, 200, 200, Shape::Day),
        ];
        let layout = layout(&items, year(), None, |_| None);
        let keys: Vec<_> = layout.marks.iter().map(|mark| mark.keys.clone()).collect();
        assert_eq!(keys, [vec![0, 1], vec![2]]);
        assert_eq!(layout.marks[0].shape, None);
        assert_eq!(layout.marks[0].days, (Day(10), Day(13)));
    }

    #[test]
    fn what_lies_outside_is_counted() {
        let items = [
            item(0, -9, -1, Shape::Range),
            item(1, -3, 4, Shape::Range),
            item(2, 400, 401, Shape::Range),
        ];
        let layout = layout(&items, year(), None, |_| None);
        assert_eq!((layout.before, layout.after, layout.marks.len()), (1, 1, 1));
        assert_eq!((layout.marks[0].x, layout.marks[0].width), (0, 15));
    }

    #[test]
    fn imprecise_marks_stay_visible_and_exact_ones_small() {
        let items = [
            item(0, 50, 50, Shape::Day),
            item(1, 100, 100, Shape::UnderWay),
        ];
        let layout = layout(
            &items,
            Scale::new(Window::new(Day(0), Day(3649)), 0, 1100),
            None,
            |_| None,
        );
        assert_eq!(layout.marks.len(), 1, "15 pixels apart are one target");
        let layout = super::layout(&items, year(), None, |_| None);
        assert_eq!(
            [layout.marks[0].width, layout.marks[1].width],
            [EXACT, IMPRECISE]
        );
        assert_eq!(layout.marks[0].target().1, TARGET);
    }

    #[test]
    fn a_label_goes_left_where_the_right_is_full() {
        let items = [
            item(0, 300, 318, Shape::Between),
            item(1, 360, 360, Shape::UnderWay),
        ];
        let layout = layout(&items, year(), Some(1), |_| Some(100));
        assert_eq!(
            layout.marks[1].label,
            Some(Label::EndsAt(layout.marks[1].x - GAP))
        );
        assert_eq!(
            layout.marks[0].label,
            Some(Label::EndsAt(layout.marks[0].x - GAP))
        );
    }

    #[test]
    fn the_selected_label_comes_first() {
        let items = [item(0, 100, 100, Shape::Day), item(1, 120, 120, Shape::Day)];
        let scale = Scale::new(Window::new(Day(100), Day(120)), 0, 160);
        let layout = layout(&items, scale, Some(0), |_| Some(100));
        assert!(layout.marks[0].label.is_some());
        assert!(layout.marks[1].label.is_none());
    }

    #[test]
    fn a_wide_crowd_becomes_columns_and_keeps_every_item() {
        let items: Vec<Item> = (0..300)
            .map(|key| item(key, key as i32, key as i32, Shape::Day))
            .collect();
        let layout = layout(&items, year(), None, |_| None);
        assert!(layout.marks.len() > 10);
        assert_eq!(
            layout
                .marks
                .iter()
                .map(|mark| mark.keys.len())
                .sum::<usize>(),
            300
        );
        for pair in layout.marks.windows(2) {
            assert!(!overlap(&pair[0], &pair[1]), "{pair:?}");
            assert!(
                pair[0].days.1 < pair[1].days.0,
                "columns follow each other in time"
            );
        }
    }

    #[test]
    fn what_is_alone_in_its_column_keeps_its_shape() {
        let crowd = (0..20).map(|key| item(key, key as i32, key as i32, Shape::Day));
        let bridge = [
            item(20, 15, 70, Shape::Range),
            item(21, 60, 364, Shape::Range),
        ];
        let items: Vec<Item> = crowd.chain(bridge).collect();
        let layout = layout(&items, year(), None, |_| None);
        let last = layout.marks.last().unwrap();
        assert_eq!(
            (last.keys.as_slice(), last.shape),
            (&[21][..], Some(Shape::Range))
        );
        assert!(last.width < 2 * COLUMN, "it does not cover its neighbours");
    }

    fn any_items() -> impl Strategy<Value = Vec<Item>> {
        let shape = prop_oneof![
            Just(Shape::Day),
            Just(Shape::Range),
            Just(Shape::UnderWay),
            Just(Shape::Start),
            Just(Shape::End),
            Just(Shape::Within),
            Just(Shape::Between),
        ];
        proptest::collection::vec((-500..1500i32, 0..300i32, shape), 0..120).prop_map(|items| {
            let item = |(key, (first, days, shape))| Item {
                key,
                first: Day(first),
                last: Day(first + days),
                shape,
            };
            (0..).zip(items).map(item).collect()
        })
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_overlaps(items in any_items(), first in -600..1500i32, days in 1..2000i32, width in 60..1500i32) {
            let scale = Scale::new(Window::new(Day(first), Day(first + days)), 20, 20 + width);
            let layout = layout(&items, scale, Some(3), |keys| Some(40 + i32::try_from(keys.len()).unwrap() * 7));
            let mut keys: Vec<u32> = layout.marks.iter().flat_map(|mark| mark.keys.clone()).collect();
            keys.sort_unstable();
            let inside: Vec<u32> = items.iter().filter(|item| scale.window.shows(item.first, item.last)).map(|item| item.key).collect();
            prop_assert_eq!(&keys, &inside);
            prop_assert_eq!(keys.len() + layout.before + layout.after, items.len());
            for pair in layout.marks.windows(2) {
                let ((a, a_width), (b, _)) = (pair[0].target(), pair[1].target());
                prop_assert!(a + a_width <= b, "{:?}", pair);
            }
            let mut boxes: Vec<(i32, i32)> = layout.marks.iter().map(|mark| (mark.x, mark.x + mark.width)).collect();
            for mark in &layout.marks {
                prop_assert!(mark.x >= scale.left);
                let width = 40 + i32::try_from(mark.keys.len()).unwrap() * 7;
                match mark.label {
                    Some(Label::StartsAt(x)) => boxes.push((x, x + width)),
                    Some(Label::EndsAt(x)) => boxes.push((x - width, x)),
                    None => {}
                }
            }
            boxes.sort_unstable();
            for pair in boxes.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0, "{:?}", pair);
            }
        }
    }
}
