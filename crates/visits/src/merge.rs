//! One visit per journey out of what many articles say.

use std::collections::BTreeMap;

use dateline_model::{ArticleId, Edtf, Visit};

/// One visit per real-world visit, with the reports of all articles, oldest article first.
///
/// `visits` are the [`crate::Reading::visits`] of all articles; `published` tells when an article appeared. Ids are
/// unique and stable: they are made of who went, where and when, and of nothing that depends on the order of the input.
#[must_use]
pub fn merge(visits: Vec<Visit>, published: impl Fn(&ArticleId) -> Option<Edtf>) -> Vec<Visit> {
    let mut by_id: BTreeMap<_, Visit> = BTreeMap::new();
    for visit in visits {
        match by_id.get_mut(&visit.id) {
            Some(known) => known.reports.extend(visit.reports),
            None => {
                by_id.insert(visit.id.clone(), visit);
            }
        }
    }
    let mut merged: Vec<_> = by_id.into_values().collect();
    for visit in &mut merged {
        visit.reports.sort_by_key(|report| {
            (
                published(&report.article),
                report.article.clone(),
                report.span,
            )
        });
    }
    merged
}
