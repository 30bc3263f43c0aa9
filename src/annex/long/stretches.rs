//! How a long text is divided: into stretches of some paragraphs, each about as high as the others.

use std::ops::Range;

use dateline_bundle::Mark;
use dateline_model::Article;

use super::super::opened::Opened;
use crate::browser::highlights::Highlights;
use crate::browser::spread;

/// From so many matches on a text is long. Up to about 250 `<mark>` elements are as quick; at 650 a query takes a third less
/// without them, at 9,500 a tenth of the time.
const MANY: usize = 500;
/// From so many bytes on a text is long: browsers need more than a frame or two to lay it out at once.
const LONG: usize = 200_000;
/// About how many lines a stretch has on a wide page; `article.css` knows it too.
const LINES: usize = 48;
/// About how many bytes a line has there.
const LINE: usize = 66;

/// Some paragraphs of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its blocks.
    pub blocks: Range<usize>,
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Its matches, counted from the first one in the text.
    pub marks: Range<usize>,
}

impl Stretch {
    /// Whether anything in it was read, or is the passage that the address points to.
    pub fn holds_any(&self, opened: &Opened) -> bool {
        let touches =
            |range: &Range<usize>| range.start < self.bytes.end && self.bytes.start < range.end;
        let passage = opened.passage.iter().flatten();
        passage
            .chain(opened.readings.iter().map(|layer| &layer.range))
            .any(touches)
    }
}

/// The stretches of a text that is long, where the browser can paint matches; else none. The matches are those of the text.
pub fn divide(article: &Article, marks: &[Mark]) -> Vec<Stretch> {
    let bytes: usize = article.blocks.iter().map(|block| block.text.len()).sum();
    if marks.len() < MANY && bytes < LONG || Highlights::find().is_none() {
        return Vec::new();
    }
    cut(article, marks)
}

fn cut(article: &Article, marks: &[Mark]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    // In tenths: the space below a paragraph is six of them.
    let mut lines = usize::MAX;
    for (index, (start, block)) in article.blocks_with_offsets().enumerate() {
        let end = start + block.text.len();
        let of_block = block.text.len().div_ceil(LINE) * 10 + 6;
        let first = stretches.last().map_or(0, |last| last.marks.end);
        let rest = marks.get(first..).unwrap_or_default();
        let last = first + rest.partition_point(|mark| (mark.span.start as usize) < end);
        match stretches.last_mut().filter(|_| lines < LINES * 10) {
            Some(stretch) => {
                stretch.blocks.end = index + 1;
                stretch.bytes.end = end;
                stretch.marks.end = last;
                lines += of_block;
            }
            None => {
                stretches.push(Stretch {
                    blocks: index..index + 1,
                    bytes: start..end,
                    marks: first..last,
                });
                lines = of_block;
            }
        }
    }
    stretches
}

/// The element id of a stretch.
pub fn id(number: usize) -> String {
    ["stretch-", &number.to_string()].concat()
}

/// How far down the page a match of the text begins, in parts of its height.
pub fn place(opened: &Opened, number: usize, parts: usize) -> Option<usize> {
    let (stretch, at) = holding(opened, number)?;
    let start = opened.in_text().get(number)?.span.start as usize;
    let above = start.saturating_sub(at.bytes.start) as f64 / at.bytes.len().max(1) as f64;
    spread::place(&id(stretch), above, parts)
}

/// The stretch that holds a match of the text, and its number.
pub fn holding(opened: &Opened, number: usize) -> Option<(usize, &Stretch)> {
    let stretch = opened
        .stretches
        .partition_point(|stretch| stretch.marks.end <= number);
    Some((stretch, opened.stretches.get(stretch)?))
}

/// How many matches stand before each stretch, and how many there are.
pub fn sums(opened: &Opened) -> Vec<usize> {
    let mut sums = vec![0];
    sums.extend(opened.stretches.iter().map(|stretch| stretch.marks.end));
    sums
}

/// The stretches that are in sight; an empty range where none is.
pub fn in_sight(count: usize) -> Range<usize> {
    let height = spread::window_height();
    let first = partition(count, |number| {
        spread::edges(&id(number)).is_some_and(|(_, bottom)| bottom <= 0.0)
    });
    let end = partition(count, |number| {
        spread::edges(&id(number)).is_some_and(|(top, _)| top < height)
    });
    first..end.max(first)
}

/// The first number below `count` that does not fulfil what all before it fulfil.
fn partition(count: usize, fulfils: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = usize::midpoint(from, to);
        if fulfils(middle) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use dateline_model::{Block, BlockKind, Span};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn stretches_follow_each_other_and_hold_every_match_once(lengths in proptest::collection::vec(1..2000_usize, 0..60), steps in proptest::collection::vec(1..900_usize, 0..60)) {
            let block = |length: &usize| Block { kind: BlockKind::Paragraph, text: "x".repeat(*length), inlines: Vec::new() };
            let article = Article {
                blocks: lengths.iter().map(block).collect(),
                ..crate::fixture::article("a", "2026-01-12", "")
            };
            let text = article.text().len();
            let mut at = 0;
            let starts = steps.iter().map(|step| { at += step; at }).filter(|at| *at < text);
            let marks: Vec<Mark> = starts.map(|at| Mark { span: Span::text(at..at + 1), term: 0 }).collect();
            let stretches = cut(&article, &marks);
            let (mut block, mut mark) = (0, 0);
            for stretch in &stretches {
                prop_assert_eq!((stretch.blocks.start, stretch.marks.start), (block, mark));
                (block, mark) = (stretch.blocks.end, stretch.marks.end);
                prop_assert!(!stretch.blocks.is_empty());
                for mark in &marks[stretch.marks.clone()] {
                    // One in the blank line before belongs to what follows.
                    let from = stretch.bytes.start.saturating_sub(2);
                    prop_assert!((from..stretch.bytes.end).contains(&(mark.span.start as usize)));
                }
            }
            prop_assert_eq!((block, mark), (lengths.len(), marks.len()));
        }
    }

    #[test]
    fn the_first_that_does_not_is_found() {
        for count in 0..9 {
            for first in 0..=count {
                assert_eq!(partition(count, |number| number < first), first);
            }
        }
    }
}
