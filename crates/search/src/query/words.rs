//! From a chunk of text to the rows of words that it stands for.

use std::ops::Range;

use super::{Mode, Rows};
use crate::text::{ACRONYM, base, is_dense, is_one_of, tokens};

/// A token, owned.
struct Piece {
    /// With its mark only if it is an abbreviation with dots.
    form: String,
    range: Range<usize>,
    position: u32,
    length: u32,
}

/// Calls a function with the segments of a chunk: its runs of words that are bound to each other (`win-win`), each with the
/// rows that it stands for: its parts in a row, the whole in one word, the other writing of an umlaut. All words have the
/// mode `each`, but the last one of the chunk the mode `last`.
pub fn segments(chunk: &str, each: Mode, last: Mode, call: &mut dyn FnMut(Range<usize>, Rows)) {
    let pieces = pieces(chunk);
    let mut start = 0;
    for at in 1..=pieces.len() {
        let before = &pieces[at - 1];
        let mode = match pieces.get(at) {
            None => last,
            Some(next) => {
                let between = chunk.get(before.range.end..next.range.start);
                if next.position == before.position
                    || between.unwrap_or_default().chars().all(is_glue)
                {
                    continue;
                }
                each
            }
        };
        let own = &pieces[start..at];
        let end = own.iter().map(|piece| piece.range.end).max();
        call(
            own[0].range.start..end.unwrap_or_default(),
            rows(own, each, mode),
        );
        start = at;
    }
}

/// The row of words of a phrase.
pub fn phrase(text: &str, each: Mode, last: Mode) -> Rows {
    let mut rows = Rows::default();
    push_row(&pieces(text), each, last, &mut rows);
    rows
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

/// The rows that a segment stands for.
fn rows(pieces: &[Piece], each: Mode, last: Mode) -> Rows {
    let mut rows = Rows::default();
    let positions = push_row(pieces, each, last, &mut rows);
    for (at, piece) in pieces.iter().enumerate() {
        // Both writings of an umlaut stand at the same position.
        let is_other = positions == 1 && at > 0;
        let is_whole = piece.length > 1 && piece.length == positions;
        if is_other || is_whole {
            rows.begin_row();
            push_word(piece, last, &mut rows);
        }
    }
    rows
}

/// Appends a row of one token for each position, and gives their number.
fn push_row(pieces: &[Piece], each: Mode, last: Mode, rows: &mut Rows) -> u32 {
    let mut positions = 0;
    let mut before: Option<&Piece> = None;
    let mut rest = pieces.iter().filter(|piece| piece.length == 1).peekable();
    while let Some(piece) = rest.next() {
        if before.is_some_and(|before| before.position == piece.position) {
            continue;
        }
        positions += 1;
        let is_last = rest
            .peek()
            .is_none_or(|next| next.position == piece.position);
        let single = is_dense(&piece.form) && piece.form.chars().nth(1).is_none();
        if is_last && single {
            // The last character of a run. After a pair it says nothing new; alone it may begin any pair.
            if before.is_none_or(|pair| pair.range.end != piece.range.end) {
                rows.push(&piece.form, Mode::Prefix);
            }
        } else {
            push_word(piece, if is_last { last } else { each }, rows);
        }
        before = Some(piece);
    }
    positions
}

fn push_word(piece: &Piece, mode: Mode, rows: &mut Rows) {
    let form = base(&piece.form);
    // An abbreviation with dots is complete, and so is a pair of dense characters.
    let complete = form != piece.form || is_dense(form);
    let mode = match mode {
        Mode::Typed if complete => Mode::Stem,
        Mode::Prefix if complete => Mode::Exact,
        mode => mode,
    };
    rows.push(form, mode);
}

/// Whether a character between two words of a chunk binds them.
fn is_glue(c: char) -> bool {
    !is_one_of(c, ",;/|+=<>()[]{}!?*~…—、，。；・")
}
