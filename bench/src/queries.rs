//! What is asked of every engine.

use std::collections::{BTreeMap, BTreeSet};

use dateline_bundle::Contents;
use serde_json::{Value, json};

use crate::dice::Dice;
use crate::truth::Scan;

/// How many known items of each kind, and how many slips of the pen.
const ITEMS: usize = 150;
const SLIPS: usize = 100;

/// How many pairs of words: each is looked for in all articles.
const PAIRS: usize = 60;

/// All queries with what a scan finds: `classes`, `titles`, `rare` (three rare words of an article) and `slips` (words with
/// one edit), `pairs` (two words that stand side by side in few articles, and scattered in more).
#[must_use]
pub fn all(contents: &Contents) -> Value {
    let scan = Scan::new(contents);
    let frequencies = scan.frequencies();
    let mut dice = Dice(7);
    json!({
        "classes": classes(&scan, &frequencies),
        "titles": titles(contents),
        "rare": rare(contents, &scan, &frequencies, &mut dice),
        "slips": slips(&frequencies, &mut dice),
        "pairs": pairs(&scan, &frequencies, &mut dice),
    })
}

fn classes(scan: &Scan, frequencies: &BTreeMap<&str, usize>) -> Vec<Value> {
    let middle = scan.words(40.min(scan.len() / 2));
    let words = |from: usize, count: usize| -> Vec<&str> {
        let words = middle.iter().map(String::as_str);
        words
            .filter(|word| !word.is_empty())
            .skip(from)
            .take(count)
            .collect()
    };
    let is_word = |word: &&str| word.len() > 4 && word.chars().all(char::is_alphabetic);
    let rare = frequencies
        .iter()
        .find(|(word, count)| is_word(word) && (3..9).contains(*count));
    let rare = rare.map_or("talks", |(word, _)| *word);
    let three = commonest_beginning(frequencies);
    let phrase = words(12, 2);
    let long = words(9, 7);
    let class = |name: &str, query: String, truth: Vec<usize>| json!({ "name": name, "query": query, "truth": truth });
    vec![
        class("rare word", rare.to_owned(), scan.with_all(&[rare])),
        class("frequent word", "said".to_owned(), scan.with_all(&["said"])),
        class("one letter", "s".to_owned(), scan.with_beginning("s")),
        class(
            "three letters",
            three.to_owned(),
            scan.with_beginning(three),
        ),
        class(
            "two words",
            "government talks".to_owned(),
            scan.with_all(&["government", "talks"]),
        ),
        class("seven words", long.join(" "), scan.with_all(&long)),
        class(
            "phrase",
            format!("\"{}\"", phrase.join(" ")),
            scan.with_phrase(&phrase),
        ),
        class(
            "minus",
            "visit -trade".to_owned(),
            scan.with_but_without("visit", "trade"),
        ),
    ]
}

/// The three letters that most words of more letters begin with.
fn commonest_beginning<'a>(frequencies: &BTreeMap<&'a str, usize>) -> &'a str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in frequencies.keys().filter(|word| word.len() > 3) {
        if let Some(beginning) = word
            .get(..3)
            .filter(|it| it.chars().all(char::is_alphabetic))
        {
            *counts.entry(beginning).or_default() += 1;
        }
    }
    let commonest = counts.into_iter().max_by_key(|(_, count)| *count);
    commonest.map_or("the", |(beginning, _)| beginning)
}

/// Headlines that no other article has, after folding.
fn titles(contents: &Contents) -> Vec<Value> {
    let fold = |headline: &str| -> String {
        let letters = headline.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for entry in &contents.articles {
        *counts.entry(fold(&entry.article.headline)).or_default() += 1;
    }
    let articles = contents.articles.iter().enumerate();
    let unique = articles.filter(|(_, it)| counts.get(&fold(&it.article.headline)) == Some(&1));
    let step = (contents.articles.len() / ITEMS).max(1);
    let chosen = unique.step_by(step).take(ITEMS);
    chosen
        .map(|(number, it)| json!({ "query": it.article.headline, "article": number }))
        .collect()
}

/// Three words of an article that few others have.
fn rare(
    contents: &Contents,
    scan: &Scan,
    frequencies: &BTreeMap<&str, usize>,
    dice: &mut Dice,
) -> Vec<Value> {
    let mut items = Vec::new();
    let count = contents.articles.len();
    for _ in 0..ITEMS * 20 {
        let number = dice.below(count);
        let is_rare = |word: &&str| {
            word.len() > 3
                && word.chars().all(char::is_alphabetic)
                && frequencies
                    .get(word)
                    .is_some_and(|of| (2..=20).contains(of))
        };
        let words: BTreeSet<&str> = scan.words(number).iter().map(String::as_str).collect();
        let words: Vec<&str> = words.into_iter().filter(is_rare).collect();
        if words.len() >= 3 && items.len() < ITEMS {
            let first = dice.below(words.len() - 2);
            let query = words
                .iter()
                .skip(first)
                .take(3)
                .copied()
                .collect::<Vec<_>>();
            items.push(json!({ "query": query.join(" "), "article": number }));
        }
    }
    items
}

/// Words with one edit that is not at either end: a letter left out, doubled, replaced, or swapped with its neighbour.
fn slips(frequencies: &BTreeMap<&str, usize>, dice: &mut Dice) -> Vec<Value> {
    let is_word = |word: &str| word.len() >= 5 && word.chars().all(|c| c.is_ascii_lowercase());
    let words = frequencies
        .iter()
        .filter(|(word, of)| is_word(word) && (5..=200).contains(*of));
    let words: Vec<&str> = words.map(|(word, _)| *word).collect();
    let mut slips = Vec::new();
    for _ in 0..SLIPS * 20 {
        let Some(word) = words.get(dice.below(words.len())) else {
            break;
        };
        let edited = edited(word, dice);
        if edited != *word && !frequencies.contains_key(edited.as_str()) && slips.len() < SLIPS {
            slips.push(json!({ "query": edited, "word": word }));
        }
    }
    slips
}

/// Words of an article that stand side by side there, each of them in many articles; with the articles in which they do.
fn pairs(scan: &Scan, frequencies: &BTreeMap<&str, usize>, dice: &mut Dice) -> Vec<Value> {
    let is_known = |word: &String| {
        word.len() > 3
            && word.chars().all(char::is_alphabetic)
            && frequencies.get(word.as_str()).is_some_and(|of| *of >= 30)
    };
    let mut pairs = Vec::new();
    for _ in 0..PAIRS * 20 {
        let words = scan.words(dice.below(scan.len()));
        let at = dice.below(words.len());
        let Some(pair @ [one, other]) = words.get(at..at + 2) else {
            continue;
        };
        if pairs.len() == PAIRS || one == other || !pair.iter().all(is_known) {
            continue;
        }
        let adjacent = scan.with_phrase(&[one, other]);
        // Where other forms of them do, engines that know of forms are right to find these articles first.
        let ambiguous = scan.with_forms_in_a_row(&[one, other]) != adjacent;
        let both = scan.with_all(&[one, other]).len();
        if !ambiguous && adjacent.len() <= 5 && both >= adjacent.len() + 5 {
            pairs.push(json!({ "query": pair.join(" "), "adjacent": adjacent }));
        }
    }
    pairs
}

fn edited(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = 1 + dice.below(letters.len() - 3);
    let other = char::from(b'a' + dice.below(26) as u8);
    match dice.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, other),
        2 => letters[at] = other,
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}
