//! Snippets: the windows on a text that show best why it was found.
//!
//! A text is cut into units: its sentences, and the pieces of those that are too long. A window is a run of units of one
//! paragraph. The first window is the one with the most distinct terms; a second one is added where it shows more terms.

use std::ops::Range;

use dateline_model::{Part, Span};

use crate::mark::Mark;
use crate::text::{Class, class, sentences};

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
    dateline_compact::sort_by_key(&mut windows, |units| units.start);
    if let [first, second] = windows.as_slice()
        && finder.touch(first, second)
    {
        let joined = first.start..second.end.max(first.end);
        windows.clear();
        windows.push(joined);
    }
    let mut floor = 0;
    let window = |run: &Range<usize>| {
        let window = finder.window(run, length, floor);
        floor = window.span.range().end;
        window
    };
    windows.iter().map(window).collect()
}

/// A sentence or a piece of one.
struct Unit {
    range: Range<usize>,
    /// The sentence that it belongs to.
    sentence: Range<usize>,
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
                sentence: sentence.clone(),
                marks: first..next_mark,
            });
            let rest = &text[end..sentence.end];
            start = sentence.end - rest.trim_start().len();
        }
    }
    units
}

/// Where to cut a sentence that is too long: at the last white space before `length`, else at the first after it; where
/// there is none, as in Chinese, behind the last character that is no part of a word. Never inside a mark.
fn piece_end(text: &str, range: Range<usize>, length: usize, marks: &[Mark]) -> usize {
    let part = &text[range.clone()];
    let limit = part.ceil_char_boundary(length.max(1));
    let longest = part.ceil_char_boundary(length.saturating_mul(3).max(1));
    let not_first = |at: &usize| *at > 0;
    let before = part[..limit].trim_end().rfind(char::is_whitespace);
    let after = || Some(limit + part[limit..longest].find(char::is_whitespace)?);
    let is_end = |(_, c): &(usize, char)| !c.is_alphanumeric() || class(*c) == Class::Dense;
    let within = || {
        let (at, c) = part[..limit].char_indices().rfind(is_end)?;
        Some(at + c.len_utf8())
    };
    let end = before.filter(not_first).or_else(after).or_else(within);
    let end = range.start + end.unwrap_or(limit);
    let first_behind = marks.partition_point(|mark| mark.span.range().end <= end);
    match marks.get(first_behind).map(|mark| mark.span.range()) {
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
        dateline_compact::sort(&mut terms);
        terms.dedup();
        terms
    }

    fn marks_in(&self, run: &Range<usize>) -> Range<usize> {
        let units = &self.units[run.clone()];
        let ends = units.first().zip(units.last());
        ends.map_or(0..0, |(first, last)| first.marks.start..last.marks.end)
    }

    /// The window of a run. It may reach back to give a mark some context, but not behind `floor`.
    fn window(&self, run: &Range<usize>, length: usize, floor: usize) -> Window {
        let (first, last) = (&self.units[run.start], &self.units[run.end - 1]);
        let own = &self.marks[self.marks_in(run)];
        let start = own.first().map_or(first.range.start, |mark| {
            self.context(first, mark.span.range().start, length / 4)
        });
        let start = start.max(floor);
        // A phrase may run on into the next sentence.
        let reach = own.last().map_or(0, |mark| mark.span.range().end);
        let end = last.range.end.max(reach);
        let span = Span::text(start..end);
        let inside = self.marks.iter().filter(|mark| span.contains(mark.span));
        Window {
            span,
            marks: inside.copied().collect(),
            cut_before: start > first.sentence.start,
            cut_after: end != last.sentence.end,
        }
    }

    /// Where to begin a window so that about `length` bytes of its sentence stand before a mark.
    fn context(&self, unit: &Unit, mark: usize, length: usize) -> usize {
        let wanted = mark.saturating_sub(length);
        if wanted >= unit.range.start {
            return unit.range.start;
        }
        // A few words more, and the sentence is not cut.
        if wanted <= unit.sentence.start + length {
            return unit.sentence.start;
        }
        let before = &self.text[self.text.floor_char_boundary(wanted)..unit.range.start];
        let words = before
            .find(char::is_whitespace)
            .map(|at| before[at..].trim_start());
        unit.range.start - words.map_or(0, str::len)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::index::{Builder, Document};

    fn found(text: &str, query: &str, length: usize) -> Vec<(Window, String)> {
        let mut builder = Builder::new(&[]);
        builder.push(&Document {
            text,
            language: "en",
            ..Document::default()
        });
        let index = builder.finish();
        let marks = index.marks(&index.search(query, false), 0, "", text);
        let shown = |window: Window| {
            let dots = |cut: bool| if cut { "…" } else { "" };
            let (before, after) = (dots(window.cut_before), dots(window.cut_after));
            let shown = format!("{before}{}{after}", &text[window.span.range()]);
            (window, shown)
        };
        windows(text, &marks, length)
            .into_iter()
            .map(shown)
            .collect()
    }

    fn shown(text: &str, query: &str, length: usize) -> Vec<String> {
        found(text, query, length)
            .into_iter()
            .map(|(_, shown)| shown)
            .collect()
    }

    const TEXT: &str = "The talks began. Lee spoke of trade. Xi spoke of peace and trade. They dined.\n\nNobody spoke of Mongolia.";

    #[test]
    fn without_marks_the_text_begins() {
        assert_eq!(
            shown(TEXT, "", 40),
            ["The talks began. Lee spoke of trade."]
        );
        assert_eq!(shown("", "", 40), Vec::<String>::new());
        assert_eq!(shown(TEXT, "absent", 20), ["The talks began."]);
    }

    #[test]
    fn the_window_shows_most_distinct_terms() {
        assert_eq!(
            shown(TEXT, "trade peace", 35),
            ["Xi spoke of peace and trade."]
        );
    }

    #[test]
    fn a_second_window_shows_what_the_first_does_not() {
        assert_eq!(
            shown(TEXT, "peace mongolia", 40),
            ["Xi spoke of peace and trade.", "Nobody spoke of Mongolia."]
        );
        assert_eq!(
            shown(TEXT, "lee dined", 45),
            ["Lee spoke of trade.", "They dined."]
        );
        assert_eq!(
            shown(TEXT, "lee dined", 120),
            ["Lee spoke of trade. Xi spoke of peace and trade. They dined."]
        );
    }

    #[test]
    fn a_phrase_is_worth_more_than_its_words() {
        let text = "Of state and visit and state. A state visit took place.";
        assert_eq!(
            shown(text, "\"state visit\" OR took", 30),
            ["A state visit took place."]
        );
    }

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        let grows = "grows and ".repeat(20);
        let text = format!("they say that the silver economy {grows}for peace");
        assert_eq!(
            shown(&text, "silver", 40),
            ["they say that the silver economy grows and grows…"]
        );
        assert_eq!(
            shown(&text, "peace", 40),
            ["…grows and grows and grows and grows and grows and for peace"]
        );
        assert_eq!(
            shown(&text, "silver peace", 40),
            [
                "they say that the silver economy grows and grows…",
                "…grows and grows and grows and grows and grows and for peace"
            ]
        );
        let chinese = "中国和韩国是永久的近邻".repeat(20);
        let windows = found(&chinese, "永久", 60);
        assert!(windows[0].0.span.range().len() <= 64, "{windows:?}");
    }

    proptest! {
        #[test]
        fn windows_hold_their_marks_and_cut_no_word(
            text in "([a-d]{1,5}[ .,\n-]{1,2}|[中国家] ?){0,80}",
            query in "[a-d]{1,2}\\*?|\"[a-d] [a-d]\"|中|[a-d] [a-d]* [a-d]|中国 [ab]*",
            length in 40..120usize,
        ) {
            let windows = found(&text, &query, length);
            prop_assert!(windows.len() <= 2);
            let mut end = 0;
            for (window, _) in &windows {
                let range = window.span.range();
                prop_assert!(range.start >= end);
                end = range.end;
                let inside = |mark: &Mark| window.span.contains(mark.span);
                prop_assert!(window.marks.iter().all(inside));
                let outside = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
                let inner = |c: Option<char>| c.is_none_or(|c| c.is_ascii_alphanumeric());
                let part = &text[range.clone()];
                let cut_start = !outside(text[..range.start].chars().next_back()) && inner(part.chars().next());
                let cut_end = !outside(text[range.end..].chars().next()) && inner(part.chars().next_back());
                prop_assert!(!cut_start && !cut_end, "{:?} of {:?}", part, text);
            }
        }
    }
}
