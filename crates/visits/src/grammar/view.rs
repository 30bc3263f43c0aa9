//! A sentence as units: people, places, nations, dates and single words, which all rules read.

use std::ops::Range;

use dateline_model::Span;

use crate::dates::Timex;
use crate::names::{Mark, PersonId, Roster, Section, Spot, What};
use crate::text::TokenKind;

/// What a unit is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Is<'a> {
    /// Somebody whom the article names.
    Person(PersonId),
    /// An office whose holder it does not name.
    Office,
    /// A place.
    Place(&'a Spot),
    /// A nation as an adjective.
    Nation(&'static str),
    /// A date expression.
    Time(&'a Timex),
    /// Any other word or sign.
    Word,
}

/// One unit of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Unit<'a> {
    /// Its tokens in the section.
    pub tokens: Range<usize>,
    /// What it is.
    pub is: Is<'a>,
    /// The word in lower case; empty for anything else.
    pub lower: &'a str,
    /// Whether it is a word that begins with a capital.
    pub capital: bool,
}

/// A sentence of an article.
#[derive(Debug)]
pub(crate) struct View<'a> {
    /// The section that it stands in.
    pub section: &'a Section<'a>,
    /// The people of the article.
    pub roster: &'a Roster,
    /// Its units.
    pub units: Vec<Unit<'a>>,
    /// Its tokens.
    pub sentence: Range<usize>,
    /// Where its words begin, past a dateline.
    pub body: usize,
}

impl<'a> View<'a> {
    /// The view of the sentence at these tokens. `marks` are those that lie in it.
    pub fn new(
        section: &'a Section<'a>,
        roster: &'a Roster,
        sentence: Range<usize>,
        marks: &'a [Mark],
    ) -> Self {
        let mut units = Vec::with_capacity(sentence.len());
        let mut at = sentence.start;
        for mark in marks {
            words(section, at..mark.tokens.start, &mut units);
            units.push(Unit {
                tokens: mark.tokens.clone(),
                is: is(section, &mark.what),
                lower: "",
                capital: true,
            });
            at = mark.tokens.end;
        }
        words(section, at..sentence.end, &mut units);
        Self {
            section,
            roster,
            units,
            sentence,
            body: 0,
        }
    }

    /// The word at `at` in lower case; empty for anything but a word and beyond the ends.
    pub fn lower(&self, at: usize) -> &'a str {
        self.units.get(at).map_or("", |unit| unit.lower)
    }

    /// The word before `at` in lower case.
    pub fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.lower(before))
    }

    /// What the unit at `at` is.
    pub fn is(&self, at: usize) -> Option<Is<'a>> {
        self.units.get(at).map(|unit| unit.is)
    }

    /// Who is named at `at`.
    pub fn person(&self, at: usize) -> Option<PersonId> {
        match self.is(at) {
            Some(Is::Person(person)) => Some(person),
            _ => None,
        }
    }

    /// The place named at `at`.
    pub fn place(&self, at: usize) -> Option<&'a Spot> {
        match self.is(at) {
            Some(Is::Place(spot)) => Some(spot),
            _ => None,
        }
    }

    /// The date expression at `at`.
    pub fn time(&self, at: usize) -> Option<&'a Timex> {
        match self.is(at) {
            Some(Is::Time(timex)) => Some(timex),
            _ => None,
        }
    }

    /// Whether the unit at `at` is a genitive's ending.
    pub fn is_genitive(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            self.section
                .tokens
                .get(unit.tokens.start)
                .is_some_and(|token| token.kind == TokenKind::Genitive)
        })
    }

    /// Whether the unit at `at` is a word with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.capital)
    }

    /// Whether any word from `from` up to `to` is accepted.
    pub fn any(&self, range: Range<usize>, accept: impl Fn(&str) -> bool) -> bool {
        let units = self.units.get(range.start..range.end.min(self.units.len()));
        units
            .unwrap_or_default()
            .iter()
            .any(|unit| accept(unit.lower))
    }

    /// The span of some units.
    pub fn span(&self, units: Range<usize>) -> Span {
        let start = self
            .units
            .get(units.start)
            .map_or(self.sentence.start, |unit| unit.tokens.start);
        let end = units
            .end
            .checked_sub(1)
            .and_then(|last| self.units.get(last))
            .map_or(start, |unit| unit.tokens.end);
        Span::new(
            self.section.part,
            self.section.bytes(&(start..end.max(start))),
        )
    }

    /// The span of the whole sentence.
    pub fn sentence_span(&self) -> Span {
        Span::new(self.section.part, self.section.bytes(&self.sentence))
    }
}

fn is<'a>(section: &'a Section<'a>, what: &'a What) -> Is<'a> {
    match what {
        What::Person(person) => Is::Person(*person),
        What::Office(_) => Is::Office,
        What::Place(spot) => Is::Place(spot),
        What::Nation(country) => Is::Nation(country),
        What::Time(number) => section.timexes.get(*number).map_or(Is::Word, Is::Time),
    }
}

/// Adds one unit for each token of a range.
fn words<'a>(section: &'a Section<'a>, range: Range<usize>, units: &mut Vec<Unit<'a>>) {
    for at in range {
        if let Some(token) = section.tokens.get(at) {
            units.push(Unit {
                tokens: at..at + 1,
                is: Is::Word,
                lower: token.lower,
                capital: token.is_capital(),
            });
        }
    }
}
