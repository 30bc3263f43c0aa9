//! Ranges: `from Friday to Sunday`, `Aug. 27 through Aug. 29`, `between 1985 and 1987`.

use dateline_model::Edtf;

use super::tense::Hint;
use super::{Answer, Context, Placed, name};
use crate::dates::meaning::{Meaning, Name, Pick, Point};
use crate::dates::token::Tokens;

/// How two expressions belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// From the first to the second.
    Range,
    /// Two days, a range when they follow each other: `on Thursday and Friday`.
    Days,
    /// The year of the second may hold for the first: `in May or June 2024`.
    Either,
}

/// How the second expression goes on from the first, if it does.
pub(super) fn link(t: &Tokens<'_>, first: &Placed, second: &Placed) -> Option<Link> {
    let (Meaning::Date(_), Meaning::Date(_)) = (&first.1.meaning, &second.1.meaning) else {
        return None;
    };
    let comma = if t.is(first.1.end, ',') {
        first.1.end + 1
    } else {
        first.1.end
    };
    let before = first.0.checked_sub(1).map_or("", |before| t.word(before));
    let link = match t.word(comma) {
        "to" | "through" | "thru" => Link::Range,
        "until" | "till" if before == "from" => Link::Range,
        "and" if before == "between" => Link::Range,
        "and" if is_day(first) && is_day(second) => Link::Days,
        "and" | "or" if kind(first).is_some() && kind(first) == kind(second) => Link::Either,
        _ if t.is(comma, '-') => Link::Range,
        _ => return None,
    };
    let unlike = kind(first)
        .is_some_and(|a| kind(second).is_some_and(|b| a == Kind::Weekday && b == Kind::Month));
    let next = t.skip(comma + 1, "on") == second.0;
    (next && !unlike && !moved(t, first.0)).then_some(link)
}

/// What kind of name an expression is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Weekday,
    Day,
    Month,
}

fn is_day(placed: &Placed) -> bool {
    matches!(kind(placed), Some(Kind::Weekday | Kind::Day))
}

fn kind(placed: &Placed) -> Option<Kind> {
    match placed.1.meaning {
        Meaning::Date(Point::Named(Name::Weekday(_), _)) => Some(Kind::Weekday),
        Meaning::Date(Point::Named(Name::Day { .. }, _)) => Some(Kind::Day),
        Meaning::Date(Point::Named(Name::Month(_), _)) => Some(Kind::Month),
        _ => None,
    }
}

/// Whether the second expression gives a year that the first lacks.
pub(super) fn lends_year(first: &Point, second: &Point) -> bool {
    matches!(
        (first, second),
        (
            Point::Named(_, Pick::Nearest),
            Point::Named(_, Pick::Year(_) | Pick::YearStep(_))
        )
    )
}

/// Whether something was put off from the first date to the second.
fn moved(t: &Tokens<'_>, start: usize) -> bool {
    const VERBS: &[&str] = &[
        "moved",
        "postponed",
        "rescheduled",
        "delayed",
        "shifted",
        "pushed",
        "changed",
        "extended",
        "brought",
    ];
    (start.saturating_sub(6)..start).any(|i| t.any(i, VERBS))
}

/// The dates from one to the other, when both are sharp and in order.
pub(super) fn interval(first: Answer, last: Answer) -> Option<Edtf> {
    Edtf::interval(first.date()?, last.date()?)
}

/// Whether one day follows the other.
pub(super) fn consecutive(first: Answer, last: Answer) -> bool {
    first.when.step(1) == Some(last.when)
}

impl Context {
    /// What two dates mean that belong together: the second never lies before the first, and a year that stands at one
    /// end holds for the other.
    pub(super) fn resolve_pair(
        &self,
        (first, last): (&Point, &Point),
        hint: &mut Hint<'_, '_>,
    ) -> Option<(Answer, Answer)> {
        if let (Point::Named(name, Pick::Nearest), Point::Named(_, pick)) = (first, last)
            && matches!(pick, Pick::Year(_) | Pick::YearStep(_) | Pick::SameYear(_))
        {
            let last = self.resolve(last, hint)?;
            let first = self.resolve(&Point::Named(*name, *pick), hint)?;
            return Some((not_after(first, last)?, last));
        }
        let first = self.resolve(first, hint)?;
        let last = self.following(last, first, hint)?;
        (last.when.span()?.1 >= first.when.first()?).then_some((first, last))
    }

    /// The end of a range that begins with `first`.
    fn following(&self, last: &Point, first: Answer, hint: &mut Hint<'_, '_>) -> Option<Answer> {
        let Point::Named(name, Pick::Nearest) = last else {
            return self.resolve(last, hint);
        };
        let is_day = first.when.span().is_some_and(|(from, to)| from == to);
        if matches!(name, Name::Weekday(_)) && !is_day {
            // No weekday can be counted from a month or a year.
            return self.resolve(last, hint);
        }
        let after = name::earliest(*name, first.when.first()?)?;
        let weekday = if let Name::Weekday(_) = name {
            self.resolve(last, hint)
        } else {
            None
        };
        // From a date of last month "to Thursday" is a Thursday near the article's date, not near that date.
        let later = weekday.filter(|answer| answer.when.first() > after.first());
        Some(later.unwrap_or(Answer {
            when: after,
            edtf: None,
            ..first
        }))
    }
}

/// The same date a year earlier if it lies after another one.
fn not_after(answer: Answer, last: Answer) -> Option<Answer> {
    if answer.when.first() <= last.when.first() {
        return Some(answer);
    }
    Some(Answer {
        when: answer.when.plus_years(-1)?,
        edtf: None,
        ..answer
    })
}
