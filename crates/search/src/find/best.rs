//! The least of many numbers without sorting them all.

/// Of some numbers the `most` least ones, ascending. O(n log `most`) time, O(`most`) memory: a heap keeps those that are the
/// least so far, the greatest of them on top, and most numbers do not get past that one.
pub(super) fn least(numbers: impl Iterator<Item = u64>, most: usize) -> Vec<u64> {
    let mut heap: Vec<u64> = Vec::new();
    for number in numbers {
        if heap.len() < most {
            heap.push(number);
            if heap.len() == most {
                // From the greatest to the least is a heap.
                dateline_compact::sort_numbers(&mut heap);
                heap.reverse();
            }
        } else if heap.first().is_some_and(|greatest| number < *greatest) {
            heap[0] = number;
            sink(&mut heap);
        }
    }
    dateline_compact::sort_numbers(&mut heap);
    heap
}

/// Puts the first number in its place.
fn sink(heap: &mut [u64]) {
    let mut at = 0;
    loop {
        let left = 2 * at + 1;
        let Some(mut below) = heap.get(left).map(|_| left) else {
            break;
        };
        if heap.get(left + 1).is_some_and(|right| *right > heap[left]) {
            below = left + 1;
        }
        if heap[at] >= heap[below] {
            break;
        }
        heap.swap(at, below);
        at = below;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_least_are_the_first_of_all_sorted(
            numbers in prop::collection::vec(prop_oneof![0..20_u64, any::<u64>()], 0..90),
            most in prop_oneof![0..12_usize, Just(usize::MAX)],
        ) {
            let found = least(numbers.iter().copied(), most);
            let mut sorted = numbers;
            sorted.sort_unstable();
            sorted.truncate(most);
            prop_assert_eq!(found, sorted);
        }
    }
}
