//! Which names of a collection are the same person's.

use std::cmp::Reverse;
use std::collections::HashMap;

use dateline_model::{Person, Visit};

use crate::names::{name_words, same_family};

/// How many times rarer a longer name must be to be none.
const RUN_TOGETHER: usize = 8;

/// A name as an article writes it, with the country that it gives.
type Key = (String, Option<String>);

/// A person of the collection.
#[derive(Clone, Debug)]
struct Entry {
    /// The comparable words of the fullest name.
    words: Vec<String>,
    /// The first initial between the names: it tells George W. from George H. W. Bush.
    initial: Option<char>,
    country: Option<String>,
    role: Option<String>,
    /// The name that labels the person: of the names of two words and more the one used most, else the only one.
    label: String,
    /// How often the label is used.
    used: usize,
    /// How often the person is named.
    count: usize,
}

/// The people of a collection.
#[derive(Clone, Debug, Default)]
pub(super) struct People {
    entries: Vec<Entry>,
    /// The person behind each name and country as articles write them.
    of: HashMap<Key, usize>,
}

impl People {
    /// The people behind these mentions, each with how often it is made.
    pub fn of(mentions: impl Iterator<Item = (Person, usize)>) -> Self {
        let mut names: HashMap<Key, (Person, usize)> = HashMap::new();
        for (person, count) in mentions {
            let key = (person.name.clone(), person.country.clone());
            let known = names.entry(key).or_insert_with(|| (person.clone(), 0));
            known.1 += count;
            known.0.role = known.0.role.take().or(person.role);
        }
        let mut names: Vec<_> = names.into_iter().collect();
        // Full names first, then frequent ones; the name itself makes the order the same everywhere.
        names.sort_by_cached_key(|(key, (_, count))| {
            (
                Reverse(name_words(&key.0).len()),
                Reverse(*count),
                key.clone(),
            )
        });
        let mut people = Self::default();
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (key, (person, count)) in names {
            let words = comparable(&person);
            let known = people.known(&by_word, &words, &person, count);
            let id = known.unwrap_or_else(|| people.enter(&mut by_word, words));
            people.count(id, person, count);
            people.of.insert(key, id);
        }
        people
    }

    /// The number of the person whom a name means.
    pub fn id(&self, name: &str, country: Option<&str>) -> Option<usize> {
        self.of
            .get(&(name.to_owned(), country.map(str::to_owned)))
            .copied()
    }

    /// The people of a visit, by number, the receiving one of talks included.
    pub fn ids(&self, visit: &Visit) -> Vec<usize> {
        let mut ids: Vec<_> = everybody(visit)
            .iter()
            .filter_map(|person| self.id(&person.name, person.country.as_deref()))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// A person under the label of the collection, with the office and country of this writing where it has them.
    pub fn full(&self, person: &Person) -> Person {
        let id = self.id(&person.name, person.country.as_deref());
        let Some(entry) = id.and_then(|id| self.entries.get(id)) else {
            return person.clone();
        };
        Person {
            name: entry.label.clone(),
            role: person.role.clone().or_else(|| entry.role.clone()),
            country: person.country.clone().or_else(|| entry.country.clone()),
        }
    }

    fn enter(&mut self, by_word: &mut HashMap<String, Vec<usize>>, words: Vec<String>) -> usize {
        let id = self.entries.len();
        for word in &words {
            by_word.entry(word.clone()).or_default().push(id);
        }
        self.entries.push(Entry {
            words,
            initial: None,
            country: None,
            role: None,
            label: String::new(),
            used: 0,
            count: 0,
        });
        id
    }

    /// Counts a name for a person; the most used full name becomes the label.
    fn count(&mut self, id: usize, person: Person, count: usize) {
        let Some(entry) = self.entries.get_mut(id) else {
            return;
        };
        let full = name_words(&person.name).len() > 1;
        entry.initial = entry.initial.or(initial(&person.name));
        if entry.label.is_empty() || full && count > entry.used {
            entry.label = person.name;
            entry.used = count;
        }
        entry.count += count;
        entry.country = entry.country.take().or(person.country);
        entry.role = entry.role.take().or(person.role);
    }

    /// The person whom a name means: of several the one who is named by far the most, else none.
    fn known(
        &self,
        by_word: &HashMap<String, Vec<usize>>,
        words: &[String],
        person: &Person,
        count: usize,
    ) -> Option<usize> {
        let mut ids: Vec<_> = words
            .iter()
            .filter_map(|word| by_word.get(word))
            .flatten()
            .copied()
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let mut fitting: Vec<_> = ids
            .into_iter()
            .filter_map(|id| Some((id, self.entries.get(id)?)))
            .filter(|(_, entry)| entry.fits(words, person, count))
            .collect();
        fitting.sort_by_key(|(id, entry)| (Reverse(entry.count), *id));
        match fitting.as_slice() {
            [] => None,
            [(only, _)] => Some(*only),
            [(first, most), (_, next), ..] => {
                (words.len() > 1 || most.count >= 3 * next.count).then_some(*first)
            }
        }
    }
}

impl Entry {
    /// Whether a name of these words, given so often, can be this person's.
    fn fits(&self, words: &[String], person: &Person, count: usize) -> bool {
        let initials = self.initial.zip(initial(&person.name));
        // A bare name with a country is not that of somebody whose country nobody gives.
        let bare = words.len() == 1 && self.words.len() > 1;
        let agrees = (self.country.is_none() && !bare
            || person.country.is_none()
            || self.country == person.country)
            && initials.is_none_or(|(ours, other)| ours == other);
        // A longer name that is far rarer and ends otherwise is two names that ran together, and no fuller form of this one.
        let whole = words.len() == 1
            || words.last() == self.words.last()
            || count < RUN_TOGETHER * self.count.max(1);
        let all_in = whole && words.iter().all(|word| self.words.contains(word));
        agrees && (all_in || words.len() > 1 && same_family(words, &self.words))
    }
}

/// All people of a visit; who receives talks is one of the talkers.
pub(super) fn everybody(visit: &Visit) -> Vec<Person> {
    let mut people = visit.visitors.clone();
    if let (Some(host), false) = (&visit.host, visit.is_visit())
        && let Some(name) = host.person.clone()
    {
        people.push(Person {
            name,
            role: None,
            country: host.country.clone(),
        });
    }
    people
}

/// The comparable words of a name. A sovereign's is no given name of anybody else: "Charles III" is not Charles Michel.
fn comparable(person: &Person) -> Vec<String> {
    let words: Vec<_> = name_words(&person.name)
        .iter()
        .map(|word| spelled(word))
        .collect();
    let title = person.role.as_deref().unwrap_or_default().to_lowercase();
    let reigns = title
        .split(' ')
        .any(|word| matches!(word, "emperor" | "empress" | "king" | "pope" | "queen"));
    match words.as_slice() {
        [only] if reigns || has_numeral(&person.name) => vec![format!("{only} (reigning)")],
        _ => words,
    }
}

/// Whether a name ends with a Roman numeral.
fn has_numeral(name: &str) -> bool {
    name.rsplit(' ').next().is_some_and(|last| {
        last.len() > 1 && last.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'))
    })
}

/// The first initial after the first word of a name: `w` of "George W. Bush".
fn initial(name: &str) -> Option<char> {
    let words = name.split([' ', '.']).skip(1);
    let mut single = words.filter(|word| word.chars().count() == 1);
    single
        .next()?
        .chars()
        .next()
        .map(|c| c.to_ascii_lowercase())
}

/// Folds spellings that transliterations differ in: "Zelenskyy", "Zelenskiy", "Zelensky".
fn spelled(word: &str) -> String {
    for ending in ["skyy", "skiy", "skii", "skyi", "ski"] {
        if let Some(stem) = word.strip_suffix(ending) {
            return format!("{stem}sky");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_that_ran_together_are_no_fuller_name() {
        let named = |name: &str, count| {
            let person = Person {
                name: name.to_owned(),
                ..Person::default()
            };
            (person, count)
        };
        let names = [
            named("Joseph Biden Emmanuel Macron", 1),
            named("Joseph Biden", 20),
            named("Joe Biden", 30),
            named("Biden", 90),
            // A fuller name may be rarer than the short one.
            named("Andrés Manuel López Obrador", 4),
            named("Andrés Manuel López", 9),
        ];
        let people = People::of(names.iter().cloned());
        let labels = names.map(|(person, _)| people.full(&person).name);
        assert_eq!(
            labels,
            [
                "Joseph Biden Emmanuel Macron",
                "Joe Biden",
                "Joe Biden",
                "Joe Biden",
                "Andrés Manuel López",
                "Andrés Manuel López",
            ]
        );
    }
}
