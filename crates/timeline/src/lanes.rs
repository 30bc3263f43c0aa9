//! Sorting items into named lanes.

use std::cmp::Reverse;

use dateline_compact::CHUNK;

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
/// `named` says of each item, given its place, its key and the place of its name in `names`; one beyond them is no name. Keys come
/// in ascending order; one that comes with several names stands in several lanes. Linear in the items, which are gone through twice:
/// counted, then put into lists as long as they get; O(n log n) in the names.
#[must_use]
pub fn lanes<'a, T>(
    items: &[T],
    named: impl Fn(u32, &T) -> (u32, u32),
    names: &[&'a str],
    most: usize,
    order: LaneOrder,
) -> Vec<Lane<'a>> {
    let mut tallies = vec![Tally::default(); names.len() + 1];
    for (at, chunk) in (0..).step_by(CHUNK).zip(items.chunks(CHUNK)) {
        count(chunk, at, &named, &mut tallies);
    }
    let (mut lanes, lane_of) = empty_lanes(&tallies, names, most, order);
    for (at, chunk) in (0..).step_by(CHUNK).zip(items.chunks(CHUNK)) {
        fill(chunk, at, &named, &lane_of, &mut lanes);
    }
    lanes
}

/// Counts the items of each name, and of no name behind them; `first` is the place of the first item. This and [`fill`] are not
/// inlined, as [`CHUNK`] says.
#[inline(never)]
fn count<T>(
    items: &[T],
    first: u32,
    named: &impl Fn(u32, &T) -> (u32, u32),
    tallies: &mut [Tally],
) {
    let nameless = tallies.len().saturating_sub(1);
    for (at, item) in (first..).zip(items) {
        let (key, name) = named(at, item);
        if let Some(tally) = tallies.get_mut((name as usize).min(nameless)) {
            tally.add(key);
        }
    }
}

/// Puts each item into the lane of its name.
#[inline(never)]
fn fill<T>(
    items: &[T],
    first: u32,
    named: &impl Fn(u32, &T) -> (u32, u32),
    lane_of: &[usize],
    lanes: &mut [Lane],
) {
    let nameless = lane_of.len().saturating_sub(1);
    for (at, item) in (first..).zip(items) {
        let (key, name) = named(at, item);
        if let Some(&lane) = lane_of.get((name as usize).min(nameless))
            && let Some(lane) = lanes.get_mut(lane)
        {
            lane.put(key);
        }
    }
}

impl Lane<'_> {
    /// Appends a key, if it is not there.
    #[inline(always)]
    fn put(&mut self, key: u32) {
        if self.keys.last() != Some(&key) {
            self.keys.push(key);
        }
    }
}

/// How many keys a name has, and the first and last of them.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    count: usize,
    first: u32,
    last: u32,
}

impl Tally {
    /// Counts a key, which is not less than the last one; the same again is the same as once.
    #[inline(always)]
    fn add(&mut self, key: u32) {
        if self.count == 0 {
            self.first = key;
        } else if self.last == key {
            return;
        }
        self.last = key;
        self.count += 1;
    }
}

/// The lanes with room for their keys, and for each name, and for no name behind them, the lane that it stands in.
fn empty_lanes<'a>(
    tallies: &[Tally],
    names: &[&'a str],
    most: usize,
    order: LaneOrder,
) -> (Vec<Lane<'a>>, Vec<usize>) {
    let tally = |name: usize| tallies.get(name).copied().unwrap_or_default();
    let name_of = |name: &usize| names.get(*name).copied();
    let mut named: Vec<usize> = (0..names.len())
        .filter(|&name| tally(name).count > 0)
        .collect();
    dateline_compact::sort_by_key(&mut named, |&name| {
        let Tally { count, last, .. } = tally(name);
        (Reverse((count, last)), name_of(&name))
    });
    let nameless = tally(names.len()).count;
    let fits = named.len() <= most && (nameless == 0 || named.len() < most);
    let room = if fits {
        named.len()
    } else {
        most.saturating_sub(1).min(named.len())
    };
    let rest = named.split_off(room);
    if order != LaneOrder::Count {
        dateline_compact::sort_by(&mut named, |a, b| match order {
            LaneOrder::First => tally(*a).first.cmp(&tally(*b).first),
            _ => name_of(a).cmp(&name_of(b)),
        });
    }
    let mut lane_of = vec![named.len(); tallies.len()];
    let mut lanes = Vec::new();
    for name in &named {
        if let Some(lane) = lane_of.get_mut(*name) {
            *lane = lanes.len();
        }
        lanes.push(Lane {
            name: name_of(name),
            names: 1,
            keys: Vec::with_capacity(tally(*name).count),
        });
    }
    let others = rest.len() + usize::from(nameless > 0);
    if others > 0 {
        let keys: usize = rest.iter().map(|&name| tally(name).count).sum();
        lanes.push(Lane {
            name: None,
            names: others,
            keys: Vec::with_capacity(keys + nameless),
        });
    }
    (lanes, lane_of)
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
        named(items, most, LaneOrder::Count)
            .into_iter()
            .map(|lane| (lane.name, lane.keys))
            .collect()
    }

    /// [`lanes()`] of items with their names themselves.
    fn named<'a>(items: &[(u32, Option<&'a str>)], most: usize, order: LaneOrder) -> Vec<Lane<'a>> {
        let mut numbered = dateline_compact::Numbered::default();
        let number = |name: &Option<&'a str>| name.map_or(u32::MAX, |name| numbered.number(name));
        let numbers: Vec<u32> = items.iter().map(|(_, name)| name).map(number).collect();
        let keys = items.iter().map(|(key, _)| *key);
        let items: Vec<(u32, u32)> = keys.zip(numbers).collect();
        lanes(&items, |_, item| *item, numbered.texts(), most, order)
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
            let lanes = named(&items, most, order).into_iter();
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
            let (lanes, twin) = (named(&items, most, order), twin(&items));
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
