//! `visits` and `search` on a built bundle, with visits made by hand: the JSON is a contract.

mod run;

use std::io::Write as _;

use dateline_bundle::{About, Contents, Entry, write};
use dateline_model::{
    Article, ArticleId, Aspect, Basis, Block, BlockKind, Gloss, Host, Kind, Origin, Person, Place,
    Report, Span, Status, Visit, VisitId,
};
use run::{Folder, dateline};
use serde_json::{Value, json};

const TEXT: &str = "Größe: Kim visited Japan on Jan. 5. She met Sato there.";

fn article() -> Article {
    Article {
        id: ArticleId("a".to_owned()),
        headline: "Kim in Japan".to_owned(),
        byline: Vec::new(),
        published: "2026-01-12".parse().ok(),
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
            text: TEXT.to_owned(),
            inlines: Vec::new(),
        }],
    }
}

/// Where words stand in the text.
fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_default();
    Span::text(start..start + words.len())
}

fn report(sentence: &str, date: Option<&str>) -> Report {
    Report {
        article: ArticleId("a".to_owned()),
        span: span(sentence),
        more: Vec::new(),
        gloss: Gloss {
            when: date.map(|_| span("Jan. 5")).into_iter().collect(),
            ..Gloss::default()
        },
        date: date.and_then(|date| date.parse().ok()),
        aspect: Aspect::Whole,
        basis: date.map(|_| Basis::Stated),
        places: Vec::new(),
        kind: Kind::Visit,
        status: Status::Reported,
        rule: "visited-place".to_owned(),
        confidence: 90,
        origin: Origin::Extracted,
    }
}

fn visits() -> Vec<Visit> {
    let kim = Person {
        name: "Kim".to_owned(),
        role: None,
        country: Some("South Korea".to_owned()),
    };
    let mut first = report("Größe: Kim visited Japan on Jan. 5.", Some("2026-01-05"));
    first.more = vec![span("She met Sato there.")];
    let visit = Visit {
        id: VisitId("kim.japan.2026-01".to_owned()),
        visitors: vec![kim],
        host: Some(Host {
            country: Some("Japan".to_owned()),
            person: None,
        }),
        places: vec![Place {
            name: "Tokyo".to_owned(),
            country: Some("Japan".to_owned()),
        }],
        date: first.date,
        aspect: Aspect::Whole,
        kind: Kind::Visit,
        status: Status::Reported,
        part_of: None,
        reports: vec![first],
        checked: None,
        recorded: None,
    };
    let talks = Visit {
        id: VisitId("kim.sato".to_owned()),
        host: None,
        places: Vec::new(),
        date: None,
        kind: Kind::Talks,
        part_of: Some(visit.id.clone()),
        reports: vec![report("She met Sato there.", None)],
        ..visit.clone()
    };
    vec![visit, talks]
}

fn bundle() -> Vec<u8> {
    let entry = Entry {
        article: article(),
        mentions: Vec::new(),
    };
    let about = About {
        title: "Visits by hand".to_owned(),
        ..About::default()
    };
    write(&Contents::new(about, vec![entry], visits()))
}

#[test]
fn a_visit_is_one_line_with_every_key() {
    let folder = Folder::with_bytes(&[("a.dateline", &bundle())]);
    let run = dateline(&[
        "visits",
        &format!("{}/a.dateline", folder.path()),
        "--format",
        "json",
    ]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let first = json!({
        "id": "kim.japan.2026-01",
        "visitors": [{"name": "Kim", "role": null, "country": "South Korea"}],
        "host": {"country": "Japan", "person": null},
        "places": ["Tokyo"],
        "date": "2026-01-05", "aspect": "whole", "precision": "day", "earliest": "2026-01-05", "latest": "2026-01-05",
        "kind": "visit", "status": "reported", "origin": "extracted", "part_of": null,
        "checked": null, "recorded": null, "record": [],
        "evidence": [
            {"article": "a", "part": "text", "start": 0, "end": 35, "text": "Größe: Kim visited Japan on Jan. 5.",
             "date_text": "Jan. 5", "date": "2026-01-05", "aspect": "whole", "rule": "visited-place", "confidence": 0.9, "note": null},
            {"article": "a", "part": "text", "start": 36, "end": 55, "text": "She met Sato there.",
             "date_text": null, "date": null, "aspect": null, "rule": "visited-place", "confidence": 0.9, "note": null},
        ],
    });
    let talks = json!({
        "id": "kim.sato",
        "visitors": [{"name": "Kim", "role": null, "country": "South Korea"}],
        "host": null, "places": [],
        "date": null, "aspect": null, "precision": null, "earliest": null, "latest": null,
        "kind": "talks", "status": "reported", "origin": "extracted", "part_of": "kim.japan.2026-01",
        "checked": null, "recorded": null, "record": [],
        "evidence": [
            {"article": "a", "part": "text", "start": 36, "end": 55, "text": "She met Sato there.",
             "date_text": null, "date": null, "aspect": null, "rule": "visited-place", "confidence": 0.9, "note": null},
        ],
    });
    assert_eq!(run.json(), [first, talks]);
}

#[test]
fn the_table_puts_talks_under_their_visit() {
    let folder = Folder::with_bytes(&[("a.dateline", &bundle())]);
    let run = dateline(&["visits", &format!("{}/a.dateline", folder.path())]);
    assert_eq!(
        run.out,
        "DATE        WHO  WHERE          KIND   STATUS    ARTICLES\n\
         2026-01-05  Kim  Japan (Tokyo)  visit  reported  1\n  \
           –         Kim                 talks  reported  1\n"
    );
}

#[test]
fn spreadsheets_and_calendars_get_the_same_visits() {
    let folder = Folder::with_bytes(&[("a.dateline", &bundle())]);
    let path = format!("{}/a.dateline", folder.path());
    let run = dateline(&["visits", &path, "--format", "csv"]);
    assert_eq!(
        run.out,
        "id,visitors,roles,visitor_countries,host_country,host_person,places,date,aspect,precision,earliest,latest,kind,status,origin,part_of,\
         articles,urls,evidence,notes,checked,recorded,record,collection,build,address,exported\r\n\
         kim.japan.2026-01,Kim,,South Korea,Japan,,Tokyo,2026-01-05,whole,day,2026-01-05,2026-01-05,visit,reported,extracted,,a,,\
         Größe: Kim visited Japan on Jan. 5.,,,,,Visits by hand,,,\r\n\
         kim.sato,Kim,,South Korea,,,,,,,,,talks,reported,extracted,kim.japan.2026-01,a,,She met Sato there.,,,,,Visits by hand,,,\r\n"
    );
    let run = dateline(&["visits", &path, "--format", "ics"]);
    assert_eq!(
        run.out.split("\r\n").collect::<Vec<_>>(),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Dateline//Visits//EN",
            "X-WR-CALNAME:Visits by hand",
            "NAME:Visits by hand",
            "X-WR-CALDESC:1 of 2 visits and talks. 1 left out\\, because no day of theirs",
            "  is known.",
            "DESCRIPTION:1 of 2 visits and talks. 1 left out\\, because no day of theirs ",
            " is known.",
            "BEGIN:VEVENT",
            "UID:kim.japan.2026-01@dateline",
            "DTSTAMP:20260112T000000Z",
            "DTSTART;VALUE=DATE:20260105",
            "DTEND;VALUE=DATE:20260106",
            "SUMMARY:Kim to Japan (visit)",
            "LOCATION:Tokyo\\, Japan",
            "DESCRIPTION:Date: 2026-01-05\\n“Größe: Kim visited Japan on Jan. 5.” ",
            " – Kim in Japan",
            "CATEGORIES:visit",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    );
}

#[test]
fn a_bundle_is_searched_like_its_folder() {
    let folder = Folder::with_bytes(&[("a.dateline", &bundle())]);
    let run = dateline(&[
        "search",
        &format!("{}/a.dateline", folder.path()),
        "sato",
        "--json",
    ]);
    let answer = run.json().remove(0);
    assert_eq!(answer["total"], 1);
    assert_eq!(answer["hits"][0]["id"], "a");
    assert_eq!(answer["facets"]["kind"], json!({"visit": 1, "talks": 1}));
}

#[test]
fn a_bundle_in_parts_is_searched_like_one_file_compressed_or_not() {
    let contents = dateline_bundle::read(&bundle()).unwrap_or_default();
    let packed = dateline_bundle::write_parts(&contents);
    let compressed = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    for is_compressed in [false, true] {
        let change = |bytes: &[u8]| {
            if is_compressed {
                compressed(bytes)
            } else {
                bytes.to_vec()
            }
        };
        let first = change(&packed.first);
        let parts: Vec<(&str, Vec<u8>)> = packed
            .parts
            .iter()
            .map(|part| (part.name.as_str(), change(&part.bytes)))
            .collect();
        let mut files: Vec<(&str, &[u8])> = vec![("a.bin", &first)];
        files.extend(parts.iter().map(|(name, bytes)| (*name, bytes.as_slice())));
        let folder = Folder::with_bytes(&files);
        let path = format!("{}/a.bin", folder.path());
        let run = dateline(&["search", &path, "sato", "--json"]);
        assert_eq!(run.json().remove(0)["hits"][0]["id"], "a");
        let run = dateline(&["visits", &path, "--format", "json"]);
        assert_eq!(run.json().len(), 2);
        let (missing, _) = files.remove(1);
        let folder = Folder::with_bytes(&files);
        let run = dateline(&["search", &format!("{}/a.bin", folder.path()), "sato"]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains(missing), "{}", run.err);
    }
}

#[test]
fn a_broken_bundle_is_told_and_nothing_else() {
    let whole = bundle();
    let mut damaged = whole.clone();
    if let Some(last) = damaged.last_mut() {
        *last ^= 1;
    }
    let mut newer = whole.clone();
    newer[8] = 99;
    let folder = Folder::with_bytes(&[
        ("cut", &whole[..whole.len() - 3]),
        ("start", &whole[..9]),
        ("damaged", &damaged),
        ("newer", &newer),
    ]);
    for (name, words) in [
        ("cut", "bytes instead of"),
        ("start", "bytes instead of"),
        ("damaged", "damaged"),
        ("newer", "version 99"),
    ] {
        let run = dateline(&[
            "visits",
            &format!("{}/{name}", folder.path()),
            "--format",
            "json",
        ]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{name}");
        assert!(
            run.err.contains("the bundle could not be read") && run.err.contains(words),
            "{name}: {}",
            run.err
        );
    }
}

#[test]
fn what_was_read_from_articles_explains_itself() {
    let folder = Folder::with(&[(
        "a.txt",
        "date 2026-01-12 A\n\nPresident Kim visited Japan on Jan. 5.",
    )]);
    for args in [
        &["--explain"][..],
        &["--explain", "--format", "json"],
        &["--unmerged", "--format", "json"],
    ] {
        let mut all = vec!["visits", folder.path()];
        all.extend(args);
        let run = dateline(&all);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{args:?}");
        if args.contains(&"json") {
            assert!(run.json().iter().all(Value::is_object));
        }
    }
}
