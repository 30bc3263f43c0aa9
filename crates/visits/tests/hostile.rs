//! Texts that are made to take long: they are read in a time that grows with their length, and no faster.

use std::time::{Duration, Instant};

use dateline_model::{Article, ArticleId, Block, BlockKind};
use dateline_visits::{dates, read};

/// Words that are repeated without end.
const UNITS: &[&str] = &[
    ",",
    "A B ",
    "Aa Bb ",
    "President ",
    "March 5, ",
    "Monday to ",
    "visit ",
    "visited Rome ",
    "to visit to ",
    "Xi and ",
    "the trip of ",
    "'s visit ",
    "arrived in Rome. ",
    "During the visit he spoke. ",
    "Xi Jinping, the president, and ",
    "President Xi Jinping met President Joe Biden in Rome. ",
    "French President Emmanuel Macron visited Rome on March 5. ",
    "a delegation led by ",
    "(ROK) ",
    "\u{201d} ",
];

fn article(text: String) -> Article {
    Article {
        id: ArticleId("hostile".to_owned()),
        headline: "x".to_owned(),
        byline: Vec::new(),
        published: "2026-01-12".parse().ok(),
        dateline: None,
        source: Some("Reuters".to_owned()),
        genre: None,
        url: None,
        language: "en".to_owned(),
        topics: Vec::new(),
        note: None,
        record: Vec::new(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            text,
            inlines: Vec::new(),
        }],
    }
}

/// How long a text of this length takes.
fn time(unit: &str, bytes: usize) -> Duration {
    let article = article(unit.repeat(bytes / unit.len()));
    let start = Instant::now();
    let _ = read(&article);
    start.elapsed()
}

#[test]
fn four_times_the_text_takes_about_four_times_as_long() {
    // Work that grew with the square would take sixteen times as long every time; a busy machine does so now and then.
    let linear = |unit| time(unit, 200_000) < time(unit, 50_000) * 10 + Duration::from_millis(100);
    for unit in UNITS {
        assert!((0..6).any(|_| linear(unit)), "{unit:?}");
    }
}

#[test]
fn ten_megabytes_of_commas_in_one_line_say_nothing() {
    let reading = read(&article(",".repeat(10_000_000)));
    assert!(reading.visits.is_empty() && reading.mentions.is_empty());
}

#[test]
fn a_million_capitals_name_nobody() {
    let reading = read(&article("A ".repeat(1_000_000)));
    assert!(reading.visits.is_empty());
}

#[test]
fn a_million_dates_are_all_found() {
    let text = "On 5 May.\n\n".repeat(1_000_000);
    assert_eq!(
        dates::find(&text, "2026-01-12".parse().ok()).len(),
        1_000_000
    );
}

#[test]
fn an_article_of_twenty_megabytes_is_read_to_its_end() {
    let filler = "Nothing of note was said of trade, fishing or the price of grain that day. ";
    let last = "French President Emmanuel Macron visited Rome on Friday.";
    let text = filler.repeat(20_000_000 / filler.len()) + last;
    let visits = read(&article(text)).visits;
    assert_eq!(visits.len(), 1);
    assert_eq!(visits[0].id.0, "emmanuel-macron.italy.2026-01");
}
