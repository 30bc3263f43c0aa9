//! Who does what a verb says.

use super::discourse::{Discourse, is_subject_like, past_origin};
use super::group::Group;
use super::verbs::{Form, verb};
use super::view::{Is, View};
use super::words::{Pronoun, is_adverb, is_be, is_wall, pronoun};
use crate::names::PersonId;
use crate::wordlist::{Class, is};

/// The subject of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Named people, each with the unit that names them (or the pronoun that stands for them).
    People(Vec<(PersonId, usize)>),
    /// A country or its government.
    Nation(&'static str),
    /// Nobody who is named, and why.
    Nobody(&'static str),
}

/// The subject of the verb group.
pub(crate) fn subject(view: &View<'_>, discourse: &Discourse, group: &Group) -> Subject {
    if group.object_control
        && let Some(at) = group.start.checked_sub(1)
    {
        let named = at.saturating_sub(usize::from(view.lower(at) == ","));
        if let Some(person) = view.person(named) {
            return Subject::People(with_others(view, named, person));
        }
        return match pronoun(view.lower(at)) {
            Some(pronoun @ (Pronoun::He | Pronoun::She)) => {
                by_pronoun(view, discourse, at, pronoun)
            }
            _ => NOT_NAMED,
        };
    }
    left_of(view, discourse, group.start)
}

/// The subject of what begins at `start`: the nearest named person to the left that may be one.
pub(crate) fn left_of(view: &View<'_>, discourse: &Discourse, start: usize) -> Subject {
    let mut at = start;
    while let Some(left) = at.checked_sub(1) {
        match step(view, discourse, left) {
            Step::Skip(before) => at = before,
            Step::Found(subject) => return subject,
        }
    }
    right_of_comma(view, discourse, start)
}

/// What a unit to the left of a verb means for its subject.
enum Step {
    /// It may stand between the two: go on from here.
    Skip(usize),
    /// It settles who the subject is, or that it is nobody.
    Found(Subject),
}

fn step(view: &View<'_>, discourse: &Discourse, left: usize) -> Step {
    match view.is(left) {
        Some(Is::Time(_)) => Step::Skip(left),
        Some(Is::Person(person)) => person_left(view, left, person),
        Some(Is::Office) => Step::Found(Subject::Nobody("the text does not name who")),
        Some(Is::Place(spot)) => match place_left(view, left) {
            Some(before) => Step::Skip(before),
            None => Step::Found(spot.country.map_or(NOT_NAMED, Subject::Nation)),
        },
        Some(Is::Word) => word_left(view, discourse, left),
        Some(Is::Nation(_)) | None => Step::Found(NOT_NAMED),
    }
}

/// Why most subjects are none.
const NOT_NAMED: Subject = Subject::Nobody("the subject is not a named person");

/// A person to the left: the subject, unless a preposition adds him as company or a genitive makes him an owner.
fn person_left(view: &View<'_>, left: usize, person: PersonId) -> Step {
    if is_with(view.before(left)) {
        return leader(view, left).map_or(Step::Skip(left - 1), Step::Found);
    }
    let owner = view.before(left) == "of" || view.is_genitive(left + 1);
    Step::Found(if owner {
        NOT_NAMED
    } else {
        head_of_delegation(view, left)
            .unwrap_or_else(|| Subject::People(with_others(view, left, person)))
    })
}

/// A word to the left.
fn word_left(view: &View<'_>, discourse: &Discourse, left: usize) -> Step {
    let word = view.lower(left);
    if is_adverb(word) || word == "on" {
        return Step::Skip(left);
    }
    if view.is_genitive(left) {
        // "Xi's decision to visit"
        let owner = left
            .checked_sub(1)
            .and_then(|owner| Some((view.person(owner)?, owner)));
        return Step::Found(owner.map_or(NOT_NAMED, |owner| Subject::People(vec![owner])));
    }
    let object = matches!(word, "him" | "them" | "me" | "us");
    Step::Found(if let Some(pronoun) = pronoun(word).filter(|_| !object) {
        by_pronoun(view, discourse, left, pronoun)
    } else if matches!(word, "who" | "that" | "which") {
        antecedent(view, discourse, left)
    } else if matches!(word, "," | ")" | "—" | "–" | "--" | "-") || is(word, Class::Joint) {
        across(view, discourse, left)
    } else {
        NOT_NAMED
    })
}

/// Prepositions that add company, or an agent.
fn is_with(word: &str) -> bool {
    matches!(word, "with" | "by" | "alongside")
}

/// "a delegation led by NAME": the leader travels.
fn leader(view: &View<'_>, person: usize) -> Option<Subject> {
    let by = person.checked_sub(1)?;
    let led = matches!(view.before(by), "led" | "headed") && view.lower(by) == "by";
    let id = view.person(person).filter(|_| led)?;
    Some(Subject::People(vec![(id, person)]))
}

/// "a delegation led by NAME, with NAME and NAME, arrived": its head, from the last of those named.
fn head_of_delegation(view: &View<'_>, last: usize) -> Option<Subject> {
    let mut at = last;
    while let Some(left) = at.checked_sub(1) {
        at = left;
        let word = view.lower(left);
        let led = matches!(word, "led" | "headed");
        if led && view.lower(left + 1) == "by" {
            return leader(view, left + 2);
        }
        let told = matches!(verb(word), Some((_, Form::Past | Form::S))) && !led;
        if is_wall(word) || told || matches!(word, "who" | "where" | "which" | "that") {
            return None;
        }
    }
    None
}

/// Past "in Beijing", "from Japan", leftwards; none where the place stands alone.
fn place_left(view: &View<'_>, place: usize) -> Option<usize> {
    let mut at = place;
    if matches!(
        view.before(at),
        "the" | "nearby" | "neighboring" | "neighbouring"
    ) {
        at -= 1;
    }
    matches!(
        view.before(at),
        "in" | "at" | "from" | "to" | "near" | "for"
    )
    .then(|| at - 1)
}

/// A subject on the other side of a comma, a conjunction or a preposition: the nearest person who may be one.
pub(crate) fn across(view: &View<'_>, discourse: &Discourse, from: usize) -> Subject {
    let mut at = from;
    while let Some(left) = at.checked_sub(1) {
        at = left;
        let word = view.lower(left);
        if is_wall(word) && word != ":" {
            break;
        }
        // "Gordon and a delegation of officials" does name somebody.
        let company = left >= 2 && matches!(view.lower(left - 2), "and" | "with" | "by");
        if word == "delegation" && !company && !matches!(view.lower(left + 1), "led" | "headed") {
            return Subject::Nobody("a delegation of which nobody is named");
        }
        if let Some(person) = view.person(left)
            && (is_subject_like(view, left) || leader(view, left).is_some())
        {
            return head_of_delegation(view, left)
                .unwrap_or_else(|| Subject::People(with_others(view, left, person)));
        }
        if let Some(pronoun) = pronoun(word)
            && matches!(word, "he" | "she" | "i" | "we" | "they")
        {
            return by_pronoun(view, discourse, left, pronoun);
        }
    }
    right_of_comma(view, discourse, from)
}

/// "After visiting Seoul, NAME …": the subject follows the comma.
fn right_of_comma(view: &View<'_>, discourse: &Discourse, from: usize) -> Subject {
    let mut at = from;
    while at < view.units.len() && at < from + 30 {
        if view.lower(at) == "," {
            let mut next = at + 1;
            while is_adverb(view.lower(next)) || view.time(next).is_some() {
                next += 1;
            }
            if let Some(person) = view.person(next)
                && !view.is_genitive(next + 1)
                && followed_by_verb(view, next)
            {
                return Subject::People(vec![(person, next)]);
            }
            if let Some(pronoun) = pronoun(view.lower(next))
                && matches!(view.lower(next), "he" | "she" | "i" | "we")
            {
                return by_pronoun(view, discourse, next, pronoun);
            }
        }
        at += 1;
    }
    Subject::Nobody("no subject in the sentence")
}

/// Whether a verb follows a person: an auxiliary, a word in "-ed" or "-s", a verb that the rules know.
fn followed_by_verb(view: &View<'_>, person: usize) -> bool {
    let mut at = person + 1;
    while is_adverb(view.lower(at)) {
        at += 1;
    }
    let word = view.lower(at);
    verb(word).is_some()
        || is_be(word)
        || is(word, Class::AfterSubject)
        || word.ends_with("ed")
        || word.ends_with('s') && word.len() > 3
        || matches!(word, "," | "and")
}

/// The person before "who".
fn antecedent(view: &View<'_>, discourse: &Discourse, who: usize) -> Subject {
    let mut at = who;
    while let Some(left) = at.checked_sub(1) {
        at = left;
        if let Some(person) = view.person(left) {
            let near = who - left <= 2 || matches!(view.lower(left + 1), "," | "(" | "and");
            if view.lower(who) == "who" && near {
                let mut people = vec![(person, left)];
                if view.lower(who + 1) == "are" || view.lower(who + 1) == "were" {
                    people = with_others(view, left, person);
                }
                return Subject::People(people);
            }
            break;
        }
        if matches!(view.is(left), Some(Is::Place(_) | Is::Office)) && view.lower(who) == "who" {
            break;
        }
    }
    if view.lower(who) == "that" {
        return across(view, discourse, who);
    }
    Subject::Nobody("the subject is not a named person")
}

/// The person or people whom a pronoun stands for.
pub(crate) fn by_pronoun(
    view: &View<'_>,
    discourse: &Discourse,
    at: usize,
    pronoun: Pronoun,
) -> Subject {
    if pronoun == Pronoun::They {
        let people: Vec<_> = discourse
            .they()
            .iter()
            .map(|&person| (person, at))
            .collect();
        return if people.len() > 1 {
            Subject::People(people)
        } else {
            Subject::Nobody("it is not clear whom the pronoun means")
        };
    }
    match discourse.resolve(view, at, pronoun) {
        Some(person) => Subject::People(vec![(person, at)]),
        None => Subject::Nobody("it is not clear whom the pronoun means"),
    }
}

/// The person at `at` with those who are joined to him or her: "A, B and C".
pub(crate) fn with_others(view: &View<'_>, at: usize, person: PersonId) -> Vec<(PersonId, usize)> {
    let mut people = vec![(person, at)];
    let mut left = at;
    let mut joined = false;
    loop {
        let mut before = past_origin(view, left);
        // "DHS Secretary NAME": the body's short name belongs to the office.
        if before > 0 && view.is_capital(before - 1) && (2..6).contains(&view.before(before).len())
        {
            before -= 1;
        }
        let name = before;
        while before > 0 && matches!(view.before(before), "," | "and" | "&" | "both") {
            joined |= view.before(before) == "and" || view.before(before) == "&";
            before -= 1;
        }
        // "NAME, the premier, and NAME": past the office between commas.
        if let Some(office) = before.checked_sub(1).filter(|_| joined)
            && matches!(view.is(office), Some(Is::Office))
            && view.before(office) == ","
        {
            before = office - 1;
        }
        let Some(other) = before
            .checked_sub(1)
            .and_then(|other| Some((view.person(other)?, other)))
        else {
            break;
        };
        // Without an "and" a comma joins a name and its apposition, not two people.
        if before == name || !joined || !is_subject_like(view, other.1) {
            break;
        }
        if people.iter().all(|(known, _)| *known != other.0) {
            people.push(other);
        }
        left = other.1;
    }
    people.reverse();
    people
}

/// Past the country before a name: "Russia's NAME".
fn past_country(view: &View<'_>, at: usize) -> usize {
    if view.person(at + 2).is_some() && past_origin(view, at + 2) == at {
        at + 2
    } else {
        at
    }
}

/// Named people in a row from `at`: "A, B, and C", with "and others" left alone. Gives them and the unit after them.
pub(crate) fn people_from(view: &View<'_>, at: usize) -> (Vec<(PersonId, usize)>, usize) {
    let mut people: Vec<(PersonId, usize)> = Vec::new();
    let mut next = at;
    while matches!(view.lower(next), "both" | "with" | "the" | "visiting") {
        next += 1;
    }
    let mut end = at;
    while let Some(person) = view.person(past_country(view, next)) {
        next = past_country(view, next);
        if view.is_genitive(next + 1) {
            break;
        }
        if people.iter().all(|(known, _)| *known != person) {
            people.push((person, next));
        }
        end = next + 1;
        next = end;
        while matches!(view.lower(next), "," | "and" | "&" | "as" | "well" | "with") {
            next += 1;
        }
    }
    (people, end)
}
