//! What the editor says of visits by their ids holds, and goes on holding when the texts are read anew.
#![allow(clippy::panic, clippy::unwrap_used, reason = "tests may fail loudly")]

use dateline_build::{Built, Source, build};
use dateline_model::{Origin, Visit};

const FIRST: &str =
    "date 2026-01-12 Lee in Beijing\n\nOn Jan. 5, President Lee Jae Myung visited China.";
const SECOND: &str =
    "date 2026-01-13 Lee abroad\n\nPresident Lee Jae Myung visited China on Jan. 5.";
const THIRD: &str =
    "date 2026-03-02 Lee again\n\nPresident Lee Jae Myung visited China on March 1, 2026.";

/// The collection of these three articles with this sidecar beside the first.
fn edited(sidecar: &str) -> Built {
    with(FIRST, sidecar, "")
}

fn with(first: &str, sidecar: &str, settings: &str) -> Built {
    build(vec![
        Source::new("a.txt", first),
        Source::new("b.txt", SECOND),
        Source::new("c.txt", THIRD),
        Source::new("a.toml", sidecar),
        Source::new("collection.toml", settings),
    ])
}

fn visit<'a>(built: &'a Built, id: &str) -> &'a Visit {
    let mut visits = built.contents.visits.iter();
    let known = || ids(built).join(", ");
    visits
        .find(|visit| visit.id.0 == id)
        .unwrap_or_else(|| panic!("{id} is not among {}", known()))
}

fn ids(built: &Built) -> Vec<&str> {
    let visits = built.contents.visits.iter();
    visits.map(|visit| visit.id.0.as_str()).collect()
}

fn articles(visit: &Visit) -> Vec<&str> {
    let reports = visit.reports.iter();
    reports.map(|report| report.article.0.as_str()).collect()
}

fn told(built: &Built) -> Vec<String> {
    built.problems.iter().map(ToString::to_string).collect()
}

const JANUARY: &str = "lee-jae-myung.china.2026-01";
const MARCH: &str = "lee-jae-myung.china.2026-03";

#[test]
fn without_an_editor_two_visits_are_read() {
    assert_eq!(ids(&edited("")), [JANUARY, MARCH]);
}

#[test]
fn visits_that_are_one_are_put_together_under_the_id_that_was_named() {
    let built = edited(&format!(
        "visits = [{{ id = '{MARCH}', merge = ['{JANUARY}'] }}]"
    ));
    assert_eq!(ids(&built), [MARCH]);
    assert_eq!(articles(visit(&built, MARCH)), ["a", "b", "c"]);
    assert_eq!(told(&built), Vec::<String>::new());
}

#[test]
fn a_visit_that_is_two_is_parted_by_articles() {
    let built = edited(&format!(
        "visits = [{{ id = '{JANUARY}', split = ['b'], into = 'lee.second', date = '2026-01-08', confirmed = true }}]"
    ));
    assert_eq!(ids(&built), [JANUARY, "lee.second", MARCH]);
    assert_eq!(articles(visit(&built, JANUARY)), ["a"]);
    let second = visit(&built, "lee.second");
    assert_eq!(second.date.unwrap().to_string(), "2026-01-08");
    assert_eq!(second.reports[0].article.0, "b");
    assert_eq!(second.reports[1].origin, Origin::Authored);
    assert!(second.checked.is_some() && visit(&built, JANUARY).checked.is_none());
    assert_eq!(told(&built), Vec::<String>::new());
}

#[test]
fn what_the_editor_says_outlives_other_words_around_it() {
    let entry =
        format!("visits = [{{ id = '{JANUARY}', kind = 'state visit', confirmed = true }}]");
    for first in [
        FIRST,
        "date 2026-01-12 Another headline\n\nSnow fell. On January 5, 2026, President Lee Jae Myung visited China again.",
        "date 2026-01-14 Lee in Beijing\n\nPresident Lee Jae Myung visited China from Jan. 4 to 7.",
    ] {
        let built = with(first, &entry, "");
        let visit = visit(&built, JANUARY);
        assert_eq!(visit.kind.name(), "state-visit", "{first}");
        assert!(visit.checked.is_some());
        assert_eq!(told(&built), Vec::<String>::new());
    }
}

#[test]
fn an_id_whose_date_is_read_otherwise_still_finds_its_visit_and_says_so() {
    let built = build(vec![
        Source::new("a.txt", FIRST),
        Source::new(
            "a.toml",
            "visits = [{ id = 'lee-jae-myung.china', confirmed = true }]",
        ),
    ]);
    assert!(visit(&built, JANUARY).checked.is_some());
    assert_eq!(
        told(&built),
        [
            "a.toml:1:11: warning: the visit `lee-jae-myung.china` has the id `lee-jae-myung.china.2026-01` now, \
             since its date is read anew. Write `lee-jae-myung.china.2026-01`."
        ]
    );
}

#[test]
fn an_id_that_could_mean_two_visits_means_none() {
    let built = edited("visits = [{ id = 'lee-jae-myung.china', suppress = true }]");
    assert_eq!(ids(&built), [JANUARY, MARCH]);
    assert_eq!(
        told(&built),
        [
            "a.toml:1:11: warning: no visit has the id `lee-jae-myung.china`. Look up its id with `dateline visits`."
        ]
    );
}

#[test]
fn each_entry_that_matches_nothing_is_told_once_and_the_rest_is_done() {
    let built = edited(&format!(
        "visits = [\n\
         {{ id = '{JANUARY}', merge = ['nobody'] }},\n\
         {{ id = 'nothing', split = ['b'], into = 'x' }},\n\
         {{ id = '{JANUARY}', split = ['c'], into = 'y' }},\n\
         {{ id = '{JANUARY}', split = ['b'], into = '{MARCH}' }},\n\
         {{ id = '{MARCH}', confirmed = true }},\n\
         ]"
    ));
    let lines: Vec<Option<u32>> = built
        .problems
        .iter()
        .map(|problem| problem.location.map(|at| at.line))
        .collect();
    assert_eq!(
        lines,
        [Some(2), Some(3), Some(4), Some(5)],
        "{:#?}",
        told(&built)
    );
    assert!(visit(&built, MARCH).checked.is_some());
}

#[test]
fn only_checked_visits_are_published_where_that_is_set() {
    let sidecar = format!(
        "visits = [{{ id = '{MARCH}', confirmed = true }}, {{ visitor = 'Ada Byron', host = 'Japan', date = '2026' }}]"
    );
    let built = with(FIRST, &sidecar, "checked_only = true");
    assert_eq!(ids(&built), ["ada-byron.japan.2026", MARCH]);
    assert_eq!(with(FIRST, &sidecar, "").contents.visits.len(), 3);
}

#[test]
fn talks_go_with_the_visit_that_they_belong_to() {
    let talks = "date 2026-01-13 Lee abroad\n\nPresident Lee Jae Myung visited China on Jan. 5. \
                 On Jan. 5 he held talks with Chinese President Xi Jinping in Beijing.";
    let built = |sidecar: String| {
        build(vec![
            Source::new("a.txt", FIRST),
            Source::new("b.txt", talks),
            Source::new("c.txt", THIRD),
            Source::new("a.toml", sidecar),
        ])
    };
    let held_in = |built: &Built| {
        let mut talks = built
            .contents
            .visits
            .iter()
            .filter(|visit| !visit.is_visit());
        talks.find_map(|visit| visit.part_of.clone()).map(|id| id.0)
    };
    for (sidecar, expected) in [
        (String::new(), Some(JANUARY)),
        (
            format!("visits = [{{ id = '{JANUARY}', split = ['b'], into = 'lee.second' }}]"),
            Some("lee.second"),
        ),
        (
            format!("visits = [{{ id = '{JANUARY}', split = ['a'], into = 'lee.second' }}]"),
            Some(JANUARY),
        ),
        (
            format!("visits = [{{ id = '{MARCH}', merge = ['{JANUARY}'] }}]"),
            Some(MARCH),
        ),
        (
            format!("visits = [{{ id = '{JANUARY}', suppress = true }}]"),
            None,
        ),
    ] {
        assert_eq!(
            held_in(&built(sidecar.clone())).as_deref(),
            expected,
            "{sidecar}"
        );
    }
}
