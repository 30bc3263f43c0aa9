//! Strong emphasis that Markdown does not take for such.
//!
//! Converters from HTML write `**Task force. **The two sides …`, with the space inside the markers. By CommonMark these
//! asterisks are text; readers and the search would meet them in the middle of sentences.

use std::ops::Range;

use dateline_model::{Inline, InlineKind};

/// The marker.
const MARK: &str = "**";

/// A block with more markers is no prose; looking at their pairs would take long.
const MOST: usize = 100;

/// Turns pairs of stray markers into strong emphasis. Nothing changes when their number is odd, when one is longer than
/// two asterisks, or when both of a pair stand free between spaces as in `2 ** 3 ** 4`.
pub(crate) fn repair(text: &mut String, inlines: &mut Vec<Inline>) {
    let Some(marks) = marks(text, inlines) else {
        return;
    };
    let (clean, moved) = without(text, &marks);
    let at = |old: usize| moved.get(old).copied().unwrap_or(clean.len());
    let mut kept: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines.drain(..) {
        let range = at(inline.start as usize)..at(inline.end as usize);
        kept.extend(inline_of(&clean, range, inline.kind));
    }
    for pair in marks.chunks_exact(2) {
        if let [open, close] = pair {
            let range = at(open + MARK.len())..at(*close);
            let strong = inline_of(&clean, range, InlineKind::Strong);
            kept.extend(strong.filter(|strong| kept.iter().all(|other| nests(strong, other))));
        }
    }
    *text = clean;
    *inlines = kept;
}

/// Where the markers stand, when they can be paired.
fn marks(text: &str, inlines: &[Inline]) -> Option<Vec<usize>> {
    let is_code = |at: usize| {
        let covers = |inline: &Inline| (inline.start as usize..inline.end as usize).contains(&at);
        inlines
            .iter()
            .any(|inline| inline.kind == InlineKind::Code && covers(inline))
    };
    let found = text.match_indices(MARK).map(|(at, _)| at);
    let marks: Vec<usize> = found.take(MOST + 1).filter(|at| !is_code(*at)).collect();
    let is_long = |at: &usize| {
        text.get(at + MARK.len()..)
            .is_some_and(|rest| rest.starts_with('*'))
    };
    let pairs = marks.chunks(2);
    let are_pairs = pairs.into_iter().all(|pair| match pair {
        [open, close] => touches_inside(text, *open, *close),
        _ => false,
    });
    ((1..=MOST).contains(&marks.len()) && are_pairs && !marks.iter().any(is_long)).then_some(marks)
}

/// Whether one of a pair of markers stands at a word between them, or there is but space between them.
fn touches_inside(text: &str, open: usize, close: usize) -> bool {
    let inside = text.get(open + MARK.len()..close).unwrap_or_default();
    let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let is_empty = !inside.is_empty() && inside.trim().is_empty();
    is_empty || is_word(inside.chars().next()) || is_word(inside.chars().next_back())
}

/// The text without the markers, white space around them made one, and for each byte of the old text its new place.
fn without(text: &str, marks: &[usize]) -> (String, Vec<usize>) {
    let mut clean = String::with_capacity(text.len());
    let mut moved = Vec::with_capacity(text.len() + 1);
    let mut marks = marks.iter().copied().peekable();
    let mut skip = 0..0;
    for (at, c) in text.char_indices() {
        if marks.next_if_eq(&at).is_some() {
            skip = at..at + MARK.len();
        }
        if !skip.contains(&at) {
            push(&mut clean, c);
        }
        // A place inside a character is never asked for.
        let here = if skip.contains(&at) {
            clean.len()
        } else {
            clean.len().saturating_sub(c.len_utf8())
        };
        moved.extend(std::iter::repeat_n(here, c.len_utf8()));
    }
    moved.push(clean.len());
    clean.truncate(clean.trim_end().len());
    (clean, moved)
}

/// Adds a character, but no second space.
fn push(text: &mut String, c: char) {
    let is_space = |c: char| matches!(c, ' ' | '\n');
    let after_space = text.chars().next_back().is_none_or(is_space);
    if !is_space(c) || !after_space {
        text.push(c);
    } else if c == '\n' && text.ends_with(' ') {
        text.pop();
        text.push(c);
    }
}

/// Formatting of a range without the space at its ends; `None` when nothing is left.
fn inline_of(text: &str, range: Range<usize>, kind: InlineKind) -> Option<Inline> {
    let words = text.get(range.start..range.end.min(text.len()))?;
    let start = range.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    let narrow = |n: usize| u32::try_from(n).ok();
    let (start, end) = (narrow(start)?, narrow(end)?);
    (start < end).then_some(Inline { start, end, kind })
}

/// Whether two pieces of formatting can stand in one text: one holds the other, or they share nothing.
fn nests(a: &Inline, b: &Inline) -> bool {
    let holds = |a: &Inline, b: &Inline| a.start <= b.start && b.end <= a.end;
    holds(a, b) || holds(b, a) || a.end <= b.start || b.end <= a.start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> (String, Vec<String>) {
        let (mut clean, mut inlines) = (text.to_owned(), Vec::new());
        repair(&mut clean, &mut inlines);
        let strong = inlines
            .iter()
            .filter_map(|inline| clean.get(inline.start as usize..inline.end as usize));
        let strong = strong.map(str::to_owned).collect();
        (clean, strong)
    }

    #[test]
    fn pairs_become_strong_and_lose_their_marks() {
        for (text, clean, strong) in [
            (
                "**Task force. **The sides",
                "Task force. The sides",
                vec!["Task force."],
            ),
            ("** 5. More** loans", "5. More loans", vec!["5. More"]),
            ("**Task\n**\nThe", "Task\nThe", vec!["Task"]),
            ("a **b **c **d ** e", "a b c d e", vec!["b", "d"]),
            ("**ß: **x", "ß: x", vec!["ß:"]),
            ("end **now **", "end now", vec!["now"]),
            ("Relief.** ** The", "Relief. The", vec![]),
        ] {
            let strong: Vec<String> = strong.into_iter().map(str::to_owned).collect();
            assert_eq!(repaired(text), (clean.to_owned(), strong), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_pair_stays() {
        for text in [
            "a** note",
            "2 ** 3 ** 4",
            "***a **b",
            "**a **b **c",
            "****",
            "no marks",
            "",
        ] {
            assert_eq!(repaired(text), (text.to_owned(), Vec::new()), "{text:?}");
        }
    }

    #[test]
    fn other_formatting_moves_along_and_is_not_crossed() {
        let mut text = "**a `b` c. **d".to_owned();
        let code = |start, end| Inline {
            start,
            end,
            kind: InlineKind::Code,
        };
        let mut inlines = vec![code(4, 7)];
        repair(&mut text, &mut inlines);
        assert_eq!(text, "a `b` c. d");
        assert_eq!(inlines[0], code(2, 5));
        assert_eq!((inlines[1].start, inlines[1].end), (0, 8));
        let mut text = "**a b **c".to_owned();
        let mut inlines = vec![Inline {
            start: 4,
            end: 9,
            kind: InlineKind::Emphasis,
        }];
        repair(&mut text, &mut inlines);
        assert_eq!((text.as_str(), inlines.len()), ("a b c", 1));
        let mut text = "a `**` b `**`".to_owned();
        let mut inlines = vec![code(2, 6), code(9, 13)];
        repair(&mut text, &mut inlines);
        assert_eq!(text, "a `**` b `**`");
    }
}
