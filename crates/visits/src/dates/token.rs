//! Cuts a piece of text into words, numbers and punctuation.

use std::ops::Range;

use super::lexicon::{Class, Lexicon, WordId};

/// One word, number or character.
#[derive(Clone, Copy, Debug)]
struct Token {
    /// Bytes in the piece.
    start: u32,
    end: u32,
    class: Class,
    word: WordId,
    /// The first byte of the listed word or of the mark; 0 for anything else.
    initial: u8,
    /// Whether space stands before it (or it is the first).
    spaced: bool,
    /// Whether its first letter is a capital.
    capital: bool,
    /// Whether it is a word or number that follows another without anything between.
    glued: bool,
}

/// The tokens of one piece of text. Every question about a place outside it is answered as if nothing stood there.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    piece: &'t str,
    /// Where the piece begins in the whole text.
    base: usize,
    list: Vec<Token>,
    lexicon: &'static Lexicon,
    names_may: bool,
}

impl<'t> Tokens<'t> {
    /// The tokens of a piece that begins at `base` in the whole text. Linear.
    pub(super) fn new(piece: &'t str, base: usize) -> Self {
        let lexicon = Lexicon::get();
        let mut cutter = Cutter {
            piece,
            lexicon,
            at: 0,
            spaced: true,
            glued: false,
            list: Vec::new(),
        };
        while cutter.step() {}
        Self {
            piece,
            base,
            list: cutter.list,
            lexicon,
            names_may: false,
        }
    }

    /// The same tokens of a text that speaks of somebody called May.
    pub(super) fn naming_may(self, names_may: bool) -> Self {
        Self { names_may, ..self }
    }

    /// Whether the text speaks of somebody called May.
    pub(super) fn names_may(&self) -> bool {
        self.names_may
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// What the token at `i` is.
    pub(super) fn class(&self, i: usize) -> Class {
        self.list.get(i).map_or(Class::Other, |token| token.class)
    }

    /// The listed word at `i`, lower case; empty for anything else.
    pub(super) fn word(&self, i: usize) -> &'static str {
        self.list
            .get(i)
            .map_or("", |token| self.lexicon.word(token.word))
    }

    /// Whether the listed word at `i` is one of these.
    pub(super) fn any(&self, i: usize, words: &[&str]) -> bool {
        debug_assert!(
            words.iter().all(|word| self.lexicon.knows(word)),
            "not listed: {words:?}"
        );
        let word = self.word(i);
        !word.is_empty() && words.contains(&word)
    }

    /// The place after these words (one space between each two; `'`, `.` and `-` stand apart) when they stand at `i`.
    pub(super) fn phrase(&self, i: usize, words: &str) -> Option<usize> {
        // Most phrases differ in their first letter.
        let initial = self.list.get(i)?.initial;
        if initial == 0 || words.as_bytes().first() != Some(&initial) {
            return None;
        }
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
        self.list.get(i).is_some_and(|token| token.capital)
    }

    /// Whether no space stands before the token at `i`; true past the end, where nothing stands.
    pub(super) fn joined(&self, i: usize) -> bool {
        self.list.get(i).is_none_or(|token| !token.spaced)
    }

    /// Whether the token at `i` follows a letter or digit directly.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|token| token.glued)
    }

    /// How many bytes the token at `i` has.
    pub(super) fn width(&self, i: usize) -> usize {
        self.text(i).len()
    }

    /// The text of the token at `i`.
    pub(super) fn text(&self, i: usize) -> &'t str {
        let text = |token: &Token| self.piece.get(token.start as usize..token.end as usize);
        self.list.get(i).and_then(text).unwrap_or("")
    }

    /// The bytes in the whole text from token `i` to the end of the token before `end`.
    pub(super) fn bytes(&self, i: usize, end: usize) -> Option<Range<usize>> {
        let (first, last) = (self.list.get(i)?, self.list.get(end.checked_sub(1)?)?);
        Some(self.base + first.start as usize..self.base + last.end as usize)
    }
}

/// Walks over a piece.
struct Cutter<'t> {
    piece: &'t str,
    lexicon: &'static Lexicon,
    at: usize,
    spaced: bool,
    glued: bool,
    list: Vec<Token>,
}

impl Cutter<'_> {
    /// Takes one token or one space; `false` at the end.
    fn step(&mut self) -> bool {
        let Some(rest) = self.piece.get(self.at..) else {
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
            self.push(len, WordId::NONE, class, false);
        } else if let Some((len, plain)) = hyphenated(rest) {
            let (word, class) = self.lexicon.look_up(plain);
            self.push(len, word, class, first.is_uppercase());
        } else if first.is_alphabetic() {
            let len = run(rest, u8::is_ascii_alphabetic, char::is_alphabetic);
            let (word, class) = self.lexicon.look_up(rest.get(..len).unwrap_or(""));
            self.push(len, word, class, first.is_uppercase());
        } else {
            self.glued = false;
            self.push(
                first.len_utf8(),
                WordId::NONE,
                Class::Punct(plain(first)),
                false,
            );
            self.glued = false;
        }
        true
    }

    fn push(&mut self, len: usize, word: WordId, class: Class, capital: bool) {
        let (spaced, glued) = (self.spaced, self.glued);
        // A piece is far shorter than 4 GB.
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (start, end) = (place(self.at), place(self.at + len));
        let initial = match class {
            Class::Punct(mark) => u8::try_from(mark).unwrap_or_default(),
            _ => self
                .lexicon
                .word(word)
                .as_bytes()
                .first()
                .copied()
                .unwrap_or_default(),
        };
        self.list.push(Token {
            start,
            end,
            class,
            word,
            initial,
            spaced,
            capital,
            glued,
        });
        (self.at, self.spaced, self.glued) = (self.at + len, false, true);
    }
}

/// "to-day", "to-morrow", "to-night", as they were written until the middle of the twentieth century: the length and
/// today's form.
fn hyphenated(rest: &str) -> Option<(usize, &'static str)> {
    let head = rest.get(..3)?;
    if !head.eq_ignore_ascii_case("to-") {
        return None;
    }
    let tail = rest.get(3..)?;
    let word = ["day", "morrow", "night"].into_iter().find(|word| {
        let begins = tail
            .get(..word.len())
            .is_some_and(|tail| tail.eq_ignore_ascii_case(word));
        begins
            && !tail
                .get(word.len()..)
                .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    })?;
    let today = match word {
        "day" => "today",
        "morrow" => "tomorrow",
        _ => "tonight",
    };
    Some((3 + word.len(), today))
}

/// One form for each mark that typesetters vary.
fn plain(mark: char) -> char {
    match mark {
        '\u{2018}' | '\u{2019}' | '`' => '\'',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2212}' => '-',
        other => other,
    }
}

/// The bytes at the start of `rest` whose characters are of one kind, given for ASCII and for all of Unicode.
fn run(rest: &str, ascii: fn(&u8) -> bool, kind: fn(char) -> bool) -> usize {
    let len = rest.bytes().take_while(ascii).count();
    match rest.as_bytes().get(len) {
        Some(byte) if !byte.is_ascii() => rest.find(|c| !kind(c)).unwrap_or(rest.len()),
        _ => len,
    }
}

/// The length and the class of the number that `rest` begins with.
fn number(rest: &str) -> (usize, Class) {
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, after) = rest.split_at_checked(len).unwrap_or((rest, ""));
    if let Some(more) = quantity(after) {
        return (len + more, Class::Quantity);
    }
    let value = digits.parse().unwrap_or(u32::MAX);
    let letters = run(after, u8::is_ascii_alphabetic, char::is_alphabetic);
    match after.get(..letters).unwrap_or("") {
        "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" => (len + 2, Class::Ordinal(value)),
        "s" if value % 10 == 0 && (len == 2 || len == 4) => (len + 1, Class::Decade(value)),
        _ => (len, Class::Number(value)),
    }
}

/// The length of `,000`, `.5` and the like after a run of digits.
fn quantity(after: &str) -> Option<usize> {
    let mut len = 0;
    while let Some(rest) = after.get(len..) {
        let digits = rest.bytes().skip(1).take_while(u8::is_ascii_digit).count();
        match rest.bytes().next() {
            Some(b',') if digits == 3 => len += 4,
            Some(b'.') if digits > 0 => len += 1 + digits,
            _ => break,
        }
    }
    (len > 0).then_some(len)
}
