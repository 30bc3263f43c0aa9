//! Who is being talked about: what pronouns need.

use dateline_model::Article;

use super::verbs::verb;
use super::view::{Is, View};
use super::words::{Pronoun, is_adverb, makes_oblique};
use crate::names::{PersonId, Roster, Section, Spot, What, home_of};
use crate::wordlist::{Class, is};

/// What is known from the sentences before.
#[derive(Clone, Debug, Default)]
pub(crate) struct Discourse {
    /// The subject of the last sentences, newest last; only the last few are kept.
    topics: Vec<PersonId>,
    /// The people who were last named together.
    together: Vec<PersonId>,
    /// Who says "I".
    pub author: Option<PersonId>,
    /// Where "here" is.
    pub here: Option<Spot>,
    /// The country that the outlet is at home in.
    pub home: Option<&'static str>,
    /// How many sentences ago the newest topic was named.
    age: usize,
    /// How many sentences ago people were last named together.
    together_age: usize,
}

/// A pronoun reaches back this many sentences.
const REACH: usize = 4;

impl Discourse {
    /// At the beginning of an article: its headline tells who says "I".
    pub fn new(article: &Article, roster: &Roster, headline: &Section<'_>) -> Self {
        Self {
            author: author(article, roster, headline),
            home: home_of(article),
            ..Self::default()
        }
    }

    /// Before a sentence is read: a dateline tells where "here" is.
    pub fn enter(&mut self, view: &mut View<'_>) {
        if let Some((spot, dash)) = dateline(view) {
            self.here = Some(spot);
            view.body = dash + 1;
        }
        if let Some(speaker) = speaker(view) {
            self.author = speaker;
            // "He", in another mouth, may be anybody.
            self.topics.clear();
        }
    }

    /// Takes in a sentence that has been read.
    pub fn pass(&mut self, view: &View<'_>) {
        self.age += 1;
        self.together_age += 1;
        let people: Vec<_> = (0..view.units.len())
            .filter_map(|at| view.person(at))
            .collect();
        if let Some(topic) = topic(view) {
            self.topics.retain(|&other| other != topic);
            self.topics.push(topic);
            if self.topics.len() > 6 {
                self.topics.remove(0);
            }
            self.age = 0;
        }
        if people.len() > 1 {
            self.together.clone_from(&people);
            self.together.sort_unstable();
            self.together.dedup();
            self.together_age = 0;
        }
    }

    /// Whom "they" stands for: people who were named together just now.
    pub fn they(&self) -> &[PersonId] {
        if self.together_age < 1 {
            &self.together
        } else {
            &[]
        }
    }

    /// Whom a pronoun at `at` stands for.
    pub fn resolve(&self, view: &View<'_>, at: usize, pronoun: Pronoun) -> Option<PersonId> {
        match pronoun {
            Pronoun::I => self.author,
            Pronoun::We => None,
            Pronoun::They => None,
            Pronoun::He | Pronoun::She => self.third(view, at, pronoun),
        }
    }

    fn third(&self, view: &View<'_>, at: usize, pronoun: Pronoun) -> Option<PersonId> {
        let agrees = |person: PersonId| {
            use crate::names::Gender;
            view.roster
                .get(person)
                .is_some_and(|known| match known.gender {
                    Some(Gender::Female) => pronoun == Pronoun::She,
                    Some(Gender::Male) => pronoun == Pronoun::He,
                    None => true,
                })
        };
        let here = (0..at).filter_map(|unit| {
            let person = view.person(unit).filter(|&person| agrees(person))?;
            Some((is_subject_like(view, unit), person))
        });
        let here: Vec<_> = here.collect();
        let subject = here.iter().find(|(subject, _)| *subject);
        // "Obama asked him to visit": somebody else than the subject.
        let asked = view.lower(at + 1) == "to" && verb(view.lower(at + 2)).is_some();
        if asked && matches!(view.lower(at), "him" | "her") {
            let other = |&&person: &&PersonId| {
                agrees(person) && here.iter().all(|&(_, subject)| subject != person)
            };
            return self.topics.iter().rev().find(other).copied();
        }
        if let Some((_, person)) = subject {
            return Some(*person);
        }
        // "Accompanying Lee on his visit": the only one before it; "During his stay, Lee …": the subject that follows.
        let possessive = matches!(view.lower(at), "his" | "her");
        if possessive && let Some((_, person)) = here.last() {
            return Some(*person);
        }
        if possessive && let Some(person) = subject_after(view, at).filter(|&person| agrees(person))
        {
            return Some(person);
        }
        let before = || {
            self.topics
                .iter()
                .rev()
                .copied()
                .find(|&person| agrees(person))
        };
        if self.age < REACH
            && let Some(person) = before()
        {
            return Some(person);
        }
        here.last().map(|(_, person)| *person)
    }
}

/// Whether a person at `at` may be the subject of its clause: no preposition before it, no genitive after it.
pub(crate) fn is_subject_like(view: &View<'_>, at: usize) -> bool {
    let mut before = past_origin(view, at);
    while before > 0 && is_adverb(view.before(before)) {
        before -= 1;
    }
    let word = view.before(before);
    !makes_oblique(word) && !view.is_genitive(at + 1) && !is_transitive(word)
}

/// Where a person's country begins that stands before the name: "Russia's NAME".
pub(super) fn past_origin(view: &View<'_>, at: usize) -> usize {
    let country =
        |unit: usize| matches!(view.is(unit), Some(Is::Place(spot)) if spot.country.is_some());
    match at.checked_sub(2) {
        Some(origin) if view.is_genitive(at - 1) && country(origin) => origin,
        _ => at,
    }
}

/// Whether a word before a person is a verb that the person is the object of.
fn is_transitive(word: &str) -> bool {
    super::verbs::verb(word).is_some() || is(word, Class::TakesPerson)
}

/// The subject of a sentence: the first person that may be one.
fn topic(view: &View<'_>) -> Option<PersonId> {
    (0..view.units.len())
        .filter(|&at| view.person(at).is_some() && is_subject_like(view, at))
        .find_map(|at| view.person(at))
}

/// Who says "I": the byline's person, or the one whose statement the headline announces.
fn author(article: &Article, roster: &Roster, headline: &Section<'_>) -> Option<PersonId> {
    let byline = article.byline.iter().find_map(|name| {
        let words = super::super::names::name_words(name);
        (words.len() > 1).then(|| roster.named(&words)).flatten()
    });
    byline.or_else(|| stated_by(roster, headline))
}

/// "Statement by NAME", "Remarks of NAME", "Op-ed by NAME".
fn stated_by(roster: &Roster, headline: &Section<'_>) -> Option<PersonId> {
    let first = headline
        .marks
        .iter()
        .find(|mark| matches!(mark.what, What::Person(_)))?;
    let before = headline.tokens.get(..first.tokens.start)?;
    let [.., genre, by] = before else {
        return None;
    };
    let states = genre.is_any(&[
        "statement",
        "remarks",
        "message",
        "speech",
        "address",
        "letter",
        "op-ed",
        "interview",
    ]);
    // "Remarks by A and B": who says "I" is told turn by turn.
    let several = headline
        .tokens
        .get(first.tokens.end)
        .is_some_and(|next| next.is_any(&["and", "&", ","]));
    match first.what {
        What::Person(person) if states && !several && by.is_any(&["by", "from", "of"]) => {
            roster.get(person).is_some().then_some(person)
        }
        _ => None,
    }
}

/// "BEIJING, Jan. 5 (Xinhua) --", "SEOUL (Reuters) -": the place that a text is written from.
fn dateline(view: &View<'_>) -> Option<(Spot, usize)> {
    let Some(Is::Place(spot)) = view.is(0) else {
        return None;
    };
    let colon = (view.lower(1) == ":").then_some(1);
    let dash = colon.or_else(|| {
        (1..9).find(|&at| matches!(view.lower(at), "-" | "--" | "–" | "—" | "---" | "_" | "__"))
    })?;
    let between = (1..dash).all(|at| {
        view.time(at).is_some()
            || view.place(at).is_some()
            || matches!(view.lower(at), "," | "(" | ")" | ".")
            || view.is_capital(at)
    });
    let first = view.section.tokens.get(view.sentence.start)?;
    let credited = (1..dash).any(|at| view.time(at).is_some() || view.lower(at) == "(");
    (between && (first.is_shouted() || credited)).then(|| (spot.clone(), dash))
}

/// The subject of the main clause after a phrase that the sentence begins with: the person right after its comma.
fn subject_after(view: &View<'_>, at: usize) -> Option<PersonId> {
    let comma = (at..at + 14).find(|&at| view.lower(at) == ",")?;
    view.person(comma + 1)
        .filter(|_| is_subject_like(view, comma + 1))
}

/// "THE PRESIDENT:", "PRIME MINISTER SUNAK:", "Q": whose turn it is in a transcript; nobody's where the name is not known.
fn speaker(view: &View<'_>) -> Option<Option<PersonId>> {
    let first = view.section.tokens.get(view.sentence.start)?;
    if first.text == "Q" && view.sentence.len() > 1 {
        return Some(None);
    }
    let colon = (1..7).find(|&at| view.lower(at) == ":")?;
    let shouted = view.section.tokens.get(view.sentence.clone())?;
    let shouted = shouted.iter().take_while(|token| !token.is(":"));
    let all = shouted
        .filter(|token| token.text.len() > 1)
        .all(|token| token.is_shouted() || token.text.ends_with('.'));
    (all && first.is_shouted()).then(|| (0..colon).find_map(|at| view.person(at)))
}
