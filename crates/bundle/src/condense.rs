//! Texts by the words that the index has anyway: less than half as long, and a quarter less behind gzip.
//!
//! ```text
//! byte        meaning
//! 0           so many bytes as the next one says follow as they are
//! 1           the word behind it begins with a capital
//! 2           the word behind it is in capitals
//! 3..0x80     itself
//! 0x80..0xc0  one of the 64 most frequent words
//! 0xc0..0xf8  with the next byte, one of the 14,336 words after them
//! 0xf8..      with the next two, one of the others
//! ```
//!
//! A word is a run of letters from a to z that the index has as a form of its own; the number of each is its rank by how often
//! it occurs, which both sides know from the dictionary. Between two words where nothing stands is a space. What gzip does well
//! it does on top of it: repeated phrases, and frequent words in fewer bits. The scheme is that of P. Skibiński,
//! Sz. Grabowski and S. Deorowicz, "Revisiting dictionary-based compression", Software: Practice and Experience 35 (2005).

use dateline_search::{Index, WordRanks};

use crate::decode::texts_at;

/// Stands before bytes that are no text of this form.
const AS_THEY_ARE: u8 = 0;

/// Stands before a word that begins with a capital.
const CAPITALIZED: u8 = 1;

/// Stands before a word in capitals.
const CAPITALS: u8 = 2;

/// The first byte of words of one byte, of two and of three.
const FIRST: [u8; 3] = [0x80, 0xc0, 0xf8];

/// How many words have one byte, and how many two.
const SHORT: u32 = 64;
const MIDDLE: u32 = 56 << 8;

/// Plain data with their texts by words.
pub(crate) fn condensed(plain: &[u8], ranks: &WordRanks) -> Vec<u8> {
    let Some((numbers, texts)) = texts_at(plain).and_then(|at| plain.split_at_checked(at)) else {
        return Vec::new();
    };
    let mut writer = Writer {
        out: numbers.to_vec(),
        ranks,
        small: String::new(),
        last: Last::Other,
    };
    for run in texts.chunk_by(|a, b| a.is_ascii_alphabetic() == b.is_ascii_alphabetic()) {
        writer.push(run);
    }
    writer.end_space();
    writer.out
}

/// What stands before the next run of letters or of other characters.
#[derive(PartialEq)]
enum Last {
    Word,
    /// A word and a space, which is not written yet.
    Space,
    Other,
}

struct Writer<'a> {
    out: Vec<u8>,
    ranks: &'a WordRanks,
    /// The run in small letters.
    small: String,
    last: Last,
}

impl Writer<'_> {
    fn push(&mut self, run: &[u8]) {
        if self.last == Last::Word && run == b" " {
            self.last = Last::Space;
            return;
        }
        if let Some((case, rank)) = self.word(run) {
            self.out.extend(case);
            self.rank(rank);
            self.last = Last::Word;
            return;
        }
        self.end_space();
        for run in run.chunk_by(|a, b| is_itself(*a) == is_itself(*b)) {
            if run.first().copied().is_some_and(is_itself) {
                self.out.extend_from_slice(run);
                continue;
            }
            for run in run.chunks(255) {
                self.out.extend([AS_THEY_ARE, run.len() as u8]);
                self.out.extend_from_slice(run);
            }
        }
    }

    /// Writes a space that is no longer between two words.
    fn end_space(&mut self) {
        if self.last == Last::Space {
            self.out.push(b' ');
        }
        self.last = Last::Other;
    }

    /// How a run is written and its rank, if it is a word.
    fn word(&mut self, run: &[u8]) -> Option<(Option<u8>, u32)> {
        self.small.clear();
        let small = run.iter().map(u8::to_ascii_lowercase);
        self.small.extend(small.map(char::from));
        let rank = self.ranks.get(&self.small)?;
        let (first, rest) = run.split_first()?;
        let are_small = |letters: &[u8]| letters.iter().all(u8::is_ascii_lowercase);
        let case = match (are_small(&[*first]), are_small(rest)) {
            (true, true) => None,
            (false, true) => Some(CAPITALIZED),
            (false, false) if run.iter().all(u8::is_ascii_uppercase) => Some(CAPITALS),
            _ => return None,
        };
        Some((case, rank))
    }

    fn rank(&mut self, rank: u32) {
        let [short, middle, long] = FIRST;
        let [_, high, middle_byte, low] = rank.to_be_bytes();
        if rank < SHORT {
            self.out.push(short + low);
        } else if rank - SHORT < MIDDLE {
            let [_, _, high, low] = (rank - SHORT).to_be_bytes();
            self.out.extend([middle + high, low]);
        } else {
            self.out.extend([long + high, middle_byte, low]);
        }
    }
}

/// Whether a byte stands for itself.
fn is_itself(byte: u8) -> bool {
    (CAPITALS + 1..FIRST[0]).contains(&byte)
}

/// What [`condensed`] made of plain data; `None` for bytes that it does not make. `words` are the forms by their ranks.
pub(crate) fn expanded(bytes: &[u8], index: &Index, words: &[u32]) -> Option<Vec<u8>> {
    let (numbers, texts) = bytes.split_at_checked(texts_at(bytes)?)?;
    let mut plain = numbers.to_vec();
    let mut rest = texts;
    let mut after_word = false;
    while let Some((byte, behind)) = rest.split_first() {
        let is_other = *byte == AS_THEY_ARE || is_itself(*byte);
        if after_word && !is_other {
            plain.push(b' ');
        }
        after_word = !is_other;
        rest = if is_itself(*byte) {
            plain.push(*byte);
            behind
        } else if *byte == AS_THEY_ARE {
            let (length, behind) = behind.split_first()?;
            let (own, behind) = behind.split_at_checked(usize::from(*length))?;
            plain.extend_from_slice(own);
            behind
        } else {
            let is_small = *byte >= FIRST[0];
            let (rank, behind) = rank(if is_small { rest } else { behind })?;
            let start = plain.len();
            let word = index.spelling(*words.get(rank as usize)?);
            plain.extend_from_slice(word.as_bytes());
            let letters = if *byte == CAPITALIZED { 1 } else { usize::MAX };
            let own = plain.iter_mut().skip(start).take(letters);
            own.filter(|_| !is_small)
                .for_each(|it| *it = it.to_ascii_uppercase());
            behind
        };
    }
    Some(plain)
}

/// The rank of the word at the front of these bytes, and what is behind it.
fn rank(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let [short, middle, long] = FIRST;
    let (first, behind) = bytes.split_first()?;
    let of = |bytes| u32::from_be_bytes(bytes);
    Some(match (*first, behind) {
        (first, [next, last, behind @ ..]) if first >= long => {
            (of([0, first - long, *next, *last]), behind)
        }
        (first, [last, behind @ ..]) if (middle..long).contains(&first) => {
            (SHORT + of([0, 0, first - middle, *last]), behind)
        }
        (first, behind) if (short..middle).contains(&first) => (u32::from(first - short), behind),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use dateline_search::{Aliases, Builder, Document, WordCounts};
    use proptest::prelude::*;

    use super::*;
    use crate::encode::to_bytes;

    /// Texts of other articles too, so that words have ranks of all lengths.
    fn indexed(texts: &[String], others: &[String]) -> (Index, WordRanks) {
        let mut builder = Builder::new(&[], Aliases::default());
        let mut counts = WordCounts::default();
        for text in texts.iter().chain(others) {
            builder.push(&Document {
                text,
                ..Document::default()
            });
            counts.push(text);
        }
        (builder.finish_in_blocks(&mut drop), counts.ranks())
    }

    fn comes_back(texts: &[String], others: &[String]) -> usize {
        let (index, ranks) = indexed(texts, others);
        let plain = to_bytes(&texts);
        let condensed = condensed(&plain, &ranks);
        assert_eq!(
            expanded(&condensed, &index, &index.plain_words()),
            Some(plain)
        );
        condensed.len()
    }

    proptest! {
        #[test]
        fn any_texts_come_back(
            texts in prop::collection::vec("[aA]{0,2}( [bB]{1,2}|  |, |\\.)*|([a-z]{1,3} ?[\u{0}-\u{3}’東]?){0,9}|.{0,300}", 0..6),
        ) {
            comes_back(&texts, &[]);
        }

        #[test]
        fn any_bytes_are_texts_or_none(bytes: Vec<u8>) {
            let (index, _) = indexed(&["one two three".to_owned()], &[]);
            let plain = expanded(&bytes, &index, &index.plain_words());
            prop_assert!(plain.is_none_or(|plain| plain.len() <= 6 * bytes.len()));
        }

        #[test]
        fn ranks_are_known_before_there_is_an_index(texts in prop::collection::vec("([a-d]{1,2}[ ’.]){0,9}", 0..6)) {
            let (index, ranks) = indexed(&texts, &[]);
            for (rank, form) in (0..).zip(index.plain_words()) {
                prop_assert_eq!(ranks.get(index.spelling(form)), Some(rank));
            }
        }
    }

    #[test]
    fn words_of_all_ranks_come_back_in_one_to_three_bytes() {
        let letter = |number: u32| char::from(b'a' + (number % 26) as u8);
        let word = |number: u32| -> String {
            [number / 17_576, number / 676, number / 26, number]
                .map(letter)
                .into_iter()
                .collect()
        };
        let others = |number| match number {
            0..100 => format!("{} ", word(number)).repeat(9),
            100..16_000 => format!("{} ", word(number)).repeat(5),
            _ => word(number),
        };
        let others: Vec<String> = (0..20_000).map(others).collect();
        let length = |number| comes_back(&[word(number)], &others);
        // Behind the lengths of numbers and texts and the two numbers.
        assert_eq!([0, 5_000, 19_999].map(length), [4 + 1, 4 + 2, 4 + 3]);
    }
}
