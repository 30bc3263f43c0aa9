//! Visits at a glance: for every collection they say what the visits themselves say, made anew or opened from a bundle.

mod any;

use any::any_contents;
use dateline_bundle::{Collection, Contents, write};
use proptest::prelude::*;

fn check(contents: &Contents, collection: &Collection) -> Result<(), TestCaseError> {
    let glances = collection.glances();
    prop_assert_eq!(glances.len(), contents.visits.len());
    for (glance, visit) in glances.iter().zip(&contents.visits) {
        let host = visit.host.as_ref().and_then(|host| host.country.clone());
        prop_assert_eq!(collection.hosts().get(glance.host as usize), host.as_ref());
        prop_assert_eq!(
            (glance.date, glance.kind, glance.aspect),
            (visit.date, visit.kind, visit.aspect)
        );
        prop_assert_eq!(
            (glance.is_part, glance.is_shared),
            (visit.part_of.is_some(), visit.reports.len() > 1)
        );
    }
    let mut hosts = collection.hosts().to_vec();
    hosts.sort();
    hosts.dedup();
    prop_assert_eq!(hosts.len(), collection.hosts().len());
    Ok(())
}

proptest! {
    #[test]
    fn whatever_the_visits(contents in any_contents()) {
        check(&contents, &Collection::new(contents.clone()))?;
        let opened = Collection::open(&write(&contents));
        check(&contents, &opened.map_err(|error| TestCaseError::fail(error.to_string()))?)?;
    }
}
