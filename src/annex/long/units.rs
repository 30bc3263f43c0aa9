//! From the matcher's spans to the borders that a browser's ranges have: UTF-16 code units of text nodes.
//!
//! ```text
//! bytes    Né à …¶¶Second.     of the article's text, a blank line between two blocks
//! units    Né à …Second.       of what the page has of some blocks, nothing between two
//! places   |Né| à …||Second.|  of the text nodes there: the number of the node, and the unit in it
//! ```

use std::ops::Range;

use crate::browser::highlights::Place;

/// Where spans of bytes stand in the units of some blocks, which come with the byte at which each begins. Spans are sorted and
/// do not overlap; one that leaves the block that it begins in is cut there, as [`crate::components::marked`] cuts it. What is
/// empty then stays, so that each span has its answer. Linear in the text.
pub fn units<'t>(
    blocks: impl Iterator<Item = (usize, &'t str)>,
    spans: impl Iterator<Item = Range<usize>>,
) -> Vec<Range<u32>> {
    let mut spans = spans.peekable();
    let mut found = Vec::new();
    let mut before = 0;
    for (start, text) in blocks {
        let end = start + text.len();
        // How far the block was walked: its bytes, and the units of all blocks.
        let mut walked = (0, before);
        while let Some(span) = spans.next_if(|span| span.start < end) {
            walked = walk(text, walked, span.start.saturating_sub(start));
            let first = walked.1;
            walked = walk(text, walked, span.end.saturating_sub(start));
            found.push(first..walked.1);
        }
        before = walk(text, walked, text.len()).1;
    }
    found
}

/// From a place in a text, in bytes and units, on to another byte; to the one before where that is none of a character's.
fn walk(text: &str, (byte, unit): (usize, u32), to: usize) -> (usize, u32) {
    let to = text.floor_char_boundary(to).max(byte);
    let passed = text.get(byte..to).unwrap_or_default();
    (to, unit + length(passed))
}

/// The units of a text.
fn length(text: &str) -> u32 {
    let units = if text.is_ascii() {
        text.len()
    } else {
        text.chars().map(char::len_utf16).sum()
    };
    u32::try_from(units).unwrap_or(u32::MAX)
}

/// The borders of spans among text nodes of these lengths that follow each other. A span begins in the node that has its first
/// unit and ends in the one that has its last; an empty one, and one that leaves the text, is `None`. Linear in both.
pub fn places(lengths: &[u32], spans: &[Range<u32>]) -> Vec<Option<Range<Place>>> {
    let mut node = 0;
    let mut before = 0;
    // The node that has a unit; units ascend.
    let mut place = |of: u32| {
        while let Some(length) = lengths.get(node)
            && before + length <= of
        {
            before += length;
            node += 1;
        }
        let unit = of - before;
        (node < lengths.len()).then_some(Place { node, unit })
    };
    let mut found = Vec::with_capacity(spans.len());
    for span in spans {
        found.push(if span.is_empty() {
            None
        } else {
            let first = place(span.start);
            let last = place(span.end - 1).map(|last| Place {
                unit: last.unit + 1,
                ..last
            });
            first.zip(last).map(|(first, last)| first..last)
        });
    }
    found
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a test may fail")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn starts<'t>(blocks: &'t [String]) -> Vec<(usize, &'t str)> {
        let mut next = 0;
        let start = |block: &'t String| {
            let start = next;
            next += block.len() + 2;
            (start, block.as_str())
        };
        blocks.iter().map(start).collect()
    }

    #[test]
    fn bytes_become_units_whatever_the_characters() {
        let blocks = ["Né à 🙂 là.".to_owned(), "Second.".to_owned()];
        let text = blocks.join("\n\n");
        let at = |words: &str| {
            let start = text.find(words).expect("words of the text");
            start..start + words.len()
        };
        let spans = [at("Né"), at("🙂"), at("là"), at("Second")];
        let found = units(starts(&blocks).into_iter(), spans.into_iter());
        assert_eq!(found, [0..2, 5..7, 8..10, 11..17]);
        let places = places(&[3, 3, 5, 7], &found);
        let place = |node, unit| Place { node, unit };
        assert_eq!(
            places,
            [
                Some(place(0, 0)..place(0, 2)),
                Some(place(1, 2)..place(2, 1)),
                Some(place(2, 2)..place(2, 4)),
                Some(place(3, 0)..place(3, 6)),
            ]
        );
    }

    #[test]
    fn a_span_is_cut_where_its_block_ends_and_an_empty_one_has_no_place() {
        let blocks = ["one".to_owned(), "two".to_owned()];
        let spans = [1..6, 6..8];
        let found = units(starts(&blocks).into_iter(), spans.into_iter());
        assert_eq!(found, [1..3, 4..6]);
        assert_eq!(places(&[6], &[2..2, 3..9]), [None, None]);
    }

    /// Paragraphs, and spans of their words' bytes: sorted, without overlaps, each in one block.
    fn any_blocks() -> impl Strategy<Value = (Vec<String>, Vec<Range<usize>>)> {
        let words = proptest::collection::vec(("[a-zé北🙂]{1,6}", any::<bool>()), 1..8);
        proptest::collection::vec(words, 1..6).prop_map(|blocks| {
            let (mut texts, mut spans, mut start) = (Vec::new(), Vec::new(), 0);
            for words in blocks {
                let mut text = String::new();
                for (word, marked) in words {
                    if marked {
                        let at = start + text.len();
                        spans.push(at..at + word.len());
                    }
                    text.push_str(&word);
                    text.push(' ');
                }
                start += text.len() + 2;
                texts.push(text);
            }
            (texts, spans)
        })
    }

    proptest! {
        #[test]
        fn ranges_say_what_their_spans_say((blocks, spans) in any_blocks(), cuts in proptest::collection::vec(0..40_usize, 0..9)) {
            let whole = blocks.join("\n\n");
            let shown: Vec<u16> = blocks.concat().encode_utf16().collect();
            let found = units(starts(&blocks).into_iter(), spans.iter().cloned());
            prop_assert_eq!(found.len(), spans.len());
            // Text nodes end wherever formatting begins or ends, and some are empty.
            let mut borders: Vec<usize> = cuts.into_iter().map(|cut| cut.min(shown.len())).chain([0, shown.len()]).collect();
            borders.sort_unstable();
            let nodes: Vec<&[u16]> = borders.windows(2).map(|pair| &shown[pair[0]..pair[1]]).collect();
            let lengths: Vec<u32> = nodes.iter().map(|node| u32::try_from(node.len()).unwrap()).collect();
            let places = places(&lengths, &found);
            for ((span, units), place) in spans.iter().zip(&found).zip(places) {
                let said = String::from_utf16(&shown[units.start as usize..units.end as usize]).unwrap();
                prop_assert_eq!(&said, &whole[span.clone()]);
                let Range { start: from, end: to } = place.expect("a place for each span");
                let mut joined = Vec::new();
                for (number, node) in nodes.iter().enumerate() {
                    let begin = if number == from.node { from.unit as usize } else { 0 };
                    let end = if number == to.node { to.unit as usize } else { node.len() };
                    if (from.node..=to.node).contains(&number) {
                        joined.extend_from_slice(&node[begin..end]);
                    }
                }
                prop_assert_eq!(String::from_utf16(&joined).unwrap(), said);
                prop_assert!(to.unit > 0, "a range does not end before the first unit of a node");
            }
        }
    }
}
