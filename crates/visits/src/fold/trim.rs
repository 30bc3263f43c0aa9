//! Journeys that are told better elsewhere in the same article.

use dateline_model::Kind;

use super::journey::{Journey, Journeys};
use crate::events::Candidate;
use crate::names::{Gazetteer, PlaceKind};

/// Drops what only sums up other visits of the same person.
pub(super) fn trim(journeys: &mut Journeys<'_>) {
    let mut at = 0;
    while let Some(journey) = journeys.all.get(at) {
        match surplus(journeys, at, journey) {
            Some(reason) => journeys.remove(at, reason),
            None => at += 1,
        }
    }
}

/// Why a journey is left out.
fn surplus(journeys: &Journeys<'_>, at: usize, journey: &Journey) -> Option<&'static str> {
    let phrases: Vec<_> = journeys.phrases(journey).collect();
    let sums_up = |region: &Candidate| {
        let same =
            |phrase: &Candidate| phrase.number == region.number && phrase.dated == region.dated;
        journeys.all.iter().any(|other| {
            other
                .people
                .iter()
                .any(|person| journey.people.contains(person))
                && lies_in(other, journey)
                && journeys.phrases(other).any(same)
        })
    };
    if is_region(journeys, journey) && phrases.iter().all(|phrase| sums_up(phrase)) {
        return Some("a summary of visits that are told one by one");
    }
    if phrases
        .iter()
        .any(|phrase| phrase.dated.is_some() || phrase.kind == Kind::StateVisit)
    {
        return None;
    }
    let headline_only = phrases.iter().all(|phrase| phrase.number == 0);
    let region = phrases.iter().all(|phrase| {
        phrase
            .spots
            .iter()
            .all(|(spot, _)| spot.kind == PlaceKind::Region)
    });
    let others = || {
        let others = journeys
            .all
            .iter()
            .enumerate()
            .filter(move |(other, _)| *other != at);
        others.filter(|(_, other)| {
            journey
                .people
                .iter()
                .any(|person| other.people.contains(person))
        })
    };
    if region && others().any(|(_, other)| lies_in(other, journey)) {
        return Some("a summary of visits that are told one by one");
    }
    if headline_only
        && others().any(|(_, other)| journeys.phrases(other).any(|phrase| phrase.number > 0))
    {
        return Some("only the headline speaks of it, the text of another");
    }
    None
}

fn is_region(journeys: &Journeys<'_>, journey: &Journey) -> bool {
    journeys
        .phrases(journey)
        .flat_map(|phrase| &phrase.spots)
        .all(|(spot, _)| spot.kind == PlaceKind::Region)
}

/// Whether the country of a journey lies in the region that another one goes to.
fn lies_in(journey: &Journey, region: &Journey) -> bool {
    match (&journey.country, &region.country) {
        (Some(country), Some(region)) => Gazetteer::get().lies_in(country, region),
        _ => false,
    }
}
