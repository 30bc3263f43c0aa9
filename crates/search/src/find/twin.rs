//! The naive twin: reads every document for every query, and must find what the index finds.

use std::collections::BTreeSet;

use dateline_model::{Day, Part, Span};
use proptest::prelude::*;

use super::similar::tests::distance;
use crate::aliases::Aliases;
use crate::find::Answer;
use crate::index::{Builder, Document, Index};
use crate::mark::Mark;
use crate::query::{Mode, Query, Rows, Step, Term, Value, When, parse, words};
use crate::stem::stem;
use crate::text::{ACRONYM, base, is_dense, tokens};

const FACETS: [&str; 2] = ["person", "place"];

/// A document, owned.
#[derive(Clone, Debug)]
struct Text {
    headline: String,
    text: String,
    language: &'static str,
    day: Option<i32>,
    values: Vec<(usize, &'static str)>,
}

/// A token of a document, owned.
#[derive(Clone, Debug)]
struct Piece {
    part: Part,
    form: String,
    start: usize,
    end: usize,
    position: u32,
    length: u32,
}

impl Text {
    fn document(&self) -> Document<'_> {
        Document {
            headline: &self.headline,
            text: &self.text,
            language: self.language,
            days: self.day.map(|day| (Day(day), Day(day + 1))),
        }
    }

    fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (part, text) in [(Part::Headline, &self.headline), (Part::Text, &self.text)] {
            tokens(text, 0, &mut |token| {
                pieces.push(Piece {
                    part,
                    form: token.form.to_owned(),
                    start: token.start,
                    end: token.end,
                    position: token.position,
                    length: token.length,
                });
            });
        }
        pieces
    }

    fn is(&self, form: &str, mode: Mode, piece: &Piece) -> bool {
        let own = base(&piece.form);
        let same = own == form;
        let begins = own.starts_with(form);
        let stemmed = self.language == "en" && stem(own).is_some() && stem(own) == stem(form);
        match mode {
            Mode::Exact => same,
            Mode::Similar => same || is_similar(form, own),
            Mode::Stem => same || stemmed,
            Mode::Prefix => begins,
            Mode::Typed => begins || stemmed,
            Mode::Acronym => same && piece.form.ends_with(ACRONYM),
        }
    }

    /// The first and last piece of every place where a row stands.
    fn row(&self, pieces: &[Piece], row: &str) -> Vec<(Piece, Piece)> {
        let mut found: Vec<(Piece, Piece)> = Vec::new();
        for (number, (form, mode)) in words(row).enumerate() {
            let fitting = pieces.iter().filter(|piece| self.is(form, mode, piece));
            if number == 0 {
                found = fitting
                    .map(|piece| (piece.clone(), piece.clone()))
                    .collect();
            } else {
                let next: Vec<&Piece> = fitting.collect();
                let longer = found.iter().flat_map(|(first, last)| {
                    let follows = next.iter().filter(|piece| {
                        piece.part == last.part && piece.position == last.position + last.length
                    });
                    follows.map(|piece| (first.clone(), (*piece).clone()))
                });
                found = longer.collect();
            }
        }
        found
    }

    fn rows(&self, pieces: &[Piece], rows: &Rows) -> Vec<(Piece, Piece)> {
        rows.rows().flat_map(|row| self.row(pieces, row)).collect()
    }

    fn term(&self, pieces: &[Piece], term: &Term) -> BTreeSet<(Part, usize, usize)> {
        let mut found = self.rows(pieces, &term.rows);
        let except = self.rows(pieces, &term.except);
        found.retain(|(first, last)| {
            !except.iter().any(|(from, to)| {
                from.part == first.part
                    && from.position <= first.position
                    && last.position + last.length <= to.position + to.length
            })
        });
        if !term.near.is_empty() {
            let near = |a: &(Piece, Piece), b: &(Piece, Piece)| {
                let gap = |a: &(Piece, Piece), b: &(Piece, Piece)| {
                    let end = a.1.position + a.1.length;
                    b.0.position >= end && b.0.position - end < term.distance
                };
                a.0.part == b.0.part && (gap(a, b) || gap(b, a))
            };
            let (left, right) = (found, self.rows(pieces, &term.near));
            let one = left.iter().filter(|a| right.iter().any(|b| near(a, b)));
            let other = right.iter().filter(|b| left.iter().any(|a| near(a, b)));
            found = one.chain(other).cloned().collect();
        }
        found.retain(|(first, _)| !term.headline || first.part == Part::Headline);
        let is_pair = |row: &str| {
            words(row)
                .last()
                .is_some_and(|(form, mode)| mode == Mode::Prefix && is_dense(form))
        };
        let pair = term.near.is_empty() && term.rows.rows().any(is_pair);
        let ends = found.into_iter().map(|(first, last)| {
            let text = if last.part == Part::Headline {
                &self.headline
            } else {
                &self.text
            };
            // A whole covers its parts, and a mark the words from the first to the last.
            let end = pieces.iter().filter(|piece| {
                piece.part == last.part
                    && piece.length == 1
                    && piece.position == last.position + last.length - 1
            });
            let end = end
                .map(|piece| (piece.start, piece.end))
                .next()
                .unwrap_or((last.start, last.end));
            let c = text[end.0..].chars().next().unwrap();
            let end = if pair && is_dense(&c.to_string()) {
                end.0 + c.len_utf8()
            } else {
                end.1
            };
            (first.part, first.start, end)
        });
        ends.collect()
    }

    fn fulfils(&self, query: &Query, terms: &[BTreeSet<(Part, usize, usize)>]) -> bool {
        let mut stack = Vec::new();
        for step in &query.steps {
            let last = |stack: &mut Vec<bool>, count: &u16| {
                stack.split_off(stack.len() - usize::from(*count))
            };
            let holds = match step {
                Step::Term(term) => !terms[usize::from(*term)].is_empty(),
                Step::Value(place) => {
                    let wanted = &query.values[usize::from(*place)];
                    let own = self
                        .values
                        .iter()
                        .filter(|(facet, _)| *facet == wanted.facet);
                    own.into_iter().any(|(_, value)| has_value(value, wanted))
                }
                Step::Published(when) => self.day.is_some_and(|day| match when {
                    When::Within(from, to) => day <= to.0 && day + 1 >= from.0,
                    When::Before(before) => day < before.0,
                    When::After(after) => day > after.0,
                }),
                Step::All(count) => last(&mut stack, count).into_iter().all(|holds| holds),
                Step::Any(count) => last(&mut stack, count).into_iter().any(|holds| holds),
                Step::Not => !stack.pop().unwrap(),
            };
            stack.push(holds);
        }
        stack.pop().unwrap_or(true)
    }
}

/// Whether two words are one letter apart, or two from nine letters on.
fn is_similar(wanted: &str, own: &str) -> bool {
    let letters = |word: &str| word.chars().collect::<Vec<_>>();
    let reach = match wanted.chars().count() {
        _ if wanted.contains(|c: char| c.is_numeric() || c == '.') || is_dense(wanted) => 0,
        0..3 | 33.. => 0,
        3..9 => 1,
        _ => 2,
    };
    reach > 0 && distance(&letters(wanted), &letters(own)) <= reach
}

/// Whether the wanted words stand in a row in a value; the last may go on.
fn has_value(value: &str, wanted: &Value) -> bool {
    let mut forms = Vec::new();
    tokens(value, 0, &mut |token| {
        forms.push(base(token.form).to_owned());
    });
    let words: Vec<&str> = wanted.words.split_whitespace().collect();
    forms.windows(words.len()).any(|window| {
        let last = words.len() - 1;
        let pairs = window.iter().zip(&words).enumerate();
        pairs.into_iter().all(|(n, (form, word))| {
            form == word || n == last && wanted.open && form.starts_with(*word)
        })
    })
}

/// Whether a document fulfils a query, and what is marked in it.
fn twin(text: &Text, query: &Query) -> (bool, Vec<Mark>) {
    let pieces = text.pieces();
    let terms: Vec<_> = query
        .terms
        .iter()
        .map(|term| text.term(&pieces, term))
        .collect();
    let mut marks = Vec::new();
    for (place, places) in terms.iter().enumerate() {
        let Some(number) = query.number(place) else {
            continue;
        };
        for (part, start, end) in places {
            let span = Span::new(*part, *start..*end);
            marks.push(Mark { span, term: number });
        }
    }
    // Among those that overlap, the first, then the longest, then the earliest term stays.
    marks.sort_by_key(|mark| {
        (
            mark.span.part,
            mark.span.start,
            u32::MAX - mark.span.end,
            mark.term,
        )
    });
    let mut kept: Vec<Mark> = Vec::new();
    for mark in marks {
        let overlaps = |other: &Mark| {
            let (a, b) = (mark.span, other.span);
            a.part == b.part && a.start < b.end && b.start < a.end
        };
        if !kept.iter().any(overlaps) {
            kept.push(mark);
        }
    }
    (text.fulfils(query, &terms), kept)
}

fn aliases() -> Aliases {
    let groups = [
        vec!["South Korea", "ROK", "Republic of Korea"],
        vec!["North Korea", "Democratic People’s Republic of Korea"],
        vec!["United States", "US"],
    ];
    Aliases::new(&groups.map(|group| group.into_iter().map(str::to_owned).collect()))
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

/// Words whose forms, stems, prefixes and parts meet.
const WORDS: [&str; 40] = [
    "visit",
    "visits",
    "Visited",
    "visitor",
    "state",
    "State’s",
    "states",
    "win-win",
    "win",
    "WINWIN",
    "U.S.",
    "US",
    "us",
    "USA",
    "e-mail",
    "email",
    "O’Brien",
    "brien",
    "4.8",
    "4",
    "8",
    "1,234",
    "1234",
    "Zürich",
    "Zurich",
    "Zuerich",
    "China",
    "China-ROK",
    "ROK",
    "中国",
    "访问中国",
    "国",
    "段简歌",
    "한국",
    "co-operate",
    "cooperate",
    "a",
    "b",
    "the",
    "The",
];

fn any_text(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let between =
        prop::sample::select(vec![" ", " ", " ", ", ", ". ", "\n\n", "-", "", "\u{301} "]);
    let word = (prop::sample::select(&WORDS[..]), between);
    prop::collection::vec(word, words).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, between)| format!("{word}{between}"))
            .collect()
    })
}

fn any_document() -> impl Strategy<Value = Text> {
    let language = prop::sample::select(vec!["en", "en", "fr"]);
    let values = prop::sample::subsequence(
        vec![
            (0, "Xi Jinping"),
            (0, "Lee Jae Myung"),
            (1, "China"),
            (1, "Hong Kong, China"),
            (1, "中国"),
        ],
        0..=3,
    );
    (
        any_text(0..5),
        any_text(0..14),
        language,
        prop::option::of(0..40),
        values,
    )
        .prop_map(|(headline, text, language, day, values)| Text {
            headline,
            text,
            language,
            day,
            values,
        })
}

/// Queries of every kind, well formed and not.
fn any_query() -> impl Strategy<Value = String> {
    let fixed = vec![
        "OR",
        "AND",
        "-",
        "(",
        ")",
        "\"",
        "NEAR/2",
        "NEAR",
        "person:xi",
        "person:\"jae my",
        "place:kong",
        "place:中",
        "date:1970-01",
        "before:1970-01-15",
        "after:1970-01-09",
        "date:1970-01-09..1970-01-20",
        "headline:",
        "date:x",
        "*",
        "~",
        "|",
        "🎉",
        "nothing:here",
        "person:",
    ];
    let word = prop::sample::select(&WORDS[..]).prop_map(str::to_owned);
    let atom = prop_oneof![
        4 => word.clone(),
        1 => word.clone().prop_map(|word| format!("-{word}")),
        1 => word.clone().prop_map(|word| format!("{word}*")),
        1 => word.clone().prop_map(|word| format!("{word}~")),
        2 => prop::collection::vec(word.clone(), 1..4).prop_map(|words| format!("\"{}\"", words.join(" "))),
        1 => (word.clone(), 1..3usize).prop_map(|(word, cut)| word.chars().take(cut).collect()),
        1 => word.prop_map(|word| format!("headline:{word}")),
        3 => prop::sample::select(fixed).prop_map(str::to_owned),
    ];
    prop::collection::vec((atom, prop::sample::select(vec![" ", " ", " ", ""])), 1..6).prop_map(
        |atoms| {
            atoms
                .into_iter()
                .map(|(atom, space)| format!("{atom}{space}"))
                .collect()
        },
    )
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
