//! What filters look at in a visit.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{ArticleId, Edtf, Visit};

use crate::Facet;

/// What filters look at in a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// The articles that report it, ascending.
    pub articles: Vec<u32>,
    /// Its values of the facets that visits have: who, where and what kind.
    pub values: BTreeSet<(Facet, String)>,
    /// When it happened.
    pub date: Option<Edtf>,
}

impl Facts {
    /// The facets that visits have values of.
    pub const FACETS: [Facet; 3] = [Facet::Person, Facet::Place, Facet::Kind];

    pub fn of(visit: &Visit, articles: &BTreeMap<ArticleId, u32>) -> Self {
        let reports = visit.reports.iter();
        let articles: BTreeSet<u32> = reports
            .filter_map(|report| articles.get(&report.article).copied())
            .collect();
        let mut values = BTreeSet::from([(Facet::Kind, visit.kind.name().to_owned())]);
        let mut add = |facet: Facet, name: &Option<String>| {
            values.extend(name.clone().map(|name| (facet, name)));
        };
        for person in &visit.visitors {
            add(Facet::Person, &Some(person.name.clone()));
        }
        if let Some(host) = &visit.host {
            add(Facet::Person, &host.person);
            add(Facet::Place, &host.country);
        }
        for place in &visit.places {
            add(Facet::Place, &Some(place.name.clone()));
            add(Facet::Place, &place.country);
        }
        Self {
            articles: articles.into_iter().collect(),
            values,
            date: visit.date,
        }
    }
}

/// The year in which a date begins, four digits.
pub(crate) fn year(date: Edtf) -> String {
    let mut name = date.first.year().to_string();
    while name.len() < 4 {
        name.insert(0, '0');
    }
    name
}
