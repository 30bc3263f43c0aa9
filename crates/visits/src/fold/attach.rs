//! Phrases that add to a visit known from elsewhere: "during the visit", "his trip", sights on the way.

use dateline_model::Kind;

use super::journey::{Journey, Journeys, shares};
use crate::events::{Candidate, Topic};
use crate::names::Known;

/// Attaches mentions and sights to the visits that they speak of.
pub(super) fn mentions(journeys: &mut Journeys<'_>) {
    for phrase in 0..journeys.candidates.len() {
        let Some(candidate) = journeys.candidates.get(phrase) else {
            continue;
        };
        let journey = match candidate.topic {
            Topic::Mention => mentioned(journeys, candidate),
            Topic::Sight => seen(journeys, candidate),
            Topic::Visit | Topic::Talks | Topic::TalksMention | Topic::Announced => continue,
        };
        match journey.or_else(|| announced(journeys, candidate)) {
            Some(journey) => journeys.attach(phrase, journey),
            None => journeys.refuse(phrase, "no visit in the article that it could mean"),
        }
    }
}

/// "The visit" reaches so many sentences back or ahead.
const REACH: usize = 12;

/// The visit that "his visit" or "the visit" means: the one spoken of last, by the same person if one is named.
fn mentioned(journeys: &Journeys<'_>, candidate: &Candidate) -> Option<usize> {
    // "the trip", said much later, may be anybody's.
    let is_near = |journey: &Journey| {
        let mut told = journeys.phrases(journey).map(|phrase| phrase.number);
        told.any(|number| number == 0 || candidate.number.abs_diff(number) <= REACH)
    };
    let fits = |journey: &Journey| {
        (shares(&journey.people, candidate) || candidate.people.is_empty() && is_near(journey))
            && (candidate.country.is_none() || journey.country == candidate.country)
            && journeys.dates_agree(journey, candidate)
            && has_kind(journeys, journey, candidate)
    };
    latest(journeys, candidate, fits)
}

/// Whether "the state visit" can mean a journey: it was called so, or it is the only one, or its visitor is named.
fn has_kind(journeys: &Journeys<'_>, journey: &Journey, candidate: &Candidate) -> bool {
    let formal = matches!(
        candidate.kind,
        Kind::StateVisit | Kind::OfficialVisit | Kind::WorkingVisit
    );
    let only = journeys
        .all
        .iter()
        .filter(|journey| journey.topic == Topic::Visit)
        .count()
        == 1;
    let called_so = || {
        journeys
            .phrases(journey)
            .any(|phrase| phrase.kind == candidate.kind)
    };
    !formal || only || !candidate.people.is_empty() || called_so()
}

/// The visit during which a sight was seen: same person, same country.
fn seen(journeys: &Journeys<'_>, candidate: &Candidate) -> Option<usize> {
    let fits = |journey: &Journey| {
        shares(&journey.people, candidate) && journey.country == candidate.country
    };
    latest(journeys, candidate, fits)
}

/// The fitting journey that was spoken of last before a phrase, else the first after it.
pub(super) fn latest(
    journeys: &Journeys<'_>,
    candidate: &Candidate,
    fits: impl Fn(&Journey) -> bool,
) -> Option<usize> {
    let fitting = || {
        journeys
            .all
            .iter()
            .enumerate()
            .filter(|(_, journey)| journey.topic == Topic::Visit && fits(journey))
    };
    let last_before = |journey: &Journey| {
        journeys
            .phrases(journey)
            .map(|phrase| phrase.number)
            .filter(|&number| number <= candidate.number)
            .max()
    };
    fitting()
        .filter_map(|(at, journey)| Some((last_before(journey)?, at)))
        .max()
        .map(|(_, at)| at)
        .or_else(|| fitting().map(|(at, _)| at).next())
}

/// A new visit out of a headline that says where and a text that says who: "Papal Visit to Iraq" and "Pope Francis' visit".
fn announced(journeys: &mut Journeys<'_>, candidate: &Candidate) -> Option<usize> {
    let told =
        |journey: &Journey| journey.topic == Topic::Visit && shares(&journey.people, candidate);
    if !is_named_early(candidate) || journeys.all.iter().any(told) {
        return None;
    }
    let (phrase, headline) = only_announced(journeys)?;
    let home = |person| journeys.roster.get(person).and_then(Known::stands_for);
    let people: Vec<_> = candidate.people.iter().map(|(person, _)| *person).collect();
    if people
        .iter()
        .any(|&person| home(person) == headline.country.as_deref())
    {
        return None;
    }
    let at = journeys.begin(Journey {
        topic: Topic::Visit,
        people,
        country: headline.country.clone(),
        phrases: Vec::new(),
        part_of: None,
    });
    journeys.attach(phrase, at);
    Some(at)
}

/// Whether a name stands before "visit" near the beginning, and no place after it.
fn is_named_early(candidate: &Candidate) -> bool {
    // A pronoun is no name.
    let named = candidate
        .people
        .iter()
        .any(|(_, span)| span.end - span.start > 3);
    candidate.topic == Topic::Mention
        && candidate.country.is_none()
        && named
        && candidate.number <= 4
}

/// The only visit that the headline announces without a name.
fn only_announced<'a>(journeys: &Journeys<'a>) -> Option<(usize, &'a Candidate)> {
    let all = journeys.candidates.iter().enumerate();
    let mut found =
        all.filter(|(_, other)| other.topic == Topic::Announced && other.country.is_some());
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
