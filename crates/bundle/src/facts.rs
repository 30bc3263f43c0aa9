//! What filters look at in a visit.

use dateline_model::{ArticleId, Edtf, Visit};

use crate::Facet;

/// What filters look at in a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// The articles that report it, ascending.
    pub articles: Vec<u32>,
    /// Its values of the facets that visits have: who, where and what kind. Without repeats.
    pub values: Vec<(Facet, String)>,
    /// When it happened.
    pub date: Option<Edtf>,
}

impl Facts {
    /// The facets that visits have values of.
    pub const FACETS: [Facet; 3] = [Facet::Person, Facet::Place, Facet::Kind];

    /// The facts of a visit; `place_of` finds an article in the collection.
    pub fn of(visit: &Visit, place_of: impl Fn(&ArticleId) -> Option<u32>) -> Self {
        let mut articles: Vec<u32> = visit
            .reports
            .iter()
            .filter_map(|report| place_of(&report.article))
            .collect();
        dateline_compact::sort(&mut articles);
        articles.dedup();
        let mut values = vec![(Facet::Kind, visit.kind.name().to_owned())];
        let mut add = |facet: Facet, name: &Option<String>| {
            let new = name
                .iter()
                .map(|name| (facet, name.clone()))
                .find(|it| !values.contains(it));
            values.extend(new);
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
            articles,
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
