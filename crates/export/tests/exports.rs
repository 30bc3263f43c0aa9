//! Tables and calendars as other programs read them.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use dateline_export::{
    Stamp, articles_csv, articles_json, event_days, visit_json, visits_csv, visits_ics, visits_json,
};
use dateline_model::{
    Article, ArticleId, Aspect, Block, BlockKind, Checked, Day, Gloss, Host, Kind, Origin, Person,
    Place, Recorded, Report, Span, Status, Visit, VisitId,
};

const SENTENCE: &str = "=Kim, Präsidentin von Größe-Über-Alles; she said \"yes\" and went to Japan for a very long time.";

const STAMP: Stamp<'static> = Stamp {
    collection: "Visits",
    build: "b1",
    address: "https://desk.example/#/?q=kim",
    exported: None,
};

fn article(id: &str, published: Option<&str>) -> Article {
    Article {
        id: ArticleId(id.to_owned()),
        headline: "Kim in Japan".to_owned(),
        byline: Vec::new(),
        published: published.and_then(|date| date.parse().ok()),
        dateline: None,
        source: None,
        genre: None,
        url: Some("https://example.org/a?b=1,2;3".to_owned()),
        language: "en".to_owned(),
        topics: Vec::new(),
        note: Some("Demo brief, told as of then".to_owned()),
        record: Vec::new(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            text: SENTENCE.to_owned(),
            inlines: Vec::new(),
        }],
    }
}

fn report(article: &str, date: Option<&str>) -> Report {
    Report {
        article: ArticleId(article.to_owned()),
        span: Span::text(0..SENTENCE.len()),
        more: Vec::new(),
        gloss: Gloss::default(),
        date: date.and_then(|date| date.parse().ok()),
        aspect: Aspect::Whole,
        basis: None,
        places: Vec::new(),
        kind: Kind::Visit,
        status: Status::Reported,
        rule: "visited-place".to_owned(),
        confidence: 90,
        origin: Origin::Extracted,
    }
}

fn visit(id: &str, date: Option<&str>, articles: &[&str]) -> Visit {
    let reports = articles.iter().map(|article| report(article, date));
    Visit {
        id: VisitId(id.to_owned()),
        visitors: vec![Person {
            name: "Kim".to_owned(),
            role: None,
            country: Some("South Korea".to_owned()),
        }],
        host: Some(Host {
            country: Some("Japan".to_owned()),
            person: None,
        }),
        places: vec![Place {
            name: "Tokyo".to_owned(),
            country: None,
        }],
        date: date.and_then(|date| date.parse().ok()),
        aspect: Aspect::Whole,
        kind: Kind::Visit,
        status: Status::Reported,
        part_of: None,
        reports: reports.collect(),
        checked: Some(Checked {
            by: None,
            on: Day::from_ymd(2026, 1, 14),
        }),
        recorded: Some(Recorded::Listed(vec!["t1".to_owned(), "t2".to_owned()])),
    }
}

/// The calendar of some visits, its lines unfolded.
fn calendar(visits: &[Visit]) -> Vec<String> {
    let articles = [article("a", Some("2026-01-12")), article("b", None)];
    let lookup = |id: &ArticleId| articles.iter().find(|article| article.id == *id);
    let all: Vec<&Visit> = visits.iter().collect();
    let calendar = visits_ics(&all, &STAMP, &lookup);
    assert!(calendar.ends_with("\r\n"));
    assert!(
        calendar
            .split("\r\n")
            .all(|line| line.len() <= 75 && !line.contains('\n'))
    );
    let unfolded = calendar.replace("\r\n ", "");
    unfolded.lines().map(str::to_owned).collect()
}

fn value<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    let values = lines.iter().filter_map(|line| line.strip_prefix(name));
    values.collect()
}

#[test]
fn events_are_the_days_that_are_known_with_the_end_after_the_last_one() {
    use Aspect::{End, Start, UnderWay, Whole};
    for (date, aspect, start, end, summary) in [
        ("2026-01-05", Whole, "20260105", "20260106", "visit"),
        (
            "2026-01-30/2026-02-01",
            Whole,
            "20260130",
            "20260202",
            "visit",
        ),
        (
            "2026-01-05/..",
            Whole,
            "20260105",
            "20260106",
            "visit, begins",
        ),
        (
            "2026-01-05",
            UnderWay,
            "20260105",
            "20260106",
            "visit, under way",
        ),
        ("2026-01-05", Start, "20260105", "20260106", "visit, begins"),
        ("2026-01-05", End, "20260105", "20260106", "visit, ends"),
    ] {
        let mut visit = visit("kim.japan", Some(date), &["a"]);
        visit.aspect = aspect;
        let lines = calendar(&[visit]);
        assert_eq!(value(&lines, "DTSTART;VALUE=DATE:"), [start], "{date}");
        assert_eq!(value(&lines, "DTEND;VALUE=DATE:"), [end], "{date}");
        let summary = format!("Kim to Japan ({})", summary.replace(',', "\\,"));
        assert_eq!(value(&lines, "SUMMARY:"), [summary], "{date}");
        let told = lines
            .iter()
            .any(|line| line.starts_with(&format!("DESCRIPTION:Date: {date}\\n")));
        assert!(told, "{lines:?}");
    }
}

#[test]
fn a_date_that_is_vaguer_than_a_day_is_no_event_and_is_counted() {
    for (date, aspect) in [
        (Some("2024-02"), Aspect::Whole),
        (Some("2026"), Aspect::Whole),
        (Some("2026-21"), Aspect::Whole),
        (Some("2026-01-05~"), Aspect::Whole),
        (Some("2026-01-05?"), Aspect::Whole),
        (Some("2026-01/2026-02"), Aspect::Whole),
        (Some("2026-01/.."), Aspect::Whole),
        (Some("2026-01-05/2026-01-07"), Aspect::UnderWay),
        (Some("2026-01-05/2026-01-07"), Aspect::Start),
        (Some("[2025-10-25..2025-11-12]"), Aspect::Whole),
        (None, Aspect::Whole),
    ] {
        let mut vague = visit("kim.china", date, &["a"]);
        vague.aspect = aspect;
        assert_eq!(event_days(&vague), None, "{date:?}");
        let lines = calendar(&[vague, visit("kim.japan", Some("2026-01-05"), &["a"])]);
        assert_eq!(value(&lines, "UID:"), ["kim.japan@dateline"], "{date:?}");
        let about = value(&lines, "X-WR-CALDESC:");
        assert_eq!(
            about,
            [
                "1 of 2 visits and talks. 1 left out\\, because no day of theirs is known.\\nbuild: b1\\naddress: https://desk.example/#/?q=kim"
            ]
        );
    }
}

#[test]
fn ids_and_stamps_do_not_change_from_run_to_run() {
    let visits = [visit("kim.japan.2026-01", Some("2026-01-05"), &["a", "b"])];
    let lines = calendar(&visits);
    assert_eq!(value(&lines, "UID:"), ["kim.japan.2026-01@dateline"]);
    assert_eq!(value(&lines, "DTSTAMP:"), ["20260112T000000Z"]);
    assert_eq!(lines, calendar(&visits));
    let undated = calendar(&[visit("x", Some("2026-01-05"), &["b"])]);
    assert_eq!(value(&undated, "DTSTAMP:"), ["19700101T000000Z"]);
}

#[test]
fn several_tellings_of_one_visit_are_events_of_their_own() {
    let lines = calendar(&[
        visit("kim.japan", Some("2026-01-05"), &["a"]),
        visit("kim.japan", Some("2026-01-06"), &["b"]),
        visit("kim.china", Some("2026-01-07"), &["b"]),
    ]);
    assert_eq!(
        value(&lines, "UID:"),
        [
            "kim.japan.a@dateline",
            "kim.japan.b@dateline",
            "kim.china@dateline"
        ]
    );
}

#[test]
fn visits_without_a_date_are_no_events_and_the_calendar_is_whole() {
    let lines = calendar(&[visit("x", None, &["a"])]);
    assert_eq!(value(&lines, "BEGIN:"), ["VCALENDAR"]);
    let lines = calendar(&[visit("x", Some("2026-01-05"), &["a"])]);
    for name in ["BEGIN:", "END:"] {
        let mut found = value(&lines, name);
        found.sort_unstable();
        assert_eq!(found, ["VCALENDAR", "VEVENT"]);
    }
    assert_eq!(
        value(&lines, "URL:"),
        [STAMP.address, "https://example.org/a?b=1,2;3"]
    );
    assert_eq!(value(&lines, "SUMMARY:"), ["Kim to Japan (visit)"]);
    assert!(value(&lines, "DESCRIPTION:")[1].ends_with("\\nDemo brief\\, told as of then"));
}

/// The fields of a line after the line of names, as names and cells; no cell of this test holds a line break.
fn row(table: &str, line: usize) -> Vec<(String, String)> {
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines.last(), Some(&""));
    let (names, cells) = (cells(lines[0]), cells(lines[line]));
    assert_eq!(names.len(), cells.len());
    names.into_iter().zip(cells).collect()
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

fn holds(row: &[(String, String)], expected: &[(&str, &str)]) {
    for (name, value) in expected {
        let found = row.iter().find(|(found, _)| found == name);
        assert_eq!(
            found.map(|(_, value)| value.as_str()),
            Some(*value),
            "{name}"
        );
    }
}

#[test]
fn a_table_of_visits_says_how_its_dates_are_to_be_read_and_where_it_comes_from() {
    let article = article("a", Some("2026-01-12"));
    let lookup = |_: &ArticleId| Some(&article);
    let mut vague = visit("kim.japan", Some("[2025-10-25..2025-11-12]"), &["a"]);
    vague.aspect = Aspect::UnderWay;
    let stamp = Stamp {
        exported: Day::from_ymd(2026, 11, 22),
        ..STAMP
    };
    let table = visits_csv(&[&vague], &stamp, &lookup);
    holds(
        &row(&table, 1),
        &[
            ("id", "kim.japan"),
            ("host_country", "Japan"),
            ("places", "Tokyo"),
            ("date", "[2025-10-25..2025-11-12]"),
            ("aspect", "under-way"),
            ("precision", "within"),
            ("earliest", "2025-10-25"),
            ("latest", "2025-11-12"),
            ("urls", "https://example.org/a?b=1,2;3"),
            ("notes", "Demo brief, told as of then"),
            ("checked", "2026-01-14"),
            ("record", "t1; t2"),
            ("collection", "Visits"),
            ("build", "b1"),
            ("address", "https://desk.example/#/?q=kim"),
            ("exported", "2026-11-22"),
        ],
    );
    // What an article says could run in a spreadsheet.
    assert!(table.contains("\"'=Kim, Präsidentin"), "{table}");
    let undated = visits_csv(&[&visit("x", None, &["a"])], &STAMP, &lookup);
    holds(
        &row(&undated, 1),
        &[
            ("aspect", ""),
            ("precision", ""),
            ("earliest", ""),
            ("exported", ""),
        ],
    );
}

#[test]
fn a_table_of_articles_names_their_visits() {
    let article = article("a", Some("2026-01-12"));
    let visits = [
        visit("kim.japan", None, &["a", "a", "b"]),
        visit("kim.china", None, &["a"]),
    ];
    let visits: Vec<&Visit> = visits.iter().collect();
    let table = articles_csv(&[&article], &visits, &STAMP);
    holds(
        &row(&table, 1),
        &[
            ("id", "a"),
            ("headline", "Kim in Japan"),
            ("published", "2026-01-12"),
            ("source", ""),
            ("visits", "kim.japan; kim.china"),
            ("address", "https://desk.example/#/?q=kim"),
        ],
    );
}

#[test]
fn documents_are_json_with_a_stamp_and_all_keys() {
    let article = article("a", Some("2026-01-12"));
    let lookup = |_: &ArticleId| Some(&article);
    let visit = visit("kim.japan", Some("2026-01"), &["a"]);
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let document = read(&visits_json(&[&visit, &visit], &STAMP, &lookup));
    assert_eq!(document["collection"], "Visits");
    assert_eq!(document["exported"], serde_json::Value::Null);
    assert_eq!(document["visits"].as_array().unwrap().len(), 2);
    let line = visit_json(&visit, &lookup);
    assert!(!line.contains('\n'));
    assert_eq!(document["visits"][0], read(&line));
    assert_eq!(document["visits"][0]["precision"], "month");
    assert_eq!(
        document["visits"][0]["host"],
        serde_json::json!({ "country": "Japan", "person": null })
    );
    let evidence = &document["visits"][0]["evidence"][0];
    assert_eq!(evidence["text"], SENTENCE);
    assert_eq!(evidence["end"], SENTENCE.chars().count());
    assert_eq!(evidence["confidence"], 0.9);
    let document = read(&articles_json(&[&article], &[&visit], &STAMP));
    let first = &document["articles"][0];
    assert_eq!(first["text"], SENTENCE);
    assert_eq!(first["visits"], serde_json::json!(["kim.japan"]));
    assert_eq!(first["source"], serde_json::Value::Null);
    assert_eq!(
        read(&articles_json(&[], &[], &STAMP))["articles"],
        serde_json::json!([])
    );
}
