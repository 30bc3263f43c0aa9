//! The index of a collection.

use dateline_model::Visit;
use dateline_search::{Aliases, Builder, Document, Index};

use crate::facts::each_value;
use crate::links::Links;
use crate::{Contents, Facet};

/// Makes articles searchable. Linear in their length.
pub(crate) fn index(contents: &Contents, links: &Links) -> Index {
    let names = Facet::ALL.map(Facet::name);
    let mut builder = Builder::new(&names, Aliases::new(&contents.aliases));
    for (number, entry) in (0..).zip(&contents.articles) {
        let article = &entry.article;
        builder.push(&Document {
            headline: &article.headline,
            text: &article.text(),
            language: &article.language,
            days: article.published.map(|date| (date.first, date.last)),
        });
        let visits = links.visits_of(number).iter();
        let visits: Vec<&Visit> = visits
            .filter_map(|visit| contents.visits.get(*visit as usize))
            .collect();
        each_value(entry, &visits, &mut |facet, value| {
            builder.push_value(facet as usize, value);
        });
    }
    builder.finish()
}
