//! Where sentences begin and end, for snippets.

use std::ops::Range;

/// Words after which a dot ends no sentence, folded.
const ABBREVIATIONS: [&str; 44] = [
    "adm", "apr", "aug", "capt", "co", "col", "corp", "dec", "dr", "feb", "fig", "fr", "gen",
    "gov", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "mr", "mrs", "ms", "mt",
    "no", "nov", "oct", "p", "pp", "prof", "rep", "rev", "sen", "sep", "sept", "sgt", "sr", "st",
    "v", "vol", "vs",
];

/// The sentences of a text as ranges of bytes, without the white space around them. Line breaks end sentences too.
/// A rule of thumb: a full stop, exclamation or question mark ends a sentence when white space and no small letter follow,
/// unless the dot belongs to an initial or to a known abbreviation.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let over = match c {
            '\n' | '。' | '！' | '？' => true,
            '!' | '?' => ends(text, end),
            '.' => ends(text, end) && !is_abbreviation(&text[start..at]),
            _ => false,
        };
        if over {
            let mut end = end;
            while let Some((at, c)) = chars.next_if(|(_, c)| is_closing(*c)) {
                end = at + c.len_utf8();
            }
            push(text, start..end, &mut found);
            start = end;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

/// Quotation marks and brackets that close after the full stop.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | ')' | ']' | '”' | '’' | '»' | '」' | '』' | '）'
    )
}

/// Whether what follows looks like the beginning of a sentence.
fn ends(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches(is_closing);
    let next = rest.trim_start();
    if next.len() == rest.len() {
        return next.is_empty();
    }
    next.chars()
        .find(|c| c.is_alphanumeric())
        .is_none_or(|c| !c.is_lowercase())
}

fn is_abbreviation(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_initial
        || ABBREVIATIONS
            .binary_search(&word.to_ascii_lowercase().as_str())
            .is_ok()
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    let end = range.start + part.trim_end().len();
    if start < end {
        found.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sentences_end_where_people_say_they_end() {
        for (text, expected) in [
            ("", &[][..]),
            ("  \n ", &[]),
            ("One. Two!  Three?", &["One.", "Two!", "Three?"]),
            (
                "On Jan. 5 he left. He came back.",
                &["On Jan. 5 he left.", "He came back."],
            ),
            (
                "Mr. Lee met J. Smith of the U.S. government. It rained.",
                &["Mr. Lee met J. Smith of the U.S. government.", "It rained."],
            ),
            (
                "He said: “Yes.” She left (at 4.5 p.m.) and slept.",
                &["He said: “Yes.”", "She left (at 4.5 p.m.) and slept."],
            ),
            ("A heading\n\nA text.", &["A heading", "A text."]),
            ("他来了。他走了！", &["他来了。", "他走了！"]),
            ("no end", &["no end"]),
            ("version 2.0 of it", &["version 2.0 of it"]),
        ] {
            let found: Vec<&str> = sentences(text)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn the_list_of_abbreviations_is_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }

    proptest! {
        #[test]
        fn sentences_hold_everything_but_white_space(text in "[a-zA-Z.!? \n\"。é]{0,60}|\\PC{0,30}") {
            let mut at = 0;
            for range in sentences(&text) {
                prop_assert!(text[at..range.start].trim().is_empty());
                prop_assert_eq!(text[range.clone()].trim(), &text[range.clone()]);
                at = range.end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }
}
