//! The very words that a visit was read from.

use std::collections::HashMap;

use dateline_model::{Gloss, Part, Span};

use super::dates::When;
use crate::events::Candidate;
use crate::names::{PersonId, Section, What};

/// The words of an article, with the spots where people are named.
#[derive(Debug)]
pub(super) struct Words<'a> {
    sections: &'a [Section<'a>],
    named: HashMap<(Part, PersonId), Vec<Span>>,
}

impl<'a> Words<'a> {
    /// The words of these sections.
    pub fn of(sections: &'a [Section<'a>]) -> Self {
        let mut named: HashMap<_, Vec<Span>> = HashMap::new();
        for section in sections {
            for mark in &section.marks {
                if let What::Person(person) = mark.what {
                    let span = Span::new(section.part, section.bytes(&mark.tokens));
                    named.entry((section.part, person)).or_default().push(span);
                }
            }
        }
        Self { sections, named }
    }

    /// The gloss of the main phrase, with the words of the date and of the kind, which may stand elsewhere.
    pub fn gloss(&self, main: &Candidate, when: &When, kind: Option<Span>) -> Gloss {
        Gloss {
            who: sorted(main.people.iter().map(|&(id, span)| self.named(id, span))),
            place: sorted(main.spots.iter().map(|&(_, span)| span)),
            when: sorted(when.spans.iter().map(|&span| self.with_preposition(span))),
            kind: kind.into_iter().collect(),
        }
    }

    /// The words that name a person: for a pronoun the last mention before it, else the first.
    fn named(&self, id: PersonId, span: Span) -> Span {
        let all = self
            .named
            .get(&(span.part, id))
            .map_or(&[][..], Vec::as_slice);
        if all.binary_search(&span).is_ok() {
            return span;
        }
        let before = all.partition_point(|other| other.end <= span.start);
        let last = before.checked_sub(1).and_then(|at| all.get(at));
        last.or(all.first()).copied().unwrap_or(span)
    }

    /// A date with the preposition before it: "On Jan. 5".
    fn with_preposition(&self, span: Span) -> Span {
        let section = self
            .sections
            .iter()
            .find(|section| section.part == span.part);
        let before = section.and_then(|section| {
            let at = section
                .tokens
                .partition_point(|token| token.start < span.range().start);
            section.tokens.get(at.checked_sub(1)?)
        });
        match before {
            Some(word)
                if word.is_any(&[
                    "on", "in", "from", "during", "between", "until", "through", "since",
                ]) =>
            {
                Span::new(span.part, word.start..span.range().end)
            }
            _ => span,
        }
    }
}

/// Spans in the order of the text, each once.
fn sorted(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<_> = spans.collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}
