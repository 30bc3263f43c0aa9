//! The word lists: titles, words that are no names, leaders on record.

use std::sync::OnceLock;

use super::hash::QuickMap;
use super::person::Gender;
use super::table::rows;

/// What a word does in a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleWord {
    /// It names an office: "president", "minister".
    Office,
    /// It is a form of address: "Mr.", "Sir".
    Style,
    /// A further word of a title: "foreign", "deputy", "security".
    Part,
}

/// Somebody of the list of leaders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Leader {
    /// The name in full.
    pub name: &'static str,
    /// The country that the person stood for.
    pub country: &'static str,
    /// The first year on record.
    pub from: i32,
    /// The last year on record.
    pub to: i32,
}

/// The word lists that ship with the crate.
#[derive(Debug)]
pub(crate) struct Lists {
    titles: QuickMap<&'static str, TitleWord>,
    common: QuickMap<&'static str, ()>,
    given: QuickMap<&'static str, Gender>,
    leaders: Vec<Leader>,
    by_word: QuickMap<String, Vec<usize>>,
}

impl Lists {
    /// The lists, read once.
    pub fn get() -> &'static Self {
        static LISTS: OnceLock<Lists> = OnceLock::new();
        LISTS.get_or_init(Self::read)
    }

    /// What a lower-case word does in a title.
    pub fn title(&self, lower: &str) -> Option<TitleWord> {
        let word = lower
            .strip_prefix("then-")
            .or_else(|| lower.strip_prefix("ex-"))
            .unwrap_or(lower);
        self.titles.get(word).copied()
    }

    /// Whether a lower-case word is too common to be a name.
    pub fn is_common(&self, lower: &str) -> bool {
        self.common.contains_key(lower)
    }

    /// He or she, by a lower-case given name.
    pub fn gender(&self, given: &str) -> Option<Gender> {
        self.given.get(given).copied()
    }

    /// The leaders who have this lower-case word in their names.
    pub fn leaders(&self, word: &str) -> impl Iterator<Item = &Leader> {
        let found = self.by_word.get(word).map_or(&[][..], Vec::as_slice);
        found.iter().filter_map(|&at| self.leaders.get(at))
    }

    fn read() -> Self {
        let titles = rows(include_str!("../../data/titles.tsv"))
            .filter_map(|row| Some((*row.first()?, class(row.get(1)?)?)))
            .collect();
        let common = include_str!("../../data/common-words.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|word| (word, ()))
            .collect();
        let leaders: Vec<_> = rows(include_str!("../../data/leaders.tsv"))
            .filter_map(|row| leader(&row))
            .collect();
        let mut by_word: QuickMap<String, Vec<usize>> = QuickMap::default();
        for (at, leader) in leaders.iter().enumerate() {
            for word in super::person::name_words(leader.name) {
                by_word.entry(word).or_default().push(at);
            }
        }
        Self {
            titles,
            common,
            given: rows(include_str!("../../data/given-names.tsv"))
                .filter_map(|row| given(&row))
                .collect(),
            leaders,
            by_word,
        }
    }
}

fn class(word: &str) -> Option<TitleWord> {
    match word {
        "office" => Some(TitleWord::Office),
        "style" => Some(TitleWord::Style),
        "part" => Some(TitleWord::Part),
        _ => None,
    }
}

fn given(row: &[&'static str]) -> Option<(&'static str, Gender)> {
    match *row {
        [name, "f"] => Some((name, Gender::Female)),
        [name, "m"] => Some((name, Gender::Male)),
        _ => None,
    }
}

fn leader(row: &[&'static str]) -> Option<Leader> {
    let [name, country, from, to] = *row else {
        return None;
    };
    Some(Leader {
        name,
        country,
        from: from.parse().ok()?,
        to: to.parse().ok()?,
    })
}
