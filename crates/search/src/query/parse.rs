//! From the parts of a query to its tree.

use std::ops::Range;

use super::fields::Field;
use super::lex::{Kind, Lexeme, lex};
use super::words::{Segment, phrase, segments};
use super::{MAX_TERMS, Mode, Node, Query, Term, Wanted};
use crate::note::{Note, Plain};
use crate::text::{Class, class};

/// Parentheses deeper than this are read as if they were not there.
const MAX_DEPTH: usize = 32;

/// What stands behind so many words and operators is left out, with a note.
const MAX_PARTS: usize = 4096;

/// Reads a query. With `typing`, its last word may still go on, and what is open at its end is not yet wrong. `facets` are
/// the names of the facets that fields can name. Linear in the length of the query.
#[must_use]
pub fn parse(query: &str, typing: bool, facets: &[&str]) -> Query {
    let is_field = |name: &str| Field::of(name, facets).is_some();
    let mut lexemes = lex(query, MAX_PARTS, &is_field);
    let full = lexemes.len() >= MAX_PARTS;
    let mut out = Query::default();
    match_parentheses(query, typing, &mut lexemes, &mut out.notes);
    let mut parser = Parser {
        query,
        typing,
        facets,
        lexemes: &lexemes,
        at: 0,
        headline: false,
        negated: false,
        full: false,
        out,
    };
    let mut parts = Vec::new();
    parser.out.root = parser.all(Some(&mut parts));
    parser.out.parts = parts;
    parser.out.forget_unused_terms();
    if parser.full || full {
        let used = u32::try_from(parser.out.terms.len()).unwrap_or(u32::MAX);
        parser.out.notes.push(Note::TooLong { used });
    }
    let nothing = parser.out.parts.is_empty() && parser.out.notes.is_empty();
    if nothing && !query.trim().is_empty() && !typing {
        parser.out.notes.push(Note::Nothing);
    }
    parser.out
}

/// Drops parentheses that match nothing or stand too deep.
fn match_parentheses(query: &str, typing: bool, lexemes: &mut Vec<Lexeme>, notes: &mut Vec<Note>) {
    let mut open = Vec::new();
    let mut keep = vec![true; lexemes.len()];
    for (at, lexeme) in lexemes.iter().enumerate() {
        match lexeme.kind {
            Kind::Open => open.push(at),
            Kind::Close => match open.pop() {
                Some(partner) if open.len() >= MAX_DEPTH => {
                    keep[at] = false;
                    keep[partner] = false;
                }
                Some(_) => {}
                None => keep[at] = false,
            },
            _ => {}
        }
    }
    for at in open {
        keep[at] = false;
    }
    let dropped = keep.iter().position(|keep| !keep);
    let closing = dropped.filter(|at| !typing || lexemes[*at].kind == Kind::Close);
    if let Some(at) = closing {
        notes.push(Note::Plain {
            text: query[lexemes[at].range.clone()].to_owned(),
            why: Plain::Parenthesis,
        });
    }
    let mut keep = keep.into_iter();
    lexemes.retain(|_| keep.next().unwrap_or(true));
}

pub(super) struct Parser<'a> {
    pub(super) query: &'a str,
    typing: bool,
    pub(super) facets: &'a [&'a str],
    lexemes: &'a [Lexeme],
    pub(super) at: usize,
    /// Inside `headline:`.
    pub(super) headline: bool,
    /// Inside an odd number of minuses.
    negated: bool,
    /// Terms were left out.
    full: bool,
    out: Query,
}

impl<'a> Parser<'a> {
    pub(super) fn peek(&self) -> Option<&'a Lexeme> {
        self.lexemes.get(self.at)
    }

    pub(super) fn text(&self, lexeme: &Lexeme) -> &'a str {
        &self.query[lexeme.range.clone()]
    }

    /// Whether somebody is still typing the lexeme at a place.
    pub(super) fn is_being_typed(&self, at: usize) -> bool {
        self.typing && at + 1 == self.lexemes.len()
    }

    pub(super) fn note(&mut self, lexeme: &Lexeme, why: Plain) {
        let text = self.text(lexeme).to_owned();
        let note = Note::Plain { text, why };
        // One note of a kind is enough for a long query.
        let is_known = |n: &Note| matches!(n, Note::Plain { why: known, .. } if *known == why);
        if !self.out.notes.iter().any(is_known) {
            self.out.notes.push(note);
        }
    }

    /// Everything up to the end or the closing parenthesis. At the top, `parts` gets the range of each condition.
    fn all(&mut self, mut parts: Option<&mut Vec<Range<usize>>>) -> Node {
        let mut all = Vec::new();
        while let Some(lexeme) = self.peek()
            && lexeme.kind != Kind::Close
            && !self.full
        {
            let from = self.at;
            if lexeme.kind == Kind::And {
                self.at += 1;
                continue;
            }
            if let Some(node) = self.any() {
                all.push(node);
                if let Some(parts) = &mut parts {
                    let last = self.at.saturating_sub(1).max(from);
                    parts.push(lexeme.range.start..self.lexemes[last].range.end);
                }
            }
            self.at = self.at.max(from + 1);
        }
        match all.pop() {
            Some(only) if all.is_empty() => only,
            Some(last) => {
                all.push(last);
                Node::All(all)
            }
            None => Node::default(),
        }
    }

    /// Choices with `OR` between them.
    fn any(&mut self) -> Option<Node> {
        let mut choices: Vec<Node> = self.near().into_iter().collect();
        while let Some(lexeme) = self.peek()
            && lexeme.kind == Kind::Or
        {
            let at = self.at;
            self.at += 1;
            let joins = self.peek().is_some_and(|next| {
                !matches!(
                    next.kind,
                    Kind::Or | Kind::And | Kind::Near(_) | Kind::Close
                )
            });
            if choices.is_empty() || !joins {
                choices.extend(self.lone_operator(at));
                break;
            }
            choices.extend(self.near());
        }
        match choices.pop() {
            Some(only) if choices.is_empty() => Some(only),
            Some(last) => {
                choices.push(last);
                Some(Node::Any(choices))
            }
            None => None,
        }
    }

    /// An operator that joins nothing is a word.
    fn lone_operator(&mut self, at: usize) -> Option<Node> {
        if self.is_being_typed(at) {
            return None;
        }
        let lexeme = self.lexemes.get(at)?;
        self.note(lexeme, Plain::LoneOperator);
        self.chunk(self.text(lexeme), Mode::Stem, Mode::Stem)
    }

    /// Terms with `NEAR` between them.
    fn near(&mut self) -> Option<Node> {
        let mut left = self.unary();
        let mut pairs = Vec::new();
        while let Some(lexeme) = self.peek()
            && let Kind::Near(distance) = lexeme.kind
        {
            let at = self.at;
            self.at += 1;
            let right = match self.peek().map(|next| &next.kind) {
                Some(Kind::Chunk | Kind::Phrase(_) | Kind::OpenPhrase(_)) => self.unary(),
                _ => None,
            };
            let Some(pair) = self.pair(left.as_ref(), right.as_ref(), distance) else {
                let word = self.lone_operator(at);
                let nodes = pairs.into_iter().chain(left).chain(word).chain(right);
                return Some(Node::All(nodes.collect()));
            };
            pairs.push(pair);
            left = right;
        }
        match pairs.pop() {
            None => left,
            Some(only) if pairs.is_empty() => Some(only),
            Some(last) => {
                pairs.push(last);
                Some(Node::All(pairs))
            }
        }
    }

    /// The term for two terms near each other.
    fn pair(&mut self, left: Option<&Node>, right: Option<&Node>, distance: u32) -> Option<Node> {
        let (Some(Node::Term(left)), Some(Node::Term(right))) = (left, right) else {
            return None;
        };
        let (left, right) = (&self.out.terms[*left], &self.out.terms[*right]);
        let (Wanted::Rows(first), Wanted::Rows(second)) = (&left.wanted, &right.wanted) else {
            return None;
        };
        let label = format!("{} NEAR/{distance} {}", left.label, right.label);
        let wanted = Wanted::Near {
            left: first.clone(),
            right: second.clone(),
            distance,
        };
        self.term(label, wanted)
    }

    /// A condition with what may stand before it.
    pub(super) fn unary(&mut self) -> Option<Node> {
        let at = self.at;
        let lexeme = self.peek()?;
        match &lexeme.kind {
            Kind::Close => None,
            Kind::Minus => {
                let before = self.negated;
                while self.peek().is_some_and(|next| next.kind == Kind::Minus) {
                    self.at += 1;
                    self.negated = !self.negated;
                }
                let node = self.unary();
                let not = std::mem::replace(&mut self.negated, before) != before;
                node.map(|node| if not { Node::Not(Box::new(node)) } else { node })
            }
            Kind::Open => {
                self.at += 1;
                let node = self.all(None);
                self.at += 1;
                (node != Node::default()).then_some(node)
            }
            Kind::Field => self.field(lexeme),
            Kind::Phrase(inner) => {
                self.at += 1;
                self.phrase(&self.query[inner.clone()], false)
            }
            Kind::OpenPhrase(inner) if self.typing => {
                self.at += 1;
                self.phrase(&self.query[inner.clone()], true)
            }
            Kind::OpenPhrase(inner) => {
                self.at += 1;
                self.note(lexeme, Plain::OpenQuote);
                let words = self.query[inner.clone()].split_whitespace();
                let nodes = words.filter_map(|word| self.chunk(word, Mode::Stem, Mode::Stem));
                Some(Node::All(nodes.collect()))
            }
            Kind::Chunk => {
                self.at += 1;
                self.word(lexeme, at)
            }
            Kind::Or | Kind::And | Kind::Near(_) => {
                self.at += 1;
                self.lone_operator(at)
            }
        }
    }

    fn phrase(&mut self, text: &str, open: bool) -> Option<Node> {
        let trimmed = text.trim();
        let inner = trimmed.trim_end_matches('*').trim_end();
        let goes_on = open && !text.ends_with(char::is_whitespace) || inner.len() < trimmed.len();
        let last = if goes_on { Mode::Prefix } else { Mode::Exact };
        let row = phrase(inner, Mode::Exact, last);
        if row.is_empty() {
            return None;
        }
        self.term(inner.to_owned(), Wanted::Rows(vec![row]))
    }

    /// A chunk with what may stand behind it.
    fn word(&mut self, lexeme: &Lexeme, at: usize) -> Option<Node> {
        let text = self.text(lexeme);
        let word = text.trim_end_matches(['*', '~']);
        let suffix = &text[word.len()..];
        if word.contains(['*', '~']) || suffix.len() > 1 {
            self.note(lexeme, Plain::Wildcard);
        } else if word.is_empty() && !self.is_being_typed(at) {
            self.note(lexeme, Plain::LoneOperator);
        }
        let last = match suffix {
            "*" => Mode::Prefix,
            "~" => Mode::Similar,
            _ if self.goes_on(lexeme, at) => Mode::Typed,
            _ => Mode::Stem,
        };
        self.chunk(word, Mode::Stem, last)
    }

    /// Whether a chunk may be the beginning of a longer word.
    pub(super) fn goes_on(&self, lexeme: &Lexeme, at: usize) -> bool {
        let mut letters = self.text(lexeme).chars().rev();
        let is_part = |c: char| class(c) != Class::Break;
        // `U.` on its way to `U.S.`
        let is_initial = |mut before: std::iter::Rev<std::str::Chars<'_>>| {
            before.next() == Some('.')
                && before.next().is_some_and(is_part)
                && before.next().is_none()
        };
        let open_end = lexeme.range.end == self.query.len();
        self.is_being_typed(at)
            && !self.negated
            && open_end
            && (is_initial(letters.clone()) || letters.next().is_some_and(is_part))
    }

    /// The words of a chunk.
    pub(super) fn chunk(&mut self, text: &str, each: Mode, last: Mode) -> Option<Node> {
        let segments = segments(text, each, last);
        let alone = segments.len() == 1;
        let mut nodes: Vec<Node> = Vec::new();
        for Segment { range, rows } in segments {
            let label = if alone { text } else { &text[range] };
            nodes.extend(self.term(label.to_owned(), Wanted::Rows(rows)));
        }
        if alone {
            nodes.pop()
        } else if nodes.is_empty() {
            None
        } else {
            Some(Node::All(nodes))
        }
    }

    /// The node of a term, which is known once even if it stands in the query twice.
    fn term(&mut self, label: String, wanted: Wanted) -> Option<Node> {
        let term = Term {
            label,
            wanted,
            headline: self.headline,
            negated: self.negated,
        };
        let same = |other: &Term| {
            other.wanted == term.wanted
                && other.headline == term.headline
                && other.negated == term.negated
        };
        if let Some(known) = self.out.terms.iter().position(same) {
            return Some(Node::Term(known));
        }
        if self.out.terms.len() >= MAX_TERMS {
            self.full = true;
            return None;
        }
        self.out.terms.push(term);
        Some(Node::Term(self.out.terms.len() - 1))
    }
}
