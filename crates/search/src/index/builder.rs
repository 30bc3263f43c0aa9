//! Building an index, one document at a time.

use std::cell::OnceCell;

use dateline_model::Day;

use super::blocks::Cutter;
use super::names::Names;
use super::pool::{List, Pool};
use super::{Facet, FacetBuilder, Index, Layout, owners, varint};
use crate::aliases::Aliases;
use crate::bits::Bits;
use crate::stem::is_stemmed;
use crate::text::tokens;

/// What the index needs to know of a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Document<'a> {
    /// Its headline.
    pub headline: &'a str,
    /// Its text, paragraphs parted by blank lines.
    pub text: &'a str,
    /// BCP 47 tag of its language.
    pub language: &'a str,
    /// The first and last day on which it may have been published.
    pub days: Option<(Day, Day)>,
}

/// Builds an [`Index`]. Documents get numbers from 0 in the order in which they come; newest first makes
/// [`crate::Sort::Newest`] the order of these numbers.
#[derive(Debug, Default)]
pub struct Builder {
    names: Names,
    /// One for each of the names.
    postings: Vec<Postings>,
    pool: Pool,
    /// How many bytes all postings have.
    length: usize,
    documents: Vec<Layout>,
    stemmed: Vec<u32>,
    facets: Vec<FacetBuilder>,
    aliases: Aliases,
}

/// How long a block of postings is at least, in bytes: with less, most of a request is waiting.
const SMALLEST: usize = 16 << 10;

/// About how many blocks there are at most: each is a file, and hosts count files.
const MOST: usize = 150;

/// Where a form stands.
#[derive(Debug)]
struct Postings {
    /// The first position, then the differences of successive ones, as varints.
    steps: List,
    last: u32,
}

impl Builder {
    /// An index without documents. The facets' names are those that fields of the query language go by.
    #[must_use]
    pub fn new(facets: &[&'static str], aliases: Aliases) -> Self {
        Self {
            aliases,
            facets: facets.iter().map(|name| FacetBuilder::new(name)).collect(),
            ..Self::default()
        }
    }

    /// Adds a document. Linear in its length.
    pub fn push(&mut self, document: &Document<'_>) {
        let number = u32::try_from(self.documents.len()).unwrap_or(u32::MAX);
        let headline = self.documents.last().map_or(0, |last| last.end);
        // One position stays free between headline and text, and between documents.
        let text = self.tokens(document.headline, headline).end + 1;
        let extent = self.tokens(document.text, text);
        self.documents.push(Layout {
            headline,
            text,
            body: extent.lead_end,
            end: extent.end + 1,
            days: document.days,
        });
        if is_stemmed(document.language) {
            self.stemmed.push(number);
        }
    }

    /// Gives the last document a value of the facet with this number. Again is the same as once.
    pub fn push_value(&mut self, facet: usize, value: &str) {
        if let Some(facet) = self.facets.get_mut(facet)
            && let Some(last) = self.documents.len().checked_sub(1)
        {
            facet.push(last as u32, value);
        }
    }

    fn tokens(&mut self, text: &str, first: u32) -> crate::text::Extent {
        let mut step = Vec::new();
        tokens(text, first, &mut |token| {
            let (form, is_new) = self.names.number(token.form);
            if is_new {
                let steps = self.pool.list();
                self.postings.push(Postings { steps, last: 0 });
            }
            let postings = &mut self.postings[form as usize];
            step.clear();
            varint::push(token.position - postings.last, &mut step);
            self.pool.push(&mut postings.steps, &step);
            self.length += step.len();
            postings.last = token.position;
        })
    }

    /// The index of all documents.
    #[must_use]
    pub fn finish(self) -> Index {
        let mut blocks = Vec::new();
        let index = self.cut(&mut |block| blocks.push(block));
        for (number, bytes) in (0..).zip(blocks) {
            // Each fits: they are those of this index.
            let _ = index.put(number, bytes);
        }
        index
    }

    /// The index of all documents without its blocks, which are handed on in the order of their numbers, each when it is
    /// made: what [`Index::pack`] is for needs no more.
    #[must_use]
    pub fn finish_in_blocks(self, put: &mut dyn FnMut(Vec<u8>)) -> Index {
        let mut index = self.cut(put);
        put(index.pack_facets());
        index.facets = OnceCell::new();
        index
    }

    /// The index with its facets, and without its postings, whose blocks are handed on.
    fn cut(self, put: &mut dyn FnMut(Vec<u8>)) -> Index {
        let len = u32::try_from(self.documents.len()).unwrap_or(u32::MAX);
        let size = self.block_size();
        let mut stemmed_documents = Bits::none(len);
        self.stemmed
            .iter()
            .for_each(|n| stemmed_documents.insert(*n));
        let finish = |facet: FacetBuilder| facet.finish(len);
        let facets: Vec<Facet> = self.facets.into_iter().map(finish).collect();
        let mut index = Index {
            owners: owners(&self.documents),
            documents: self.documents,
            stemmed_documents,
            aliases: self.aliases,
            names: facets.iter().map(Facet::name).collect(),
            facets: facets.into(),
            ..Index::default()
        };
        let mut cutter = Cutter::new(size, index.positions(), put);
        let mut steps = Vec::new();
        for form in self.names.in_order() {
            index.forms.push(self.names.name(form));
            steps.clear();
            self.pool
                .read(&self.postings[form as usize].steps, &mut steps);
            cutter.push(&steps);
        }
        index.blocks = cutter.finish();
        index
    }

    /// How long a block of postings is.
    fn block_size(&self) -> usize {
        // Coded, postings take four fifths of these bytes.
        SMALLEST.max(self.length * 4 / 5 / MOST)
    }
}
