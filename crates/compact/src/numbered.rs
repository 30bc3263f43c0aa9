//! Numbers for texts.

/// Gives equal texts the same number, counted from 0 in the order of their first coming: a hash table with open addressing,
/// because the standard library's weighs some kilobytes of wasm. O(1) a text, on average.
///
/// ```
/// let mut countries = dateline_compact::Numbered::default();
/// let numbers = ["Japan", "China", "Japan"].map(|name| countries.number(name));
/// assert_eq!((numbers, countries.texts()), ([0, 1, 0], ["Japan", "China"].as_slice()));
/// ```
#[derive(Debug, Default)]
pub struct Numbered<'a> {
    texts: Vec<&'a str>,
    /// Numbers, each one more than it is; 0 is free. Its length is a power of two, at least twice that of `texts`.
    table: Vec<usize>,
}

impl<'a> Numbered<'a> {
    /// The number of a text.
    pub fn number(&mut self, text: &'a str) -> u32 {
        if self.texts.len() * 2 >= self.table.len() {
            self.grow();
        }
        let slot = self.slot(text);
        if let Some(place) = self.table.get_mut(slot)
            && *place == 0
        {
            self.texts.push(text);
            *place = self.texts.len();
        }
        self.table.get(slot).map_or(0, |place| *place as u32 - 1)
    }

    /// The texts by their numbers.
    #[must_use]
    pub fn texts(&self) -> &[&'a str] {
        &self.texts
    }

    /// Where a text is, or where it would go.
    fn slot(&self, text: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = hash(text) & mask;
        while let Some(&place) = self.table.get(slot)
            && place > 0
            && self.texts.get(place - 1) != Some(&text)
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.table = vec![0; (self.table.len() * 2).max(32)];
        for place in 0..self.texts.len() {
            let text = self.texts.get(place).copied().unwrap_or_default();
            let slot = self.slot(text);
            if let Some(free) = self.table.get_mut(slot) {
                *free = place + 1;
            }
        }
    }
}

/// Eight bytes at a time, each multiplied by 2⁶⁴ divided by the golden ratio (Knuth's multiplicative hashing). Texts that
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_hundred_thousand_texts_are_no_trouble() {
        let all: Vec<String> = (0..100_000).map(|n| format!("Name {n}")).collect();
        let mut numbered = Numbered::default();
        for _ in 0..2 {
            let numbers: Vec<u32> = all.iter().map(|text| numbered.number(text)).collect();
            assert!(numbers.into_iter().eq(0..100_000));
        }
        assert!(numbered.texts().iter().eq(&all));
    }

    proptest! {
        #[test]
        fn numbers_are_those_of_a_plain_list(texts in proptest::collection::vec("[a-c]{0,12}", 0..200)) {
            let mut list: Vec<&str> = Vec::new();
            let mut numbered = Numbered::default();
            for text in &texts {
                if !list.contains(&text.as_str()) {
                    list.push(text);
                }
                let place = list.iter().position(|it| it == text);
                prop_assert_eq!(place, Some(numbered.number(text) as usize));
            }
            prop_assert_eq!(numbered.texts(), list.as_slice());
        }
    }
}
