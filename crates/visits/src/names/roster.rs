//! The people of one article: which phrases name the same person.

use std::collections::HashMap;

use super::family::{is_other_spouse, is_relative, is_wife, same_family};
use super::lists::{Lists, TitleWord};
use super::person::{Gender, name_words};
use crate::wordlist::{Class, is};

/// The place of a person in the roster.
pub(crate) type PersonId = usize;

/// What one phrase says of a person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    /// The name as written.
    pub name: String,
    /// The office or form of address as written, without the nation.
    pub title: Option<String>,
    /// Whether the title is an office.
    pub office: bool,
    /// The country that the phrase gives.
    pub country: Option<&'static str>,
    /// He or she.
    pub gender: Option<Gender>,
}

/// Somebody whom the article names.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// The comparable words of the fullest name.
    pub words: Vec<String>,
    /// The fullest name.
    pub name: String,
    /// The first office, else form of address, as written.
    pub title: Option<String>,
    /// Every office as lower-case words.
    pub offices: Vec<Vec<String>>,
    /// The country that the article gives.
    pub country: Option<&'static str>,
    /// The country that the person stands for by the list of leaders or by the outlet, where the article gives none.
    pub home: Option<&'static str>,
    /// He or she.
    pub gender: Option<Gender>,
    /// Whether the list of leaders has this name.
    pub is_leader: bool,
}

impl Known {
    /// The country that the person stands for, as far as is known.
    pub fn stands_for(&self) -> Option<&'static str> {
        self.country.or(self.home)
    }

    /// Whether the office is one that a foreign guest holds: at the head of a state or government, or a minister.
    pub fn may_be_foreign(&self) -> bool {
        let foreign = |word: &String| is(word.as_str(), Class::ForeignOffice);
        let vice = |office: &Vec<String>| {
            office
                .iter()
                .any(|word| matches!(word.as_str(), "vice" | "lady" | "former"))
        };
        self.offices
            .iter()
            .any(|office| office.iter().any(foreign) && !vice(office))
    }

    /// Whether the person holds an office by the article or by the list of leaders.
    pub fn is_official(&self) -> bool {
        let is_low = |office: &Vec<String>| {
            office.iter().any(|word| is(word, Class::LowOffice))
                || matches!(office.as_slice(), [only] if matches!(only.as_str(), "chief" | "head" | "member"))
        };
        self.is_leader || self.offices.iter().any(|office| !is_low(office))
    }
}

/// The people of one article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Roster {
    people: Vec<Known>,
    by_word: HashMap<String, Vec<PersonId>>,
    /// The year of the article.
    year: Option<i32>,
}

impl Roster {
    /// Nobody yet, in an article of this year.
    pub fn of(year: Option<i32>) -> Self {
        Self {
            year,
            ..Self::default()
        }
    }

    /// The person with this number.
    pub fn get(&self, id: PersonId) -> Option<&Known> {
        self.people.get(id)
    }

    /// Everybody, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (PersonId, &Known)> {
        self.people.iter().enumerate()
    }

    /// Everybody, to be completed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Known> {
        self.people.iter_mut()
    }

    /// Takes down what a phrase says and gives the person it is about. Full names should come before short ones.
    pub fn add(&mut self, said: Said) -> Option<PersonId> {
        let words = name_words(&said.name);
        if words.is_empty() {
            return None;
        }
        let id = match self.find(&words, &said) {
            Some(id) => id,
            None => self.enter(&words, &said),
        };
        let known = self.people.get_mut(id)?;
        complete(known, &words, said);
        Some(id)
    }

    /// The only person whose name has all these words.
    pub fn named(&self, words: &[String]) -> Option<PersonId> {
        let mut found = self.candidates(words).filter(|&id| {
            self.get(id)
                .is_some_and(|known| words.iter().all(|word| known.words.contains(word)))
        });
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// Everybody whose name has one of these words.
    fn candidates(&self, words: &[String]) -> impl Iterator<Item = PersonId> {
        let mut ids: Vec<_> = words
            .iter()
            .filter_map(|word| self.by_word.get(word))
            .flatten()
            .copied()
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter()
    }

    fn find(&self, words: &[String], said: &Said) -> Option<PersonId> {
        let mut fitting: Vec<_> = self
            .candidates(words)
            .filter_map(|id| Some((id, self.get(id)?)))
            .filter(|(_, known)| fits(known, words, said, self.year))
            .collect();
        if fitting.len() > 1 {
            let office = said.title.as_deref().map(title_words);
            let same = |known: &Known| office.as_ref().is_some_and(|o| known.offices.contains(o));
            fitting.sort_by_key(|(id, known)| (!same(known), *id));
        }
        fitting.first().map(|&(id, _)| id)
    }

    fn enter(&mut self, words: &[String], said: &Said) -> PersonId {
        let id = self.people.len();
        for word in words {
            self.by_word.entry(word.clone()).or_default().push(id);
        }
        self.people.push(Known {
            words: words.to_vec(),
            name: quieted(&said.name),
            title: None,
            offices: Vec::new(),
            country: None,
            home: None,
            gender: None,
            is_leader: false,
        });
        id
    }
}

/// The words of a title in lower case, up to "to": "assistant to the President" is no president.
pub(crate) fn title_words(title: &str) -> Vec<String> {
    title
        .split_whitespace()
        .map(|word| word.trim_matches([',', '.']).to_lowercase())
        .take_while(|word| word != "to")
        .collect()
}

fn complete(known: &mut Known, words: &[String], said: Said) {
    let longer = words.len() > known.words.len()
        || words.len() == known.words.len()
            && said.name.chars().count() > known.name.chars().count();
    let shouted = is_shouted(&known.name) && words.len() == known.words.len();
    if (longer || shouted) && !is_shouted(&said.name) {
        known.name = quieted(&said.name);
    }
    known.country = known.country.or(said.country);
    known.gender = known.gender.or(said.gender);
    let Some(title) = said.title else {
        return;
    };
    if said.office {
        if known.offices.is_empty() || known.title.as_deref().is_some_and(is_vague_office) {
            known.title = Some(without_style(&title));
        }
        let office = title_words(&title);
        if !known.offices.contains(&office) {
            known.offices.push(office);
        }
    } else if known.title.is_none() {
        known.title = Some(title);
    }
}

/// Offices that say little: any other is the better label.
fn is_vague_office(title: &str) -> bool {
    matches!(
        title,
        "counterpart"
            | "leader"
            | "official"
            | "delegate"
            | "aide"
            | "member"
            | "Leader"
            | "chief"
            | "head"
    )
}

/// An office without the form of address after it: "Foreign Minister Dr." is "Foreign Minister".
fn without_style(title: &str) -> String {
    let mut words: Vec<_> = title.split_whitespace().collect();
    while words.len() > 1
        && words
            .last()
            .is_some_and(|last| Lists::get().title(&last.to_lowercase()) == Some(TitleWord::Style))
    {
        words.pop();
    }
    words.join(" ")
}

fn is_shouted(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// A name without words in capitals: "KISHIDA Fumio" is Kishida Fumio. Short ones may be initials or numerals.
fn quieted(name: &str) -> String {
    let quiet = |part: &str| {
        let mut letters = part.chars();
        match letters.next() {
            Some(first) if part.chars().count() > 3 && is_shouted(part) => {
                first.to_string() + &letters.as_str().to_lowercase()
            }
            _ => part.to_owned(),
        }
    };
    let word = |word: &str| word.split('-').map(quiet).collect::<Vec<_>>().join("-");
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Whether a name with these words can be this person.
fn fits(known: &Known, words: &[String], said: &Said, year: Option<i32>) -> bool {
    if let (Some(a), Some(b)) = (known.gender, said.gender)
        && a != b
    {
        return false;
    }
    if let (Some(a), Some(b)) = (known.country, said.country)
        && a != b
    {
        return false;
    }
    // A bare family name with another title may be the husband's or the wife's.
    if words.len() == 1
        && known.words.len() > 1
        && (is_other_spouse(known, said) || is_relative(known, words, said, year))
    {
        return false;
    }
    let all_in = |a: &[String], b: &[String]| a.iter().all(|word| b.contains(word));
    all_in(words, &known.words)
        || all_in(&known.words, words)
        || words.len() > 1 && known.words.len() > 1 && same_family(words, &known.words)
}

/// Gives people without a country the one of the list of leaders, if they were in office about then.
pub(crate) fn add_homes(roster: &mut Roster, year: Option<i32>) {
    for known in roster.iter_mut() {
        let leader = leader_of(&known.words, year);
        known.is_leader = leader.is_some();
        // "… to counter China. President Joe Biden": in office by the list, and for no other country.
        if known.words.len() > 1 && known.country.is_some() && is_in_office(&known.words, year) {
            known.country = leader.map(|(country, _)| country).or(known.country);
        }
        if known.country.is_none() {
            known.home = leader.map(|(country, _)| country);
        }
        if is_wife(known, leader) {
            known.name = format!("Mrs. {}", known.name);
            (known.home, known.is_leader) = (None, false);
        }
    }
}

/// Whether the list of leaders has this full name in this very year.
fn is_in_office(words: &[String], year: Option<i32>) -> bool {
    let Some((year, last)) = year.zip(words.last()) else {
        return false;
    };
    let named = |name: &str| {
        let full = name_words(name);
        words.iter().all(|word| full.contains(word))
    };
    let mut leaders = Lists::get().leaders(last);
    leaders.any(|leader| (leader.from..=leader.to).contains(&year) && named(leader.name))
}

/// The country of the leader with these words in the name, and the full name; none where several fit.
pub(crate) fn leader_of(
    words: &[String],
    year: Option<i32>,
) -> Option<(&'static str, &'static str)> {
    let mut found = None;
    for leader in Lists::get().leaders(words.last()?) {
        let full = name_words(leader.name);
        let close = year.is_some_and(|year| (leader.from - 3..=leader.to + 3).contains(&year));
        let count =
            |list: &[String], word: &String| list.iter().filter(|&other| other == word).count();
        let all_in = words
            .iter()
            .all(|word| count(&full, word) >= count(words, word));
        let fits = all_in || full.len() > 1 && words.len() > 1 && same_family(words, &full);
        let sure = close && (words.len() > 1 || is_surname(words.first()?, &full, leader.country));
        if !fits || !sure && words.len() < 2 || !close && year.is_some() {
            continue;
        }
        match found {
            Some((country, _)) if country != leader.country => return None,
            _ => found = Some((leader.country, leader.name)),
        }
    }
    found
}

/// Whether a word is the family name: the first word where family names come first.
fn is_surname(word: &str, full: &[String], country: &str) -> bool {
    let first = matches!(
        country,
        "China" | "South Korea" | "North Korea" | "Taiwan" | "Cambodia"
    );
    let surname = if first { full.first() } else { full.last() };
    surname.is_some_and(|surname| surname == word)
}
