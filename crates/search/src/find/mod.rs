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
use crate::query::{Node, Query, Term, When, parse};
use crate::text::{base, is_dense, tokens};

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
    /// In how many documents.
    pub documents: u32,
}

impl Answer {
    /// What was understood in another way than it may have been meant.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.query.notes
    }

    /// The terms that are highlighted, as typed, in the order in which [`crate::Mark::term`] counts them.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        let terms = self.query.terms.iter().filter(|term| !term.negated);
        terms.map(|term| term.label.as_str())
    }

    /// The terms that are highlighted, each with its occurrences.
    pub(crate) fn highlighted(&self) -> impl Iterator<Item = (&Term, &Found)> {
        let all = self.query.terms.iter().zip(&self.found);
        all.filter(|(term, _)| !term.negated)
    }
}

impl Index {
    /// Finds what fulfils a query, written as somebody typed it. With `typing`, its last word may still go on. Any text is a
    /// query. The work grows with the number of occurrences of its terms, not with the length of the documents.
    #[must_use]
    pub fn search(&self, query: &str, typing: bool) -> Answer {
        let names: Vec<&str> = self.facets.iter().map(Facet::name).collect();
        let query = parse(query, typing, &names);
        let mut found: Vec<Found> = query.terms.iter().map(|term| self.find(term)).collect();
        let documents = self.fulfil(&query.root, &found);
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

    /// The documents that fulfil a condition.
    fn fulfil(&self, node: &Node, found: &[Found]) -> Bits {
        match node {
            Node::Term(term) => self.documents_of(&found[*term].hits),
            Node::Value { facet, words, open } => self.with_value(*facet, words, *open),
            Node::Published(when) => self.published(*when),
            Node::All(nodes) => {
                let mut documents = Bits::all(self.len());
                for node in nodes {
                    documents.intersect(&self.fulfil(node, found));
                }
                documents
            }
            Node::Any(nodes) => {
                let mut documents = Bits::none(self.len());
                for node in nodes {
                    documents.unite(&self.fulfil(node, found));
                }
                documents
            }
            Node::Not(node) => self.fulfil(node, found).complement(),
        }
    }

    /// The documents that own these hits.
    fn documents_of(&self, hits: &[Hit]) -> Bits {
        let mut documents = Bits::none(self.len());
        let mut document = 0;
        for hit in hits {
            document = self.document_at(hit.start, document);
            documents.insert(document);
        }
        documents
    }

    /// The documents that have a value in which these words follow each other.
    fn with_value(&self, facet: usize, words: &[String], open: bool) -> Bits {
        let mut documents = Bits::none(self.len());
        let Some(facet) = self.facets.get(facet) else {
            return documents;
        };
        for (number, value) in (0..).zip(facet.values()) {
            let mut forms = Vec::new();
            tokens(value, 0, &mut |token| {
                if token.length == 1 {
                    forms.push(base(token.form).to_owned());
                }
            });
            if has_words(&forms, words, open) {
                facet.collect(number, &mut documents);
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

/// Whether some words stand in a row in others; if `open`, or for a single dense character, the last may go on.
fn has_words(forms: &[String], words: &[String], open: bool) -> bool {
    let Some((last, before)) = words.split_last() else {
        return true;
    };
    let open = open || is_dense(last) && last.chars().nth(1).is_none();
    forms.windows(words.len()).any(|window| {
        let rest = window.iter().zip(before).all(|(form, word)| form == word);
        let end = window
            .last()
            .is_some_and(|form| form == last || open && form.starts_with(last.as_str()));
        rest && end
    })
}
