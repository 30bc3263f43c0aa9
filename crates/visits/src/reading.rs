//! What one article says.

use dateline_model::{Article, Mention, MentionKind, Part, Span, Visit};

use crate::names::Gazetteer;
use crate::text::{TokenKind, tokens};

/// What one article says: mentions for the filters, and its visits, unmerged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The people and places that it mentions, sorted by kind and name.
    pub mentions: Vec<Mention>,
    /// Its visits and talks in the order of the text: one [`Visit`] per visit, each with one report. Ids are unique
    /// within the article; [`crate::merge`] makes them unique in the collection.
    pub visits: Vec<Visit>,
    /// How each sentence that speaks of a visit was understood, in the order of the text.
    pub explanations: Vec<Explanation>,
}

/// How one phrase that may speak of a visit was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The sentence.
    pub sentence: Span,
    /// The words that set the rule off.
    pub trigger: Span,
    /// The rule's name.
    pub rule: &'static str,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a phrase that may speak of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It reports the visit with this id.
    Taken(dateline_model::VisitId),
    /// It reports no visit, for this reason.
    Refused(&'static str),
}

/// Reads one article. Linear in its length; no text makes it fail.
#[must_use]
pub fn read(article: &Article) -> Reading {
    let mut mentions = Vec::new();
    for (part, text) in [
        (Part::Headline, article.headline.clone()),
        (Part::Text, article.text()),
    ] {
        collect(&mut mentions, part, &text);
    }
    mentions.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    Reading {
        mentions,
        ..Reading::default()
    }
}

/// Adds the places that a part mentions.
fn collect(mentions: &mut Vec<Mention>, part: Part, text: &str) {
    let lower = text.to_ascii_lowercase();
    let found = tokens(text, &lower);
    let mut at = 0;
    while let Some(token) = found.get(at) {
        let place = Gazetteer::get().place(&found, at);
        let count = place.map_or(1, |(_, count)| count);
        if token.kind == TokenKind::Word
            && let Some((entry, count)) = place
            && let Some(last) = found.get(at + count - 1)
        {
            let span = Span::new(part, token.start..last.end());
            match mentions.iter_mut().find(|known| known.name == entry.name) {
                Some(known) => known.spans.push(span),
                None => mentions.push(Mention {
                    kind: MentionKind::Place,
                    name: entry.name.to_owned(),
                    country: entry.country.map(str::to_owned),
                    spans: vec![span],
                }),
            }
        }
        at += count;
    }
}
