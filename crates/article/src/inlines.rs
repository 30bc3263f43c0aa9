//! The formatting of a block while it is being written.

use std::cmp::Reverse;

use dateline_model::{Inline, InlineKind};

/// Formatting inside formatting inside formatting … is kept to this depth. Nobody reads more, and it bounds the work.
const MAX_OPEN: usize = 16;

/// What opened a piece of formatting, so that the same closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Emphasis,
    Strong,
    Code,
    Link,
}

/// Formatting that is not closed yet. A link whose address was dropped has no kind.
#[derive(Debug)]
struct Open {
    start: usize,
    mark: Mark,
    kind: Option<InlineKind>,
}

/// The formatting of one block: what is closed, and what is still open. Pieces always nest.
#[derive(Debug, Default)]
pub(crate) struct Inlines {
    closed: Vec<Inline>,
    open: Vec<Open>,
    /// Openings beyond [`MAX_OPEN`] that wait for their end.
    unopened: usize,
}

impl Inlines {
    /// Formatting begins at a place. Without a kind it is only waited for.
    pub(crate) fn open(&mut self, start: usize, mark: Mark, kind: Option<InlineKind>) {
        if self.open.len() >= MAX_OPEN {
            self.unopened += 1;
        } else {
            self.open.push(Open { start, mark, kind });
        }
    }

    /// The last open formatting of this mark ends at a place, and with it what was opened inside it.
    pub(crate) fn close(&mut self, end: usize, mark: Mark) {
        if self.unopened > 0 {
            self.unopened -= 1;
        } else if let Some(from) = self.open.iter().rposition(|open| open.mark == mark) {
            self.close_down_to(from, end);
        }
    }

    /// What begins at a place begins one byte later: white space was put before it.
    pub(crate) fn shift(&mut self, place: usize) {
        for open in self.open.iter_mut().filter(|open| open.start == place) {
            open.start += 1;
        }
    }

    /// All pieces; what is still open ends here.
    pub(crate) fn finish(mut self, end: usize) -> Vec<Inline> {
        self.close_down_to(0, end);
        self.closed
    }

    fn close_down_to(&mut self, from: usize, end: usize) {
        let end = narrow(end);
        for open in self.open.drain(from..).rev() {
            let start = narrow(open.start);
            if let Some(kind) = open.kind.filter(|_| start < end) {
                self.closed.push(Inline { start, end, kind });
            }
        }
    }
}

/// Cuts pieces at the end of their text, whose last white space may be gone, and sorts them: what encloses comes first,
/// also where both cover the same words.
pub(crate) fn fit(inlines: &mut Vec<Inline>, end: usize) {
    let end = narrow(end);
    inlines.retain(|inline| inline.start < end);
    for inline in inlines.iter_mut() {
        inline.end = inline.end.min(end);
    }
    inlines.reverse();
    inlines.sort_by_key(|inline| (inline.start, Reverse(inline.end)));
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
