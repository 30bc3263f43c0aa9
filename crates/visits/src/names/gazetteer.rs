//! The lists of countries, states of the past, towns, regions and buildings, looked up by running words.

use std::sync::OnceLock;

use super::hash::QuickMap;
use super::table::{cell, rows};
use crate::text::{Token, tokens};

/// What a name on the lists stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    /// A country or territory, today's or a past one.
    Country,
    /// A part of the world that is no country.
    Region,
    /// A province, state or island of a country.
    Area,
    /// A town.
    Town,
    /// A building that stands for a town and its country.
    Building,
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
    /// Other countries with a town of this name, parted by semicolons.
    pub also: &'static str,
}

/// All lists, by lower-case words.
#[derive(Debug)]
pub(crate) struct Gazetteer {
    places: QuickMap<String, Entry>,
    adjectives: QuickMap<String, &'static str>,
    /// Countries by region.
    regions: QuickMap<&'static str, Vec<&'static str>>,
    /// Town or today's country, the state of the past, its first and last year.
    borders: Vec<(&'static str, &'static str, i32, i32)>,
    /// Capital by country.
    capitals: QuickMap<&'static str, &'static str>,
    /// The number of tokens of the longest name that begins with a word.
    longest: QuickMap<String, usize>,
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

    /// Whether a country lies in a region.
    pub fn lies_in(&self, country: &str, region: &str) -> bool {
        self.regions
            .get(region)
            .is_some_and(|countries| countries.contains(&country))
    }

    /// The state that a town of today's `country` lay in then.
    pub fn state_in(&self, town: &str, country: &'static str, year: i32) -> &'static str {
        let then = |from: i32, to: i32| (from..=to).contains(&year);
        let of = |name: &str| {
            let mut rows = self.borders.iter();
            rows.find(|(today, _, from, to)| *today == name && then(*from, *to))
        };
        of(town)
            .or_else(|| of(country))
            .map_or(country, |(_, state, _, _)| *state)
    }

    /// Whether a town of today's `country` ever lay in a state of the past.
    pub fn lay_in(&self, town: &str, country: &str, state: &str) -> bool {
        self.borders
            .iter()
            .any(|(today, past, _, _)| *past == state && (*today == town || *today == country))
    }

    /// The country that a territory belongs to: Puerto Rico to the United States.
    pub fn belongs_to(&self, territory: &str) -> Option<&'static str> {
        let entry = self.named(territory)?;
        // Georgia is a country, though the United States have a part of that name.
        let shared = entry.name == "Georgia";
        (entry.kind == PlaceKind::Country && !entry.also.is_empty() && !shared)
            .then_some(entry.also)
    }

    /// The capital of a country.
    pub fn capital(&self, country: &str) -> Option<Entry> {
        self.named(self.capitals.get(country)?)
    }

    /// The place with exactly this name.
    pub fn named(&self, name: &str) -> Option<Entry> {
        let lower = name.to_ascii_lowercase();
        self.places.get(&key(&tokens(name, &lower))).copied()
    }

    fn longest_of<T: Copy>(
        &self,
        list: &QuickMap<String, T>,
        tokens: &[Token<'_>],
        at: usize,
    ) -> Option<(T, usize)> {
        let first = tokens.get(at)?;
        if !first.is_capital() && !first.is("sub-saharan") && !first.is("el-aaiun") {
            return None;
        }
        let longest = self.longest.get(plain(first.lower).as_ref()).copied()?;
        if longest == 1 {
            let found = list.get(plain(first.lower).as_ref()).copied()?;
            return is_name(first).then_some((found, 1));
        }
        (1..=longest).rev().find_map(|count| {
            let words = tokens.get(at..at + count)?;
            if count == 1 && !is_name(first) {
                return None;
            }
            Some((list.get(&key(words)).copied()?, count))
        })
    }

    fn read() -> Self {
        let mut lists = Self {
            places: QuickMap::default(),
            adjectives: QuickMap::default(),
            regions: QuickMap::default(),
            borders: borders(),
            capitals: QuickMap::default(),
            longest: QuickMap::default(),
        };
        // Later tables win: a country's name is never a town's.
        for row in rows(include_str!("../../data/cities.tsv")) {
            lists.add(&row, PlaceKind::Town, row.get(1).copied(), 2);
        }
        for row in rows(include_str!("../../data/places.tsv")) {
            lists.add(&row, PlaceKind::Area, row.get(1).copied(), 2);
        }
        for row in rows(include_str!("../../data/buildings.tsv")) {
            lists.add(&row, PlaceKind::Building, row.get(1).copied(), 3);
        }
        for row in rows(include_str!("../../data/regions.tsv")) {
            lists.add(&row, PlaceKind::Region, None, 1);
            if let Some(&region) = row.first() {
                lists.regions.insert(region, cell(&row, 2).collect());
            }
        }
        for table in [
            include_str!("../../data/historic-states.tsv"),
            include_str!("../../data/countries.tsv"),
        ] {
            for row in rows(table) {
                lists.add(&row, PlaceKind::Country, row.first().copied(), 1);
                lists.add_adjectives(&row);
                if let [name, _, _, capital, ..] = *row {
                    lists.capitals.insert(name, capital);
                }
            }
        }
        lists
    }

    /// Adds a row: its name and, from `others`, its other writings.
    fn add(
        &mut self,
        row: &[&'static str],
        kind: PlaceKind,
        country: Option<&'static str>,
        others: usize,
    ) {
        let Some(&name) = row.first() else {
            return;
        };
        let entry = Entry {
            name,
            country,
            kind,
            also: match kind {
                PlaceKind::Town => row.get(3).copied().unwrap_or_default(),
                PlaceKind::Country => row.get(4).copied().unwrap_or_default(),
                PlaceKind::Region | PlaceKind::Area | PlaceKind::Building => "",
            },
        };
        for words in std::iter::once(name).chain(cell(row, others)) {
            let key = self.note(words);
            self.places.insert(key, entry);
        }
    }

    fn add_adjectives(&mut self, row: &[&'static str]) {
        let Some(&name) = row.first() else {
            return;
        };
        for adjective in cell(row, 2) {
            let key = self.note(adjective);
            self.adjectives.insert(key, name);
        }
    }

    /// The key of a name, whose first word and length are noted on the way.
    fn note(&mut self, words: &str) -> String {
        let lower = words.to_ascii_lowercase();
        let found = tokens(words, &lower);
        if let Some(first) = found.first() {
            let longest = self
                .longest
                .entry(plain(first.lower).into_owned())
                .or_default();
            *longest = found.len().max(*longest);
        }
        key(&found)
    }
}

/// Whether a word is written as a name is: "us" and "car" are none, names of three letters and fewer are in capitals.
fn is_name(word: &Token<'_>) -> bool {
    word.text.len() > 3 || word.is_shouted() || word.text.contains('.')
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
fn plain(lower: &str) -> std::borrow::Cow<'_, str> {
    if !lower.is_ascii() && lower.contains(['’', 'ʼ', '‘']) {
        lower.replace(['’', 'ʼ', '‘'], "'").into()
    } else {
        lower.into()
    }
}

/// The rows of the table of past borders.
fn borders() -> Vec<(&'static str, &'static str, i32, i32)> {
    rows(include_str!("../../data/past-borders.tsv"))
        .filter_map(|row| {
            let [today, past, from, to] = *row else {
                return None;
            };
            Some((today, past, from.parse().ok()?, to.parse().ok()?))
        })
        .collect()
}
