//! Words that are written nearly like another one.
//!
//! The distance is that of Damerau and Levenshtein (optimal string alignment): letters left out, put in, replaced, or two
//! neighbours swapped. One table serves the whole dictionary: forms come in order, so that a form shares the rows of the
//! table with the one before it as far as their beginnings are the same; and where a beginning is too far away, all forms
//! that share it are passed over.

use crate::index::Index;
use crate::text::{base, is_dense};

/// Words longer than this have nothing similar: no word of any language that is indexed by words is.
const LONGEST: usize = 32;

/// A form that is written nearly like the wanted one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Similar {
    /// The form.
    pub form: u32,
    /// How far away it is.
    pub distance: u8,
}

/// How far away a similar word may be: one letter from `short` letters on, two from 9 on. Numbers have nothing similar.
pub(super) fn reach(word: &str, short: usize) -> u8 {
    let letters = word.chars().count();
    let is_word = !word.contains(|c: char| c.is_ascii_digit() || c == '.') && !is_dense(word);
    match letters {
        _ if !is_word || letters > LONGEST => 0,
        9.. => 2,
        _ => u8::from(letters >= short),
    }
}

impl Index {
    /// The forms that are at most so far from a word. With `open`, it is enough that they begin so.
    pub(super) fn similar(&self, word: &str, reach: u8, open: bool) -> Vec<Similar> {
        let mut found = Vec::new();
        if reach == 0 {
            return found;
        }
        let mut table = Table::new(word);
        let mut letters: Vec<char> = Vec::new();
        // Forms with so many letters in common with the last one are too far away.
        let mut dead = usize::MAX;
        for form in 0..self.forms.len() {
            let own = base(self.forms.get(form));
            let pairs = own.chars().zip(&letters);
            let common = pairs.take_while(|(a, b)| a == *b).count();
            if common < dead {
                dead = usize::MAX;
                table.depth = table.depth.min(common);
                letters.truncate(common);
                letters.extend(own.chars().skip(common));
                while table.depth < letters.len() && dead == usize::MAX {
                    table.next(&letters);
                    if table.is_beyond(reach) {
                        dead = table.depth;
                    }
                }
            }
            let distance = match open {
                true => table.least(),
                false if dead == usize::MAX => table.distance(),
                false => u8::MAX,
            };
            if distance <= reach {
                found.push(Similar { form, distance });
            }
        }
        found
    }
}

/// The table of distances between the beginnings of a form and those of the wanted word, a row for each letter of the form.
struct Table {
    wanted: Vec<char>,
    /// The rows, one behind the other.
    cells: Vec<u8>,
    /// How many letters of the form have their rows.
    depth: usize,
}

impl Table {
    fn new(wanted: &str) -> Self {
        let mut table = Self {
            wanted: Vec::new(),
            cells: vec![0],
            depth: 0,
        };
        for letter in wanted.chars() {
            table.wanted.push(letter);
            table.cells.push(table.wanted.len() as u8);
        }
        table
    }

    /// How long a row is.
    fn width(&self) -> usize {
        self.wanted.len() + 1
    }

    /// Makes the row of the next letter.
    fn next(&mut self, letters: &[char]) {
        let (width, depth) = (self.width(), self.depth + 1);
        let start = width * depth;
        self.cells.resize(start, 0);
        self.cells.push(depth.min(200) as u8);
        for at in 1..width {
            let (letter, wanted) = (letters[depth - 1], self.wanted[at - 1]);
            let above = start + at - width;
            let mut least = self.cells[above - 1] + u8::from(letter != wanted);
            least = least
                .min(self.cells[above] + 1)
                .min(self.cells[start + at - 1] + 1);
            let is_swap = depth > 1 && at > 1 && letter == self.wanted[at - 2];
            if is_swap && letters[depth - 2] == wanted {
                least = least.min(self.cells[above - width - 2] + 1);
            }
            self.cells.push(least);
        }
        self.depth = depth;
    }

    /// The distance of the form so far.
    fn distance(&self) -> u8 {
        self.cells[self.width() * (self.depth + 1) - 1]
    }

    /// The least distance of the beginnings of the form so far.
    fn least(&self) -> u8 {
        let mut least = u8::MAX;
        for depth in 0..=self.depth {
            least = least.min(self.cells[self.width() * (depth + 1) - 1]);
        }
        least
    }

    /// Whether no form that begins so can come near enough. A swap of neighbours reaches back over one row.
    fn is_beyond(&self, reach: u8) -> bool {
        let end = self.width() * (self.depth + 1);
        let last = &self.cells[end - 2 * self.width()..end];
        let (before, own) = last.split_at(self.width());
        own.iter().all(|cell| *cell > reach) && before.iter().all(|cell| *cell >= reach)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::aliases::Aliases;
    use crate::index::{Builder, Document};

    /// The distance, with a whole table for two words.
    pub(crate) fn distance(a: &[char], b: &[char]) -> u8 {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if i == 0 || j == 0 {
                    table[i][j] = (i + j) as u8;
                    continue;
                }
                let other = u8::from(a[i - 1] != b[j - 1]);
                let mut least = (table[i - 1][j] + 1)
                    .min(table[i][j - 1] + 1)
                    .min(table[i - 1][j - 1] + other);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                table[i][j] = least;
            }
        }
        table[a.len()][b.len()]
    }

    #[test]
    fn short_words_and_numbers_have_nothing_similar() {
        assert_eq!(reach("lees", 5), 0);
        assert_eq!(reach("leeds", 5), 1);
        assert_eq!(reach("nakasonne", 5), 2);
        assert_eq!(reach("2025", 3), 0);
        assert_eq!(reach("访问中国人", 3), 0);
        assert_eq!(reach(&"a".repeat(33), 3), 0);
    }

    proptest! {
        #[test]
        fn the_table_finds_what_the_definition_finds(
            words in prop::collection::btree_set("[a-c]{1,6}", 1..20),
            wanted in "[a-c]{1,6}",
            reach in 1..3u8,
            open: bool,
        ) {
            let mut builder = Builder::new(&[], Aliases::default());
            let text = words.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
            builder.push(&Document { text: &text, ..Document::default() });
            let index = builder.finish();
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            let wanted_letters = letters(&wanted);
            let mut expected = Vec::new();
            for (form, word) in (0..).zip(&words) {
                let own = letters(word);
                let first = if open { 0 } else { own.len() };
                let ends = (first..=own.len()).map(|end| distance(&own[..end], &wanted_letters));
                let distance = ends.min().unwrap();
                if distance <= reach {
                    expected.push(Similar { form, distance });
                }
            }
            prop_assert_eq!(index.similar(&wanted, reach, open), expected);
        }
    }
}
