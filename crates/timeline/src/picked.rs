//! Some of the items, or all, without a copy of them.

use std::ops::Range;

use crate::{Item, Items, Window};

/// Items picked by their places among others, or all of these.
///
/// What begins longer before a day than any of them lasts is over by then: so a window among a hundred thousand is found
/// without a look at each.
#[derive(Clone, Copy, Debug)]
pub struct Picked<'a> {
    all: &'a Items,
    /// Ascending; `None` for all.
    places: Option<&'a [u32]>,
}

/// How a window divides some items: those before `near.start` are over before it, those from `near.end` on begin after it, and
/// of those between so many are over too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parted {
    pub near: Range<usize>,
    pub over: usize,
}

impl Parted {
    /// How many have a day in the window.
    pub fn shown(&self) -> usize {
        self.near.len() - self.over
    }

    /// How many are over before it.
    pub fn before(&self) -> usize {
        self.near.start + self.over
    }
}

impl<'a> Picked<'a> {
    /// Those at some places, which ascend; `None` picks all.
    #[must_use]
    pub fn new(all: &'a Items, places: Option<&'a [u32]>) -> Self {
        Self { all, places }
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.places.map_or(self.all.len(), <[u32]>::len)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// One of them, in the order of their first days.
    #[must_use]
    pub fn get(self, at: usize) -> Option<&'a Item> {
        let at = match self.places {
            Some(places) => *places.get(at)? as usize,
            None => at,
        };
        self.all.get(at)
    }

    /// How many are over before a window, and how many begin after it. Logarithmic in all, linear in those about its first day.
    #[must_use]
    pub fn outside(self, window: Window) -> (usize, usize) {
        let parted = self.parted(window);
        (parted.before(), self.len() - parted.near.end)
    }

    /// How many come before the first that is not so; all that are so stand in front. Logarithmic.
    #[must_use]
    pub fn partition_point(self, is_so: &dyn Fn(&Item) -> bool) -> usize {
        self.partition_point_from(0, is_so)
    }

    /// The same, where the first `low` are known to be so. Logarithmic in how far it is from there.
    pub(crate) fn partition_point_from(
        self,
        mut low: usize,
        is_so: &dyn Fn(&Item) -> bool,
    ) -> usize {
        let mut reach = 1;
        while self.get(low + reach - 1).is_some_and(is_so) {
            low += reach;
            reach *= 2;
        }
        let mut high = self.len().min(low + reach - 1);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle).is_some_and(is_so) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    pub(crate) fn parted(self, window: Window) -> Parted {
        let end = self.partition_point(&|item| item.first <= window.last);
        let head = self.partition_point(&|item| item.first < window.first);
        let longest = self.all.longest();
        let is_surely_over = |item: &Item| item.first.0.saturating_add(longest) < window.first.0;
        let start = self.partition_point(&is_surely_over).min(end);
        let mut over = 0;
        for at in start..head.min(end) {
            over += usize::from(self.get(at).is_some_and(|item| item.is_over(window.first)));
        }
        let near = start..end;
        Parted { near, over }
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::Day;
    use proptest::prelude::*;

    use super::*;
    use crate::Shape;

    proptest! {
        #[test]
        fn a_window_parts_as_a_look_at_each_does(
            days in prop::collection::vec((-60..60_i32, -3..40_i32), 0..30),
            picked in prop::collection::vec(any::<bool>(), 30),
            first in -80..80_i32,
            length in 0..50_i32,
        ) {
            let item = |(key, &(first, days)): (u32, &(i32, i32))| Item { key, first: Day(first), last: Day(first + days), shape: Shape::Day };
            let all = Items::new((0..).zip(&days).map(item).collect());
            prop_assert!(all.is_sorted_by_key(|item| item.first));
            prop_assert_eq!(all.span(), all.first().map(|item| (item.first, all.iter().map(|item| item.days().1).max().unwrap())));
            let places: Vec<u32> = (0..all.len() as u32).filter(|&at| picked[at as usize]).collect();
            let window = Window::new(Day(first), Day(first + length));
            for items in [Picked::new(&all, None), Picked::new(&all, Some(&places))] {
                let each: Vec<Item> = (0..items.len()).map(|at| *items.get(at).unwrap()).collect();
                let before = each.iter().filter(|item| item.days().1 < window.first).count();
                let after = each.iter().filter(|item| item.first > window.last).count();
                let parted = items.parted(window);
                prop_assert_eq!(items.outside(window), (before, after));
                prop_assert_eq!((parted.before(), parted.shown()), (before, each.len() - before - after));
            }
        }
    }
}
