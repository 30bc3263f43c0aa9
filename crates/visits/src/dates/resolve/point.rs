//! Which day, week, month or year a point of the text means.

use dateline_model::{Basis, Edtf, Qualifier};

use super::name;
use super::tense::Hint;
use super::{Answer, Context};
use crate::dates::Anchor;
use crate::dates::lexicon::Unit;
use crate::dates::meaning::{Count, From, Length, Member, Point};
use crate::dates::when::{When, plus_days, plus_length};

impl Context {
    /// What a point means; `None` where nothing places it.
    pub(super) fn resolve(&self, point: &Point, hint: &mut Hint<'_, '_>) -> Option<Answer> {
        // At the ends of the calendar a season or a year may lie beyond it.
        let real = |answer: &Answer| answer.when.span().is_some() && self.allows(point, answer);
        self.place(point, hint).filter(real)
    }

    fn place(&self, point: &Point, hint: &mut Hint<'_, '_>) -> Option<Answer> {
        match point {
            Point::Fixed(when) => Some(stated(*when)),
            Point::Doubtful(when) => Some(doubtful(*when, Anchor::Itself)),
            Point::Named(name, pick) => self.named(*name, *pick, hint),
            Point::Counted { unit, steps, from } => self.counted(*unit, *steps, *from),
            Point::Offset { length, back, from } => self.offset(*length, *back, *from),
            Point::Running(unit) => self.running(*unit),
            Point::WeekOf(inside) => self.week_of(self.resolve(inside, hint)?),
            Point::Nth { n, of, inside } => nth(*n, *of, self.resolve(inside, hint)?),
            Point::InWeek(weekday, week) => {
                let week = self.resolve(week, hint)?;
                let day = plus_days(week.when.first()?, i32::from(*weekday))?;
                Some(Answer {
                    when: When::Day(day),
                    edtf: None,
                    ..week
                })
            }
            Point::Period { years, unit } => self.period(*years, *unit),
            Point::PeriodOf(year) => Some(self.period_of(*year)),
            Point::NewYear => {
                let (year, month, _) = self.published?.ymd();
                Some(self.counted_here(When::Year(if month > 6 { year + 1 } else { year })))
            }
        }
    }

    pub(super) fn counted_here(&self, when: When) -> Answer {
        Answer::new(when, Basis::WorkedOut, Anchor::Published)
    }

    fn counted(&self, unit: Unit, steps: i32, from: From) -> Option<Answer> {
        let mention = match (from, unit) {
            (From::Published, _) => None,
            (From::Mention, Unit::Quarter) => self.quarter().or_else(|| self.spoken_of(unit)),
            (From::Mention, _) => self.spoken_of(unit),
        };
        let (day, anchor) = match (from, mention) {
            (From::Published, _) => (self.published?, Anchor::Published),
            (From::Mention, Some(mention)) => (mention.when.first()?, Anchor::Mention(mention.at)),
            // "Later in the day" of an article that names no day is its own day.
            (From::Mention, None) if steps == 0 => (self.published?, Anchor::Published),
            (From::Mention, None) => return None,
        };
        let when = When::around(unit, day)?.step(steps)?;
        Some(Answer::new(when, Basis::WorkedOut, anchor))
    }

    fn running(&self, unit: Unit) -> Option<Answer> {
        let published = self.published.filter(|_| self.is_day())?;
        let when = When::around(unit, published)?.step(-1)?;
        let start = match unit {
            Unit::Week => plus_days(published, -7)?,
            Unit::Month => published.plus_months(-1),
            Unit::Quarter => published.plus_months(-3),
            _ => published.plus_months(-12),
        };
        let edtf = Edtf::one_of(Edtf::day(start), Edtf::day(published));
        Some(Answer {
            edtf,
            ..self.counted_here(when)
        })
    }

    fn offset(&self, length: Length, back: bool, from: From) -> Option<Answer> {
        let year = length
            == Length {
                count: Count::Whole(1),
                unit: Unit::Year,
            };
        if let (true, true, Some(quarter)) = (year, back, self.quarter()) {
            let when = quarter.when.plus_years(-1)?;
            return Some(Answer::new(
                when,
                Basis::WorkedOut,
                Anchor::Mention(quarter.at),
            ));
        }
        let (base, anchor) = match from {
            From::Published => (When::Day(self.published?), Anchor::Published),
            From::Mention => {
                let mention = self.spoken_of(length.unit)?;
                (mention.when, Anchor::Mention(mention.at))
            }
        };
        let day = plus_length(base.first()?, length, back)?;
        let when = When::around(grain(length), day)?;
        let exact =
            base.unit() == Unit::Year && length.unit == Unit::Year || length.unit == Unit::Day;
        let edtf = when.edtf().map(|date| {
            if exact {
                date
            } else {
                date.qualified(Qualifier::Approximate)
            }
        });
        Some(Answer {
            when,
            edtf,
            basis: Basis::WorkedOut,
            anchor,
        })
    }

    fn week_of(&self, inside: Answer) -> Option<Answer> {
        let When::Day(day) = inside.when else {
            return None;
        };
        let sunday = day.weekday() == 6;
        let week = When::around(Unit::Week, if sunday { plus_days(day, 1)? } else { day })?;
        let edtf = if sunday {
            Edtf::one_of(Edtf::day(day), Edtf::day(plus_days(day, 6)?))
        } else {
            None
        };
        Some(Answer {
            when: week,
            edtf,
            ..inside
        })
    }

    /// The quarter or the year that is spoken of, so many years later.
    fn period(&self, years: i32, unit: Option<Unit>) -> Option<Answer> {
        let spoken = if years == 0 && unit.is_none() {
            self.reported_quarter()
        } else {
            self.quarter()
        };
        let mention = spoken.filter(|_| unit != Some(Unit::Year));
        if let Some(mention) = mention {
            let when = mention.when.plus_years(years)?;
            return Some(Answer::new(
                when,
                Basis::WorkedOut,
                Anchor::Mention(mention.at),
            ));
        }
        let published = self.published?;
        let when = match unit {
            Some(Unit::Quarter) => When::around(Unit::Quarter, published)?.step(-1)?,
            _ => When::Year(published.year()),
        };
        when.plus_years(years).map(|when| self.counted_here(when))
    }

    fn period_of(&self, year: i32) -> Answer {
        match self.quarter() {
            Some(mention) => {
                let quarter = if let When::Quarter(_, quarter) = mention.when {
                    quarter
                } else {
                    1
                };
                Answer::new(
                    When::Quarter(year, quarter),
                    Basis::WorkedOut,
                    Anchor::Mention(mention.at),
                )
            }
            None => stated(When::Year(year)),
        }
    }
}

pub(super) fn stated(when: When) -> Answer {
    Answer::new(when, Basis::Stated, Anchor::Itself)
}

/// An answer that could be another one.
pub(super) fn doubtful(when: When, anchor: Anchor) -> Answer {
    let edtf = when.edtf().map(|date| date.qualified(Qualifier::Uncertain));
    Answer {
        when,
        edtf,
        basis: Basis::Unclear,
        anchor,
    }
}

/// How sharp a distance is: "two months ago" names a month, "a year and a half ago" too.
fn grain(length: Length) -> Unit {
    match (length.count, length.unit) {
        (Count::Half(_), Unit::Year) => Unit::Month,
        (Count::Half(_), Unit::Decade | Unit::Century) => Unit::Year,
        (Count::Half(_), Unit::Month) => Unit::Week,
        (_, Unit::Weekend) => Unit::Week,
        (_, unit) => unit,
    }
}

/// The nth day, week, weekend or month within something longer.
fn nth(n: i8, of: Member, inside: Answer) -> Option<Answer> {
    let (first, last) = inside.when.span()?;
    let answer = |when| Answer {
        when,
        edtf: None,
        ..inside
    };
    let unit = match of {
        Member::Weekday(weekday) => {
            return name::nth_weekday(n, weekday, first, last)
                .map(When::Day)
                .map(answer);
        }
        Member::Unit(unit) => unit,
    };
    let index = i32::from(n) - 1;
    let from = |len: i32| {
        if n < 0 {
            plus_days(last, 1 - len)
        } else {
            plus_days(first, index * len)
        }
    };
    match unit {
        Unit::Day => from(1)
            .filter(|day| *day <= last)
            .map(When::Day)
            .map(answer),
        Unit::Week => {
            let start = from(7).filter(|day| *day <= last)?;
            let end = plus_days(start, 6)?.min(last);
            let edtf = Edtf::one_of(Edtf::day(start), Edtf::day(end));
            Some(Answer {
                edtf,
                ..answer(When::around(Unit::Week, plus_days(start, 3)?)?)
            })
        }
        Unit::Weekend => name::nth_weekday(n, 5, first, last)
            .map(When::Weekend)
            .map(answer),
        Unit::Month if n < 0 => When::around(Unit::Month, last).map(answer),
        Unit::Month => When::around(Unit::Month, first)?.step(index).map(answer),
        _ => None,
    }
}
