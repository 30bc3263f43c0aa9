//! Visits told from the host's side: "will host President NAME", "welcomed NAME to the White House", "invited NAME to visit".

use dateline_model::{Aspect, Kind, Status};

use super::context::{Context, Understood};
use super::kind;
use super::verbal::{days_in, if_clause};
use crate::grammar::{
    Form, Group, Leg, Legs, Subject, Verb, destination, group, is_wall, people_from, places_from,
    subject, verb,
};
use crate::names::{PersonId, PlaceKind, Spot};

/// Reads the verb of hosting or inviting at `at`.
pub(crate) fn read(context: &mut Context<'_>, at: usize, verb: Verb, form: Form) {
    match verb {
        Verb::Host => host(context, at, form),
        Verb::Invite => invite(context, at, form),
        _ => {}
    }
}

/// "hosted", "welcomed", "received" with a person as object: the object is the visitor.
fn host(context: &mut Context<'_>, at: usize, form: Form) {
    let rule = "host-visitor";
    let view = context.view;
    let group = group(view, at, form);
    if group.passive {
        hosted(context, at, group.start, group.status);
        return;
    }
    let (guests, end) = people_from(view, object(context, at));
    if guests.is_empty() {
        return;
    }
    if view.is_genitive(end) || group.denied {
        context.refuse(rule, at, "the object is no visitor");
        return;
    }
    let subject = subject(view, context.discourse, &group);
    let place = place_of(context, end);
    let Some((legs, certain)) = home_of(context, &subject, place) else {
        context.refuse(rule, at, "where is not said");
        return;
    };
    let purpose = visit_words(context, end);
    if !certain
        && purpose.is_none()
        && !matches!(
            view.lower(at),
            "host"
                | "hosts"
                | "hosted"
                | "hosting"
                | "receive"
                | "receives"
                | "received"
                | "receiving"
        )
    {
        context.refuse(rule, at, "where is not said");
        return;
    }
    if view.any(end..end + 14, |word| {
        matches!(word, "virtual" | "virtually" | "video" | "online")
    }) {
        context.refuse(
            rule,
            at,
            "nobody travelled: a call or a meeting on a screen",
        );
        return;
    }
    let (kind, kind_units) = purpose.unwrap_or((Kind::Visit, at..at + 1));
    let phrase = group.start..legs.end.max(end);
    let people = guests
        .into_iter()
        .filter(|&(guest, _)| !is_subject(&subject, guest))
        .collect();
    let understood = Understood {
        rule,
        trigger: at,
        people,
        host: host_person(&subject),
        days: days_in(context, &(phrase.start..phrase.end + 10)),
        own_time: None,
        legs: legs.legs,
        aspect: Aspect::Whole,
        kind,
        kind_units,
        status: if_clause(context, group.start).or_else(|| context.status(&group)),
        present: false,
        confidence: 80,
        phrase,
    };
    context.take(&understood);
}

/// Where the object of the verb begins: past "the visiting".
fn object(context: &Context<'_>, at: usize) -> usize {
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

fn host_person(subject: &Subject) -> Option<PersonId> {
    match subject {
        Subject::People(people) => people.first().map(|&(person, _)| person),
        Subject::Nation(_) | Subject::Nobody(_) => None,
    }
}

/// The place said after the guests: "to the White House", "in Beijing", "for a visit to Washington".
fn place_of(context: &Context<'_>, from: usize) -> Option<Legs> {
    let view = context.view;
    let mut at = from;
    while at < (from + 22).min(view.units.len()) {
        let word = view.lower(at);
        if is_wall(word)
            || matches!(
                word,
                "who"
                    | "that"
                    | "said"
                    | "where"
                    | "and"
                    | "but"
                    | "while"
                    | "as"
                    | "when"
                    | "because"
            ) && view.person(at + 1).is_none()
        {
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
        at += 1;
    }
    None
}

/// The places, or else the country that the host stands for; and whether a place is named.
fn home_of(context: &Context<'_>, subject: &Subject, place: Option<Legs>) -> Option<(Legs, bool)> {
    if let Some(legs) = place {
        return Some((legs, true));
    }
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
    let legs = Legs {
        legs: vec![leg],
        end: 0,
    };
    Some((legs, false))
}

/// "for a State Visit", "on a working visit", "who is on an official visit" after the guests.
fn visit_words(context: &Context<'_>, from: usize) -> Option<(Kind, std::ops::Range<usize>)> {
    let view = context.view;
    (from..from + 14)
        .find(|&at| {
            matches!(view.lower(at), "visit" | "trip" | "dinner" | "banquet")
                && view.any(from..at, |word| matches!(word, "for" | "on" | "at"))
        })
        .map(|at| {
            kind::before(view, at)
                .filter(|_| view.lower(at) == "visit")
                .unwrap_or((Kind::Visit, at..at + 1))
        })
}

/// "NAME was received by NAME at the Kremlin": the subject is the visitor.
fn hosted(context: &mut Context<'_>, at: usize, start: usize, status: Option<Status>) {
    let rule = "hosted-by";
    let view = context.view;
    let Some(by) = (at + 1..at + 12).find(|&at| view.lower(at) == "by") else {
        return;
    };
    let (hosts, end) = people_from(view, by + 1);
    let place = place_of(context, at + 1);
    let people = match Context::people(crate::grammar::left_of(view, context.discourse, start)) {
        Ok(people) => people,
        Err(reason) => {
            context.refuse(rule, at, reason);
            return;
        }
    };
    let subject = Subject::People(hosts.clone());
    let Some((legs, _)) = home_of(context, &subject, place).filter(|_| !hosts.is_empty()) else {
        return;
    };
    let phrase = start..legs.end.max(end);
    let understood = Understood {
        rule,
        trigger: at,
        people,
        host: hosts.first().map(|&(person, _)| person),
        legs: legs.legs,
        own_time: None,
        days: None,
        aspect: Aspect::Whole,
        kind: Kind::Visit,
        kind_units: at..at + 1,
        status,
        present: false,
        confidence: 75,
        phrase,
    };
    context.take(&understood);
}

/// "invited NAME to visit Washington", "invited NAME to the White House": proposed.
fn invite(context: &mut Context<'_>, at: usize, form: Form) {
    let rule = "invite";
    let view = context.view;
    let group = group(view, at, form);
    if group.denied {
        return;
    }
    if group.passive {
        invited(context, at, &group);
        return;
    }
    let (guests, end) = people_from(view, object(context, at));
    // "invited NAME to visit Seoul" is read at "visit".
    if guests.is_empty() || view.lower(end) != "to" || verb(view.lower(end + 1)).is_some() {
        return;
    }
    let legs = destination(view, context.discourse, end.saturating_sub(1), &["to"]);
    if legs.legs.is_empty() {
        return;
    }
    let subject = subject(view, context.discourse, &group);
    let understood = Understood {
        rule,
        trigger: at,
        phrase: group.start..legs.end,
        people: guests,
        host: host_person(&subject),
        legs: legs.legs,
        own_time: None,
        days: None,
        aspect: Aspect::Whole,
        kind: Kind::Visit,
        kind_units: at..at + 1,
        status: Some(Status::Proposed),
        present: false,
        confidence: 65,
    };
    context.take(&understood);
}

/// "NAME has been invited to Japan": the subject is the guest.
fn invited(context: &mut Context<'_>, at: usize, group: &Group) {
    let view = context.view;
    if view.lower(at + 1) != "to" || verb(view.lower(at + 2)).is_some() {
        return;
    }
    let legs = places_from(view, context.discourse, at + 2);
    let Ok(people) = Context::people(subject(view, context.discourse, group)) else {
        return;
    };
    let understood = Understood {
        rule: "invite",
        trigger: at,
        phrase: group.start..legs.end,
        people,
        host: None,
        legs: legs.legs,
        own_time: None,
        days: None,
        aspect: Aspect::Whole,
        kind: Kind::Visit,
        kind_units: at..at + 1,
        status: Some(Status::Proposed),
        present: false,
        confidence: 60,
    };
    if !understood.legs.is_empty() {
        context.take(&understood);
    }
}
