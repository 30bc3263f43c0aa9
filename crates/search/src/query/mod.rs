//! The query language: from what somebody typed to a tree of conditions.
//!
//! ```text
//! query    = { choice }                         all of them
//! choice   = near { "OR" near }                 binds tighter than standing side by side, as in web search
//! near     = unary { "NEAR" [ "/" number ] unary }
//! unary    = [ "-" ] [ field ":" ] ( "(" query ")" | phrase | word )
//! phrase   = '"' words [ "*" ] '"'
//! word     = letters [ "*" | "~" ]
//! field    = "headline" | a facet's name | "date" | "before" | "after"
//! ```
//!
//! Nothing is an error: what does not fit is read as plain words, and a [`Note`] says so.

mod fields;
mod lex;
mod parse;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use dateline_model::Day;

use crate::note::Note;

pub use parse::parse;

/// The most terms that a query may have; what follows is left out, with a note.
pub const MAX_TERMS: usize = 128;

/// A query, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What a document must fulfil.
    pub root: Node,
    /// The terms that the tree names by their places here.
    pub terms: Vec<Term>,
    /// What was understood in another way than it may have been meant.
    pub notes: Vec<Note>,
    /// Where the conditions stand, of which all must be fulfilled: bytes of the query. To show them as removable parts.
    pub parts: Vec<Range<usize>>,
}

impl Query {
    /// Drops the terms that the tree does not name: the sides of a `NEAR` are read as terms first.
    fn forget_unused_terms(&mut self) {
        let mut used = vec![false; self.terms.len()];
        self.root.each_term(&mut |term| used[*term] = true);
        let mut places = Vec::with_capacity(used.len());
        let mut next = 0;
        for used in &used {
            places.push(next);
            next += usize::from(*used);
        }
        self.root.each_term(&mut |term| *term = places[*term]);
        let mut used = used.into_iter();
        self.terms.retain(|_| used.next().unwrap_or(true));
    }
}

/// A condition on documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// The term at this place of [`Query::terms`] occurs.
    Term(usize),
    /// The document has a value of a facet in which these words follow each other.
    Value {
        /// The facet's number.
        facet: usize,
        /// The folded words.
        words: Vec<String>,
        /// The last word may go on.
        open: bool,
    },
    /// It was published then.
    Published(When),
    /// All of them hold; so does an empty list.
    All(Vec<Node>),
    /// One of them holds.
    Any(Vec<Node>),
    /// It does not hold.
    Not(Box<Node>),
}

impl Default for Node {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl Node {
    /// Calls a function with the place of every term in the tree.
    fn each_term(&mut self, call: &mut dyn FnMut(&mut usize)) {
        match self {
            Self::Term(term) => call(term),
            Self::All(nodes) | Self::Any(nodes) => {
                nodes.iter_mut().for_each(|node| node.each_term(call));
            }
            Self::Not(node) => node.each_term(call),
            Self::Value { .. } | Self::Published(_) => {}
        }
    }
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

/// Something to find in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As typed, without quotation marks and operators.
    pub label: String,
    /// What is looked for.
    pub wanted: Wanted,
    /// Only in the headline.
    pub headline: bool,
    /// It stands for what is not wanted: nothing of it is highlighted.
    pub negated: bool,
}

/// What a term looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// One of these rows of words.
    Rows(Vec<Row>),
    /// A row of each list, at most `distance` words apart, in any order.
    Near {
        /// One side.
        left: Vec<Row>,
        /// The other side.
        right: Vec<Row>,
        /// How many positions lie between the end of one and the beginning of the other, plus one.
        distance: u32,
    },
}

/// Words that follow each other.
pub type Row = Vec<Word>;

/// One word of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The folded form without its mark.
    pub form: String,
    /// Which forms it stands for.
    pub mode: Mode,
}

/// Which forms a word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Only itself.
    Exact,
    /// Itself, and what has the same stem.
    Stem,
    /// Every form that begins with it.
    Prefix,
    /// Every form that begins with it, and what has the same stem.
    Typed,
    /// Itself where it is written as an acronym.
    Acronym,
    /// Forms that are written nearly like it.
    Similar,
}
