//! Closed classes of words, out of `data/word-classes.tsv`: what the rules know of the language beside names.

use std::sync::OnceLock;

use crate::names::QuickMap;

/// A class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Between an auxiliary and its verb, changing neither.
    Adverb,
    /// May follow a place that is complete.
    AfterPlace,
    /// After a subject.
    AfterSubject,
    /// An auxiliary other than "be".
    Auxiliary,
    /// A form of "be".
    Be,
    /// Before a date.
    BeforeDate,
    /// Between a subject and "on a visit".
    BeforeOnVisit,
    /// Between a preposition and the name of a place.
    BeforePlace,
    /// A month or day of the week.
    Calendar,
    /// A verb follows it.
    CallsForVerb,
    /// Begins a clause of its own.
    Clause,
    /// A determiner that is no possessive.
    Determiner,
    /// After a place: the list has ended before it.
    EndsList,
    /// An event that people travel to.
    Event,
    /// An office that foreign guests hold.
    ForeignOffice,
    /// A noun that "to" with a verb follows.
    GoverningNoun,
    /// A word of offices that nobody is received abroad for.
    LowOffice,
    /// Before "to": planned.
    Intention,
    /// Joins two places of a journey.
    JoinsPlaces,
    /// Before a verb: the subject stands further left, or after a comma.
    Joint,
    /// Before a person: he or she is no subject.
    Oblique,
    /// A tale: what happens in it did not happen.
    Tale,
    /// Has a capital only because it begins a sentence.
    Opener,
    /// Says something else of a visit that is its subject.
    OtherStatement,
    /// A word in "-ed" that still speaks of the visit itself.
    OwnStatement,
    /// A small word inside names.
    Particle,
    /// May stand between a verb of motion and its "to".
    Passable,
    /// After the name of a place: "region", "city".
    PlaceNoun,
    /// Several holders of an office.
    PluralOffice,
    /// Before "of a visit": it is not certain.
    Prospect,
    /// Before "to": it is not done.
    Refusal,
    /// Nobody travelled: calls and screens.
    Remote,
    /// Reports what somebody said.
    Saying,
    /// Stays small in headlines with capitals.
    SmallInTitles,
    /// A verb that a person is the object of.
    TakesPerson,
    /// Before a title.
    TitleAdjective,
    /// Stands before "visit" without telling its kind.
    VisitAdjective,
    /// Soldiers, who are visited where they are.
    Troops,
    /// Speaks of a visit.
    VisitNoun,
    /// Before a visit: the subject of the clause makes it.
    VisitPreposition,
    /// Before "to": considered, invited, hoped for.
    Wish,
}

/// The classes by the names that the table gives them.
const CLASSES: &[(&str, Class)] = &[
    ("adverb", Class::Adverb),
    ("after-place", Class::AfterPlace),
    ("after-subject", Class::AfterSubject),
    ("auxiliary", Class::Auxiliary),
    ("be", Class::Be),
    ("before-date", Class::BeforeDate),
    ("before-on-visit", Class::BeforeOnVisit),
    ("before-place", Class::BeforePlace),
    ("calendar", Class::Calendar),
    ("calls-for-verb", Class::CallsForVerb),
    ("clause", Class::Clause),
    ("determiner", Class::Determiner),
    ("ends-list", Class::EndsList),
    ("event", Class::Event),
    ("foreign-office", Class::ForeignOffice),
    ("governing-noun", Class::GoverningNoun),
    ("low-office", Class::LowOffice),
    ("intention", Class::Intention),
    ("joins-places", Class::JoinsPlaces),
    ("joint", Class::Joint),
    ("oblique", Class::Oblique),
    ("opener", Class::Opener),
    ("other-statement", Class::OtherStatement),
    ("own-statement", Class::OwnStatement),
    ("particle", Class::Particle),
    ("passable", Class::Passable),
    ("place-noun", Class::PlaceNoun),
    ("plural-office", Class::PluralOffice),
    ("prospect", Class::Prospect),
    ("refusal", Class::Refusal),
    ("remote", Class::Remote),
    ("saying", Class::Saying),
    ("small-in-titles", Class::SmallInTitles),
    ("takes-person", Class::TakesPerson),
    ("tale", Class::Tale),
    ("title-adjective", Class::TitleAdjective),
    ("troops", Class::Troops),
    ("visit-adjective", Class::VisitAdjective),
    ("visit-noun", Class::VisitNoun),
    ("visit-preposition", Class::VisitPreposition),
    ("wish", Class::Wish),
];

/// Whether a lower-case word is of a class.
pub(crate) fn is(word: &str, class: Class) -> bool {
    static WORDS: OnceLock<QuickMap<&str, u64>> = OnceLock::new();
    let classes = WORDS.get_or_init(read).get(word);
    classes.is_some_and(|classes| classes & bit(class) != 0)
}

/// The bit of a class in a word's classes.
fn bit(class: Class) -> u64 {
    1 << (class as u32)
}

/// All words with their classes.
fn read() -> QuickMap<&'static str, u64> {
    let mut words = QuickMap::default();
    for line in include_str!("../data/word-classes.tsv").lines() {
        let row = line.split_once('\t').filter(|_| !line.starts_with('#'));
        let Some((name, members)) = row else {
            continue;
        };
        let Some((_, class)) = CLASSES.iter().find(|(known, _)| *known == name) else {
            continue;
        };
        for word in members.split(' ') {
            *words.entry(word).or_default() |= bit(*class);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_words_and_every_line_a_class() {
        assert!(CLASSES.len() <= 64, "a word's classes are bits of a u64");
        let table = include_str!("../data/word-classes.tsv");
        let lines = || table.lines().filter(|line| !line.starts_with('#'));
        for (name, _) in CLASSES {
            assert!(
                lines().any(|line| line.starts_with(&format!("{name}\t"))),
                "{name}"
            );
        }
        for line in lines() {
            let name = line.split('\t').next().unwrap_or_default();
            assert!(CLASSES.iter().any(|(known, _)| *known == name), "{line}");
        }
    }

    #[test]
    fn words_are_of_their_classes() {
        assert!(is("recently", Class::Adverb));
        assert!(!is("visit", Class::Adverb));
        assert!(is("videoconference", Class::Remote));
    }
}
