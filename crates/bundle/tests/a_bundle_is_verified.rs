//! What is written comes back; anything else is refused, and nothing panics.

mod any;

use any::any_contents;
use dateline_bundle::{Contents, ReadError, VERSION, read, write};
use proptest::prelude::*;

#[test]
fn a_page_in_place_of_a_bundle_is_foreign() {
    for bytes in [
        &b""[..],
        b"<!doctype html><title>404 Not Found</title>",
        b"\x89PNG\r\n\x1a\n",
        b"version https://git-lfs.github.com/spec/v1",
        &[0; 100],
    ] {
        assert_eq!(read(bytes), Err(ReadError::Foreign));
    }
}

#[test]
fn another_version_is_named() {
    let mut bytes = write(&Contents::default());
    for found in [VERSION - 1, VERSION + 6] {
        bytes[8..12].copy_from_slice(&found.to_le_bytes());
        assert_eq!(read(&bytes), Err(ReadError::Version { found }));
        let message = ReadError::Version { found }.to_string();
        assert!(message.contains("build it again"), "{message}");
    }
}

#[test]
fn a_payload_that_lies_about_its_lengths_is_damaged() {
    // The first field is the length of the title; the header agrees with the lie.
    let mut bytes = write(&Contents::default());
    bytes[28] = 0x7f;
    let hash = xxhash_rust::xxh64::xxh64(&bytes[28..], u64::from(VERSION));
    bytes[20..28].copy_from_slice(&hash.to_le_bytes());
    assert_eq!(read(&bytes), Err(ReadError::Damaged));
}

proptest! {
    #[test]
    fn contents_come_back_and_their_bytes_are_always_the_same(contents in any_contents()) {
        let bytes = write(&contents);
        prop_assert_eq!(&write(&contents.clone()), &bytes);
        prop_assert_eq!(read(&bytes), Ok(contents));
    }

    #[test]
    fn the_order_in_which_articles_come_makes_no_difference(contents in any_contents(), turn in 0..6usize) {
        let (mut articles, mut visits) = (contents.articles.clone(), contents.visits.clone());
        let turn = turn.min(articles.len());
        articles.rotate_left(turn);
        visits.reverse();
        prop_assert_eq!(write(&Contents::new(contents.about.clone(), articles, visits)), write(&contents));
    }

    #[test]
    fn a_bundle_cut_short_anywhere_is_refused(contents in any_contents(), at in any::<prop::sample::Index>()) {
        let bytes = write(&contents);
        let cut = at.index(bytes.len());
        match read(&bytes[..cut]) {
            Err(ReadError::Truncated { expected, got }) => {
                prop_assert_eq!(got, cut as u64);
                prop_assert!(cut < 20 || expected == bytes.len() as u64 || expected == 28);
            }
            Err(ReadError::Foreign) => prop_assert_eq!(cut, 0),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn a_bundle_with_more_behind_it_is_refused(contents in any_contents(), more in 1..9_usize) {
        let mut bytes = write(&contents);
        let expected = bytes.len() as u64;
        bytes.resize(bytes.len() + more, 7);
        prop_assert_eq!(read(&bytes), Err(ReadError::Truncated { expected, got: bytes.len() as u64 }));
    }

    #[test]
    fn any_bytes_are_answered(bytes: Vec<u8>) {
        prop_assert!(read(&bytes).is_err());
    }

    #[test]
    fn any_payload_is_answered(payload: Vec<u8>) {
        let mut bytes = write(&Contents::default());
        bytes.truncate(28);
        bytes.extend_from_slice(&payload);
        bytes[12..20].copy_from_slice(&(payload.len() as u64).to_le_bytes());
        let hash = xxhash_rust::xxh64::xxh64(&payload, u64::from(VERSION));
        bytes[20..28].copy_from_slice(&hash.to_le_bytes());
        let _ = read(&bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn every_flipped_byte_is_noticed(contents in any_contents(), flip in 1..=255u8) {
        let bytes = write(&contents);
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= flip;
            let error = read(&flipped);
            match at {
                0..8 => prop_assert_eq!(error, Err(ReadError::Foreign)),
                8..12 => { let is = matches!(error, Err(ReadError::Version { .. })); prop_assert!(is); },
                12..20 => { let is = matches!(error, Err(ReadError::Truncated { .. })); prop_assert!(is); },
                _ => prop_assert_eq!(error, Err(ReadError::Damaged)),
            }
        }
    }
}
