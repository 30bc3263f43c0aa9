//! What many articles say of one journey becomes one visit.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

use dateline_model::{Article, ArticleId, Block, BlockKind, Edtf, Status, Visit};
use dateline_visits::{Reading, merge, read, relabel};

/// The readings of articles, each a date and a text.
fn readings(articles: &[(&str, &str)]) -> (Vec<Reading>, Vec<(ArticleId, Option<Edtf>)>) {
    articles
        .iter()
        .enumerate()
        .map(|(number, (date, text))| {
            let article = Article {
                id: ArticleId(format!("a{number}")),
                headline: "x".to_owned(),
                byline: Vec::new(),
                published: date.parse().ok(),
                dateline: None,
                source: None,
                genre: None,
                url: None,
                language: "en".to_owned(),
                topics: Vec::new(),
                note: None,
                record: Vec::new(),
                blocks: vec![Block {
                    kind: BlockKind::Paragraph,
                    text: (*text).to_owned(),
                    inlines: Vec::new(),
                }],
            };
            (read(&article), (article.id, article.published))
        })
        .unzip()
}

fn merged(articles: &[(&str, &str)]) -> Vec<Visit> {
    let (readings, published) = readings(articles);
    let date = |id: &ArticleId| {
        published
            .iter()
            .find(|(other, _)| other == id)
            .and_then(|(_, date)| *date)
    };
    let visits = merge(
        readings
            .into_iter()
            .flat_map(|reading| reading.visits)
            .collect(),
        date,
    );
    let (mut readings, _) = self::readings(articles);
    readings.reverse();
    let shuffled = merge(
        readings
            .into_iter()
            .flat_map(|reading| reading.visits)
            .collect(),
        date,
    );
    assert_eq!(
        visits, shuffled,
        "the order of the articles must not matter"
    );
    visits
}

fn shown(visits: &[Visit]) -> Vec<String> {
    visits
        .iter()
        .map(|visit| {
            let date = visit
                .date
                .map_or_else(|| "-".to_owned(), |date| date.to_string());
            format!(
                "{} {date} {} {}",
                visit.id,
                visit.status.name(),
                visit.reports.len()
            )
        })
        .collect()
}

#[test]
fn a_plan_and_its_fulfilment_are_one() {
    let visits = merged(&[
        (
            "2023-04-05",
            "President Joe Biden will travel to Ireland from April 12-14.",
        ),
        (
            "2023-04-13",
            "U.S. President Biden arrived in Dublin on Wednesday.",
        ),
        ("2023-05-02", "Biden visited Ireland in April."),
    ]);
    assert_eq!(
        shown(&visits),
        ["joe-biden.ireland.2023-04 2023-04-12/2023-04-14 reported 3"]
    );
    assert_eq!(visits[0].places[0].name, "Dublin");
}

#[test]
fn a_postponed_visit_is_never_shown_as_held() {
    let visits = merged(&[
        (
            "2024-09-24",
            "U.S. President Joe Biden will travel to Angola from October 13 to 15.",
        ),
        (
            "2024-10-08",
            "U.S. President Joe Biden is postponing his trip to Angola.",
        ),
    ]);
    assert_eq!(
        shown(&visits),
        ["joe-biden.angola.2024-10 2024-10-13/2024-10-15 postponed 2"]
    );
}

#[test]
fn a_visit_announced_again_takes_the_last_word() {
    let visits = merged(&[
        (
            "2024-09-24",
            "U.S. President Joe Biden will travel to Germany from October 10 to 13.",
        ),
        (
            "2024-10-08",
            "U.S. President Joe Biden is postponing his trip to Germany.",
        ),
        (
            "2024-10-16",
            "U.S. President Joe Biden will travel to Germany from October 17 to 18.",
        ),
        (
            "2024-10-19",
            "U.S. President Joe Biden visited Germany on Friday.",
        ),
    ]);
    let last = visits.last().unwrap();
    assert_eq!(last.status, Status::Reported);
    assert_eq!(last.date.unwrap().to_string(), "2024-10-17/2024-10-18");
    assert!(visits.iter().all(|visit| visit.status != Status::Reported
        || visit.date.unwrap().first.to_string().as_str() > "2024-10-16"));
}

#[test]
fn journeys_of_different_years_stay_apart() {
    let visits = merged(&[
        (
            "2019-06-30",
            "U.S. President Donald Trump visited Seoul on Sunday.",
        ),
        (
            "2017-11-08",
            "U.S. President Donald Trump visited Seoul on Tuesday.",
        ),
        (
            "2025-10-30",
            "U.S. President Donald Trump visited Gyeongju on Wednesday.",
        ),
    ]);
    assert_eq!(
        shown(&visits),
        [
            "donald-trump.south-korea.2017-11 2017-11-07 reported 1",
            "donald-trump.south-korea.2019-06 2019-06-30 reported 1",
            "donald-trump.south-korea.2025-10 2025-10-29 reported 1",
        ]
    );
}

#[test]
fn a_vague_date_that_fits_two_journeys_joins_neither() {
    let visits = merged(&[
        (
            "2023-03-12",
            "French President Emmanuel Macron visited Cairo on Saturday.",
        ),
        (
            "2023-09-12",
            "French President Emmanuel Macron visited Cairo on Saturday.",
        ),
        (
            "2024-09-12",
            "French President Emmanuel Macron visited Cairo last year.",
        ),
    ]);
    assert_eq!(visits.len(), 3);
}

#[test]
fn talks_stay_inside_their_visit() {
    let visits = merged(&[
        (
            "2026-01-06",
            "South Korean President Lee Jae Myung arrived in Beijing on Sunday.",
        ),
        (
            "2026-01-12",
            "On Jan. 5, Chinese President Xi Jinping held talks with President Lee Jae Myung of the Republic of Korea, who was on a state visit to China.",
        ),
        (
            "2026-01-13",
            "Chinese President Xi Jinping met South Korean President Lee Jae Myung in Beijing on Jan. 5.",
        ),
    ]);
    let talks: Vec<_> = visits.iter().filter(|visit| !visit.is_visit()).collect();
    let journeys: Vec<_> = visits.iter().filter(|visit| visit.is_visit()).collect();
    assert_eq!(
        (talks.len(), journeys.len()),
        (1, 1),
        "{:#?}",
        shown(&visits)
    );
    assert_eq!(talks[0].reports.len(), 2);
    assert_eq!(talks[0].part_of.as_ref(), Some(&journeys[0].id));
}

#[test]
fn a_person_has_one_label() {
    let (mut readings, _) = readings(&[
        (
            "2023-04-05",
            "President Joe Biden met President Joe Biden's staff. Joe Biden spoke. Then Joe Biden left.",
        ),
        (
            "2023-04-06",
            "President Biden will travel to Ireland on April 12.",
        ),
        (
            "2023-04-07",
            "President Joseph R. Biden, Jr. will travel to Ireland on April 12.",
        ),
        (
            "2023-04-08",
            "First Lady Jill Biden will travel to Ireland on April 12.",
        ),
    ]);
    relabel(&mut readings);
    let labels: Vec<_> = readings
        .iter()
        .map(|reading| reading.mentions[0].name.as_str())
        .collect();
    assert_eq!(
        labels,
        ["Joe Biden", "Joe Biden", "Joe Biden", "Jill Biden"]
    );
}

#[test]
fn an_initial_tells_father_from_son() {
    let visits = merged(&[
        (
            "1989-02-28",
            "U.S. President George H. W. Bush visited Japan from February 23 to 25, 1989.",
        ),
        (
            "2005-11-22",
            "U.S. President George W. Bush visited Mongolia on Monday.",
        ),
    ]);
    let names: Vec<&str> = visits
        .iter()
        .map(|visit| visit.visitors[0].name.as_str())
        .collect();
    assert_eq!(names, ["George H. W. Bush", "George W. Bush"]);
}

#[test]
fn ids_are_unique() {
    let visits = merged(&[
        (
            "2023-01-05",
            "French President Emmanuel Macron visited Cairo on January 3.",
        ),
        (
            "2023-01-31",
            "French President Emmanuel Macron visited Cairo on January 28.",
        ),
    ]);
    assert_eq!(
        shown(&visits),
        [
            "emmanuel-macron.egypt.2023-01 2023-01-03 reported 1",
            "emmanuel-macron.egypt.2023-01-2 2023-01-28 reported 1",
        ]
    );
}
