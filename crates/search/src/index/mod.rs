//! The index: which form stands where.
//!
//! All documents share one space of positions. Document `d` owns a range of it: first its headline, then its text, one
//! position apart, so that no phrase runs across. A form's postings are its positions in that space, ascending, so one
//! list says in which documents it stands, how often, in which field, and beside which other forms.
//!
//! What a look at the dictionary and at the documents' places and dates needs is always there. Postings and facets come in
//! blocks, which may be put there later: [`crate::Answer::missing`] names those that a query needs.

mod blocks;
mod builder;
mod dictionary;
mod facets;
mod interpolative;
mod names;
mod pack;
mod pool;
mod unpack;
mod varint;
mod words;

pub use builder::{Builder, Document};
pub use dictionary::Dictionary;
pub use facets::{Facet, FacetBuilder};
pub use words::{WordCounts, WordRanks};

use std::cell::OnceCell;
use std::ops::Range;

use dateline_model::Day;

use crate::aliases::Aliases;
use crate::bits::Bits;
use crate::find::Recent;
use blocks::Blocks;

/// An index over documents. Built by [`Builder`], or unpacked from what [`Index::pack`] wrote.
#[derive(Debug, Default)]
pub struct Index {
    /// The forms, with their marks.
    pub(crate) forms: Dictionary,
    /// Where each form stands.
    blocks: Blocks,
    /// Names that mean the same.
    pub(crate) aliases: Aliases,
    /// The documents whose words are stemmed.
    pub(crate) stemmed_documents: Bits,
    /// Each document's positions and dates.
    pub(crate) documents: Vec<Layout>,
    /// The document that owns every 64th position.
    owners: Vec<u32>,
    /// The names of the facets, in the order of [`Builder::new`].
    pub(crate) names: Vec<&'static str>,
    /// The facets in the same order, empty until their block is put there.
    facets: OnceCell<Vec<Facet>>,
    /// What was searched for last.
    pub(crate) recent: Recent,
}

/// Where a document lies in the space of positions, and when it was published.
#[derive(Clone, Copy, Debug, PartialEq)]
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

    /// The facets, in the order in which they were named; none as long as their block is missing.
    #[must_use]
    pub fn facets(&self) -> &[Facet] {
        self.facets.get().map_or(&[], Vec::as_slice)
    }

    /// The block with the facets, if it is missing.
    #[must_use]
    pub fn missing_facets(&self) -> Option<u32> {
        self.facets.get().is_none().then_some(self.blocks.len())
    }

    /// One past the last position.
    pub(crate) fn positions(&self) -> u32 {
        self.documents.last().map_or(0, |document| document.end)
    }

    /// How often a form occurs.
    pub(crate) fn count(&self, form: u32) -> u32 {
        self.blocks.count(form)
    }

    /// The positions of a form, ascending; none where its block is missing.
    pub(crate) fn postings(&self, form: u32) -> &[u32] {
        self.blocks.postings(form)
    }

    /// How many blocks there are: those of postings, and one with the facets.
    #[must_use]
    pub fn block_count(&self) -> u32 {
        self.blocks.len() + 1
    }

    /// The block with the postings of a form, if it is missing.
    pub(crate) fn missing_block(&self, form: u32) -> Option<u32> {
        let block = self.blocks.block_of(form);
        (!self.blocks.has(block)).then_some(block)
    }

    /// Whether no block is missing.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.missing_facets().is_none()
            && (0..self.blocks.len()).all(|block| self.blocks.has(block))
    }

    /// Puts a block in its place, and says whether it fits there. One that is there already stays. Any bytes are safe, but other
    /// postings than those that were written are not noticed: whoever fetches blocks knows them by their hashes.
    #[must_use = "a block that does not fit is not there"]
    pub fn put(&self, block: u32, bytes: Vec<u8>) -> bool {
        if block == self.blocks.len() {
            let facets = unpack::facets(&bytes, &self.names, self.len());
            return facets.map(|facets| self.facets.set(facets)).is_some();
        }
        self.blocks.put(block, bytes)
    }

    /// Whether it is known when a document was published.
    #[must_use]
    pub fn is_dated(&self, document: u32) -> bool {
        self.days(document).is_some()
    }

    /// The first and last day on which a document may have been published.
    #[must_use]
    pub fn days(&self, document: u32) -> Option<(Day, Day)> {
        self.layout(document).days
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

#[cfg(test)]
impl Index {
    /// The same with blocks of about so many bytes.
    pub(crate) fn recut(mut self, size: usize) -> Self {
        let mut bytes_of = Vec::new();
        let mut put = |bytes| bytes_of.push(bytes);
        let mut cutter = blocks::Cutter::new(size, self.positions(), &mut put);
        for form in 0..self.forms.len() {
            let mut bytes = Vec::new();
            let mut last = 0;
            for position in self.postings(form) {
                varint::push(position - last, &mut bytes);
                last = *position;
            }
            cutter.push(&bytes);
        }
        self.blocks = cutter.finish();
        for (number, bytes) in (0..).zip(bytes_of) {
            self.blocks.put(number, bytes);
        }
        self
    }
}

/// The document that owns every 64th position.
fn owners(documents: &[Layout]) -> Vec<u32> {
    let mut owners = Vec::new();
    for (number, layout) in (0u32..).zip(documents) {
        let until = (layout.end as usize).div_ceil(64);
        owners.resize(until.max(owners.len()), number);
    }
    owners
}

/// The `n`th of the ranges that end at `ends`.
fn range(ends: &[u32], n: u32) -> Range<usize> {
    let n = n as usize;
    let start = n.checked_sub(1).map_or(0, |before| ends[before]);
    start as usize..ends[n] as usize
}
