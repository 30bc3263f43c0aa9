//! What a term looks for.

/// Rows of words: each row a choice, the words of a row follow each other.
///
/// In one string: a word is the letter of its [`Mode`] and its folded form, words are parted by spaces, rows by line ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows(String);

/// Which forms a word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Only itself.
    Exact,
    /// Itself, and what has the same stem.
    Stem,
    /// Every form that begins with it.
    Prefix,
    /// Every form that begins with it, and what has the same stem.
    Typed,
    /// Itself where it is written as an acronym.
    Acronym,
    /// Forms that are written nearly like it.
    Similar,
}

impl Mode {
    /// The letter that stands for it.
    fn letter(self) -> char {
        match self {
            Self::Exact => '=',
            Self::Stem => '+',
            Self::Prefix => '*',
            Self::Typed => '?',
            Self::Acronym => '^',
            Self::Similar => '~',
        }
    }

    fn of(letter: u8) -> Self {
        match letter {
            b'=' => Self::Exact,
            b'*' => Self::Prefix,
            b'?' => Self::Typed,
            b'^' => Self::Acronym,
            b'~' => Self::Similar,
            _ => Self::Stem,
        }
    }

    /// Whether it stands for more forms than the word itself.
    pub fn is_wide(self) -> bool {
        !matches!(self, Self::Exact | Self::Acronym)
    }
}

impl Rows {
    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Begins another row.
    pub fn begin_row(&mut self) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
    }

    /// Appends a word to the last row. The form has neither spaces nor line ends.
    pub fn push(&mut self, form: &str, mode: Mode) {
        if !self.0.is_empty() && !self.0.ends_with('\n') {
            self.0.push(' ');
        }
        self.0.push(mode.letter());
        self.0.push_str(form);
    }

    /// Appends other rows.
    pub fn append(&mut self, other: &Self) {
        if !other.is_empty() {
            self.begin_row();
            self.0.push_str(&other.0);
        }
    }

    /// The forms of the first row, each with a space before it.
    pub fn first_forms(&self) -> String {
        let mut forms = String::new();
        for (form, _) in self.rows().take(1).flat_map(words) {
            forms.push(' ');
            forms.push_str(form);
        }
        forms
    }

    /// The rows, each to be read by [`words`].
    pub fn rows(&self) -> impl Iterator<Item = &str> {
        self.0.split('\n').filter(|row| !row.is_empty())
    }
}

/// The words of a row.
pub fn words(row: &str) -> impl Iterator<Item = (&str, Mode)> {
    row.split(' ').map(|word| {
        let letter = word.as_bytes().first().copied().unwrap_or_default();
        (word.get(1..).unwrap_or_default(), Mode::of(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_comes_out() {
        let modes = [
            Mode::Exact,
            Mode::Stem,
            Mode::Prefix,
            Mode::Typed,
            Mode::Acronym,
            Mode::Similar,
        ];
        let mut rows = Rows::default();
        assert!(rows.is_empty());
        for mode in modes {
            rows.begin_row();
            rows.push("state", mode);
            rows.push("访问", mode);
        }
        let found: Vec<Vec<_>> = rows.rows().map(|row| words(row).collect()).collect();
        assert_eq!(
            found,
            modes.map(|mode| vec![("state", mode), ("访问", mode)])
        );
    }
}
