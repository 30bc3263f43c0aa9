//! Numbering strings.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Gives each distinct string a number, from 0 on in the order in which they come.
#[derive(Debug, Default)]
pub struct Names(HashMap<Box<str>, u32, BuildHasherDefault<NameHasher>>);

impl Names {
    /// The number of a string, and whether it is new. O(1) expected.
    pub fn number(&mut self, name: &str) -> (u32, bool) {
        if let Some(number) = self.0.get(name) {
            return (*number, false);
        }
        let number = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.insert(name.into(), number);
        (number, true)
    }

    /// The strings in order, each with its number. O(n log n).
    pub fn in_order(self) -> Vec<(Box<str>, u32)> {
        let mut names: Vec<(Box<str>, u32)> = self.0.into_iter().collect();
        dateline_compact::sort(&mut names);
        names
    }
}

/// A quick hash of short strings: rotate, exclusive-or and multiply over words of eight bytes (the scheme of Firefox's and
/// rustc's "FxHash"; the multiplier is 2⁶⁴ divided by π, made odd). Its values never leave this module.
#[derive(Debug, Default)]
pub struct NameHasher(u64);

impl Hasher for NameHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            let word = u64::from_le_bytes(word);
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        // The upper bits are the well-mixed ones; tables look at the lower ones too.
        self.0 ^ self.0 >> 32
    }
}
