//! What belongs to what in a collection: ids and places, visits and the articles that report them.

use std::collections::BTreeMap;

use dateline_model::{ArticleId, Visit};

use crate::Contents;

/// Ids by their places, to be found by.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    ids: Vec<String>,
    /// Their places, ordered by the ids.
    order: Vec<u32>,
}

impl Ids {
    pub fn new(ids: Vec<String>) -> Self {
        let mut order: Vec<u32> = (0..ids.len() as u32).collect();
        dateline_compact::sort_by(&mut order, |a, b| at(&ids, *a).cmp(at(&ids, *b)));
        Self { ids, order }
    }

    /// Those of articles.
    pub fn of_articles(contents: &Contents) -> Self {
        let ids = contents.articles.iter().map(|it| it.article.id.0.clone());
        Self::new(ids.collect())
    }

    /// Those of visits.
    pub fn of_visits(contents: &Contents) -> Self {
        Self::new(contents.visits.iter().map(|it| it.id.0.clone()).collect())
    }

    /// The place of an id. O(log n).
    pub fn find(&self, id: &str) -> Option<u32> {
        let by_id = |place: &u32| at(&self.ids, *place).cmp(id);
        let found = self.order.binary_search_by(by_id);
        found.ok().and_then(|found| self.order.get(found).copied())
    }
}

fn at(ids: &[String], place: u32) -> &str {
    ids.get(place as usize).map_or("", String::as_str)
}

/// Which articles report which visits.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// For each visit, the articles that report it, ascending.
    articles: Vec<Vec<u32>>,
    /// For each article, the visits that it reports, ascending.
    visits: Vec<Vec<u32>>,
}

impl Links {
    /// Those of contents.
    pub fn of(contents: &Contents) -> Self {
        let ids = (0..).zip(contents.articles.iter().map(|it| &it.article.id));
        let places: BTreeMap<&ArticleId, u32> = ids.map(|(place, id)| (id, place)).collect();
        let reporting = |visit: &Visit| {
            let reports = visit.reports.iter();
            let mut articles: Vec<u32> = reports
                .filter_map(|report| places.get(&report.article).copied())
                .collect();
            dateline_compact::sort(&mut articles);
            articles.dedup();
            articles
        };
        let articles = contents.visits.iter().map(reporting).collect();
        Self::new(articles, contents.articles.len())
    }

    /// Those between so many articles and visits of which the articles are known.
    pub fn new(articles: Vec<Vec<u32>>, count: usize) -> Self {
        let mut visits = vec![Vec::new(); count];
        for (number, reporting) in (0..).zip(&articles) {
            for article in reporting {
                if let Some(visits) = visits.get_mut(*article as usize) {
                    visits.push(number);
                }
            }
        }
        Self { articles, visits }
    }

    /// For each visit, the articles that report it, ascending.
    pub fn articles(&self) -> &[Vec<u32>] {
        &self.articles
    }

    /// The articles that report a visit, ascending.
    pub fn articles_of(&self, visit: u32) -> &[u32] {
        self.articles.get(visit as usize).map_or(&[], Vec::as_slice)
    }

    /// The visits that an article reports, ascending.
    pub fn visits_of(&self, article: u32) -> &[u32] {
        self.visits.get(article as usize).map_or(&[], Vec::as_slice)
    }
}
