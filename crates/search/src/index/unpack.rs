//! Reading an index that [`Index::pack`] wrote.

use dateline_model::Day;

use super::blocks::Blocks;
use super::pack::{FIRST_MARK, MOST_COMMON};
use super::varint::Varints;
use super::{Facet, Index, Layout, owners};
use crate::aliases::Aliases;
use crate::bits::Bits;

impl Index {
    /// An index without its blocks. `facets` are the names that it was built with. None for bytes that
    /// [`Index::pack`] did not write; any bytes are safe to read. Linear in their length.
    #[must_use]
    pub fn unpack(bytes: &[u8], facets: &[&'static str], aliases: Aliases) -> Option<Self> {
        let mut reader = Reader(bytes);
        let mut index = Self {
            aliases,
            names: facets.to_vec(),
            ..Self::default()
        };
        reader.documents(&mut index)?;
        reader.forms(&mut index)?;
        index.owners = owners(&index.documents);
        reader.0.is_empty().then_some(index)
    }
}

/// The facets of so many documents, from their block.
pub(super) fn facets(bytes: &[u8], names: &[&'static str], documents: u32) -> Option<Vec<Facet>> {
    let mut reader = Reader(bytes);
    let mut facets = Vec::new();
    for name in names {
        facets.push(reader.facet(name, documents)?);
    }
    reader.0.is_empty().then_some(facets)
}

/// Reads from the front of some bytes.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn number(&mut self) -> Option<u32> {
        let mut numbers = Varints::new(self.0);
        let number = numbers.next()?;
        self.0 = &self.0[self.0.len() - numbers.left()..];
        Some(number)
    }

    fn column(&mut self, count: u32) -> Option<Vec<u32>> {
        // A number takes a byte at least: what promises more is a lie that must not cost memory.
        if count as usize > self.0.len() {
            return None;
        }
        let mut numbers = Vec::with_capacity(count as usize);
        for _ in 0..count {
            numbers.push(self.number()?);
        }
        Some(numbers)
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length as usize)?;
        self.0 = rest;
        Some(bytes)
    }

    /// So many ascending numbers below a bound.
    fn ascending(&mut self, count: u32, bound: u32) -> Option<Vec<u32>> {
        let mut numbers = self.column(count)?;
        let mut next = 0_u32;
        for number in &mut numbers {
            *number = number.checked_add(next).filter(|it| *it < bound)?;
            next = *number + 1;
        }
        Some(numbers)
    }

    fn documents(&mut self, index: &mut Index) -> Option<()> {
        let count = self.number()?;
        let (headlines, leads) = (self.column(count)?, self.column(count)?);
        let (bodies, days) = (self.column(count)?, self.column(count)?);
        let (mut position, mut day) = (0_u32, 0_i32);
        for at in 0..count as usize {
            let headline = position;
            let text = headline.checked_add(headlines[at])?;
            let body = text.checked_add(leads[at])?;
            position = body.checked_add(bodies[at])?;
            let mut own = None;
            if let Some(difference) = days[at].checked_sub(1) {
                day = day.wrapping_add((difference >> 1) as i32 ^ -((difference & 1) as i32));
                let last = day.wrapping_add(self.number()? as i32);
                own = Some((Day(day), Day(last)));
            }
            index.documents.push(Layout {
                headline,
                text,
                body,
                end: position,
                days: own,
            });
        }
        let others = self.number()?;
        index.stemmed_documents = Bits::none(count);
        for other in self.ascending(others, count)? {
            index.stemmed_documents.insert(other);
        }
        index.stemmed_documents = std::mem::take(&mut index.stemmed_documents).complement();
        Some(())
    }

    fn forms(&mut self, index: &mut Index) -> Option<()> {
        let count = self.number()?;
        let counts = self.column(count)?;
        let mut bytes = self.bytes()?;
        let mut form = Vec::new();
        while let Some((mark, behind)) = bytes.split_first() {
            form.truncate(usize::from(mark.checked_sub(FIRST_MARK)?));
            let is_mark = |byte: &u8| (FIRST_MARK..=FIRST_MARK + MOST_COMMON as u8).contains(byte);
            let end = behind.iter().position(is_mark).unwrap_or(behind.len());
            form.extend_from_slice(&behind[..end]);
            index.forms.push(std::str::from_utf8(&form).ok()?);
            bytes = &behind[end..];
        }
        let blocks = self.number()?;
        let mut firsts = self.column(blocks)?;
        let mut next = 0_u32;
        for first in &mut firsts {
            let own = next;
            next = next.checked_add(*first)?;
            *first = own;
        }
        let made = Blocks::new(&counts, firsts, index.positions());
        index.blocks = made.filter(|_| next == count && index.forms.len() == count)?;
        Some(())
    }

    fn facet(&mut self, name: &'static str, documents: u32) -> Option<Facet> {
        let count = self.number()?;
        let (lengths, counts) = (self.column(count)?, self.column(count)?);
        let mut names = self.bytes()?;
        let mut facet = Facet::new(name);
        for (length, count) in lengths.into_iter().zip(counts) {
            let (own, rest) = names.split_at_checked(length as usize)?;
            let list = self.ascending(count, documents)?;
            facet.push(std::str::from_utf8(own).ok()?, list, documents);
            names = rest;
        }
        Some(facet)
    }
}
