//! Sorting items into named lanes.

use std::cmp::Reverse;

/// The order of lanes that have names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneOrder {
    /// The fullest first.
    #[default]
    Count,
    /// The one whose first item comes first.
    First,
    /// By name.
    Name,
}

/// A named row of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane<'a> {
    /// Its name; `None` for the lane of everything that has no lane of its own.
    pub name: Option<&'a str>,
    /// How many names the nameless lane stands for; 1 for a named one.
    pub names: usize,
    /// The keys of its items, ascending, none twice.
    pub keys: Vec<u32>,
}

/// Sorts keys into lanes: the names with the most items first, of as many those whose last key is greatest, then by name; at most
/// `most` lanes in all. What is left over, and what has no name, shares one last lane without a name. Those that have names
/// of their own come in the wanted order.
///
/// Keys are places in a list and come in ascending order; one that comes with several names stands in several lanes. Linear
/// in the items and the greatest key, O(n log n) in the names.
pub fn lanes<'a>(
    items: impl IntoIterator<Item = (u32, Option<&'a str>)>,
    most: usize,
    order: LaneOrder,
) -> Vec<Lane<'a>> {
    let mut named = Named::default();
    let mut nameless: Vec<u32> = Vec::new();
    for (key, name) in items {
        match name {
            Some(name) => named.add(name, key),
            None => push(&mut nameless, key),
        }
    }
    let mut sorted = named.lanes;
    dateline_compact::sort_by_key(&mut sorted, |lane| {
        (
            Reverse((lane.keys.len(), lane.keys.last().copied())),
            lane.name,
        )
    });
    let fits = sorted.len() <= most && (nameless.is_empty() || sorted.len() < most);
    let rest = sorted.split_off(if fits {
        sorted.len()
    } else {
        most.saturating_sub(1).min(sorted.len())
    });
    if order != LaneOrder::Count {
        dateline_compact::sort_by(&mut sorted, |a, b| match order {
            LaneOrder::First => a.keys.first().cmp(&b.keys.first()),
            _ => a.name.cmp(&b.name),
        });
    }
    let names = rest.len() + usize::from(!nameless.is_empty());
    if names > 0 {
        let keys = rest.iter().map(|lane| &lane.keys).chain([&nameless]);
        sorted.push(Lane {
            name: None,
            names,
            keys: joined(keys),
        });
    }
    sorted
}

/// All keys of several lists, ascending, none twice: quicker than sorting them.
fn joined<'a>(lists: impl Iterator<Item = &'a Vec<u32>>) -> Vec<u32> {
    let mut there: Vec<bool> = Vec::new();
    for &key in lists.flatten() {
        let at = key as usize;
        if there.len() <= at {
            there.resize(at + 1, false);
        }
        if let Some(there) = there.get_mut(at) {
            *there = true;
        }
    }
    let all = (0..).zip(there);
    all.filter_map(|(key, there)| there.then_some(key))
        .collect()
}

/// Adds a key that is not the last one already.
fn push(keys: &mut Vec<u32>, key: u32) {
    if keys.last() != Some(&key) {
        keys.push(key);
    }
}

/// Lanes by name: a hash table with open addressing, because the standard library's weighs some kilobytes of wasm.
#[derive(Default)]
struct Named<'a> {
    lanes: Vec<Lane<'a>>,
    /// Places in `lanes`, one more than they are; 0 is free. Its length is a power of two, at least twice that of `lanes`.
    table: Vec<usize>,
}

impl<'a> Named<'a> {
    fn add(&mut self, name: &'a str, key: u32) {
        if self.lanes.len() * 2 >= self.table.len() {
            self.grow();
        }
        let slot = self.slot(name);
        if let Some(place) = self.table.get_mut(slot)
            && *place == 0
        {
            self.lanes.push(Lane {
                name: Some(name),
                names: 1,
                keys: Vec::new(),
            });
            *place = self.lanes.len();
        }
        let place = self.table.get(slot).map_or(0, |place| place - 1);
        if let Some(lane) = self.lanes.get_mut(place) {
            push(&mut lane.keys, key);
        }
    }

    /// Where a name is, or where it would go.
    fn slot(&self, name: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = hash(name) & mask;
        while let Some(&place) = self.table.get(slot)
            && place > 0
            && self.lanes.get(place - 1).and_then(|lane| lane.name) != Some(name)
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.table = vec![0; (self.table.len() * 2).max(32)];
        for place in 0..self.lanes.len() {
            let name = self.lanes.get(place).and_then(|lane| lane.name);
            let slot = self.slot(name.unwrap_or_default());
            if let Some(free) = self.table.get_mut(slot) {
                *free = place + 1;
            }
        }
    }
}

/// Eight bytes at a time, each multiplied by 2⁶⁴ divided by the golden ratio (Knuth's multiplicative hashing). Names that
/// collide cost time, nothing else.
fn hash(text: &str) -> usize {
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    let step = |hash: u64, word: u64| (hash.rotate_left(23) ^ word).wrapping_mul(GOLDEN);
    let (words, rest) = text.as_bytes().as_chunks();
    let hash = words.iter().fold(text.len() as u64, |hash, word| {
        step(hash, u64::from_le_bytes(*word))
    });
    let rest = rest
        .iter()
        .fold(0, |word, &byte| word << 8 | u64::from(byte));
    // The upper half is mixed best.
    (step(hash, rest) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    fn names<'a>(
        items: &[(u32, Option<&'a str>)],
        most: usize,
    ) -> Vec<(Option<&'a str>, Vec<u32>)> {
        lanes(items.iter().copied(), most, LaneOrder::Count)
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
        let china = (Some("China"), vec![1, 2]);
        assert_eq!(names(&items, 2), [china.clone(), (None, vec![0, 3, 4])]);
        let all = [
            china,
            (Some("Fiji"), vec![3]),
            (Some("Japan"), vec![0]),
            (None, vec![4]),
        ];
        assert_eq!(names(&items, 4), all);
        assert_eq!(names(&[], 4), []);
    }

    #[test]
    fn the_fullest_lanes_stand_in_the_order_that_is_wanted() {
        let items = [
            (0, Some("Japan")),
            (1, Some("China")),
            (2, Some("Fiji")),
            (3, Some("China")),
            (4, Some("Fiji")),
            (5, Some("Fiji")),
            (6, Some("Japan")),
        ];
        let names = |order, most| -> Vec<_> {
            let lanes = lanes(items, most, order).into_iter();
            lanes.map(|lane| lane.name.unwrap_or("others")).collect()
        };
        assert_eq!(names(LaneOrder::Count, 9), ["Fiji", "Japan", "China"]);
        assert_eq!(names(LaneOrder::First, 9), ["Japan", "China", "Fiji"]);
        assert_eq!(names(LaneOrder::Name, 9), ["China", "Fiji", "Japan"]);
        assert_eq!(names(LaneOrder::First, 2), ["Fiji", "others"]);
    }

    #[test]
    fn one_visit_of_two_people_stands_in_two_lanes_and_once_among_the_others() {
        let items = [
            (0, Some("Abe")),
            (0, Some("Moon")),
            (1, Some("Abe")),
            (1, Some("Abe")),
        ];
        assert_eq!(
            names(&items, 9),
            [(Some("Abe"), vec![0, 1]), (Some("Moon"), vec![0])]
        );
        assert_eq!(names(&items, 1), [(None, vec![0, 1])]);
    }

    #[test]
    fn a_hundred_thousand_names_are_no_trouble() {
        let all: Vec<String> = (0..100_000).map(|n| format!("Name {n}")).collect();
        let lanes = lanes(
            (0..).zip(all.iter().map(|name| Some(name.as_str()))),
            6,
            LaneOrder::Count,
        );
        assert_eq!(lanes.len(), 6);
        assert_eq!(lanes[5].names, 99_995);
    }

    /// The twin: a map of sets.
    fn twin<'a>(items: &[(u32, Option<&'a str>)]) -> BTreeMap<Option<&'a str>, BTreeSet<u32>> {
        let mut map: BTreeMap<_, BTreeSet<u32>> = BTreeMap::new();
        for &(key, name) in items {
            map.entry(name).or_default().insert(key);
        }
        map
    }

    proptest! {
        #[test]
        fn lanes_hold_what_a_map_holds(items in proptest::collection::vec((0..30u32, proptest::option::of("[a-d]{1,3}")), 0..90), most in 1..9_usize, order in 0..3_usize) {
            let order = [LaneOrder::Count, LaneOrder::First, LaneOrder::Name][order];
            let mut items: Vec<(u32, Option<&str>)> = items.iter().map(|(key, name)| (*key, name.as_deref())).collect();
            items.sort_unstable();
            let (lanes, twin) = (lanes(items.iter().copied(), most, order), twin(&items));
            prop_assert!(lanes.len() <= most);
            let (named, rest): (Vec<_>, Vec<_>) = lanes.iter().partition(|lane| lane.name.is_some());
            for lane in &named {
                prop_assert!(twin[&lane.name].iter().eq(&lane.keys));
            }
            for pair in named.windows(2) {
                let in_order = match order {
                    LaneOrder::Count => pair[0].keys.len() >= pair[1].keys.len(),
                    LaneOrder::First => pair[0].keys[0] <= pair[1].keys[0],
                    LaneOrder::Name => pair[0].name < pair[1].name,
                };
                prop_assert!(in_order);
            }
            let left: BTreeSet<u32> = twin.iter()
                .filter(|(name, _)| named.iter().all(|lane| lane.name != **name))
                .flat_map(|(_, keys)| keys.iter().copied()).collect();
            prop_assert!(rest.len() <= 1);
            prop_assert!(left.iter().eq(rest.iter().flat_map(|lane| &lane.keys)));
        }
    }
}
