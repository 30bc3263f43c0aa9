//! Plain words by how often they occur, for who codes texts: known of an index, and before there is one.

use super::Index;
use super::names::Names;
use crate::text::tokens;

impl Index {
    /// The forms that are words of letters from a to z, by their numbers: those that occur most first, and of those that occur
    /// as often, in the order of the alphabet.
    #[must_use]
    pub fn plain_words(&self) -> Vec<u32> {
        let mut words = Vec::new();
        for form in 0..self.forms.len() {
            if is_plain(self.spelling(form)) {
                words.push(u64::from(u32::MAX - self.count(form)) << 32 | u64::from(form));
            }
        }
        dateline_compact::sort_numbers(&mut words);
        words.into_iter().map(|word| word as u32).collect()
    }

    /// A form of the dictionary, which must have so many.
    #[must_use]
    pub fn spelling(&self, form: u32) -> &str {
        self.forms.get(form)
    }
}

fn is_plain(form: &str) -> bool {
    form.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Counts the forms of texts, as [`super::Builder`] will.
#[derive(Debug, Default)]
pub struct WordCounts {
    names: Names,
    counts: Vec<u32>,
}

impl WordCounts {
    /// Counts those of a headline or of a text. Linear in its length.
    pub fn push(&mut self, text: &str) {
        tokens(text, 0, &mut |token| {
            let (form, is_new) = self.names.number(token.form);
            if is_new {
                self.counts.push(0);
            }
            self.counts[form as usize] += 1;
        });
    }

    /// The ranks that [`Index::plain_words`] will give in the index of all these texts.
    #[must_use]
    pub fn ranks(self) -> WordRanks {
        let mut words: Vec<u32> = (0..self.counts.len() as u32).collect();
        words.retain(|form| is_plain(self.names.name(*form)));
        words.sort_unstable_by(|a, b| {
            let [count_a, count_b] = [a, b].map(|form| self.counts[*form as usize]);
            let by_name = || self.names.name(*a).cmp(self.names.name(*b));
            count_b.cmp(&count_a).then_with(by_name)
        });
        let mut ranks = vec![u32::MAX; self.counts.len()];
        for (rank, form) in (0..).zip(words) {
            ranks[form as usize] = rank;
        }
        WordRanks {
            names: self.names,
            ranks,
        }
    }
}

/// The ranks of plain words.
#[derive(Debug)]
pub struct WordRanks {
    names: Names,
    /// Of each form; the greatest number where it is no plain word.
    ranks: Vec<u32>,
}

impl WordRanks {
    /// The rank of a word in small letters. O(1) expected.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<u32> {
        let rank = self.ranks[self.names.find(word)? as usize];
        (rank != u32::MAX).then_some(rank)
    }
}
