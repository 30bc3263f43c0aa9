//! The index beside its twin, with all its blocks and with those that it asks for, sound and damaged.

use proptest::prelude::*;

use super::any::{any_document, any_query};
use super::*;
use crate::aliases::Aliases;
use crate::find::Answer;
use crate::index::{Builder, Index};
use crate::query::parse;

fn aliases() -> Aliases {
    Aliases::of(&[
        &["South Korea", "ROK", "Republic of Korea"],
        &["North Korea", "Democratic People’s Republic of Korea"],
        &["United States", "US"],
    ])
}

fn index(texts: &[Text]) -> Index {
    builder(texts).finish()
}

fn builder(texts: &[Text]) -> Builder {
    let mut builder = Builder::new(&FACETS, aliases());
    for text in texts {
        builder.push(&text.document());
        for (facet, value) in &text.values {
            builder.push_value(*facet, value);
        }
    }
    builder
}

/// The index as it is read from its bytes, every block still missing.
fn unpacked(index: &Index) -> Index {
    Index::unpack(&index.pack(), &FACETS, aliases()).unwrap()
}

/// Searches an index whose blocks are missing, putting those that it asks for, in an order that `turn` changes. Says which
/// answer it gave at last.
fn search_by_blocks(
    whole: &Index,
    parts: &Index,
    query: &str,
    typing: bool,
    turn: usize,
) -> Answer {
    let blocks: Vec<Vec<u8>> = whole.blocks().collect();
    for _ in 0..3 {
        let mut answer = parts.search(query, typing, true);
        if answer.missing.is_empty() {
            return answer;
        }
        assert!(answer.documents.is_empty());
        let middle = turn % answer.missing.len();
        answer.missing.rotate_left(middle);
        for block in answer.missing {
            assert!(parts.put(block, blocks[block as usize].clone()));
        }
    }
    panic!("{query:?} asks for blocks a third time");
}

/// Compares the index with the twin for one query.
fn check(texts: &[Text], index: &Index, query: &str, typing: bool) {
    let answer = index.search(query, typing, false);
    let parsed = parse(query, typing, &FACETS, &aliases());
    for (number, text) in (0..).zip(texts) {
        let (fulfils, marks) = twin(text, &parsed);
        assert_eq!(
            answer.documents.contains(number),
            fulfils,
            "{query:?} {typing} {parsed:?} in {text:?}"
        );
        let found = index.marks(&answer, number, &text.headline, &text.text);
        assert_eq!(found, marks, "{query:?} {parsed:?} in {text:?}");
    }
    let order = index.rank(&answer, &answer.documents, usize::MAX);
    assert_eq!(
        order.iter().copied().collect::<BTreeSet<_>>(),
        answer.documents.iter().collect()
    );
    assert_eq!(order.len(), answer.documents.count() as usize);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_index_finds_and_marks_what_the_twin_finds(
        texts in prop::collection::vec(any_document(), 1..5),
        queries in prop::collection::vec((any_query(), any::<bool>()), 1..12),
    ) {
        let index = index(&texts);
        for (query, typing) in queries {
            check(&texts, &index, &query, typing);
        }
    }

    #[test]
    fn any_order_in_which_blocks_come_gives_the_same_answers(
        texts in prop::collection::vec(any_document(), 1..9),
        queries in prop::collection::vec((any_query(), any::<bool>()), 1..12),
        size in 1..60_usize,
        turn in 0..9_usize,
    ) {
        let whole = index(&texts).recut(size);
        let parts = unpacked(&whole);
        for (query, typing) in queries {
            let expected = whole.search(&query, typing, true);
            let answer = search_by_blocks(&whole, &parts, &query, typing, turn);
            prop_assert_eq!(&answer, &expected, "{:?}", query);
            let (all, some) = (whole.rank(&expected, &expected.documents, usize::MAX), turn);
            prop_assert_eq!(&parts.rank(&answer, &answer.documents, some), &all[..some.min(all.len())]);
            prop_assert_eq!(parts.rank(&answer, &answer.documents, usize::MAX), all);
            for (number, text) in (0..).zip(&texts) {
                prop_assert_eq!(
                    parts.marks(&answer, number, &text.headline, &text.text),
                    whole.marks(&expected, number, &text.headline, &text.text)
                );
            }
        }
    }

    /// What was found for the words before the last one is remembered from key to key, and never for another query.
    #[test]
    fn what_is_typed_key_by_key_finds_what_a_fresh_index_finds(
        texts in prop::collection::vec(any_document(), 1..6),
        queries in prop::collection::vec(any_query(), 1..3),
        size in 1..60_usize,
    ) {
        let whole = index(&texts).recut(size);
        let (bytes, parts) = (whole.pack(), unpacked(&whole));
        let blocks: Vec<Vec<u8>> = whole.blocks().collect();
        for query in queries {
            for (end, _) in query.char_indices() {
                let typed = &query[..end];
                let fresh = Index::unpack(&bytes, &FACETS, aliases()).unwrap();
                for (number, block) in (0..).zip(&blocks) {
                    prop_assert!(fresh.put(number, block.clone()));
                }
                let (answer, expected) = (search_by_blocks(&whole, &parts, typed, true, 0), fresh.search(typed, true, true));
                prop_assert_eq!(&answer, &expected, "{:?}", typed);
                prop_assert_eq!(parts.scores(&answer, &answer.documents), fresh.scores(&expected, &expected.documents));
            }
        }
    }

    #[test]
    fn an_index_comes_back_from_its_bytes(texts in prop::collection::vec(any_document(), 0..9), size in 1..60_usize) {
        let whole = index(&texts).recut(size);
        let parts = unpacked(&whole);
        prop_assert_eq!(parts.pack(), whole.pack());
        for (number, block) in (0..).zip(whole.blocks()) {
            prop_assert!(parts.put(number, block.clone()));
        }
        prop_assert!(parts.is_whole());
        prop_assert!(!parts.put(whole.block_count(), Vec::new()));
    }

    #[test]
    fn blocks_that_are_handed_on_are_those_of_the_whole(texts in prop::collection::vec(any_document(), 0..9)) {
        let whole = index(&texts);
        let mut blocks = Vec::new();
        let parts = builder(&texts).finish_in_blocks(&mut |block| blocks.push(block));
        prop_assert_eq!(parts.pack(), whole.pack());
        prop_assert_eq!(blocks, whole.blocks().collect::<Vec<_>>());
        prop_assert_eq!(parts.missing_facets(), Some(whole.block_count() - 1));
    }

    #[test]
    fn damaged_bytes_are_no_index_or_one_that_answers(
        texts in prop::collection::vec(any_document(), 1..4),
        at: prop::sample::Index,
        to: u8,
        (query, typing) in (any_query(), any::<bool>()),
    ) {
        let whole = index(&texts);
        let mut bytes = whole.pack();
        let at = at.index(bytes.len());
        bytes[at] = to;
        let Some(parts) = Index::unpack(&bytes, &FACETS, aliases()) else { return Ok(()) };
        for (number, mut block) in (0..).zip(whole.blocks()) {
            let place = at % (block.len() + 1);
            if let Some(byte) = block.get_mut(place) {
                *byte = to;
            }
            let _ = parts.put(number, block);
        }
        let answer = parts.search(&query, typing, true);
        let _ = parts.rank(&answer, &answer.documents, usize::MAX);
    }

    #[test]
    fn any_bytes_are_no_index_or_one_that_answers(bytes: Vec<u8>, query in any_query()) {
        if let Some(index) = Index::unpack(&bytes, &FACETS, aliases()) {
            let _ = index.search(&query, true, true);
        }
    }

    #[test]
    fn any_text_is_a_query(
        texts in prop::collection::vec(any_document(), 1..4),
        query in "\\PC{0,30}|[\"()*~:|a-cOR –-]{0,30}|\\p{Arabic}{1,9}\\p{M}{0,4}|\\p{Hebrew}{1,9}",
        typing: bool,
    ) {
        check(&texts, &index(&texts), &query, typing);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// A twin that shares no code with the search: plain words, parted by spaces.
    #[test]
    fn every_prefix_of_every_word_finds_what_a_scan_finds(
        texts in prop::collection::vec(prop::collection::vec("[a-d]{1,6}", 1..12), 1..8),
    ) {
        let mut builder = Builder::new(&[], Aliases::default());
        for words in &texts {
            let text = words.join(" ");
            builder.push(&Document { text: &text, language: "xx", ..Document::default() });
        }
        let index = builder.finish();
        for word in texts.iter().flatten() {
            for end in 1..=word.len() {
                let prefix = &word[..end];
                for (query, typing, test) in [
                    (prefix.to_owned(), true, &(|w: &String| w.starts_with(prefix)) as &dyn Fn(&String) -> bool),
                    (format!("{prefix}*"), false, &|w: &String| w.starts_with(prefix)),
                    (prefix.to_owned(), false, &|w: &String| w == prefix),
                    (format!("{prefix} "), true, &|w: &String| w == prefix),
                ] {
                    let found: Vec<u32> = index.search(&query, typing, false).documents.iter().collect();
                    let scan = (0..).zip(&texts).filter(|(_, words)| words.iter().any(test));
                    prop_assert_eq!(found, scan.map(|(n, _)| n).collect::<Vec<_>>(), "{:?}", query);
                }
            }
        }
        for words in &texts {
            for pair in words.windows(2) {
                let phrase = pair.join(" ");
                let scan = |text: &Vec<String>| text.windows(2).any(|other| other == pair);
                let found: Vec<u32> = index.search(&format!("\"{phrase}\""), false, false).documents.iter().collect();
                let expected: Vec<u32> = (0..).zip(&texts).filter(|(_, t)| scan(t)).map(|(n, _)| n).collect();
                prop_assert_eq!(&found, &expected);
                let without: Vec<u32> = index.search(&format!("-\"{phrase}\""), false, false).documents.iter().collect();
                prop_assert_eq!(found.len() + without.len(), texts.len());
            }
        }
    }
}

#[test]
fn a_megabyte_of_anything_is_answered() {
    let texts = [Text {
        headline: "The visit".to_owned(),
        text: "A state visit to China, said Xi. ".repeat(200),
        language: "en",
        day: None,
        values: vec![(0, "Xi Jinping")],
    }];
    let index = index(&texts);
    for piece in [
        "a",
        "visit ",
        "\"",
        "(",
        "-",
        "a-",
        "person:",
        "visit OR ",
        "中",
        "\u{301}",
        "🎉",
        "a b c d ",
        "NEAR/9 visit ",
        "-(",
        "x~ ",
    ] {
        let query = piece.repeat(1_000_000 / piece.len());
        for typing in [false, true] {
            let answer = index.search(&query, typing, false);
            assert!(
                index
                    .marks(&answer, 0, &texts[0].headline, &texts[0].text)
                    .len()
                    < 10_000
            );
        }
    }
    let different: String = (0..100_000).map(|n| format!("w{n} ")).collect();
    assert!(matches!(
        index.search(&different, false, false).notes(),
        [crate::Note::TooLong { .. }]
    ));
}
