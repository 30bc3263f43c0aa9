//! What one article says.

use dateline_model::{Article, Mention, Part, Span, Visit};

use crate::mentions::mentions;
use crate::names::{Section, mark};
use crate::{events, fold};

/// What one article says: mentions for the filters, and its visits, unmerged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The people and places that it mentions, sorted by kind and name.
    pub mentions: Vec<Mention>,
    /// Its visits and talks in the order of the text: one [`Visit`] per visit, each with one report. Ids are unique
    /// within the article; [`crate::merge()`] makes them unique in the collection.
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
    let text = article.text();
    let (headline_lower, text_lower) = (
        article.headline.to_ascii_lowercase(),
        text.to_ascii_lowercase(),
    );
    let mut sections = [
        Section::cut(
            Part::Headline,
            &article.headline,
            &headline_lower,
            article.published,
        ),
        Section::cut(Part::Text, &text, &text_lower, article.published),
    ];
    let roster = mark(article, &mut sections);
    let findings = events::find(article, &sections, &roster);
    let (visits, explanations) = fold::fold(article, &roster, &sections, findings);
    Reading {
        mentions: mentions(&roster, &sections),
        visits,
        explanations,
    }
}
