//! Many lists of bytes that grow side by side, in pages that they share.
//!
//! Most forms stand in one article, a few in nearly all. A list of its own for each would keep as much in reserve as it holds,
//! and leave gaps wherever it grew out of its place. Here a list is a chain of slices, each twice as long as the one before up
//! to [`LONGEST`], so that short lists waste little and long ones have few links: the scheme of Lucene's `ByteBlockPool`.

/// How long the first slice of a list is, in bytes without its link.
const SHORTEST: usize = 6;

/// How long a slice gets.
const LONGEST: usize = SHORTEST << 6;

/// How long the link to the next slice is, which stands behind each.
const LINK: usize = 4;

/// How long a page is: no longer than an article, so that pages go where articles were that memory has let go of. Slices lie
/// within one.
const PAGE: usize = 2 << 10;

/// The pages of all lists.
#[derive(Debug, Default)]
pub struct Pool {
    pages: Vec<Vec<u8>>,
}

/// One list.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// Where it begins.
    first: u32,
    /// Where its next byte belongs.
    next: u32,
    /// How many bytes the last slice has room for, and how many it still has.
    room: u16,
    left: u16,
}

impl Pool {
    /// A list without bytes.
    pub fn list(&mut self) -> List {
        let first = self.slice(SHORTEST);
        List {
            first,
            next: first,
            room: SHORTEST as u16,
            left: SHORTEST as u16,
        }
    }

    /// Appends bytes to a list of this pool.
    pub fn push(&mut self, list: &mut List, bytes: &[u8]) {
        for byte in bytes {
            if list.left == 0 {
                list.room = longer(list.room.into()) as u16;
                list.left = list.room;
                let slice = self.slice(list.room.into());
                self.bytes(list.next, LINK)
                    .copy_from_slice(&slice.to_le_bytes());
                list.next = slice;
            }
            self.bytes(list.next, 1)[0] = *byte;
            list.next += 1;
            list.left -= 1;
        }
    }

    /// Appends the bytes of a list to others.
    pub fn read(&self, list: &List, out: &mut Vec<u8>) {
        let (mut at, mut room) = (list.first, SHORTEST);
        loop {
            let page = &self.pages[at as usize / PAGE];
            let slice = &page[at as usize % PAGE..];
            if (at..=at + room as u32).contains(&list.next) {
                return out.extend_from_slice(&slice[..(list.next - at) as usize]);
            }
            let (own, behind) = slice.split_at(room);
            out.extend_from_slice(own);
            at = u32::from_le_bytes([behind[0], behind[1], behind[2], behind[3]]);
            room = longer(room);
        }
    }

    /// Room for a slice and its link.
    fn slice(&mut self, room: usize) -> u32 {
        let fits = |page: &Vec<u8>| page.len() + room + LINK <= PAGE;
        if !self.pages.last().is_some_and(fits) {
            self.pages.push(Vec::with_capacity(PAGE));
        }
        let before = (self.pages.len() - 1) * PAGE;
        let page = &mut self.pages[before / PAGE];
        let start = page.len();
        page.resize(start + room + LINK, 0);
        (before + start) as u32
    }

    fn bytes(&mut self, at: u32, length: usize) -> &mut [u8] {
        let start = at as usize % PAGE;
        &mut self.pages[at as usize / PAGE][start..start + length]
    }
}

/// How long the slice after one of this length is.
fn longer(room: usize) -> usize {
    (room * 2).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lists_that_grow_side_by_side_stay_apart(
            pieces in prop::collection::vec((0..9_usize, prop::collection::vec(any::<u8>(), 0..900)), 0..200),
        ) {
            let mut pool = Pool::default();
            let mut lists: Vec<(List, Vec<u8>)> = (0..9).map(|_| (pool.list(), Vec::new())).collect();
            for (list, bytes) in pieces {
                let (list, twin) = &mut lists[list];
                pool.push(list, &bytes);
                twin.extend(bytes);
            }
            for (list, twin) in lists {
                let mut bytes = Vec::new();
                pool.read(&list, &mut bytes);
                prop_assert_eq!(bytes, twin);
            }
        }
    }
}
