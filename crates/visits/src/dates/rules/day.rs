//! Days named by their month: `Jan. 5`, `Monday, January 5, 2026`, `the 5th of January`, `4-7 January`.

use dateline_model::Day;

use super::{Match, number, weekday, year};
use crate::dates::lexicon::Class;
use crate::dates::meaning::{Meaning, Name, Pick, Point};
use crate::dates::token::Tokens;

/// A day or a range of days of one month.
pub(super) fn day(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let (at, weekday) = weekday_before(t, i);
    let dated = month_first(t, at).or_else(|| day_first(t, at))?;
    let (end, pick) = year::suffix(t, dated.end).unwrap_or((dated.end, Pick::Nearest));
    Some(Match::new(end, dated.meaning(weekday, pick)))
}

/// The parts of a date without its year.
struct Dated {
    end: usize,
    month: u8,
    first: u8,
    /// The last day of a range within the month.
    last: Option<u8>,
}

impl Dated {
    /// Nothing, when a day does not exist.
    fn meaning(&self, weekday: Option<u8>, pick: Pick) -> Meaning {
        let point = |day, weekday| {
            Point::Named(
                Name::Day {
                    month: self.month,
                    day,
                    weekday,
                },
                pick,
            )
        };
        // A leap year stands for a year that is not given.
        let year = if let Pick::Year(year) = pick {
            year
        } else {
            2000
        };
        let latest = self.last.unwrap_or(self.first);
        if Day::from_ymd(year, self.month, self.first.max(latest)).is_none() {
            return Meaning::Nothing;
        }
        match self.last {
            None => Meaning::Date(point(self.first, weekday)),
            Some(last) => Meaning::Range(point(self.first, weekday), point(last, None)),
        }
    }
}

/// `Monday`, `Mon.,`, `Monday the`: the place after it. An article by itself belongs to an ordinal only.
fn weekday_before(t: &Tokens<'_>, i: usize) -> (usize, Option<u8>) {
    let Some(weekday) = weekday::name(t, i) else {
        let at = t.skip(i, "the");
        let ordinal = matches!(t.class(at), Class::Ordinal(_));
        return (if ordinal { at } else { i }, None);
    };
    let at = if t.is(i + 1, '.') { i + 2 } else { i + 1 };
    let at = if t.is(at, ',') { at + 1 } else { at };
    (t.skip(at, "the"), Some(weekday))
}

/// `Jan. 5`, `January 4 to 6`, `March eighth`.
fn month_first(t: &Tokens<'_>, i: usize) -> Option<Dated> {
    let (at, month) = month_name(t, i)?;
    let at = t.skip(at, "the");
    let first = number::day(t, at)
        .filter(|_| !counts_something(t, i, at))
        .or_else(|| spoken(t, at))?;
    let (end, last) = last_day(t, at + 1, first);
    Some(Dated {
        end,
        month,
        first,
        last,
    })
}

/// `5 January`, `the 5th of January`, `4-7 January`, `10 to 15 October`.
fn day_first(t: &Tokens<'_>, i: usize) -> Option<Dated> {
    // "They won 3-1 May 5": the number belongs to the one before it.
    let tied = t.joined(i)
        && i.checked_sub(1)
            .is_some_and(|mark| matches!(t.class(mark), Class::Punct('-' | '/')));
    if tied
        && i.checked_sub(2)
            .is_some_and(|before| matches!(t.class(before), Class::Number(_)))
    {
        return None;
    }
    let first = number::day(t, i).or_else(|| ordinal(t, i))?;
    let (at, last) = last_day(t, i + 1, first);
    let of = t.skip(at, "of");
    let ordinal = matches!(t.class(i), Class::Ordinal(_));
    if of > at && !ordinal && !t.any(i.checked_sub(1)?, &["the"]) {
        return None;
    }
    let (end, month) = month_name(t, of)?;
    Some(Dated {
        end,
        month,
        first,
        last,
    })
}

/// The name of a month at `i` and the place after it and its full stop.
pub(super) fn month_name(t: &Tokens<'_>, i: usize) -> Option<(usize, u8)> {
    let Class::Month(month) = t.class(i) else {
        return None;
    };
    let short = t.width(i) <= 4 && !t.any(i, &["may", "june", "july"]);
    let end = if short && t.is(i + 1, '.') && t.joined(i + 1) {
        i + 2
    } else {
        i + 1
    };
    (t.capital(i) && !t.glued(i)).then_some((end, month))
}

/// Whether the number at `at`, after the month at `i`, counts what follows it: `in March 20 people`, `May 5 percent`.
fn counts_something(t: &Tokens<'_>, i: usize, at: usize) -> bool {
    if year::quantity(t, at) {
        return true;
    }
    let noun = t.class(at + 1) == Class::Other && !t.capital(at + 1);
    let in_month = i
        .checked_sub(1)
        .is_some_and(|before| t.any(before, &["in"]));
    in_month && noun && matches!(t.class(at), Class::Number(_))
}

/// `eighth`, when nothing follows that it could count.
fn spoken(t: &Tokens<'_>, i: usize) -> Option<u8> {
    let ends = matches!(t.class(i + 1), Class::Punct(_)) || i + 1 >= t.len();
    ordinal(t, i).filter(|_| ends)
}

/// An ordinal as a day of the month.
fn ordinal(t: &Tokens<'_>, i: usize) -> Option<u8> {
    match t.class(i) {
        Class::Ordinal(day @ 1..=31) => u8::try_from(day).ok(),
        _ => None,
    }
}

/// The last day of a range that goes on at `i`, and the place after it: `-7`, `to 6`, `through 29`, `and 5`, `, 5 and 6`.
fn last_day(t: &Tokens<'_>, i: usize, first: u8) -> (usize, Option<u8>) {
    let (mut at, mut last) = (i, first);
    while let (true, Some(next)) = (t.is(at, ','), number::day(t, at + 1)) {
        if next != last + 1 {
            break;
        }
        (at, last) = (at + 2, next);
    }
    let closing = number::day(t, at + 1).filter(|day| *day > last && !t.is(at + 2, '%'));
    let reaches = t.is(at, '-') || t.any(at, &["to", "through", "thru", "till", "until"]);
    match closing {
        Some(day) if reaches && last == first => (at + 2, Some(day)),
        Some(day) if day == last + 1 && (t.any(at, &["and"]) || t.is(at, '&')) => {
            (at + 2, Some(day))
        }
        _ => (i, None),
    }
}
