//! The query language: from what somebody typed to a list of conditions.
//!
//! ```text
//! query    = { choice }                         all of them
//! choice   = near { "OR" near }                 binds tighter than standing side by side, as in web search
//! near     = unary { "NEAR" [ "/" number ] unary }
//! unary    = [ "-" ] [ field ":" ] ( "(" query ")" | phrase | word )
//! phrase   = '"' words [ "*" ] '"'
//! word     = letters [ "*" | "~" ]
//! field    = "headline" | "title", which is the same | a facet's name | "date" | "before" | "after"
//! ```
//!
//! Nothing is an error: what does not fit is read as plain words, and a [`Note`] says so.
//!
//! The tree of conditions is kept as the steps of a stack machine, and the words of a term in one string: both cost the wasm
//! far less than nested lists of their own types would.

mod fields;
mod lex;
mod parse;
mod rows;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use dateline_model::Day;

use crate::note::Note;

pub use fields::FIELDS;
pub(crate) use fields::TITLE;
pub use lex::{Kind, Lexeme, lex};
pub use parse::parse;
pub use rows::{Mode, Rows, words};

/// The most terms that a query may have; what follows is left out, with a note.
pub const MAX_TERMS: usize = 128;

/// A query, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What a document must fulfil, each step after those that it joins. Without steps, nothing.
    pub steps: Vec<Step>,
    /// What to find in the text: the terms that the steps name by their places here.
    pub terms: Vec<Term>,
    /// What to find in the facets, named by the steps in the same way.
    pub values: Vec<Value>,
    /// What was understood in another way than it may have been meant.
    pub notes: Vec<Note>,
    /// Where the conditions stand, of which all must be fulfilled: bytes of the query. To show them as removable parts.
    pub parts: Vec<Range<usize>>,
}

/// A step of the stack machine that decides on a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Whether the term at this place occurs.
    Term(u16),
    /// Whether the document has the value at this place.
    Value(u16),
    /// Whether it was published then.
    Published(When),
    /// Whether all of the last so many decisions hold.
    All(u16),
    /// Whether any of the last so many decisions holds.
    Any(u16),
    /// Whether the last decision does not hold.
    Not,
}

/// A condition on the date of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It may have been one of these days.
    Within(Day, Day),
    /// It was before this day.
    Before(Day),
    /// It was after this day.
    After(Day),
}

/// A value of a facet in which some words follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The facet's number.
    pub facet: usize,
    /// The folded words, each with a space before it.
    pub words: String,
    /// The last word may go on.
    pub open: bool,
}

/// Something to find in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// As typed, without quotation marks and operators.
    pub label: String,
    /// What is looked for.
    pub rows: Rows,
    /// What its occurrences must not be a part of.
    pub except: Rows,
    /// What must stand near it; empty for nothing.
    pub near: Rows,
    /// How many positions may lie between the end of one and the beginning of the other, plus one.
    pub distance: u32,
    /// Only in the headline.
    pub headline: bool,
    /// It stands for what is not wanted: nothing of it is highlighted.
    pub negated: bool,
    /// It finds another name for what this term and those behind it name, and is highlighted as this one.
    pub alias_of: Option<u16>,
}

impl Query {
    /// Drops the terms that the steps do not name: the sides of a `NEAR` are read as terms first.
    fn forget_unused_terms(&mut self) {
        let mut next = 0;
        let mut places = Vec::new();
        for place in 0..self.terms.len() as u16 {
            places.push(next);
            next += u16::from(self.steps.contains(&Step::Term(place)));
        }
        for step in &mut self.steps {
            if let Step::Term(place) = step {
                *place = places[usize::from(*place)];
            }
        }
        let mut place = 0;
        self.terms.retain_mut(|term| {
            term.alias_of = term.alias_of.map(|other| places[usize::from(other)]);
            place += 1;
            // The place behind an unused term is the same as its own.
            places.get(place).copied().unwrap_or(next) > places[place - 1]
        });
    }

    /// The number by which marks name a term: how many terms that are highlighted come before it; `None` for one that is not.
    pub fn number(&self, place: usize) -> Option<u16> {
        let term = self.terms.get(place)?;
        if let Some(other) = term.alias_of {
            return self.number(usize::from(other));
        }
        let before = self.terms[..place].iter().filter(|term| term.is_named());
        term.is_named().then_some(before.count() as u16)
    }
}

impl Term {
    /// Whether it has a name and a colour of its own.
    pub fn is_named(&self) -> bool {
        !self.negated && self.alias_of.is_none()
    }
}
