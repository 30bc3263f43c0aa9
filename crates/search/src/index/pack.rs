//! Writing an index: what is always needed in one piece, postings and facets in blocks.
//!
//! ```text
//! all numbers are varints; a column is one number for each of so many things
//!
//! documents  their number n; columns of n: positions of the headline, of the first paragraph, of the rest;
//!            n days: 0 for none, else 1 + the zigzag difference from the last one; for each dated one, the days until the last
//!            that may be meant; the number of those that are not stemmed, and the gaps between these
//! forms      their number m; a column of m: occurrences; the number of the bytes that follow: for each form a byte
//!            that no form has, 9 + what it has in common with the one before, and its further bytes
//! blocks     their number b; a column of b: the number of their forms
//! ```
//!
//! Blocks of postings are bits: see [`super::blocks`]. The block of the facets, for each facet:
//!
//! ```text
//! values     their number v; columns of v: bytes of their names, documents that have them;
//!            the number of the names' bytes, and these; for each value the gaps between its documents
//! ```
//!
//! Columns instead of rows, because a compressor finds like beside like.

use super::varint::push;
use super::{Facet, Index, Layout};

/// Stands before a form that begins in its own way, and the bytes behind it before those that begin like the one before.
/// Forms have letters, digits and dots, all of them greater, and marks, all of them less.
pub(super) const FIRST_MARK: u8 = 9;

/// The most bytes that a form can be said to have in common with the one before.
pub(super) const MOST_COMMON: usize = 22;

impl Index {
    /// What [`Index::unpack`] reads: everything but the blocks. The same index gives the same bytes on every machine.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut out = Vec::new();
        push_documents(self, &mut out);
        push_forms(self, &mut out);
        push_blocks(self, &mut out);
        out
    }

    /// The block of the facets, which must be there.
    pub(super) fn pack_facets(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for facet in self.facets() {
            push_facet(facet, self.len(), &mut out);
        }
        out
    }

    /// The blocks of an index that is whole, as [`super::Builder::finish_in_blocks`] hands them on.
    #[cfg(test)]
    pub(crate) fn blocks(&self) -> impl Iterator<Item = Vec<u8>> {
        let postings = (0..self.blocks.len()).map(|block| self.blocks.bytes(block).to_vec());
        postings.chain([self.pack_facets()])
    }
}

fn push_documents(index: &Index, out: &mut Vec<u8>) {
    push(index.len(), out);
    for length in [
        |it: &Layout| it.text - it.headline,
        |it: &Layout| it.body - it.text,
        |it: &Layout| it.end - it.body,
    ] {
        push_column(index.documents.iter().map(length), out);
    }
    let mut last = 0;
    let days = index.documents.iter().map(|document| {
        document.days.map_or(0, |(first, _)| {
            let difference = first.0.wrapping_sub(last);
            last = first.0;
            zigzag(difference).wrapping_add(1)
        })
    });
    push_column(days, out);
    let dated = index.documents.iter().filter_map(|it| it.days);
    push_column(
        dated.map(|(first, last)| last.0.wrapping_sub(first.0) as u32),
        out,
    );
    let others: Vec<u32> = index
        .stemmed_documents
        .clone()
        .complement()
        .iter()
        .collect();
    push(others.len() as u32, out);
    push_gaps(&others, out);
}

fn push_forms(index: &Index, out: &mut Vec<u8>) {
    push(index.forms.len(), out);
    push_column(index.blocks.counts(), out);
    let mut last = "";
    let mut bytes = Vec::new();
    for form in (0..index.forms.len()).map(|form| index.forms.get(form)) {
        let same = form.bytes().zip(last.bytes()).take_while(|(a, b)| a == b);
        let same = same.count().min(MOST_COMMON);
        bytes.push(FIRST_MARK + same as u8);
        bytes.extend_from_slice(&form.as_bytes()[same..]);
        last = form;
    }
    push_bytes(&bytes, out);
}

fn push_blocks(index: &Index, out: &mut Vec<u8>) {
    let firsts = index.blocks.firsts();
    push(firsts.len() as u32, out);
    let ends = firsts.iter().copied().skip(1).chain([index.forms.len()]);
    push_column(firsts.iter().zip(ends).map(|(first, end)| end - first), out);
}

fn push_facet(facet: &Facet, documents: u32, out: &mut Vec<u8>) {
    push(facet.len(), out);
    push_column(facet.values().map(|name| name.len() as u32), out);
    push_column((0..facet.len()).map(|value| facet.documents(value)), out);
    let names: Vec<u8> = facet.values().flat_map(|name| name.bytes()).collect();
    push_bytes(&names, out);
    for value in 0..facet.len() {
        let mut own = crate::Bits::none(documents);
        facet.collect(value, &mut own);
        push_gaps(&own.iter().collect::<Vec<_>>(), out);
    }
}

fn push_column(numbers: impl IntoIterator<Item = u32>, out: &mut Vec<u8>) {
    numbers.into_iter().for_each(|number| push(number, out));
}

fn push_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    push(bytes.len() as u32, out);
    out.extend_from_slice(bytes);
}

/// The differences between ascending numbers, less one.
fn push_gaps(numbers: &[u32], out: &mut Vec<u8>) {
    let mut next = 0;
    for number in numbers {
        push(number - next, out);
        next = number + 1;
    }
}

/// Signed numbers as unsigned ones, small where they are near 0.
fn zigzag(number: i32) -> u32 {
    (number << 1 ^ number >> 31) as u32
}
