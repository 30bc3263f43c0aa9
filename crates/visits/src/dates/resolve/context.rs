//! What the text has spoken of so far.

use dateline_model::{Basis, Day, Edtf};

use super::Answer;
use crate::dates::Anchor;
use crate::dates::lexicon::Unit;
use crate::dates::meaning::{Count, Length, Name, Pick, Point};
use crate::dates::when::When;

/// The article's date and the dates mentioned before.
#[derive(Debug)]
pub(super) struct Context {
    /// The article's day; the first one when its date is less sharp.
    pub(super) published: Option<Day>,
    /// How sharp the article's date is: nothing that is counted from it can be sharper.
    grain: Unit,
    /// The last date of any kind.
    last: Option<Mention>,
    /// The last date that was one day.
    day: Option<Mention>,
    /// The last quarter, while the text goes on about it.
    quarter: Option<Mention>,
}

/// A date that the text has mentioned, and its place among the expressions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub(super) when: When,
    pub(super) at: usize,
}

impl Context {
    pub(super) fn new(published: Option<Edtf>) -> Self {
        let days = published.map_or(0, |date| date.last.0.saturating_sub(date.first.0));
        Self {
            published: published.map(|date| date.first),
            grain: match days {
                0 => Unit::Day,
                1..=30 => Unit::Month,
                _ => Unit::Year,
            },
            last: None,
            day: None,
            quarter: None,
        }
    }

    /// Whether the article's date is a day.
    pub(super) fn is_day(&self) -> bool {
        self.grain == Unit::Day
    }

    /// Whether an answer is no sharper than the article's date lets it be. A day or month with its name needs no more
    /// than the article's month.
    pub(super) fn allows(&self, point: &Point, answer: &Answer) -> bool {
        let named = matches!(
            point,
            Point::Named(Name::Day { .. } | Name::Month(_) | Name::Holiday(_), _)
        );
        let counted = answer.anchor == Anchor::Published;
        !counted || answer.when.unit() >= self.grain || (named && self.grain <= Unit::Month)
    }

    /// Notes a date.
    pub(super) fn mention(&mut self, when: When, at: usize) {
        let mention = Some(Mention { when, at });
        self.last = mention;
        if let When::Day(_) = when {
            self.day = mention;
        }
    }

    /// Notes the quarter that the text goes on about. One that it is only compared with is none.
    pub(super) fn report(&mut self, point: &Point, when: When, at: usize) {
        let named = matches!(
            point,
            Point::Named(
                Name::Quarter(_),
                Pick::Nearest | Pick::Year(_) | Pick::YearStep(0)
            ) | Point::Period { years: 0, .. }
        );
        let recent = when.year() >= self.published.map(|day| day.year() - 1);
        if named && recent && matches!(when, When::Quarter(..)) {
            self.quarter = Some(Mention { when, at });
        }
    }

    /// Notes a length: after "the nine months", "a year earlier" compares no quarters.
    pub(super) fn measure(&mut self, length: Length) {
        let period = matches!(length.count, Count::Whole(6 | 9)) && length.unit == Unit::Month;
        if period || (length.unit == Unit::Year && length.count == Count::Whole(1)) {
            self.quarter = None;
        }
    }

    /// Whether a day has been spoken of.
    pub(super) fn speaks_of_a_day(&self) -> bool {
        self.day.is_some()
    }

    /// The quarter that is spoken of.
    pub(super) fn quarter(&self) -> Option<Mention> {
        self.quarter
    }

    /// The quarter that is spoken of, if it is over.
    pub(super) fn reported_quarter(&self) -> Option<Mention> {
        let over = |mention: &Mention| mention.when.span().map(|(_, last)| last) < self.published;
        self.quarter.filter(over)
    }

    /// The day of a time that names none: the last one spoken of, else the article's.
    pub(super) fn day_spoken_of(&self) -> Option<Answer> {
        let spoken = self.day.map(|day| (day.when, Anchor::Mention(day.at)));
        let own = || {
            Some((
                When::Day(self.published.filter(|_| self.is_day())?),
                Anchor::Published,
            ))
        };
        let (when, anchor) = spoken.or_else(own)?;
        Some(Answer::new(when, Basis::WorkedOut, anchor))
    }

    /// The last date that is no longer than a unit.
    pub(super) fn spoken_of(&self, unit: Unit) -> Option<Mention> {
        let fits = |mention: &Mention| mention.when.unit() <= unit;
        self.last.filter(fits).or(self.day)
    }

    /// The last date of any kind.
    pub(super) fn last(&self) -> Option<Mention> {
        self.last
    }
}
