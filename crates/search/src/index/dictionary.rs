//! A sorted list of strings in one piece of memory.

use std::ops::Range;

use super::range;

/// Strings in byte order, without repeats, each known by its place.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    text: String,
    ends: Vec<u32>,
}

impl Dictionary {
    /// Appends a string, which must be greater than the last one.
    pub(super) fn push(&mut self, string: &str) {
        self.text.push_str(string);
        self.ends
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// How many strings there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The string at a place below [`Dictionary::len`].
    pub fn get(&self, n: u32) -> &str {
        &self.text[range(&self.ends, n)]
    }

    /// The places of all strings that begin with a prefix.
    pub fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let start = self.partition(|string| string < prefix);
        let end = self.partition(|string| string < prefix || string.starts_with(prefix));
        start..end
    }

    /// The places of a string and of all its marked writings.
    pub fn with_marks(&self, form: &str) -> Range<u32> {
        // Marks sort before every other character, so the writings of a form stand together.
        let start = self.partition(|string| string < form);
        let is_writing = |string: &str| {
            string
                .strip_prefix(form)
                .is_some_and(|rest| rest.bytes().all(|byte| byte <= 8))
        };
        let end = self.partition(|string| string < form || is_writing(string));
        start..end
    }

    /// The first place at which `before` no longer holds. It must hold for a run of strings from the first one.
    fn partition(&self, before: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::text::base;

    proptest! {
        #[test]
        fn it_finds_what_a_scan_finds(
            strings in prop::collection::btree_set("[ab]{1,4}[\u{1}-\u{4}]?", 0..30),
            wanted in "[ab]{0,4}",
        ) {
            let mut dictionary = Dictionary::default();
            for string in &strings {
                dictionary.push(string);
            }
            let of = |range: Range<u32>| range.map(|n| dictionary.get(n).to_owned()).collect::<BTreeSet<_>>();
            let scan = |test: &dyn Fn(&String) -> bool| {
                strings.iter().filter(|s| test(s)).cloned().collect::<BTreeSet<_>>()
            };
            prop_assert_eq!(of(dictionary.with_prefix(&wanted)), scan(&|s| s.starts_with(&wanted)));
            prop_assert_eq!(of(dictionary.with_marks(&wanted)), scan(&|s| base(s) == wanted));
        }
    }
}
