//! The record that ships with the demo is fit to be shown.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "tests may fail loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use dateline_article::{Source, sort_out};
use dateline_bundle::record::{RecordRow, read_record, write_record};
use dateline_record::{Names, Read};
use dateline_visits::{country, split_title};

/// States of the past and dependencies that are on no list of countries, under the names that the table gives them.
const ELSEWHERE: [&str; 9] = [
    "Cook Islands",
    "French Polynesia",
    "Hawaii",
    "Malaya",
    "Muscat & Oman",
    "Netherlands Antilles",
    "New Caledonia",
    "Tanganyika",
    "Zimbabwe Rhodesia",
];

fn shipped() -> (Read, Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/articles");
    let files = ["collection.toml", "visits.corrections.toml", "visits.csv"];
    let source = |name| Source::new(name, fs::read(folder.join(name)).expect(name));
    let folder = sort_out(files.map(source).to_vec());
    let (read, problems) = dateline_record::read(
        folder.record.as_ref().unwrap(),
        &Names::new(&folder.settings.names),
    );
    let problems = folder.problems.iter().chain(&problems);
    (read, problems.map(ToString::to_string).collect())
}

#[test]
fn every_correction_is_of_a_row_that_is_there() {
    let (read, problems) = shipped();
    assert_eq!(problems, Vec::<String>::new());
    let rows: BTreeSet<&str> = read.record.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(rows.len(), read.record.rows.len());
    for correction in &read.record.corrections {
        assert_eq!(
            rows.contains(correction.id.as_str()),
            !correction.suppressed,
            "{}",
            correction.id
        );
        assert!(correction.reason.ends_with('.'), "{}", correction.reason);
    }
}

#[test]
fn no_title_is_left_in_a_name_and_no_name_without_a_country_that_is_known() {
    let (read, _) = shipped();
    for row in &read.record.rows {
        let name = &row.visitor;
        assert_eq!(split_title(name).0, None, "{} {name}", row.id);
        for word in ["President", "Prime", "Minister", "King ", "-elect", " and "] {
            assert!(
                !name.contains(word) || name.contains("Mackenzie King"),
                "{} {name}",
                row.id
            );
        }
        for land in [&row.visitor_country, &row.host].into_iter().flatten() {
            let known = country(land) == Some(land.as_str()) || ELSEWHERE.contains(&land.as_str());
            assert!(known, "{} {land}", row.id);
        }
    }
}

#[test]
fn every_row_leads_to_or_from_the_country_that_the_record_covers() {
    let (read, _) = shipped();
    for row in &read.record.rows {
        let lands = (row.visitor_country.as_deref(), row.host.as_deref());
        let ours = Some("United States");
        assert!(
            (lands.0 == ours) != (lands.1 == ours),
            "{} {lands:?}",
            row.id
        );
        assert!(row.date.is_some(), "{}", row.id);
    }
    assert!(
        read.info.label.ends_with(", 1866–2023"),
        "{}",
        read.info.label
    );
}

#[test]
fn nobody_is_on_record_twice_for_one_journey() {
    let (read, _) = shipped();
    let mut journeys: BTreeMap<_, Vec<&RecordRow>> = BTreeMap::new();
    for row in &read.record.rows {
        let journey = (&row.visitor, &row.visitor_country, &row.host, &row.place);
        journeys.entry(journey).or_default().push(row);
    }
    for rows in journeys.values() {
        for (one, next) in rows.iter().zip(rows.iter().skip(1)) {
            let (one_date, next_date) = (one.date.unwrap(), next.date.unwrap());
            // A visit may go on under another kind on the day on which the first ended.
            let within = next_date.last <= one_date.last && next_date.first < one_date.last;
            assert!(!within || one.kind != next.kind, "{} {}", one.id, next.id);
        }
    }
}

#[test]
fn nobody_is_in_two_countries_at_once_for_days() {
    let (read, _) = shipped();
    let mut rows: Vec<&RecordRow> = read.record.rows.iter().collect();
    rows.sort_by_key(|row| (&row.visitor, row.date));
    for (at, one) in rows.iter().enumerate() {
        let later = rows.iter().skip(at + 1);
        for next in later.take_while(|next| next.visitor == one.visitor) {
            let (one_date, next_date) = (one.date.unwrap(), next.date.unwrap());
            let shared = one_date.last.0.min(next_date.last.0) - next_date.first.0;
            // Henry Kissinger went to and fro between the same countries for weeks; the Vatican is in Rome.
            let known = one.visitor == "Henry Kissinger"
                || [&one.host, &next.host].contains(&&Some("Vatican City".to_owned()));
            let apart = one.host != next.host && one.visitor_country == next.visitor_country;
            assert!(!apart || shared < 2 || known, "{} {}", one.id, next.id);
        }
    }
}

#[test]
fn it_comes_back_from_its_file_and_is_small() {
    let (read, _) = shipped();
    let bytes = write_record(&read.record);
    assert_eq!(read_record(&bytes).as_ref(), Ok(&read.record));
    // Some 77 KB on their way to a reader, compressed by the host.
    assert!(bytes.len() < 200_000, "{}", bytes.len());
}
