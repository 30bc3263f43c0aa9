//! What a modifier does to a date: `earlier this month`, `around May 5`, `just over two months ago`.

use dateline_model::{Edtf, Qualifier};

use super::{Answer, Context};
use crate::dates::Anchor;
use crate::dates::lexicon::Unit;
use crate::dates::meaning::{Count, From, Length, Modifier, Point};
use crate::dates::when::{plus_days, plus_length};

impl Context {
    /// The EDTF date of an answer under a modifier.
    pub(super) fn modified(
        &self,
        point: &Point,
        answer: Answer,
        modifier: Option<Modifier>,
    ) -> Option<Edtf> {
        let part = modifier.and_then(|modifier| match point {
            Point::Offset { length, back, .. } => self.blurred(*length, *back, modifier, answer),
            Point::Counted {
                steps: 0,
                from: From::Published,
                ..
            } => self.part(answer, modifier),
            _ => approximate(answer, modifier),
        });
        part.or_else(|| answer.date())
    }

    /// `earlier this month`: from its first day to the article's. Nothing where these are one: on the first of May the
    /// month alone is known, not the day.
    fn part(&self, answer: Answer, modifier: Modifier) -> Option<Edtf> {
        let (first, last) = answer.when.span()?;
        let (first, last) = match modifier {
            Modifier::Earlier if self.is_day() => (first, self.published?),
            Modifier::Later if self.is_day() => (self.published?, last),
            _ => return approximate(answer, modifier),
        };
        let part = (first != last).then(|| Edtf::one_of(Edtf::day(first), Edtf::day(last)));
        part.flatten()
    }

    /// `just over two months ago`: a one-of set beside the exact distance.
    fn blurred(
        &self,
        length: Length,
        back: bool,
        modifier: Modifier,
        answer: Answer,
    ) -> Option<Edtf> {
        let base = match answer.anchor {
            Anchor::Published if self.is_day() => self.published?,
            _ => return approximate(answer, modifier),
        };
        let exact = plus_length(base, length, back)?;
        let away = if back {
            -fringe(length.unit)
        } else {
            fringe(length.unit)
        };
        let blur = match modifier {
            Modifier::JustMore => plus_days(exact, away)?,
            Modifier::Less => plus_days(exact, -away)?,
            Modifier::More => plus_length(
                exact,
                Length {
                    count: Count::Whole(1),
                    ..length
                },
                back,
            )?,
            _ => return approximate(answer, modifier),
        };
        Edtf::one_of(Edtf::day(exact.min(blur)), Edtf::day(exact.max(blur)))
    }
}

/// `around May 5`.
fn approximate(answer: Answer, modifier: Modifier) -> Option<Edtf> {
    let date = answer.date()?;
    (modifier == Modifier::Approx).then(|| date.qualified(Qualifier::Approximate))
}

/// How many days "just over" and "nearly" reach beyond a whole number of a unit: six tenths of it, 18 days for a month.
fn fringe(unit: Unit) -> i32 {
    match unit {
        Unit::Week | Unit::Weekend => 4,
        Unit::Month => 18,
        Unit::Quarter => 54,
        Unit::Year => 219,
        Unit::Decade => 2190,
        Unit::Century => 21_900,
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Millennium => 0,
    }
}
