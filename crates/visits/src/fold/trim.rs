//! Journeys that are told better elsewhere in the same article.

use dateline_model::Kind;

use super::journey::{Journey, Journeys};
use crate::events::Candidate;
use crate::names::PlaceKind;

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
                && !is_region(journeys, other)
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
    if region && others().any(|(_, other)| !is_region(journeys, other)) {
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
