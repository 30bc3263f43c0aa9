//! Which day, week, month or year a point of the text means.

use dateline_model::{Basis, Day, Edtf, Qualifier};

use super::name;
use super::tense::{Hint, Tense};
use super::{Answer, Context};
use crate::dates::Anchor;
use crate::dates::lexicon::Unit;
use crate::dates::meaning::{Count, From, Length, Member, Name, Pick, Point};
use crate::dates::when::{When, plus_days, plus_length};

impl Context {
    /// What a point means; `None` where nothing places it.
    pub(super) fn resolve(&self, point: &Point, hint: &mut Hint<'_, '_>) -> Option<Answer> {
        // At the ends of the calendar a season or a year may lie beyond it.
        self.place(point, hint)
            .filter(|answer| answer.when.span().is_some())
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

    fn counted_here(&self, when: When) -> Answer {
        Answer::new(when, Basis::WorkedOut, Anchor::Published)
    }

    fn named(&self, name: Name, pick: Pick, hint: &mut Hint<'_, '_>) -> Option<Answer> {
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

    fn counted(&self, unit: Unit, steps: i32, from: From) -> Option<Answer> {
        let mention = if from == From::Mention {
            self.spoken_of(unit)
        } else {
            None
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
        let published = self.published?;
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

fn stated(when: When) -> Answer {
    Answer::new(when, Basis::Stated, Anchor::Itself)
}

/// An answer that could be another one.
fn doubtful(when: When, anchor: Anchor) -> Answer {
    let edtf = when.edtf().map(|date| date.qualified(Qualifier::Uncertain));
    Answer {
        when,
        edtf,
        basis: Basis::Unclear,
        anchor,
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
