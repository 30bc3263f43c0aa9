//! The lists of countries, states of the past, towns, regions and buildings, looked up by running words.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::text::{Token, tokens};

/// What a name on the lists stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    /// A country or territory, today's or a past one.
    Country,
    /// A part of the world larger than a country, or one that is no country.
    Region,
}

/// A place on the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The name that labels it.
    pub name: &'static str,
    /// The country that it lies in (for a country itself); none for a region.
    pub country: Option<&'static str>,
    /// What it is.
    pub kind: PlaceKind,
}

/// All lists, by lower-case words.
#[derive(Debug)]
pub(crate) struct Gazetteer {
    places: HashMap<String, Entry>,
    adjectives: HashMap<String, &'static str>,
    /// The number of tokens of the longest name that begins with a word.
    longest: HashMap<String, usize>,
}

impl Gazetteer {
    /// The lists that ship with the crate, read once.
    pub fn get() -> &'static Self {
        static LISTS: OnceLock<Gazetteer> = OnceLock::new();
        LISTS.get_or_init(Self::read)
    }

    /// The longest place name that begins at `at`, with its number of tokens.
    pub fn place(&self, tokens: &[Token<'_>], at: usize) -> Option<(Entry, usize)> {
        self.longest_of(&self.places, tokens, at)
    }

    /// The country of the adjective ("Chinese", "South Korean") that begins at `at`, with its number of tokens.
    pub fn adjective(&self, tokens: &[Token<'_>], at: usize) -> Option<(&'static str, usize)> {
        self.longest_of(&self.adjectives, tokens, at)
    }

    fn longest_of<T: Copy>(
        &self,
        list: &HashMap<String, T>,
        tokens: &[Token<'_>],
        at: usize,
    ) -> Option<(T, usize)> {
        let first = tokens.get(at)?;
        if !first.is_capital() {
            return None;
        }
        let longest = self.longest.get(&plain(first.lower)).copied()?;
        (1..=longest).rev().find_map(|count| {
            let words = tokens.get(at..at + count)?;
            let found = list.get(&key(words)).copied()?;
            // "us" and "car" are words; names of three letters and fewer are written in capitals.
            (count > 1 || first.text.len() > 3 || first.is_shouted() || first.text.contains('.'))
                .then_some((found, count))
        })
    }

    fn read() -> Self {
        let mut lists = Self {
            places: HashMap::new(),
            adjectives: HashMap::new(),
            longest: HashMap::new(),
        };
        for row in rows(include_str!("../../data/historic-states.tsv"))
            .chain(rows(include_str!("../../data/countries.tsv")))
        {
            lists.add_country(&row);
        }
        lists
    }

    fn add_country(&mut self, row: &[&'static str]) {
        let Some(&name) = row.first() else {
            return;
        };
        let entry = Entry {
            name,
            country: Some(name),
            kind: PlaceKind::Country,
        };
        self.add_place(name, entry);
        for other in cell(row, 1) {
            self.add_place(other, entry);
        }
        for adjective in cell(row, 2) {
            let key = self.note(adjective);
            self.adjectives.insert(key, name);
        }
    }

    fn add_place(&mut self, words: &str, entry: Entry) {
        let key = self.note(words);
        self.places.insert(key, entry);
    }

    /// The key of a name, whose first word and length are noted on the way.
    fn note(&mut self, words: &str) -> String {
        let lower = words.to_ascii_lowercase();
        let found = tokens(words, &lower);
        if let Some(first) = found.first() {
            let longest = self.longest.entry(plain(first.lower)).or_default();
            *longest = found.len().max(*longest);
        }
        key(&found)
    }
}

/// The words of a name, joined by single spaces, with plain apostrophes.
fn key(tokens: &[Token<'_>]) -> String {
    let mut key = String::new();
    for token in tokens {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&plain(token.lower));
    }
    key
}

/// Lower-case words with plain apostrophes.
fn plain(lower: &str) -> String {
    lower.replace('’', "'")
}

/// The rows of a table without its comments.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

/// The values of one cell of a row.
fn cell(row: &[&'static str], column: usize) -> impl Iterator<Item = &'static str> {
    let cell = row.get(column).copied().unwrap_or_default();
    cell.split(';')
        .map(str::trim)
        .filter(|value| !value.is_empty())
}
