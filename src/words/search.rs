//! What the page says of a query: how it was understood, and what was done where it found too little.
//!
//! All of it is told by what is downloaded later. No `format!`, because its pieces would stay with the first page.

use dateline_bundle::{Facet, Note, Plain};

use super::{count, grouped};

/// How many characters of a query are repeated at most.
pub const NAMED: usize = 60;
/// Between words of which any may be meant.
pub const OR: &str = " or ";
/// Asks whether another word was meant; the word follows.
pub const DID_YOU_MEAN: &str = "Did you mean ";
/// The end of a question.
pub const QUESTION_MARK: &str = "?";
/// Takes a query no longer as it is written.
pub const SEARCH_SIMILAR: &str = "Search for similar words too";

/// What was looked for in vain, and what is shown in its place follows: "No “Xi Jingping”. Showing ".
#[must_use]
pub fn showing_instead(typed: &str) -> String {
    ["No “", &shortened(typed, NAMED), "”. Showing "].concat()
}

/// The way back from corrected words: "Search exactly for “Xi Jingping”".
#[must_use]
pub fn search_exactly(query: &str) -> String {
    ["Search exactly for “", &shortened(query, NAMED), "”"].concat()
}

/// The query is taken as it is written.
#[must_use]
pub fn searched_exactly(query: &str) -> String {
    ["Showing exactly “", &shortened(query, NAMED), "”. "].concat()
}

/// What is shown where no article has all words: "Showing articles with 2 of them."
#[must_use]
pub fn showing_most(most: u16, of: u16) -> String {
    match (most, of) {
        (1, 2) => "Showing articles with either.".to_owned(),
        (1, _) => "Showing articles with one of them.".to_owned(),
        _ => ["Showing articles with ", &grouped(most.into()), " of them."].concat(),
    }
}

/// The beginning of what is said where no article has all of very many words.
#[must_use]
pub fn none_has_all(of: u16) -> String {
    [
        "No article has all of these ",
        &grouped(of.into()),
        " words. ",
    ]
    .concat()
}

/// A part of the query that was read in another way than it may have been meant. What was done where a query found too little
/// has words of its own.
#[must_use]
pub fn note(note: &Note) -> Option<String> {
    Some(match note {
        Note::Plain { text, why } => ["Read as plain words: ", &reason(*why, text), "."].concat(),
        Note::TooLong { used } => {
            let words = count(*used as usize, "word", "words");
            ["This query is very long. Its first ", &words, " are used."].concat()
        }
        Note::Nothing => "There is no word to look for in this query.".to_owned(),
        _ => return None,
    })
}

fn reason(why: Plain, text: &str) -> String {
    let text = shortened(text, NAMED);
    match why {
        Plain::OpenQuote => "the quotation mark is never closed".to_owned(),
        Plain::Parenthesis => "the parentheses do not match".to_owned(),
        Plain::LoneOperator => ["no word stands beside ", &text].concat(),
        Plain::Field => ["nothing stands after ", &text].concat(),
        Plain::Date => [&text, " is no date"].concat(),
        Plain::Wildcard => ["in ", &text, " the * or ~ does not stand at the end"].concat(),
    }
}

/// Opens what says how to search, and is its heading.
pub const SEARCH_HELP: &str = "Search help";
/// What stands above the examples.
pub const HELP_LEAD: &str =
    "Capitals, accents and word endings make no difference. An example starts its search.";

/// What the forms of a query find, in the order of [`crate::annex`]'s examples.
pub const HELP: [&str; 8] = [
    "Both words, in any order. The last one may be only begun.",
    "These words one after the other, exactly so.",
    "The first word without the second.",
    "Either of the two.",
    "Parentheses hold together.",
    "All words that begin like this.",
    "Words written much like this.",
    "At most five words apart.",
];

/// What a field with a value finds, where the field alone says too little.
#[must_use]
pub fn help_field(field: &str) -> String {
    ["Only ", field_hint(field), "."].concat()
}

/// The name of the list below the search box.
pub const SUGGESTIONS: &str = "Suggestions";

/// How many suggestions there are, for who hears it.
#[must_use]
pub fn suggestions(number: usize) -> String {
    count(number, "suggestion", "suggestions")
}

/// What stands beside a suggested value: "Person, 9 articles".
#[must_use]
pub fn suggested_value(facet: Facet, articles: u32) -> String {
    let articles = count(articles as usize, "article", "articles");
    [super::facet(facet), ", ", &articles].concat()
}

/// What stands beside a suggested word: "34 times".
#[must_use]
pub fn suggested_word(times: u32) -> String {
    match times {
        1 => "once".to_owned(),
        _ => count(times as usize, "", "times"),
    }
}

/// What a field looks for.
#[must_use]
pub fn field_hint(field: &str) -> &'static str {
    match field {
        "headline" => "in the headline",
        "date" => "published then: a year, a month, a day, or two with .. between",
        "before" => "published before that",
        "after" => "published after that",
        "person" => "articles that name this person",
        "place" => "articles that name this place",
        "source" => "articles of this source",
        "topic" => "articles on this topic",
        "kind" => "articles that report such a visit",
        _ => "articles published in this year",
    }
}

/// What chips say in the place of a field that is no facet.
fn other_field(name: &str) -> Option<&'static str> {
    match name {
        "headline" => Some("Headline"),
        "date" => Some("Published"),
        "before" => Some("Published before"),
        "after" => Some("Published after"),
        _ => None,
    }
}

/// Whether a word is the name of a field.
#[must_use]
pub fn is_field(word: &str) -> bool {
    Facet::from_name(word).is_some() || other_field(word).is_some()
}

/// What stands before the words of a condition: "Person", "Not: Headline", "Not:", or nothing.
#[must_use]
pub fn query_prefix(field: &str, exclude: bool) -> String {
    let words = other_field(field).or_else(|| Facet::from_name(field).map(super::facet));
    let not = if exclude { "Not: " } else { "" };
    let mut prefix = [not, words.unwrap_or_default()].concat();
    prefix.truncate(prefix.trim_end().len());
    prefix
}

/// The accessible name of a condition's chip, with what stands on it: "Remove Not: Person Lee from the search".
#[must_use]
pub fn remove_part(prefix: &str, words: &str) -> String {
    let between = if prefix.is_empty() { "" } else { " " };
    ["Remove ", prefix, between, words, " from the search"].concat()
}

/// The button that turns a chosen value round.
#[must_use]
pub fn flip(exclude: bool) -> &'static str {
    if exclude { "keep" } else { "leave out" }
}

/// Its accessible name: "leave out Japan".
#[must_use]
pub fn flip_choice(label: &str, exclude: bool) -> String {
    [flip(exclude), " ", label].concat()
}

/// The name of the field that looks through the values of a facet.
#[must_use]
pub fn find_value(facet: Facet) -> String {
    ["Find in ", super::facet(facet)].concat()
}

/// No value has the text that was typed.
pub const NO_VALUE: &str = "None has this in its name.";

/// What stands before the words that are marked, for who hears it.
pub const MARKED: &str = "Marked: ";

/// A marked word with how often it is marked: "silver 3".
#[must_use]
pub fn times_marked(word: &str, times: usize) -> String {
    [word, " ", &grouped(times)].concat()
}

/// A long text, shortened to so many characters.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    let mut characters = text.char_indices();
    match characters.nth(most) {
        None => text.to_owned(),
        Some((end, _)) => [text.get(..end).unwrap_or_default().trim_end(), " …"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_down_are_told_in_words() {
        assert_eq!(showing_most(1, 2), "Showing articles with either.");
        assert_eq!(showing_most(1, 3), "Showing articles with one of them.");
        assert_eq!(showing_most(2, 3), "Showing articles with 2 of them.");
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(shortened("silver", 6), "silver");
        assert_eq!(shortened("ääääää", 3), "äää …");
        assert_eq!(shortened("ab cd", 3), "ab …");
    }

    #[test]
    fn conditions_are_named() {
        assert_eq!(query_prefix("person", false), "Person");
        assert_eq!(query_prefix("headline", true), "Not: Headline");
        assert_eq!(query_prefix("", true), "Not:");
        assert_eq!(query_prefix("", false), "");
        assert!(is_field("before") && is_field("year") && !is_field("day"));
    }

    #[test]
    fn what_was_not_understood_is_named() {
        let plain = |text: &str, why| {
            let text = text.to_owned();
            note(&Note::Plain { text, why })
        };
        assert_eq!(
            plain("\"state", Plain::OpenQuote).as_deref(),
            Some("Read as plain words: the quotation mark is never closed.")
        );
        assert_eq!(
            plain("date:soon", Plain::Date).as_deref(),
            Some("Read as plain words: date:soon is no date.")
        );
        assert_eq!(note(&Note::Fewer { of: 3, most: 2 }), None);
    }
}
