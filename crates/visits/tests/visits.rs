//! The sentence corpus: what a text of a day says of visits. A line of `corpus.txt` is a case; add one and run this test.

use std::fmt::Write as _;

use dateline_model::{Article, ArticleId, Block, BlockKind, Visit};
use dateline_visits::{Outcome, RULES, read};

const CORPUS: &str = include_str!("corpus.txt");

/// An article of one paragraph for each ` ¶ `.
fn article(published: &str, headline: &str, text: &str) -> Article {
    let block = |text: &str| Block {
        kind: BlockKind::Paragraph,
        text: text.to_owned(),
        inlines: Vec::new(),
    };
    Article {
        id: ArticleId("case".to_owned()),
        headline: headline.to_owned(),
        byline: Vec::new(),
        published: published.parse().ok(),
        dateline: None,
        source: None,
        genre: None,
        url: None,
        language: "en".to_owned(),
        topics: Vec::new(),
        note: None,
        record: Vec::new(),
        blocks: text.split(" ¶ ").map(block).collect(),
    }
}

/// `Xi Jinping > South Korea (Busan), 2025-10-30, state-visit, reported`
fn shown(visit: &Visit) -> String {
    let names = |people: &[dateline_model::Person]| {
        let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
        names.join(" + ")
    };
    let mut line = names(&visit.visitors);
    if let Some(host) = &visit.host {
        if let (Some(person), false) = (&host.person, visit.is_visit()) {
            let _ = write!(line, " with {person}");
        }
        let _ = write!(line, " > {}", host.country.as_deref().unwrap_or("?"));
    }
    if !visit.places.is_empty() {
        let places: Vec<_> = visit
            .places
            .iter()
            .map(|place| place.name.as_str())
            .collect();
        let _ = write!(line, " ({})", places.join(", "));
    }
    let date = visit
        .date
        .map_or_else(|| "-".to_owned(), |date| date.to_string());
    let _ = write!(
        line,
        ", {date}, {}, {}",
        visit.kind.name(),
        visit.status.name()
    );
    line
}

/// The cases: number of the line, date, headline, text, expected visits.
fn cases() -> impl Iterator<Item = (usize, [&'static str; 4])> {
    CORPUS
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(number, line)| {
            let mut cells = line.splitn(4, " | ").map(str::trim);
            let mut next = || cells.next().unwrap_or_default();
            (number + 1, [next(), next(), next(), next()])
        })
}

#[test]
fn every_sentence_says_what_it_says() {
    let mut wrong = String::new();
    let mut count = 0;
    for (number, [date, headline, text, expected]) in cases() {
        count += 1;
        let reading = read(&article(date, headline, text));
        let found: Vec<_> = reading.visits.iter().map(shown).collect();
        let mut wanted: Vec<_> = expected
            .split(';')
            .map(str::trim)
            .filter(|line| *line != "nothing")
            .collect();
        let mut got: Vec<_> = found.iter().map(String::as_str).collect();
        wanted.sort_unstable();
        got.sort_unstable();
        if wanted != got {
            let _ = writeln!(
                wrong,
                "corpus.txt:{number}: {text}\n  want {wanted:#?}\n  got  {got:#?}"
            );
            for explanation in &reading.explanations {
                let _ = writeln!(wrong, "    {} {:?}", explanation.rule, explanation.outcome);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count >= 300, "only {count} cases");
}

#[test]
fn every_rule_stands_in_the_corpus() {
    let mut seen = std::collections::BTreeMap::new();
    for (_, [date, headline, text, _]) in cases() {
        for explanation in read(&article(date, headline, text)).explanations {
            let taken = matches!(explanation.outcome, Outcome::Taken(_));
            *seen.entry(explanation.rule).or_insert(false) |= taken;
        }
    }
    for (rule, example) in RULES {
        assert_eq!(seen.remove(rule), Some(true), "{rule}: {example}");
    }
    assert!(seen.is_empty(), "not in the list of rules: {seen:?}");
}

#[test]
fn the_words_of_a_range_are_both_its_ends_and_what_is_between() {
    for (text, expected) in [
        (
            "visited Chile from 28 April to 3 May 2024.",
            "from 28 April to 3 May 2024",
        ),
        (
            "paid a state visit to Chile from April 28 to May 3.",
            "from April 28 to May 3",
        ),
        (
            "visited Chile from Friday through Sunday.",
            "from Friday through Sunday",
        ),
        ("visited Chile on 2-3 May 2024.", "on 2-3 May 2024"),
        ("visited Chile on 3 May.", "on 3 May"),
    ] {
        let article = article("2024-05-20", "x", &format!("President Anna Berg {text}"));
        let whole = article.text();
        let visits = read(&article).visits;
        assert_eq!(visits.len(), 1, "{text}");
        let words: Vec<&str> = visits[0].reports[0]
            .gloss
            .when
            .iter()
            .map(|span| &whole[span.range()])
            .collect();
        assert_eq!(words, [expected], "{text}");
    }
}

#[test]
fn a_visit_shows_the_words_that_were_read() {
    for (_, [date, headline, text, _]) in cases() {
        let article = article(date, headline, text);
        let whole = article.text();
        for visit in read(&article).visits {
            let report = &visit.reports[0];
            assert_eq!(
                visit.reports.len(),
                1,
                "one report for each visit and article"
            );
            assert!(!report.gloss.who.is_empty(), "{text}");
            let spans = report
                .gloss
                .who
                .iter()
                .chain(&report.gloss.place)
                .chain(&report.gloss.when);
            for span in spans
                .chain(&report.gloss.kind)
                .chain(&report.more)
                .chain([&report.span])
            {
                let part = if span.part == dateline_model::Part::Text {
                    &whole
                } else {
                    &article.headline
                };
                assert!(
                    part.get(span.range())
                        .is_some_and(|words| !words.is_empty()),
                    "{text}: {span:?}"
                );
            }
        }
    }
}
