//! The naive twin: reads every document for every query, and must find what the index finds.

mod any;
mod tests;

use std::collections::BTreeSet;

use dateline_model::{Day, Part, Span};

use super::similar::tests::distance;
use crate::index::Document;
use crate::mark::Mark;
use crate::query::{Mode, Query, Rows, Step, Term, Value, When, words};
use crate::stem::stem;
use crate::text::{ACRONYM, base, is_dense, tokens};

const FACETS: [&str; 2] = ["person", "place"];

/// A document, owned.
#[derive(Clone, Debug)]
struct Text {
    headline: String,
    text: String,
    language: &'static str,
    day: Option<i32>,
    values: Vec<(usize, &'static str)>,
}

/// A token of a document, owned.
#[derive(Clone, Debug)]
struct Piece {
    part: Part,
    form: String,
    start: usize,
    end: usize,
    position: u32,
    length: u32,
}

impl Text {
    fn document(&self) -> Document<'_> {
        Document {
            headline: &self.headline,
            text: &self.text,
            language: self.language,
            days: self.day.map(|day| (Day(day), Day(day + 1))),
        }
    }

    fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (part, text) in [(Part::Headline, &self.headline), (Part::Text, &self.text)] {
            tokens(text, 0, &mut |token| {
                pieces.push(Piece {
                    part,
                    form: token.form.to_owned(),
                    start: token.start,
                    end: token.end,
                    position: token.position,
                    length: token.length,
                });
            });
        }
        pieces
    }

    fn is(&self, form: &str, mode: Mode, piece: &Piece) -> bool {
        let own = base(&piece.form);
        let same = own == form;
        let begins = own.starts_with(form);
        let stemmed = self.language == "en" && stem(own).is_some() && stem(own) == stem(form);
        match mode {
            Mode::Exact => same,
            Mode::Similar => same || is_similar(form, own),
            Mode::Stem => same || stemmed,
            Mode::Prefix => begins,
            Mode::Typed => begins || stemmed,
            Mode::Acronym => same && piece.form.ends_with(ACRONYM),
        }
    }

    /// The first and last piece of every place where a row stands.
    fn row(&self, pieces: &[Piece], row: &str) -> Vec<(Piece, Piece)> {
        let mut found: Vec<(Piece, Piece)> = Vec::new();
        for (number, (form, mode)) in words(row).enumerate() {
            let fitting = pieces.iter().filter(|piece| self.is(form, mode, piece));
            if number == 0 {
                found = fitting
                    .map(|piece| (piece.clone(), piece.clone()))
                    .collect();
            } else {
                let next: Vec<&Piece> = fitting.collect();
                let longer = found.iter().flat_map(|(first, last)| {
                    let follows = next.iter().filter(|piece| {
                        piece.part == last.part && piece.position == last.position + last.length
                    });
                    follows.map(|piece| (first.clone(), (*piece).clone()))
                });
                found = longer.collect();
            }
        }
        found
    }

    fn rows(&self, pieces: &[Piece], rows: &Rows) -> Vec<(Piece, Piece)> {
        rows.rows().flat_map(|row| self.row(pieces, row)).collect()
    }

    fn term(&self, pieces: &[Piece], term: &Term) -> BTreeSet<(Part, usize, usize)> {
        let mut found = self.rows(pieces, &term.rows);
        let except = self.rows(pieces, &term.except);
        found.retain(|(first, last)| {
            !except.iter().any(|(from, to)| {
                from.part == first.part
                    && from.position <= first.position
                    && last.position + last.length <= to.position + to.length
            })
        });
        if !term.near.is_empty() {
            let near = |a: &(Piece, Piece), b: &(Piece, Piece)| {
                let gap = |a: &(Piece, Piece), b: &(Piece, Piece)| {
                    let end = a.1.position + a.1.length;
                    b.0.position >= end && b.0.position - end < term.distance
                };
                a.0.part == b.0.part && (gap(a, b) || gap(b, a))
            };
            let (left, right) = (found, self.rows(pieces, &term.near));
            let one = left.iter().filter(|a| right.iter().any(|b| near(a, b)));
            let other = right.iter().filter(|b| left.iter().any(|a| near(a, b)));
            found = one.chain(other).cloned().collect();
        }
        found.retain(|(first, _)| !term.headline || first.part == Part::Headline);
        let is_pair = |row: &str| {
            words(row)
                .last()
                .is_some_and(|(form, mode)| mode == Mode::Prefix && is_dense(form))
        };
        let pair = term.near.is_empty() && term.rows.rows().any(is_pair);
        let ends = found.into_iter().map(|(first, last)| {
            let text = if last.part == Part::Headline {
                &self.headline
            } else {
                &self.text
            };
            // A whole covers its parts, and a mark the words from the first to the last.
            let end = pieces.iter().filter(|piece| {
                piece.part == last.part
                    && piece.length == 1
                    && piece.position == last.position + last.length - 1
            });
            let end = end
                .map(|piece| (piece.start, piece.end))
                .next()
                .unwrap_or((last.start, last.end));
            let c = text[end.0..].chars().next().unwrap();
            let end = if pair && is_dense(&c.to_string()) {
                end.0 + c.len_utf8()
            } else {
                end.1
            };
            (first.part, first.start, end)
        });
        ends.collect()
    }

    fn fulfils(&self, query: &Query, terms: &[BTreeSet<(Part, usize, usize)>]) -> bool {
        let mut stack = Vec::new();
        for step in &query.steps {
            let last = |stack: &mut Vec<bool>, count: &u16| {
                stack.split_off(stack.len() - usize::from(*count))
            };
            let holds = match step {
                Step::Term(term) => !terms[usize::from(*term)].is_empty(),
                Step::Value(place) => {
                    let wanted = &query.values[usize::from(*place)];
                    let own = self
                        .values
                        .iter()
                        .filter(|(facet, _)| *facet == wanted.facet);
                    own.into_iter().any(|(_, value)| has_value(value, wanted))
                }
                Step::Published(when) => self.day.is_some_and(|day| match when {
                    When::Within(from, to) => day <= to.0 && day + 1 >= from.0,
                    When::Before(before) => day < before.0,
                    When::After(after) => day > after.0,
                }),
                Step::All(count) => last(&mut stack, count).into_iter().all(|holds| holds),
                Step::Any(count) => last(&mut stack, count).into_iter().any(|holds| holds),
                Step::Not => !stack.pop().unwrap(),
            };
            stack.push(holds);
        }
        stack.pop().unwrap_or(true)
    }
}

/// Whether two words are one letter apart, or two from nine letters on.
fn is_similar(wanted: &str, own: &str) -> bool {
    let letters = |word: &str| word.chars().collect::<Vec<_>>();
    let reach = match wanted.chars().count() {
        _ if wanted.contains(|c: char| c.is_numeric() || c == '.') || is_dense(wanted) => 0,
        0..3 | 33.. => 0,
        3..9 => 1,
        _ => 2,
    };
    reach > 0 && distance(&letters(wanted), &letters(own)) <= reach
}

/// Whether the wanted words stand in a row in a value; the last may go on.
fn has_value(value: &str, wanted: &Value) -> bool {
    let mut forms = Vec::new();
    tokens(value, 0, &mut |token| {
        forms.push(base(token.form).to_owned());
    });
    let words: Vec<&str> = wanted.words.split_whitespace().collect();
    forms.windows(words.len()).any(|window| {
        let last = words.len() - 1;
        let pairs = window.iter().zip(&words).enumerate();
        pairs.into_iter().all(|(n, (form, word))| {
            form == word || n == last && wanted.open && form.starts_with(*word)
        })
    })
}

/// Whether a document fulfils a query, and what is marked in it.
fn twin(text: &Text, query: &Query) -> (bool, Vec<Mark>) {
    let pieces = text.pieces();
    let terms: Vec<_> = query
        .terms
        .iter()
        .map(|term| text.term(&pieces, term))
        .collect();
    let mut marks = Vec::new();
    for (place, places) in terms.iter().enumerate() {
        let Some(number) = query.number(place) else {
            continue;
        };
        for (part, start, end) in places {
            let span = Span::new(*part, *start..*end);
            marks.push(Mark { span, term: number });
        }
    }
    // Among those that overlap, the first, then the longest, then the earliest term stays.
    marks.sort_by_key(|mark| {
        (
            mark.span.part,
            mark.span.start,
            u32::MAX - mark.span.end,
            mark.term,
        )
    });
    let mut kept: Vec<Mark> = Vec::new();
    for mark in marks {
        let overlaps = |other: &Mark| {
            let (a, b) = (mark.span, other.span);
            a.part == b.part && a.start < b.end && b.start < a.end
        };
        if !kept.iter().any(overlaps) {
            kept.push(mark);
        }
    }
    (text.fulfils(query, &terms), kept)
}
