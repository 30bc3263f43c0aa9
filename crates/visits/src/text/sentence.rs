//! Sentences, as ranges of tokens.

use std::ops::Range;

use super::{Token, TokenKind};

/// A sentence is cut here at the latest, so that what is done within a sentence costs no more in a text without full stops.
const LONGEST: usize = 300;

/// The sentences of a text, without the blank lines between them. Linear.
pub(crate) fn sentences(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let is_break = token.kind == TokenKind::Break;
        if is_break || at - start >= LONGEST || ends_sentence(tokens, at) {
            let end = if is_break {
                at
            } else {
                with_closing(tokens, at + 1)
            };
            push(&mut found, start..end);
            at = end.max(at + 1);
            start = at;
        } else {
            at += 1;
        }
    }
    push(&mut found, start..tokens.len());
    found
}

fn push(found: &mut Vec<Range<usize>>, range: Range<usize>) {
    if !range.is_empty() {
        found.push(range);
    }
}

/// Past the closing quotation marks and brackets that belong to the sentence.
fn with_closing(tokens: &[Token<'_>], mut at: usize) -> usize {
    while let (Some(before), Some(token)) = (tokens.get(at - 1), tokens.get(at))
        && before.end() == token.start
        && token.is_any(&["\"", "”", "’", "'", "''", ")", "]", "»"])
    {
        at += 1;
    }
    at
}

/// Whether the token at `at` ends a sentence.
fn ends_sentence(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    match token.lower {
        "!" | "?" | "…" => true,
        _ if token.text.starts_with('.') => true,
        _ if token.kind == TokenKind::Word && token.text.ends_with('.') => {
            abbreviation_ends(tokens, at, token)
        }
        _ => false,
    }
}

/// Abbreviations that a sentence often ends with; all others are followed by more of it.
const FINAL: &[&str] = &[
    "a.m.", "co.", "corp.", "d.c.", "etc.", "inc.", "jr.", "ltd.", "p.m.", "r.o.k.", "sr.",
    "u.a.e.", "u.k.", "u.n.", "u.s.", "u.s.a.", "u.s.s.r.",
];

/// Words that begin sentences rather than names: after "the U.S." they show that a sentence has ended.
const OPENERS: &[&str] = &[
    "a",
    "after",
    "all",
    "although",
    "an",
    "and",
    "as",
    "at",
    "before",
    "both",
    "but",
    "by",
    "during",
    "earlier",
    "for",
    "from",
    "he",
    "her",
    "his",
    "however",
    "i",
    "if",
    "in",
    "it",
    "its",
    "last",
    "later",
    "meanwhile",
    "more",
    "mr.",
    "mrs.",
    "my",
    "no",
    "on",
    "our",
    "since",
    "she",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "we",
    "what",
    "when",
    "while",
    "with",
    "you",
];

/// Whether a full stop that belongs to an abbreviation ends the sentence as well.
fn abbreviation_ends(tokens: &[Token<'_>], at: usize, token: &Token<'_>) -> bool {
    FINAL.contains(&token.lower)
        && tokens.get(at + 1).is_none_or(|next| {
            next.kind == TokenKind::Break || next.is_capital() && OPENERS.contains(&next.lower)
        })
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a test may fail")]
mod tests {
    use super::super::tokens;
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let lower = text.to_ascii_lowercase();
        let found = tokens(text, &lower);
        sentences(&found)
            .into_iter()
            .map(|range| {
                text.get(found[range.start].start..found[range.end - 1].end())
                    .unwrap()
            })
            .collect()
    }

    #[test]
    fn full_stops_of_abbreviations_end_nothing() {
        for (text, expected) in [
            (
                "On Jan. 5, he left. She stayed.",
                vec!["On Jan. 5, he left.", "She stayed."],
            ),
            (
                "He met Joseph R. Biden, Jr. in Rome.",
                vec!["He met Joseph R. Biden, Jr. in Rome."],
            ),
            (
                "He left the U.S. The visit was short.",
                vec!["He left the U.S.", "The visit was short."],
            ),
            ("The U.S. President left.", vec!["The U.S. President left."]),
            ("\"We go.\" He went.", vec!["\"We go.\"", "He went."]),
            ("A heading\n\nA text", vec!["A heading", "A text"]),
            ("Really?! Yes", vec!["Really?", "!", "Yes"]),
        ] {
            assert_eq!(cut(text), expected);
        }
    }

    #[test]
    fn a_text_without_stops_is_cut() {
        let text = "word ".repeat(1000);
        assert!(cut(&text).len() > 2);
    }
}
