//! Any text is read: no failure, spans where the model wants them, and no time lost on hostile texts.

use dateline_model::{Article, ArticleId, Block, BlockKind, Part, Span};
use dateline_visits::{merge, read, relabel};
use proptest::prelude::*;

fn article(published: Option<&str>, headline: &str, paragraphs: &[String]) -> Article {
    Article {
        id: ArticleId("any".to_owned()),
        headline: headline.to_owned(),
        byline: vec!["Joe Biden".to_owned()],
        published: published.and_then(|date| date.parse().ok()),
        dateline: None,
        source: Some("The White House".to_owned()),
        genre: None,
        url: Some("https://example.org/".to_owned()),
        language: "en".to_owned(),
        topics: Vec::new(),
        note: None,
        record: Vec::new(),
        blocks: paragraphs
            .iter()
            .map(|text| Block {
                kind: BlockKind::Paragraph,
                text: text.clone(),
                inlines: Vec::new(),
            })
            .collect(),
    }
}

/// Reads an article and checks every span.
fn check(article: &Article) {
    let mut readings = vec![read(article)];
    relabel(&mut readings);
    let reading = &readings[0];
    let text = article.text();
    let sound = |span: &Span| {
        let part = if span.part == Part::Text {
            &text
        } else {
            &article.headline
        };
        part.get(span.range())
            .is_some_and(|words| !words.is_empty())
    };
    let reports = || reading.visits.iter().flat_map(|visit| &visit.reports);
    assert!(
        reading
            .mentions
            .iter()
            .flat_map(|mention| &mention.spans)
            .all(sound)
    );
    assert!(reports().all(|report| sound(&report.span) && report.more.iter().all(sound)));
    assert!(reports().all(|report| {
        let gloss = &report.gloss;
        [&gloss.who, &gloss.place, &gloss.when, &gloss.kind]
            .into_iter()
            .flatten()
            .all(sound)
    }));
    assert!(
        reading
            .visits
            .iter()
            .all(|visit| !visit.reports.is_empty() && !visit.visitors.is_empty())
    );
    let ids: std::collections::HashSet<_> = reading.visits.iter().map(|visit| &visit.id).collect();
    assert_eq!(ids.len(), reading.visits.len());
    let _ = merge(reading.visits.clone(), |_| article.published);
}

/// Words of the rules' own world, so that random sentences come near to real ones.
const WORDS: &[&str] = &[
    "President",
    "Prime Minister",
    "Xi Jinping",
    "Joe Biden",
    "Lula da Silva",
    "Mr.",
    "Queen",
    "the",
    "a",
    "his",
    "their",
    "who",
    "will",
    "to",
    "visit",
    "visits",
    "visited",
    "visiting",
    "travel",
    "travelled",
    "arrived",
    "left",
    "for",
    "in",
    "on",
    "at",
    "from",
    "Beijing",
    "Seoul",
    "China",
    "South Korean",
    "the United Kingdom",
    "Jordan",
    "Georgia",
    "Washington, D.C.",
    "here",
    "state",
    "official",
    "trip",
    "talks",
    "met",
    "hosted",
    "welcomed",
    "Monday",
    "Jan. 5",
    "next week",
    "2026",
    "May 1 to 3",
    "three-day",
    ",",
    ".",
    ";",
    "\"",
    "’s",
    "'s",
    "(ROK)",
    "—",
    "and",
    "of",
    "with",
    "by",
    "between",
    "during",
    "cancelled",
    "invited",
    "asked him to",
    "called on",
    "a delegation led by",
    "after a",
    "before",
    "left",
    "took him",
    "stops",
    "KISHIDA",
    "May",
    "Puerto Rico",
    "to-day",
    "SEOUL, Jan. 5 --",
    "not",
    "be",
    "is",
    "was",
    "has been",
    "I",
    "he",
    "she",
    "Ç",
    "İ",
    "ﬁ",
    "中国",
    "\u{301}",
    "\n\n",
    "capital",
];

proptest! {
    #[test]
    fn any_characters_are_read(headline in "\\PC{0,60}", text in "\\PC{0,400}") {
        check(&article(Some("2026-01-12"), &headline, &[text]));
    }

    #[test]
    fn any_row_of_words_is_read(
        headline in prop::collection::vec(prop::sample::select(WORDS), 0..12),
        text in prop::collection::vec(prop::sample::select(WORDS), 0..120),
        dated: bool,
    ) {
        let published = dated.then_some("2026-01-12");
        check(&article(published, &headline.join(" "), &[text.join(" ")]));
    }

    #[test]
    fn words_without_spaces_are_read(text in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
        check(&article(Some("2026-01"), "x", &[text.concat()]));
    }
}

#[test]
fn hostile_texts_are_read() {
    for unit in [
        ",",
        "A ",
        "Aa ",
        "visit ",
        "visited Rome ",
        "President ",
        "Xi ",
        "of ",
        "(",
        "\"",
        "Jan. 5 ",
        "and ",
        "'s ",
        "met ",
    ] {
        check(&article(Some("2026-01-12"), "x", &[unit.repeat(40_000)]));
    }
}

#[test]
fn an_empty_article_says_nothing() {
    let reading = read(&article(None, "", &[]));
    assert_eq!((reading.mentions.len(), reading.visits.len()), (0, 0));
}
