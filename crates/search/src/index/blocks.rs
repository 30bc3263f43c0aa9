//! Postings in blocks, each of which may be there or not.

use std::cell::OnceCell;
use std::ops::Range;

use super::interpolative::{BitReader, BitWriter};
use super::varint::Varints;

/// The postings of all forms, in order, cut into blocks. Each form's postings are the positions where it stands, ascending;
/// those of the forms of a block are coded one behind the other ([`super::interpolative`]).
#[derive(Debug, Default)]
pub struct Blocks {
    /// How many postings all forms up to each have.
    ends: Vec<u32>,
    /// The first form of each block, ascending.
    firsts: Vec<u32>,
    /// One for each of `firsts`, empty until it is put there.
    blocks: Vec<OnceCell<Block>>,
    /// One past the last position.
    positions: u32,
}

/// The postings of a block: its bytes, and what they say from the first time on that somebody asks.
#[derive(Debug)]
struct Block {
    bytes: Vec<u8>,
    postings: OnceCell<Vec<u32>>,
}

impl Blocks {
    /// Empty blocks of forms with so many postings each, all below `positions`; `firsts` are the first forms of the blocks.
    /// None if these do not make blocks. How many postings there are is what says how much memory they will take, so the counts
    /// must come from a head whose checksum was right.
    pub(super) fn new(counts: &[u32], firsts: Vec<u32>, positions: u32) -> Option<Self> {
        let is_ascending = firsts.is_sorted() && firsts.first().is_none_or(|first| *first == 0);
        let has_forms = firsts.last().map_or(0, |last| *last as usize + 1) <= counts.len();
        let has_blocks = counts.is_empty() || !firsts.is_empty();
        let mut ends = Vec::with_capacity(counts.len());
        let mut end = 0_u32;
        for count in counts {
            end = end.checked_add(*count).filter(|_| *count <= positions)?;
            ends.push(end);
        }
        (is_ascending && has_forms && has_blocks).then(|| Self {
            blocks: firsts.iter().map(|_| OnceCell::new()).collect(),
            ends,
            firsts,
            positions,
        })
    }

    /// How often a form occurs.
    pub(super) fn count(&self, form: u32) -> u32 {
        self.range(form).len() as u32
    }

    /// How often each form occurs.
    pub(super) fn counts(&self) -> impl Iterator<Item = u32> {
        (0..self.ends.len() as u32).map(|form| self.count(form))
    }

    /// The first form of each block.
    pub(super) fn firsts(&self) -> &[u32] {
        &self.firsts
    }

    /// How many blocks there are.
    pub(super) fn len(&self) -> u32 {
        self.firsts.len() as u32
    }

    /// Whether a block is there.
    pub(super) fn has(&self, block: u32) -> bool {
        self.blocks[block as usize].get().is_some()
    }

    /// The bytes of a block; none where it is not there.
    #[cfg(test)]
    pub(super) fn bytes(&self, block: u32) -> &[u8] {
        let block = self.blocks[block as usize].get();
        block.map_or(&[], |block| &block.bytes)
    }

    /// The block that a form's postings stand in.
    pub(super) fn block_of(&self, form: u32) -> u32 {
        self.firsts.partition_point(|first| *first <= form) as u32 - 1
    }

    /// The positions of a form, ascending; none where its block is not there. Linear in the block the first time that one of
    /// its forms is asked for.
    pub(super) fn postings(&self, form: u32) -> &[u32] {
        let number = self.block_of(form);
        let Some(block) = self.blocks[number as usize].get() else {
            return &[];
        };
        let postings = block
            .postings
            .get_or_init(|| self.read(number, &block.bytes));
        let before = self.range(self.firsts[number as usize]).start;
        let own = self.range(form);
        &postings[own.start - before..own.end - before]
    }

    /// Puts a block in its place, and says whether there is one. Again is the same as once.
    pub(super) fn put(&self, number: u32, bytes: Vec<u8>) -> bool {
        let postings = OnceCell::new();
        let place = self.blocks.get(number as usize);
        place
            .map(|place| place.set(Block { bytes, postings }))
            .is_some()
    }

    /// What the bytes of a block say. Any do: they are as many lists as it has forms.
    fn read(&self, number: u32, bytes: &[u8]) -> Vec<u32> {
        let first = self.firsts[number as usize];
        let behind = self.firsts.get(number as usize + 1);
        let behind = behind.map_or(self.ends.len() as u32, |next| *next);
        let mut postings = vec![0; self.range(behind - 1).end - self.range(first).start];
        let mut reader = BitReader::new(bytes);
        let mut rest = postings.as_mut_slice();
        for form in first..behind {
            let (own, others) = rest.split_at_mut(self.count(form) as usize);
            reader.fill(own, 0..self.positions);
            rest = others;
        }
        postings
    }

    /// The places of a form's postings among those of all forms.
    fn range(&self, form: u32) -> Range<usize> {
        super::range(&self.ends, form)
    }
}

/// Cuts the postings of forms, which come in order, into blocks, and hands on each block when it is full.
pub(super) struct Cutter<'a> {
    counts: Vec<u32>,
    firsts: Vec<u32>,
    put: &'a mut dyn FnMut(Vec<u8>),
    /// The block that is being written.
    last: BitWriter,
    size: usize,
    positions: u32,
}

impl<'a> Cutter<'a> {
    /// Blocks of about so many bytes, of postings below `positions`.
    pub fn new(size: usize, positions: u32, put: &'a mut dyn FnMut(Vec<u8>)) -> Self {
        Self {
            counts: Vec::new(),
            firsts: Vec::new(),
            put,
            last: BitWriter::default(),
            size,
            positions,
        }
    }

    /// Appends the postings of the next form: the first one, then the differences of successive ones, as varints. Those of one
    /// form stand in one block.
    pub fn push(&mut self, steps: &[u8]) {
        let mut position = 0;
        let postings: Vec<u32> = Varints::new(steps)
            .map(|step| {
                position += step;
                position
            })
            .collect();
        let is_full = self.last.len() + steps.len() / 2 > self.size;
        if self.firsts.is_empty() || is_full {
            self.end_block();
            self.firsts.push(self.counts.len() as u32);
        }
        self.last.push_list(&postings, 0..self.positions);
        self.counts.push(postings.len() as u32);
    }

    fn end_block(&mut self) {
        if !self.firsts.is_empty() {
            (self.put)(std::mem::take(&mut self.last).finish());
        }
    }

    /// Places for the blocks; none of them is there.
    pub fn finish(mut self) -> Blocks {
        self.end_block();
        Blocks::new(&self.counts, self.firsts, self.positions).unwrap_or_default()
    }
}
