//! Numbers in as few bytes as they need: seven bits a byte, lowest first, the eighth bit set when more follow (LEB128).

/// Appends a number.
pub fn push(mut n: u32, out: &mut Vec<u8>) {
    while n >= 0x80 {
        out.push((n & 0x7f) as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

/// Reads numbers until the bytes end.
#[derive(Clone, Debug)]
pub struct Varints<'a> {
    bytes: std::slice::Iter<'a, u8>,
}

impl<'a> Varints<'a> {
    /// The numbers of these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes: bytes.iter(),
        }
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.bytes.len()
    }
}

impl Iterator for Varints<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let mut byte = *self.bytes.next()?;
        let mut n = u32::from(byte & 0x7f);
        let mut shift = 7;
        while byte >= 0x80 {
            byte = *self.bytes.next()?;
            n |= u32::from(byte & 0x7f).wrapping_shl(shift);
            shift += 7;
        }
        Some(n)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in prop::collection::vec(any::<u32>(), 0..40)) {
            let mut bytes = Vec::new();
            for n in &numbers {
                push(*n, &mut bytes);
            }
            prop_assert_eq!(Varints::new(&bytes).collect::<Vec<_>>(), numbers);
        }

        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>) {
            prop_assert!(Varints::new(&bytes).count() <= bytes.len());
        }
    }
}
