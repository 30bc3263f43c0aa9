//! From byte offsets to offsets in Unicode scalar values, which every language can count.

/// Bytes between two checkpoints.
const STEP: usize = 512;

/// Offsets of one text. Built in one pass, then answered in constant time.
#[derive(Debug)]
pub struct Scalars<'a> {
    text: &'a str,
    /// For the first character that begins at or after each multiple of [`STEP`]: its offset in bytes, and how many
    /// characters stand before it.
    checkpoints: Vec<(usize, usize)>,
}

impl<'a> Scalars<'a> {
    /// The offsets of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        for (count, (offset, _)) in text.char_indices().enumerate() {
            if checkpoints.len() * STEP <= offset {
                checkpoints.push((offset, count));
            }
        }
        Self { text, checkpoints }
    }

    /// How many characters begin before a byte offset.
    #[must_use]
    pub fn at(&self, offset: usize) -> usize {
        let after = self
            .checkpoints
            .partition_point(|(start, _)| *start <= offset);
        let checkpoint = after
            .checked_sub(1)
            .and_then(|index| self.checkpoints.get(index));
        let (start, count) = checkpoint.copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        let between = rest
            .char_indices()
            .take_while(|(place, _)| start + place < offset);
        count + between.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_not_bytes() {
        let text = format!("{}漢ß", "aé".repeat(700));
        let scalars = Scalars::new(&text);
        for (count, (offset, _)) in text.char_indices().enumerate() {
            assert_eq!(scalars.at(offset), count);
        }
        assert_eq!(scalars.at(text.len()), text.chars().count());
        assert_eq!(Scalars::new("").at(0), 0);
    }
}
