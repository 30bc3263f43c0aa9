//! Sets of documents and of positions.

/// A set of numbers below a fixed bound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    len: u32,
}

impl Bits {
    /// The empty set of numbers below `len`.
    #[must_use]
    pub fn none(len: u32) -> Self {
        Self {
            words: vec![0; (len as usize).div_ceil(64)],
            len,
        }
    }

    /// The set of all numbers below `len`.
    #[must_use]
    pub fn all(len: u32) -> Self {
        Self::none(len).complement()
    }

    /// The bound.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether no number is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// How many numbers are in it.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether a number is in it.
    #[must_use]
    pub fn contains(&self, n: u32) -> bool {
        let word = self.words.get(n as usize / 64).copied().unwrap_or_default();
        word >> (n % 64) & 1 == 1
    }

    /// Puts a number in. One beyond the bound is ignored.
    pub fn insert(&mut self, n: u32) {
        if n < self.len
            && let Some(word) = self.words.get_mut(n as usize / 64)
        {
            *word |= 1 << (n % 64);
        }
    }

    /// Keeps what is in the other set too.
    pub fn intersect(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Puts in what is in the other set.
    pub fn unite(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Takes out what is in the other set.
    pub fn subtract(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// The numbers below the bound that are not in it.
    #[must_use]
    pub fn complement(mut self) -> Self {
        for word in &mut self.words {
            *word = !*word;
        }
        if !self.len.is_multiple_of(64)
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << (self.len % 64)) - 1;
        }
        self
    }

    /// How many numbers are in both sets.
    #[must_use]
    pub fn count_common(&self, other: &Self) -> u32 {
        let pairs = self.words.iter().zip(&other.words);
        pairs.map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// The numbers in it, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        Ones {
            words: &self.words,
            rest: 0,
            start: 0,
        }
    }
}

/// The numbers of a set, one word of it after the other.
struct Ones<'a> {
    words: &'a [u64],
    /// What is left of the current word.
    rest: u64,
    /// The first number of the next word.
    start: u32,
}

impl Iterator for Ones<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        while self.rest == 0 {
            let (first, others) = self.words.split_first()?;
            (self.rest, self.words) = (*first, others);
            self.start += 64;
        }
        let bit = self.rest.trailing_zeros();
        self.rest &= self.rest - 1;
        Some(self.start - 64 + bit)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn bits(len: u32, numbers: &BTreeSet<u32>) -> Bits {
        let mut bits = Bits::none(len);
        for n in numbers {
            bits.insert(*n);
        }
        bits
    }

    proptest! {
        #[test]
        fn a_set_is_a_set(
            len in 0..300u32,
            a in prop::collection::btree_set(0..300u32, 0..60),
            b in prop::collection::btree_set(0..300u32, 0..60),
        ) {
            let a: BTreeSet<u32> = a.into_iter().filter(|n| *n < len).collect();
            let b: BTreeSet<u32> = b.into_iter().filter(|n| *n < len).collect();
            let (x, y) = (bits(len, &a), bits(len, &b));
            prop_assert_eq!(x.iter().collect::<BTreeSet<_>>(), a.clone());
            prop_assert_eq!(x.count() as usize, a.len());
            prop_assert_eq!(x.is_empty(), a.is_empty());
            prop_assert_eq!(x.count_common(&y) as usize, a.intersection(&b).count());
            let with = |change: fn(&mut Bits, &Bits)| {
                let mut changed = x.clone();
                change(&mut changed, &y);
                changed
            };
            prop_assert_eq!(with(Bits::intersect), bits(len, &(&a & &b)));
            prop_assert_eq!(with(Bits::unite), bits(len, &(&a | &b)));
            prop_assert_eq!(with(Bits::subtract), bits(len, &(&a - &b)));
            prop_assert_eq!(x.clone().complement(), bits(len, &(0..len).filter(|n| !a.contains(n)).collect()));
            prop_assert_eq!((0..400).filter(|n| x.contains(*n)).collect::<BTreeSet<_>>(), a);
        }
    }
}
