//! A packed record comes back as it was; anything else is refused, and nothing panics.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use dateline_bundle::record::{Correction, Record, RecordRow, read_record, write_record};
use dateline_bundle::{Contents, ReadError, VERSION, read, write};
use dateline_model::Kind;
use proptest::prelude::*;

const NAMES: [&str; 5] = [
    "Xi Jinping",
    "Moon Jae-in",
    "China",
    "South Korea",
    "Shinzō Abe",
];
const DATES: [&str; 7] = [
    "2019",
    "2019-05",
    "2019-05-27",
    "2019-05-25/2019-05-28",
    "2019-05/..",
    "2019-05-27~",
    "0001-01-01/9999-12-31",
];

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(NAMES.to_vec()).prop_map(str::to_owned)
}

fn row() -> impl Strategy<Value = RecordRow> {
    let text = || prop::option::of(name());
    let date = prop::option::of(prop::sample::select(DATES.to_vec()));
    let kind = prop::sample::select(Kind::ALL.to_vec());
    (name(), text(), text(), text(), text(), date, kind).prop_map(
        |(visitor, role, visitor_country, host, place, date, kind)| RecordRow {
            id: String::new(),
            visitor,
            role,
            visitor_country,
            host,
            place,
            date: date.map(|date| date.parse().unwrap()),
            kind,
        },
    )
}

/// A record in the order in which it is written.
fn any_record() -> impl Strategy<Value = Record> {
    let correction =
        (name(), name(), any::<bool>()).prop_map(|(id, reason, suppressed)| Correction {
            id,
            reason,
            suppressed,
        });
    (
        prop::collection::vec(row(), 0..9),
        prop::collection::vec(correction, 0..4),
    )
        .prop_map(|(mut rows, mut corrections)| {
            for (number, row) in rows.iter_mut().enumerate() {
                row.id = format!("r{number}");
            }
            rows.sort_by_key(|row| (row.date.is_none(), row.date, row.id.clone()));
            corrections.sort_by_key(|it| (it.id.clone(), it.reason.clone(), it.suppressed));
            Record { rows, corrections }
        })
}

#[test]
fn a_bundle_is_no_record_and_a_record_is_no_bundle() {
    assert_eq!(
        read_record(&write(&Contents::default())),
        Err(ReadError::Foreign)
    );
    assert_eq!(
        read(&write_record(&Record::default())),
        Err(ReadError::Foreign)
    );
    assert_eq!(read_record(b"<!doctype html>"), Err(ReadError::Foreign));
}

proptest! {
    #[test]
    fn a_record_comes_back_whatever_its_order(record in any_record(), turn in 0..9usize) {
        let bytes = write_record(&record);
        prop_assert_eq!(read_record(&bytes), Ok(record.clone()));
        let mut turned = record;
        let turn = turn.min(turned.rows.len());
        turned.rows.rotate_left(turn);
        prop_assert_eq!(write_record(&turned), bytes);
    }

    #[test]
    fn every_flipped_byte_of_a_record_is_noticed(record in any_record(), at: prop::sample::Index, bit in 0..8u8) {
        let mut bytes = write_record(&record);
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(read_record(&bytes).is_err());
    }

    #[test]
    fn any_payload_behind_a_true_header_is_answered(payload: Vec<u8>) {
        let mut bytes = write_record(&Record::default())[..12].to_vec();
        bytes.extend_from_slice(&(payload.len() as u64).to_le_bytes());
        let hash = xxhash_rust::xxh64::xxh64(&payload, u64::from(VERSION));
        bytes.extend_from_slice(&hash.to_le_bytes());
        bytes.extend_from_slice(&payload);
        let _ = read_record(&bytes);
    }
}
