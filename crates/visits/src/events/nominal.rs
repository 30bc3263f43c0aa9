//! Visits told by nouns: "Xi's state visit to the ROK", "the visit of NAME to Baghdad", "on a visit to China", "cancelled a trip to".

use std::ops::Range;

use dateline_model::{Aspect, Kind, Status};

use super::candidate::Topic;
use super::context::{Context, Understood};
use super::kind;
use super::verbal::if_clause;
use crate::grammar::{
    Leg, Legs, Subject, Verb, by_pronoun, group, is_adverb, is_be, is_subject_like, is_verb_here,
    left_of, people_from, places_from, pronoun, verb, weaker, with_others,
};
use crate::names::PersonId;
use crate::wordlist::{Class, is};

/// Whether a word is a noun that speaks of a visit.
pub(crate) fn is_noun(lower: &str) -> bool {
    is(lower, Class::VisitNoun)
}

/// The phrase around a noun.
struct Phrase {
    /// The noun's unit.
    noun: usize,
    /// The first unit of its modifiers and determiner or possessor.
    start: usize,
    /// Whose visit it is, by a possessive or "of" or "by".
    people: Vec<(PersonId, usize)>,
    /// Whether a pronoun stands for the owner.
    by_pronoun: bool,
    /// Whether a possessive stands there whose owner is not known.
    unknown_owner: Option<&'static str>,
    /// Where to, and the end of the phrase.
    legs: Legs,
    /// A date among the modifiers.
    time: Option<usize>,
    /// "three-day" among the modifiers.
    days: Option<u32>,
    /// "the", "this", "his": it was spoken of before.
    definite: bool,
    /// Whether "a" or nothing stands before it.
    indefinite: bool,
}

/// Reads the noun at `at`. It must be no verb.
pub(crate) fn read(context: &mut Context<'_>, at: usize) {
    if is_verb(context, at) {
        return;
    }
    let phrase = phrase(context, at);
    let rule = rule(context.view.lower(at));
    if phrase.legs.legs.is_empty() {
        mention(context, &phrase);
        return;
    }
    let light = light(context, &phrase);
    if matches!(context.view.lower(at), "visits" | "stops" | "mission")
        && phrase.people.is_empty()
        && !light.verb
    {
        context.refuse(rule, at, "several visits of nobody in particular");
        return;
    }
    if light.denied {
        context.refuse(rule, at, "it is denied");
        return;
    }
    let people = match owners(context, &phrase, &light) {
        Ok(people) => people,
        Err(_)
            if context.number == 0
                && phrase.people.is_empty()
                && phrase.unknown_owner.is_none() =>
        {
            context.mention(rule, at, &[], &phrase.legs, Topic::Announced);
            return;
        }
        Err(reason) => {
            context.refuse(rule, at, reason);
            return;
        }
    };
    let understood = understood(context, &phrase, &light, people, rule);
    context.take(&understood);
}

fn rule(noun: &str) -> &'static str {
    match noun {
        "visit" | "visits" => "noun-visit",
        "trip" | "trips" | "travel" | "travels" | "journey" => "noun-trip",
        "tour" | "tours" | "swing" => "noun-tour",
        "arrival" => "noun-arrival",
        "departure" => "noun-departure",
        "participation" | "attendance" => "noun-participation",
        _ => "noun-stop",
    }
}

/// Whether the word is a verb here ("will visit", "Xi visits").
fn is_verb(context: &Context<'_>, at: usize) -> bool {
    let view = context.view;
    verb(view.lower(at)).is_some_and(|(_, form)| {
        let object = !places_from(view, context.discourse, at + 1).legs.is_empty();
        is_verb_here(view, at, form, object)
    })
}

/// Collects what stands around the noun.
fn phrase(context: &Context<'_>, noun: usize) -> Phrase {
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
        if let Some(timex) = view.time(left) {
            phrase.days = phrase.days.or_else(|| super::when::days(timex));
            if timex.edtf().is_some() {
                phrase.time = phrase.time.or(Some(left));
            }
        } else if view.is_genitive(left) {
            if left > 0 && view.time(left - 1).is_some() {
                phrase.start = left;
                continue;
            }
            return possessor(context, phrase, left);
        } else if let Some(pronoun) =
            pronoun(word).filter(|_| matches!(word, "his" | "her" | "their" | "my" | "our"))
        {
            phrase.start = left;
            phrase.by_pronoun = true;
            phrase.definite = true;
            phrase.indefinite = false;
            match by_pronoun(view, context.discourse, left, pronoun) {
                Subject::People(people) => phrase.people = people,
                Subject::Nation(_) | Subject::Nobody(_) => {
                    phrase.unknown_owner = Some("it is not clear whose visit it is");
                }
            }
            return;
        } else if matches!(word, "the" | "this" | "that" | "these" | "those") {
            phrase.start = left;
            phrase.definite = true;
            phrase.indefinite = false;
            return;
        } else if matches!(word, "a" | "an" | "another") {
            phrase.start = left;
            return;
        } else if let Some(spot) = view.place(left).filter(|_| phrase.start == phrase.noun && phrase.legs.legs.is_empty()) {
            // "his Russia trip", "a White House visit"
            phrase.legs.legs.push(Leg {
                spot: spot.clone(),
                unit: left,
                time: None,
            });
        } else if let Some(person) = view.person(left) {
            // A headline's "Biden visit to Poland"; a verb of which the person is the object is no owner.
            let owner = phrase.start == phrase.noun && is_subject_like(view, left);
            if owner {
                phrase.people = with_others(view, left, person);
                phrase.start = left;
                phrase.indefinite = false;
            }
            return;
        } else if !(kind::is_modifier(word)
            || is_adverb(word)
            || word.ends_with("-day")
            || word == "'s")
        {
            return;
        }
        phrase.start = left;
    }
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
    let view = context.view;
    let noun = view.lower(phrase.noun);
    let mut at = phrase.noun + 1;
    phrase.legs.end = phrase.legs.end.max(at);
    for _ in 0..5 {
        let word = view.lower(at);
        if view.time(at).is_some() {
            if view.time(at).is_some_and(|timex| timex.edtf().is_some()) {
                phrase.time = phrase.time.or(Some(at));
            }
            at += 1;
        } else if matches!(word, "of" | "by")
            && view.person(at + 1).is_some()
            && phrase.people.is_empty()
        {
            let (people, end) = people_from(view, at + 1);
            phrase.people = people;
            phrase.unknown_owner = None;
            at = end;
            phrase.legs.end = phrase.legs.end.max(end);
        } else if matches!(word, "by" | "of" | "with")
            && (view.lower(at + 1) == "a" || view.person(at + 1).is_some())
        {
            break;
        } else if leads_to(noun, word) && phrase.legs.legs.is_empty() {
            let legs = places_from(view, context.discourse, at + usize::from(word != "here"));
            if legs.legs.is_empty() {
                if matches!(noun, "participation" | "attendance") {
                    event_place(context, phrase, at);
                }
                break;
            }
            at = legs.end;
            phrase.legs = legs;
        } else if matches!(
            word,
            "on" | "from" | "in" | "starting" | "beginning" | "next" | "," | "this"
        ) && view.time(at + 1).is_some()
        {
            at += 1;
        } else {
            break;
        }
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

/// What a verb before the phrase says of it.
#[derive(Clone, Copy, Debug, Default)]
struct Light {
    /// The first unit of the verb group, or of the preposition.
    start: Option<usize>,
    /// Whether it took place.
    status: Option<Status>,
    /// What its date is the date of.
    aspect: Option<Aspect>,
    /// Whether it is denied.
    denied: bool,
    /// Whether the subject of the verb is the visitor.
    subject: bool,
    /// Whether it is a verb.
    verb: bool,
}

/// The verb or preposition that the phrase hangs on.
fn light(context: &Context<'_>, phrase: &Phrase) -> Light {
    let view = context.view;
    let mut at = phrase.start;
    while at > 0
        && (is_adverb(view.before(at))
            || matches!(
                view.before(at),
                "off" | "up" | "short" | "back" | "out" | "down"
            ))
    {
        at -= 1;
    }
    let Some(left) = at.checked_sub(1) else {
        return preposition(context, phrase);
    };
    let word = view.lower(left);
    let Some((verb, form)) = verb(word) else {
        return preposition(context, phrase);
    };
    let group = group(view, left, form);
    let status = group
        .status
        .or_else(|| crate::grammar::inherited(view, group.start));
    let (status, aspect, subject) = match verb {
        Verb::Make | Verb::Hold => (status, None, true),
        Verb::Begin => (status, Some(Aspect::Start), true),
        Verb::End => (status, Some(Aspect::End), true),
        Verb::Plan => (Some(weaker(status, Status::Planned)), None, true),
        Verb::Propose => (Some(weaker(status, Status::Proposed)), None, true),
        Verb::Cancel => (Some(Status::Cancelled), None, true),
        Verb::Postpone => (Some(Status::Postponed), None, true),
        Verb::Attend if word.starts_with("t") => (status, None, true),
        _ => return preposition(context, phrase),
    };
    let cancelled = matches!(status, Some(Status::Cancelled | Status::Postponed));
    Light {
        start: Some(group.start),
        // A plan to cancel is a cancelled visit; a denied cancelling says nothing.
        status,
        aspect,
        denied: group.denied && !cancelled,
        subject: subject && !group.passive,
        verb: true,
    }
}

/// "on", "during", "for" before the phrase; and the verb after it ("the visit will …", "was postponed").
fn preposition(context: &Context<'_>, phrase: &Phrase) -> Light {
    let view = context.view;
    let before = view.before(phrase.start);
    let start = phrase.start.checked_sub(1);
    let later = later_verb(context, phrase);
    let awaited = before == "to" && view.lower(phrase.start.wrapping_sub(2)) == "forward";
    let back = before == "from"
        && view.any(phrase.start.saturating_sub(8)..phrase.start, |word| {
            matches!(
                word,
                "return" | "returned" | "returns" | "returning" | "back" | "home"
            )
        });
    let under_way = match before {
        _ if back => Some(Aspect::End),
        "on" | "during" | "amid" | "while" => Some(Aspect::UnderWay),
        _ => None,
    };
    let proposed = matches!(before, "of" | "about" | "discuss" | "for")
        && view.any(phrase.start.saturating_sub(5)..phrase.start, |word| {
            is(word, Class::Prospect)
        });
    let ahead = matches!(before, "of") && view.lower(phrase.start.wrapping_sub(2)) == "ahead"
        || matches!(before, "before");
    Light {
        start,
        status: if proposed {
            Some(Status::Proposed)
        } else if matches!(before, "during" | "after" | "following" | "since")
            && !view.any(0..view.units.len(), |word| {
                matches!(word, "will" | "would" | "'ll")
            })
        {
            Some(later.unwrap_or(Status::Reported))
        } else if ahead || awaited {
            Some(later.unwrap_or(Status::Planned))
        } else {
            later
        },
        aspect: under_way,
        denied: false,
        verb: false,
        subject: awaited || is(before, Class::VisitPreposition),
    }
}

/// What the words in the phrase and the verb after it say of whether the visit takes place.
fn later_verb(context: &Context<'_>, phrase: &Phrase) -> Option<Status> {
    let view = context.view;
    for at in phrase.start..phrase.noun {
        let status = match view.lower(at) {
            "planned" | "upcoming" | "forthcoming" | "scheduled" | "next" | "expected" => {
                Some(Status::Planned)
            }
            "proposed" | "possible" | "potential" | "prospective" => Some(Status::Proposed),
            "cancelled" | "canceled" => Some(Status::Cancelled),
            "postponed" | "delayed" => Some(Status::Postponed),
            "recent" | "last" | "previous" | "first-ever" => Some(Status::Reported),
            _ => None,
        };
        if status.is_some() {
            return status;
        }
    }
    let end = phrase.legs.end.max(phrase.noun + 1);
    for at in end..end + 8 {
        let word = view.lower(at);
        match word {
            "starts" | "begins" | "start" | "begin" => return Some(Status::Planned),
            "will" | "would" | "'ll" => {
                return Some(called_off(context, at).unwrap_or(Status::Planned));
            }
            "may" | "might" | "could" => {
                return Some(called_off(context, at).unwrap_or(Status::Proposed));
            }
            "was" | "were" | "has" | "had" | "is" | "been" => {
                return Some(called_off(context, at).unwrap_or(Status::Reported));
            }
            "," | ";" | "." | "and" | "which" | "that" | "who" | "as" | "—" => return None,
            _ if word.ends_with("ed") => {
                return Some(called_off(context, at).unwrap_or(Status::Reported));
            }
            _ => {}
        }
    }
    None
}

/// Whether the verb after a visit tells its beginning or its end: "his visit to Egypt ended on April 9".
fn later_aspect(context: &Context<'_>, phrase: &Phrase) -> Option<Aspect> {
    let end = phrase.legs.end;
    (end..end + 3).find_map(|at| match context.view.lower(at) {
        "begins" | "began" | "starts" | "started" | "begin" | "start" => Some(Aspect::Start),
        "ends" | "ended" | "concludes" | "concluded" | "end" | "conclude" => Some(Aspect::End),
        _ => None,
    })
}

/// "was postponed", "has been called off", "would be cancelled" after a visit.
fn called_off(context: &Context<'_>, at: usize) -> Option<Status> {
    let view = context.view;
    (at..at + 4).find_map(|at| match view.lower(at) {
        "cancelled" | "canceled" | "scrapped" | "shelved" => Some(Status::Cancelled),
        "called" if view.lower(at + 1) == "off" => Some(Status::Cancelled),
        "postponed" | "delayed" | "rescheduled" | "deferred" => Some(Status::Postponed),
        "put" if view.lower(at + 1) == "off" => Some(Status::Postponed),
        "planned" | "scheduled" | "expected" | "announced" | "due" => Some(Status::Planned),
        "proposed" | "considered" | "discussed" => Some(Status::Proposed),
        _ => None,
    })
}

/// Whose visit it is.
fn owners(
    context: &Context<'_>,
    phrase: &Phrase,
    light: &Light,
) -> Result<Vec<(PersonId, usize)>, &'static str> {
    // "arrived on his first visit": the one who arrived.
    if phrase.by_pronoun
        && context.view.before(phrase.start) == "on"
        && let Some(start) = light.start
        && let Ok(people) = Context::people(clause_subject(context, start))
    {
        return Ok(people);
    }
    if !phrase.people.is_empty() {
        return Ok(phrase.people.clone());
    }
    if let Some(reason) = phrase.unknown_owner {
        return Err(reason);
    }
    if !light.subject {
        return Err("nobody is said to make it");
    }
    let start = light.start.unwrap_or(phrase.start);
    Context::people(clause_subject(context, start))
}

/// The subject of the clause that a phrase hangs on: past "was", "is" and the like.
fn clause_subject(context: &Context<'_>, start: usize) -> Subject {
    let view = context.view;
    let mut at = start;
    while at > 0
        && (is_be(view.before(at))
            || is_adverb(view.before(at))
            || view.time(at - 1).is_some()
            || is(view.before(at), Class::BeforeOnVisit))
    {
        at -= 1;
    }
    if let Some(verb_at) = at.checked_sub(1)
        && let Some((_, form)) = verb(view.lower(verb_at))
        && is_verb_here(view, verb_at, form, false)
    {
        let group = group(view, verb_at, form);
        return crate::grammar::subject(view, context.discourse, &group);
    }
    if at == start {
        return across_clause(context, start);
    }
    left_of(view, context.discourse, at)
}

/// "during a visit to Seoul": the nearest person to the left who may be a subject, else the one after the comma.
fn across_clause(context: &Context<'_>, start: usize) -> Subject {
    crate::grammar::across(context.view, context.discourse, start)
}

/// Puts together what the noun says.
fn understood(
    context: &Context<'_>,
    phrase: &Phrase,
    light: &Light,
    people: Vec<(PersonId, usize)>,
    rule: &'static str,
) -> Understood {
    let view = context.view;
    let noun = view.lower(phrase.noun);
    let (kind, kind_units): (Kind, Range<usize>) = match kind::before(view, phrase.noun) {
        Some((kind, units)) => (kind, units),
        None if rule == "noun-participation"
            && view.any(phrase.noun..phrase.legs.end, |word| {
                matches!(word, "summit" | "summits")
            }) =>
        {
            (Kind::Summit, phrase.noun..phrase.noun + 1)
        }
        None => (kind::of_noun(noun), phrase.noun..phrase.noun + 1),
    };
    let aspect = match rule {
        "noun-arrival" | "noun-departure" => Aspect::Start,
        _ => light
            .aspect
            .or_else(|| later_aspect(context, phrase))
            .unwrap_or(Aspect::Whole),
    };
    let start = light
        .start
        .filter(|_| light.status.is_some())
        .unwrap_or(phrase.start);
    let days = phrase.days.or_else(|| {
        super::verbal::days_in(
            context,
            &(phrase.start.saturating_sub(4)..phrase.legs.end + 8),
        )
    });
    Understood {
        rule,
        trigger: phrase.noun,
        phrase: start..phrase.legs.end,
        people,
        host: None,
        legs: phrase.legs.legs.clone(),
        own_time: phrase.time,
        days,
        aspect,
        kind,
        kind_units,
        status: if_clause(context, phrase.start).or(light.status),
        present: false,
        confidence: 80,
    }
}

/// A visit without a place: one that was spoken of before, or one whose place stands elsewhere (the headline).
fn mention(context: &mut Context<'_>, phrase: &Phrase) {
    let view = context.view;
    let noun = phrase.noun;
    let to = view.lower(noun + 1);
    if matches!(
        view.lower(noun),
        "stop"
            | "stops"
            | "departure"
            | "mission"
            | "participation"
            | "attendance"
            | "travels"
            | "swing"
    ) {
        return;
    }
    let sight = matches!(to, "to" | "of") && view.person(noun + 2).is_none() && !phrase.definite;
    if sight || phrase.indefinite || matches!(view.lower(noun), "visits" | "trips") || to == "to" {
        context.refuse(rule(view.lower(noun)), noun, "no place is named");
        return;
    }
    let form_known = matches!(
        view.lower(noun),
        "visit" | "trip" | "stay" | "tour" | "travel" | "journey" | "arrival"
    );
    if !form_known || phrase.unknown_owner.is_some() {
        return;
    }
    let people = phrase.people.clone();
    let status = later_verb(context, phrase);
    let count = context.found.len();
    context.mention("visit-mention", noun, &people, &phrase.legs, Topic::Mention);
    let kind = kind::before(view, noun);
    let kind_span = kind.as_ref().map(|(_, units)| view.span(units.clone()));
    let dated = phrase.time.and_then(|unit| {
        let timex = view.time(unit)?;
        Some(super::candidate::Dated {
            date: timex.edtf()?,
            basis: timex.basis,
            span: view.span(unit..unit + 1),
        })
    });
    if let Some(candidate) = context.found.get_mut(count) {
        candidate.status = status;
        candidate.days = phrase.days;
        candidate.dated = dated;
        candidate.kind_span = kind_span;
        candidate.kind = kind.map_or(Kind::Visit, |(kind, _)| kind);
    }
}
