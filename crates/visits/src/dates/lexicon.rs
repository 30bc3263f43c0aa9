//! The words that the rules of date expressions know, and what each is.

use std::sync::LazyLock;

use super::words::{
    ALONE, FUTURE, LEAD, MONTHS, NUMBERS, PARTS, PAST, PLAIN, SEASONS, UNITS, WEEKDAYS,
};

/// What a token is for the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A word that some rule names, which begins no expression.
    Plain,
    /// A word that can be an expression by itself or begin one.
    Alone,
    /// A word that can begin an expression of several words.
    Lead,
    /// A word that no rule knows.
    Other,
    /// One character that is neither letter, digit nor space.
    Punct(char),
    /// Digits, without separators.
    Number(u32),
    /// Digits with a decimal point or thousands separators: a quantity, never part of a date.
    Quantity,
    /// A number word, `one` to `ninety`, `hundred`, `thousand`.
    Cardinal(u32),
    /// `first`, `5th`.
    Ordinal(u32),
    /// `1990s` (its first year), `80s` and `eighties` (80).
    Decade(u32),
    /// 1 (January) to 12.
    Month(u8),
    /// 0 (Monday) to 6.
    Weekday(u8),
    /// EDTF's 21 (spring) to 24 (winter).
    Season(u8),
    /// A unit of time.
    Unit(Unit),
    /// A part of the day.
    Part(Part),
    /// `mornings`.
    Parts(Part),
    /// `Mondays`.
    Weekdays(u8),
    /// A verb (or a word like one) that places what it governs.
    Verb(Tense),
}

/// Where the words around a date place it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// An infinitive: most often of a plan.
    Perhaps,
    Unknown,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A weekend.
    Weekend,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
    /// A decade.
    Decade,
    /// A century.
    Century,
    /// A millennium.
    Millennium,
}

/// A part of the day, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// A word of the lexicon by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordId(u16);

impl WordId {
    /// No word of the lexicon.
    pub(super) const NONE: Self = Self(0);
}

/// All words, found by a hash table of their lower-case forms (open addressing, linear probing).
#[derive(Debug)]
pub(super) struct Lexicon {
    /// The first stands for every word that is not listed.
    words: Vec<(&'static str, Class)>,
    slots: Vec<u16>,
}

/// The length of the longest word.
const LONGEST: usize = 13;

impl Lexicon {
    /// The one lexicon.
    pub(super) fn get() -> &'static Self {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);
        &LEXICON
    }

    fn build() -> Self {
        let classed = [MONTHS, WEEKDAYS, SEASONS, UNITS, NUMBERS, PARTS].concat();
        let words: Vec<_> = std::iter::once(("", Class::Other))
            .chain(classed)
            .chain(listed(ALONE, Class::Alone))
            .chain(listed(LEAD, Class::Lead))
            .chain(listed(PLAIN, Class::Plain))
            .chain(listed(PAST, Class::Verb(Tense::Past)))
            .chain(listed(FUTURE, Class::Verb(Tense::Future)))
            .collect();
        let mut slots = vec![0; (words.len() * 4).next_power_of_two()];
        for (id, (word, _)) in (0..).zip(&words).skip(1) {
            let free = probe(&slots, word.as_bytes()).find(|slot| slots.get(*slot) == Some(&0));
            if let Some(slot) = free.and_then(|slot| slots.get_mut(slot)) {
                *slot = id;
            }
        }
        Self { words, slots }
    }

    /// The word and the class of a word in any case.
    pub(super) fn look_up(&self, word: &str) -> (WordId, Class) {
        self.find(word).unwrap_or((WordId::NONE, Class::Other))
    }

    fn find(&self, word: &str) -> Option<(WordId, Class)> {
        let mut buffer = [0; LONGEST];
        let lower = buffer.get_mut(..word.len())?;
        for (to, from) in lower.iter_mut().zip(word.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        for slot in probe(&self.slots, lower) {
            let id = *self.slots.get(slot)?;
            let (entry, class) = self.words.get(usize::from(id))?;
            if id == 0 || entry.as_bytes() == lower {
                return (id > 0).then_some((WordId(id), *class));
            }
        }
        None
    }

    /// The lower-case form of a word.
    pub(super) fn word(&self, id: WordId) -> &'static str {
        self.words
            .get(usize::from(id.0))
            .map_or("", |(word, _)| word)
    }

    /// Every word.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().skip(1).map(|(word, _)| *word)
    }

    /// Whether a word is listed.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.find(word).is_some()
    }
}

/// The slots in which a word can lie, in their order. The hash is FNV-1a
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn probe(slots: &[u16], word: &[u8]) -> impl Iterator<Item = usize> + use<> {
    let mask = slots.len() - 1;
    let hash = word.iter().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    let first = hash as usize;
    (0..=mask).map(move |step| first.wrapping_add(step) & mask)
}

/// The words of a list, all of one class.
fn listed(words: &'static str, class: Class) -> impl Iterator<Item = (&'static str, Class)> {
    words
        .split_ascii_whitespace()
        .map(move |word| (word, class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_listed_twice() {
        let mut words: Vec<_> = Lexicon::get().words.iter().map(|(word, _)| *word).collect();
        words.sort_unstable();
        let twice: Vec<_> = words.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn every_listed_word_is_found_in_any_case() {
        let lexicon = Lexicon::get();
        for (word, class) in lexicon.words.iter().skip(1) {
            let (id, found) = lexicon.look_up(&word.to_ascii_uppercase());
            assert_eq!((lexicon.word(id), found), (*word, *class));
        }
        assert_eq!(lexicon.look_up("dateline"), (WordId::NONE, Class::Other));
        assert_eq!(
            lexicon.look_up("incontrovertibly"),
            (WordId::NONE, Class::Other)
        );
    }
}
