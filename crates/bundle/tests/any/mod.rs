//! Random small collections.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use dateline_bundle::{About, Contents, Entry};
use dateline_model::{
    Article, ArticleId, Aspect, Block, BlockKind, Edtf, Gloss, Host, Kind, Mention, MentionKind,
    Origin, Person, Place, Report, Span, Status, Visit, VisitId,
};
use proptest::prelude::*;

pub const PEOPLE: [&str; 4] = ["Xi Jinping", "Lee Jae Myung", "Joe Biden", "Sanna Marin"];
pub const PLACES: [(&str, &str); 4] = [
    ("Beijing", "China"),
    ("Shanghai", "China"),
    ("Seoul", "South Korea"),
    ("China", "China"),
];
pub const WORDS: [&str; 8] = [
    "visit",
    "visits",
    "state",
    "talks",
    "trade",
    "China’s",
    "U.S.",
    "win-win",
];
pub const DATES: [&str; 7] = [
    "2025",
    "2025-11",
    "2026-01-05",
    "2026-01-04/2026-01-07",
    "[2025-10-25..2025-11-12]",
    "2026-01/..",
    "2024-24",
];

fn one<T: Clone + std::fmt::Debug + 'static>(of: &[T]) -> impl Strategy<Value = T> + use<T> {
    prop::sample::select(of.to_vec())
}

pub fn any_date() -> impl Strategy<Value = Edtf> {
    one(&DATES).prop_map(|date| date.parse().unwrap())
}

fn any_words(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(one(&WORDS), words).prop_map(|words| words.join(" "))
}

fn any_mention() -> impl Strategy<Value = Mention> {
    let named = |kind: MentionKind, name: &str, country: Option<&str>| Mention {
        kind,
        name: name.to_owned(),
        country: country.map(str::to_owned),
        spans: Vec::new(),
    };
    prop_oneof![
        one(&PEOPLE).prop_map(move |name| named(MentionKind::Person, name, Some("China"))),
        one(&PLACES).prop_map(move |(name, country)| named(
            MentionKind::Place,
            name,
            Some(country)
        )),
    ]
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let block = any_words(1..6).prop_map(|text| Block {
        kind: BlockKind::Paragraph,
        text,
        inlines: Vec::new(),
    });
    (
        any_words(1..4),
        prop::option::of(any_date()),
        prop::option::of(one(&["Xinhua", "Reuters"])),
        prop::sample::subsequence(vec!["economy", "defence"], 0..=2),
        prop::collection::vec(block, 0..3),
        prop::collection::vec(any_mention(), 0..4),
    )
        .prop_map(
            |(headline, published, source, topics, blocks, mentions)| Entry {
                article: Article {
                    id: ArticleId(String::new()),
                    headline,
                    byline: Vec::new(),
                    published,
                    dateline: None,
                    source: source.map(str::to_owned),
                    genre: None,
                    url: None,
                    language: "en".to_owned(),
                    topics: topics.into_iter().map(str::to_owned).collect(),
                    note: None,
                    record: Vec::new(),
                    blocks,
                },
                mentions,
            },
        )
}

/// A visit that is reported by the articles with these numbers.
fn any_visit() -> impl Strategy<Value = (Visit, Vec<usize>)> {
    let host = prop::option::of((
        one(&["China", "South Korea"]),
        prop::option::of(one(&PEOPLE)),
    ));
    (
        prop::collection::vec(one(&PEOPLE), 0..3),
        host,
        prop::collection::vec(one(&PLACES), 0..3),
        prop::option::of(any_date()),
        one(&Kind::ALL),
        prop::collection::vec(0..6usize, 1..3),
    )
        .prop_map(|(visitors, host, places, date, kind, articles)| {
            let person = |name: &str| Person {
                name: name.to_owned(),
                ..Person::default()
            };
            let place = |(name, country): (&str, &str)| Place {
                name: name.to_owned(),
                country: Some(country.to_owned()),
            };
            let visit = Visit {
                id: VisitId(String::new()),
                visitors: visitors.into_iter().map(person).collect(),
                host: host.map(|(country, person)| Host {
                    country: Some(country.to_owned()),
                    person: person.map(str::to_owned),
                }),
                places: places.into_iter().map(place).collect(),
                date,
                aspect: Aspect::Whole,
                kind,
                status: Status::Reported,
                part_of: None,
                reports: Vec::new(),
                checked: None,
                recorded: None,
            };
            (visit, articles)
        })
}

fn report(article: &ArticleId, kind: Kind) -> Report {
    Report {
        article: article.clone(),
        span: Span::text(0..1),
        more: Vec::new(),
        gloss: Gloss::default(),
        date: None,
        aspect: Aspect::Whole,
        basis: None,
        places: Vec::new(),
        kind,
        status: Status::Reported,
        rule: "test".to_owned(),
        confidence: 100,
        origin: Origin::Extracted,
    }
}

/// A collection of up to five articles and four visits.
pub fn any_contents() -> impl Strategy<Value = Contents> {
    let entries = prop::collection::vec(any_entry(), 0..6);
    let visits = prop::collection::vec(any_visit(), 0..5);
    (entries, visits).prop_map(|(mut entries, visits)| {
        for (number, entry) in entries.iter_mut().enumerate() {
            entry.article.id = ArticleId(format!("a{number}"));
        }
        let ids: Vec<ArticleId> = entries
            .iter()
            .map(|entry| entry.article.id.clone())
            .collect();
        let visits = visits
            .into_iter()
            .enumerate()
            .map(|(number, (mut visit, articles))| {
                visit.id = VisitId(format!("v{number}"));
                let known = articles.iter().filter_map(|n| ids.get(*n));
                visit.reports = known.map(|id| report(id, visit.kind)).collect();
                visit
            });
        let visits = visits.filter(|visit| !visit.reports.is_empty()).collect();
        let about = About {
            title: "Any".to_owned(),
            locale: "en-GB".to_owned(),
            ..About::default()
        };
        Contents::new(about, entries, visits)
    })
}
