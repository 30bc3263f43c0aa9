//! Snippets: the windows on a text that show best why it was found.
//!
//! A text is cut into units: its sentences, and the pieces of those that are too long. A window is a run of units of one
//! paragraph. The first window is the one with the most distinct terms; a second one is added where it shows more terms.

use std::ops::Range;

use dateline_model::{Part, Span};

use crate::mark::Mark;
use crate::text::sentences;

/// A window on the text of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Where, in bytes of the text: whole sentences where they fit, else whole words.
    pub span: Span,
    /// What is highlighted in it, with spans in the whole text. Sorted, non-overlapping.
    pub marks: Vec<Mark>,
    /// It begins inside a sentence: show "…" before it.
    pub cut_before: bool,
    /// It ends inside a sentence: show "…" after it.
    pub cut_after: bool,
}

/// One or two windows on a text, in its order, each of about `length` bytes at most. `marks` are those of the whole document;
/// without any in the text, the window is its beginning. An empty text has none. Linear in the length of the text.
#[must_use]
pub fn windows(text: &str, marks: &[Mark], length: usize) -> Vec<Window> {
    let is_inside = |mark: &&Mark| {
        mark.span.part == Part::Text
            && mark.span.start < mark.span.end
            && text.get(mark.span.range()).is_some()
    };
    let marks: Vec<Mark> = marks.iter().filter(is_inside).copied().collect();
    let beginning = if marks.is_empty() {
        &text[..text.floor_char_boundary(length.saturating_mul(8))]
    } else {
        text
    };
    let units = units(beginning, &marks, length.max(1));
    let finder = Finder {
        text,
        marks: &marks,
        units: &units,
    };
    let Some(first) = finder.best(length, &[]) else {
        return Vec::new();
    };
    let shown = finder.terms(&first);
    let mut windows = vec![first];
    if let Some(second) = finder.best(length / 2, &shown)
        && finder
            .terms(&second)
            .iter()
            .any(|term| !shown.contains(term))
    {
        windows.push(second);
    }
    windows.sort_unstable_by_key(|units| units.start);
    if let [first, second] = windows.as_slice()
        && finder.touch(first, second)
    {
        let joined = first.start..second.end.max(first.end);
        windows.clear();
        windows.push(joined);
    }
    windows
        .into_iter()
        .map(|units| finder.window(units))
        .collect()
}

/// A sentence or a piece of one.
struct Unit {
    range: Range<usize>,
    /// It begins a sentence.
    begins: bool,
    /// It ends a sentence.
    ends: bool,
    /// The marks that begin in it, as places in the list.
    marks: Range<usize>,
}

fn units(text: &str, marks: &[Mark], length: usize) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut next_mark = 0;
    for sentence in sentences(text) {
        let mut start = sentence.start;
        while start < sentence.end {
            let end = if sentence.end - start > length + length / 2 {
                piece_end(text, start..sentence.end, length / 2, marks)
            } else {
                sentence.end
            };
            let first = next_mark;
            next_mark += marks[first..]
                .iter()
                .take_while(|mark| (mark.span.start as usize) < end)
                .count();
            units.push(Unit {
                range: start..end,
                begins: start == sentence.start,
                ends: end == sentence.end,
                marks: first..next_mark,
            });
            let rest = &text[end..sentence.end];
            start = sentence.end - rest.trim_start().len();
        }
    }
    units
}

/// Where to cut a sentence that is too long: at the last white space before `length`, else at the first after it; where
/// there is none, as in Chinese, at a character. Never inside a mark.
fn piece_end(text: &str, range: Range<usize>, length: usize, marks: &[Mark]) -> usize {
    let part = &text[range.clone()];
    let limit = part.floor_char_boundary(length);
    let longest = part.ceil_char_boundary(length.saturating_mul(3).max(1));
    let before = part[..limit].trim_end().rfind(char::is_whitespace);
    let after = || part[limit..longest].find(char::is_whitespace);
    let end = match before {
        Some(at) if at > 0 => at,
        _ => match after() {
            Some(at) => limit + at,
            None if limit > 0 => limit,
            None => longest,
        },
    };
    let end = range.start + end;
    let after_end = marks.partition_point(|mark| mark.span.range().end <= end);
    match marks.get(after_end).map(|mark| mark.span.range()) {
        Some(mark) if mark.start < end => mark.end.min(range.end),
        _ => end,
    }
}

struct Finder<'a> {
    text: &'a str,
    marks: &'a [Mark],
    units: &'a [Unit],
}

impl Finder<'_> {
    /// The run of units of at most `length` bytes (one unit may be longer) that shows most of what is not shown yet; without
    /// marks, the first run.
    fn best(&self, length: usize, shown: &[u16]) -> Option<Range<usize>> {
        let mut best: Option<(usize, Range<usize>)> = None;
        for (at, unit) in self.units.iter().enumerate() {
            if unit.marks.is_empty() && !self.marks.is_empty() {
                continue;
            }
            let run = at..self.run_end(at, length);
            let score = self.score(&run, shown);
            if best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, run));
            }
            if self.marks.is_empty() {
                break;
            }
        }
        best.map(|(_, run)| run)
    }

    /// How far a run of units that begins at `first` may go: within the length, in the same paragraph.
    fn run_end(&self, first: usize, length: usize) -> usize {
        let mut end = first + 1;
        let start = self.units[first].range.start;
        while let Some(next) = self.units.get(end) {
            let between = &self.text[self.units[end - 1].range.end..next.range.start];
            if next.range.end - start > length || between.contains('\n') {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether two runs overlap or follow each other in one paragraph.
    fn touch(&self, first: &Range<usize>, second: &Range<usize>) -> bool {
        let (before, after) = (&self.units[first.end - 1], &self.units[second.start]);
        let between = self.text.get(before.range.end..after.range.start);
        first.end > second.start
            || first.end == second.start && !between.unwrap_or_default().contains('\n')
    }

    /// What a run is worth: first the number of terms that are not shown yet, then long marks (phrases), then many.
    fn score(&self, run: &Range<usize>, shown: &[u16]) -> usize {
        let new = self.terms(run);
        let new = new.iter().filter(|term| !shown.contains(term)).count();
        let marks = &self.marks[self.marks_in(run)];
        let longest = marks.iter().map(|mark| mark.span.range().len()).max();
        new * 10_000 + longest.unwrap_or(0).min(99) * 100 + marks.len().min(99)
    }

    /// The distinct terms that a run shows.
    fn terms(&self, run: &Range<usize>) -> Vec<u16> {
        let marks = &self.marks[self.marks_in(run)];
        let mut terms: Vec<u16> = marks.iter().map(|mark| mark.term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    fn marks_in(&self, run: &Range<usize>) -> Range<usize> {
        let units = &self.units[run.clone()];
        let ends = units.first().zip(units.last());
        ends.map_or(0..0, |(first, last)| first.marks.start..last.marks.end)
    }

    fn window(&self, run: Range<usize>) -> Window {
        let marks = self.marks[self.marks_in(&run)].to_vec();
        let (first, last) = (&self.units[run.start], &self.units[run.end - 1]);
        // A phrase may run on into the next sentence.
        let reach = marks.last().map_or(0, |mark| mark.span.range().end);
        let end = last.range.end.max(reach);
        Window {
            span: Span::text(first.range.start..end),
            marks,
            cut_before: !first.begins,
            cut_after: !last.ends || reach > last.range.end,
        }
    }
}
