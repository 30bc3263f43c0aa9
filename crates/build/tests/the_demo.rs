//! The demo's briefs are honest: what is read in them is what the rows of the record say that they were written from.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "tests may fail loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use dateline_build::{Built, Source, build, files};
use dateline_bundle::record::RecordRow;
use dateline_model::{Article, Edtf, Form, Recorded, Report, Visit};

/// The genre of the briefs.
const BRIEF: &str = "demo-brief";

/// The countries at the other end of every journey of the demo; on one tour a fourth capital lies on the way.
const REGION: [&str; 7] = [
    "China",
    "Japan",
    "Mongolia",
    "North Korea",
    "Philippines",
    "South Korea",
    "Vietnam",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/articles")
}

fn sources() -> Vec<Source> {
    let read = files::read(&[folder()]);
    assert_eq!(read.problems, []);
    read.sources
}

fn demo() -> Built {
    let built = build(sources());
    assert_eq!(built.problems, []);
    built
}

fn briefs(built: &Built) -> Vec<&Article> {
    let articles = built.contents.articles.iter().map(|entry| &entry.article);
    articles
        .filter(|article| article.genre.as_deref() == Some(BRIEF))
        .collect()
}

/// The rows of the record by id.
fn rows(built: &Built) -> BTreeMap<&str, &RecordRow> {
    let rows = built.record.as_ref().unwrap().rows.iter();
    rows.map(|row| (row.id.as_str(), row)).collect()
}

/// Each visit with what a brief says of it.
fn told<'a>(built: &'a Built, brief: &'a Article) -> Vec<(&'a Visit, &'a Report)> {
    let of = |visit: &'a Visit| {
        let mut reports = visit.reports.iter();
        Some((visit, reports.find(|report| report.article == brief.id)?))
    };
    built.contents.visits.iter().filter_map(of).collect()
}

/// Whether what is said of a date agrees with the record: whole days are those of the row, anything vaguer holds them or
/// begins or ends with them.
fn agrees(said: Edtf, row: Edtf) -> bool {
    match said.form {
        Form::Single(_) if said.is_day() => row.first <= said.first && said.last <= row.last,
        Form::Single(_) | Form::OneOf(..) => said.first <= row.first && row.last <= said.last,
        Form::Interval(..) | Form::OpenEnd(_) => said == row,
    }
}

#[test]
fn every_row_that_a_brief_names_is_read_in_it_and_nothing_else() {
    let built = demo();
    let rows = rows(&built);
    let mut all = BTreeSet::new();
    for brief in briefs(&built) {
        let mut found = BTreeSet::new();
        for (visit, report) in told(&built, brief) {
            let date = report.date.expect(&visit.id.0);
            let row = brief.record.iter().map(|id| rows[id.as_str()]).find(|row| {
                row.visitor == visit.visitors[0].name
                    && row.host == visit.host.as_ref().and_then(|host| host.country.clone())
                    && agrees(date, row.date.unwrap())
            });
            let row = row.unwrap_or_else(|| panic_on(brief, visit, date));
            assert_eq!(
                row.visitor_country, visit.visitors[0].country,
                "{}",
                visit.id
            );
            assert_eq!(visit.visitors.len(), 1, "{}", visit.id);
            assert_eq!(visit.recorded, Some(Recorded::Listed(vec![row.id.clone()])));
            assert!(found.insert(row.id.clone()), "{} is read twice", row.id);
        }
        let named: BTreeSet<String> = brief.record.iter().cloned().collect();
        assert_eq!(found, named, "{}", brief.id);
        all.extend(named);
    }
    let from_briefs = built.contents.visits.iter().filter(|visit| {
        let mut reports = visit.reports.iter();
        reports.any(|report| report.article.0.starts_with("demo."))
    });
    assert_eq!(from_briefs.count(), all.len());
}

#[allow(clippy::panic, reason = "tests may fail loudly")]
fn panic_on(brief: &Article, visit: &Visit, date: Edtf) -> ! {
    panic!(
        "{}: none of the rows {:?} is {} of {date}",
        brief.id, brief.record, visit.id
    )
}

#[test]
fn every_brief_says_what_it_is_and_as_of_when() {
    let built = demo();
    let briefs = briefs(&built);
    assert_eq!(briefs.len(), 24);
    let rows = rows(&built);
    for brief in briefs {
        let published = brief.published.expect(&brief.id.0);
        let note = brief.note.as_deref().expect(&brief.id.0);
        let words = "Demo brief, written November 2026 from the public record, told as of ";
        let as_of = note.strip_prefix(words).expect(note);
        let (year, _, day) = published.first.ymd();
        assert!(as_of.starts_with(&format!("{day} ")) && as_of.ends_with(&format!(" {year}.")));
        let count = brief.text().split_whitespace().count();
        assert!((40..=90).contains(&count), "{}: {count} words", brief.id);
        assert!(brief.source.as_deref().unwrap().starts_with("Demo, after "));
        for id in &brief.record {
            let row = rows[id.as_str()];
            let lands = [row.visitor_country.as_deref(), row.host.as_deref()];
            assert!(lands.contains(&Some("United States")), "{id}");
            assert!(
                lands.iter().flatten().any(|land| REGION.contains(land)),
                "{id}"
            );
            assert!(
                row.date.unwrap().first <= published.last,
                "{id} lies ahead of {}",
                brief.id
            );
        }
    }
}

#[test]
fn no_brief_is_written_from_a_row_that_was_corrected() {
    let built = demo();
    let corrected = built.record.as_ref().unwrap().corrections.iter();
    let corrected: BTreeSet<&str> = corrected.map(|correction| correction.id.as_str()).collect();
    for brief in briefs(&built) {
        for id in &brief.record {
            assert!(!corrected.contains(id.as_str()), "{} {id}", brief.id);
        }
    }
}

#[test]
fn the_set_shows_tours_gaps_comparisons_and_one_visit_at_two_precisions() {
    let built = demo();
    let briefs = briefs(&built);
    for topic in ["tours", "gaps in the record", "comparisons"] {
        let of_topic = briefs
            .iter()
            .filter(|brief| brief.topics.iter().any(|it| it == topic));
        assert!(of_topic.count() >= 3, "{topic}");
    }
    let tours = briefs.iter().filter(|brief| told(&built, brief).len() >= 3);
    assert!(tours.count() >= 3);
    let mixed = built.contents.visits.iter().filter(|visit| {
        let dates = visit.reports.iter().filter_map(|report| report.date);
        let forms: BTreeSet<String> = dates.map(|date| format!("{:?}", date.form)).collect();
        forms.len() > 1
    });
    assert!(mixed.count() >= 2);
}

#[test]
fn the_commentary_is_the_newest_and_stands_outside_the_record() {
    let built = demo();
    let newest = &built.contents.articles[0].article;
    assert_eq!(newest.id.0, "000_173b04a3eeb41b64");
    let note = newest.note.as_deref();
    assert_eq!(
        note,
        Some("Commentary. The file names no author and no source.")
    );
    let its = told(&built, newest);
    let visits = its.iter().filter(|(visit, _)| visit.is_visit());
    let answers: Vec<_> = visits.map(|(visit, _)| visit.recorded.clone()).collect();
    let outside = Some(Recorded::OutOfScope);
    assert_eq!(answers, [outside.clone(), outside]);
}

#[test]
fn one_setting_leaves_the_demo_out() {
    let mut sources = sources();
    let settings = sources
        .iter_mut()
        .find(|source| source.path == "collection.toml")
        .unwrap();
    let text = String::from_utf8(settings.bytes.clone()).unwrap();
    let without = text.replace("leave_out = []", "leave_out = [\"demo\"]");
    assert_ne!(text, without);
    settings.bytes = without.into_bytes();
    let built = build(sources);
    assert_eq!(built.problems, []);
    assert_eq!(built.contents.articles.len(), 1);
    let visits = built
        .contents
        .visits
        .iter()
        .filter(|visit| visit.is_visit());
    assert_eq!(visits.count(), 2);
}
