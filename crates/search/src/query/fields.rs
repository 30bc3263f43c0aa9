//! Fields of the query language: `headline:`, `person:`, `date:` and so on.

use dateline_model::{Day, Edtf};

use super::lex::{Kind, Lexeme};
use super::parse::Parser;
use super::words::phrase;
use super::{Mode, Node, Row, When};
use crate::note::Plain;

/// What a field restricts.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Headline,
    Facet(usize),
    Date,
    Before,
    After,
}

impl Field {
    pub(super) fn of(name: &str, facets: &[&str]) -> Option<Self> {
        let is = |other: &str| name.eq_ignore_ascii_case(other);
        let fixed = [
            ("headline", Self::Headline),
            ("date", Self::Date),
            ("before", Self::Before),
            ("after", Self::After),
        ];
        let fixed = fixed.into_iter().find(|(other, _)| is(other));
        let facet = || facets.iter().position(|other| is(other)).map(Self::Facet);
        fixed.map(|(_, field)| field).or_else(facet)
    }
}

impl<'a> Parser<'a> {
    /// A field and its value.
    pub(super) fn field(&mut self, lexeme: &'a Lexeme) -> Option<Node> {
        let at = self.at;
        self.at += 1;
        let name = self.text(lexeme).trim_end_matches(':');
        let value = self.peek().filter(|next| {
            next.range.start == lexeme.range.end
                && matches!(next.kind, Kind::Chunk | Kind::Phrase(_) | Kind::Open)
        });
        let (Some(field), Some(value)) = (Field::of(name, self.facets), value) else {
            if self.is_being_typed(at) {
                return None;
            }
            self.note(lexeme, Plain::Field);
            return self.chunk(name, Mode::Stem, Mode::Stem);
        };
        match field {
            Field::Headline => {
                let before = std::mem::replace(&mut self.headline, true);
                let node = self.unary();
                self.headline = before;
                node
            }
            Field::Facet(facet) => self.value(facet, value),
            Field::Date | Field::Before | Field::After => self.date(field, lexeme, value),
        }
    }

    /// The value of a facet.
    fn value(&mut self, facet: usize, lexeme: &Lexeme) -> Option<Node> {
        let at = self.at;
        let (text, open) = match &lexeme.kind {
            Kind::Phrase(inner) => (&self.query[inner.clone()], false),
            Kind::Chunk => (self.text(lexeme), self.goes_on(lexeme, at)),
            // A group of values is a group of conditions of plain words.
            _ => return self.unary(),
        };
        self.at += 1;
        let goes_on = open || text.ends_with('*');
        let row: Row = phrase(text.trim_end_matches('*'), Mode::Exact, Mode::Exact);
        if row.is_empty() {
            return None;
        }
        Some(Node::Value {
            facet,
            words: row.into_iter().map(|word| word.form).collect(),
            open: goes_on,
        })
    }

    /// A date of publication.
    fn date(&mut self, field: Field, name: &Lexeme, value: &Lexeme) -> Option<Node> {
        let at = self.at;
        let text = match &value.kind {
            Kind::Phrase(inner) => &self.query[inner.clone()],
            _ => self.text(value),
        };
        if let Some(when) = when(field, text) {
            self.at += 1;
            return Some(Node::Published(when));
        }
        if self.is_being_typed(at) {
            self.at += 1;
            return None;
        }
        let whole = Lexeme {
            kind: Kind::Chunk,
            range: name.range.start..value.range.end,
        };
        self.note(&whole, Plain::Date);
        let field = self.chunk(
            self.text(name).trim_end_matches(':'),
            Mode::Stem,
            Mode::Stem,
        );
        let nodes = field.into_iter().chain(self.unary());
        Some(Node::All(nodes.collect()))
    }
}

/// The condition that a date field and its value make: `2023`, `2023-01..2023-06`, `2023-01..`, `..2023-06`, or any EDTF date.
fn when(field: Field, text: &str) -> Option<When> {
    let text = text.trim();
    let (first, last) = match text.split_once("..") {
        Some(("", to)) => (None, Some(to.parse::<Edtf>().ok()?)),
        Some((from, "")) if !text.contains('/') => (Some(from.parse::<Edtf>().ok()?), None),
        Some((from, to)) if !text.contains(['/', '[']) => (
            Some(from.parse::<Edtf>().ok()?),
            Some(to.parse::<Edtf>().ok()?),
        ),
        _ => {
            let date = text.parse::<Edtf>().ok()?;
            (Some(date), Some(date))
        }
    };
    let first = first.map_or(Day::MIN, |date| date.first);
    let last = last.map_or(Day::MAX, |date| date.last);
    match field {
        Field::Before => Some(When::Before(first)),
        Field::After => Some(When::After(last)),
        Field::Date => Some(When::Within(first.min(last), last.max(first))),
        Field::Headline | Field::Facet(_) => None,
    }
}
