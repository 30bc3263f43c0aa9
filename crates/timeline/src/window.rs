//! The stretch of time on show.

use dateline_model::Day;

use crate::Items;

/// The fewest days that zooming in leaves on show.
const CLOSEST: i32 = 7;

/// The share of the visits that the opening window holds, in hundredths: most names keep room, the rest are one button away.
const OPENING_SHARE: usize = 75;

/// The most years that dates can name, and one.
const MOST_YEARS: i32 = 10_000;

/// The most days that a window has: all that dates can name.
const WIDEST: i32 = Day::MAX.0 - Day::MIN.0 + 1;

/// The days on show, both included; `first` is never after `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

impl Window {
    /// From one day to another, in either order.
    #[must_use]
    pub fn new(a: Day, b: Day) -> Self {
        Self {
            first: a.min(b),
            last: a.max(b),
        }
    }

    /// How many days it holds, at least 1.
    #[must_use]
    pub fn days(self) -> i32 {
        (self.last.0 - self.first.0).saturating_add(1).max(1)
    }

    /// The window that holds all of these days and whole months at both ends; `None` without any.
    #[must_use]
    pub fn around(spans: &[(Day, Day)]) -> Option<Self> {
        let whole = |&(first, last): &(Day, Day)| Self::new(first, last);
        let all = spans.iter().map(whole).reduce(|a, b| Self {
            first: a.first.min(b.first),
            last: a.last.max(b.last),
        })?;
        Some(Self {
            first: month_start(all.first),
            last: month_end(all.last),
        })
    }

    /// The shortest window of whole years that ends with the month of the newest visit and holds three quarters of
    /// them; `None` without any.
    ///
    /// 74 years in one strip would push nearly every name into an eighth of the width.
    #[must_use]
    pub fn opening(items: &Items) -> Option<Self> {
        let last = month_end(items.span()?.1);
        let needed = (items.len() * OPENING_SHARE).div_ceil(100).max(1);
        let oldest = items.get(items.len().saturating_sub(needed))?.first;
        let mut years = 1;
        while years < MOST_YEARS && start_of(last, years) > oldest {
            years += 1;
        }
        Some(Self {
            first: start_of(last, years),
            last,
        })
    }

    /// Zoomed by a factor in hundredths (50 shows half as many days, 200 twice as many) around a day, which keeps its
    /// place on the screen. Stops at a week and at the years 1 and 9999.
    #[must_use]
    pub fn zoom(self, percent: i32, around: Day) -> Self {
        let days = i64::from(self.days());
        let wanted = Self::bounded(days * i64::from(percent.max(1)) / 100);
        let before =
            i64::from(around.clamp(self.first, self.last).0 - self.first.0) * wanted / days;
        let first = i64::from(around.clamp(self.first, self.last).0) - before;
        Self::placed(first, wanted)
    }

    /// Moved by a share of its width in hundredths: 50 is half a window later, -50 half a window earlier.
    #[must_use]
    pub fn pan(self, percent: i32) -> Self {
        let days = i64::from(self.days());
        Self::placed(
            i64::from(self.first.0) + days * i64::from(percent) / 100,
            days,
        )
    }

    /// Moved by so many days, to later ones where they are positive.
    #[must_use]
    pub fn later(self, days: i32) -> Self {
        Self::placed(
            i64::from(self.first.0) + i64::from(days),
            self.days().into(),
        )
    }

    /// As many days as a window may have.
    pub(crate) fn bounded(days: i64) -> i64 {
        days.clamp(CLOSEST.into(), WIDEST.into())
    }

    /// Whether any of these days is on show.
    #[must_use]
    pub fn shows(self, first: Day, last: Day) -> bool {
        first <= self.last && last >= self.first
    }

    /// A window of `days` days from `first` on, pushed back into the days that dates can name.
    pub(crate) fn placed(first: i64, days: i64) -> Self {
        let first = first.clamp(Day::MIN.0.into(), i64::from(Day::MAX.0) - days + 1);
        let first = i32::try_from(first).map_or(Day::MIN, Day);
        Self {
            first,
            last: first.plus(i32::try_from(days).unwrap_or(WIDEST) - 1),
        }
    }
}

/// The first day of the month after `last`, `years` earlier.
fn start_of(last: Day, years: i32) -> Day {
    last.plus(1).plus_months(-12 * years)
}

fn month_start(day: Day) -> Day {
    let (year, month, _) = day.ymd();
    Day::from_ymd(year, month, 1).unwrap_or(day)
}

fn month_end(day: Day) -> Day {
    let (year, month, _) = day.ymd();
    Day::from_ymd(year, month, Day::days_in_month(year, month)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse::<dateline_model::Edtf>().unwrap().first
    }

    fn items(days: impl IntoIterator<Item = (Day, Day)>) -> Items {
        let item = |(first, last)| crate::Item {
            key: 0,
            first,
            last,
            shape: crate::Shape::Range,
        };
        Items::new(days.into_iter().map(item).collect())
    }

    #[test]
    fn opens_on_whole_years_with_three_quarters_of_the_visits() {
        let year = |year: i32| {
            (
                Day::from_ymd(year, 5, 7).unwrap(),
                Day::from_ymd(year, 5, 9).unwrap(),
            )
        };
        let window = Window::opening(&items([1950, 2014, 2015, 2016].map(year)));
        let expected = Window::new(day("2013-06-01"), day("2016-05-31"));
        assert_eq!(window, Some(expected));
        let window = Window::opening(&items([
            (day("2025-10-25"), day("2025-11-12")),
            (day("2026-01-05"), day("2026-01-05")),
        ]));
        let expected = Window::new(day("2025-02-01"), day("2026-01-31"));
        assert_eq!(window, Some(expected));
        assert_eq!(Window::opening(&Items::default()), None);
    }

    #[test]
    fn opens_on_all_the_years_there_are() {
        let ends = [(Day::MIN, Day::MIN), (Day::MAX, Day::MAX)];
        let window = Window::opening(&items(ends));
        assert_eq!(window, Some(Window::new(Day::MIN, Day::MAX)));
    }

    #[test]
    fn shows_whole_months_around_everything() {
        let window = Window::around(&[
            (day("2020-02-10"), day("2020-02-12")),
            (day("2021-04-30"), day("2021-05-01")),
        ]);
        assert_eq!(
            window,
            Some(Window::new(day("2020-02-01"), day("2021-05-31")))
        );
    }

    proptest! {
        #[test]
        fn zooming_and_panning_stay_on_the_calendar(
            a in Day::MIN.0..=Day::MAX.0, b in Day::MIN.0..=Day::MAX.0, around: i32,
            percent in -1000..1000, steps in proptest::collection::vec(-300..900i32, 0..20),
        ) {
            let mut window = Window::new(Day(a), Day(b));
            for step in steps {
                window = window.zoom(step, Day(around)).pan(percent);
                prop_assert!(window.first <= window.last);
                prop_assert!(window.first >= Day::MIN && window.last <= Day::MAX);
                prop_assert!(window.days() >= CLOSEST);
            }
        }

        #[test]
        fn zooming_keeps_a_day_where_it_is(first in 0..10_000i32, days in 100..4000i32, at in 0..100i32) {
            let window = Window::new(Day(first), Day(first + days));
            let around = Day(first + days * at / 100);
            let closer = window.zoom(50, around);
            let place = |w: Window| (around.0 - w.first.0) * 100 / w.days();
            prop_assert!((place(window) - place(closer)).abs() <= 2);
        }

        #[test]
        fn the_opening_window_is_the_shortest_that_holds_its_share(days in proptest::collection::vec((-20_000..20_000i32, -9..90i32), 1..40)) {
            let items = items(days.into_iter().map(|(day, more)| (Day(day), Day(day + more))));
            let window = Window::opening(&items).unwrap();
            let holds = |first: Day| items.iter().filter(|item| item.first >= first).count() * 100 >= items.len() * OPENING_SHARE;
            let shortest = (1..).map(|years| start_of(window.last, years)).find(|&first| holds(first));
            prop_assert_eq!(Some(window.first), shortest);
        }
    }
}
