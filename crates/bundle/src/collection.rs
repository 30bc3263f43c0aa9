//! A collection that can be searched.

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
    /// The places of the articles, ordered by their ids.
    articles_by_id: Vec<u32>,
    /// The places of the visits, ordered by their ids.
    visits_by_id: Vec<u32>,
}

impl Collection {
    /// Makes contents searchable. Linear in the length of all articles.
    #[must_use]
    pub fn new(contents: Contents) -> Self {
        let articles_by_id = by_id(&contents.articles, |entry| entry.article.id.0.as_str());
        let visits_by_id = by_id(&contents.visits, |visit| visit.id.0.as_str());
        let place_of = |id: &ArticleId| find_article(&contents, &articles_by_id, id);
        let mut visits = vec![Vec::new(); contents.articles.len()];
        let mut all_facts = Vec::with_capacity(contents.visits.len());
        for (number, visit) in (0..).zip(&contents.visits) {
            let facts = Facts::of(visit, place_of);
            for article in &facts.articles {
                if let Some(list) = visits.get_mut(*article as usize) {
                    list.push(number);
                }
            }
            all_facts.push(facts);
        }
        Self {
            index: index(&contents, &visits),
            facts: all_facts,
            visits,
            articles_by_id,
            visits_by_id,
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
        find_article(&self.contents, &self.articles_by_id, id)
    }

    /// The article at a place.
    #[must_use]
    pub fn entry(&self, article: u32) -> Option<&Entry> {
        self.contents.articles.get(article as usize)
    }

    /// The place of a visit.
    #[must_use]
    pub fn visit(&self, id: &VisitId) -> Option<u32> {
        let visits = &self.contents.visits;
        find(&self.visits_by_id, &id.0, |place| {
            visits.get(place as usize).map(|it| it.id.0.as_str())
        })
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

/// The places of items ordered by their ids.
fn by_id<T>(items: &[T], id: impl Fn(&T) -> &str) -> Vec<u32> {
    let mut places: Vec<(&str, u32)> = items.iter().map(id).zip(0..).collect();
    dateline_compact::sort(&mut places);
    places.into_iter().map(|(_, place)| place).collect()
}

/// The place whose id is this one. `places` are ordered by the ids that `id_at` gives. O(log n).
fn find<'a>(places: &[u32], id: &str, id_at: impl Fn(u32) -> Option<&'a str>) -> Option<u32> {
    let found = places.binary_search_by(|place| id_at(*place).cmp(&Some(id)));
    found.ok().and_then(|found| places.get(found).copied())
}

fn find_article(contents: &Contents, places: &[u32], id: &ArticleId) -> Option<u32> {
    let articles = &contents.articles;
    find(places, &id.0, |place| {
        articles
            .get(place as usize)
            .map(|it| it.article.id.0.as_str())
    })
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

/// The values of an article in every facet, sorted, without repeats.
pub(crate) fn values<'a>(
    entry: &Entry,
    visits: impl Iterator<Item = &'a Visit>,
) -> Vec<(Facet, String)> {
    let article = &entry.article;
    let mut values = Vec::new();
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
    dateline_compact::sort(&mut values);
    values.dedup();
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
