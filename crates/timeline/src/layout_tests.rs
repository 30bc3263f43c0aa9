use proptest::prelude::*;

use dateline_model::Day;

use super::*;
use crate::item::{EXACT, IMPRECISE, Shape};
use crate::labels::GAP;
use crate::mark::Label;
use crate::{Window, excerpt};

/// One lane alone.
fn layout(
    items: &[Item],
    scale: Scale,
    selected: Option<u32>,
    width_of: impl Fn(&[u32]) -> Option<i32>,
) -> Layout {
    let items = Items::new(items.to_vec());
    let one = selected.and_then(|key| items.iter().find(|item| item.key == key).copied());
    let width_of = |keys: &[u32], _: bool| width_of(keys);
    let mut laid = layouts(&[Picked::new(&items, None)], scale, one, &width_of);
    let laid = laid.pop().unwrap();
    let holding = laid
        .marks
        .iter()
        .position(|mark| selected.is_some_and(|key| mark.keys.contains(&key)));
    assert_eq!(laid.selected, holding);
    laid
}

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
    let laid = layout(&items, year(), None, |_| None);
    let keys: Vec<_> = laid.marks.iter().map(|mark| mark.keys.clone()).collect();
    assert_eq!(keys, [vec![0, 1], vec![2]]);
    assert_eq!(laid.marks[0].shape, None);
    assert_eq!(laid.marks[0].days, (Day(10), Day(13)));
}

#[test]
fn what_lies_outside_is_counted() {
    let items = [
        item(0, -9, -1, Shape::Range),
        item(1, -3, 4, Shape::Range),
        item(2, 400, 401, Shape::Range),
    ];
    let laid = layout(&items, year(), None, |_| None);
    assert_eq!((laid.before, laid.after, laid.marks.len()), (1, 1, 1));
    assert_eq!((laid.marks[0].x, laid.marks[0].width), (0, 15));
}

#[test]
fn imprecise_marks_stay_visible_and_exact_ones_small() {
    let items = [
        item(0, 50, 50, Shape::Day),
        item(1, 100, 100, Shape::UnderWay),
    ];
    let laid = layout(
        &items,
        Scale::new(Window::new(Day(0), Day(3649)), 0, 1100),
        None,
        |_| None,
    );
    assert_eq!(laid.marks.len(), 1, "15 pixels apart are one target");
    let laid = layout(&items, year(), None, |_| None);
    assert_eq!(
        [laid.marks[0].width, laid.marks[1].width],
        [EXACT, IMPRECISE]
    );
    assert_eq!(laid.marks[0].target().1, TARGET);
}

#[test]
fn a_label_goes_left_where_the_right_is_full() {
    let items = [
        item(0, 300, 318, Shape::Between),
        item(1, 360, 360, Shape::UnderWay),
    ];
    let laid = layout(&items, year(), Some(1), |_| Some(100));
    assert_eq!(
        laid.marks[1].label,
        Some(Label::EndsAt(laid.marks[1].x - GAP))
    );
    assert_eq!(
        laid.marks[0].label,
        Some(Label::EndsAt(laid.marks[0].x - GAP))
    );
}

#[test]
fn the_selected_label_comes_first() {
    let items = [item(0, 100, 100, Shape::Day), item(1, 120, 120, Shape::Day)];
    let scale = Scale::new(Window::new(Day(100), Day(120)), 0, 160);
    let laid = layout(&items, scale, Some(0), |_| Some(100));
    assert!(laid.marks[0].label.is_some());
    assert!(laid.marks[1].label.is_none());
}

#[test]
fn a_wide_crowd_becomes_columns_and_keeps_every_item() {
    let items: Vec<Item> = (0..300)
        .map(|key| item(key, key as i32, key as i32, Shape::Day))
        .collect();
    let laid = layout(&items, year(), None, |_| None);
    assert!(laid.marks.len() > 10);
    assert_eq!(
        laid.marks.iter().map(|mark| mark.keys.len()).sum::<usize>(),
        300
    );
    for pair in laid.marks.windows(2) {
        assert!(!overlap(&pair[0], &pair[1], TARGET), "{pair:?}");
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
    let laid = layout(&items, year(), None, |_| None);
    let last = laid.marks.last().unwrap();
    assert_eq!(
        (last.keys.as_slice(), last.shape),
        (&[21][..], Some(Shape::Range))
    );
    assert!(last.width < 2 * COLUMN, "it does not cover its neighbours");
}

fn any_items() -> impl Strategy<Value = Vec<Item>> {
    some_items(0..120)
}

fn some_items(number: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Item>> {
    let shape = prop_oneof![
        Just(Shape::Day),
        Just(Shape::Range),
        Just(Shape::UnderWay),
        Just(Shape::Start),
        Just(Shape::End),
        Just(Shape::Within),
        Just(Shape::Between),
    ];
    proptest::collection::vec((-500..1500i32, 0..300i32, shape), number).prop_map(|mut items| {
        items.sort_by_key(|&(first, ..)| first);
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
        let laid = layout(&items, scale, Some(3), |keys| Some(40 + i32::try_from(keys.len()).unwrap() * 7));
        let mut keys: Vec<u32> = laid.marks.iter().flat_map(|mark| mark.keys.clone()).collect();
        keys.sort_unstable();
        let inside: Vec<u32> = items.iter().filter(|item| scale.window.shows(item.first, item.last)).map(|item| item.key).collect();
        prop_assert_eq!(&keys, &inside);
        prop_assert_eq!(keys.len() + laid.before + laid.after, items.len());
        for pair in laid.marks.windows(2) {
            let ((a, a_width), (b, _)) = (pair[0].target(), pair[1].target());
            prop_assert!(a + a_width <= b, "{:?}", pair);
        }
        let mut boxes: Vec<(i32, i32)> = laid.marks.iter().map(|mark| (mark.x, mark.x + mark.width)).collect();
        for mark in &laid.marks {
            prop_assert!(mark.x >= scale.left);
            let width = 40 + i32::try_from(excerpt(&mark.keys).len()).unwrap() * 7;
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

/// How many of the days on show each lane's marks hold, however many there are: nothing lost, few marks, in bounded time.
#[test]
fn a_million_on_one_day_are_one_mark_and_over_a_century_a_few() {
    for spread in [0, 36_500] {
        let items: Vec<Item> = (0..1_000_000)
            .map(|key| {
                let day = i32::try_from(u64::from(key) * spread / 1_000_000).unwrap();
                item(key, day, day, Shape::Day)
            })
            .collect();
        let scale = Scale::new(Window::new(Day(0), Day(36_500)), 140, 1300);
        let laid = layout(&items, scale, None, |_| Some(40));
        assert!(laid.dense);
        assert!(laid.marks.iter().all(|mark| mark.label.is_none()));
        let held: usize = laid.marks.iter().map(|mark| mark.keys.len()).sum();
        assert_eq!(held, 1_000_000);
        assert_eq!(laid.marks.len(), if spread == 0 { 1 } else { 12 });
    }
}

#[test]
fn the_ends_of_the_calendar_and_turned_days_are_laid_out() {
    let items = [
        item(0, Day::MIN.0, Day::MIN.0, Shape::Day),
        item(1, Day::MAX.0, Day::MAX.0, Shape::Start),
        item(2, 500, 400, Shape::Range),
    ];
    for window in [
        Window::new(Day::MIN, Day::MAX),
        Window::new(Day(0), Day(999)),
    ] {
        let laid = layout(&items, Scale::new(window, 0, 300), None, |_| Some(50));
        let held: usize = laid.marks.iter().map(|mark| mark.keys.len()).sum();
        assert_eq!(held + laid.before + laid.after, 3);
    }
}

proptest! {
    #[test]
    fn any_number_of_lanes_keeps_within_the_bound(lanes in proptest::collection::vec(any_items(), 1..25), days in 1..4000i32, width in 200..2600i32) {
        let scale = Scale::new(Window::new(Day(-500), Day(days - 500)), 0, width);
        let lanes: Vec<Items> = lanes.into_iter().map(Items::new).collect();
        let picked: Vec<Picked> = lanes.iter().map(|items| Picked::new(items, None)).collect();
        let laid = layouts(&picked, scale, None, &|_, _| None);
        let marks: usize = laid.iter().map(|layout| layout.marks.len()).sum();
        prop_assert!(marks <= MOST_MARKS, "{} marks", marks);
        for (layout, items) in laid.iter().zip(&lanes) {
            let held: usize = layout.marks.iter().map(|mark| mark.keys.len()).sum();
            prop_assert_eq!(held + layout.before + layout.after, items.len());
        }
    }

    /// What a row of more than three hundred holds is where a look at each puts it.
    #[test]
    fn a_counted_row_has_each_in_its_column(items in some_items(301..700), first in -600..900i32, days in 1..2000i32, width in 60..1500i32) {
        let scale = Scale::new(Window::new(Day(first), Day(first + days)), 20, 20 + width);
        let laid = layout(&items, scale, Some(300), |_| Some(40));
        let inside: Vec<&Item> = items.iter().filter(|item| scale.window.shows(item.first, item.last)).collect();
        prop_assert_eq!(laid.dense, inside.len() > DENSE);
        let before = items.iter().filter(|item| item.last < scale.window.first).count();
        prop_assert_eq!((laid.before, laid.after), (before, items.len() - before - inside.len()));
        if !laid.dense {
            return Ok(());
        }
        let count = (width / LANE_COLUMN).max(1);
        let mut columns: Vec<Vec<&Item>> = vec![Vec::new(); count as usize];
        for item in inside {
            let day = if item.shape == Shape::End { item.last } else { item.first };
            let x = scale.x(day).clamp(scale.left, scale.right) - scale.left;
            columns[(x * count / width).min(count - 1) as usize].push(item);
        }
        columns.retain(|column| !column.is_empty());
        prop_assert_eq!(laid.marks.len(), columns.len());
        for (mark, column) in laid.marks.iter().zip(columns) {
            let keys: Vec<u32> = column.iter().map(|item| item.key).collect();
            prop_assert_eq!(&mark.keys, &keys);
            let (days, shape) = (column.iter().map(|item| item.first).min(), column[0].shape);
            prop_assert_eq!(mark.days, (days.unwrap(), column.iter().map(|item| item.last).max().unwrap()));
            prop_assert_eq!(mark.shape, (keys.len() == 1).then_some(shape));
            // Its number stands on the days that it counts, as far as these lie in the column.
            let (from, to) = scale.span(mark.days.0, mark.days.1);
            let (x, end) = (mark.x, mark.x + mark.width);
            prop_assert!(x <= to && from <= end, "{} {} and {} {}", x, end, from, to);
        }
        for pair in laid.marks.windows(2) {
            let ((a, a_width), (b, _)) = (pair[0].target(), pair[1].target());
            prop_assert!(a + a_width <= b, "{:?}", pair);
        }
    }
}
