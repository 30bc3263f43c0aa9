//! Documents and queries of every kind, made of words that meet.

use proptest::prelude::*;

use super::Text;

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

pub(super) fn any_document() -> impl Strategy<Value = Text> {
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
pub(super) fn any_query() -> impl Strategy<Value = String> {
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
