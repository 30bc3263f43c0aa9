//! One part of an article with what is named in it.

use std::ops::Range;

use dateline_model::{Edtf, Part};

use super::gazetteer::{Entry, Gazetteer, PlaceKind};
use super::roster::PersonId;
use crate::dates::{Timex, find};
use crate::text::{Token, sentences, tokens};

/// One part of an article, cut and marked.
#[derive(Debug)]
pub(crate) struct Section<'t> {
    /// Headline or text.
    pub part: Part,
    /// What is cut.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: Vec<Token<'t>>,
    /// Its sentences, in tokens.
    pub sentences: Vec<Range<usize>>,
    /// Its date expressions.
    pub timexes: Vec<Timex>,
    /// What is named in it, sorted and without overlaps.
    pub marks: Vec<Mark>,
}

/// Something named in a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub what: What,
}

/// What a mark names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Somebody of the roster.
    Person(PersonId),
    /// An office whose holder the article does not name.
    Office(Option<&'static str>),
    /// A place.
    Place(Spot),
    /// A nation, as an adjective.
    Nation(&'static str),
    /// A date expression, by its number.
    Time(usize),
}

/// A place as this article names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The name that labels it.
    pub name: String,
    /// The country that it lies in.
    pub country: Option<&'static str>,
    /// What it is.
    pub kind: PlaceKind,
    /// Other countries with a town of this name, where the text does not say which is meant.
    pub also: &'static str,
}

impl Spot {
    /// Puts a town into the state that it lay in then.
    pub fn set_back(&mut self, year: Option<i32>) {
        if let (Some(country), Some(year)) = (self.country, year)
            && !matches!(self.kind, PlaceKind::Country | PlaceKind::Region)
        {
            self.country = Some(Gazetteer::get().state_in(&self.name, country, year));
        }
    }

    /// Whether it may lie in a country.
    pub fn may_be_in(&self, country: &str) -> bool {
        self.country == Some(country) || self.also.split("; ").any(|other| other == country)
    }
}

impl From<Entry> for Spot {
    fn from(entry: Entry) -> Self {
        Self {
            name: entry.name.to_owned(),
            country: entry.country,
            kind: entry.kind,
            also: entry.also,
        }
    }
}

impl<'t> Section<'t> {
    /// Cuts a part of an article.
    pub fn cut(part: Part, text: &'t str, lower: &'t str, published: Option<Edtf>) -> Self {
        let tokens = tokens(text, lower);
        let sentences = sentences(&tokens);
        Self {
            part,
            text,
            sentences,
            timexes: find(text, published),
            marks: Vec::new(),
            tokens,
        }
    }

    /// The bytes of a range of tokens.
    pub fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(range.start).map_or(0, |token| token.start);
        let end = range
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, Token::end);
        start..end.max(start)
    }

    /// The text of a range of tokens.
    pub fn words(&self, range: &Range<usize>) -> &'t str {
        self.text.get(self.bytes(range)).unwrap_or_default()
    }

    /// For each token the number of the date expression that it lies in.
    pub fn timex_of_tokens(&self) -> Vec<Option<usize>> {
        let mut timexes = self.timexes.iter().enumerate().peekable();
        self.tokens
            .iter()
            .map(|token| {
                while timexes
                    .next_if(|(_, timex)| timex.range.end <= token.start)
                    .is_some()
                {}
                let (number, timex) = timexes.peek()?;
                (timex.range.start < token.end()).then_some(*number)
            })
            .collect()
    }
}
