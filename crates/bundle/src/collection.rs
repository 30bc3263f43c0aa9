//! A collection that can be searched.

use dateline_model::{ArticleId, Part, Visit, VisitId};
use dateline_search::{Aliases, Builder, Completion, Document, Index, Mark, windows};

use crate::facts::each_value;
use crate::{Contents, Entry, Facet, Selection, Snippet};

/// How many bytes of text a snippet shows at most, more or less.
const SNIPPET: usize = 240;

/// Contents with everything that answering a [`crate::Filter`] needs.
#[derive(Debug)]
pub struct Collection {
    pub(crate) contents: Contents,
    pub(crate) index: Index,
    /// For each visit, the articles that report it, ascending.
    pub(crate) articles: Vec<Vec<u32>>,
    /// For each article, the visits that it reports, ascending.
    visits: Vec<Vec<u32>>,
    /// The places of the articles, ordered by their ids.
    articles_by_id: Vec<u32>,
    /// The places of the visits, ordered by their ids.
    visits_by_id: Vec<u32>,
}

impl Collection {
    /// Makes contents searchable. Linear in the length of all articles; [`Opening`] does the same in steps.
    #[must_use]
    pub fn new(contents: Contents) -> Self {
        let mut opening = Opening::new(contents);
        opening.step(u32::MAX);
        opening.finish()
    }

    /// Contents without their index.
    fn unsearchable(contents: Contents) -> Self {
        let count = contents.articles.len();
        let mut collection = Self {
            index: Index::default(),
            articles: Vec::with_capacity(contents.visits.len()),
            visits: vec![Vec::new(); count],
            articles_by_id: by_id(count, &|place| contents.article_id(place)),
            visits_by_id: by_id(contents.visits.len(), &|place| contents.visit_id(place)),
            contents,
        };
        collection.link();
        collection
    }

    /// Finds which articles report which visits.
    fn link(&mut self) {
        for (number, visit) in (0..).zip(&self.contents.visits) {
            let mut articles = Vec::new();
            for report in &visit.reports {
                if let Some(article) = self.article(&report.article)
                    && !articles.contains(&article)
                {
                    articles.push(article);
                    if let Some(visits) = self.visits.get_mut(article as usize) {
                        visits.push(number);
                    }
                }
            }
            dateline_compact::sort(&mut articles);
            self.articles.push(articles);
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
        find(&self.articles_by_id, &id.0, &|place| {
            self.contents.article_id(place)
        })
    }

    /// The article at a place.
    #[must_use]
    pub fn entry(&self, article: u32) -> Option<&Entry> {
        self.contents.articles.get(article as usize)
    }

    /// The place of a visit.
    #[must_use]
    pub fn visit(&self, id: &VisitId) -> Option<u32> {
        find(&self.visits_by_id, &id.0, &|place| {
            self.contents.visit_id(place)
        })
    }

    /// The visits and talks that an article reports, in chronological order.
    #[must_use]
    pub fn visits_of(&self, article: u32) -> &[u32] {
        list(&self.visits, article)
    }

    /// The visits that an article reports, themselves.
    fn visits_at(&self, article: u32) -> Vec<&Visit> {
        let visit = |n: &u32| self.contents.visits.get(*n as usize);
        self.visits_of(article).iter().filter_map(visit).collect()
    }

    /// The articles that report a visit, in the order of [`Contents::articles`].
    #[must_use]
    pub fn articles_of(&self, visit: u32) -> &[u32] {
        list(&self.articles, visit)
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
    /// words, then fields. [`Completion::facet`] is a place in [`Facet::ALL`]. Words are written as in the articles.
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

/// A collection that is being made searchable, some articles at a time: a page that opens a large one does a step between
/// two frames, and stays responsive.
#[derive(Debug)]
pub struct Opening {
    collection: Collection,
    builder: Builder,
    /// The first article that is not searchable yet.
    next: u32,
}

impl Opening {
    /// Begins with contents.
    #[must_use]
    pub fn new(contents: Contents) -> Self {
        let aliases = Aliases::new(&contents.aliases);
        Self {
            collection: Collection::unsearchable(contents),
            builder: Builder::new(&Facet::ALL.map(Facet::name), aliases),
            next: 0,
        }
    }

    /// Makes so many further articles searchable, and says whether there are more. Linear in their length.
    pub fn step(&mut self, articles: u32) -> bool {
        let end = self.next.saturating_add(articles);
        while self.next < end
            && let Some(entry) = self.collection.entry(self.next)
        {
            let article = &entry.article;
            self.builder.push(&Document {
                headline: &article.headline,
                text: &article.text(),
                language: &article.language,
                days: article.published.map(|date| (date.first, date.last)),
            });
            each_value(
                entry,
                &self.collection.visits_at(self.next),
                &mut |facet, value| {
                    self.builder.push_value(facet as usize, value);
                },
            );
            self.next += 1;
        }
        self.collection.entry(self.next).is_some()
    }

    /// The collection. Articles that no step came to are not found.
    #[must_use]
    pub fn finish(self) -> Collection {
        let mut collection = self.collection;
        collection.index = self.builder.finish();
        collection
    }
}

impl Contents {
    fn article_id(&self, place: u32) -> &str {
        let entry = self.articles.get(place as usize);
        entry.map_or("", |entry| &entry.article.id.0)
    }

    fn visit_id(&self, place: u32) -> &str {
        let visit = self.visits.get(place as usize);
        visit.map_or("", |visit| &visit.id.0)
    }
}

fn list(lists: &[Vec<u32>], place: u32) -> &[u32] {
    lists.get(place as usize).map_or(&[], Vec::as_slice)
}

/// The places of so many items, ordered by their ids.
fn by_id<'a>(count: usize, id_at: &dyn Fn(u32) -> &'a str) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count as u32).collect();
    dateline_compact::sort_by(&mut places, |a, b| id_at(*a).cmp(id_at(*b)));
    places
}

/// The place whose id is this one. `places` are ordered by the ids that `id_at` gives. O(log n).
fn find<'a>(places: &[u32], id: &str, id_at: &dyn Fn(u32) -> &'a str) -> Option<u32> {
    let found = places.binary_search_by(|place| id_at(*place).cmp(id));
    found.ok().and_then(|found| places.get(found).copied())
}
