//! A bundle of one version has one shape.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use dateline_bundle::record::{Correction, Record, RecordRow, write_record};
use dateline_bundle::{About, Contents, Entry, RecordInfo, VERSION, write, write_parts};
use dateline_model::{
    Article, ArticleId, Aspect, Basis, Block, BlockKind, Checked, Day, Edtf, Gloss, Host, Inline,
    InlineKind, Kind, Mention, MentionKind, Origin, Part, Person, Place, Recorded, Report, Span,
    Status, Visit, VisitId,
};

/// The version, and the length and hash of the payloads that it makes of [`contents`] and [`record`].
const KNOWN: (u32, usize, u64) = (9, 2013, 15_406_911_264_299_985_445);

#[test]
fn a_change_of_what_a_bundle_holds_makes_the_version_grow() {
    let mut payload = write(&contents())[28..].to_vec();
    for part in write_parts(&contents()).parts {
        payload.extend_from_slice(&part.bytes);
    }
    payload.extend_from_slice(&write_record(&record())[28..]);
    let found = (
        VERSION,
        payload.len(),
        xxhash_rust::xxh64::xxh64(&payload, 0),
    );
    assert!(
        found == KNOWN,
        "the bytes of a bundle have another shape than those of version {}, so a page of that version would misread them: \
         raise `VERSION` in crates/bundle/src/pack.rs (it is {VERSION}), then set `KNOWN` in this test to {found:?}",
        KNOWN.0,
    );
}

/// A record with a value in every field, and every form of date.
fn record() -> Record {
    let rows = (0..).zip([None].into_iter().chain(dates().into_iter().map(Some)));
    let row = |(number, date)| RecordRow {
        id: format!("t{number}"),
        visitor: "Kim".to_owned(),
        role: Some("President".to_owned()),
        visitor_country: Some("South Korea".to_owned()),
        host: Some("Japan".to_owned()),
        place: Some("Tokyo".to_owned()),
        date,
        kind: pick(&Kind::ALL, number),
    };
    let correction = Correction {
        id: "t9".to_owned(),
        reason: "Twice".to_owned(),
        suppressed: true,
    };
    Record {
        rows: rows.map(row).collect(),
        corrections: vec![correction],
    }
}

/// A collection with a value in every field, and every value of every enumeration.
fn contents() -> Contents {
    let places = ["Beijing", "Xi'an"].map(place).to_vec();
    let person = Person {
        name: "Kim".to_owned(),
        role: Some("President".to_owned()),
        country: Some("South Korea".to_owned()),
    };
    let visits = (0..Kind::ALL.len()).map(|number| Visit {
        id: VisitId(format!("v{number}")),
        visitors: vec![person.clone()],
        host: Some(Host {
            country: Some("China".to_owned()),
            person: Some("Xi".to_owned()),
        }),
        places: places.clone(),
        date: Some(pick(&dates(), number)),
        aspect: pick(&ASPECTS, number),
        kind: pick(&Kind::ALL, number),
        status: pick(&STATUSES, number),
        part_of: Some(VisitId("v0".to_owned())),
        reports: vec![report(number)],
        checked: Some(Checked {
            by: Some("Editor".to_owned()),
            on: Some(Day(20_000)),
        }),
        recorded: Some(RECORDED[number % RECORDED.len()](vec!["t1".to_owned()])),
    });
    let about = About {
        title: "East Asia".to_owned(),
        description: Some("Visits".to_owned()),
        about: vec!["Written for a test.".to_owned()],
        locale: "en".to_owned(),
        report: Some("mailto:desk@example.org".to_owned()),
        group_by: Some("visitor".to_owned()),
    };
    let record = RecordInfo {
        name: "Visits on record".to_owned(),
        scope: "visits to Japan".to_owned(),
        source: Some("Office".to_owned()),
        url: Some("https://example.org".to_owned()),
        rows: 2,
        label: "Visits on record, 1866–2023".to_owned(),
    };
    let mentions = [MentionKind::Person, MentionKind::Place].map(mention);
    let entry = Entry {
        article: article(),
        mentions: mentions.to_vec(),
    };
    // The names themselves may change within a version.
    let aliases = vec![vec!["Beijing".to_owned(), "Peking".to_owned()]];
    Contents {
        aliases,
        record: Some(record),
        ..Contents::new(about, vec![entry], visits.collect())
    }
}

/// Every answer of a record.
const RECORDED: [fn(Vec<String>) -> Recorded; 3] = [
    Recorded::Listed,
    |_| Recorded::NotListed,
    |_| Recorded::OutOfScope,
];

const ASPECTS: [Aspect; 4] = [Aspect::Whole, Aspect::UnderWay, Aspect::Start, Aspect::End];
const STATUSES: [Status; 5] = [
    Status::Reported,
    Status::Planned,
    Status::Proposed,
    Status::Postponed,
    Status::Cancelled,
];
const BASES: [Basis; 4] = [
    Basis::Stated,
    Basis::WorkedOut,
    Basis::FromText,
    Basis::Unclear,
];
const ORIGINS: [Origin; 3] = [Origin::Extracted, Origin::Authored, Origin::Record];

fn pick<T: Copy>(of: &[T], number: usize) -> T {
    of[number % of.len()]
}

/// Every form, precision and qualifier.
fn dates() -> Vec<Edtf> {
    let dates = [
        "2026-01-05",
        "2026-01~",
        "2026?",
        "2026-21%",
        "2026-01-04/2026-01-07",
        "2026-01-04/..",
        "[2025-10-25..2025-11-12]",
    ];
    dates.iter().map(|date| date.parse().unwrap()).collect()
}

fn place(name: &str) -> Place {
    Place {
        name: name.to_owned(),
        country: Some("China".to_owned()),
    }
}

fn mention(kind: MentionKind) -> Mention {
    Mention {
        kind,
        name: "Kim".to_owned(),
        country: Some("South Korea".to_owned()),
        spans: vec![Span::text(0..3), Span::new(Part::Headline, 0..3)],
    }
}

fn report(number: usize) -> Report {
    Report {
        article: ArticleId("a".to_owned()),
        span: Span::text(0..9),
        more: vec![Span::text(300..309)],
        gloss: Gloss {
            who: vec![Span::text(0..1)],
            place: vec![Span::text(1..2)],
            when: vec![Span::text(2..3)],
            kind: vec![Span::text(3..4)],
        },
        date: Some(pick(&dates(), number)),
        aspect: pick(&ASPECTS, number),
        basis: Some(pick(&BASES, number)),
        places: vec![place("Beijing")],
        kind: pick(&Kind::ALL, number),
        status: pick(&STATUSES, number),
        rule: "visited-place".to_owned(),
        confidence: 90,
        origin: pick(&ORIGINS, number),
    }
}

fn article() -> Article {
    let kinds = [
        BlockKind::Paragraph,
        BlockKind::Heading(2),
        BlockKind::Quote,
        BlockKind::Item {
            depth: 1,
            number: Some(3),
        },
        BlockKind::Preformatted,
        BlockKind::Row,
    ];
    Article {
        id: ArticleId("a".to_owned()),
        headline: "Kim in Beijing".to_owned(),
        byline: vec!["Lee".to_owned()],
        published: "2026-01-12".parse().ok(),
        dateline: Some(place("Beijing")),
        source: Some("Agency".to_owned()),
        genre: Some("report".to_owned()),
        url: Some("https://example.org/a".to_owned()),
        language: "en".to_owned(),
        topics: vec!["trade".to_owned()],
        note: Some("Corrected".to_owned()),
        record: vec!["t1".to_owned()],
        blocks: kinds.map(block).to_vec(),
    }
}

fn block(kind: BlockKind) -> Block {
    let link = InlineKind::Link("https://example.org".to_owned());
    let inlines = [
        InlineKind::Emphasis,
        InlineKind::Strong,
        InlineKind::Code,
        link,
    ];
    let inline = |kind| Inline {
        start: 0,
        end: 3,
        kind,
    };
    Block {
        kind,
        text: "Kim came.".to_owned(),
        inlines: inlines.map(inline).to_vec(),
    }
}
