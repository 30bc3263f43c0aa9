//! A collection that can be searched.

use std::cell::OnceCell;

use dateline_model::{ArticleId, Day, Part, VisitId};
use dateline_search::{Completion, Index, Mark, windows};

use crate::glance::Glances;
use crate::indexing::index;
use crate::links::{Ids, Links};
use crate::parts::Parts;
use crate::{Contents, Entry, Glance, Selection, Snippet};

/// How many bytes of text a snippet shows at most, more or less.
const SNIPPET: usize = 240;

/// Contents with everything that answering a [`crate::Filter`] needs.
///
/// Of a bundle in parts, only the first file is there at the beginning. [`Selection::missing`], [`Collection::missing_for`]
/// and [`Collection::missing_ids`] say which parts are needed next: fetch [`Collection::file`], [`Collection::put`] it, and
/// ask again.
#[derive(Debug)]
pub struct Collection {
    pub(crate) contents: Contents,
    pub(crate) index: Index,
    pub(crate) links: Links,
    pub(crate) parts: Parts,
    /// The ids of the articles, where all of these are there.
    pub(crate) articles_by_id: Ids,
    pub(crate) visits_by_id: Ids,
    pub(crate) glances: Glances,
    /// The forms that the texts of parts refer to, from the first such part on.
    pub(crate) words: OnceCell<Vec<u32>>,
}

impl Collection {
    /// Makes contents searchable. Linear in the length of all articles; a page opens what [`crate::write()`] wrote instead.
    #[must_use]
    pub fn new(contents: Contents) -> Self {
        let articles_by_id = Ids::of_articles(&contents);
        let links = Links::of(&contents);
        Self {
            index: index(&contents, &links),
            visits_by_id: Ids::of_visits(&contents),
            glances: Glances::of(&contents.visits),
            parts: Parts::default(),
            words: OnceCell::new(),
            articles_by_id,
            links,
            contents,
        }
    }

    /// What the collection holds. In parts, its articles are not among it: see [`Collection::entry`].
    #[must_use]
    pub fn contents(&self) -> &Contents {
        &self.contents
    }

    /// How many articles there are.
    #[must_use]
    pub fn articles(&self) -> u32 {
        self.index.len()
    }

    /// The first and last day on which an article may have been published; known of every article, whatever parts are there.
    #[must_use]
    pub fn published(&self, article: u32) -> Option<(Day, Day)> {
        self.index.days(article)
    }

    /// The place of an article. In parts, none is known before [`Collection::missing_ids`] is there.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<u32> {
        let ids = self.parts.ids().unwrap_or(&self.articles_by_id);
        ids.find(&id.0)
    }

    /// The article at a place; in parts, if [`Collection::missing_for`] it is nothing.
    #[must_use]
    pub fn entry(&self, article: u32) -> Option<&Entry> {
        let entry = self.contents.articles.get(article as usize);
        entry.or_else(|| self.parts.entry(article))
    }

    /// The place of a visit.
    #[must_use]
    pub fn visit(&self, id: &VisitId) -> Option<u32> {
        self.visits_by_id.find(&id.0)
    }

    /// The visits at a glance, in the order of [`Contents::visits`].
    #[must_use]
    pub fn glances(&self) -> &[Glance] {
        &self.glances.all
    }

    /// The countries visited, each once, in the order of the first visits there.
    #[must_use]
    pub fn hosts(&self) -> &[String] {
        &self.glances.hosts
    }

    /// The visits and talks that an article reports, in chronological order.
    #[must_use]
    pub fn visits_of(&self, article: u32) -> &[u32] {
        self.links.visits_of(article)
    }

    /// The articles that report a visit, in the order of [`Contents::articles`].
    #[must_use]
    pub fn articles_of(&self, visit: u32) -> &[u32] {
        self.links.articles_of(visit)
    }

    /// What a selection's query highlights in an article, in its headline and in its text: sorted, non-overlapping. The
    /// article need not be selected. Linear in its length.
    #[must_use]
    pub fn marks(&self, selection: &Selection, article: u32) -> Vec<Mark> {
        let Some(Entry { article: it, .. }) = self.entry(article) else {
            return Vec::new();
        };
        let text = it.text();
        self.index
            .marks(&selection.answer, article, &it.headline, &text)
    }

    /// What a list shows of an article: the marks in its headline, and the sentences that show best why it was found, or its
    /// first ones.
    #[must_use]
    pub fn snippet(&self, selection: &Selection, article: u32) -> Snippet {
        let Some(Entry { article: it, .. }) = self.entry(article) else {
            return Snippet::default();
        };
        let text = it.text();
        let mut headline = self
            .index
            .marks(&selection.answer, article, &it.headline, &text);
        let windows = windows(&text, &headline, SNIPPET);
        headline.retain(|mark| mark.span.part == Part::Headline);
        Snippet { headline, windows }
    }
}

impl Collection {
    /// Ways to go on with the word or value at the end of a query, at most `most` of each kind: values of facets first, then
    /// words, then fields. [`Completion::facet`] is a place in [`crate::Facet::ALL`]. Words are written as in the articles.
    #[must_use]
    pub fn complete(&self, query: &str, most: usize) -> Vec<Completion> {
        let mut completions = self.index.complete(query, most);
        for completion in &mut completions {
            if completion.facet.is_none() && completion.count > 0 {
                completion.text = self.written(&completion.text);
            }
        }
        // Of two spellings of an umlaut only one is written.
        completions.dedup_by(|a, b| a.text == b.text);
        completions
    }

    /// A folded word as articles write it: with its capitals and accents, but in small letters if it stands so in the first
    /// article that has it.
    pub(crate) fn written(&self, word: &str) -> String {
        let answer = self.index.search(&format!("\"{word}\""), false, false);
        let mut found = word.to_owned();
        if let Some(article) = answer.documents.iter().next()
            && let Some(Entry { article: it, .. }) = self.entry(article)
        {
            let text = it.text();
            for mark in self.index.marks(&answer, article, &it.headline, &text) {
                let is_headline = mark.span.part == Part::Headline;
                let whole = if is_headline { &it.headline } else { &text };
                let own = whole.get(mark.span.range()).unwrap_or_default();
                own.clone_into(&mut found);
                if !own.starts_with(|c: char| c.is_ascii_uppercase()) {
                    break;
                }
            }
        }
        found
    }
}
