//! The parts of a query: operators, phrases and chunks without spaces.

use crate::text::is_one_of;

/// A part of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lexeme {
    /// What it is.
    pub kind: Kind,
    /// Where it begins, in bytes.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// What a part of a query is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `(`
    Open,
    /// `)`
    Close,
    /// `-` before something
    Minus,
    /// `OR`
    Or,
    /// `AND`
    And,
    /// `NEAR/5`
    Near(u32),
    /// A word and a colon before something.
    Field,
    /// A phrase, with its quotation marks.
    Phrase,
    /// A quotation mark that is never closed, and what stands behind it.
    OpenPhrase,
    /// Anything else without spaces.
    Chunk,
}

/// How far apart words may be for `NEAR` without a number.
const NEAR: u32 = 5;

/// Cuts a query into its parts, at most `most` of them. `is_field` knows the fields. Linear in the length of the query.
pub fn lex(query: &str, most: usize, is_field: impl Fn(&str) -> bool) -> Vec<Lexeme> {
    let mut lexemes = Vec::new();
    let mut start = 0;
    while let Some(c) = query[start..].chars().next()
        && lexemes.len() < most
    {
        let next = start + c.len_utf8();
        let (kind, end) = match c {
            '(' => (Kind::Open, next),
            ')' => (Kind::Close, next),
            _ if c.is_whitespace() => {
                start = next;
                continue;
            }
            _ if is_minus(c) => {
                let rest = query[start..].trim_start_matches(is_minus);
                let end = query.len() - rest.len();
                if rest.starts_with(|c: char| c.is_whitespace() || c == ')') || rest.is_empty() {
                    start = end;
                    continue;
                }
                (Kind::Minus, end)
            }
            _ if is_quote(c) => match query[next..].find(is_quote) {
                Some(length) => {
                    let closing = query[next + length..].chars().next();
                    (
                        Kind::Phrase,
                        next + length + closing.map_or(0, char::len_utf8),
                    )
                }
                None => (Kind::OpenPhrase, query.len()),
            },
            _ => chunk(query, start, &is_field),
        };
        lexemes.push(Lexeme { kind, start, end });
        start = end;
    }
    lexemes
}

/// A chunk without spaces, and where it ends.
fn chunk(query: &str, start: usize, is_field: impl Fn(&str) -> bool) -> (Kind, usize) {
    let rest = &query[start..];
    // Looked for before the end of the chunk, which may be far away.
    let name = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if rest[name..].starts_with(':') && is_field(&rest[..name]) {
        return (Kind::Field, start + name + 1);
    }
    let mut inner = 0;
    let is_end = |c: char| {
        inner += i32::from(c == '(') - i32::from(c == ')');
        c.is_whitespace() || is_quote(c) || inner < 0
    };
    let text = &rest[..rest.find(is_end).unwrap_or(rest.len())];
    let near = text.strip_prefix("NEAR");
    let kind = match text {
        "OR" | "|" | "||" => Kind::Or,
        "AND" => Kind::And,
        "NEAR" => Kind::Near(NEAR),
        _ => near
            .and_then(|rest| rest.strip_prefix('/')?.parse().ok())
            .map_or(Kind::Chunk, Kind::Near),
    };
    (kind, start + text.len())
}

/// Whether a character excludes what follows.
fn is_minus(c: char) -> bool {
    c == '-' || c == '\u{2212}'
}

/// Whether a character is a quotation mark. Single ones are apostrophes far more often.
pub fn is_quote(c: char) -> bool {
    is_one_of(c, "\"“”„‟＂«»")
}
