//! Tables and calendars as other programs read them.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use dateline_export::{csv, ics};
use dateline_model::{
    Article, ArticleId, Aspect, Block, BlockKind, Checked, Day, Gloss, Host, Kind, Origin, Person,
    Place, Recorded, Report, Span, Status, Visit, VisitId,
};

const SENTENCE: &str = "=Kim, Präsidentin von Größe-Über-Alles; she said \"yes\" and went to Japan for a very long time.";

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
    let calendar = ics(visits, "Visits", &lookup);
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
fn events_are_whole_days_with_the_end_after_the_last_one() {
    for (date, start, end) in [
        ("2026-01-05", "20260105", "20260106"),
        ("2026-01-30/2026-02-01", "20260130", "20260202"),
        ("2024-02", "20240201", "20240301"),
        ("2026", "20260101", "20270101"),
        ("[2025-10-25..2025-11-12]", "20251025", "20251113"),
        ("2026-01-05/..", "20260105", "20260106"),
    ] {
        let lines = calendar(&[visit("kim.japan", Some(date), &["a"])]);
        assert_eq!(value(&lines, "DTSTART;VALUE=DATE:"), [start], "{date}");
        assert_eq!(value(&lines, "DTEND;VALUE=DATE:"), [end], "{date}");
        assert!(value(&lines, "DESCRIPTION:")[0].starts_with(&format!("Date: {date}\\n")));
    }
}

#[test]
fn ids_and_stamps_do_not_change_from_run_to_run() {
    let visits = [visit("kim.japan.2026-01", Some("2026-01-05"), &["a", "b"])];
    let lines = calendar(&visits);
    assert_eq!(value(&lines, "UID:"), ["kim.japan.2026-01@dateline"]);
    assert_eq!(value(&lines, "DTSTAMP:"), ["20260112T000000Z"]);
    assert_eq!(lines, calendar(&visits));
    let undated = calendar(&[visit("x", Some("2026"), &["b"])]);
    assert_eq!(value(&undated, "DTSTAMP:"), ["19700101T000000Z"]);
}

#[test]
fn several_tellings_of_one_visit_are_events_of_their_own() {
    let lines = calendar(&[
        visit("kim.japan", Some("2026-01-05"), &["a"]),
        visit("kim.japan", Some("2026-01"), &["b"]),
        visit("kim.china", Some("2026-01"), &["b"]),
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
    let lines = calendar(&[visit("x", Some("2026"), &["a"])]);
    for name in ["BEGIN:", "END:"] {
        let mut found = value(&lines, name);
        found.sort_unstable();
        assert_eq!(found, ["VCALENDAR", "VEVENT"]);
    }
    assert_eq!(value(&lines, "URL:"), ["https://example.org/a?b=1,2;3"]);
    assert_eq!(value(&lines, "SUMMARY:"), ["Kim to Japan (visit)"]);
    assert!(value(&lines, "DESCRIPTION:")[0].ends_with("\\nDemo brief\\, told as of then"));
}

#[test]
fn a_table_has_a_line_a_visit_and_no_cell_is_a_formula() {
    let article = article("a", Some("2026-01-12"));
    let lookup = |_: &ArticleId| Some(&article);
    let table = csv(&[visit("kim.japan", Some("2026-01"), &["a"])], &lookup);
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[2], "");
    let expected = "kim.japan,Kim,,South Korea,Japan,,Tokyo,2026-01,2026-01-01,2026-01-31,visit,reported,extracted,,a,\
         \"https://example.org/a?b=1,2;3\",\
         \"'=Kim, Präsidentin von Größe-Über-Alles; she said \"\"yes\"\" and went to Japan for a very long time.\",\
         \"Demo brief, told as of then\",2026-01-14,listed,\"t1; t2\"";
    assert_eq!(lines[1], expected);
    assert!(lines[0].ends_with("evidence,notes,checked,recorded,record"));
}
