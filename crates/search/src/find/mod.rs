//! Finding: from a query to the documents that fulfil it and the places where its terms occur.

mod best;
mod expand;
mod hits;
mod lenient;
mod rank;
mod recent;
mod similar;
mod spans;
#[cfg(test)]
mod twin;

pub use hits::Hit;
pub(crate) use recent::Recent;

use std::rc::Rc;

use crate::bits::Bits;
use crate::index::Index;
use crate::note::Note;
use crate::query::{Mode, Query, Step, Value, When, parse, words};
use crate::text::forms;

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The documents that fulfil it.
    pub documents: Bits,
    /// The query, as understood.
    pub query: Query,
    /// The blocks that the query needs and that are not there, ascending. While there are any, nothing is known
    /// to be found: [`Index::put`] them, then search again.
    pub missing: Vec<u32>,
    /// Where each of the query's terms occurs, in its order.
    pub(crate) found: Vec<Rc<Found>>,
}

/// Where a term occurs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Found {
    /// Everywhere, sorted, without repeats.
    pub hits: Vec<Hit>,
    /// Where it is written as in the query, a part of `hits`. Empty where that makes no difference.
    pub exact: Vec<Hit>,
    /// In which documents.
    pub documents: Bits,
    /// In which documents it is written as in the query, by `exact`.
    pub exact_documents: Bits,
}

impl Answer {
    /// What was understood in another way than it may have been meant.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.query.notes
    }

    /// The terms that are highlighted, as typed, in the order in which [`crate::Mark::term`] counts them, each with the
    /// number of documents that it occurs in.
    pub fn terms(&self) -> impl Iterator<Item = (&str, u32)> {
        let terms = self.query.terms.iter().zip(&self.found);
        let named = terms.filter(|(term, _)| term.is_named());
        named.map(|(term, found)| (term.label.as_str(), found.documents.count()))
    }
}

impl Index {
    /// Finds what fulfils a query, written as somebody typed it. Any text is a query. With `typing`, its last word may still
    /// go on. With `lenient`, similar words take the place of those that occur nowhere, and where no document has all words,
    /// those with most of them are found; notes say so. The work grows with the number of occurrences of the terms, not with
    /// the length of the documents; similar words take a look through the dictionary.
    #[must_use]
    pub fn search(&self, query: &str, typing: bool, lenient: bool) -> Answer {
        if query.trim().is_empty() {
            return Answer {
                documents: Bits::all(self.len()),
                ..Answer::default()
            };
        }
        self.look_up(query, typing, lenient)
    }

    /// Finds what fulfils a query that is not empty. Not inlined, so that a page can load it when somebody searches.
    #[inline(never)]
    fn look_up(&self, query: &str, typing: bool, lenient: bool) -> Answer {
        let mut query = parse(query, typing, &self.names, &self.aliases);
        let mut missing = Bits::none(self.block_count());
        if !query.values.is_empty()
            && let Some(block) = self.missing_facets()
        {
            missing.insert(block);
        }
        let find = |term| self.recall(term, &mut missing);
        let mut found: Vec<Rc<Found>> = query.terms.iter().map(find).collect();
        if lenient && missing.is_empty() {
            // The words that are put in the place of others may stand in other blocks.
            self.correct(&mut query, &mut found, typing, &mut missing);
        }
        if !missing.is_empty() {
            return self.unknown(query, &missing);
        }
        let mut documents = self.fulfil(&query, &found);
        if lenient
            && documents.is_empty()
            && let Some(relaxed) = self.relax(&mut query, &found)
        {
            documents = relaxed;
        }
        Answer {
            documents,
            query,
            missing: Vec::new(),
            found,
        }
    }

    /// The answer as long as blocks are missing.
    fn unknown(&self, query: Query, missing: &Bits) -> Answer {
        Answer {
            documents: Bits::none(self.len()),
            found: query.terms.iter().map(|_| Rc::default()).collect(),
            query,
            missing: missing.iter().collect(),
        }
    }

    /// The documents that fulfil a query.
    fn fulfil(&self, query: &Query, found: &[Rc<Found>]) -> Bits {
        let last = self.decide(&query.steps, query, found).pop();
        last.map_or_else(|| Bits::all(self.len()), |(documents, _)| documents)
    }

    /// What is left on the stack after some steps: sets of documents, each with whether terms alone decided on it.
    fn decide(&self, steps: &[Step], query: &Query, found: &[Rc<Found>]) -> Vec<(Bits, bool)> {
        let mut decided: Vec<(Bits, bool)> = Vec::new();
        for step in steps {
            let next = match *step {
                Step::Term(term) => (found[usize::from(term)].documents.clone(), true),
                Step::Value(value) => (self.with_value(&query.values[usize::from(value)]), false),
                Step::Published(when) => (self.published(when), false),
                Step::All(count) => join(&mut decided, count, Bits::intersect),
                Step::Any(count) => join(&mut decided, count, Bits::unite),
                Step::Not => {
                    let last = decided.pop().unwrap_or_default();
                    (last.0.complement(), false)
                }
            };
            decided.push(next);
        }
        decided
    }

    /// The documents that own these hits.
    fn documents_of(&self, hits: &[Hit]) -> Bits {
        let mut documents = Bits::none(self.len());
        let (mut document, mut end) = (0, 0);
        for hit in hits {
            if hit.start >= end {
                document = self.document_at(hit.start, document);
                let layout = self.documents.get(document as usize);
                end = layout.map_or(u32::MAX, |layout| layout.end);
                documents.insert(document);
            }
        }
        documents
    }

    /// The documents that have a value in which these words follow each other.
    fn with_value(&self, value: &Value) -> Bits {
        let mut documents = Bits::none(self.len());
        if let Some(facet) = self.facets().get(value.facet) {
            for (number, name) in (0..).zip(facet.values()) {
                if has_words(name, &value.words, value.open) {
                    facet.collect(number, &mut documents);
                }
            }
        }
        documents
    }

    /// The documents that were published then.
    fn published(&self, when: When) -> Bits {
        let mut documents = Bits::none(self.len());
        for (number, layout) in (0..).zip(&self.documents) {
            let fits = layout.days.is_some_and(|(first, last)| match when {
                When::Within(from, to) => first <= to && from <= last,
                When::Before(day) => first < day,
                When::After(day) => first > day,
            });
            if fits {
                documents.insert(number);
            }
        }
        documents
    }
}

/// Joins the last so many decisions.
fn join(decided: &mut Vec<(Bits, bool)>, count: u16, with: fn(&mut Bits, &Bits)) -> (Bits, bool) {
    let (mut joined, mut is_text) = decided.pop().unwrap_or_default();
    for _ in 1..count {
        if let Some((other, other_is_text)) = decided.pop() {
            with(&mut joined, &other);
            is_text &= other_is_text;
        }
    }
    (joined, is_text)
}

/// The word of a row that has only one.
fn single(row: &str) -> Option<(&str, Mode)> {
    let mut words = words(row);
    words.next().filter(|_| words.next().is_none())
}

/// Whether words, each with a space before it, stand in a row in a name; if `open`, the last may go on.
pub(crate) fn has_words(name: &str, words: &str, open: bool) -> bool {
    let mut own = forms(name);
    own.push(' ');
    // By bytes, because the search for a text in a text weighs two kilobytes of wasm.
    let (own, words) = (own.as_bytes(), words.as_bytes());
    let ends = |tail: &[u8]| open || tail.first() == Some(&b' ');
    (0..own.len()).any(|at| own[at..].strip_prefix(words).is_some_and(ends))
}
