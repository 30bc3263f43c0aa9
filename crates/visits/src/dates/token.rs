//! Cuts one paragraph into words, numbers and punctuation.

use std::ops::Range;

use super::lexicon::{Class, look_up};

/// One word, number or character of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Bytes in the whole text.
    start: usize,
    end: usize,
    /// The canonical form of a listed word, else empty.
    word: &'static str,
    /// What it is.
    pub(super) class: Class,
    /// Whether space stands before it (or it is the first).
    spaced: bool,
    /// Whether its first letter is a capital.
    capital: bool,
    /// Whether it is a word or number that follows another without anything between.
    glued: bool,
}

/// The tokens of one paragraph. Every question about a place outside it is answered as if nothing stood there.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    text: &'t str,
    list: Vec<Token>,
}

impl<'t> Tokens<'t> {
    /// The tokens of `text[range]`; `range` must lie on `char` boundaries, else there are none. Linear.
    pub(super) fn new(text: &'t str, range: Range<usize>) -> Self {
        let mut cutter = Cutter {
            text,
            end: range.end,
            at: range.start,
            spaced: true,
            glued: false,
            list: Vec::new(),
        };
        while cutter.step() {}
        Self {
            text,
            list: cutter.list,
        }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The token at `i`.
    pub(super) fn get(&self, i: usize) -> Option<&Token> {
        self.list.get(i)
    }

    /// What the token at `i` is.
    pub(super) fn class(&self, i: usize) -> Class {
        self.get(i).map_or(Class::Other, |token| token.class)
    }

    /// The listed word at `i`, lower case; empty for anything else.
    pub(super) fn word(&self, i: usize) -> &'static str {
        self.get(i).map_or("", |token| token.word)
    }

    /// Whether the listed word at `i` is one of these.
    pub(super) fn any(&self, i: usize, words: &[&str]) -> bool {
        debug_assert!(
            words.iter().all(|word| look_up(word).is_some()),
            "not listed: {words:?}"
        );
        let word = self.word(i);
        !word.is_empty() && words.contains(&word)
    }

    /// The place after these words (one space between each two; `'`, `.` and `-` stand apart) when they stand at `i`.
    pub(super) fn phrase(&self, i: usize, words: &str) -> Option<usize> {
        words.split(' ').try_fold(i, |at, word| {
            let mark = word.chars().next().filter(|c| !c.is_alphabetic());
            let here = mark.map_or_else(|| self.any(at, &[word]), |mark| self.is(at, mark));
            here.then_some(at + 1)
        })
    }

    /// The place after this word when it stands at `i`, else `i`.
    pub(super) fn skip(&self, i: usize, word: &str) -> usize {
        if self.any(i, &[word]) { i + 1 } else { i }
    }

    /// The place after a hyphen without spaces at `i`, else `i`.
    pub(super) fn skip_hyphen(&self, i: usize) -> usize {
        if self.is(i, '-') && self.joined(i) && self.joined(i + 1) {
            i + 1
        } else {
            i
        }
    }

    /// Whether the token at `i` is this character.
    pub(super) fn is(&self, i: usize, punct: char) -> bool {
        self.class(i) == Class::Punct(punct)
    }

    /// Whether the token at `i` begins with a capital.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.get(i).is_some_and(|token| token.capital)
    }

    /// Whether no space stands before the token at `i`; true past the end, where nothing stands.
    pub(super) fn joined(&self, i: usize) -> bool {
        self.get(i).is_none_or(|token| !token.spaced)
    }

    /// Whether the token at `i` follows a letter or digit directly.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.get(i).is_some_and(|token| token.glued)
    }

    /// How many bytes the token at `i` has.
    pub(super) fn width(&self, i: usize) -> usize {
        self.get(i).map_or(0, |token| token.end - token.start)
    }

    /// The text of the token at `i`.
    pub(super) fn text(&self, i: usize) -> &'t str {
        self.get(i)
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or("")
    }

    /// The bytes in the whole text from token `i` to the end of the token before `end`.
    pub(super) fn bytes(&self, i: usize, end: usize) -> Option<Range<usize>> {
        let (first, last) = (self.get(i)?, self.get(end.checked_sub(1)?)?);
        Some(first.start..last.end)
    }
}

/// Walks over a paragraph.
struct Cutter<'t> {
    text: &'t str,
    end: usize,
    at: usize,
    spaced: bool,
    glued: bool,
    list: Vec<Token>,
}

impl Cutter<'_> {
    /// Takes one token or one run of spaces; `false` at the end.
    fn step(&mut self) -> bool {
        let Some(rest) = self.text.get(self.at..self.end) else {
            return false;
        };
        let Some(first) = rest.chars().next() else {
            return false;
        };
        if first.is_whitespace() {
            self.at += first.len_utf8();
            (self.spaced, self.glued) = (true, false);
        } else if first.is_ascii_digit() {
            let (len, class) = number(rest);
            self.push(len, "", class, false);
        } else if first.is_alphabetic() {
            let len = run(rest, char::is_alphabetic);
            let known = rest.get(..len).and_then(look_up);
            let (word, class) = known.unwrap_or(("", Class::Other));
            self.push(len, word, class, first.is_uppercase());
        } else {
            self.glued = false;
            self.push(first.len_utf8(), "", Class::Punct(plain(first)), false);
            self.glued = false;
        }
        true
    }

    fn push(&mut self, len: usize, word: &'static str, class: Class, capital: bool) {
        let (start, end) = (self.at, self.at + len);
        let (spaced, glued) = (self.spaced, self.glued);
        self.list.push(Token {
            start,
            end,
            word,
            class,
            spaced,
            capital,
            glued,
        });
        (self.at, self.spaced, self.glued) = (end, false, true);
    }
}

/// One form for each mark that typesetters vary.
fn plain(mark: char) -> char {
    match mark {
        '\u{2018}' | '\u{2019}' | '`' => '\'',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2212}' => '-',
        other => other,
    }
}

/// The bytes at the start of `rest` whose characters are `kind`.
fn run(rest: &str, kind: fn(char) -> bool) -> usize {
    rest.find(|c| !kind(c)).unwrap_or(rest.len())
}

/// The length and the class of the number that `rest` begins with.
fn number(rest: &str) -> (usize, Class) {
    let len = run(rest, |c| c.is_ascii_digit());
    let (digits, after) = rest.split_at_checked(len).unwrap_or((rest, ""));
    if let Some(more) = quantity(after) {
        return (len + more, Class::Quantity);
    }
    let value = digits.parse().unwrap_or(u32::MAX);
    let suffix = after.get(..run(after, char::is_alphabetic)).unwrap_or("");
    match suffix {
        "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" => (len + 2, Class::Ordinal(value)),
        "s" if value % 10 == 0 && (len == 2 || len == 4) => (len + 1, Class::Decade(value)),
        _ => (len, Class::Number(value)),
    }
}

/// The length of `,000`, `.5` and the like after a run of digits.
fn quantity(after: &str) -> Option<usize> {
    let mut len = 0;
    while let Some(rest) = after.get(len..) {
        let digits = rest
            .get(1..)
            .map_or(0, |more| run(more, |c| c.is_ascii_digit()));
        match rest.chars().next() {
            Some(',') if digits == 3 => len += 4,
            Some('.') if digits > 0 => len += 1 + digits,
            _ => break,
        }
    }
    (len > 0).then_some(len)
}
