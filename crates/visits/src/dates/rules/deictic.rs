//! Dates counted from the article's: `yesterday`, `last week`, `this summer`, `the past year`, `next Friday`.

use super::{Match, day, holiday, weekday};
use crate::dates::lexicon::{Class, Unit};
use crate::dates::meaning::{Count, From, Length, Meaning, Name, Pick, Point, Side};
use crate::dates::token::Tokens;

/// A date counted from the article's.
pub(super) fn deictic(t: &Tokens<'_>, i: usize) -> Option<Match> {
    if let Some((end, steps)) = near_day(t, i) {
        return Some(Match::date(end, counted(Unit::Day, steps)));
    }
    if let Some((end, unit, steps)) = second_next(t, i) {
        return Some(Match::date(end, counted(unit, steps)));
    }
    if let Some(end) = t
        .phrase(i, "the new year")
        .filter(|end| t.class(*end) != Class::Other || *end >= t.len())
    {
        return Some(Match::date(end, Point::NewYear));
    }
    let (at, step) = determiner(t, i)?;
    let (end, head) = head(t, at)?;
    Some(Match::new(end, meaning(step, head)?))
}

/// `today`, `the day before yesterday`.
fn near_day(t: &Tokens<'_>, i: usize) -> Option<(usize, i32)> {
    const DAYS: &[(&str, i32)] = &[
        ("today", 0),
        ("yesterday", -1),
        ("tomorrow", 1),
        ("the day before yesterday", -2),
        ("the day after tomorrow", 2),
    ];
    DAYS.iter()
        .find_map(|(words, steps)| Some((t.phrase(i, words)?, *steps)))
}

/// `the week after next`, `the year before last`.
fn second_next(t: &Tokens<'_>, i: usize) -> Option<(usize, Unit, i32)> {
    let (at, unit) = unit(t, t.phrase(i, "the")?)?;
    let after = t.phrase(at, "after next").map(|end| (end, unit, 2));
    after.or_else(|| t.phrase(at, "before last").map(|end| (end, unit, -2)))
}

/// Which one a determiner picks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Last,
    TheLast,
    Past,
    ThisPast,
    This,
    Next,
    TheNext,
    Coming,
}

/// The determiner at `i`, the longest first.
fn determiner(t: &Tokens<'_>, i: usize) -> Option<(usize, Step)> {
    const DETERMINERS: &[(&str, Step)] = &[
        ("this past", Step::ThisPast),
        ("this last", Step::ThisPast),
        ("this coming", Step::Coming),
        ("this current", Step::This),
        ("this same", Step::This),
        ("this", Step::This),
        ("the current", Step::This),
        ("the present", Step::This),
        ("the coming", Step::Coming),
        ("the upcoming", Step::Coming),
        ("the past", Step::Past),
        ("the last", Step::TheLast),
        ("the next", Step::TheNext),
        ("current", Step::This),
        ("coming", Step::Coming),
        ("last", Step::Last),
        ("next", Step::Next),
    ];
    DETERMINERS
        .iter()
        .find_map(|(words, step)| Some((t.phrase(i, words)?, *step)))
}

/// What a determiner picks from.
#[derive(Clone, Copy)]
pub(super) enum Head {
    Unit(Unit),
    Name(Name),
}

/// The unit or the name at `i`.
pub(super) fn head(t: &Tokens<'_>, i: usize) -> Option<(usize, Head)> {
    if let Some((end, unit)) = unit(t, i) {
        return Some((end, Head::Unit(unit)));
    }
    if let Some(weekday) = weekday::name(t, i).filter(|_| t.width(i) >= 6) {
        return Some((i + 1, Head::Name(Name::Weekday(weekday))));
    }
    if let Some((end, holiday)) = holiday::named(t, i) {
        return Some((end, Head::Name(Name::Holiday(holiday))));
    }
    if let Class::Season(season) = t.class(i) {
        return Some((i + 1, Head::Name(Name::Season(season))));
    }
    let (end, month) = day::month_name(t, i)?;
    Some((end, Head::Name(Name::Month(month))))
}

/// One day, week, month, quarter, year or longer, in the singular.
pub(super) fn unit(t: &Tokens<'_>, i: usize) -> Option<(usize, Unit)> {
    const KINDS: &[&str] = &[
        "fiscal",
        "calendar",
        "financial",
        "academic",
        "school",
        "business",
        "full",
        "trading",
    ];
    let at = if t.any(i, KINDS) { i + 1 } else { i };
    let singular = [
        "day", "week", "weekend", "month", "quarter", "year", "decade", "century",
    ];
    match t.class(at) {
        Class::Unit(unit) if t.any(at, &singular) && !compound(t, at) => Some((at + 1, unit)),
        _ => None,
    }
}

/// Whether the unit at `i` is the first half of a compound: `this week-long`, `last quarter-century`.
fn compound(t: &Tokens<'_>, i: usize) -> bool {
    t.skip_hyphen(i + 1) > i + 1
}

fn counted(unit: Unit, steps: i32) -> Point {
    Point::Counted {
        unit,
        steps,
        from: From::Published,
    }
}

/// What a determiner and its head say together.
fn meaning(step: Step, head: Head) -> Option<Meaning> {
    Some(match (step, head) {
        (step, Head::Name(name)) => Meaning::Date(Point::Named(name, pick(step))),
        (Step::Past, Head::Unit(Unit::Weekend)) => Meaning::Date(counted(Unit::Weekend, -1)),
        (
            Step::Past,
            Head::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year)),
        )
        | (Step::ThisPast, Head::Unit(unit @ Unit::Year)) => Meaning::Date(Point::Running(unit)),
        (Step::Past, Head::Unit(unit)) => one(unit, Side::Before),
        (Step::Last | Step::Next, Head::Unit(Unit::Day)) => return None,
        (Step::TheNext, Head::Unit(unit)) if unit != Unit::Day => one(unit, Side::After),
        (Step::TheLast, Head::Unit(unit)) if unit != Unit::Day => one(unit, Side::Before),
        (Step::TheNext | Step::TheLast, Head::Unit(_)) => return None,
        (Step::This, Head::Unit(unit)) => Meaning::Date(counted(unit, 0)),
        (Step::Next | Step::Coming, Head::Unit(unit)) => Meaning::Date(counted(unit, 1)),
        (_, Head::Unit(unit)) => Meaning::Date(counted(unit, -1)),
    })
}

/// `the last week`: a length that ends now.
fn one(unit: Unit, side: Side) -> Meaning {
    Meaning::Length(
        Length {
            count: Count::Whole(1),
            unit,
        },
        side,
    )
}

fn pick(step: Step) -> Pick {
    match step {
        Step::Last | Step::TheLast | Step::Past | Step::ThisPast => Pick::Last,
        Step::This => Pick::This,
        Step::Next | Step::TheNext => Pick::Next,
        Step::Coming => Pick::Coming,
    }
}
