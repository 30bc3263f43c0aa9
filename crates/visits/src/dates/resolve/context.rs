//! What the text has spoken of so far.

use dateline_model::{Basis, Day};

use super::Answer;
use crate::dates::Anchor;
use crate::dates::lexicon::Unit;
use crate::dates::meaning::{Count, Length, Name, Pick, Point};
use crate::dates::when::When;

/// The article's date and the dates mentioned before.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) published: Option<Day>,
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
    pub(super) fn new(published: Option<Day>) -> Self {
        Self {
            published,
            last: None,
            day: None,
            quarter: None,
        }
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
        let (when, anchor) =
            spoken.or_else(|| Some((When::Day(self.published?), Anchor::Published)))?;
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
