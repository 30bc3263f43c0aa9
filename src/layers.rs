//! Cutting a text where any highlight, reading or formatting begins or ends, so that each piece can be drawn at once.
//!
//! ```text
//! text     On Jan. 5, Chinese President Xi Jinping held talks
//! marks                       =========                          the reader's words (yellow)
//! reads    =========          ====================               the words that were read (blue)
//! inlines                                      ....              emphasis, links
//! pieces   |--------|--------|--------|----------|---|--
//! ```

use std::ops::Range;

/// Something that covers a part of a text. Items of one layer are sorted by start and do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer<T> {
    /// The bytes that it covers.
    pub range: Range<usize>,
    /// What it is.
    pub tag: T,
}

/// A stretch of text in which nothing begins or ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes.
    pub range: Range<usize>,
    /// For each layer, the index of the item that covers it, and whether the item begins here.
    pub under: Vec<Option<Cover>>,
}

/// An item over a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Its index in its layer.
    pub index: usize,
    /// Whether this is the first piece that it covers.
    pub first: bool,
}

/// Cuts `range` at every border of every layer; each layer is given by the ranges of its items. The pieces follow each
/// other without gaps. Borders that are no `char` border of `text` are moved back to one. O(n log n) in the borders.
#[must_use]
pub fn pieces(text: &str, range: Range<usize>, layers: &[Vec<Range<usize>>]) -> Vec<Piece> {
    let inside = |border: usize| text.floor_char_boundary(border.clamp(range.start, range.end));
    let layers: Vec<Vec<(usize, Range<usize>)>> =
        layers.iter().map(|layer| cut(layer, inside)).collect();
    let items = layers
        .iter()
        .flatten()
        .flat_map(|(_, item)| [item.start, item.end]);
    let mut borders: Vec<usize> = items
        .chain([inside(range.start), inside(range.end)])
        .collect();
    dateline_compact::sort(&mut borders);
    borders.dedup();

    // The item of each layer that ends last before the next border.
    let mut next = vec![0_usize; layers.len()];
    let mut pieces = Vec::with_capacity(borders.len());
    for pair in borders.windows(2) {
        let &[start, end] = pair else { continue };
        let under = layers
            .iter()
            .zip(&mut next)
            .map(|(layer, next)| cover(layer, next, start))
            .collect();
        pieces.push(Piece {
            range: start..end,
            under,
        });
    }
    pieces
}

/// The items of a layer with their indices, within the range and on `char` borders; empty ones are left out.
fn cut(layer: &[Range<usize>], inside: impl Fn(usize) -> usize) -> Vec<(usize, Range<usize>)> {
    let items = layer
        .iter()
        .enumerate()
        .map(|(index, item)| (index, inside(item.start)..inside(item.end)));
    items.filter(|(_, item)| !item.is_empty()).collect()
}

/// The item over a piece that begins at `start`; `next` is the first item that may not have ended, and moves along.
fn cover(layer: &[(usize, Range<usize>)], next: &mut usize, start: usize) -> Option<Cover> {
    while layer.get(*next).is_some_and(|(_, item)| item.end <= start) {
        *next += 1;
    }
    let (index, item) = layer.get(*next)?;
    (item.start <= start).then_some(Cover {
        index: *index,
        first: item.start == start,
    })
}

#[cfg(test)]
#[allow(
    clippy::single_range_in_vec_init,
    clippy::string_slice,
    reason = "a layer may have one item; a test may fail"
)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_is_cut_where_anything_begins_or_ends() {
        let text = "held talks with Xi";
        let pieces = pieces(text, 0..text.len(), &[vec![5..10], vec![0..10, 16..18]]);
        let words: Vec<_> = pieces
            .iter()
            .map(|piece| &text[piece.range.clone()])
            .collect();
        assert_eq!(words, ["held ", "talks", " with ", "Xi"]);
        let cover = |index, first| Some(Cover { index, first });
        let under: Vec<_> = pieces.into_iter().map(|piece| piece.under).collect();
        assert_eq!(
            under,
            [
                vec![None, cover(0, true)],
                vec![cover(0, true), cover(0, false)],
                vec![None, None],
                vec![None, cover(1, true)],
            ]
        );
    }

    #[test]
    fn a_plain_text_is_one_piece_and_an_empty_one_is_none() {
        assert_eq!(pieces("abc", 0..3, &[]).len(), 1);
        assert_eq!(pieces("", 0..0, &[vec![]]).len(), 0);
    }

    fn any_layer() -> impl Strategy<Value = Vec<Range<usize>>> {
        proptest::collection::vec((0..9_usize, 1..9_usize), 0..9).prop_map(|steps| {
            let mut end = 0;
            steps
                .into_iter()
                .map(|(gap, length)| {
                    let start = end + gap;
                    end = start + length;
                    start..end
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn pieces_make_the_text_again(text in "[a-zé北 ]{0,60}", layers in proptest::collection::vec(any_layer(), 0..4), from in 0..40_usize, length in 0..60_usize) {
            let start = text.floor_char_boundary(from.min(text.len()));
            let end = text.floor_char_boundary((start + length).min(text.len()));
            let pieces = pieces(&text, start..end, &layers);
            let joined: String = pieces.iter().map(|piece| &text[piece.range.clone()]).collect();
            prop_assert_eq!(joined, &text[start..end]);
            for piece in &pieces {
                for (layer, cover) in layers.iter().zip(&piece.under) {
                    let naive = layer.iter().position(|item| {
                        let (a, b) = (text.floor_char_boundary(item.start.clamp(start, end)), text.floor_char_boundary(item.end.clamp(start, end)));
                        a < b && a <= piece.range.start && piece.range.end <= b
                    });
                    prop_assert_eq!(cover.map(|cover| cover.index), naive);
                }
            }
            for (n, _) in layers.iter().enumerate() {
                let mut begun: Vec<usize> = pieces.iter().filter_map(|piece| piece.under[n]).filter(|cover| cover.first).map(|cover| cover.index).collect();
                let all = begun.len();
                begun.dedup();
                prop_assert_eq!(begun.len(), all, "an item begins once");
            }
        }
    }
}
