//! Building an index, one document at a time.

use dateline_model::Day;

use super::blocks::Cutter;
use super::names::Names;
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
    postings: Vec<Postings>,
    documents: Vec<Layout>,
    stemmed: Vec<u32>,
    facets: Vec<FacetBuilder>,
    aliases: Aliases,
}

/// How long a block of postings is at least, in bytes: with less, most of a request is waiting.
const SMALLEST: usize = 16 << 10;

/// About how many blocks there are at most: each is a file, and hosts count files.
const MOST: usize = 150;

#[derive(Debug, Default)]
struct Postings {
    /// The first position, then the differences of successive ones, as varints.
    bytes: Vec<u8>,
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
        tokens(text, first, &mut |token| {
            let (form, is_new) = self.names.number(token.form);
            if is_new {
                self.postings.push(Postings::default());
            }
            let postings = &mut self.postings[form as usize];
            varint::push(token.position - postings.last, &mut postings.bytes);
            postings.last = token.position;
        })
    }

    /// The index of all documents.
    #[must_use]
    pub fn finish(mut self) -> Index {
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
        let mut cutter = Cutter::new(size, index.positions());
        for form in self.names.in_order() {
            index.forms.push(self.names.name(form));
            cutter.push(&std::mem::take(&mut self.postings[form as usize].bytes));
        }
        index.blocks = cutter.finish();
        index
    }

    /// How long a block of postings is.
    fn block_size(&self) -> usize {
        let all: usize = self.postings.iter().map(|list| list.bytes.len()).sum();
        // Coded, postings take four fifths of these bytes.
        SMALLEST.max(all * 4 / 5 / MOST)
    }
}
