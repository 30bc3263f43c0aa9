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
    let mut finder = Finder {
        text,
        marks: Vec::new(),
        units: Vec::new(),
        length: length.max(4),
    };
    for mark in marks {
        if mark.span.part == Part::Text
            && text.get(mark.span.range()).is_some_and(|it| !it.is_empty())
        {
            finder.marks.push(*mark);
        }
    }
    finder.find_units();
    let Some(first) = finder.best(finder.length, 0) else {
        return Vec::new();
    };
    let shown = finder.terms(first);
    let second = finder.best(length / 2, shown);
    let second = second.filter(|second| finder.terms(*second) & !shown != 0);
    let Some(second) = second else {
        return vec![finder.window(first, 0)];
    };
    let (first, second) = (first.min(second), first.max(second));
    if finder.touch(first, second) {
        return vec![finder.window((first.0, second.1.max(first.1)), 0)];
    }
    let first = finder.window(first, 0);
    let floor = first.span.range().end;
    vec![first, finder.window(second, floor)]
}

/// A sentence or a piece of one.
struct Unit {
    start: usize,
    end: usize,
    /// The sentence that it belongs to.
    sentence: Range<usize>,
}

/// A run of units: the first one, and the one behind the last.
type Run = (usize, usize);

struct Finder<'a> {
    text: &'a str,
    /// The marks in the text.
    marks: Vec<Mark>,
    units: Vec<Unit>,
    /// How long a window may be.
    length: usize,
}

impl Finder<'_> {
    /// Cuts the text into units; without marks, its beginning.
    fn find_units(&mut self) {
        let mut text = self.text;
        if self.marks.is_empty() {
            text = &text[..text.floor_char_boundary(self.length.saturating_mul(8))];
        }
        for sentence in sentences(text) {
            let mut start = sentence.start;
            while start < sentence.end {
                let mut end = sentence.end;
                if end - start > self.length + self.length / 2 {
                    end = self.piece_end(start, end);
                }
                let rest = self.text[end..sentence.end].trim_start().len();
                let sentence = sentence.clone();
                let next = sentence.end - rest;
                self.units.push(Unit {
                    start,
                    end,
                    sentence,
                });
                start = next;
            }
        }
    }

    /// Where to cut a sentence that is too long: at the last white space before half the length of a window, else at the
    /// first after it; where there is none, as in Chinese, behind the last character that is no part of a word. Never inside
    /// a mark.
    fn piece_end(&self, start: usize, end: usize) -> usize {
        let part = &self.text[start..end];
        let limit = part.ceil_char_boundary(self.length / 2);
        let longest = part.ceil_char_boundary(self.length);
        let (mut space, mut within) = (0, limit);
        for (at, c) in part[..longest].char_indices() {
            if c.is_whitespace() && (at < limit || space == 0) {
                space = at;
            }
            if at < limit && matches!(class(c), Class::Break | Class::Dense) {
                within = at + c.len_utf8();
            }
        }
        let cut = start + if space > 0 { space } else { within };
        for mark in &self.marks {
            let mark = mark.span.range();
            if mark.start < cut && cut < mark.end {
                return mark.end.min(end);
            }
        }
        cut
    }

    /// The run of units of at most `length` bytes (one unit may be longer) that shows most of what is not shown yet; without
    /// marks, the first run.
    fn best(&self, length: usize, shown: u64) -> Option<Run> {
        let mut best = None;
        let mut most = 0;
        for at in 0..self.units.len() {
            let run = (at, self.run_end(at, length));
            let score = self.score(run, shown);
            if best.is_none() || score > most {
                best = Some(run);
                most = score;
            }
            if self.marks.is_empty() {
                break;
            }
        }
        best
    }

    /// How far a run of units that begins at `first` may go: within the length, in the same paragraph.
    fn run_end(&self, first: usize, length: usize) -> usize {
        let start = self.units[first].start;
        let mut end = first + 1;
        while self
            .units
            .get(end)
            .is_some_and(|next| next.end - start <= length)
            && self.joined(end)
        {
            end += 1;
        }
        end
    }

    /// Whether a unit stands in the same paragraph as the one before it.
    fn joined(&self, unit: usize) -> bool {
        let between = self.units[unit - 1].end..self.units[unit].start;
        !self.text[between].contains('\n')
    }

    /// Whether two runs overlap or follow each other in one paragraph.
    fn touch(&self, first: Run, second: Run) -> bool {
        first.1 > second.0 || first.1 == second.0 && self.joined(second.0)
    }

    /// What a run is worth: first the number of terms that are not shown yet, then long marks (phrases), then many, and
    /// least that its first unit has one.
    fn score(&self, run: Run, shown: u64) -> usize {
        let marks = self.marks_in(run);
        let mut longest = 0;
        for mark in marks {
            longest = longest.max(mark.span.range().len());
        }
        let new = (self.terms(run) & !shown).count_ones() as usize;
        let at_once = usize::from(!self.marks_in((run.0, run.0 + 1)).is_empty());
        ((new * 100 + longest.min(99)) * 100 + marks.len().min(99)) * 2 + at_once
    }

    /// The distinct terms that a run shows, one bit each; a query has rarely more than there are bits.
    fn terms(&self, run: Run) -> u64 {
        let marks = self.marks_in(run).iter();
        marks.fold(0, |terms, mark| terms | 1 << (mark.term % 64))
    }

    /// The marks that begin in a run.
    fn marks_in(&self, run: Run) -> &[Mark] {
        let begins_before = |place: usize| {
            let is_before = |mark: &Mark| mark.span.range().start < place;
            self.marks.partition_point(is_before)
        };
        let from = begins_before(self.units[run.0].start);
        &self.marks[from..begins_before(self.units[run.1 - 1].end)]
    }

    /// The window of a run. It may reach back to give a mark some context, but not behind `floor`.
    fn window(&self, run: Run, floor: usize) -> Window {
        let (first, last) = (&self.units[run.0], &self.units[run.1 - 1]);
        let own = self.marks_in(run);
        let start = own.first().map_or(first.start, |mark| {
            self.context(first, mark.span.range().start)
        });
        let start = start.max(floor);
        // A phrase may run on into the next sentence.
        let reach = own.last().map_or(0, |mark| mark.span.range().end);
        let end = last.end.max(reach);
        let span = Span::text(start..end);
        let mut marks = self.marks.clone();
        marks.retain(|mark| span.contains(mark.span));
        Window {
            span,
            marks,
            cut_before: start > first.sentence.start,
            cut_after: end != last.sentence.end,
        }
    }

    /// Where to begin a window so that some words of its sentence stand before a mark.
    fn context(&self, unit: &Unit, mark: usize) -> usize {
        let length = self.length / 4;
        let wanted = mark.saturating_sub(length);
        if wanted >= unit.start {
            return unit.start;
        }
        // A few words more, and the sentence is not cut.
        if wanted <= unit.sentence.start + length {
            return unit.sentence.start;
        }
        let before = &self.text[self.text.floor_char_boundary(wanted)..unit.start];
        let words = before.find(char::is_whitespace);
        unit.start - words.map_or(0, |at| before[at..].trim_start().len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::aliases::Aliases;
    use crate::index::{Builder, Document};

    fn found(text: &str, query: &str, length: usize) -> Vec<(Window, String)> {
        let mut builder = Builder::new(&[], Aliases::default());
        builder.push(&Document {
            text,
            language: "en",
            ..Document::default()
        });
        let index = builder.finish();
        let marks = index.marks(&index.search(query, false, false), 0, "", text);
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
            ["they say that the silver economy grows and grows and…"]
        );
        assert_eq!(
            shown(&text, "peace", 40),
            ["…grows and grows and grows and grows and for peace"]
        );
        assert_eq!(
            shown(&text, "silver peace", 40),
            [
                "they say that the silver economy grows and grows and…",
                "…grows and grows and grows and grows and for peace"
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
