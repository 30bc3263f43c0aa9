//! Places as destinations: "Poland, Romania and Norway in October", "the Chinese capital", "here".

use std::ops::Range;

use super::discourse::Discourse;
use super::view::{Is, View};
use super::words::{begins_clause, is_adverb, is_be, is_wall};
use crate::names::{Gazetteer, PlaceKind, Spot};
use crate::wordlist::{Class, is};

/// One place of a journey.
#[derive(Clone, Debug)]
pub(crate) struct Leg {
    /// The place.
    pub spot: Spot,
    /// The unit that names it.
    pub unit: usize,
    /// The unit of the date that is said of it.
    pub time: Option<usize>,
}

/// Places in a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Legs {
    /// The places in the order of the text; empty where something else than a place follows.
    pub legs: Vec<Leg>,
    /// The unit after them.
    pub end: usize,
}

/// The places in a row from `at`, each with the date said of it.
pub(crate) fn places_from(view: &View<'_>, discourse: &Discourse, at: usize) -> Legs {
    let mut found = Legs {
        legs: Vec::new(),
        end: at,
    };
    let mut next = at;
    while let Some((spot, unit, after)) = one(view, discourse, next) {
        found.legs.push(Leg {
            spot,
            unit,
            time: None,
        });
        found.end = after;
        if let Some((time, after)) = time_after(view, after) {
            date_back(&mut found.legs, time);
            found.end = after;
        }
        let dated = found.legs.last().is_some_and(|leg| leg.time.is_some());
        let Some(after) = joined(view, found.end) else {
            break;
        };
        if !goes_on(view, discourse, found.end..after, dated) {
            break;
        }
        next = after;
    }
    found
}

/// Whether the list goes on after `joint`. A comma alone may end it: "in November, the Vatican said".
fn goes_on(view: &View<'_>, discourse: &Discourse, joint: Range<usize>, dated: bool) -> bool {
    let commas = joint
        .clone()
        .all(|at| matches!(view.lower(at), "," | "the"));
    if !commas {
        return true;
    }
    let Some((_, _, after)) = one(view, discourse, joint.end) else {
        return false;
    };
    let says = is(view.lower(after), Class::EndsList);
    !says
        && (!dated || time_after(view, after).is_some() || matches!(view.lower(after), "and" | ","))
}

/// Gives the date to the places before it that have none.
fn date_back(legs: &mut [Leg], time: usize) {
    for leg in legs.iter_mut().rev().take_while(|leg| leg.time.is_none()) {
        leg.time = Some(time);
    }
}

/// The place at `at`, its unit, and the unit after it.
fn one(view: &View<'_>, discourse: &Discourse, at: usize) -> Option<(Spot, usize, usize)> {
    let mut next = at;
    let mut nation = None;
    while next < at + 8 {
        match view.is(next)? {
            Is::Place(spot) => return plain(view, spot, next),
            Is::Nation(country) => nation = Some(country),
            Is::Word if view.lower(next) == "here" => {
                return discourse.here.clone().map(|here| (here, next, next + 1));
            }
            // "the capital of France"; but "Xi'an, the capital of Shaanxi" is one place.
            Is::Word
                if view.lower(next) == "capital"
                    && nation.is_none()
                    && view.lower(next + 1) == "of" =>
            {
                let whole = view
                    .place(next + 2)
                    .filter(|spot| spot.kind == PlaceKind::Country)?;
                return capital(whole.country?).map(|spot| (spot, next + 2, next + 3));
            }
            Is::Word if view.lower(next) == "capital" && nation.is_some() => {
                let named =
                    usize::from(view.lower(next + 1) == "," || view.lower(next + 1) == "of");
                if view.place(next + 1 + named).is_none() {
                    return capital(nation?).map(|spot| (spot, next, next + 1));
                }
                next += named;
            }
            Is::Word if is_before_place(view.lower(next)) => {}
            Is::Word | Is::Person(_) | Is::Office | Is::Time(_) => return None,
        }
        next += 1;
    }
    None
}

/// Words between a preposition and a place's name.
fn is_before_place(lower: &str) -> bool {
    is(lower, Class::BeforePlace)
}

/// The capital of a country.
fn capital(country: &str) -> Option<Spot> {
    Gazetteer::get().capital(country).map(Spot::from)
}

/// A place that stands for itself; none where it only describes what follows ("the Shanghai plant", "China's largest port").
fn plain(view: &View<'_>, spot: &Spot, at: usize) -> Option<(Spot, usize, usize)> {
    let mut after = at + 1;
    if view.is_genitive(after) {
        // "in Russia's far east"
        if let Some(end) = past_directions(view, after + 1) {
            return Some((spot.clone(), at, end));
        }
        let inner = view.place(after + 1)?;
        return plain(view, inner, after + 1);
    }
    if is(view.lower(after), Class::PlaceNoun) {
        after += 1;
    }
    if let Some(end) = airport(view, after) {
        return Some((spot.clone(), at, end));
    }
    if view.lower(after) == "("
        && view.time(after + 1).is_none()
        && let Some(close) = (after..after + 6).find(|&at| view.lower(at) == ")")
    {
        after = close + 1;
    }
    let free = match view.is(after) {
        None | Some(Is::Time(_)) => true,
        Some(Is::Word) => {
            !view.is_capital(after) && may_follow(view.lower(after))
                || !view.lower(after).chars().any(char::is_alphanumeric)
        }
        Some(Is::Person(_) | Is::Office) => view.lower(at + 1) == ",",
        Some(Is::Place(_) | Is::Nation(_)) => false,
    };
    let dashed = matches!(view.lower(after), "-" | "–" | "/");
    (free && !dashed).then(|| (spot.clone(), at, after))
}

/// Past "far east", "northern border", "south".
fn past_directions(view: &View<'_>, at: usize) -> Option<usize> {
    let direction = |word: &str| {
        matches!(
            word,
            "far"
                | "north"
                | "south"
                | "east"
                | "west"
                | "northeast"
                | "northwest"
                | "southeast"
                | "southwest"
        )
    };
    let end = (at..at + 3)
        .take_while(|&at| direction(view.lower(at)))
        .last()?
        + 1;
    let free = !view.is_capital(end) && may_follow(view.lower(end))
        || matches!(view.lower(end), "" | "," | ".");
    free.then_some(end)
}

/// Past "International Airport" and the like after a town.
fn airport(view: &View<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    while view.is_capital(next) && next < at + 4 {
        next += 1;
        if matches!(view.lower(next - 1), "airport" | "station" | "airfield") {
            return Some(next);
        }
    }
    None
}

/// Small-lettered words that may follow a place that is complete.
fn may_follow(lower: &str) -> bool {
    is_adverb(lower)
        || begins_clause(lower)
        || is_be(lower)
        || lower.ends_with("ly")
        || lower.ends_with("ed")
        || is(lower, Class::AfterPlace)
}

/// A date right after a place: "in October", "on Monday", "from May 1 to 3", "next week".
fn time_after(view: &View<'_>, at: usize) -> Option<(usize, usize)> {
    if view.lower(at) == "(" && view.time(at + 1).is_some() && view.lower(at + 2) == ")" {
        return Some((at + 1, at + 3));
    }
    let mut next = at;
    next += usize::from(
        view.lower(next) == "," && (view.time(next + 1).is_some() || view.time(next + 2).is_some()),
    );
    if is(view.lower(next), Class::BeforeDate) {
        next += 1;
    }
    next += usize::from(view.lower(next) == "the");
    view.time(next)
        .filter(|_| !view.is_capital(next + 1) || view.lower(next + 1).is_empty())?;
    let mut after = next + 1;
    while view.time(after).is_some()
        || matches!(
            view.lower(after),
            "," | "through" | "to" | "until" | "and" | "-" | "–"
        ) && view.time(after + 1).is_some()
    {
        after += 1;
    }
    Some((next, after))
}

/// Past what joins two places: ", and", "and then to", "as well as", "followed by".
fn joined(view: &View<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    while is(view.lower(next), Class::JoinsPlaces) && next < at + 6 {
        next += 1;
    }
    let joins = (at..next).any(|at| {
        matches!(
            view.lower(at),
            "," | "and" | "&" | "then" | "or" | "followed" | "plus" | "well"
        )
    });
    joins.then_some(next)
}

/// The destination after a verb of motion: past adverbs, dates and company to one of the prepositions, then the places.
pub(crate) fn destination(
    view: &View<'_>,
    discourse: &Discourse,
    verb: usize,
    prepositions: &[&str],
) -> Legs {
    let mut at = verb + 1;
    let nothing = Legs {
        legs: Vec::new(),
        end: verb + 1,
    };
    while at < view.units.len() && at < verb + 16 {
        let word = view.lower(at);
        if prepositions.contains(&word) || word == "here" || word == "there" {
            let from = at + usize::from(word != "here");
            let legs = places_from(view, discourse, from);
            if !legs.legs.is_empty() || word != "on" && word != "for" && word != "with" {
                return legs;
            }
        }
        match view.is(at) {
            Some(Is::Time(_)) => at += 1,
            Some(Is::Person(_) | Is::Office) if at > verb + 1 => at += 1,
            Some(Is::Place(_)) if at == verb + 1 && prepositions.contains(&"for") => at += 1,
            Some(Is::Place(_))
                if matches!(view.before(at), "from" | "the" | "in" | "of" | "at")
                    || view.before(at).is_empty() =>
            {
                at += 1;
            }
            Some(Is::Word) if is_passable(word) => at += 1,
            // "left Heston for Germany": a place that no list has.
            Some(Is::Word) if view.is_capital(at) && at == verb + 1 => at += 1,
            _ => return nothing,
        }
    }
    nothing
}

/// Words that may stand between a verb of motion and its "to".
fn is_passable(word: &str) -> bool {
    is_adverb(word) || is(word, Class::Passable)
}

/// The first place after "in" or "at" among some units, if nothing parts it from them.
pub(crate) fn located(view: &View<'_>, discourse: &Discourse, range: Range<usize>) -> Option<Legs> {
    let mut at = range.start;
    while at < range.end.min(view.units.len()) {
        let word = view.lower(at);
        if is_wall(word) {
            return None;
        }
        if matches!(word, "in" | "at" | "here") {
            let legs = places_from(view, discourse, at + usize::from(word != "here"));
            if !legs.legs.is_empty()
                && view
                    .place(at + 1)
                    .is_none_or(|spot| spot.kind != PlaceKind::Region)
            {
                return Some(legs);
            }
        }
        at += 1;
    }
    None
}
