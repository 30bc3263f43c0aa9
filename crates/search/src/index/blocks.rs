//! Postings in blocks, each of which may be there or not.

use std::cell::OnceCell;

use super::range;
use super::varint::Varints;

/// The postings of all forms, in order, cut into blocks. Each form's postings are its positions: the first one, then the
/// differences of successive ones, as varints.
#[derive(Debug, Default)]
pub struct Blocks {
    /// How many postings each form has.
    counts: Vec<u32>,
    /// The first form of each block, ascending.
    firsts: Vec<u32>,
    /// One for each of `firsts`, empty until it is put there.
    blocks: Vec<OnceCell<Block>>,
}

#[derive(Debug)]
struct Block {
    bytes: Vec<u8>,
    /// Where the postings of each form end.
    ends: Vec<u32>,
}

impl Blocks {
    /// Empty blocks of forms with so many postings each; `firsts` are the first forms of the blocks. None if these do not
    /// make blocks.
    pub(super) fn new(counts: Vec<u32>, firsts: Vec<u32>) -> Option<Self> {
        let is_ascending = firsts.is_sorted() && firsts.first().is_none_or(|first| *first == 0);
        let has_forms = firsts.last().map_or(0, |last| *last as usize + 1) <= counts.len();
        let has_blocks = counts.is_empty() || !firsts.is_empty();
        (is_ascending && has_forms && has_blocks).then(|| Self {
            blocks: firsts.iter().map(|_| OnceCell::new()).collect(),
            counts,
            firsts,
        })
    }

    /// How often a form occurs.
    pub(super) fn count(&self, form: u32) -> u32 {
        self.counts[form as usize]
    }

    /// How often each form occurs.
    pub(super) fn counts(&self) -> &[u32] {
        &self.counts
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

    /// The bytes of a block, none where it is not there.
    pub(super) fn bytes(&self, block: u32) -> &[u8] {
        let block = self.blocks[block as usize].get();
        block.map_or(&[], |block| &block.bytes)
    }

    /// The block that a form's postings stand in.
    pub(super) fn block_of(&self, form: u32) -> u32 {
        self.firsts.partition_point(|first| *first <= form) as u32 - 1
    }

    /// The positions of a form, ascending; none where its block is not there.
    pub(super) fn postings(&self, form: u32) -> impl Iterator<Item = u32> + '_ {
        let number = self.block_of(form);
        let own = self.blocks[number as usize].get().map(|block| {
            let range = range(&block.ends, form - self.firsts[number as usize]);
            &block.bytes[range]
        });
        Varints::new(own.unwrap_or_default()).scan(0, |position, step| {
            *position += step;
            Some(*position)
        })
    }

    /// Puts a block in its place, and says whether it fits there: as many postings as its forms have, each list ascending
    /// and below `positions`.
    pub(super) fn put(&self, number: u32, bytes: Vec<u8>, positions: u32) -> bool {
        let number = number as usize;
        let (Some(place), Some(first)) = (self.blocks.get(number), self.firsts.get(number)) else {
            return false;
        };
        let last = self.firsts.get(number + 1).map(|next| *next as usize);
        let last = last.unwrap_or(self.counts.len());
        let mut ends = Vec::with_capacity(last - *first as usize);
        let mut rest = Varints::new(&bytes);
        for count in &self.counts[*first as usize..last] {
            let mut next = 0;
            for _ in 0..*count {
                let Some(step) = rest.next() else {
                    return false;
                };
                if u64::from(step) + next >= u64::from(positions) || step == 0 && next > 0 {
                    return false;
                }
                next += u64::from(step);
            }
            ends.push((bytes.len() - rest.left()) as u32);
        }
        let fits = rest.left() == 0;
        if fits {
            // Again is the same as once.
            let _ = place.set(Block { bytes, ends });
        }
        fits
    }
}

/// Cuts the postings of forms, which come in order, into blocks.
#[derive(Debug)]
pub(super) struct Cutter {
    counts: Vec<u32>,
    firsts: Vec<u32>,
    blocks: Vec<Vec<u8>>,
    size: usize,
}

impl Cutter {
    /// Blocks of about so many bytes.
    pub fn new(size: usize) -> Self {
        Self {
            counts: Vec::new(),
            firsts: Vec::new(),
            blocks: Vec::new(),
            size,
        }
    }

    /// Appends the postings of the next form. Those of one form stand in one block.
    pub fn push(&mut self, count: u32, postings: &[u8]) {
        let fits = |block: &Vec<u8>| block.len() + postings.len() / 2 <= self.size;
        match self.blocks.last_mut().filter(|block| fits(block)) {
            Some(block) => block.extend_from_slice(postings),
            None => {
                self.firsts.push(self.counts.len() as u32);
                self.blocks.push(postings.to_vec());
            }
        }
        self.counts.push(count);
    }

    /// The blocks, all in their places.
    pub fn finish(self, positions: u32) -> Blocks {
        let blocks = Blocks::new(self.counts, self.firsts).unwrap_or_default();
        for (number, bytes) in (0..).zip(self.blocks) {
            blocks.put(number, bytes, positions);
        }
        blocks
    }
}
