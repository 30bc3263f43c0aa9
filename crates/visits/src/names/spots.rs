//! Places with what belongs to their names: "Belfast, Northern Ireland", "Republic of Korea (ROK)", "Lahaina, Hawaii".

use super::gazetteer::{Entry, Gazetteer, PlaceKind};
use super::person;
use super::section::Spot;
use super::spelling;
use crate::text::{Token, TokenKind};

/// The place that begins at `at`, with "Belfast, Northern Ireland" and "Republic of Korea (ROK)" as one; and where it ends.
pub(super) fn spot(tokens: &[Token<'_>], at: usize, end: usize) -> Option<(Spot, usize)> {
    let lists = Gazetteer::get();
    let comma = |at: usize| at < end && tokens.get(at).is_some_and(|token| token.is(","));
    let Some((entry, count)) = lists
        .place(tokens, at)
        .filter(|(_, count)| at + count <= end)
    else {
        return unknown_town(tokens, at, end);
    };
    let mut spot = Spot::from(entry);
    let mut stop = person::past_abbreviation(tokens, at + count, end);
    if matches!(
        entry.kind,
        PlaceKind::Town | PlaceKind::Area | PlaceKind::Building
    ) && comma(stop)
        && let Some((larger, more)) = after_comma(tokens, stop + 1)
        && stop + 1 + more <= end
    {
        // "Birmingham, Alabama": the larger one decides; "Dublin, County Louth and County Mayo" is a list.
        let named_so = entry.country.is_some_and(|country| larger.also == country);
        let past = entry
            .country
            .is_some_and(|country| lists.lay_in(entry.name, country, larger.name));
        let same = named_so
            || past
            || larger.country == entry.country
                && (larger.kind == PlaceKind::Country || is_state(&larger));
        if same || entry.kind == PlaceKind::Town && is_state(&larger) {
            spot.country = if named_so {
                entry.country
            } else {
                larger.country
            };
            spot.also = "";
            stop += 1 + more;
        }
    }
    Some((spot, stop))
}

/// The country or part of a country after a comma, "the Philippines" too.
fn after_comma(tokens: &[Token<'_>], at: usize) -> Option<(Entry, usize)> {
    let the = usize::from(tokens.get(at).is_some_and(|token| token.is("the")));
    let (entry, count) = Gazetteer::get().place(tokens, at + the)?;
    matches!(entry.kind, PlaceKind::Country | PlaceKind::Area).then_some((entry, count + the))
}

/// Whether towns are commonly named with this part of a country after a comma.
fn is_state(entry: &Entry) -> bool {
    let federal = matches!(
        entry.country,
        Some("Australia" | "Canada" | "United States")
    );
    let part = matches!(
        entry.name,
        "England" | "Northern Ireland" | "Scotland" | "Wales"
    );
    entry.kind == PlaceKind::Area && (federal || part)
}

/// A town that no list has: "in Lahaina, Hawaii" and "in Keflavik, Iceland".
fn unknown_town(tokens: &[Token<'_>], at: usize, end: usize) -> Option<(Spot, usize)> {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before))?;
    if !before.is_any(&[
        "in", "to", "at", "near", "for", "from", "visit", "visited", "and",
    ]) {
        return None;
    }
    let mut stop = at;
    while stop < end.min(at + 4)
        && tokens
            .get(stop)
            .is_some_and(|token| token.is_capital() && !spelling::is_function_word(token.lower))
    {
        stop += 1;
    }
    let comma = tokens.get(stop)?.is(",") && stop > at;
    let (larger, count) = after_comma(tokens, stop + 1).filter(|_| comma)?;
    let first = tokens.get(at)?;
    let last = tokens.get(stop - 1)?;
    let name: Vec<_> = tokens
        .get(at..stop)?
        .iter()
        .map(|token| token.text)
        .collect();
    let is_name =
        first.kind == TokenKind::Word && last.kind == TokenKind::Word && stop + 1 + count <= end;
    is_name.then(|| {
        let spot = Spot {
            name: name.join(" "),
            country: larger.country,
            kind: PlaceKind::Town,
            also: "",
        };
        (spot, stop + 1 + count)
    })
}
