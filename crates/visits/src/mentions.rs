//! The people and places that an article mentions, for the filters.

use std::collections::BTreeMap;

use dateline_model::{Mention, MentionKind, Span};

use crate::names::{Roster, Section, What};

/// Every person and place that is named, with all spots, sorted by kind and name.
pub(crate) fn mentions(roster: &Roster, sections: &[Section<'_>]) -> Vec<Mention> {
    let mut found: BTreeMap<(MentionKind, String), Mention> = BTreeMap::new();
    for section in sections {
        for mark in &section.marks {
            let Some((kind, name, country)) = label(roster, &mark.what) else {
                continue;
            };
            let span = Span::new(section.part, section.bytes(&mark.tokens));
            found
                .entry((kind, name.clone()))
                .or_insert_with(|| Mention {
                    kind,
                    name,
                    country,
                    spans: Vec::new(),
                })
                .spans
                .push(span);
        }
    }
    found.into_values().collect()
}

/// Kind, label and country of what a mark names; none for dates, nations and offices whose holder is not named.
fn label(roster: &Roster, what: &What) -> Option<(MentionKind, String, Option<String>)> {
    match what {
        What::Person(id) => {
            let known = roster.get(*id)?;
            let country = known.stands_for().map(str::to_owned);
            Some((MentionKind::Person, known.name.clone(), country))
        }
        What::Place(spot) => Some((
            MentionKind::Place,
            spot.name.clone(),
            spot.country.map(str::to_owned),
        )),
        What::Office(_) | What::Nation(_) | What::Time(_) => None,
    }
}
