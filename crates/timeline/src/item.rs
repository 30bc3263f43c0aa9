//! What there is to lay out, and how it may be drawn.

use std::borrow::Cow;
use std::ops::Deref;

use dateline_model::Day;

use crate::Window;

/// The narrowest exact mark: what an eye finds.
pub(crate) const EXACT: i32 = 6;
/// The width of a diamond.
const DIAMOND: i32 = 12;
/// The narrowest imprecise mark: a fade that nobody can see would be a false precision.
pub(crate) const IMPRECISE: i32 = 20;

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
    /// The least width in pixels at which its form is seen.
    pub(crate) fn narrowest(self) -> i32 {
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
    /// Its last day; one before `first` counts as `first`.
    pub last: Day,
    /// How it is drawn.
    pub shape: Shape,
}

impl Item {
    /// First and last day, in order.
    #[must_use]
    pub fn days(self) -> (Day, Day) {
        (self.first, self.last.max(self.first))
    }

    /// Whether it is over before a day.
    pub(crate) fn is_over(self, day: Day) -> bool {
        self.days().1 < day
    }
}

/// Items in the order of their first days.
///
/// What begins longer before a day than any of them lasts is over by then: with that, a window among a hundred thousand is found
/// without a look at each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Items {
    all: Vec<Item>,
    /// None of them has its last day more days behind its first.
    longest: i32,
    /// The last day of all.
    last: Day,
}

/// What a window leaves out of some items, and what it shows.
pub(crate) struct Inside<'a> {
    /// How many are over before it.
    pub before: usize,
    /// Those with a day in it.
    pub shown: Cow<'a, [Item]>,
    /// How many begin after it.
    pub after: usize,
}

impl Items {
    /// Puts items in order, where they are not. Linear if they are.
    #[must_use]
    pub fn new(mut all: Vec<Item>) -> Self {
        let (mut longest, mut last, mut before) = (0, Day::MIN, Day::MIN);
        let mut is_sorted = true;
        for item in &all {
            is_sorted &= before <= item.first;
            before = item.first;
            last = last.max(item.days().1);
            longest = longest.max(item.last.0.saturating_sub(item.first.0));
        }
        if !is_sorted {
            dateline_compact::sort_by_key(&mut all, |item| item.first);
        }
        Self { all, longest, last }
    }

    /// Those at some places, which ascend. Linear in them.
    #[must_use]
    pub fn at(&self, places: &[u32]) -> Self {
        let mut all = Vec::with_capacity(places.len());
        let mut last = Day::MIN;
        for item in places.iter().filter_map(|&at| self.all.get(at as usize)) {
            last = last.max(item.days().1);
            all.push(*item);
        }
        Self {
            all,
            longest: self.longest,
            last,
        }
    }

    /// The first and the last day of all of these; `None` without any.
    #[must_use]
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((self.all.first()?.first, self.last))
    }

    /// How many are over before a window, and how many begin after it. Logarithmic in all, linear in those about its first day.
    #[must_use]
    pub fn outside(&self, window: Window) -> (usize, usize) {
        let (surely, near, after) = self.about(window);
        let over = near.iter().filter(|item| item.is_over(window.first));
        (surely + over.count(), after)
    }

    /// What a window shows of them. Logarithmic in all of them, linear in those shown.
    pub(crate) fn inside(&self, window: Window) -> Inside<'_> {
        let (surely, near, after) = self.about(window);
        let over = |item: &&Item| item.is_over(window.first);
        let over_too = near.iter().filter(over).count();
        let shown = if over_too == 0 {
            Cow::Borrowed(near)
        } else {
            let shown = near.iter().filter(|item| !over(item));
            Cow::Owned(shown.copied().collect())
        };
        Inside {
            before: surely + over_too,
            shown,
            after,
        }
    }

    /// How many are over before a window for sure, those that may have a day in it, and how many begin after it.
    pub(crate) fn about(&self, window: Window) -> (usize, &[Item], usize) {
        let begun = self.partition_point(|item| item.first <= window.last);
        let reaches = |item: &Item| item.first.0.saturating_add(self.longest) >= window.first.0;
        let surely = self.partition_point(|item| !reaches(item)).min(begun);
        let near = self.all.get(surely..begun).unwrap_or_default();
        (surely, near, self.all.len() - begun)
    }
}

impl Default for Items {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl Deref for Items {
    type Target = [Item];

    fn deref(&self) -> &[Item] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_window_shows_what_a_look_at_each_shows(
            days in prop::collection::vec((-60..60_i32, -3..40_i32), 0..30),
            picked in prop::collection::vec(any::<bool>(), 30),
            first in -80..80_i32,
            length in 0..50_i32,
        ) {
            let item = |(key, &(first, days)): (u32, &(i32, i32))| Item { key, first: Day(first), last: Day(first + days), shape: Shape::Day };
            let all = Items::new((0..).zip(&days).map(item).collect());
            prop_assert!(all.is_sorted_by_key(|item| item.first));
            let places: Vec<u32> = (0..all.len() as u32).filter(|&at| picked[at as usize]).collect();
            let window = Window::new(Day(first), Day(first + length));
            for items in [&all, &all.at(&places)] {
                let shown: Vec<Item> = items.iter().copied().filter(|item| window.shows(item.first, item.days().1)).collect();
                let before = items.iter().filter(|item| item.days().1 < window.first).count();
                let inside = items.inside(window);
                prop_assert_eq!(items.outside(window), (before, inside.after));
                prop_assert_eq!((inside.before, inside.after), (before, items.len() - before - shown.len()));
                prop_assert_eq!(inside.shown.into_owned(), shown);
                let last = items.iter().map(|item| item.days().1).max();
                prop_assert_eq!(items.span(), items.first().map(|item| item.first).zip(last));
            }
        }
    }
}
