//! Ascending numbers in few bits: binary interpolative coding, A. Moffat, L. Stuiver, "Binary Interpolative Coding for
//! Effective Index Compression", Information Retrieval 3 (2000).
//!
//! ```text
//! list(numbers, low..high):          they ascend, and all of them are in low..high
//!     m = the number in the middle   those before and behind it need room, so it is in low + before .. high - behind
//!     write m - (low + before)       below the length of that range, in minimal binary
//!     list(before, low..m)
//!     list(behind, m + 1..high)
//! ```
//!
//! Where words cluster, as they do in texts, there is little room between neighbours, and so there are few bits. Any bits are
//! a list: behind their end stand zeros, and no number leaves its range.

use std::ops::Range;

/// Writes bits, the lowest of a byte first.
#[derive(Debug, Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    /// Bits that do not make a byte yet, and how many.
    held: u64,
    count: u32,
}

impl BitWriter {
    /// How many whole bytes there are.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Appends numbers that ascend and are in a range.
    pub fn push_list(&mut self, numbers: &[u32], range: Range<u32>) {
        let (before, rest) = numbers.split_at(numbers.len() / 2);
        let Some((middle, behind)) = rest.split_first() else {
            return;
        };
        let room = room(&range, before.len(), behind.len());
        self.push_minimal(middle - room.start, room.end - room.start);
        self.push_list(before, range.start..*middle);
        self.push_list(behind, middle + 1..range.end);
    }

    /// The bytes, the last one filled with zeros.
    pub fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.held as u8);
        }
        self.bytes
    }

    fn push_minimal(&mut self, number: u32, bound: u32) {
        let code = Minimal::new(bound);
        let turned = code.turned(number, bound - code.turn);
        if turned < code.short {
            self.push(turned, code.bits);
        } else {
            let long = u64::from(turned) + u64::from(code.short);
            self.push((long >> 1) as u32, code.bits);
            self.push(long as u32 & 1, 1);
        }
    }

    fn push(&mut self, number: u32, bits: u32) {
        self.held |= u64::from(number) << self.count;
        self.count += bits;
        while self.count >= 8 {
            self.bytes.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }
}

/// Reads what [`BitWriter`] wrote.
#[derive(Debug)]
pub struct BitReader<'a> {
    bytes: std::slice::Iter<'a, u8>,
    held: u64,
    count: u32,
}

impl<'a> BitReader<'a> {
    /// From the first bit of these bytes on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes: bytes.iter(),
            held: 0,
            count: 0,
        }
    }

    /// Fills a slice with ascending numbers of a range that has at least as many.
    pub fn fill(&mut self, numbers: &mut [u32], range: Range<u32>) {
        let (before, rest) = numbers.split_at_mut(numbers.len() / 2);
        let Some((middle, behind)) = rest.split_first_mut() else {
            return;
        };
        let room = room(&range, before.len(), behind.len());
        *middle = room.start + self.minimal(room.end - room.start);
        self.fill(before, range.start..*middle);
        self.fill(behind, *middle + 1..range.end);
    }

    fn minimal(&mut self, bound: u32) -> u32 {
        let code = Minimal::new(bound);
        let mut turned = self.bits(code.bits);
        if turned >= code.short {
            turned = (turned << 1 | self.bits(1)).wrapping_sub(code.short);
        }
        code.turned(turned, code.turn)
    }

    fn bits(&mut self, bits: u32) -> u32 {
        while self.count < bits {
            let byte = self.bytes.next().copied().unwrap_or_default();
            self.held |= u64::from(byte) << self.count;
            self.count += 8;
        }
        let number = self.held & ((1 << bits) - 1);
        self.held >>= bits;
        self.count -= bits;
        number as u32
    }
}

/// Where a number can be in a range that so many others before and behind it share.
fn room(range: &Range<u32>, before: usize, behind: usize) -> Range<u32> {
    range.start + before as u32..range.end - behind as u32
}

/// Minimal binary codes of the numbers below a bound: so many of them have `bits` bits, the others one more. The short ones
/// go to the numbers in the middle, the likeliest ones of a range that is shared evenly.
struct Minimal {
    bound: u32,
    bits: u32,
    short: u32,
    /// The first number with a short code.
    turn: u32,
}

impl Minimal {
    fn new(bound: u32) -> Self {
        let bits = bound.ilog2();
        let short = ((2_u64 << bits) - u64::from(bound)) as u32;
        let turn = (bound - short) / 2;
        Self {
            bound,
            bits,
            short,
            turn,
        }
    }

    /// A number so much further on, from the bound back to 0.
    fn turned(&self, number: u32, by: u32) -> u32 {
        let turned = u64::from(number) + u64::from(by);
        let bound = u64::from(self.bound);
        let back = if turned < bound { 0 } else { bound };
        (turned - back) as u32
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn list(numbers: &BTreeSet<u32>) -> Vec<u32> {
        numbers.iter().copied().collect()
    }

    proptest! {
        #[test]
        fn lists_come_back(lists in prop::collection::vec((prop::collection::btree_set(0..90_u32, 0..90), 0..9_u32), 1..6)) {
            let mut writer = BitWriter::default();
            for (numbers, start) in &lists {
                let numbers: Vec<u32> = numbers.iter().map(|it| it + start).collect();
                writer.push_list(&numbers, *start..90 + start);
            }
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes);
            for (numbers, start) in &lists {
                let mut read = vec![0; numbers.len()];
                reader.fill(&mut read, *start..90 + start);
                let read: Vec<u32> = read.iter().map(|it| it - start).collect();
                prop_assert_eq!(read, list(numbers));
            }
        }

        #[test]
        fn great_numbers_come_back(numbers in prop::collection::btree_set(0..u32::MAX, 0..9)) {
            let mut writer = BitWriter::default();
            writer.push_list(&list(&numbers), 0..u32::MAX);
            let mut read = vec![0; numbers.len()];
            BitReader::new(&writer.finish()).fill(&mut read, 0..u32::MAX);
            prop_assert_eq!(read, list(&numbers));
        }

        #[test]
        fn any_bits_are_a_list_of_the_range(bytes: Vec<u8>, count in 0..40_u32, start in 0..9_u32, more in 0..50_u32) {
            let range = start..start + count + more;
            let mut read = vec![0; count as usize];
            BitReader::new(&bytes).fill(&mut read, range.clone());
            prop_assert!(read.is_sorted_by(|a, b| a < b));
            prop_assert!(read.iter().all(|it| range.contains(it)));
        }
    }

    #[test]
    fn what_leaves_no_choice_takes_no_bits() {
        let mut writer = BitWriter::default();
        writer.push_list(&[3, 4, 5, 6], 3..7);
        writer.push_list(&[], 0..9);
        assert!(writer.finish().is_empty());
    }
}
