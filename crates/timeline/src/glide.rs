//! From one window to another in a moment, instead of at once.

use crate::{Scale, Window};

/// One, in the shares of a way that are counted here.
const WHOLE: i64 = 100_000;

/// A glide from one scale to another of the same pixels. What moves on its own from its old place to its new one is always
/// where some window has it: places that move in straight lines are the places of a window in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glide {
    /// What was seen at first.
    pub from: Scale,
    /// What is seen in the end.
    pub to: Scale,
}

impl Glide {
    /// How long it takes, in milliseconds.
    pub const MILLISECONDS: i32 = 180;
    /// How it slows down, as CSS says it: the curve that [`Self::seen`] knows as `2t − t²`.
    pub const EASING: &str = "cubic-bezier(0.3333, 0.6667, 0.6667, 1)";

    /// The scale that is seen so many milliseconds after its beginning.
    ///
    /// A day is at `width·(day − first)/days`. Between two such places, `t` of the way, it is where a window has it with
    /// `1/days = (1 − t)/days₀ + t/days₁` and `first = first₀ + t·(first₁ − first₀)·days/days₁`.
    #[must_use]
    pub fn seen(self, milliseconds: i32) -> Scale {
        let time = i64::from(milliseconds.clamp(0, Self::MILLISECONDS)) * WHOLE
            / i64::from(Self::MILLISECONDS);
        let way = (2 * WHOLE - time) * time / WHOLE;
        let (from, to) = (self.from.window, self.to.window);
        let (before, after) = (i64::from(from.days()), i64::from(to.days()));
        // WHOLE · before · after / days
        let share = ((WHOLE - way) * after + way * before).max(1);
        let days = WHOLE * before * after / share;
        let moved = i64::from(to.first.0) - i64::from(from.first.0);
        let first = i64::from(from.first.0) + way * moved * before / share;
        Scale {
            window: Window::placed(first, days.max(1)),
            ..self.to
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::Day;
    use proptest::prelude::*;

    use super::*;

    fn glide(from: (i32, i32), to: (i32, i32)) -> Glide {
        let scale = |(a, b)| Scale::new(Window::new(Day(a), Day(b)), 0, 1200);
        Glide {
            from: scale(from),
            to: scale(to),
        }
    }

    #[test]
    fn it_begins_and_ends_where_it_should_and_is_quick_at_first() {
        let glide = glide((0, 999), (500, 1499));
        assert_eq!(glide.seen(0), glide.from);
        assert_eq!(glide.seen(Glide::MILLISECONDS), glide.to);
        assert_eq!(glide.seen(9999), glide.to);
        assert_eq!(glide.seen(90).window.first, Day(375));
    }

    proptest! {
        #[test]
        fn every_day_that_is_seen_moves_in_a_straight_line(
            from in (-40_000..40_000i32, 7..20_000i32), to in (-40_000..40_000i32, 7..20_000i32),
            milliseconds in 0..=Glide::MILLISECONDS, x in 0..1200,
        ) {
            let ends = |(first, days): (i32, i32)| (first, first + days - 1);
            let glide = glide(ends(from), ends(to));
            let seen = glide.seen(milliseconds);
            let day = seen.day(x);
            let (before, after) = (f64::from(glide.from.x(day)), f64::from(glide.to.x(day)));
            let time = f64::from(milliseconds) / f64::from(Glide::MILLISECONDS);
            let way = time * (2.0 - time);
            let straight = before + way * (after - before);
            // Windows have whole days, and time is counted in steps.
            let a_day = 2400.0 / f64::from(seen.window.days());
            let a_step = (before - after).abs() / 10_000.0;
            prop_assert!((f64::from(seen.x(day)) - straight).abs() <= 3.0 + a_day + a_step);
        }

        #[test]
        fn any_windows_are_answered(a in Day::MIN.0..=Day::MAX.0, b in Day::MIN.0..=Day::MAX.0, c in Day::MIN.0..=Day::MAX.0, d in Day::MIN.0..=Day::MAX.0, milliseconds: i32) {
            let seen = glide((a, b), (c, d)).seen(milliseconds).window;
            prop_assert!(Day::MIN <= seen.first && seen.first <= seen.last && seen.last <= Day::MAX);
        }
    }
}
