//! Talks: who talked where, and inside which visit.

use std::collections::BTreeSet;

use dateline_model::Status;

use super::attach::latest;
use super::journey::{Journey, Journeys, are_close, shares};
use crate::events::{Candidate, Topic};
use crate::names::{Known, PersonId};

/// Makes events of the talks, each inside the visit that it belongs to.
pub(super) fn join(journeys: &mut Journeys<'_>) {
    for phrase in 0..journeys.candidates.len() {
        let Some(candidate) = journeys.candidates.get(phrase) else {
            continue;
        };
        if candidate.topic != Topic::Talks {
            continue;
        }
        match place(journeys, candidate) {
            Ok((country, part_of)) => enter(journeys, phrase, candidate, country, part_of),
            Err(reason) => journeys.refuse(phrase, reason),
        }
    }
}

/// Attaches "during their talks in Beijing" to the talks that were spoken of last.
pub(super) fn mentions(journeys: &mut Journeys<'_>) {
    for phrase in 0..journeys.candidates.len() {
        let Some(candidate) = journeys.candidates.get(phrase) else {
            continue;
        };
        if candidate.topic != Topic::TalksMention {
            continue;
        }
        let fits = |journey: &Journey| {
            journey.is_talks()
                && (candidate.country.is_none() || journey.country == candidate.country)
        };
        let before = |journey: &Journey| {
            let numbers = journeys.phrases(journey).map(|phrase| phrase.number);
            numbers.filter(|&number| number < candidate.number).max()
        };
        let found = journeys
            .all
            .iter()
            .enumerate()
            .filter(|(_, journey)| fits(journey));
        let latest = found
            .filter_map(|(at, journey)| Some((before(journey)?, at)))
            .max();
        match latest {
            Some((_, at)) => journeys.attach(phrase, at),
            None => journeys.refuse(phrase, "no talks in the article that it could mean"),
        }
    }
}

/// The country of talks and the visit that they belong to.
fn place(
    journeys: &Journeys<'_>,
    candidate: &Candidate,
) -> Result<(String, Option<usize>), &'static str> {
    let ahead = matches!(candidate.status, Some(Status::Planned | Status::Proposed));
    if ahead && candidate.dated.is_none() {
        return Err("talks that lie ahead, without a date");
    }
    if are_colleagues(journeys, candidate) {
        return Err("all of them stand for one country");
    }
    if let Some(country) = &candidate.country {
        let fits = |journey: &Journey| {
            shares(&journey.people, candidate)
                && journey.country.as_ref() == Some(country)
                && journeys.dates_agree(journey, candidate)
        };
        return Ok((country.clone(), latest(journeys, candidate, fits)));
    }
    if candidate.dated.is_none() {
        return Err("neither where nor when is said");
    }
    let planned = |journey: &Journey| {
        let mut said = journeys
            .phrases(journey)
            .filter_map(|phrase| phrase.status)
            .peekable();
        said.peek().is_some() && said.all(|status| status != Status::Reported)
    };
    let fits = |journey: &Journey| {
        let over = journeys.phrases(journey).all(|phrase| phrase.over);
        let told = over || candidate.status == Some(Status::Reported) && planned(journey);
        shares(&journey.people, candidate) && journeys.dates_agree(journey, candidate) && !told
    };
    // "will meet British Prime Minister NAME on June 10": in Britain, when a visit there is spoken of.
    let with_host = |journey: &Journey| fits(journey) && is_received(journeys, journey, candidate);
    let visit = latest(journeys, candidate, with_host).or_else(|| {
        let dated =
            |journey: &Journey| fits(journey) && has_close_date(journeys, journey, candidate);
        latest(journeys, candidate, dated)
    });
    let country = visit.and_then(|at| journeys.all.get(at)?.country.clone());
    country
        .map(|country| (country, visit))
        .ok_or("where is not said")
}

/// Whether the host country of a visit is that of one of the talkers.
fn is_received(journeys: &Journeys<'_>, journey: &Journey, candidate: &Candidate) -> bool {
    candidate.people.iter().any(|(person, _)| {
        let home = journeys.roster.get(*person).and_then(Known::stands_for);
        home.is_some() && home == journey.country.as_deref()
    })
}

/// Whether a visit has a date, and it agrees with that of the talks.
fn has_close_date(journeys: &Journeys<'_>, journey: &Journey, candidate: &Candidate) -> bool {
    let Some(dated) = candidate.dated else {
        return false;
    };
    journeys
        .phrases(journey)
        .filter_map(|phrase| phrase.dated)
        .any(|other| {
            other.date.is_day() && dated.date.is_day() && are_close(other.date, dated.date)
        })
}

/// Whether all talkers stand for the same country.
fn are_colleagues(journeys: &Journeys<'_>, candidate: &Candidate) -> bool {
    let mut homes = candidate
        .people
        .iter()
        .map(|(person, _)| journeys.roster.get(*person).and_then(Known::stands_for));
    let Some(Some(first)) = homes.next() else {
        return false;
    };
    homes.all(|home| home == Some(first))
}

/// Adds the talks, or another phrase about talks that are known.
fn enter(
    journeys: &mut Journeys<'_>,
    phrase: usize,
    candidate: &Candidate,
    country: String,
    part_of: Option<usize>,
) {
    let people: Vec<_> = candidate.people.iter().map(|(person, _)| *person).collect();
    let nations = |people: &[PersonId]| -> BTreeSet<_> {
        let home = |&person: &PersonId| journeys.roster.get(person)?.stands_for();
        people.iter().filter_map(home).collect()
    };
    let same = |journey: &Journey| {
        let common = people
            .iter()
            .filter(|person| journey.people.contains(person))
            .count();
        journey.is_talks()
            && common >= 2
            && nations(&journey.people) == nations(&people)
            && journey.country.as_ref() == Some(&country)
            && journeys.dates_agree(journey, candidate)
    };
    let known = journeys.all.iter().position(same);
    let at = known.unwrap_or_else(|| {
        journeys.begin(Journey {
            topic: Topic::Talks,
            people,
            country: Some(country),
            phrases: Vec::new(),
            part_of,
        })
    });
    journeys.attach(phrase, at);
}
