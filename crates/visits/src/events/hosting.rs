//! Visits told from the host's side: "will host President NAME", "welcomed NAME to the White House", "was received by NAME".

use std::ops::Range;

use dateline_model::Kind;

use super::context::{Context, Understood};
use super::kind;
use super::verbal::{days_in, if_clause};
use crate::grammar::{
    Form, Group, Leg, Legs, Subject, group, is_wall, left_of, people_from, places_from, subject,
};
use crate::names::{PersonId, PlaceKind, Spot};

/// Guests with the units that name them.
type Guests = Vec<(PersonId, usize)>;

/// "hosted", "welcomed", "received" with a person as object: the object is the visitor.
pub(crate) fn host(context: &mut Context<'_>, at: usize, form: Form) {
    let group = group(context.view, at, form);
    if group.passive {
        hosted(context, at, &group);
        return;
    }
    let (guests, end) = people_from(context.view, object(context, at));
    if !guests.is_empty() {
        let result = received(context, at, &group, guests, end);
        context.conclude("host-visitor", at, result);
    }
}

/// What a host's verb with its guests says.
fn received(
    context: &Context<'_>,
    at: usize,
    group: &Group,
    guests: Guests,
    end: usize,
) -> Result<Understood, &'static str> {
    let view = context.view;
    if view.is_genitive(end) || group.denied {
        return Err("the object is no visitor");
    }
    let subject = subject(view, context.discourse, group);
    let purpose = visit_words(context, end);
    let place = place_of(context, end);
    if place.is_none() && purpose.is_none() && !is_receiving(view.lower(at)) {
        return Err("where is not said");
    }
    let legs = place
        .or_else(|| home_of(context, &subject))
        .ok_or("where is not said")?;
    if view.any(end..end + 14, |word| {
        matches!(word, "virtual" | "virtually" | "video" | "online")
    }) {
        return Err("nobody travelled: a call or a meeting on a screen");
    }
    let (kind, kind_units) = purpose.unwrap_or((Kind::Visit, at..at + 1));
    let phrase = group.start..legs.end.max(end);
    let people = guests
        .into_iter()
        .filter(|&(guest, _)| !is_subject(&subject, guest))
        .collect();
    Ok(Understood {
        host: host_person(&subject),
        days: days_in(context, &(phrase.start..phrase.end + 10)),
        kind,
        kind_units,
        status: if_clause(context, group.start).or_else(|| context.status(group)),
        past: group.past,
        ..Understood::of("host-visitor", at, phrase, people, legs.legs)
    })
}

/// Verbs that need no place: who hosts does so at home. "Welcome" and "greet" may be done anywhere, and in words.
fn is_receiving(word: &str) -> bool {
    word.starts_with("host") || word.starts_with("receiv")
}

/// Where the object of the verb begins: past "the visiting".
pub(super) fn object(context: &Context<'_>, at: usize) -> usize {
    let mut next = at + 1;
    while matches!(
        context.view.lower(next),
        "the" | "visiting" | "both" | "back" | "warmly" | "with"
    ) {
        next += 1;
    }
    next
}

fn is_subject(subject: &Subject, guest: PersonId) -> bool {
    matches!(subject, Subject::People(people) if people.iter().any(|&(person, _)| person == guest))
}

/// The person who receives.
pub(super) fn host_person(subject: &Subject) -> Option<PersonId> {
    match subject {
        Subject::People(people) => people.first().map(|&(person, _)| person),
        Subject::Nation(_) | Subject::Nobody(_) => None,
    }
}

/// The place said after the guests: "to the White House", "in Beijing", "for a visit to Washington".
fn place_of(context: &Context<'_>, from: usize) -> Option<Legs> {
    let view = context.view;
    for at in from..(from + 22).min(view.units.len()) {
        let word = view.lower(at);
        if is_wall(word) || ends_guests(word) && view.person(at + 1).is_none() {
            return None;
        }
        if matches!(word, "to" | "at" | "in" | "here") {
            let legs = places_from(view, context.discourse, at + usize::from(word != "here"));
            if legs
                .legs
                .first()
                .is_some_and(|leg| leg.spot.country.is_some())
            {
                return Some(legs);
            }
        }
    }
    None
}

/// Words after which another statement begins, unless a further guest follows.
fn ends_guests(word: &str) -> bool {
    matches!(
        word,
        "who" | "that" | "said" | "where" | "and" | "but" | "while" | "as" | "when" | "because"
    )
}

/// The country that the host stands for, as the place of a visit.
fn home_of(context: &Context<'_>, subject: &Subject) -> Option<Legs> {
    let (country, unit) = match subject {
        Subject::Nation(country) => (*country, 0),
        Subject::People(people) => {
            let &(person, unit) = people.first()?;
            (context.view.roster.get(person)?.stands_for()?, unit)
        }
        Subject::Nobody(_) => return None,
    };
    let spot = Spot {
        name: country.to_owned(),
        country: Some(country),
        kind: PlaceKind::Country,
        also: "",
    };
    let leg = Leg {
        spot,
        unit,
        time: None,
    };
    Some(Legs {
        legs: vec![leg],
        end: 0,
    })
}

/// "for a State Visit", "on a working visit", "who is on an official visit" after the guests.
fn visit_words(context: &Context<'_>, from: usize) -> Option<(Kind, Range<usize>)> {
    let view = context.view;
    let noun = (from..from + 14).find(|&at| {
        matches!(view.lower(at), "visit" | "trip" | "dinner" | "banquet")
            && view.any(from..at, |word| matches!(word, "for" | "on" | "at"))
    })?;
    let kind = kind::before(view, noun).filter(|_| view.lower(noun) == "visit");
    Some(kind.unwrap_or((Kind::Visit, noun..noun + 1)))
}

/// "NAME was received by NAME at the Kremlin": the subject is the visitor.
fn hosted(context: &mut Context<'_>, at: usize, group: &Group) {
    let view = context.view;
    let Some(by) = (at + 1..at + 12).find(|&at| view.lower(at) == "by") else {
        return;
    };
    let (hosts, end) = people_from(view, by + 1);
    let subject = Subject::People(hosts);
    let Some(legs) = place_of(context, at + 1).or_else(|| home_of(context, &subject)) else {
        return;
    };
    let Some(host) = host_person(&subject) else {
        return;
    };
    let people = Context::people(left_of(view, context.discourse, group.start));
    let phrase = group.start..legs.end.max(end);
    let result = people.map(|people| Understood {
        host: Some(host),
        status: group.status,
        past: group.past,
        confidence: 75,
        ..Understood::of("hosted-by", at, phrase, people, legs.legs)
    });
    context.conclude("hosted-by", at, result);
}
