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
    let others: Vec<_> = others(journeys, at, journey).collect();
    let vague = phrases
        .iter()
        .all(|phrase| phrase.dated.is_none() && phrase.kind != Kind::StateVisit);
    let inside: Vec<_> = others
        .iter()
        .filter(|other| lies_in(other, journey))
        .collect();
    let same_words = |phrase: &Candidate| {
        inside.iter().any(|other| {
            let mut told = journeys.phrases(other);
            let range =
                phrase.days.is_some() || phrase.dated.is_some_and(|dated| !dated.date.is_day());
            told.any(|other| {
                other.number == phrase.number && (other.dated == phrase.dated || !range)
            })
        })
    };
    let told_again = phrases.iter().all(|phrase| same_words(phrase));
    if is_region(&phrases) && (told_again || vague && !inside.is_empty()) {
        return Some("a summary of visits that are told one by one");
    }
    let headline_only = phrases.iter().all(|phrase| phrase.number == 0);
    let in_text = |other: &&Journey| journeys.phrases(other).any(|phrase| phrase.number > 0);
    if vague && headline_only && others.iter().any(in_text) {
        return Some("only the headline speaks of it, the text of another");
    }
    None
}

/// The other journeys of the same people.
fn others<'a>(
    journeys: &'a Journeys<'_>,
    at: usize,
    journey: &'a Journey,
) -> impl Iterator<Item = &'a Journey> {
    let all = journeys
        .all
        .iter()
        .enumerate()
        .filter(move |(other, _)| *other != at);
    all.map(|(_, other)| other).filter(|other| {
        journey
            .people
            .iter()
            .any(|person| other.people.contains(person))
    })
}

fn is_region(phrases: &[&Candidate]) -> bool {
    let mut spots = phrases.iter().flat_map(|phrase| &phrase.spots);
    spots.all(|(spot, _)| spot.kind == PlaceKind::Region)
}

/// Whether the country of a journey lies in the region that another one goes to.
fn lies_in(journey: &Journey, region: &Journey) -> bool {
    match (&journey.country, &region.country) {
        (Some(country), Some(region)) => Gazetteer::get().lies_in(country, region),
        _ => false,
    }
}
