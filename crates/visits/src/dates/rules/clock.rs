//! Times of day: `5 p.m. EST Nov. 9`, `noon Thursday`, `this morning`, `Saturday night`, `1500 GMT`.

use super::{Match, point};
use crate::dates::lexicon::{Class, Part, Unit};
use crate::dates::meaning::{Clock, From, Meaning, Modifier, Name, Point};
use crate::dates::token::Tokens;

/// A time of day, with its day when that is given.
pub(super) fn clock(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let (at, modifier) = lead(t, i).map_or((i, None), |(at, modifier)| (at, Some(modifier)));
    let found = on_the_clock(t, at)
        .or_else(|| part_first(t, at))
        .or_else(|| this_part(t, at))?;
    let (end, clock, day) = found;
    Some(Match {
        end,
        meaning: Meaning::Time(clock, day),
        modifier,
    })
}

/// `early`, `mid-`, `around`.
fn lead(t: &Tokens<'_>, i: usize) -> Option<(usize, Modifier)> {
    let modifier = match t.word(i) {
        "early" => Modifier::Start,
        "mid" => Modifier::Mid,
        "late" => Modifier::End,
        "earlier" => Modifier::Earlier,
        "later" => Modifier::Later,
        "around" | "about" | "approximately" => Modifier::Approx,
        _ => return None,
    };
    Some((t.skip_hyphen(i + 1), modifier))
}

/// `5 p.m. EST Nov. 9`, `noon Thursday`.
fn on_the_clock(t: &Tokens<'_>, i: usize) -> Option<(usize, Clock, Option<Point>)> {
    let (end, clock) = hour(t, i)?;
    let end = zone(t, end);
    let at = if t.is(end, ',') { end + 1 } else { end };
    let day = day_point(t, t.skip(at, "on")).map(|(end, day)| (end, Some(day)));
    let (end, day) = day.unwrap_or((end, None));
    Some((end, clock, day))
}

/// `noon`, `5 p.m.`, `10:30 a.m.`, `5 o'clock`, `1500 GMT`.
fn hour(t: &Tokens<'_>, i: usize) -> Option<(usize, Clock)> {
    match t.word(i) {
        "noon" | "midday" => return Some((i + 1, Clock::At(12, Some(0)))),
        "midnight" => return Some((i + 1, Clock::At(24, None))),
        _ => {}
    }
    let (at, hour, minute) = digits(t, i)?;
    if let Some((end, afternoon)) = half_of_day(t, at) {
        let hour = if hour == 12 { 0 } else { hour };
        let whole = (hour < 12).then(|| if afternoon { hour + 12 } else { hour })?;
        return Some((end, Clock::At(whole, minute)));
    }
    if let Some(end) = t.phrase(at, "o ' clock") {
        return (1..=12)
            .contains(&hour)
            .then_some((end, Clock::At(hour, minute)));
    }
    let zoned = zone(t, at) > at;
    let led = t.is(i + 1, ':')
        && i.checked_sub(1)
            .is_some_and(|before| t.any(before, &["at", "by", "until", "from", "around"]));
    ((zoned || led) && minute.is_some() && hour < 24).then_some((at, Clock::At(hour, minute)))
}

/// Hour and minute: `5`, `10:30`, `5.30`, `1500` (before a time zone).
fn digits(t: &Tokens<'_>, i: usize) -> Option<(usize, u8, Option<u8>)> {
    if t.class(i) == Class::Quantity {
        let (hour, minute) = t.text(i).split_once('.')?;
        return (minute.len() == 2).then_some((i + 1, hour.parse().ok()?, minute_of(minute)));
    }
    let Class::Number(n) = t.class(i) else {
        return spelled(t, i);
    };
    if t.width(i) == 4 {
        let (hour, minute) = (u8::try_from(n / 100).ok()?, u8::try_from(n % 100).ok()?);
        return (minute < 60 && zone(t, i + 1) > i + 1).then_some((i + 1, hour, Some(minute)));
    }
    let hour = u8::try_from(n)
        .ok()
        .filter(|hour| *hour < 24 && t.width(i) <= 2)?;
    let colon = t.is(i + 1, ':') && t.joined(i + 1) && t.joined(i + 2) && t.width(i + 2) == 2;
    if colon && matches!(t.class(i + 2), Class::Number(_)) {
        return Some((i + 3, hour, Some(minute_of(t.text(i + 2))?)));
    }
    Some((i + 1, hour, None))
}

/// `five` in `five o'clock`.
fn spelled(t: &Tokens<'_>, i: usize) -> Option<(usize, u8, Option<u8>)> {
    match t.class(i) {
        Class::Cardinal(n @ 1..=12) => Some((i + 1, u8::try_from(n).ok()?, None)),
        _ => None,
    }
}

fn minute_of(text: &str) -> Option<u8> {
    text.parse().ok().filter(|minute| *minute < 60)
}

/// `a.m.`, `pm`: the place after it and whether it is the afternoon.
fn half_of_day(t: &Tokens<'_>, i: usize) -> Option<(usize, bool)> {
    let forms = [
        ("a . m .", false),
        ("p . m .", true),
        ("am", false),
        ("pm", true),
        ("a . m", false),
        ("p . m", true),
    ];
    let found = forms
        .iter()
        .find_map(|(words, afternoon)| Some((t.phrase(i, words)?, *afternoon)));
    // "I am 5": the short form of the morning is written close or alone.
    found.filter(|_| !t.any(i, &["am"]) || !t.capital(i) || t.joined(i))
}

/// The place after a time zone.
fn zone(t: &Tokens<'_>, i: usize) -> usize {
    const ZONES: &[&str] = &[
        "local time",
        "eastern time",
        "central time",
        "pacific time",
        "moscow time",
        "beijing time",
        "gmt",
        "utc",
        "est",
        "edt",
        "et",
        "cst",
        "cdt",
        "pst",
        "pdt",
        "pt",
        "bst",
        "cet",
        "cest",
    ];
    let upper = t.text(i).chars().all(char::is_uppercase) || t.text(i).len() > 4;
    ZONES
        .iter()
        .find_map(|words| t.phrase(i, words))
        .filter(|_| upper)
        .unwrap_or(i)
}

/// A point that is one day.
fn day_point(t: &Tokens<'_>, i: usize) -> Option<(usize, Point)> {
    point(t, i).filter(|(_, day)| is_day(day))
}

/// Whether a point is one day.
fn is_day(point: &Point) -> bool {
    match point {
        Point::Named(name, _) => {
            matches!(name, Name::Weekday(_) | Name::Day { .. } | Name::Holiday(_))
        }
        Point::Counted { unit, .. } => *unit == Unit::Day,
        Point::Fixed(when) => when.unit() == Unit::Day,
        _ => false,
    }
}

/// `the morning of Jan. 5`, `afternoon yesterday`.
fn part_first(t: &Tokens<'_>, i: usize) -> Option<(usize, Clock, Option<Point>)> {
    let at = t.skip(i, "the");
    let part = part(t, at)?;
    let of = t.skip(at + 1, "of");
    let day = day_point(t, of).filter(|_| of > at + 1 || at == i);
    match day {
        Some((end, day)) => Some((end, Clock::Part(part), Some(day))),
        None => {
            let before = i.checked_sub(1).map_or("", |before| t.word(before));
            let led = (at > i && matches!(before, "in" | "during"))
                || before == "mid"
                || t.is(i.checked_sub(1)?, '-');
            (led && of == at + 1).then_some((of, Clock::Part(part), None))
        }
    }
}

/// A day with the part of the day that follows it: `Saturday night`, `late yesterday afternoon`. Anything else stays.
pub(super) fn with_part(t: &Tokens<'_>, found: Match) -> Match {
    match (found.meaning, part(t, found.end)) {
        (Meaning::Date(day), Some(part)) if is_day(&day) => {
            let meaning = Meaning::Time(Clock::Part(part), Some(day));
            Match {
                end: found.end + 1,
                meaning,
                modifier: found.modifier,
            }
        }
        (meaning, _) => Match { meaning, ..found },
    }
}

/// `this morning`, `last night`, `tonight`, `the next morning`, `that evening`.
fn this_part(t: &Tokens<'_>, i: usize) -> Option<(usize, Clock, Option<Point>)> {
    const WORDS: &[(&str, i32, From)] = &[
        ("this same", 0, From::Published),
        ("this", 0, From::Published),
        ("last", -1, From::Published),
        ("that same", 0, From::Mention),
        ("that", 0, From::Mention),
        ("the same", 0, From::Mention),
        ("the following", 1, From::Mention),
        ("the next", 1, From::Mention),
        ("the previous", -1, From::Mention),
    ];
    let day = |steps, from| {
        Some(Point::Counted {
            unit: Unit::Day,
            steps,
            from,
        })
    };
    if let Some(end) = t.phrase(i, "tonight") {
        return Some((end, Clock::Part(Part::Night), day(0, From::Published)));
    }
    let found = WORDS
        .iter()
        .find_map(|(words, steps, from)| Some((t.phrase(i, words)?, *steps, *from)));
    let (at, steps, from) = found?;
    let part = part(t, at)?;
    Some((at + 1, Clock::Part(part), day(steps, from)))
}

fn part(t: &Tokens<'_>, i: usize) -> Option<Part> {
    match t.class(i) {
        Class::Part(part) => Some(part),
        _ => None,
    }
}
