//! Sorting, numbers for texts, and going through very many, as suits wasm: light, and quick from the start.
//!
//! The standard library's sorts are compiled anew for every type, about four kilobytes each, and a page that sorts
//! twenty kinds of lists would carry eighty. Here one sort of numbers serves them all: it orders the *places* of the items
//! through a comparison behind a pointer, and only the moving of items is compiled for each type.
//!
//! ```
//! let mut words = vec!["visit", "article", "mark"];
//! dateline_compact::sort_by_key(&mut words, |word| word.len());
//! assert_eq!(words, ["mark", "visit", "article"]);
//! ```
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod numbered;

use std::cmp::Ordering;

pub use numbered::Numbered;

/// How many of very many are best gone through in one call. A browser first compiles wasm quickly and badly, and what has run for
/// some milliseconds again and well, for the next call: a loop that is under way goes on as it began. A function that goes
/// through so many, called until all are done, is quick after its first few calls.
pub const CHUNK: usize = 4096;

/// Sorts by a comparison. Stable. O(n log n) comparisons, O(n) memory.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = {
        let items = &*items;
        places(
            items.len(),
            &mut |a, b| match (items.get(a), items.get(b)) {
                (Some(a), Some(b)) => compare(a, b),
                // Places below the length are always there.
                _ => Ordering::Equal,
            },
        )
    };
    rearrange(items, order);
}

/// Sorts by a key, which is made anew for every comparison: it should be cheap. Stable.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by the items' own order. Stable.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts numbers, least significant byte first (radix sort): linear, and quicker than comparing from some hundred numbers on.
#[allow(
    clippy::indexing_slicing,
    reason = "a byte is below 256, and the counts add up to the length"
)]
pub fn sort_numbers(numbers: &mut [u64]) {
    let differ = numbers
        .windows(2)
        .fold(0, |differ, pair| differ | pair[0] ^ pair[1]);
    let mut sorted = numbers.to_vec();
    for shift in (0..64).step_by(8) {
        // A byte that is the same in all numbers sorts nothing.
        if differ >> shift & 0xff == 0 {
            continue;
        }
        let byte = |number: u64| (number >> shift & 0xff) as usize;
        let mut next = [0; 257];
        for number in &*numbers {
            next[byte(*number) + 1] += 1;
        }
        for byte in 0..256 {
            next[byte + 1] += next[byte];
        }
        for number in &*numbers {
            let place = &mut next[byte(*number)];
            sorted[*place] = *number;
            *place += 1;
        }
        numbers.copy_from_slice(&sorted);
    }
}

/// The places of the items in sorted order: the one sort that everything here is made of. It merges runs of 1, 2, 4, …
/// places, and so keeps the order of equal items.
fn places(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut merged = Vec::with_capacity(len);
    let mut width = 1;
    while width < len {
        merged.clear();
        for runs in places.chunks(2 * width) {
            let (mut left, mut right) = runs.split_at(width.min(runs.len()));
            while let (Some((a, rest_left)), Some((b, rest_right))) =
                (left.split_first(), right.split_first())
            {
                if compare(*a, *b) == Ordering::Greater {
                    merged.push(*b);
                    right = rest_right;
                } else {
                    merged.push(*a);
                    left = rest_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut places, &mut merged);
        width *= 2;
    }
    places
}

/// Moves each item to its place: `order[n]` is where the item that belongs at `n` stands now. One swap an item, by
/// following the cycles of the permutation.
fn rearrange<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..items.len() {
        let mut here = start;
        while let Some(from) = order.get_mut(here) {
            let next = std::mem::replace(from, here);
            if next == start || next == here {
                break;
            }
            items.swap(here, next);
            here = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn short_lists_are_sorted() {
        for len in 0..5_usize {
            let mut items: Vec<usize> = (0..len).rev().collect();
            sort(&mut items);
            assert!(items.is_sorted());
        }
    }

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items in proptest::collection::vec((0..9u8, any::<u16>()), 0..200)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |&(key, _)| key);
            theirs.sort_by_key(|&(key, _)| key);
            prop_assert_eq!(&ours, &theirs, "stable");
            sort_by(&mut ours, |a, b| b.cmp(a));
            theirs.sort_by(|a, b| b.cmp(a));
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn numbers_are_sorted(mut numbers: Vec<u64>, mask: u64) {
            numbers.iter_mut().for_each(|number| *number &= mask);
            let mut theirs = numbers.clone();
            sort_numbers(&mut numbers);
            theirs.sort_unstable();
            prop_assert_eq!(numbers, theirs);
        }

        #[test]
        fn owned_items_are_moved_not_lost(items in proptest::collection::vec("[a-c]{0,3}", 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }
}
