//! Turns what expressions say into dates: against the article's date, what the text spoke of before, and tense.

mod blank;
mod context;
mod length;
mod name;
mod point;
mod span;
mod tense;

use dateline_model::{Basis, Day, Edtf, Qualifier};

use super::meaning::{Clock, Meaning, Modifier, Point, Side};
use super::rules::Match;
use super::token::Tokens;
use super::when::When;
use super::{Amount, Anchor, Timex, TimexType};
use context::Context;

/// Resolves the expressions of a text in their order.
#[derive(Debug)]
pub(super) struct Resolver {
    context: Context,
    found: Vec<Timex>,
}

/// An expression and where it begins among the tokens.
pub(super) type Placed = (usize, Match);

/// What a date was resolved to.
#[derive(Clone, Copy, Debug)]
struct Answer {
    when: When,
    /// Its EDTF date where that is not the period's own.
    edtf: Option<Edtf>,
    basis: Basis,
    anchor: Anchor,
}

impl Answer {
    fn new(when: When, basis: Basis, anchor: Anchor) -> Self {
        Self {
            when,
            edtf: None,
            basis,
            anchor,
        }
    }

    fn date(&self) -> Option<Edtf> {
        self.edtf.or_else(|| self.when.edtf())
    }
}

impl Resolver {
    /// Nothing resolved yet.
    pub(super) fn new(published: Option<Day>) -> Self {
        Self {
            context: Context::new(published),
            found: Vec::new(),
        }
    }

    /// Everything resolved.
    pub(super) fn finish(self) -> Vec<Timex> {
        self.found
    }

    /// Resolves the expressions of one paragraph.
    pub(super) fn paragraph(&mut self, t: &Tokens<'_>, placed: &[Placed]) {
        let mut rest = placed;
        while let Some((first, after)) = rest.split_first() {
            rest = match after.split_first() {
                Some((second, after)) if span::linked(t, first, second) => {
                    self.span(t, first, second);
                    after
                }
                _ => {
                    self.single(t, first);
                    after
                }
            };
        }
    }

    /// Resolves one expression by itself.
    fn single(&mut self, t: &Tokens<'_>, (start, found): &Placed) {
        let Some(range) = t.bytes(*start, found.end) else {
            return;
        };
        let mut timex = Timex {
            range,
            kind: TimexType::Date,
            value: String::new(),
            date: None,
            basis: None,
            whole: None,
            amount: None,
            anchor: Anchor::Itself,
            modifier: found.modifier,
        };
        match &found.meaning {
            Meaning::Nothing => return,
            Meaning::Vague(value) => timex.value = (*value).to_owned(),
            Meaning::Every(every) => {
                (timex.kind, timex.value) = (TimexType::Set, length::every(*every));
            }
            Meaning::Length(length, side) => self.length(&mut timex, *length, *side),
            Meaning::Date(point) => self.date(t, *start, found, point, &mut timex),
            Meaning::Time(clock, day) => {
                self.time(t, *start, found.end, (*clock, day.as_ref()), &mut timex);
            }
            Meaning::Range(first, last) => {
                self.range(t, *start, found.end, (first, last), &mut timex);
            }
        }
        self.found.push(timex);
    }

    fn length(&mut self, timex: &mut Timex, length: super::meaning::Length, side: Side) {
        timex.kind = TimexType::Duration;
        timex.value = length::value(length);
        timex.amount = Some(Amount::from(length));
        if side != Side::Anywhere && self.context.published.is_some() {
            timex.anchor = Anchor::Published;
        }
        self.context.measure(length);
    }

    fn date(
        &mut self,
        t: &Tokens<'_>,
        start: usize,
        found: &Match,
        point: &Point,
        timex: &mut Timex,
    ) {
        if let Point::Offset { length, .. } = point {
            timex.amount = Some(Amount::from(*length));
        }
        let answer = self
            .context
            .resolve(point, &mut tense::Hint::new(t, start, found.end));
        let Some(answer) = answer else {
            timex.value = blank::value(point);
            return;
        };
        timex.value = answer.when.value();
        timex.basis = Some(answer.basis);
        timex.anchor = answer.anchor;
        timex.date = self.context.modified(point, answer, found.modifier);
        self.context.report(point, answer.when, self.found.len());
        if !tense::reported(t, start) || !self.context.speaks_of_a_day() {
            self.context.mention(answer.when, self.found.len());
        }
    }

    fn time(
        &mut self,
        t: &Tokens<'_>,
        start: usize,
        end: usize,
        what: (Clock, Option<&Point>),
        timex: &mut Timex,
    ) {
        let (clock, day) = what;
        timex.kind = TimexType::Time;
        let answer = match day {
            Some(point) => self
                .context
                .resolve(point, &mut tense::Hint::new(t, start, end)),
            None => self.context.day_spoken_of(),
        };
        let day = answer.map_or_else(|| "XXXX-XX-XX".to_owned(), |answer| answer.when.value());
        timex.value = format!("{day}{}", length::clock(clock));
        let Some(answer) = answer else {
            return;
        };
        (timex.date, timex.basis, timex.anchor) =
            (answer.date(), Some(answer.basis), answer.anchor);
        if day_is_given(what.1) {
            self.context.mention(answer.when, self.found.len());
        }
    }

    fn range(
        &mut self,
        t: &Tokens<'_>,
        start: usize,
        end: usize,
        points: (&Point, &Point),
        timex: &mut Timex,
    ) {
        let answers = self
            .context
            .resolve_pair(points, &mut tense::Hint::new(t, start, end));
        let Some((first, last)) = answers else {
            timex.value = format!("{}/{}", blank::value(points.0), blank::value(points.1));
            return;
        };
        timex.value = format!("{}/{}", first.when.value(), last.when.value());
        timex.date = span::interval(first, last);
        (timex.basis, timex.anchor) = (Some(first.basis), first.anchor);
        self.context.mention(last.when, self.found.len());
    }

    /// Resolves two expressions that are the ends of one range.
    fn span(&mut self, t: &Tokens<'_>, first: &Placed, second: &Placed) {
        let at = self.found.len();
        let pair = match (&first.1.meaning, &second.1.meaning) {
            (Meaning::Date(a), Meaning::Date(b)) => self
                .context
                .resolve_pair((a, b), &mut tense::Hint::new(t, first.0, first.1.end)),
            _ => None,
        };
        self.single(t, first);
        self.single(t, second);
        let Some((a, b)) = pair else {
            return;
        };
        let whole = span::interval(a, b);
        for (timex, answer) in self.found.iter_mut().skip(at).zip([a, b]) {
            timex.value = answer.when.value();
            timex.date = answer.date();
            (timex.basis, timex.anchor, timex.whole) = (Some(answer.basis), answer.anchor, whole);
        }
        self.context.mention(b.when, at + 1);
    }
}

/// Whether a time came with its day.
fn day_is_given(day: Option<&Point>) -> bool {
    day.is_some()
}

impl Context {
    /// The EDTF date of an answer under a modifier.
    fn modified(&self, point: &Point, answer: Answer, modifier: Option<Modifier>) -> Option<Edtf> {
        let date = answer.date()?;
        let now = matches!(
            point,
            Point::Counted {
                steps: 0,
                from: super::meaning::From::Published,
                ..
            }
        );
        let part = match (modifier, point) {
            (Some(modifier), Point::Offset { length, back, .. }) => {
                self.blurred(*length, *back, modifier, answer)
            }
            (Some(Modifier::Earlier), _) if now => {
                Edtf::one_of(Edtf::day(date.first), Edtf::day(self.published?))
            }
            (Some(Modifier::Later), _) if now => {
                Edtf::one_of(Edtf::day(self.published?), Edtf::day(date.last))
            }
            (Some(Modifier::Approx), _) => Some(date.qualified(Qualifier::Approximate)),
            _ => None,
        };
        part.or(Some(date))
    }
}
