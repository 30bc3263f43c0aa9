//! What recurs: `every Friday`, `each year`, `annually`, `twice a month`, `Tuesday nights`.

use super::deictic::{Head, head};
use super::length::counted;
use super::{Match, weekday};
use crate::dates::lexicon::{Class, Part, Unit};
use crate::dates::meaning::{Count, Every, Length, Meaning, Name};
use crate::dates::token::Tokens;

/// A recurring time.
pub(super) fn set(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let (end, every) = each(t, i)
        .or_else(|| rate(t, i))
        .or_else(|| adverb(t, i))
        .or_else(|| weekdays(t, i))?;
    Some(Match::new(end, Meaning::Every(every)))
}

/// `every two weeks`, `each Friday`, `every other day`, `every morning`.
fn each(t: &Tokens<'_>, i: usize) -> Option<(usize, Every)> {
    if !t.any(i, &["each", "every"]) {
        return None;
    }
    let other = t.phrase(i + 1, "other");
    let at = other.unwrap_or_else(|| t.skip(i + 1, "single"));
    let times = if other.is_some() { 2 } else { 1 };
    match (head(t, at), t.class(at)) {
        (Some((end, Head::Unit(unit))), _) => Some((end, length(times, unit))),
        (Some((end, Head::Name(name))), _) => Some(with_part(t, end, name)),
        (None, Class::Part(part)) => Some((at + 1, Every::Part(part))),
        (None, Class::Unit(unit)) if unit < Unit::Day => Some((at + 1, length(times, unit))),
        _ => counted(t, at).map(|(end, length)| (end, Every::Length(length))),
    }
}

fn length(n: u32, unit: Unit) -> Every {
    Every::Length(Length {
        count: Count::Whole(n),
        unit,
    })
}

/// A name and the part of the day after it.
fn with_part(t: &Tokens<'_>, end: usize, name: Name) -> (usize, Every) {
    part(t, end).map_or((end, Every::Name(name, None)), |part| {
        (end + 1, Every::Name(name, Some(part)))
    })
}

fn part(t: &Tokens<'_>, i: usize) -> Option<Part> {
    match t.class(i) {
        Class::Part(part) | Class::Parts(part) => Some(part),
        _ => None,
    }
}

/// `$33 million a year`, `twice a week`, `per day`: what a quantity before it is divided by.
fn rate(t: &Tokens<'_>, i: usize) -> Option<(usize, Every)> {
    if t.phrase(i, "per annum").is_some() {
        return Some((i + 2, length(1, Unit::Year)));
    }
    let per = t.any(i, &["per"]);
    let article =
        t.any(i, &["a", "an"]) && i.checked_sub(1).is_some_and(|before| amount(t, before));
    match t.class(i + 1) {
        Class::Unit(unit)
            if (per || article) && !t.text(i + 1).ends_with('s') && !phrase_goes_on(t, i + 2) =>
        {
            Some((i + 2, length(1, unit)))
        }
        _ => None,
    }
}

/// Whether what follows makes it a distance: `a year ago`.
fn phrase_goes_on(t: &Tokens<'_>, i: usize) -> bool {
    t.any(
        i,
        &["ago", "earlier", "later", "before", "after", "from", "and"],
    )
}

/// Whether the token at `i` ends a quantity: `million`, `percent`, `times`, `flights`.
fn amount(t: &Tokens<'_>, i: usize) -> bool {
    match t.class(i) {
        Class::Number(_) | Class::Quantity | Class::Cardinal(_) | Class::Punct('%') => true,
        Class::Plain | Class::Lead => t.any(
            i,
            &[
                "once", "twice", "times", "million", "billion", "percent", "dollars", "people",
                "share",
            ],
        ),
        Class::Other => plural(t, i),
        _ => false,
    }
}

/// A plural noun, as far as its form and the number before it tell: `four flights`, `40,000 new cars`.
fn plural(t: &Tokens<'_>, i: usize) -> bool {
    let counted = |k: usize| {
        i.checked_sub(k).is_some_and(|before| {
            matches!(
                t.class(before),
                Class::Number(_) | Class::Quantity | Class::Cardinal(_)
            )
        })
    };
    t.text(i).ends_with('s') && (1..=3).any(counted)
}

/// `daily`, `annually`: the pattern of the dates, as TimeBank has it.
fn adverb(t: &Tokens<'_>, i: usize) -> Option<(usize, Every)> {
    let value = match t.word(i) {
        "hourly" => "PT1H",
        "daily" => "XXXX-XX-XX",
        "nightly" => "XXXX-XX-XXTNI",
        "weekly" => "XXXX-WXX",
        "fortnightly" | "biweekly" => "P2W",
        "monthly" => "XXXX-XX",
        "annually" | "yearly" => "XXXX",
        _ => return None,
    };
    (!in_name(t, i)).then_some((i + 1, Every::Adverb(value)))
}

/// Whether the word is part of a name: `China Daily`, `the Weekly Standard`.
fn in_name(t: &Tokens<'_>, i: usize) -> bool {
    let before = i.checked_sub(1).is_some_and(|before| t.capital(before));
    t.capital(i) && (before || t.capital(i + 1))
}

/// `Mondays`, `Tuesday nights`, `weekends`, `mornings`.
fn weekdays(t: &Tokens<'_>, i: usize) -> Option<(usize, Every)> {
    if let Class::Weekdays(day) = t.class(i) {
        let counted = i
            .checked_sub(1)
            .is_some_and(|before| matches!(t.class(before), Class::Number(_) | Class::Cardinal(_)));
        if counted {
            return None;
        }
        return t
            .capital(i)
            .then(|| with_part(t, i + 1, Name::Weekday(day)));
    }
    if let (Some(day), Class::Parts(_)) = (weekday::name(t, i), t.class(i + 1)) {
        return Some(with_part(t, i + 1, Name::Weekday(day)));
    }
    let on = i
        .checked_sub(1)
        .is_some_and(|before| t.any(before, &["on", "at", "in", "during"]));
    match (t.class(i), t.word(i)) {
        (_, "weekends") if on => Some((i + 1, Every::Name(Name::Weekend, None))),
        (Class::Parts(part), _) if on => Some((i + 1, Every::Part(part))),
        _ => None,
    }
}
