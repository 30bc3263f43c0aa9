//! The answer to a filter.

use std::ops::Range;
use std::rc::Rc;

use dateline_search::{Answer, Mark, Note, Window};

use crate::PerFacet;

/// What a [`crate::Filter`] leaves. Articles and visits are named by their places in [`crate::Contents`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The articles, in the order asked for, as many as were wanted.
    pub articles: Vec<u32>,
    /// How many articles there are in all.
    pub total: u32,
    /// The visits and talks ([`dateline_model::Visit::is_visit`] tells them apart), in chronological order.
    pub visits: Vec<u32>,
    /// For each facet its values with their counts: how many articles there would be with that value if nothing was chosen
    /// in this facet. Highest count first, then by name; without articles only those that are chosen.
    pub facets: PerFacet<Vec<FacetValue>>,
    /// The terms of the query that are highlighted, as typed: [`Mark::term`] counts in them.
    pub terms: Vec<String>,
    /// In how many articles of the collection each of these terms occurs, whatever else the filter says.
    pub term_counts: Vec<u32>,
    /// Where the query's conditions stand, of which all must be fulfilled, in bytes of the query: to show them as parts that
    /// can be taken out one by one.
    pub parts: Vec<Range<usize>>,
    /// What was understood in another way than it may have been meant.
    pub notes: Vec<Note>,
    /// The parts that the query needs and that are not there, ascending. While there are any, nothing is known to be selected:
    /// [`crate::Collection::put`] them, then select again.
    pub missing: Vec<u32>,
    /// The part that the counts of the facets need, if it is not there; articles and visits may be known without it.
    pub missing_facets: Option<u32>,
    /// What the query found, for [`crate::Collection::marks`] and [`crate::Collection::snippet`].
    pub(crate) answer: Rc<Answer>,
}

impl Selection {
    /// What its query found.
    #[must_use]
    pub fn found(&self) -> Found {
        Found(Rc::clone(&self.answer))
    }
}

/// What a query found. Equal to itself alone, so that what was made from it is known to be as good as new.
#[derive(Clone, Debug)]
pub struct Found(Rc<Answer>);

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value, as shown.
    pub value: Rc<str>,
    /// How many articles have it.
    pub count: u32,
    /// Whether it is chosen.
    pub chosen: Chosen,
}

/// Whether a value of a facet is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Chosen {
    /// It is not.
    #[default]
    No,
    /// Only articles with this value (or another included one).
    Included,
    /// No article with this value.
    Excluded,
}

/// What a list shows of an article that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// What is highlighted in its headline. Sorted, non-overlapping.
    pub headline: Vec<Mark>,
    /// One or two windows on its text, in its order. None for an article without text.
    pub windows: Vec<Window>,
}
