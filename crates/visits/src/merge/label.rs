//! One label for each person of a collection, in mentions and visits alike.

use std::collections::BTreeMap;

use dateline_model::{Mention, MentionKind, Person};

use super::people::{People, everybody};
use crate::Reading;

/// Gives each person one label throughout the readings of a collection: of the full names that its articles use, the
/// one used most ("Joe Biden" also where an article has only "Biden"). A bare name that could mean several people keeps
/// its own label. Mentions that become the same are put together.
///
/// Linear in the number of mentions, but for sorting.
pub fn relabel(readings: &mut [Reading]) {
    let people = People::of(readings.iter().flat_map(named));
    for reading in readings {
        for visit in &mut reading.visits {
            for person in &mut visit.visitors {
                *person = people.full(person);
            }
            if let Some(host) = &mut visit.host
                && let Some(name) = host.person.clone()
            {
                let person = Person {
                    name,
                    role: None,
                    country: host.country.clone(),
                };
                host.person = Some(people.full(&person).name);
            }
        }
        reading.mentions = labelled(&people, std::mem::take(&mut reading.mentions));
    }
}

/// Everybody whom an article names, with how often.
fn named(reading: &Reading) -> impl Iterator<Item = (Person, usize)> {
    let mentions = reading
        .mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Person);
    let mentions = mentions.map(|mention| {
        let person = Person {
            name: mention.name.clone(),
            role: None,
            country: mention.country.clone(),
        };
        (person, mention.spans.len())
    });
    let visits = reading
        .visits
        .iter()
        .flat_map(everybody)
        .map(|person| (person, 1));
    mentions.chain(visits)
}

/// Mentions under the labels of the collection.
fn labelled(people: &People, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut found: BTreeMap<(MentionKind, String), Mention> = BTreeMap::new();
    for mut mention in mentions {
        if mention.kind == MentionKind::Person {
            let person = people.full(&Person {
                name: mention.name,
                role: None,
                country: mention.country,
            });
            (mention.name, mention.country) = (person.name, person.country);
        }
        match found.get_mut(&(mention.kind, mention.name.clone())) {
            Some(known) => {
                known.spans.append(&mut mention.spans);
                known.spans.sort_unstable();
            }
            None => {
                found.insert((mention.kind, mention.name.clone()), mention);
            }
        }
    }
    found.into_values().collect()
}
