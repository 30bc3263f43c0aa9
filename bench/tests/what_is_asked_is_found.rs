//! On invented news in many parts: answers are complete whatever is asked first, known items come first, slips are forgiven,
//! anything is answered.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};

use dateline_bench::truth::Scan;
use dateline_bench::{Dice, news, queries};
use dateline_bundle::{Collection, Contents, Filter, Selection, write_parts};
use serde_json::Value;

/// A collection in parts, and the parts by the names of their files.
struct Site {
    contents: Contents,
    collection: Collection,
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    fn new(articles: usize) -> Self {
        let contents = news::collection(articles, 100);
        let packed = write_parts(&contents);
        let files = packed.parts.into_iter().map(|it| (it.name, it.bytes));
        Self {
            collection: Collection::open(&packed.first).unwrap(),
            files: files.collect(),
            contents,
        }
    }

    /// What a query selects, what it misses being fetched.
    fn select(&self, query: &str, typing: bool, forgiving: bool) -> Selection {
        let filter = Filter {
            query: query.to_owned(),
            typing,
            ..Filter::default()
        };
        loop {
            let selection = if forgiving {
                self.collection.select_forgiving(&filter)
            } else {
                self.collection.select(&filter)
            };
            for part in &selection.missing {
                let bytes = &self.files[&self.collection.file(*part)];
                self.collection.put(*part, bytes).unwrap();
            }
            if selection.missing.is_empty() {
                return selection;
            }
        }
    }

    /// The mean of one over the rank of the article that each item asks for, 0 from the eleventh on.
    fn mean_reciprocal_rank(&self, items: &Value) -> f64 {
        let items = items.as_array().unwrap();
        let sum: f64 = items.iter().map(|item| self.reciprocal_rank(item)).sum();
        sum / items.len() as f64
    }

    fn reciprocal_rank(&self, item: &Value) -> f64 {
        let selection = self.select(item["query"].as_str().unwrap(), false, true);
        let mut first = selection.articles.iter().take(10);
        let rank = first.position(|it| Some(u64::from(*it)) == item["article"].as_u64());
        rank.map_or(0.0, |rank| 1.0 / (rank as f64 + 1.0))
    }
}

#[test]
fn every_beginning_of_every_word_is_complete_in_whatever_order_it_is_asked() {
    let scan = Scan::new(&news::collection(300, 100));
    let words: Vec<String> = scan.frequencies().into_keys().map(str::to_owned).collect();
    for turn in [1, 37, 101] {
        let site = Site::new(300);
        for place in 0..120 {
            let word = &words[(place * turn * 13 + turn) % words.len()];
            for end in 1..=word.len() {
                let Some(beginning) = word.get(..end) else {
                    continue;
                };
                let found = site.select(beginning, true, false);
                let found: BTreeSet<usize> = found.articles.iter().map(|it| *it as usize).collect();
                let truth = scan.with_beginning(beginning);
                assert!(truth.iter().all(|it| found.contains(it)), "{beginning:?}");
            }
        }
    }
}

#[test]
fn known_items_come_first_and_slips_are_forgiven() {
    let site = Site::new(1000);
    let queries = queries::all(&site.contents);
    for class in queries["classes"].as_array().unwrap() {
        let name = class["name"].as_str().unwrap();
        let query = class["query"].as_str().unwrap();
        let selection = site.select(query, name.contains("letter"), false);
        let truth: Vec<u64> = class["truth"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_u64)
            .collect();
        assert!(!truth.is_empty(), "{name}");
        assert!(
            truth
                .iter()
                .all(|it| selection.articles.contains(&(*it as u32))),
            "{name}: {query}"
        );
    }
    assert!(site.mean_reciprocal_rank(&queries["titles"]) >= 0.99);
    assert!(site.mean_reciprocal_rank(&queries["rare"]) >= 0.95);
    let scan = Scan::new(&site.contents);
    let slips = queries["slips"].as_array().unwrap();
    let is_forgiven = |slip: &&Value| {
        let selection = site.select(slip["query"].as_str().unwrap(), false, true);
        let mut first = selection.articles.iter().take(10);
        first.any(|it| {
            scan.words(*it as usize)
                .iter()
                .any(|word| Some(word.as_str()) == slip["word"].as_str())
        })
    };
    let forgiven = slips.iter().filter(is_forgiven).count();
    assert!(
        forgiven * 100 >= slips.len() * 95,
        "{forgiven} of {}",
        slips.len()
    );
}

#[test]
fn words_side_by_side_come_before_scattered_ones() {
    let site = Site::new(1000);
    let queries = queries::all(&site.contents);
    let pairs = queries["pairs"].as_array().unwrap();
    assert!(pairs.len() >= 30);
    for pair in pairs {
        let query = pair["query"].as_str().unwrap();
        let adjacent = numbers(&pair["adjacent"]);
        let selection = site.select(query, false, false);
        let mut first = selection.articles.iter().take(adjacent.len());
        assert!(first.all(|it| adjacent.contains(it)), "{query}");
    }
}

/// Every query, whole or in blocks, cold or warm, in whatever order: one answer.
#[test]
fn parts_give_the_answers_of_the_whole_for_every_class_and_beginning() {
    let contents = news::collection(400, 100);
    let whole = Collection::new(contents.clone());
    let scan = Scan::new(&contents);
    let queries = queries::all(&contents);
    let of = |kind: &str| queries[kind].as_array().unwrap().clone();
    let items = ["classes", "titles", "rare", "slips", "pairs"]
        .map(of)
        .concat();
    let mut asked: Vec<String> = items
        .iter()
        .filter_map(|item| item["query"].as_str().map(str::to_owned))
        .collect();
    for word in scan.frequencies().into_keys().step_by(23) {
        asked.extend((1..=word.len()).filter_map(|end| word.get(..end).map(str::to_owned)));
    }
    let warm = Site::new(400);
    for turn in 0..asked.len() {
        // A step that no length of the list is a multiple of, so that neighbours come at different times.
        let query = &asked[turn * 7919 % asked.len()];
        let filter = Filter {
            query: query.clone(),
            typing: turn % 2 == 0,
            ..Filter::default()
        };
        let expected = whole.select_forgiving(&filter);
        let found = warm.select(query, filter.typing, true);
        assert_eq!(
            (found.total, &found.articles),
            (expected.total, &expected.articles),
            "{query:?}"
        );
        if turn % 40 == 0 {
            let cold = Site::new(400).select(query, filter.typing, true);
            assert_eq!(cold.articles, expected.articles, "{query:?}, cold");
        }
    }
}

/// Signs from everywhere: operators, quotation marks, right-to-left letters, marks that combine, ideographs, pictures, controls.
const SIGNS: [&str; 36] = [
    "a",
    "s",
    "visit",
    "government",
    " ",
    " ",
    " ",
    "\"",
    "“",
    "(",
    ")",
    "-",
    "–",
    "*",
    "~",
    ":",
    "OR",
    "NEAR/3",
    "date:",
    "person:",
    "headline:",
    "before:2020",
    "..",
    "/",
    "\\",
    "שלום",
    "مرحبا",
    "\u{202e}",
    "\u{301}",
    "\u{64b}",
    "日本",
    "한국",
    "🎉",
    "👩\u{200d}🚀",
    "\0",
    "\u{10ffff}",
];

#[test]
fn ten_thousand_strings_of_anything_are_answered() {
    let collection = Collection::new(news::collection(200, 100));
    let mut dice = Dice(13);
    for round in 0..10_000 {
        let mut query = String::new();
        for _ in 0..dice.below(9) {
            let any = char::from_u32(dice.below(0x11_0000) as u32);
            match any.filter(|_| dice.percent(30)) {
                Some(c) => query.push(c),
                None => query.push_str(SIGNS[dice.below(SIGNS.len())]),
            }
        }
        let filter = Filter {
            query,
            typing: round % 2 == 0,
            most: Some(10),
            ..Filter::default()
        };
        let selection = collection.select_forgiving(&filter);
        assert!(selection.total <= 200 && selection.articles.len() <= 10);
        for article in selection.articles.iter().take(1) {
            let _ = collection.snippet(&selection, *article);
        }
    }
}

/// The numbers of a list.
fn numbers(list: &Value) -> Vec<u32> {
    let list = list.as_array().unwrap().iter();
    list.filter_map(|it| it.as_u64().map(|it| it as u32))
        .collect()
}

#[test]
fn invented_news_is_always_the_same() {
    let packed = write_parts(&news::collection(50, 100));
    assert_eq!(packed, write_parts(&news::collection(50, 100)));
}
