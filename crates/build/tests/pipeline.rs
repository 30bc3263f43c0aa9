//! From files to contents: complete, in order, and the same whatever the order of the files.

use dateline_build::{Built, Source, build};
use dateline_bundle::record::write_record;
use dateline_bundle::write;
use proptest::prelude::*;

/// A folder with everything that could depend on an order: equal dates, equal ids, no dates, sidecars, problems.
fn folder() -> Vec<Source> {
    let mut sources = vec![
        Source::new(
            "collection.toml",
            "title = \"East Asia\"\ndescription = \"Visits.\"\nlocale = \"en\"\nx = 1",
        ),
        Source::new(
            "a.txt",
            " date 2026-01-12 A\n\nOn Jan. 5, President Lee Jae Myung paid a state visit to China.",
        ),
        Source::new(
            "a.toml",
            "genre = \"commentary\"\npeople = [\"Ada Byron\", \"Xi Jinping\"]\nplaces = [\"Beijing\"]",
        ),
        Source::new("undated.md", "# Undated\n\nText about France."),
        Source::new(
            "b/a.md",
            "---\nid: a\ntitle: Repeats an id\ndate: 2026-01-12\n---\nOn Jan. 5, Lee visited China.",
        ),
        Source::new("lonely.toml", "title = \"x\""),
        Source::new(
            "visits.csv",
            "id,visitor,visitor_country,host,start\n2,President Xi Jinping,China,Japan,2025-03-10\n1,King Kim,Peru,Japan,2025-03-10\n",
        ),
        Source::new(
            "visits.corrections.toml",
            "[[corrections]]\nid = '1'\nreason = 'Twice.'\nvisitor = 'Kim'\n",
        ),
        Source::new("empty.md", ""),
    ];
    for month in 1..=12 {
        sources.push(Source::new(
            format!("2025/{month:02}.md"),
            format!("---\ntitle: Month {month}\ndate: 2025-{month:02}-15\n---\nPresident Xi Jinping visited Japan on Monday."),
        ));
    }
    sources
}

fn headlines(built: &Built) -> Vec<&str> {
    let articles = built.contents.articles.iter();
    articles
        .map(|entry| entry.article.headline.as_str())
        .collect()
}

#[test]
fn articles_stand_newest_first_and_undated_ones_last() {
    let built = build(folder());
    let headlines = headlines(&built);
    assert_eq!(headlines.len(), 15);
    assert_eq!(headlines[..3], ["A", "Repeats an id", "Month 12"]);
    assert_eq!(headlines[13..], ["Month 1", "Undated"]);
    assert_eq!(built.contents.about.title, "East Asia");
    assert_eq!(built.contents.about.locale, "en");
}

#[test]
fn problems_of_all_files_are_sorted_by_file() {
    let built = build(folder());
    let files: Vec<&str> = built
        .problems
        .iter()
        .map(|problem| problem.file.as_str())
        .collect();
    assert_eq!(
        files,
        [
            "b/a.md",
            "collection.toml",
            "empty.md",
            "lonely.toml",
            "undated.md"
        ],
        "{:#?}",
        built.problems
    );
}

#[test]
fn nothing_gives_an_empty_collection_with_a_title() {
    let built = build(Vec::new());
    assert!(built.contents.articles.is_empty() && built.contents.visits.is_empty());
    assert_eq!(
        (
            built.contents.about.title.as_str(),
            built.contents.about.locale.as_str()
        ),
        ("Articles", "en")
    );
}

#[test]
fn people_and_places_that_the_editor_entered_are_mentioned() {
    let built = build(folder());
    let mentions = &built.contents.articles[0].mentions;
    let names: Vec<&str> = mentions
        .iter()
        .map(|mention| mention.name.as_str())
        .collect();
    for name in ["Ada Byron", "Xi Jinping", "Beijing"] {
        assert_eq!(
            names.iter().filter(|known| **known == name).count(),
            1,
            "{names:?}"
        );
    }
}

#[test]
fn visits_that_the_editor_enters_are_there_with_their_words() {
    let built = build(vec![
        Source::new(
            "a.txt",
            "date 2026-01-12 A\n\nNothing but a tour of the province.",
        ),
        Source::new(
            "a.toml",
            "[[visits]]\nvisitor = \"Ada Byron\"\nhost = \"Japan\"\nstart = 2026-01-04\nend = 2026-01-06\n\
             quote = \"a tour of the province\"\n[[visits]]\nvisitor = \"Kim\"\nhost = \"China\"\nquote = \"not there\"\n",
        ),
    ]);
    let ids: Vec<&str> = built
        .contents
        .visits
        .iter()
        .map(|visit| visit.id.0.as_str())
        .collect();
    assert_eq!(ids, ["ada-byron.japan.2026-01", "kim.china"]);
    let report = &built.contents.visits[0].reports[0];
    assert_eq!(report.span.range(), 12..34);
    let told: Vec<String> = built.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "a.toml:7:1: warning: the words quoted for a visit, `not there`, do not stand in the article. Quote the article's \
          own words, or leave `quote` out."
        ]
    );
}

#[test]
fn ids_of_visits_that_the_editor_enters_say_no_more_than_is_known() {
    for (when, id) in [
        ("date = 2025-01-07", "kim.japan.2025-01"),
        ("date = \"2025-01\"", "kim.japan.2025-01"),
        ("date = \"2025\"", "kim.japan.2025"),
        ("date = \"2025~\"", "kim.japan.2025"),
        ("date = \"2025-22\"", "kim.japan.2025"),
        ("date = \"2025-01-30/2025-02-02\"", "kim.japan.2025-01"),
        ("date = \"2025/2026\"", "kim.japan"),
        ("date = \"[2025-01-30..2025-02-02]\"", "kim.japan.2025"),
        ("date = \"2025-01-07/..\"", "kim.japan.2025-01"),
        ("date = \"2025/..\"", "kim.japan.2025"),
        ("", "kim.japan"),
    ] {
        let entered = format!("[[visits]]\nvisitor = \"Kim\"\nhost = \"Japan\"\n{when}\n");
        let built = build(vec![
            Source::new("a.txt", "date 2026-01-12 A\n\nText."),
            Source::new("a.toml", entered),
        ]);
        let ids = built.contents.visits.iter();
        let ids: Vec<&str> = ids.map(|visit| visit.id.0.as_str()).collect();
        assert_eq!(ids, [id], "{when}: {:?}", built.problems);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_the_files_gives_the_same_bytes(shuffled in Just(folder()).prop_shuffle()) {
        let (expected, built) = (build(folder()), build(shuffled));
        prop_assert_eq!(write(&built.contents), write(&expected.contents));
        let packed = |built: &Built| built.record.as_ref().map(write_record);
        prop_assert!(packed(&built).is_some());
        prop_assert_eq!(packed(&built), packed(&expected));
        prop_assert_eq!(built.problems, expected.problems);
    }
}

#[test]
fn a_person_has_one_label_in_the_filters_of_all_articles() {
    let built = build(vec![
        Source::new(
            "a.txt",
            "date 2023-04-05 A\n\nU.S. President Joe Biden visited Ireland on Tuesday. Joe Biden spoke there.",
        ),
        Source::new(
            "b.txt",
            "date 2023-04-06 B\n\nU.S. President Biden will travel to Japan on April 12.",
        ),
    ]);
    for entry in &built.contents.articles {
        let names = entry.mentions.iter().map(|mention| mention.name.as_str());
        assert!(
            names.clone().any(|name| name == "Joe Biden"),
            "{:?}",
            names.collect::<Vec<_>>()
        );
    }
}
