//! Fields of the query language: `headline:`, `person:`, `date:` and so on.

use dateline_model::{Day, Edtf};

use super::lex::{Kind, Lexeme};
use super::parse::Parser;
use super::rows::words;
use super::words::phrase;
use super::{Mode, Step, Value, When};
use crate::note::Plain;

/// The fields that are not names of facets.
pub const FIELDS: [&str; 4] = ["headline", "date", "before", "after"];

/// What other search boxes call a headline.
pub(crate) const TITLE: &str = "title";

/// What a field restricts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Headline,
    Date,
    Before,
    After,
    Facet(usize),
}

impl Field {
    pub(super) fn of(name: &str, facets: &[&str]) -> Option<Self> {
        let kinds = [Self::Headline, Self::Date, Self::Before, Self::After];
        for (other, field) in FIELDS.iter().zip(kinds) {
            if name.eq_ignore_ascii_case(other) {
                return Some(field);
            }
        }
        if name.eq_ignore_ascii_case(TITLE) {
            return Some(Self::Headline);
        }
        let is_name = |facet: &&str| name.eq_ignore_ascii_case(facet);
        facets.iter().position(is_name).map(Self::Facet)
    }
}

impl Parser<'_> {
    /// A field, which was just read, and its value.
    pub(super) fn field(&mut self, lexeme: Lexeme) -> bool {
        let name = self.text(lexeme).trim_end_matches(':');
        let value = self.peek().filter(|next| {
            next.start == lexeme.end && matches!(next.kind, Kind::Chunk | Kind::Phrase | Kind::Open)
        });
        let (Some(field), Some(value)) = (Field::of(name, self.facets), value) else {
            if self.was_being_typed() {
                return false;
            }
            self.note(lexeme.start, lexeme.end, Plain::Field);
            return self.chunk(name, Mode::Exact, Mode::Exact);
        };
        match field {
            Field::Headline => {
                let before = std::mem::replace(&mut self.headline, true);
                let found = self.unary();
                self.headline = before;
                found
            }
            // A group of values is a group of conditions of plain words.
            Field::Facet(_) if value.kind == Kind::Open => self.unary(),
            Field::Facet(facet) => self.value(facet, value),
            Field::Date | Field::Before | Field::After => self.date(field, lexeme, value),
        }
    }

    /// The value of a facet.
    fn value(&mut self, facet: usize, lexeme: Lexeme) -> bool {
        self.at += 1;
        let text = self.text(lexeme);
        let rows = phrase(text, Mode::Exact, Mode::Exact);
        if rows.is_empty() {
            return false;
        }
        // A single dense character begins a pair.
        let is_pair = rows
            .rows()
            .flat_map(words)
            .any(|(_, mode)| mode == Mode::Prefix);
        let goes_on = lexeme.kind == Kind::Chunk && self.goes_on(lexeme);
        let place = self.out.values.len() as u16;
        self.out.values.push(Value {
            facet,
            words: rows.first_forms(),
            open: is_pair || goes_on || text.ends_with('*'),
        });
        self.out.steps.push(Step::Value(place));
        true
    }

    /// A date of publication.
    fn date(&mut self, field: Field, name: Lexeme, value: Lexeme) -> bool {
        let when = when(field, self.text(value));
        self.at += 1;
        if let Some(when) = when {
            self.out.steps.push(Step::Published(when));
            return true;
        }
        if self.was_being_typed() {
            return false;
        }
        self.note(name.start, value.end, Plain::Date);
        self.at -= 1;
        let word = self.text(name).trim_end_matches(':');
        let count = u16::from(self.chunk(word, Mode::Exact, Mode::Exact)) + u16::from(self.unary());
        self.join(Step::All(count), count)
    }
}

/// The condition that a date field and its value make: `2023`, `2023-01..2023-06`, `2023-01..`, `..2023-06`, or any EDTF date.
fn when(field: Field, text: &str) -> Option<When> {
    let text = text.trim();
    let (from, to) = match dateline_model::split_range(text) {
        Some(ends) if !text.contains(['/', '[']) => ends,
        _ => (text, text),
    };
    let (mut first, mut last) = (Day::MIN, Day::MAX);
    if from.is_empty() && to.is_empty() {
        return None;
    }
    if !from.is_empty() {
        first = from.parse::<Edtf>().ok()?.first;
    }
    if !to.is_empty() {
        last = to.parse::<Edtf>().ok()?.last;
    }
    match field {
        Field::Before => Some(When::Before(first)),
        Field::After => Some(When::After(last)),
        _ => Some(When::Within(first.min(last), last.max(first))),
    }
}
