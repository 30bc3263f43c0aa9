//! Collections that a timeline is seldom seen with: none, one and very many visits, and every kind of mark.

use dateline_bundle::{About, Contents, Entry};
use dateline_model::{
    Article, ArticleId, Aspect, Block, BlockKind, Edtf, Gloss, Host, Kind, Origin, Person, Report,
    Span, Status, Visit, VisitId,
};

/// The evidence of every visit.
const SENTENCE: &str = "On that day the president arrived, as had been said.";

/// The collections by name.
pub const NAMES: [&str; 9] = [
    "none", "one", "one-day", "lanes", "century", "names", "marks", "undated", "crowd",
];

/// The collection with a name; without visits where there is none of that name.
#[must_use]
pub fn state(name: &str) -> Contents {
    let visits: Vec<Visit> = match name {
        "one" => vec![visit(0, "Ada Oyelaran", "Portugal", "2024-05-03")],
        "one-day" => (0..40)
            .map(|n| visit(n, "Ada Oyelaran", "Portugal", "2024-05-03"))
            .collect(),
        "lanes" => (0..1000)
            .map(|n| numbered(n, n % 200, 2015 + n % 10))
            .collect(),
        "century" => (0..3000)
            .map(|n| numbered(n, n % 9, 1870 + n % 150))
            .collect(),
        "crowd" => (0..100_000)
            .map(|n| numbered(n, n % 30, 1950 + n % 70))
            .collect(),
        "names" => names(),
        "marks" => marks(),
        "undated" => vec![
            visit(0, "Ada Oyelaran", "Portugal", "2024-05-03"),
            visit(1, "Ben Castellan", "Ecuador", ""),
            visit(2, "Cy Dube", "Kenya", ""),
        ],
        _ => Vec::new(),
    };
    let about = About {
        title: format!("Timeline: {name}"),
        locale: "en".to_owned(),
        ..About::default()
    };
    let articles = (0..visits.len().clamp(3, 400)).map(article).collect();
    Contents::new(about, articles, visits)
}

/// Somebody's visit to one of some countries, on a day that follows from its number.
fn numbered(number: usize, country: usize, year: usize) -> Visit {
    let (month, day) = (number / 7 % 12 + 1, number / 3 % 28 + 1);
    let date = format!("{year}-{month:02}-{day:02}");
    let who = format!("President {}", number % 60);
    visit(number, &who, &format!("Country {country}"), &date)
}

/// Very long names, and names that are written from the right.
fn names() -> Vec<Visit> {
    let long = "Nomen ".repeat(83) + "Ende";
    vec![
        visit(0, &long, "Portugal", "2024-02-03"),
        visit(1, "Ada Oyelaran", &long, "2024-05-03/2024-05-20"),
        visit(2, "محمد بن سلمان", "المملكة العربية السعودية", "2024-07-03"),
        visit(3, "יצחק הרצוג", "ישראל", "2024-09-12"),
        visit(4, "习近平", "대한민국", "2024-11"),
        visit(5, "N", "P", "2025-01-02"),
    ]
}

/// A mark of each shape and each status.
fn marks() -> Vec<Visit> {
    let mut all = Vec::new();
    let mut add = |date: &str, who: &str, set: fn(&mut Visit)| {
        let mut visit = visit(all.len(), who, "Portugal", date);
        visit.host = Some(Host {
            country: Some(["Portugal", "Kenya", "Norway"][all.len() % 3].to_owned()),
            person: None,
        });
        set(&mut visit);
        all.push(visit);
    };
    add("2024-01-10", "One day", |_| {});
    add("2024-01-20/2024-02-25", "Range", |_| {});
    add("2024-03-03", "Under way", |visit| {
        visit.aspect = Aspect::UnderWay;
    });
    add("2024-04-10", "From a day on", |visit| {
        visit.aspect = Aspect::Start;
    });
    add("2024-05-12", "Until a day", |visit| {
        visit.aspect = Aspect::End;
    });
    add("2024-06", "Month", |_| {});
    add("[2024-07-10..2024-08-20]", "Between two days", |_| {});
    add("2024-09-05", "Talks", |visit| visit.kind = Kind::Talks);
    add("2024-09-25", "Planned", |visit| {
        visit.status = Status::Planned;
    });
    add("2024-10-20", "Called off", |visit| {
        visit.status = Status::Cancelled;
    });
    add("2024-11", "Postponed month", |visit| {
        visit.status = Status::Postponed;
    });
    add("2024-12-10", "Sources differ", |visit| {
        let mut other = visit.reports.clone();
        for report in &mut other {
            report.article = ArticleId("piece-1".to_owned());
            report.date = "2024-12-18".parse().ok();
        }
        visit.reports.extend(other);
    });
    all
}

/// A visit; no date where the text is none.
fn visit(number: usize, who: &str, country: &str, date: &str) -> Visit {
    let date: Option<Edtf> = date.parse().ok();
    let report = Report {
        article: ArticleId(format!("piece-{}", number % 400)),
        span: Span::text(0..SENTENCE.len()),
        more: Vec::new(),
        gloss: Gloss::default(),
        date,
        aspect: Aspect::Whole,
        basis: None,
        places: Vec::new(),
        kind: Kind::Visit,
        status: Status::Reported,
        rule: String::new(),
        confidence: 90,
        origin: Origin::Extracted,
    };
    Visit {
        id: VisitId(format!("visit-{number}")),
        visitors: vec![Person {
            name: who.to_owned(),
            ..Person::default()
        }],
        host: Some(Host {
            country: Some(country.to_owned()),
            person: None,
        }),
        places: Vec::new(),
        date,
        aspect: Aspect::Whole,
        kind: Kind::StateVisit,
        status: Status::Reported,
        part_of: None,
        reports: vec![report],
        checked: None,
        recorded: None,
    }
}

fn article(number: usize) -> Entry {
    let article = Article {
        id: ArticleId(format!("piece-{number}")),
        headline: format!("What the president did, part {number}"),
        byline: Vec::new(),
        published: format!("2024-{:02}-15", number % 12 + 1).parse().ok(),
        dateline: None,
        source: Some("The Harbour Bulletin".to_owned()),
        genre: None,
        url: None,
        language: "en".to_owned(),
        topics: Vec::new(),
        note: None,
        record: Vec::new(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            text: SENTENCE.to_owned(),
            inlines: Vec::new(),
        }],
    };
    Entry {
        article,
        mentions: Vec::new(),
    }
}
