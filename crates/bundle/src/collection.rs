//! A collection that can be searched.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{ArticleId, Mention, MentionKind, Visit, VisitId};
use dateline_search::{Builder, Document, Index, Mark, windows};

use crate::facts::{self, Facts};
use crate::{Contents, Entry, Facet, Selection, Snippet};

/// How many bytes of text a snippet shows at most, more or less.
const SNIPPET: usize = 240;

/// Contents with everything that answering a [`crate::Filter`] needs.
#[derive(Debug)]
pub struct Collection {
    pub(crate) contents: Contents,
    pub(crate) index: Index,
    /// For each visit, what filters look at.
    pub(crate) facts: Vec<Facts>,
    /// For each article, the visits that it reports, ascending.
    visits: Vec<Vec<u32>>,
    articles_by_id: BTreeMap<ArticleId, u32>,
    visits_by_id: BTreeMap<VisitId, u32>,
}

impl Collection {
    /// Makes contents searchable. Linear in the length of all articles.
    #[must_use]
    pub fn new(contents: Contents) -> Self {
        let articles = (0..).zip(&contents.articles);
        let articles_by_id: BTreeMap<_, _> = articles
            .map(|(number, entry)| (entry.article.id.clone(), number))
            .collect();
        let mut visits = vec![Vec::new(); contents.articles.len()];
        let mut all_facts = Vec::with_capacity(contents.visits.len());
        for (number, visit) in (0..).zip(&contents.visits) {
            let facts = Facts::of(visit, &articles_by_id);
            for article in &facts.articles {
                if let Some(list) = visits.get_mut(*article as usize) {
                    list.push(number);
                }
            }
            all_facts.push(facts);
        }
        let visit_ids = (0..).zip(&contents.visits);
        Self {
            index: index(&contents, &visits),
            facts: all_facts,
            visits,
            articles_by_id,
            visits_by_id: visit_ids.map(|(n, visit)| (visit.id.clone(), n)).collect(),
            contents,
        }
    }

    /// What the collection holds.
    #[must_use]
    pub fn contents(&self) -> &Contents {
        &self.contents
    }

    /// The place of an article.
    #[must_use]
    pub fn article(&self, id: &ArticleId) -> Option<u32> {
        self.articles_by_id.get(id).copied()
    }

    /// The article at a place.
    #[must_use]
    pub fn entry(&self, article: u32) -> Option<&Entry> {
        self.contents.articles.get(article as usize)
    }

    /// The place of a visit.
    #[must_use]
    pub fn visit(&self, id: &VisitId) -> Option<u32> {
        self.visits_by_id.get(id).copied()
    }

    /// The visits and talks that an article reports, in chronological order.
    #[must_use]
    pub fn visits_of(&self, article: u32) -> &[u32] {
        let visits = self.visits.get(article as usize);
        visits.map_or(&[], Vec::as_slice)
    }

    /// The articles that report a visit, in the order of [`Contents::articles`].
    #[must_use]
    pub fn articles_of(&self, visit: u32) -> &[u32] {
        let facts = self.facts.get(visit as usize);
        facts.map_or(&[], |facts| facts.articles.as_slice())
    }

    /// What a selection's query highlights in an article, in its headline and in its text: sorted, non-overlapping. The
    /// article need not be selected. Linear in its length.
    #[must_use]
    pub fn marks(&self, selection: &Selection, article: u32) -> Vec<Mark> {
        let Some(Entry { article: it, .. }) = self.entry(article) else {
            return Vec::new();
        };
        self.index
            .marks(&selection.answer, article, &it.headline, &it.text())
    }

    /// What a list shows of an article: the marks in its headline, and the sentences that show best why it was found, or its
    /// first ones.
    #[must_use]
    pub fn snippet(&self, selection: &Selection, article: u32) -> Snippet {
        let Some(Entry { article: it, .. }) = self.entry(article) else {
            return Snippet::default();
        };
        let text = it.text();
        let marks = self
            .index
            .marks(&selection.answer, article, &it.headline, &text);
        let windows = windows(&text, &marks, SNIPPET);
        let in_headline = |mark: &Mark| mark.span.part == dateline_model::Part::Headline;
        let headline = marks.into_iter().filter(in_headline).collect();
        Snippet { headline, windows }
    }
}

/// The index over all articles.
fn index(contents: &Contents, visits: &[Vec<u32>]) -> Index {
    let names = Facet::ALL.map(Facet::name);
    let mut builder = Builder::new(&names);
    for (entry, own) in contents.articles.iter().zip(visits) {
        let article = &entry.article;
        let own = own.iter().filter_map(|n| contents.visits.get(*n as usize));
        let values = values(entry, own);
        let values = values
            .iter()
            .map(|(facet, value)| (*facet as usize, value.as_str()));
        builder.push(&Document {
            headline: &article.headline,
            text: &article.text(),
            language: &article.language,
            days: article.published.map(|date| (date.first, date.last)),
            values: values.collect(),
        });
    }
    builder.finish()
}

/// The values of an article in every facet.
pub(crate) fn values<'a>(
    entry: &Entry,
    visits: impl Iterator<Item = &'a Visit>,
) -> BTreeSet<(Facet, String)> {
    let article = &entry.article;
    let mut values = BTreeSet::new();
    for mention in &entry.mentions {
        values.extend(mentioned(mention));
    }
    values.extend(
        article
            .source
            .iter()
            .map(|name| (Facet::Source, name.clone())),
    );
    values.extend(
        article
            .topics
            .iter()
            .map(|name| (Facet::Topic, name.clone())),
    );
    values.extend(visits.map(|visit| (Facet::Kind, visit.kind.name().to_owned())));
    values.extend(
        article
            .published
            .map(|date| (Facet::Year, facts::year(date))),
    );
    values.retain(|(_, value)| !value.is_empty());
    values
}

/// A person; or a place and the country in which it lies.
fn mentioned(mention: &Mention) -> Vec<(Facet, String)> {
    match mention.kind {
        MentionKind::Person => vec![(Facet::Person, mention.name.clone())],
        MentionKind::Place => {
            let names = [Some(&mention.name), mention.country.as_ref()];
            let named = names.into_iter().flatten();
            named.map(|name| (Facet::Place, name.clone())).collect()
        }
    }
}
