//! How much there is where, as one outline.

use std::ops::Range;

use dateline_compact::CHUNK;

use crate::{Picked, Scale};

/// The width of a step of the outline, in pixels.
const STEP: i32 = 2;
/// The least height of a step that holds anything.
const LEAST: i32 = 3;

/// How many of these items are under way at each place of a scale, as steps two pixels wide: the left edge of each and its
/// height, which at the fullest place is `height` and grows with the square root, so that single visits beside a crowd
/// are seen. Steps of one height are one; the last step ends at `scale.right`. Linear in the items on show and the pixels.
#[must_use]
pub fn density(items: Picked, scale: Scale, height: i32) -> Vec<(i32, i32)> {
    let counts = counts(items, scale);
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let mut steps: Vec<(i32, i32)> = Vec::new();
    for (left, count) in (scale.left..).step_by(STEP as usize).zip(counts) {
        let share = u64::from(count) * u64::from(height.unsigned_abs()).pow(2) / u64::from(most);
        let tall = i32::try_from(share.isqrt()).unwrap_or(height);
        let tall = if count > 0 { tall.max(LEAST) } else { 0 };
        if steps.last().is_none_or(|&(_, last)| last != tall) {
            steps.push((left, tall));
        }
    }
    steps
}

/// How many items touch each step: those that have begun there or before, without those that were over before.
fn counts(items: Picked, scale: Scale) -> Vec<u32> {
    let near = items.parted(scale.window).near;
    let steps = (scale.right - scale.left) / STEP + 1;
    // How many more there are than a step before. Behind the last step is what ends with the window.
    let mut more = vec![0_i32; steps.unsigned_abs() as usize + 1];
    for part in near.clone().step_by(CHUNK) {
        count(items, part..near.end.min(part + CHUNK), scale, &mut more);
    }
    more.pop();
    let mut alive = 0;
    let add = |more: i32| {
        alive += more;
        alive.unsigned_abs()
    };
    more.into_iter().map(add).collect()
}

/// Adds one where an item begins, and takes one away behind its end. Not inlined, as [`CHUNK`] says.
#[inline(never)]
fn count(items: Picked, part: Range<usize>, scale: Scale, more: &mut [i32]) {
    let (places, last) = (scale.places(), scale.window.last);
    let step = |x: i32| ((x - scale.left) / STEP).unsigned_abs() as usize;
    for item in part.filter_map(|at| items.get(at)) {
        if item.is_over(scale.window.first) {
            continue;
        }
        let days = item.days();
        let (from, to) = places.span(days);
        // What ends on a day reaches to where the next one begins, and has a pixel at least.
        let end = places.x(days.1.min(last).0).max(to - 1);
        if let Some(begun) = more.get_mut(step(from)) {
            *begun += 1;
        }
        if let Some(over) = more.get_mut(step(end) + 1) {
            *over -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::Day;
    use proptest::prelude::*;

    use super::*;
    use crate::{Item, Items, Shape, Window};

    fn item(first: i32, last: i32) -> Item {
        Item {
            key: 0,
            first: Day(first),
            last: Day(last),
            shape: Shape::Day,
        }
    }

    #[test]
    fn the_fullest_place_is_as_tall_as_can_be_and_a_single_one_is_seen() {
        let scale = Scale::new(Window::new(Day(0), Day(99)), 10, 210);
        let crowd = (0..400).map(|_| item(50, 50));
        let items = Items::new(crowd.chain([item(80, 80)]).collect());
        let steps = density(Picked::new(&items, None), scale, 20);
        assert_eq!(steps, [(10, 0), (110, 20), (112, 0), (170, 3), (172, 0)]);
        assert_eq!(
            density(Picked::new(&Items::default(), None), scale, 20),
            [(10, 0)]
        );
    }

    /// How many of these items a look at each finds at a step.
    fn counted(items: &Items, scale: Scale, at: i32) -> usize {
        let step = |x: i32| (x.clamp(scale.left, scale.right) - scale.left) / STEP;
        let touches = |item: &&Item| {
            let (from, to) = scale.span(item.first, item.last);
            let last = scale.x(item.last.min(scale.window.last));
            let end = (to.min(scale.right) - 1).max(last);
            scale.window.shows(item.first, item.last) && step(from) <= at && at <= step(end)
        };
        items.iter().filter(touches).count()
    }

    proptest! {
        #[test]
        fn counts_are_what_counting_gives(items in proptest::collection::vec((-50..150i32, 0..80i32), 0..40), width in 1..400i32) {
            let scale = Scale::new(Window::new(Day(0), Day(99)), 7, 7 + width);
            let items = Items::new(items.into_iter().map(|(first, days)| item(first, first + days)).collect());
            let fast = counts(Picked::new(&items, None), scale);
            for (at, count) in (0..).zip(&fast) {
                prop_assert_eq!(counted(&items, scale, at), *count as usize);
            }
        }

        #[test]
        fn centuries_are_counted_as_years_are(items in proptest::collection::vec((-90_000..900_000i32, 0..40_000i32), 0..40), days in 65_000..800_000i32, width in 1..1400i32) {
            let scale = Scale::new(Window::new(Day(-20_000), Day(days - 20_000)), 7, 7 + width);
            let items = Items::new(items.into_iter().map(|(first, days)| item(first, first + days)).collect());
            let fast = counts(Picked::new(&items, None), scale);
            for (at, count) in (0..).zip(&fast) {
                prop_assert_eq!(counted(&items, scale, at), *count as usize);
            }
        }

        #[test]
        fn any_days_and_pixels_are_answered(a: i32, b: i32, left in -9999..9999i32, width in 0..5000i32, first: i32, last: i32) {
            let scale = Scale::new(Window::new(Day(a).plus(0), Day(b).plus(0)), left, left + width);
            let items = Items::new(vec![item(Day(first).plus(0).0, Day(last).plus(0).0)]);
            let steps = density(Picked::new(&items, None), scale, 20);
            prop_assert!(steps.iter().all(|&(_, tall)| (0..=20).contains(&tall)));
        }
    }
}
