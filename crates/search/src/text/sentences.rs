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
