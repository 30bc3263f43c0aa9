//! Sorting items into named lanes.

use std::cmp::Reverse;

/// A named row of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Its name; `None` for the lane of everything that has no lane of its own.
    pub name: Option<String>,
    /// How many names the nameless lane stands for; 1 for a named one.
    pub names: usize,
    /// The keys of its items, in the order in which they came.
    pub keys: Vec<u32>,
}

/// Sorts keys into lanes: the names with the most items first, then by name, at most `most` lanes in all. What is left
/// over, and what has no name, shares one last lane without a name. O(n log n).
pub fn lanes<'a>(
    items: impl IntoIterator<Item = (u32, Option<&'a str>)>,
    most: usize,
) -> Vec<Lane> {
    let mut items: Vec<(Option<&str>, u32)> =
        items.into_iter().map(|(key, name)| (name, key)).collect();
    dateline_compact::sort_by_key(&mut items, |&(name, _)| name);
    let same = |chunk: &[(Option<&'a str>, u32)]| {
        let keys: Vec<u32> = chunk.iter().map(|&(_, key)| key).collect();
        (chunk.first().and_then(|&(name, _)| name), keys)
    };
    let mut sorted: Vec<(Option<&str>, Vec<u32>)> =
        items.chunk_by(|(a, _), (b, _)| a == b).map(same).collect();
    // No name sorts first.
    let nameless = sorted
        .first()
        .is_some_and(|(name, _)| name.is_none())
        .then(|| sorted.remove(0).1);
    dateline_compact::sort_by_key(&mut sorted, |(name, keys)| (Reverse(keys.len()), *name));
    let fits = sorted.len() <= most && (nameless.is_none() || sorted.len() < most);
    let rest = sorted.split_off(if fits {
        sorted.len()
    } else {
        most.saturating_sub(1).min(sorted.len())
    });
    let mut lanes: Vec<Lane> = sorted
        .into_iter()
        .map(|(name, keys)| Lane {
            name: name.map(str::to_owned),
            names: 1,
            keys,
        })
        .collect();
    let names = rest.len() + usize::from(nameless.is_some());
    let mut keys: Vec<u32> = rest
        .into_iter()
        .flat_map(|(_, keys)| keys)
        .chain(nameless.into_iter().flatten())
        .collect();
    dateline_compact::sort(&mut keys);
    if !keys.is_empty() {
        lanes.push(Lane {
            name: None,
            names,
            keys,
        });
    }
    lanes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(items: &[(u32, Option<&str>)], most: usize) -> Vec<(Option<String>, Vec<u32>)> {
        lanes(items.iter().copied(), most)
            .into_iter()
            .map(|lane| (lane.name, lane.keys))
            .collect()
    }

    #[test]
    fn the_fullest_lane_comes_first_and_the_rest_share_one() {
        let items = [
            (0, Some("Japan")),
            (1, Some("China")),
            (2, Some("China")),
            (3, Some("Fiji")),
            (4, None),
        ];
        let china = (Some("China".to_owned()), vec![1, 2]);
        assert_eq!(names(&items, 2), [china.clone(), (None, vec![0, 3, 4])]);
        let all = [
            china,
            (Some("Fiji".to_owned()), vec![3]),
            (Some("Japan".to_owned()), vec![0]),
            (None, vec![4]),
        ];
        assert_eq!(names(&items, 4), all);
        assert_eq!(names(&[], 4), []);
    }

    proptest! {
        #[test]
        fn every_item_is_in_one_lane(items in proptest::collection::vec(proptest::option::of("[a-d]"), 0..40), most in 1..6_usize) {
            let keyed = (0..).zip(&items).map(|(key, name)| (key, name.as_deref()));
            let lanes = lanes(keyed, most);
            prop_assert!(lanes.len() <= most);
            let mut keys: Vec<u32> = lanes.iter().flat_map(|lane| lane.keys.clone()).collect();
            keys.sort_unstable();
            prop_assert_eq!(keys, (0..u32::try_from(items.len()).unwrap()).collect::<Vec<_>>());
        }
    }
}
