//! What filters look at in an article and in a visit.

use dateline_model::{Edtf, MentionKind, Visit};

use crate::{Choice, Entry, Facet};

/// Calls a function with each value of an article and the facet that it belongs to. Values may come twice.
pub(crate) fn each_value(entry: &Entry, visits: &[&Visit], call: &mut dyn FnMut(Facet, &str)) {
    let article = &entry.article;
    for mention in &entry.mentions {
        if mention.kind == MentionKind::Person {
            call(Facet::Person, &mention.name);
            continue;
        }
        call(Facet::Place, &mention.name);
        if let Some(country) = &mention.country {
            call(Facet::Place, country);
        }
    }
    if let Some(source) = &article.source {
        call(Facet::Source, source);
    }
    for topic in &article.topics {
        call(Facet::Topic, topic);
    }
    for visit in visits {
        call(Facet::Kind, visit.kind.name());
    }
    if let Some(date) = article.published {
        call(Facet::Year, &year(date));
    }
}

/// Whether the choices of a facet allow a visit: one that is included and none that is excluded is true of it.
pub(crate) fn allows(choices: &[Choice], facet: Facet, visit: &Visit) -> bool {
    let mut included = None;
    for choice in choices {
        let has = has(visit, facet, &choice.value);
        if choice.exclude && has {
            return false;
        }
        if !choice.exclude {
            included = Some(has || included == Some(true));
        }
    }
    included != Some(false)
}

/// Whether a visit has a value of a facet: who went or received, where to, of what kind. In other facets visits have none.
fn has(visit: &Visit, facet: Facet, value: &str) -> bool {
    let is = |name: &Option<String>| name.as_deref() == Some(value);
    let host = visit.host.as_ref();
    match facet {
        Facet::Person => {
            visit.visitors.iter().any(|person| person.name == value)
                || host.is_some_and(|host| is(&host.person))
        }
        Facet::Place => {
            let mut places = visit.places.iter();
            places.any(|place| place.name == value || is(&place.country))
                || host.is_some_and(|host| is(&host.country))
        }
        Facet::Kind => visit.kind.name() == value,
        Facet::Source | Facet::Topic | Facet::Year => false,
    }
}

/// The year in which a date begins, four digits.
fn year(date: Edtf) -> String {
    let year = date.first.year();
    let digit = |of: i32| char::from(b'0' + (year / of % 10) as u8);
    [1000, 100, 10, 1].map(digit).into_iter().collect()
}
