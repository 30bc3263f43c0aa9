//! The index: which form stands where.
//!
//! All documents share one space of positions. Document `d` owns a range of it: first its headline, then its text, one
//! position apart, so that no phrase runs across. A form's postings are its positions in that space, ascending, so one
//! list says in which documents it stands, how often, in which field, and beside which other forms.

mod builder;
mod dictionary;
mod facets;
mod names;
mod varint;

pub use builder::{Builder, Document};
pub use dictionary::Dictionary;
pub use facets::{Facet, FacetBuilder};

use std::ops::Range;

use dateline_model::Day;

use crate::aliases::Aliases;
use crate::bits::Bits;
use varint::Varints;

/// An index over documents, in memory. Built by [`Builder`].
#[derive(Debug, Default)]
pub struct Index {
    /// The forms, with their marks.
    pub(crate) forms: Dictionary,
    /// Where each form's postings end in `postings`.
    posting_ends: Vec<u32>,
    /// How many postings each form has.
    counts: Vec<u32>,
    /// The postings: differences of successive positions as varints.
    postings: Vec<u8>,
    /// Names that mean the same.
    pub(crate) aliases: Aliases,
    /// The documents whose words are stemmed.
    pub(crate) stemmed_documents: Bits,
    /// Each document's positions and dates.
    pub(crate) documents: Vec<Layout>,
    /// The document that owns every 64th position.
    owners: Vec<u32>,
    /// Facets, in the order of [`Builder::new`].
    pub(crate) facets: Vec<Facet>,
}

/// Where a document lies in the space of positions, and when it was published.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout {
    /// First position of its headline.
    pub headline: u32,
    /// First position of its text.
    pub text: u32,
    /// First position behind its first paragraph.
    pub body: u32,
    /// One past its last position.
    pub end: u32,
    /// The first and last day on which it may have been published.
    pub days: Option<(Day, Day)>,
}

impl Index {
    /// How many documents there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        u32::try_from(self.documents.len()).unwrap_or(u32::MAX)
    }

    /// Whether there are no documents.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The facets, in the order in which they were named.
    #[must_use]
    pub fn facets(&self) -> &[Facet] {
        &self.facets
    }

    /// One past the last position.
    pub(crate) fn positions(&self) -> u32 {
        self.documents.last().map_or(0, |document| document.end)
    }

    /// How often a form occurs.
    pub(crate) fn count(&self, form: u32) -> u32 {
        self.counts[form as usize]
    }

    /// The positions of a form, ascending.
    pub(crate) fn postings(&self, form: u32) -> impl Iterator<Item = u32> + '_ {
        let range = range(&self.posting_ends, form);
        Varints::new(&self.postings[range]).scan(0, |position, step| {
            *position += step;
            Some(*position)
        })
    }

    /// Where a document lies; behind the last one nothing does.
    pub(crate) fn layout(&self, document: u32) -> Layout {
        let layout = self.documents.get(document as usize).copied();
        layout.unwrap_or(Layout {
            headline: u32::MAX,
            text: u32::MAX,
            body: u32::MAX,
            end: u32::MAX,
            days: None,
        })
    }

    /// The document that owns a position, looking from document `from` on, which must not be a later one.
    pub(crate) fn document_at(&self, position: u32, from: u32) -> u32 {
        let hint = self.owners.get(position as usize / 64).copied();
        let mut document = hint.unwrap_or_default().max(from);
        while let Some(layout) = self.documents.get(document as usize)
            && layout.end <= position
        {
            document += 1;
        }
        document
    }
}

/// The `n`th of the ranges that end at `ends`.
fn range(ends: &[u32], n: u32) -> Range<usize> {
    let n = n as usize;
    let start = n.checked_sub(1).map_or(0, |before| ends[before]);
    start as usize..ends[n] as usize
}
