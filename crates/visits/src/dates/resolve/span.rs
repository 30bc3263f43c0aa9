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
    /// The first and the second, a range when they follow each other: `on Thursday and Friday`.
    Both,
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
        "and" if is_day(first) && is_day(second) => Link::Both,
        _ if t.is(comma, '-') => Link::Range,
        _ => return None,
    };
    (t.skip(comma + 1, "on") == second.0 && !moved(t, first.0)).then_some(link)
}

/// Whether an expression is a day or a weekday by itself.
fn is_day(placed: &Placed) -> bool {
    matches!(
        placed.1.meaning,
        Meaning::Date(Point::Named(Name::Weekday(_) | Name::Day { .. }, _))
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
    /// What the two ends of a range mean: the second never lies before the first, and a year that stands at one end
    /// holds for the other.
    pub(super) fn resolve_pair(
        &self,
        (first, last): (&Point, &Point),
        hint: &mut Hint<'_, '_>,
    ) -> Option<(Answer, Answer)> {
        let first = match (first, last) {
            (
                Point::Named(name, Pick::Nearest),
                Point::Named(_, pick @ (Pick::Year(_) | Pick::YearStep(_) | Pick::SameYear(_))),
            ) => {
                let last = self.resolve(last, hint)?;
                let same = self.resolve(&Point::Named(*name, *pick), hint)?;
                if same.when.first() > last.when.first() {
                    let when = same.when.plus_years(-1)?;
                    return Some((
                        Answer {
                            when,
                            edtf: None,
                            ..same
                        },
                        last,
                    ));
                }
                same
            }
            _ => self.resolve(first, hint)?,
        };
        let start = first.when.first()?;
        let last = match last {
            Point::Named(name @ Name::Weekday(_), Pick::Nearest) => {
                let answer = self.resolve(last, hint)?;
                let after = name::earliest(*name, start)?;
                Answer {
                    when: if answer.when.first() < Some(start) {
                        after
                    } else {
                        answer.when
                    },
                    ..answer
                }
            }
            Point::Named(name, Pick::Nearest) => Answer {
                when: name::earliest(*name, start)?,
                edtf: None,
                ..first
            },
            last => self.resolve(last, hint)?,
        };
        (last.when.span()?.1 >= start).then_some((first, last))
    }
}
