//! The index of a collection.

use dateline_model::Visit;
use dateline_search::{Aliases, Builder, Document, Index, WordCounts, WordRanks};

use crate::facts::each_value;
use crate::links::Links;
use crate::{Contents, Entry, Facet};

/// Makes articles searchable. Linear in their length.
pub(crate) fn index(contents: &Contents, links: &Links) -> Index {
    let mut indexing = Indexing::new(contents, links);
    for entry in &contents.articles {
        indexing.push(entry);
    }
    indexing.builder.finish()
}

/// The ranks that words will have in the index of these articles. Linear in their length.
pub(crate) fn ranks(entries: &[Entry]) -> WordRanks {
    let mut counts = WordCounts::default();
    for Entry { article, .. } in entries {
        counts.push(&article.headline);
        counts.push(&article.text());
    }
    counts.ranks()
}

/// An index on its way. Articles come one after the other, in their order; none is needed any more when the next one comes.
pub(crate) struct Indexing<'a> {
    builder: Builder,
    visits: &'a [Visit],
    links: &'a Links,
    /// How many articles there are so far.
    articles: u32,
}

impl<'a> Indexing<'a> {
    /// Without articles yet; those of the contents need not be there.
    pub fn new(contents: &'a Contents, links: &'a Links) -> Self {
        let names = Facet::ALL.map(Facet::name);
        Self {
            builder: Builder::new(&names, Aliases::new(&contents.aliases)),
            visits: &contents.visits,
            links,
            articles: 0,
        }
    }

    /// Adds the next article. Linear in its length.
    pub fn push(&mut self, entry: &Entry) {
        let article = &entry.article;
        self.builder.push(&Document {
            headline: &article.headline,
            text: &article.text(),
            language: &article.language,
            days: article.published.map(|date| (date.first, date.last)),
        });
        let visits = self.links.visits_of(self.articles).iter();
        let visits: Vec<&Visit> = visits
            .filter_map(|visit| self.visits.get(*visit as usize))
            .collect();
        each_value(entry, &visits, &mut |facet, value| {
            self.builder.push_value(facet as usize, value);
        });
        self.articles += 1;
    }

    /// The index of all articles, without its blocks, which are handed on when they are made.
    pub fn finish(self, put: &mut dyn FnMut(Vec<u8>)) -> Index {
        self.builder.finish_in_blocks(put)
    }
}
