//! What the record has of a visit, and what an article that was written from it is worth.
#![allow(clippy::panic, clippy::unwrap_used, reason = "tests may fail loudly")]

use dateline_build::{Built, Source, build};
use dateline_model::Recorded;

const SETTINGS: &str = "[record]\nname = 'Visits of Japan'\ncountry = 'Japan'\nfirst = 2000\nlast = 2023\n\
                        roles = ['President', 'Prime Minister']\n";

const TABLE: &str = "id,visitor,visitor_country,host,place,start,end,kind\n\
    r1,President Park Geun-Hye,Republic of Korea,Japan,Tokyo,2015-03-02,2015-03-04,state visit\n\
    r2,Prime Minister Fumio Kishida,Japan,China,Beijing,2022-05-10,2022-05-10,visit\n\
    r3,President Park Geun-Hye,Republic of Korea,Japan,Osaka,2015-09-20,2015-09-20,visit\n";

/// The collection of one article with these words, dated 1 October 2015 or so, and the record.
fn told(date: &str, front: &str, text: &str) -> Built {
    let article = format!("---\ntitle: Visits\ndate: {date}\n{front}---\n{text}\n");
    with(&[("a.md", &article)])
}

fn with(articles: &[(&str, &str)]) -> Built {
    let articles = articles.iter();
    let mut sources: Vec<Source> = articles
        .map(|(path, text)| Source::new(*path, *text))
        .collect();
    sources.push(Source::new("collection.toml", SETTINGS));
    sources.push(Source::new("visits.csv", TABLE));
    build(sources)
}

/// What the record has of the only visit.
fn answer(built: &Built) -> Option<Recorded> {
    let visits: Vec<_> = built
        .contents
        .visits
        .iter()
        .filter(|visit| visit.is_visit())
        .collect();
    let [visit] = visits.as_slice() else {
        panic!("{visits:#?}");
    };
    visit.recorded.clone()
}

fn listed(ids: &[&str]) -> Option<Recorded> {
    Some(Recorded::Listed(
        ids.iter().map(|&id| id.to_owned()).collect(),
    ))
}

#[test]
fn a_visit_is_listed_by_its_countries_its_visitor_and_its_days() {
    for (date, text, expected) in [
        (
            "2015-03-05",
            "South Korean President Park Geun-hye visited Japan on March 3.",
            listed(&["r1"]),
        ),
        // The same evening is another day across the date line.
        (
            "2015-03-09",
            "South Korean President Park Geun-hye visited Japan on March 1.",
            listed(&["r1"]),
        ),
        (
            "2015-12-05",
            "South Korean President Park Geun-hye visited Japan in September.",
            listed(&["r3"]),
        ),
        (
            "2022-05-11",
            "Japanese Prime Minister Kishida Fumio visited China on May 10.",
            listed(&["r2"]),
        ),
        // Inside what the record covers, and not there.
        (
            "2015-06-05",
            "South Korean President Park Geun-hye visited Japan on June 3.",
            Some(Recorded::NotListed),
        ),
        // Another office, another country, another time.
        (
            "2015-06-05",
            "South Korean Foreign Minister Park Geun-hye visited Japan on June 3.",
            Some(Recorded::OutOfScope),
        ),
        (
            "2015-06-05",
            "South Korean President Park Geun-hye visited China on June 3.",
            Some(Recorded::OutOfScope),
        ),
        (
            "2024-06-05",
            "South Korean President Park Geun-hye visited Japan on June 3.",
            Some(Recorded::OutOfScope),
        ),
    ] {
        assert_eq!(answer(&told(date, "", text)), expected, "{text}");
    }
}

#[test]
fn nothing_is_said_of_what_the_text_leaves_open_or_has_not_happened() {
    for (date, text) in [
        // A journey on record is near: a date may be misread.
        (
            "2015-03-22",
            "South Korean President Park Geun-hye visited Japan on March 20.",
        ),
        // The record has nothing of her in those years: she may not have been in office.
        (
            "2021-06-05",
            "South Korean President Park Geun-hye visited Japan on June 3.",
        ),
        // A region is no country that the record could list.
        (
            "2022-06-05",
            "Japanese Prime Minister Kishida Fumio visited Europe on June 3.",
        ),
        (
            "2015-06-05",
            "South Korean President Park Geun-hye will visit Japan on June 20.",
        ),
        ("2015-06-05", "Park Geun-hye visited Japan on June 3."),
    ] {
        assert_eq!(answer(&told(date, "", text)), None, "{text}");
    }
}

#[test]
fn an_article_written_from_the_record_is_compared_with_its_own_rows_alone() {
    let text = "South Korean President Park Geun-hye visited Japan on March 3.";
    for (front, expected) in [
        ("record: r1\n", listed(&["r1"])),
        ("record: [r1, r2]\n", listed(&["r1"])),
        ("record: r2\n", None),
    ] {
        assert_eq!(
            answer(&told("2015-03-05", front, text)),
            expected,
            "{front}"
        );
    }
}

#[test]
fn the_days_of_an_article_written_from_the_record_do_not_make_another_article_a_witness() {
    let brief = "---\ntitle: Brief\ndate: 2015-03-05\nrecord: r1\n---\nSouth Korean President Park Geun-hye visited Japan from March 2 to 4.\n";
    let vague = "---\ntitle: Undated\ndate: 2015-03-06\n---\nSouth Korean President Park Geun-hye visited Japan.\n";
    let sharp = "---\ntitle: Dated\ndate: 2015-03-06\n---\nSouth Korean President Park Geun-hye visited Japan on March 2.\n";
    for (other, expected) in [(vague, None), (sharp, listed(&["r1"]))] {
        let built = with(&[("a.md", brief), ("b.md", other)]);
        assert_eq!(answer(&built), expected, "{other}");
    }
}

#[test]
fn the_page_is_told_what_the_record_covers_and_its_rows_are_corrected() {
    let mut sources = vec![
        Source::new(
            "a.md",
            "---\ntitle: A\ndate: 2015-03-05\nrecord: [r1, r3, r9]\n---\nText.\n",
        ),
        Source::new("collection.toml", SETTINGS),
        Source::new("visits.csv", TABLE),
    ];
    sources.push(Source::new(
        "visits.corrections.toml",
        "[[corrections]]\nid = 'r3'\nreason = 'Twice'\nsuppress = true\n\
         [[corrections]]\nid = 'r2'\nreason = 'The table gives one day of two'\nstart = 2022-05-10\nend = 2022-05-11\n\
         [[corrections]]\nid = 'r7'\nreason = 'Gone'\nsuppress = true\n",
    ));
    let built = build(sources);
    let info = built.contents.record.unwrap();
    assert_eq!(
        (info.name.as_str(), info.scope.as_str(), info.rows),
        ("Visits of Japan", "visits to and from Japan, 2000–2023", 2)
    );
    assert_eq!(info.label, "Visits of Japan, 2015–2022");
    let record = built.record.unwrap();
    assert_eq!(
        record.rows[1].date.unwrap().to_string(),
        "2022-05-10/2022-05-11"
    );
    assert_eq!(record.rows[0].visitor, "Park Geun-Hye");
    assert_eq!(record.corrections.len(), 2);
    let told: Vec<String> = built.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "a.md:4:9: warning: the record has none of the rows r3, r9. Look up the ids in the record's table; \
             corrections may have left them out.",
            "visits.corrections.toml:10:1: warning: no row of the record has the id `r7`. Look it up in the record's \
             table, or delete the correction.",
        ]
    );
}

#[test]
fn without_a_record_nothing_is_said() {
    let built = build(vec![Source::new(
        "a.md",
        "---\ntitle: A\ndate: 2015-03-05\nrecord: r1\n---\nSouth Korean President Park Geun-hye visited Japan on March 3.\n",
    )]);
    assert_eq!(answer(&built), None);
    assert!(built.contents.record.is_none() && built.record.is_none());
    assert_eq!(built.contents.articles[0].article.record, ["r1"]);
    assert!(built.problems.is_empty());
}

#[test]
fn a_record_that_is_not_there_is_one_report_and_the_rest_is_built() {
    let built = build(vec![
        Source::new("a.md", "---\ntitle: A\ndate: 2015-03-05\n---\nText.\n"),
        Source::new("collection.toml", "[record]\nfile = 'other.csv'\n"),
        Source::new("visits.csv", TABLE),
    ]);
    assert_eq!(built.contents.articles.len(), 1);
    assert_eq!(
        built.problems[0].to_string(),
        "collection.toml:1:2: error: the record's file `other.csv` is not in the folder; there is no record. \
         Put it beside the articles, or name it by `file`."
    );
}

#[test]
fn a_publishers_names_stand_in_articles_visits_and_record_alike() {
    let names = "[names]\n'Park Geun Hye' = ['Park Geun-hye']\n'Korea' = ['South Korea']\n";
    let built = build(vec![
        Source::new(
            "a.md",
            "---\ntitle: A\ndate: 2015-03-05\n---\nSouth Korean President Park Geun-hye visited Japan on March 3.\n",
        ),
        Source::new("collection.toml", format!("{names}{SETTINGS}")),
        Source::new("visits.csv", TABLE),
    ]);
    assert_eq!(answer(&built), listed(&["r1"]));
    let visitor = &built.contents.visits[0].visitors[0];
    assert_eq!(
        (visitor.name.as_str(), visitor.country.as_deref()),
        ("Park Geun Hye", Some("Korea"))
    );
    let row = &built.record.unwrap().rows[0];
    assert_eq!(
        (row.visitor.as_str(), row.visitor_country.as_deref()),
        ("Park Geun Hye", Some("Korea"))
    );
    let names: Vec<&str> = built.contents.articles[0]
        .mentions
        .iter()
        .map(|mention| mention.name.as_str())
        .collect();
    assert!(names.contains(&"Park Geun Hye"), "{names:?}");
    // The other writing is found all the same.
    let aliases = &built.contents.aliases;
    let is_known = |one: &str, other: &str| {
        let both = |group: &Vec<String>| {
            [one, other]
                .iter()
                .all(|name| group.iter().any(|it| it == name))
        };
        aliases.iter().any(both)
    };
    assert!(is_known("Park Geun Hye", "Park Geun-hye") && is_known("Korea", "South Korea"));
}
