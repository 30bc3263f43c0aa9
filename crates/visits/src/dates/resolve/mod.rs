//! Turns what expressions say into dates: against the article's date, what the text spoke of before, and tense.

mod blank;
mod context;
mod dateline;
mod length;
mod modified;
mod name;
mod named;
mod point;
mod span;
mod tense;

use dateline_model::{Basis, Edtf};

use super::lexicon::Unit;
use super::meaning::{Clock, Length, Meaning, Point, Side};
use super::rules::Match;
use super::token::Tokens;
use super::when::When;
use super::{Amount, Anchor, Timex, TimexType};
use context::Context;
use tense::Hint;

/// A dispatch is printed at most so many days after it was written.
const DAYS_TO_PRINT: i32 = 5;

/// Resolves the expressions of a text in their order.
#[derive(Debug)]
pub(super) struct Resolver {
    context: Context,
    found: Vec<Timex>,
    /// Where the enumeration begins and ends that the last expression belongs to: `in May, June or July`.
    chain: (usize, usize),
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

/// What two expressions mean that belong together.
#[derive(Clone, Copy, Debug)]
struct Pair {
    first: Answer,
    second: Answer,
    /// Whether they are the ends of one range.
    range: bool,
}

impl Resolver {
    /// Nothing resolved yet.
    pub(super) fn new(published: Option<Edtf>) -> Self {
        Self {
            context: Context::new(published),
            found: Vec::new(),
            chain: (0, 0),
        }
    }

    /// Everything resolved.
    pub(super) fn finish(self) -> Vec<Timex> {
        self.found
    }

    /// Resolves the expressions of one piece of text.
    pub(super) fn piece(&mut self, t: &Tokens<'_>, placed: &[Placed]) {
        self.chain = (0, 0);
        let mut rest = placed;
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            let pair = after
                .split_first()
                .and_then(|(second, after)| Some((second, after, self.pair(t, first, second)?)));
            if let Some((second, after, answers)) = pair {
                self.span(t, (first, second), answers);
                rest = after;
            } else {
                self.single(t, first);
                self.dateline(t, first);
            }
        }
    }

    /// A text that begins with "BERLIN, June 26 -" was written then, though it appeared a day or more later: its "today" is
    /// that day.
    fn dateline(&mut self, t: &Tokens<'_>, (start, found): &Placed) {
        let [timex] = self.found.as_slice() else {
            return;
        };
        let written = timex
            .date
            .filter(|date| date.is_day())
            .map(|date| date.first);
        let Some((written, published)) = written.zip(self.context.published) else {
            return;
        };
        if (1..=DAYS_TO_PRINT).contains(&(published.0 - written.0))
            && dateline::holds(t, *start, found.end)
        {
            self.context.published = Some(written);
        }
    }

    /// What two expressions mean if they belong together.
    fn pair(&self, t: &Tokens<'_>, first: &Placed, second: &Placed) -> Option<Pair> {
        let link = span::link(t, first, second)?;
        let (Meaning::Date(a), Meaning::Date(b)) = (&first.1.meaning, &second.1.meaning) else {
            return None;
        };
        let lent = span::lends_year(a, b);
        let (a, b) = self
            .context
            .resolve_pair((a, b), &mut Hint::new(t, first.0, first.1.end))?;
        let range = match link {
            span::Link::Range => true,
            span::Link::Days => span::consecutive(a, b),
            span::Link::Either => false,
        };
        (range || lent).then_some(Pair {
            first: a,
            second: b,
            range,
        })
    }

    /// Notes two expressions that belong together.
    fn span(&mut self, t: &Tokens<'_>, (first, second): (&Placed, &Placed), pair: Pair) {
        let at = self.found.len();
        self.single(t, first);
        self.single(t, second);
        let whole = if pair.range {
            span::interval(pair.first, pair.second)
        } else {
            None
        };
        for (timex, answer) in self
            .found
            .iter_mut()
            .skip(at)
            .zip([pair.first, pair.second])
        {
            timex.place(answer);
            timex.whole = whole;
        }
        self.context.mention(pair.second.when, at + 1);
    }

    /// Resolves one expression by itself.
    fn single(&mut self, t: &Tokens<'_>, (start, found): &Placed) {
        let Some(range) = t.bytes(*start, found.end) else {
            return;
        };
        let mut timex = Timex {
            range,
            modifier: found.modifier,
            ..Timex::default()
        };
        let mut hint = self.hint(t, *start, found.end);
        match &found.meaning {
            Meaning::Nothing => return,
            Meaning::Vague(value) => (*value).clone_into(&mut timex.value),
            Meaning::Every(every) => {
                (timex.kind, timex.value) = (TimexType::Set, length::every(*every));
            }
            Meaning::Length(length, side) => self.length(&mut timex, *length, *side),
            Meaning::Date(point) => self.date(&mut timex, point, &mut hint),
            Meaning::Time(clock, day) => self.time(&mut timex, *clock, day.as_ref(), &mut hint),
            Meaning::Range(first, last) => self.range(&mut timex, (first, last), &mut hint),
        }
        self.found.push(timex);
    }

    /// What the words around an expression say, or around the enumeration that it goes on.
    fn hint<'a, 't>(&mut self, t: &'a Tokens<'t>, start: usize, end: usize) -> Hint<'a, 't> {
        let (first, last) = self.chain;
        let between = |i| t.is(i, ',') || t.any(i, &["and", "or"]);
        let goes_on = last > 0 && last < start && start < last + 3 && (last..start).all(between);
        let first = if goes_on { first } else { start };
        self.chain = (first, end);
        Hint::new(t, first, end)
    }

    fn length(&mut self, timex: &mut Timex, length: Length, side: Side) {
        timex.kind = TimexType::Duration;
        timex.value = length::value(length);
        timex.amount = Some(Amount::from(length));
        if side != Side::Anywhere && self.context.published.is_some() {
            timex.anchor = Anchor::Published;
        }
        self.context.measure(length);
    }

    fn date(&mut self, timex: &mut Timex, point: &Point, hint: &mut Hint<'_, '_>) {
        if let Point::Offset { length, .. } = point {
            timex.amount = Some(Amount::from(*length));
        }
        let Some(answer) = self.context.resolve(point, hint) else {
            timex.value = blank::value(point);
            return;
        };
        timex.place(answer);
        timex.date = self.context.modified(point, answer, timex.modifier);
        let at = self.found.len();
        self.context.report(point, answer.when, at);
        let aside = hint.dates_words() && self.context.speaks_of_a_day();
        if !aside && !compares(point) {
            self.context.mention(answer.when, at);
        }
    }

    fn time(
        &mut self,
        timex: &mut Timex,
        clock: Clock,
        day: Option<&Point>,
        hint: &mut Hint<'_, '_>,
    ) {
        timex.kind = TimexType::Time;
        let answer = match day {
            Some(point) => self.context.resolve(point, hint),
            None => self.context.day_spoken_of(),
        };
        let Some(answer) = answer else {
            timex.value = format!("XXXX-XX-XX{}", length::clock(clock));
            return;
        };
        timex.place(answer);
        timex.value.push_str(&length::clock(clock));
        if day.is_some() {
            self.context.mention(answer.when, self.found.len());
        }
    }

    fn range(&mut self, timex: &mut Timex, points: (&Point, &Point), hint: &mut Hint<'_, '_>) {
        let Some((first, last)) = self.context.resolve_pair(points, hint) else {
            timex.value = format!("{}/{}", blank::value(points.0), blank::value(points.1));
            return;
        };
        timex.place(first);
        timex.value = format!("{}/{}", first.when.value(), last.when.value());
        timex.date = span::interval(first, last);
        self.context.mention(last.when, self.found.len());
    }
}

/// Whether a date is only there to compare with: the next "a year earlier" is not counted from it.
fn compares(point: &Point) -> bool {
    match point {
        Point::Offset { length, back, .. } => *back && length.unit == Unit::Year,
        Point::Period { years, .. } => *years < 0,
        _ => false,
    }
}

impl Timex {
    /// Gives it the value and the date of an answer.
    fn place(&mut self, answer: Answer) {
        self.value = answer.when.value();
        self.date = answer.date();
        (self.basis, self.anchor) = (Some(answer.basis), answer.anchor);
    }
}
