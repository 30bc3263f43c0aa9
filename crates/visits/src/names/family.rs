//! Husbands, wives and namesakes: which bare family names are somebody else's.

use super::lists::Lists;
use super::person::{Gender, name_words};
use super::roster::{Known, Said, leader_of, title_words};

/// "President Biden" is not "Jill" either, of whom the article tells no office, when a leader of that time is called so.
pub(super) fn is_relative(known: &Known, words: &[String], said: &Said, year: Option<i32>) -> bool {
    let leader = leader_of(words, year).filter(|_| said.office && known.offices.is_empty());
    leader.is_some_and(|(_, name)| {
        let full = name_words(name);
        let same = known
            .words
            .iter()
            .any(|word| !words.contains(word) && full.contains(word));
        !same && !same_family(&known.words, &full)
    })
}

/// "President Biden" is not First Lady Jill Biden, "Mrs. Kishida" is not Fumio Kishida.
pub(super) fn is_other_spouse(known: &Known, said: &Said) -> bool {
    let spouse = |word: &String| matches!(word.as_str(), "lady" | "gentleman" | "spouse");
    let Some(title) = said.title.as_deref().map(title_words) else {
        return false;
    };
    let known_spouse =
        !known.offices.is_empty() && known.offices.iter().all(|office| office.iter().any(spouse));
    let said_spouse = title.iter().any(spouse);
    let married = title.iter().any(|word| word == "mrs") && known.gender != Some(Gender::Female);
    married && !known_spouse
        || said.office && known_spouse != said_spouse && !known.offices.is_empty()
}

/// Whether two names have the same last word and given names that are forms of each other ("Joe", "Joseph").
pub(crate) fn same_family(a: &[String], b: &[String]) -> bool {
    let (Some(first), Some(other)) = (a.first(), b.first()) else {
        return false;
    };
    a.last() == b.last()
        && (first.get(..2) == other.get(..2) && first.get(..2).is_some()
            || is_nickname(first, other))
}

fn is_nickname(a: &str, b: &str) -> bool {
    const PAIRS: &[(&str, &str)] = &[
        ("bill", "william"),
        ("bob", "robert"),
        ("dick", "richard"),
        ("jack", "john"),
        ("jim", "james"),
        ("liz", "elizabeth"),
        ("ted", "edward"),
        ("tony", "anthony"),
        ("tony", "antony"),
    ];
    PAIRS.contains(&(a, b)) || PAIRS.contains(&(b, a))
}

/// "Mrs. Kishida" alone, where the leader of that name is no woman.
pub(super) fn is_wife(known: &Known, leader: Option<(&str, &str)>) -> bool {
    let title = known.title.as_deref().unwrap_or_default().to_lowercase();
    let married = known.words.len() == 1 && matches!(title.as_str(), "mrs" | "mrs.");
    let woman = leader.is_some_and(|(_, name)| {
        let words = name_words(name);
        let mut genders = words.iter().filter_map(|word| Lists::get().gender(word));
        genders.next() == Some(Gender::Female)
    });
    married && known.offices.is_empty() && !woman
}
