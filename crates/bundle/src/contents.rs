//! What a bundle holds.

use std::cmp::Reverse;

use dateline_model::{Article, Mention, Visit};
use serde::{Deserialize, Serialize};

use crate::common_aliases;

/// The collection as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its title.
    pub title: String,
    /// One sentence or two about it.
    pub description: Option<String>,
    /// What readers must know about it, paragraph by paragraph, in plain text.
    pub about: Vec<String>,
    /// BCP 47 tag of the language and region in which the page writes dates and names.
    pub locale: String,
    /// Where readers report a mistake: an address of a page or a mailbox. The page fills in `{visit}`, `{sentence}` and
    /// `{build}` where they stand in it, each encoded for an address.
    pub report: Option<String>,
    /// What the timeline groups visits by to begin with: `country` (the one visited), `visitor`, `visitor-country`,
    /// `source` or `kind`.
    pub group_by: Option<String>,
}

/// What a page says of the record before it is fetched; the rows are a file of their own ([`crate::record`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordInfo {
    /// Its name: "U.S. visits on record".
    pub name: String,
    /// What it covers, in words that can stand inside a sentence: "visits to and from the United States, 1866–2023".
    pub scope: String,
    /// Who made it.
    pub source: Option<String>,
    /// Where it stands.
    pub url: Option<String>,
    /// How many rows it has.
    pub rows: u32,
    /// Its name with the years of its rows: "U.S. visits on record, 1866–2023". Made when the collection is packed, so that the
    /// page need not.
    pub label: String,
}

/// An article and who and what it mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The article.
    pub article: Article,
    /// People and places that it mentions.
    pub mentions: Vec<Mention>,
}

/// Everything that the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The collection as a whole.
    pub about: About,
    /// The articles, newest first, undated last.
    pub articles: Vec<Entry>,
    /// The visits and talks that they report, in chronological order, undated last.
    pub visits: Vec<Visit>,
    /// Groups of names that mean the same: a search for one of them finds the others too.
    pub aliases: Vec<Vec<String>>,
    /// The record that the visits were compared with, if there is one.
    pub record: Option<RecordInfo>,
}

impl Contents {
    /// Puts articles and visits into their order: by date, then by id, so that it does not depend on the order in which
    /// they come. The aliases are those of [`common_aliases`].
    #[must_use]
    pub fn new(about: About, mut articles: Vec<Entry>, mut visits: Vec<Visit>) -> Self {
        // Undated sorts last in both: `None < Some`, reversed for articles; a flag for visits.
        // In place: a stable sort wants room for all articles once more.
        articles.sort_unstable_by(|a, b| {
            let newest =
                |entry: &Entry| Reverse(entry.article.published.map(|d| (d.first, d.last)));
            newest(a)
                .cmp(&newest(b))
                .then_with(|| a.article.id.cmp(&b.article.id))
        });
        visits.sort_by(|a, b| {
            let oldest = |visit: &Visit| {
                let days = visit.date.map(|date| (date.first, date.last));
                (days.is_none(), days)
            };
            oldest(a).cmp(&oldest(b)).then_with(|| a.id.cmp(&b.id))
        });
        Self {
            about,
            articles,
            visits,
            aliases: common_aliases(),
            record: None,
        }
    }
}
