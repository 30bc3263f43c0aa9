//! Any bytes are read without a panic, and every offset of what comes out fits its text.

use dateline_article::{Source, read, read_all};
use dateline_model::Article;
use proptest::prelude::*;

/// Pieces that files of articles are made of, and some that break them.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("---\n".to_owned()),
        Just("+++\n".to_owned()),
        Just("title: A\n".to_owned()),
        Just("title = \"A\"\n".to_owned()),
        Just("date: 2026-01-05\n".to_owned()),
        Just("date = 2026-01-05\n".to_owned()),
        Just(" date 2026-01-05 A\n".to_owned()),
        Just("visits:\n  - visitor: A\n    host: B\n    date: 2026\n".to_owned()),
        Just("[[visits]]\nid = 'x'\n".to_owned()),
        Just("<p><b>x</p> <script>y</script><a href='https://a.example'>z".to_owned()),
        Just("| a | b |\n|---|---|\n| *c* | d |\n".to_owned()),
        Just("[^1]: note\n".to_owned()),
        Just("**Task *force. **The\n** b* ".to_owned()),
        Just("> - 1. # *a **b* c** `d` [e](f) [g](https://h.example)\n".to_owned()),
        "[-a-z*_`<>&;:=#\\[\\]{}()|'\"\\\\ \t\n漢é\u{a0}]{0,30}",
        "(?s).{0,10}",
    ]
}

/// What the rest of Dateline relies on.
fn holds(article: &Article) {
    assert!(!article.headline.trim().is_empty());
    assert!(!article.id.0.is_empty());
    for block in &article.blocks {
        assert!(!block.text.trim().is_empty());
        let mut open: Vec<u32> = Vec::new();
        let mut last = 0;
        for inline in &block.inlines {
            assert!(
                block
                    .text
                    .get(inline.start as usize..inline.end as usize)
                    .is_some_and(|text| !text.is_empty())
            );
            assert!(last <= inline.start, "sorted");
            last = inline.start;
            while open.last().is_some_and(|end| *end <= inline.start) {
                open.pop();
            }
            assert!(open.last().is_none_or(|end| inline.end <= *end), "nested");
            open.push(inline.end);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_is_read(
        pieces in prop::collection::vec(piece(), 0..12),
        extension in prop_oneof![Just("md"), Just("txt")],
        beside in prop::option::of(prop::collection::vec(piece(), 0..4)),
    ) {
        let source = Source::new(format!("a.{extension}"), pieces.concat());
        let beside = beside.map(|pieces| Source::new("a.toml", pieces.concat()));
        let (document, problems) = read(&source, beside.as_ref());
        prop_assert!(problems.iter().all(|problem| !problem.message.is_empty() && !problem.remedy.ends_with('.')));
        if let Some(document) = document {
            holds(&document.article);
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (documents, problems) = read_all(vec![Source::new("a.md", bytes.clone()), Source::new("b.toml", bytes)]);
        prop_assert!(!documents.is_empty() || !problems.is_empty());
        for document in &documents {
            holds(&document.article);
        }
    }
}
