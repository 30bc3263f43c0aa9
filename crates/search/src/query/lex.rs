//! The parts of a query: operators, phrases and chunks without spaces.

use std::ops::Range;

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lexeme {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// What a part of a query is.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// A word and a colon before something; the range is that of both.
    Field,
    /// What stands between quotation marks, at this range.
    Phrase(Range<usize>),
    /// What stands behind a quotation mark that is never closed, at this range.
    OpenPhrase(Range<usize>),
    /// Anything else without spaces.
    Chunk,
}

/// How far apart words may be for `NEAR` without a number.
const NEAR: u32 = 5;

/// Cuts a query into its parts, at most `most` of them. `is_field` knows the fields. Linear in the length of the query.
pub fn lex(query: &str, most: usize, is_field: &dyn Fn(&str) -> bool) -> Vec<Lexeme> {
    let mut lexemes = Vec::new();
    let mut at = 0;
    while let Some(c) = query[at..].chars().next()
        && lexemes.len() < most
    {
        let next = at + c.len_utf8();
        let (kind, end) = match c {
            c if c.is_whitespace() => {
                at = next;
                continue;
            }
            '(' => (Kind::Open, next),
            ')' => (Kind::Close, next),
            c if is_minus(c) => {
                let rest = query[at..].trim_start_matches(is_minus);
                at = query.len() - rest.len();
                if rest.starts_with(|c: char| !c.is_whitespace() && c != ')') {
                    lexemes.push(Lexeme {
                        kind: Kind::Minus,
                        range: next - c.len_utf8()..at,
                    });
                }
                continue;
            }
            c if is_quote(c) => match query[next..].find(is_quote) {
                Some(length) => {
                    let end = next + length;
                    let closing = query[end..].chars().next().map_or(0, char::len_utf8);
                    (Kind::Phrase(next..end), end + closing)
                }
                None => (Kind::OpenPhrase(next..query.len()), query.len()),
            },
            _ => chunk(query, at, is_field),
        };
        let range = at..end;
        lexemes.push(Lexeme { kind, range });
        at = end;
    }
    lexemes
}

/// A chunk without spaces, and where it ends.
fn chunk(query: &str, start: usize, is_field: &dyn Fn(&str) -> bool) -> (Kind, usize) {
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
    let end = start + rest.find(is_end).unwrap_or(rest.len());
    let text = &query[start..end];
    let kind = match text {
        "OR" | "|" | "||" => Kind::Or,
        "AND" => Kind::And,
        "NEAR" => Kind::Near(NEAR),
        _ => text
            .strip_prefix("NEAR/")
            .and_then(|number| number.parse().ok())
            .map_or(Kind::Chunk, Kind::Near),
    };
    (kind, end)
}

/// Whether a character excludes what follows.
fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}')
}

/// Whether a character is a quotation mark. Single ones are apostrophes far more often.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '＂' | '«' | '»')
}
