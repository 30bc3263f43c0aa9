//! Dates counted from what the text speaks of: `that day`, `the following month`, `the previous Friday`, `the quarter`.

use super::deictic::{Head, head, unit};
use super::{Match, Member, number};
use crate::dates::lexicon::{Class, Unit};
use crate::dates::meaning::{Count, From, Length, Meaning, Name, Pick, Point, Side};
use crate::dates::token::Tokens;

/// A date counted from an earlier one.
pub(super) fn anaphor(t: &Tokens<'_>, i: usize) -> Option<Match> {
    beside(t, i)
        .or_else(|| day_before(t, i))
        .or_else(|| of_month(t, i))
        .or_else(|| latest(t, i))
        .or_else(|| definite(t, i))
}

/// `that day`, `the same month`, `the following year`, `the previous Friday`.
fn beside(t: &Tokens<'_>, i: usize) -> Option<Match> {
    const DETERMINERS: &[(&str, i32)] = &[
        ("that same", 0),
        ("that", 0),
        ("the very same", 0),
        ("the same", 0),
        ("the following", 1),
        ("the next", 1),
        ("the very next", 1),
        ("the ensuing", 1),
        ("the previous", -1),
        ("the preceding", -1),
        ("the prior", -1),
    ];
    let found = DETERMINERS
        .iter()
        .find_map(|(words, steps)| Some((t.phrase(i, words)?, *steps)));
    let (at, steps) = found?;
    let (end, head) = head(t, at)?;
    let from = From::Mention;
    let point = match head {
        Head::Unit(unit) if t.any(i + 1, &["next"]) && unit != Unit::Day && running(t, i) => {
            return None;
        }
        Head::Unit(unit) => Point::Counted { unit, steps, from },
        Head::Name(name) => Point::Named(name, Pick::Beside(steps)),
    };
    Some(Match::date(end, point))
}

/// Whether the words before say that something lasts: `over the next year`.
fn running(t: &Tokens<'_>, i: usize) -> bool {
    let words = &[
        "over",
        "in",
        "within",
        "for",
        "during",
        "through",
        "throughout",
    ];
    i.checked_sub(1).is_some_and(|before| t.any(before, words))
}

/// `the day before`, `the year after`, when nothing follows that it could belong to.
fn day_before(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let (at, unit) = unit(t, t.phrase(i, "the")?)?;
    let steps = match t.word(at) {
        "before" | "earlier" => -1,
        "after" | "later" => 1,
        _ => return None,
    };
    let ends = matches!(t.class(at + 1), Class::Punct(_)) || at + 1 >= t.len();
    ends.then(|| {
        Match::date(
            at + 1,
            Point::Counted {
                unit,
                steps,
                from: From::Mention,
            },
        )
    })
}

/// `the 15th of the month`, `the 15th of this month`, `the 15th of that month`.
fn of_month(t: &Tokens<'_>, i: usize) -> Option<Match> {
    const MONTHS: &[(&str, i32, From)] = &[
        ("the month", 0, From::Published),
        ("this month", 0, From::Published),
        ("last month", -1, From::Published),
        ("next month", 1, From::Published),
        ("that month", 0, From::Mention),
        ("the same month", 0, From::Mention),
    ];
    let at = t.phrase(i, "the")?;
    let n = i8::try_from(number::day(t, at)?).ok()?;
    let of = t.phrase(at + 1, "of")?;
    let found = MONTHS
        .iter()
        .find_map(|(words, steps, from)| Some((t.phrase(of, words)?, *steps, *from)));
    let (end, steps, from) = found?;
    let inside = Box::new(Point::Counted {
        unit: Unit::Month,
        steps,
        from,
    });
    Some(Match::date(
        end,
        Point::Nth {
            n,
            of: Member::Unit(Unit::Day),
            inside,
        },
    ))
}

/// `the latest quarter`, `the latest period`, `the corresponding period last year`.
fn latest(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let at = t.phrase(i, "the")?;
    let years = match t.word(at) {
        "latest" => 0,
        "corresponding" | "comparable" | "similar" | "same" | "equivalent" => -1,
        _ => return None,
    };
    let (end, unit) = period(t, t.skip(at + 1, "fiscal"))?;
    if years == 0 {
        return Some(Match::date(end, Point::Period { years, unit }));
    }
    const EARLIER: &[&str] = &[
        "last year",
        "a year ago",
        "a year earlier",
        "of last year",
        "the previous year",
        "in",
    ];
    let end = EARLIER.iter().find_map(|words| t.phrase(end, words))?;
    let (end, point) = match number::year(t, end) {
        Some((end, year)) => (end, Point::PeriodOf(year)),
        None if t.any(end - 1, &["in"]) => return None,
        None => (end, Point::Period { years, unit }),
    };
    Some(Match::date(end, point))
}

/// `quarter`, `period`, `year`.
pub(super) fn period(t: &Tokens<'_>, i: usize) -> Option<(usize, Option<Unit>)> {
    match t.word(i) {
        "quarter" => Some((i + 1, Some(Unit::Quarter))),
        "year" => Some((i + 1, Some(Unit::Year))),
        "period" => Some((i + 1, None)),
        _ => None,
    }
}

/// `the quarter`, `the weekend`, `for the year`, `of the month`.
fn definite(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let at = t.phrase(i, "the")?;
    let (end, unit) = unit(t, at)?;
    let before = i.checked_sub(1).map_or("", |before| t.word(before));
    let now = |unit| Point::Counted {
        unit,
        steps: 0,
        from: From::Published,
    };
    let point = match (unit, before) {
        (Unit::Weekend, _) if !t.any(end, &["of"]) => Point::Named(Name::Weekend, Pick::Nearest),
        (Unit::Quarter, _) if !t.any(end, &["of"]) => Point::Period {
            years: 0,
            unit: Some(unit),
        },
        (Unit::Year, "for" | "in") if t.any(end, &["ended", "ending", "to"]) => {
            let length = Length {
                count: Count::Whole(1),
                unit,
            };
            return Some(Match::new(end, Meaning::Length(length, Side::Anywhere)));
        }
        (Unit::Year | Unit::Week, "for" | "of" | "in" | "during") if !bounded(t, end) => now(unit),
        (Unit::Month, "of") if !bounded(t, end) => now(unit),
        _ => return None,
    };
    Some(Match::date(end, point))
}

/// Whether what follows says which one it is.
fn bounded(t: &Tokens<'_>, i: usize) -> bool {
    t.any(
        i,
        &[
            "of", "before", "after", "ended", "ending", "that", "when", "in", "to", "since",
        ],
    ) || matches!(t.class(i), Class::Number(_))
}
