//! The phrase around a noun that speaks of a visit: whose, which, where to, when.

use crate::events::context::Context;
use crate::events::{kind, length};
use crate::grammar::{
    Leg, Legs, Subject, View, by_pronoun, is_adverb, is_subject_like, people_from, places_from,
    pronoun, with_others,
};
use crate::names::PersonId;
use crate::wordlist::{Class, is};

/// The phrase around a noun.
pub(super) struct Phrase {
    /// The noun's unit.
    pub noun: usize,
    /// The first unit of its modifiers and determiner or possessor.
    pub start: usize,
    /// Whose visit it is, by a possessive or "of" or "by".
    pub people: Vec<(PersonId, usize)>,
    /// Whether a pronoun stands for the owner.
    pub by_pronoun: bool,
    /// Whether a possessive stands there whose owner is not known.
    pub unknown_owner: Option<&'static str>,
    /// Where to, and the end of the phrase.
    pub legs: Legs,
    /// A date among the modifiers.
    pub time: Option<usize>,
    /// "three-day" among the modifiers.
    pub days: Option<u32>,
    /// "the", "this", "his": it was spoken of before.
    pub definite: bool,
    /// Whether "a" or nothing stands before it.
    pub indefinite: bool,
}

impl Phrase {
    /// Lets the phrase begin at a determiner that points at something known.
    fn begin_definite(&mut self, at: usize) {
        self.start = at;
        self.definite = true;
        self.indefinite = false;
    }
}

/// Collects what stands around the noun.
pub(super) fn phrase(context: &Context<'_>, noun: usize) -> Phrase {
    let mut phrase = Phrase {
        noun,
        start: noun,
        people: Vec::new(),
        by_pronoun: false,
        unknown_owner: None,
        legs: Legs::default(),
        time: None,
        days: None,
        definite: false,
        indefinite: true,
    };
    modifiers(context, &mut phrase);
    after(context, &mut phrase);
    phrase
}

/// Walks left over adjectives, dates and numbers to the determiner or possessor.
fn modifiers(context: &Context<'_>, phrase: &mut Phrase) {
    let view = context.view;
    while let Some(left) = phrase.start.checked_sub(1) {
        let word = view.lower(left);
        if view.time(left).is_some() {
            note_time(view, phrase, left);
        } else if view.is_genitive(left) {
            if left == 0 || view.time(left - 1).is_none() {
                return possessor(context, phrase, left);
            }
        } else if ends_phrase(context, phrase, left) {
            return;
        } else if let Some(spot) = view
            .place(left)
            .filter(|_| phrase.start == phrase.noun && phrase.legs.legs.is_empty())
            // "the Investing in America tour" goes nowhere.
            .filter(|_| !matches!(view.before(left), "in" | "for"))
        {
            // "his Russia trip", "a White House visit"
            phrase.legs.legs.push(Leg {
                spot: spot.clone(),
                unit: left,
                time: None,
            });
        } else if !(kind::is_modifier(word)
            || is_adverb(word)
            || [
                "-day", "-nation", "-country", "-city", "-leg", "-state", "-stop", "-week",
            ]
            .iter()
            .any(|ending| word.ends_with(ending))
            || word == "'s")
        {
            return;
        }
        phrase.start = left;
    }
}

/// Notes a date or a length among the modifiers.
fn note_time(view: &View<'_>, phrase: &mut Phrase, at: usize) {
    if let Some(timex) = view.time(at) {
        phrase.days = phrase.days.or_else(|| length::days(timex));
        phrase.time = phrase.time.or_else(|| timex.edtf().map(|_| at));
    }
}

/// Takes in a determiner, a possessive pronoun or a person, with which the phrase begins; says whether it is one.
fn ends_phrase(context: &Context<'_>, phrase: &mut Phrase, left: usize) -> bool {
    let view = context.view;
    let word = view.lower(left);
    if matches!(word, "a" | "an" | "another") {
        phrase.start = left;
        return true;
    }
    if matches!(word, "the" | "this" | "that" | "these" | "those") {
        phrase.begin_definite(left);
        return true;
    }
    if let Some(pronoun) =
        pronoun(word).filter(|_| matches!(word, "his" | "her" | "their" | "my" | "our"))
    {
        phrase.begin_definite(left);
        phrase.by_pronoun = true;
        match by_pronoun(view, context.discourse, left, pronoun) {
            Subject::People(people) => phrase.people = people,
            Subject::Nation(_) | Subject::Nobody(_) => {
                phrase.unknown_owner = Some("it is not clear whose visit it is");
            }
        }
        return true;
    }
    let Some(person) = view.person(left) else {
        return false;
    };
    // A headline's "Biden visit to Poland"; a verb of which the person is the object is no owner.
    if phrase.start == phrase.noun && is_subject_like(view, left) {
        phrase.people = with_others(view, left, person);
        phrase.start = left;
        phrase.indefinite = false;
    }
    true
}

/// The person before a genitive.
fn possessor(context: &Context<'_>, phrase: &mut Phrase, genitive: usize) {
    let view = context.view;
    phrase.start = genitive;
    phrase.indefinite = false;
    let Some(owner) = genitive.checked_sub(1) else {
        return;
    };
    phrase.start = owner;
    match view.person(owner) {
        Some(person) => phrase.people = with_possessors(context, owner, person),
        None => phrase.unknown_owner = Some("whose visit it is, is not named"),
    }
}

/// "President Biden's and Vice President Harris's", "Xi and Putin's".
fn with_possessors(context: &Context<'_>, at: usize, person: PersonId) -> Vec<(PersonId, usize)> {
    let view = context.view;
    if let Some(before) = at.checked_sub(2)
        && view.before(at) == "and"
        && let Some(other) = view.person(before)
        && is_subject_like(view, before)
    {
        return vec![(other, before), (person, at)];
    }
    vec![(person, at)]
}

/// Reads "to Baghdad", "of NAME", "by NAME" in any order to the right.
fn after(context: &Context<'_>, phrase: &mut Phrase) {
    let mut at = phrase.noun + 1;
    phrase.legs.end = phrase.legs.end.max(at);
    for _ in 0..5 {
        match part(context, phrase, at) {
            Some(next) => at = next,
            None => return,
        }
    }
}

/// Takes in one part of the phrase to the right of the noun; gives the unit after it.
fn part(context: &Context<'_>, phrase: &mut Phrase, at: usize) -> Option<usize> {
    let view = context.view;
    let (noun, word) = (view.lower(phrase.noun), view.lower(at));
    let person_next = view.person(at + 1).is_some();
    if view.time(at).is_some() {
        phrase.time = phrase.time.or_else(|| view.time(at)?.edtf().map(|_| at));
        Some(at + 1)
    } else if matches!(word, "of" | "by") && person_next && phrase.people.is_empty() {
        let (people, end) = people_from(view, at + 1);
        phrase.people = people;
        phrase.unknown_owner = None;
        phrase.legs.end = phrase.legs.end.max(end);
        Some(end)
    } else if matches!(word, "by" | "of" | "with") && (view.lower(at + 1) == "a" || person_next) {
        None
    } else if leads_to(noun, word) && phrase.legs.legs.is_empty() {
        let legs = places_from(view, context.discourse, at + usize::from(word != "here"));
        if legs.legs.is_empty() {
            // "a visit to American troops in Baghdad"
            let troops = |word: &str| is(word, Class::Troops);
            if matches!(noun, "participation" | "attendance") || view.any(at + 1..at + 5, troops) {
                event_place(context, phrase, at);
            }
            return None;
        }
        phrase.legs = legs;
        Some(phrase.legs.end)
    } else {
        let joint = matches!(
            word,
            "on" | "from" | "in" | "starting" | "beginning" | "next" | "," | "this"
        );
        (joint && view.time(at + 1).is_some()).then_some(at + 1)
    }
}

/// "participation in the Summit in Phnom Penh": the place of the event.
fn event_place(context: &Context<'_>, phrase: &mut Phrase, from: usize) {
    let broken = |word: &str| matches!(word, "," | ";" | "who" | "which" | "that" | "." | "where");
    let mut at = from + 1;
    while at < from + 24 && !broken(context.view.lower(at)) {
        if matches!(context.view.lower(at), "in" | "at") {
            let legs = places_from(context.view, context.discourse, at + 1);
            if !legs.legs.is_empty() {
                phrase.legs = legs;
                return;
            }
        }
        at += 1;
    }
}

/// Prepositions that lead from a noun to its place.
fn leads_to(noun: &str, word: &str) -> bool {
    match noun {
        "tour" | "tours" | "swing" => matches!(word, "of" | "to" | "through"),
        "stop" | "stops" | "stopover" | "stay" | "arrival" | "participation" | "attendance" => {
            matches!(word, "in" | "at" | "to" | "here")
        }
        "departure" => word == "for",
        "travel" | "travels" | "journey" => matches!(word, "to" | "in" | "through"),
        "mission" => word == "to",
        _ => matches!(word, "to" | "in" | "here"),
    }
}
