//! Numbering strings.

use super::range;

/// Gives each distinct string a number, from 0 on in the order in which they come. All strings lie in one piece of memory; a
/// table of places, open and half empty, finds them. Smaller in the wasm than a map of the standard library.
#[derive(Debug, Default)]
pub struct Names {
    text: String,
    ends: Vec<u32>,
    /// The number of a string plus one, at the place that its hash gives or at the next free one; 0 where free. As long as
    /// a power of two.
    table: Vec<u32>,
}

impl Names {
    /// The number of a string, and whether it is new. O(1) expected.
    pub fn number(&mut self, name: &str) -> (u32, bool) {
        if self.ends.len() * 2 >= self.table.len() {
            self.grow();
        }
        let place = self.place(name);
        if let Some(number) = self.table[place].checked_sub(1) {
            return (number, false);
        }
        let number = self.ends.len() as u32;
        self.text.push_str(name);
        self.ends.push(self.text.len() as u32);
        self.table[place] = number + 1;
        (number, true)
    }

    /// The number of a string, if it has one. O(1) expected.
    pub fn find(&self, name: &str) -> Option<u32> {
        let is_empty = self.table.is_empty();
        (!is_empty).then(|| self.table[self.place(name)].checked_sub(1))?
    }

    /// The string with a number.
    pub fn name(&self, number: u32) -> &str {
        &self.text[range(&self.ends, number)]
    }

    /// The numbers, ordered by their strings. O(n log n).
    pub fn in_order(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = (0..self.ends.len() as u32).collect();
        dateline_compact::sort_by(&mut numbers, |a, b| self.name(*a).cmp(self.name(*b)));
        numbers
    }

    /// Where a string stands in the table, or where it belongs.
    fn place(&self, name: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut place = hash(name) as usize & mask;
        while let Some(number) = self.table[place].checked_sub(1)
            && self.name(number) != name
        {
            place = (place + 1) & mask;
        }
        place
    }

    fn grow(&mut self) {
        let len = (self.table.len() * 2).max(64);
        self.table.clear();
        self.table.resize(len, 0);
        for number in 0..self.ends.len() as u32 {
            let place = self.place(self.name(number));
            self.table[place] = number + 1;
        }
    }
}

/// A quick hash of short strings: rotate, exclusive-or and multiply over words of eight bytes (the scheme of Firefox's and
/// rustc's "FxHash"; the multiplier is 2⁶⁴ divided by π, made odd). Its values never leave this module.
fn hash(name: &str) -> u64 {
    let mut hash: u64 = 0;
    for chunk in name.as_bytes().chunks(8) {
        let mut word = 0;
        for byte in chunk {
            word = word << 8 | u64::from(*byte);
        }
        hash = (hash.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    // The upper bits are the well-mixed ones; the table looks at the lower ones.
    hash >> 32
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_string_has_one_number(strings in prop::collection::vec("[a-c]{0,5}|.{0,12}", 0..400)) {
            let mut names = Names::default();
            let mut known: BTreeMap<String, u32> = BTreeMap::new();
            for string in strings {
                let next = known.len() as u32;
                let is_new = !known.contains_key(&string);
                let number = *known.entry(string.clone()).or_insert(next);
                prop_assert_eq!(names.number(&string), (number, is_new));
                prop_assert_eq!(names.name(number), string);
            }
            for (string, number) in &known {
                prop_assert_eq!(names.find(string), Some(*number));
            }
            prop_assert_eq!(names.find("none of them"), None);
            prop_assert_eq!(names.in_order(), known.into_values().collect::<Vec<_>>());
        }
    }
}
