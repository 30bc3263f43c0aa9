//! Talks in person: "met with NAME in Belfast", "held talks with NAME", "the meeting between NAME and NAME in Washington".

mod nouns;
mod place;
mod verbs;

use std::ops::Range;

use dateline_model::{Aspect, Kind, Status};

use super::candidate::{Candidate, Topic};
use super::context::{Context, Understood, label};
use super::when;
use crate::grammar::{Leg, Legs, is_adverb, people_from};
use crate::names::PersonId;
pub(crate) use nouns::read_noun;
use place::place;
pub(crate) use verbs::read;

/// Whether a word is a noun that speaks of talks.
pub(crate) fn is_noun(lower: &str) -> bool {
    matches!(
        lower,
        "talks"
            | "meeting"
            | "meetings"
            | "summit"
            | "summits"
            | "discussions"
            | "negotiations"
            | "consultations"
    )
}

/// The people after "with" that follows a noun, past adverbs, dates and "in Beijing".
fn with_whom(context: &Context<'_>, noun: usize) -> (Vec<(PersonId, usize)>, usize) {
    let view = context.view;
    let mut at = noun + 1;
    while at < noun + 10 {
        if view.lower(at) == "with" {
            return people_from(view, at + 1);
        }
        let passable = is_adverb(view.lower(at))
            || view.time(at).is_some()
            || view.place(at).is_some()
            || matches!(view.lower(at), "on" | "in" | "at" | "here" | "the" | ",");
        if !passable {
            break;
        }
        at += 1;
    }
    (Vec::new(), noun + 1)
}

/// Talks as a rule has understood them.
#[derive(Debug)]
struct Talks {
    /// The rule.
    rule: &'static str,
    /// The unit that set it off.
    trigger: usize,
    /// The unit that says that they talked: "talks" rather than "held".
    word: usize,
    /// Who talked, with the units that name them.
    people: Vec<(PersonId, usize)>,
    /// The units of verb or noun and people.
    phrase: Range<usize>,
    /// Whether they took place, where the words say so.
    status: Option<Status>,
    /// Whether the verb stands in the present.
    present: bool,
}

/// Notes talks between at least two named people; where may be missing.
fn take(context: &mut Context<'_>, talks: Talks) {
    if talks.people.len() < 2 {
        return;
    }
    if context.is_remote(&talks.phrase) {
        context.refuse(
            talks.rule,
            talks.trigger,
            "nobody travelled: a call or a meeting on a screen",
        );
        return;
    }
    let candidate = candidate(context, talks);
    context.found.push(candidate);
}

/// "SEOUL, May 4 -- NAME met NAME on Tuesday": where the text is written, if one of them is at home there and another is
/// not, and they met as it was written.
fn at_dateline(context: &Context<'_>, talks: &Talks) -> Option<Legs> {
    let view = context.view;
    let here = context.discourse.here.clone()?;
    let published = context.published?;
    let homes: Vec<_> = talks
        .people
        .iter()
        .map(|&(person, _)| view.roster.get(person)?.stands_for())
        .collect();
    let local = homes
        .iter()
        .any(|home| home.is_some() && *home == here.country);
    let guest = homes
        .iter()
        .any(|home| home.is_some() && *home != here.country);
    let now = (talks.phrase.start..talks.phrase.end + 4)
        .filter_map(|at| view.time(at)?.edtf())
        .all(|date| date.is_day() && (0..4).contains(&(published.0 - date.first.0)));
    let said = talks.status == Some(Status::Reported);
    (local && guest && now && said).then(|| Legs {
        legs: vec![Leg {
            spot: here,
            unit: talks.trigger,
            time: None,
        }],
        end: talks.phrase.end,
    })
}

/// The candidate for talks, with the first place and the date that are said of them.
fn candidate(context: &Context<'_>, talks: Talks) -> Candidate {
    let view = context.view;
    let place = place(context, &talks.phrase).or_else(|| at_dateline(context, &talks));
    let end = place
        .as_ref()
        .map_or(talks.phrase.end, |legs| legs.end.max(talks.phrase.end));
    let phrase = talks.phrase.start..end;
    let leg = place.and_then(|legs| legs.legs.into_iter().next());
    let understood = Understood {
        own_time: phrase
            .clone()
            .find(|&at| view.time(at).is_some_and(|time| time.edtf().is_some())),
        kind: Kind::Talks,
        status: talks.status,
        present: talks.present,
        ..Understood::of(talks.rule, talks.trigger, phrase, talks.people, Vec::new())
    };
    let time = leg.as_ref().and_then(|leg| leg.time);
    let dated = when::choose(view, &understood, time, context.published).map(|choice| choice.dated);
    let trigger = view.span(talks.trigger..talks.trigger + 1);
    Candidate {
        rule: talks.rule,
        topic: Topic::Talks,
        sentence: view.sentence_span(),
        number: context.number,
        trigger,
        people: context.spans(&understood.people),
        host: None,
        country: leg.as_ref().and_then(|leg| label(&leg.spot)),
        spots: leg
            .into_iter()
            .map(|leg| (leg.spot, view.span(leg.unit..leg.unit + 1)))
            .collect(),
        status: context.settle(talks.status, dated.as_ref()),
        dated,
        days: None,
        shared: false,
        aspect: Aspect::Whole,
        kind: Kind::Talks,
        kind_span: Some(view.span(talks.word..talks.word + 1)),
        over: false,
        confidence: 70,
    }
}
