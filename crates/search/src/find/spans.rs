//! From positions back to the bytes of a document.

use dateline_model::{Part, Span};

use crate::index::Index;
use crate::mark::Mark;
use crate::query::{Mode, Term, words as words_of};
use crate::text::{is_dense, tokens};

use super::Answer;

impl Index {
    /// What an answer highlights in a document: sorted, non-overlapping; where two overlap, the one that begins first, then
    /// the longer one stays. `headline` and `text` must be those that the document was built from. Linear in their length.
    #[must_use]
    pub fn marks(&self, answer: &Answer, document: u32, headline: &str, text: &str) -> Vec<Mark> {
        if answer.query.terms.is_empty() {
            return Vec::new();
        }
        self.find_spans(answer, document, headline, text)
    }

    /// The same for an answer that has terms. Not inlined, so that a page can load it when somebody searches.
    #[inline(never)]
    fn find_spans(&self, answer: &Answer, document: u32, headline: &str, text: &str) -> Vec<Mark> {
        let Some(layout) = self.documents.get(document as usize) else {
            return Vec::new();
        };
        let hits_of = |term: usize| {
            let hits = &answer.found[term].hits;
            let from = hits.partition_point(|hit| hit.start < layout.headline);
            let until = hits.partition_point(|hit| hit.start < layout.end);
            &hits[from..until]
        };
        let query = &answer.query;
        if (0..query.terms.len()).all(|term| hits_of(term).is_empty()) {
            return Vec::new();
        }
        let places = [
            (Part::Headline, headline, layout.headline),
            (Part::Text, text, layout.text),
        ];
        let mut marks = Vec::new();
        for (part, text, first) in places {
            let words = words(text, first);
            for (at, term) in query.terms.iter().enumerate() {
                let Some(number) = query.number(at) else {
                    continue;
                };
                let cut = ends_in_pair(term);
                for hit in hits_of(at) {
                    let place = |position: u32| words.get(position.checked_sub(first)? as usize);
                    let (Some(from), Some(to)) = (place(hit.start), place(hit.end - 1)) else {
                        continue;
                    };
                    let end = if cut { cut_pair(text, *to) } else { to.1 };
                    let span = Span::new(part, from.0..end);
                    marks.push(Mark { span, term: number });
                }
            }
        }
        without_overlaps(marks)
    }
}

/// The first and last byte of the word at each position.
fn words(text: &str, first: u32) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    tokens(text, first, &mut |token| {
        let place = (token.position - first) as usize;
        // The second writing of an umlaut stands at the same position.
        if token.length == 1 && place >= words.len() {
            // A free position between paragraphs is an empty range that nothing hits.
            words.resize(place, (0, 0));
            words.push((token.start, token.end));
        }
    });
    words
}

/// Whether a term ends in a single dense character, which is found as the beginning of a pair.
fn ends_in_pair(term: &Term) -> bool {
    let mut rows = term.rows.rows();
    term.near.is_empty()
        && rows.any(|row| {
            words_of(row)
                .last()
                .is_some_and(|(form, mode)| mode == Mode::Prefix && is_dense(form))
        })
}

/// Where the first character of a pair ends.
fn cut_pair(text: &str, (start, end): (usize, usize)) -> usize {
    match text[start..end].chars().next() {
        Some(c) if is_dense(c.encode_utf8(&mut [0; 4])) => start + c.len_utf8(),
        _ => end,
    }
}

fn without_overlaps(mut marks: Vec<Mark>) -> Vec<Mark> {
    dateline_compact::sort_by_key(&mut marks, |mark| {
        let Span { part, start, end } = mark.span;
        (part, start, std::cmp::Reverse(end), mark.term)
    });
    let mut end = (Part::Headline, 0);
    marks.retain(|mark| {
        let span = mark.span;
        let free = span.start < span.end && (span.part, span.start) >= end;
        if free {
            end = (span.part, span.end);
        }
        free
    });
    marks
}
