//! Days to pixels and back.

use dateline_model::Day;

use crate::Window;

/// A linear scale: the days of a window spread over some pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The days on show.
    pub window: Window,
    /// Where the first day begins.
    pub left: i32,
    /// Where the last day ends. Never before `left`.
    pub right: i32,
}

impl Scale {
    /// A scale of a window over `left..right`; a `right` before `left` counts as `left`.
    #[must_use]
    pub fn new(window: Window, left: i32, right: i32) -> Self {
        Self {
            window,
            left,
            right: right.max(left),
        }
    }

    /// Where a day begins. A day outside the window lies outside `left..right`.
    #[must_use]
    pub fn x(self, day: Day) -> i32 {
        let width = i64::from(self.right) - i64::from(self.left);
        let days = i64::from(day.0) - i64::from(self.window.first.0);
        let x = i64::from(self.left) + (days * width).div_euclid(i64::from(self.window.days()));
        i32::try_from(x).unwrap_or(if x < 0 { i32::MIN } else { i32::MAX })
    }

    /// The pixels that the days from `first` to `last` (both included) cover: from where, to where.
    #[must_use]
    pub fn span(self, first: Day, last: Day) -> (i32, i32) {
        (self.x(first), self.x(Day(last.0.saturating_add(1))))
    }

    /// The same places as [`Self::x`] gives within the window, without a division for each.
    pub(crate) fn places(self) -> Places {
        let width = (i64::from(self.right) - i64::from(self.left)).min((1 << 19) - 1);
        let days = i64::from(self.window.days());
        Places {
            left: self.left,
            first: self.window.first.0,
            days: self.window.days(),
            factor: ((width << Places::SHIFT) / days + 1).unsigned_abs(),
        }
    }

    /// The window after a move by so many pixels, to later days where they are positive.
    #[must_use]
    pub fn moved(self, pixels: i32) -> Window {
        let days = i64::from(pixels) * i64::from(self.window.days()) / self.width();
        self.window.later(i32::try_from(days).unwrap_or(Day::MAX.0))
    }

    /// The window in which what is `before` pixels long becomes `after` pixels long, and what is at `from` comes to `to`.
    #[must_use]
    pub fn stretched(self, before: i64, after: i64, from: i32, to: i32) -> Window {
        let days = i64::from(self.window.days());
        let wanted = Window::bounded(days * before / after.max(1));
        let left = i64::from(self.left);
        let at = (i64::from(from) - left) * days / self.width();
        let first =
            i64::from(self.window.first.0) + at - (i64::from(to) - left) * wanted / self.width();
        Window::placed(first, wanted)
    }

    /// The number of the day at a pixel, inside the window or not.
    pub(crate) fn day_number(self, x: i32) -> i32 {
        let days = (i64::from(x) - i64::from(self.left)) * i64::from(self.window.days());
        let day = i64::from(self.window.first.0) + days.div_euclid(self.width());
        i32::try_from(day).unwrap_or(Day::MAX.0)
    }

    /// Its width in pixels, at least 1.
    fn width(self) -> i64 {
        (i64::from(self.right) - i64::from(self.left)).max(1)
    }

    /// The day at a pixel, kept within the window.
    #[must_use]
    pub fn day(self, x: i32) -> Day {
        let width = (i64::from(self.right) - i64::from(self.left)).max(1);
        let days = (i64::from(x) - i64::from(self.left)) * i64::from(self.window.days()) / width;
        let day = i64::from(self.window.first.0) + days;
        let clamped = day.clamp(self.window.first.0.into(), self.window.last.0.into());
        Day(i32::try_from(clamped).unwrap_or(self.window.first.0))
    }
}

/// Days to pixels for very many days. A scale of more than half a million pixels counts as one of half a million.
///
/// With `factor = ⌊2⁴⁴·width/days⌋ + 1` and `0 ≤ day ≤ days`, `day·factor/2⁴⁴` exceeds `day·width/days` by at most `day/2⁴⁴`.
/// Dates span fewer than 2²² days, so that `day·days < 2⁴⁴`: what is added is less than `1/days`, and so never reaches the next
/// whole pixel (Granlund and Montgomery, Division by Invariant Integers using Multiplication, 1994).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Places {
    left: i32,
    first: i32,
    days: i32,
    factor: u64,
}

impl Places {
    const SHIFT: u32 = 44;

    /// Where a day of the calendar begins, cut at the ends of the scale.
    #[inline(always)]
    #[allow(
        clippy::manual_clamp,
        reason = "clamp is a call where code is kept small, and this is done for each visit"
    )]
    pub fn x(self, day: i32) -> i32 {
        let day = day.wrapping_sub(self.first).max(0).min(self.days);
        let pixels = u64::from(day.unsigned_abs()).wrapping_mul(self.factor) >> Self::SHIFT;
        self.left.wrapping_add(pixels as i32)
    }

    /// The pixels that the days from `first` to `last` cover, cut at the ends of the scale.
    #[inline(always)]
    pub fn span(self, (first, last): (Day, Day)) -> (i32, i32) {
        (self.x(first.0), self.x(last.0.saturating_add(1)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_window_fills_the_pixels() {
        let scale = Scale::new(Window::new(Day(0), Day(9)), 100, 200);
        assert_eq!(scale.span(Day(0), Day(9)), (100, 200));
        assert_eq!(scale.span(Day(3), Day(3)), (130, 140));
        assert_eq!(scale.x(Day(-1)), 90);
    }

    proptest! {
        #[test]
        fn later_is_further_right(first in -9000..9000i32, days in 1..9000i32, a: i16, b: i16) {
            let scale = Scale::new(Window::new(Day(first), Day(first + days)), 10, 1000);
            let (a, b) = (Day(a.min(b).into()), Day(a.max(b).into()));
            prop_assert!(scale.x(a) <= scale.x(b));
        }

        #[test]
        fn places_are_where_the_scale_has_them(a in Day::MIN.0..=Day::MAX.0, b in Day::MIN.0..=Day::MAX.0, left in -999..999i32, width in 0..1 << 19, day in Day::MIN.0..=Day::MAX.0) {
            let scale = Scale::new(Window::new(Day(a), Day(b)), left, left + width);
            let (from, to) = scale.span(Day(day), Day(day));
            let cut = |x: i32| x.clamp(scale.left, scale.right);
            prop_assert_eq!(scale.places().span((Day(day), Day(day))), (cut(from), cut(to)));
            // Where one day's pixel ends and the next begins is where rounding shows.
            let edge = scale.day(left + width / 2);
            prop_assert_eq!(scale.places().x(edge.0), cut(scale.x(edge)));
        }

        #[test]
        fn a_wide_enough_scale_goes_both_ways(first in -9000..9000i32, days in 1..400i32, at in 0..400i32) {
            let scale = Scale::new(Window::new(Day(first), Day(first + days)), 0, 4000);
            let day = Day(first + at.min(days));
            let (from, to) = scale.span(day, day);
            prop_assert_eq!(scale.day((from + to) / 2), day);
        }

        #[test]
        fn any_numbers_are_answered(a: i32, b: i32, left: i32, right: i32, x: i32, day: i32) {
            let window = Window::new(Day(a).plus(0), Day(b).plus(0));
            let scale = Scale::new(window, left, right);
            let _ = (scale.span(Day(day), Day(day)), scale.day(x));
        }
    }
}
