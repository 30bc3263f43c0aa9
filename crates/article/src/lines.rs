//! From byte offsets to the lines and columns that people count.

use dateline_model::Location;

/// Bytes between two checkpoints.
const STEP: usize = 256;

/// Lines and columns of one text, answered in constant time after one pass over it.
#[derive(Debug)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    first_line: u32,
    /// Line (from 0) and column (from 0, in scalar values) at the first character that begins at or after each
    /// multiple of [`STEP`], with that character's offset.
    checkpoints: Vec<(usize, u32, u32)>,
}

impl<'a> Lines<'a> {
    /// For a text whose first line has this number in its file.
    pub(crate) fn new(text: &'a str, first_line: u32) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let (mut line, mut column) = (0, 0);
        for (offset, c) in text.char_indices() {
            if checkpoints.len() * STEP <= offset {
                checkpoints.push((offset, line, column));
            }
            (line, column) = step(line, column, c);
        }
        Self {
            text,
            first_line,
            checkpoints,
        }
    }

    /// Where a byte stands. An offset beyond the end or inside a character counts as the next place that exists.
    pub(crate) fn at(&self, offset: usize) -> Location {
        let after = self
            .checkpoints
            .partition_point(|(start, _, _)| *start <= offset);
        let (start, mut line, mut column) = after
            .checked_sub(1)
            .and_then(|index| self.checkpoints.get(index))
            .copied()
            .unwrap_or_default();
        for (place, c) in self.text.get(start..).unwrap_or_default().char_indices() {
            if start + place >= offset {
                break;
            }
            (line, column) = step(line, column, c);
        }
        Location {
            line: self.first_line.saturating_add(line),
            column: column.saturating_add(1),
        }
    }
}

/// Line and column after a character.
fn step(line: u32, column: u32, c: char) -> (u32, u32) {
    if c == '\n' {
        (line.saturating_add(1), 0)
    } else {
        (line, column.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The obvious way: count from the start.
    fn naive(text: &str, offset: usize) -> (u32, u32) {
        let (mut line, mut column) = (1, 1);
        for (place, c) in text.char_indices() {
            if place >= offset {
                break;
            }
            if c == '\n' {
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
        }
        (line, column)
    }

    #[test]
    fn lines_go_on_from_the_first() {
        let lines = Lines::new("aß\nb", 5);
        let at = |offset| {
            let place = lines.at(offset);
            (place.line, place.column)
        };
        assert_eq!(at(0), (5, 1));
        assert_eq!(at(3), (5, 3));
        assert_eq!(at(4), (6, 1));
        assert_eq!(at(99), (6, 2));
    }

    proptest! {
        #[test]
        fn checkpoints_change_nothing(text in "[aß漢\n]{0,900}", offset in 0..2000usize) {
            let place = Lines::new(&text, 1).at(offset);
            prop_assert_eq!((place.line, place.column), naive(&text, offset));
        }
    }
}
