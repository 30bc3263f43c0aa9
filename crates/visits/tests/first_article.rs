//! The bundled article, read for what it says and for what it does not.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

use dateline_model::{Aspect, Basis, Kind, Status};
use dateline_visits::{Outcome, merge, read};
use helpers::{article, visit, words};

#[cfg(test)]
mod helpers {
    use dateline_model::{Article, ArticleId, Block, BlockKind, Part, Span, Visit};
    use dateline_visits::read;

    /// The bundled article: a header line, then paragraphs.
    pub fn article() -> Article {
        let raw = include_str!("../../../assets/articles/000_173b04a3eeb41b64.txt");
        let (header, text) = raw.split_once('\n').unwrap();
        let header = header.trim().strip_prefix("date ").unwrap();
        let (date, headline) = header.split_once(' ').unwrap();
        let block = |text: &str| Block {
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
            inlines: Vec::new(),
        };
        Article {
            id: ArticleId("000_173b04a3eeb41b64".to_owned()),
            headline: headline.to_owned(),
            byline: Vec::new(),
            published: date.parse().ok(),
            dateline: None,
            source: None,
            genre: Some("commentary".to_owned()),
            url: None,
            language: "en".to_owned(),
            topics: Vec::new(),
            note: None,
            record: Vec::new(),
            blocks: text
                .split("\n\n")
                .map(str::trim)
                .filter(|text| !text.is_empty())
                .map(block)
                .collect(),
        }
    }

    pub fn visit(id: &str) -> Visit {
        let visits = read(&article()).visits;
        let found = visits.iter().find(|visit| visit.id.0 == id);
        found
            .unwrap_or_else(|| panic!("no {id} in {visits:#?}"))
            .clone()
    }

    pub fn words(spans: &[Span]) -> Vec<String> {
        let text = article().text();
        spans
            .iter()
            .map(|span| {
                assert_eq!(span.part, Part::Text);
                text[span.range()].to_owned()
            })
            .collect()
    }
}

#[test]
fn two_visits_and_one_round_of_talks_are_told() {
    let ids: Vec<_> = read(&article())
        .visits
        .into_iter()
        .map(|visit| visit.id.0)
        .collect();
    assert_eq!(
        ids,
        [
            "lee-jae-myung.china.2026-01",
            "xi-jinping.south-korea.2025",
            "lee-jae-myung.china.2026-01.talks"
        ]
    );
}

#[test]
fn the_state_visit_to_china_was_under_way_on_the_day_of_the_talks() {
    let visit = visit("lee-jae-myung.china.2026-01");
    let lee = &visit.visitors[0];
    assert_eq!(
        (visit.visitors.len(), lee.name.as_str()),
        (1, "Lee Jae Myung")
    );
    assert_eq!(
        (lee.role.as_deref(), lee.country.as_deref()),
        (Some("President"), Some("South Korea"))
    );
    assert_eq!(
        visit.host.as_ref().unwrap().country.as_deref(),
        Some("China")
    );
    let places: Vec<_> = visit
        .places
        .iter()
        .map(|place| place.name.as_str())
        .collect();
    assert_eq!(places, ["Beijing", "Shanghai"]);
    assert_eq!(visit.date.unwrap().to_string(), "2026-01-05");
    assert_eq!(
        (visit.aspect, visit.kind, visit.status),
        (Aspect::UnderWay, Kind::StateVisit, Status::Reported)
    );
}

#[test]
fn talks_are_glossed_with_the_word_for_talks() {
    let talks = visit("lee-jae-myung.china.2026-01.talks");
    assert_eq!(words(&talks.reports[0].gloss.kind), ["talks"]);
}

#[test]
fn its_sentence_is_glossed_with_the_words_that_were_read() {
    let visit = visit("lee-jae-myung.china.2026-01");
    let report = &visit.reports[0];
    assert!(words(&[report.span])[0].starts_with("On Jan. 5, Chinese President"));
    assert!(words(&[report.span])[0].ends_with("state visit to China."));
    assert_eq!(
        words(&report.gloss.who),
        ["President Lee Jae Myung of the Republic of Korea (ROK)"]
    );
    assert_eq!(words(&report.gloss.place), ["China"]);
    assert_eq!(words(&report.gloss.when), ["On Jan. 5"]);
    assert_eq!(words(&report.gloss.kind), ["state visit"]);
    assert_eq!(report.basis, Some(Basis::Stated));
    let more = words(&report.more);
    for start in [
        "Accompanying Lee on his visit",
        "During the visit, the two sides",
        "During his stay in China, Lee",
    ] {
        assert!(
            more.iter().any(|sentence| sentence.starts_with(start)),
            "{start} in {more:#?}"
        );
    }
}

#[test]
fn the_talks_belong_to_the_visit() {
    let talks = visit("lee-jae-myung.china.2026-01.talks");
    assert_eq!(
        talks.part_of.as_ref().unwrap().0,
        "lee-jae-myung.china.2026-01"
    );
    assert_eq!(
        talks.host.as_ref().unwrap().person.as_deref(),
        Some("Xi Jinping")
    );
    assert_eq!(talks.places[0].name, "Beijing");
    assert_eq!(talks.date.unwrap().to_string(), "2026-01-05");
    let more = words(&talks.reports[0].more);
    assert!(
        more[0].starts_with("During their talks in Beijing, Xi"),
        "{more:#?}"
    );
}

#[test]
fn the_earlier_visit_to_korea_is_no_sharper_than_its_words() {
    let visit = visit("xi-jinping.south-korea.2025");
    assert_eq!(visit.visitors[0].name, "Xi Jinping");
    assert_eq!(visit.date.unwrap().to_string(), "[2025-10-25..2025-11-12]");
    assert_eq!(
        (visit.kind, visit.status),
        (Kind::StateVisit, Status::Reported)
    );
    let report = &visit.reports[0];
    assert_eq!(words(&report.gloss.when), ["Just over two months ago"]);
    assert_eq!(report.basis, Some(Basis::WorkedOut));
}

#[test]
fn exchanged_and_frequent_visits_are_refused_with_a_reason() {
    let text = article().text();
    let refused: Vec<_> = read(&article())
        .explanations
        .into_iter()
        .filter(|explanation| matches!(explanation.outcome, Outcome::Refused(_)))
        .map(|explanation| text[explanation.sentence.range()].to_owned())
        .collect();
    assert!(
        refused
            .iter()
            .any(|sentence| sentence.contains("exchanged visits")),
        "{refused:#?}"
    );
    assert!(
        refused
            .iter()
            .any(|sentence| sentence.contains("frequent visits")),
        "{refused:#?}"
    );
}

#[test]
fn merging_one_article_changes_nothing_but_the_order() {
    let read = read(&article()).visits;
    let merged = merge(read.clone(), |_| article().published);
    assert_eq!(merged.len(), read.len());
    for visit in &read {
        assert!(merged.contains(visit), "{} in {merged:#?}", visit.id);
    }
}
