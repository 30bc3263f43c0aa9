//! Where sentences begin and end, for snippets.

use std::ops::Range;

use super::chars::{Class, class, is_one_of};
use super::fold;

/// Words after which a dot ends no sentence, folded.
const ABBREVIATIONS: &str = "adm apr aug capt co col corp dec dr feb fig fr gen gov inc jan jr jul jun lt ltd maj mar mr mrs ms \
    mt no nov oct p pp prof rep rev sen sep sept sgt sr st v vol vs";

/// The sentences of a text as ranges of bytes, without the white space around them. Line breaks end sentences too.
/// A rule of thumb: a full stop, exclamation or question mark ends a sentence when white space and no small letter follow,
/// unless the dot belongs to an initial or to a known abbreviation.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let before = at;
        at += c.len_utf8();
        let is_end = match c {
            '\n' | '。' | '！' | '？' => true,
            '!' | '?' => begins(&text[at..]),
            '.' => begins(&text[at..]) && !is_abbreviation(&text[start..before]),
            _ => false,
        };
        if is_end || at == text.len() {
            at = text.len() - text[at..].trim_start_matches(is_closing).len();
            let part = text[start..at].trim_start();
            let first = at - part.len();
            let end = first + part.trim_end().len();
            if first < end {
                found.push(first..end);
            }
            start = at;
        }
    }
    found
}

/// Quotation marks and brackets that close after the full stop.
fn is_closing(c: char) -> bool {
    is_one_of(c, "\"')]”’»」』）")
}

/// Whether a sentence may begin here: after white space, and not with a small letter.
fn begins(rest: &str) -> bool {
    let rest = rest.trim_start_matches(is_closing);
    let next = rest.trim_start();
    if next.len() == rest.len() {
        return next.is_empty();
    }
    let mut chars = next.chars();
    chars
        .find(|c| class(*c) != Class::Break)
        .is_none_or(|c| !is_small(c))
}

/// Whether a letter has a capital that is another one: folding changes capitals only. Beyond Armenian no script has them.
fn is_small(c: char) -> bool {
    let mut folded = String::new();
    fold(c, &mut folded);
    c < '\u{590}' && !c.is_ascii_digit() && folded.starts_with(c)
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.trim_end_matches(|c| class(c) == Class::Letter);
    let word = &before[word.len()..];
    let mut folded = String::new();
    word.chars().for_each(|c| fold(c, &mut folded));
    let is_initial = word.len() == 1 && !word.starts_with(is_small);
    is_initial || ABBREVIATIONS.split(' ').any(|known| known == folded)
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
