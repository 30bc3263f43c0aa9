//! From a chunk of text to the rows of words that it stands for.

use std::ops::Range;

use super::{Mode, Row, Word};
use crate::text::{ACRONYM, base, is_dense, tokens};

/// A run of words in a chunk that are bound to each other (`win-win`), and the rows that it stands for.
#[derive(Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it stands in the chunk, in bytes.
    pub range: Range<usize>,
    /// What it stands for: its parts in a row, the whole in one word, the other writing of an umlaut.
    pub rows: Vec<Row>,
}

/// A token, owned.
struct Piece {
    form: String,
    range: Range<usize>,
    position: u32,
    length: u32,
}

/// The segments of a chunk. All words have the mode `each`, but the last one of the chunk the mode `last`.
pub fn segments(chunk: &str, each: Mode, last: Mode) -> Vec<Segment> {
    let pieces = pieces(chunk);
    let mut segments: Vec<Segment> = Vec::new();
    let mut start = 0;
    for (at, next) in pieces.iter().enumerate().skip(1) {
        let before = &pieces[at - 1];
        let between = chunk
            .get(before.range.end..next.range.start)
            .unwrap_or_default();
        if next.position > before.position && !between.chars().all(is_glue) {
            segments.push(segment(&pieces[start..at], each, each));
            start = at;
        }
    }
    if start < pieces.len() {
        segments.push(segment(&pieces[start..], each, last));
    }
    segments
}

/// The row of words of a phrase.
pub fn phrase(text: &str, each: Mode, last: Mode) -> Row {
    let pieces = pieces(text);
    row(&pieces, each, last)
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    tokens(text, 0, &mut |token| {
        let dotted = token.form.ends_with(ACRONYM) && text[token.start..token.end].contains('.');
        let form = if dotted { token.form } else { base(token.form) };
        pieces.push(Piece {
            form: form.to_owned(),
            range: token.start..token.end,
            position: token.position,
            length: token.length,
        });
    });
    pieces
}

fn segment(pieces: &[Piece], each: Mode, last: Mode) -> Segment {
    let mut rows = vec![row(pieces, each, last)];
    let positions: u32 = plain(pieces).count().try_into().unwrap_or(u32::MAX);
    let is_other = |piece: &&Piece| piece.length > 1 && piece.length == positions;
    let wholes = pieces.iter().filter(is_other);
    rows.extend(wholes.map(|piece| vec![word(piece, last)]));
    if positions == 1 {
        // Both writings of an umlaut stand at the same position.
        rows.extend(pieces.iter().skip(1).map(|piece| vec![word(piece, last)]));
    }
    let start = pieces.first().map_or(0, |piece| piece.range.start);
    let end = pieces.iter().map(|piece| piece.range.end).max();
    Segment {
        range: start..end.unwrap_or(start),
        rows,
    }
}

/// One token for each position.
fn plain(pieces: &[Piece]) -> impl Iterator<Item = &Piece> {
    let mut last = None;
    pieces.iter().filter(move |piece| {
        let first = piece.length == 1 && last != Some(piece.position);
        if first {
            last = Some(piece.position);
        }
        first
    })
}

fn row(pieces: &[Piece], each: Mode, last: Mode) -> Row {
    let pieces: Vec<&Piece> = plain(pieces).collect();
    let mut row: Row = pieces.iter().map(|piece| word(piece, each)).collect();
    let Some((end, before)) = pieces.split_last() else {
        return row;
    };
    if is_dense(&end.form) && end.form.chars().nth(1).is_none() {
        // The last character of a run. After a pair it says nothing new; alone it may begin any pair.
        let follows_pair = before
            .last()
            .is_some_and(|pair| pair.range.end == end.range.end);
        row.pop();
        if !follows_pair {
            row.push(Word {
                form: end.form.clone(),
                mode: Mode::Prefix,
            });
        }
    } else if let Some(word) = row.last_mut() {
        *word = self::word(end, last);
    }
    row
}

fn word(piece: &Piece, mode: Mode) -> Word {
    let form = base(&piece.form);
    // An abbreviation with dots is complete, and so is a pair of dense characters.
    let complete = form != piece.form || is_dense(form);
    let mode = match mode {
        Mode::Typed if complete => Mode::Stem,
        Mode::Prefix if complete => Mode::Exact,
        mode => mode,
    };
    Word {
        form: form.to_owned(),
        mode,
    }
}

/// Whether a character between two words of a chunk binds them.
fn is_glue(c: char) -> bool {
    !matches!(
        c,
        ',' | ';'
            | '/'
            | '|'
            | '+'
            | '='
            | '<'
            | '>'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '!'
            | '?'
            | '*'
            | '~'
            | '…'
            | '—'
            | '、'
            | '，'
            | '。'
            | '；'
            | '・'
    )
}
