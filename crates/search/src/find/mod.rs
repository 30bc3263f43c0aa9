//! Finding: from a query to the documents that fulfil it and the places where its terms occur.

mod expand;
mod hits;
mod rank;
mod spans;
#[cfg(test)]
mod twin;

pub use hits::Hit;

use crate::bits::Bits;
use crate::index::{Facet, Index};
use crate::note::Note;
use crate::query::{Query, Step, Value, When, parse};
use crate::text::{base, tokens};

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The documents that fulfil it.
    pub documents: Bits,
    /// The query, as understood.
    pub query: Query,
    /// Where each of the query's terms occurs, in its order.
    pub(crate) found: Vec<Found>,
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
}

impl Answer {
    /// What was understood in another way than it may have been meant.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.query.notes
    }

    /// The terms that are highlighted, as typed, in the order in which [`crate::Mark::term`] counts them.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        let terms = self.query.terms.iter().filter(|term| term.is_named());
        terms.map(|term| term.label.as_str())
    }
}

impl Index {
    /// Finds what fulfils a query, written as somebody typed it. With `typing`, its last word may still go on. Any text is a
    /// query. The work grows with the number of occurrences of its terms, not with the length of the documents.
    #[must_use]
    pub fn search(&self, query: &str, typing: bool) -> Answer {
        let names: Vec<&str> = self.facets.iter().map(Facet::name).collect();
        let query = parse(query, typing, &names, &self.aliases);
        let mut found: Vec<Found> = query.terms.iter().map(|term| self.find(term)).collect();
        let documents = self.fulfil(&query, &found);
        for (found, term) in found.iter_mut().zip(&query.terms) {
            if term.negated {
                *found = Found::default();
            }
        }
        Answer {
            documents,
            query,
            found,
        }
    }

    /// The documents that fulfil a query.
    fn fulfil(&self, query: &Query, found: &[Found]) -> Bits {
        let mut decided = Vec::new();
        for step in &query.steps {
            let documents = match *step {
                Step::Term(term) => found[usize::from(term)].documents.clone(),
                Step::Value(value) => self.with_value(&query.values[usize::from(value)]),
                Step::Published(when) => self.published(when),
                Step::All(count) => join(&mut decided, count, Bits::intersect),
                Step::Any(count) => join(&mut decided, count, Bits::unite),
                Step::Not => decided.pop().map(Bits::complement).unwrap_or_default(),
            };
            decided.push(documents);
        }
        decided.pop().unwrap_or_else(|| Bits::all(self.len()))
    }

    /// The documents that own these hits.
    fn documents_of(&self, hits: &[Hit]) -> Bits {
        let mut documents = Bits::none(self.len());
        let (mut document, mut end) = (0, 0);
        for hit in hits {
            if hit.start >= end {
                document = self.document_at(hit.start, document);
                end = self.layout(document).end;
                documents.insert(document);
            }
        }
        documents
    }

    /// The documents that have a value in which these words follow each other.
    fn with_value(&self, value: &Value) -> Bits {
        let mut documents = Bits::none(self.len());
        if let Some(facet) = self.facets.get(value.facet) {
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
fn join(decided: &mut Vec<Bits>, count: u16, with: fn(&mut Bits, &Bits)) -> Bits {
    let mut joined = decided.pop().unwrap_or_default();
    for _ in 1..count {
        if let Some(other) = decided.pop() {
            with(&mut joined, &other);
        }
    }
    joined
}

/// Whether words, each with a space before it, stand in a row in a name; if `open`, the last may go on.
fn has_words(name: &str, words: &str, open: bool) -> bool {
    let mut forms = String::new();
    tokens(name, 0, &mut |token| {
        if token.length == 1 {
            forms.push(' ');
            forms.push_str(base(token.form));
        }
    });
    forms.push(' ');
    let mut starts = forms.match_indices(words);
    starts.any(|(at, _)| open || forms[at + words.len()..].starts_with(' '))
}
