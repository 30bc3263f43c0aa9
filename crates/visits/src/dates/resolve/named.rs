//! Which one of the things of a name a text means: `Friday`, `last Friday`, `Friday, Jan. 9`, `the previous Friday`.

use dateline_model::{Basis, Day};

use super::point::{doubtful, stated};
use super::tense::{Hint, Tense};
use super::{Answer, Context, name};
use crate::dates::Anchor;
use crate::dates::lexicon::Unit;
use crate::dates::meaning::{Name, Pick};
use crate::dates::when::{When, plus_days};

impl Context {
    /// What a name and its determiner mean.
    pub(super) fn named(&self, name: Name, pick: Pick, hint: &mut Hint<'_, '_>) -> Option<Answer> {
        let here = |when: When| Answer::new(when, basis(name), Anchor::Published);
        match pick {
            Pick::Year(year) => in_stated_year(name, year),
            Pick::YearStep(steps) => name::in_year(name, self.published?.year() + steps)
                .map(|when| self.counted_here(when)),
            Pick::SameYear(steps) => {
                let mention = self.last()?;
                let when = name::in_year(name, mention.when.year()? + steps)?;
                Some(Answer::new(
                    when,
                    Basis::WorkedOut,
                    Anchor::Mention(mention.at),
                ))
            }
            Pick::Beside(steps) => self.beside(name, steps),
            Pick::Nearest => {
                nearest(name, self.published?, hint).map(|when| check_weekday(name, here(when)))
            }
            Pick::Last => self.last_named(name),
            Pick::This => this(name, self.published?, hint).map(|when| self.counted_here(when)),
            Pick::Coming => coming(name, self.published?).map(|when| self.counted_here(when)),
            Pick::Next => self.next(name),
        }
    }

    /// `last May`, said in June, is the latest May to some and the one before to others.
    fn last_named(&self, name: Name) -> Option<Answer> {
        let published = self.published?;
        let when = last(name, published)?;
        let last_month = When::around(Unit::Month, published)?.step(-1)?;
        Some(if when == last_month {
            doubtful(when, Anchor::Published)
        } else {
            self.counted_here(when)
        })
    }

    /// `next Friday` is the one of next week; where another Friday comes sooner, some mean that one.
    fn next(&self, name: Name) -> Option<Answer> {
        let published = self.published?;
        let Name::Weekday(weekday) = name else {
            return coming(name, published).map(|when| self.counted_here(when));
        };
        let monday = When::around(Unit::Week, published)?.step(1)?.first()?;
        let day = plus_days(monday, i32::from(weekday))?;
        let when = When::Day(day);
        let sure = coming(name, published) == Some(when);
        Some(if sure {
            self.counted_here(when)
        } else {
            doubtful(when, Anchor::Published)
        })
    }

    /// The name before or after the day that is spoken of.
    fn beside(&self, name: Name, steps: i32) -> Option<Answer> {
        let mention = self.spoken_of(Unit::Month)?;
        let (first, last) = mention.when.span()?;
        let when = match steps {
            0 => name::latest(name, last),
            1 => coming(name, last),
            _ => self::last(name, first),
        };
        Some(Answer::new(
            when?,
            Basis::WorkedOut,
            Anchor::Mention(mention.at),
        ))
    }
}

/// Names of days and months state their day; weekdays and seasons are worked out.
fn basis(name: Name) -> Basis {
    match name {
        Name::Month(_) | Name::Day { .. } | Name::Holiday(_) => Basis::Stated,
        Name::Weekday(_)
        | Name::Season(_)
        | Name::Quarter(_)
        | Name::Half(_)
        | Name::Weekend
        | Name::YearEnd => Basis::WorkedOut,
    }
}

/// A name with its year. Which winter "the winter of 1994" was, the words leave open.
fn in_stated_year(name: Name, year: i32) -> Option<Answer> {
    let when = name::in_year(name, year)?;
    if name == Name::Season(24) {
        return Some(doubtful(when, Anchor::Itself));
    }
    Some(check_weekday(name, stated(when)))
}

/// Doubts a day that is not the weekday that stands beside it.
fn check_weekday(name: Name, answer: Answer) -> Answer {
    match (name, answer.when) {
        (
            Name::Day {
                weekday: Some(weekday),
                ..
            },
            When::Day(day),
        ) if day.weekday() != weekday => doubtful(answer.when, answer.anchor),
        _ => answer,
    }
}

/// The one that the words leave open, as tense and preposition have it.
fn nearest(name: Name, published: Day, hint: &mut Hint<'_, '_>) -> Option<When> {
    // "The year ended Jan. 31" is over.
    if hint.preposition() == "ended" {
        return name::latest(name, published);
    }
    let ahead = hint.looks_ahead();
    let tense = hint.tense();
    let within_days = matches!(name, Name::Weekday(_) | Name::Weekend);
    match (name, tense) {
        (Name::Day { .. } | Name::Holiday(_), _) => name::nearest_day(name, published, tense),
        (Name::YearEnd, _) => {
            let past = tense == Tense::Past || hint.preposition() == "since";
            name::in_year(name, published.year() - i32::from(past && !ahead))
        }
        // Results are reported after the quarter, whatever "to report" suggests.
        (Name::Quarter(_), _) if name::just_over(name, published) => name::latest(name, published),
        (_, Tense::Future) => name::earliest(name, published),
        (_, Tense::Perhaps) if within_days => name::earliest(name, published),
        (_, Tense::Unknown) if ahead => name::earliest(name, published),
        (_, Tense::Perhaps) => name::nearest(name, published),
        (_, Tense::Past) if ahead => name::nearest(name, published),
        _ => name::latest(name, published),
    }
}

/// The last one before the article's own.
fn last(name: Name, published: Day) -> Option<When> {
    let own = match name {
        Name::Month(_) => When::around(Unit::Month, published)?.first()?,
        _ => published,
    };
    let before = name::latest(name, plus_days(own, -1)?)?;
    let (_, end) = before.span()?;
    // "Last summer", said in summer, is the one before.
    if end >= published {
        before.plus_years(-1)
    } else {
        Some(before)
    }
}

/// The first one after the article's own.
fn coming(name: Name, published: Day) -> Option<When> {
    let next = name::earliest(name, plus_days(published, 1)?)?;
    if next.first()? <= published {
        next.plus_years(1)
    } else {
        Some(next)
    }
}

fn this(name: Name, published: Day, hint: &mut Hint<'_, '_>) -> Option<When> {
    match name {
        Name::Weekday(_) if hint.tense() == Tense::Past => name::latest(name, published),
        Name::Weekday(_) | Name::Weekend => name::earliest(name, published),
        Name::Season(24) if published.ymd().1 < 4 => Some(When::Season(published.year() - 1, 24)),
        name => name::in_year(name, published.year()),
    }
}
