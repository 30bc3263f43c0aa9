//! How names are written: which words in a row are one name.

use std::ops::Range;

use super::gazetteer::{Gazetteer, PlaceKind};
use super::lists::Lists;
use super::title;
use crate::text::{Token, TokenKind};
use crate::wordlist::{Class, is};

/// How a sentence is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Casing {
    /// As running text.
    Plain,
    /// With a capital on nearly every word, as headlines are.
    Title,
}

/// The longest name has this many tokens.
const LONGEST_NAME: usize = 8;

/// The name that begins at `at`: words with capitals, initials, particles between them, a suffix.
pub(super) fn name(
    tokens: &[Token<'_>],
    at: usize,
    end: usize,
    casing: Casing,
    titled: bool,
) -> Option<Range<usize>> {
    let first = tokens.get(at)?;
    let begins = is_name_word(first, casing) || titled && is_small_name(tokens, at, casing);
    if !begins || !titled && is_other_name(tokens, at) {
        return None;
    }
    let limit = end.min(at + LONGEST_NAME);
    let mut stop = at + 1;
    while stop < limit {
        let counts = part_of_name(tokens, stop, limit, casing);
        // "Prime Minister Lee White House": a place of several words is no part of the name.
        let place = Gazetteer::get()
            .place(tokens, stop)
            .is_some_and(|(_, count)| count > 1);
        if counts == 0 || counts == 1 && (place || is_other_name(tokens, stop) && !titled) {
            break;
        }
        stop += counts;
    }
    Some(at..stop.min(end))
}

/// A name that looks like a small word: "General Secretary To Lam".
fn is_small_name(tokens: &[Token<'_>], at: usize, casing: Casing) -> bool {
    let small = tokens
        .get(at)
        .is_some_and(|first| first.is("to") && first.is_capital());
    small
        && casing == Casing::Plain
        && tokens
            .get(at + 1)
            .is_some_and(|next| is_name_word(next, casing))
}

/// How many tokens at `at` go on with a name: "von der Leyen", "bin Salman", ", Jr.", "Biden".
fn part_of_name(tokens: &[Token<'_>], at: usize, limit: usize, casing: Casing) -> usize {
    let part = |at: usize| tokens.get(at).filter(|_| at < limit);
    let is_name = |at: usize| part(at).is_some_and(|token| is_name_word(token, casing));
    let Some(token) = part(at) else {
        return 0;
    };
    let particle = is_particle(token);
    if particle && part(at + 1).is_some_and(is_particle) && is_name(at + 2) {
        3
    } else if particle && is_name(at + 1)
        || token.is_capital() && token.is_any(&["sheikh", "sheik", "shaykh"]) && is_name(at + 1)
        || token.is(",") && part(at + 1).is_some_and(is_generation)
    {
        2
    } else {
        usize::from(
            is_name(at)
                || is_may(token) && part(at + 1).is_none_or(|next| next.kind != TokenKind::Number)
                || is_generation(token)
                || !is_name(at + 1) && is_surname_too(token),
        )
    }
}

/// "Theresa May": a month only where no given name stands before it, or a number follows.
fn is_may(token: &Token<'_>) -> bool {
    token.text == "May"
}

/// Whether a nation or a country is named here, or a title begins.
fn is_other_name(tokens: &[Token<'_>], at: usize) -> bool {
    let lists = Gazetteer::get();
    lists.adjective(tokens, at).is_some()
        || lists
            .place(tokens, at)
            .is_some_and(|(place, _)| matches!(place.kind, PlaceKind::Country | PlaceKind::Region))
}

/// Titles that are family names as well: "Julie Bishop", "John Major".
fn is_surname_too(token: &Token<'_>) -> bool {
    token.is_capital()
        && token.is_any(&[
            "bishop", "cardinal", "duke", "judge", "justice", "king", "law", "major", "marshal",
            "pope", "prince",
        ])
}

/// "Jr.", "III".
fn is_generation(token: &Token<'_>) -> bool {
    token.is_any(&["jr.", "jr", "sr.", "sr"])
        || token.is_shouted()
            && matches!(
                token.lower,
                "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "xiv" | "xvi"
            )
}

/// "bin", "de", "van": small words inside names.
fn is_particle(token: &Token<'_>) -> bool {
    is(token.text, Class::Particle)
}

/// "al-Sisi", "el-Sisi", "as-Sabah", "d'Estaing": a name that begins with a small letter.
pub(super) fn is_arabic(token: &Token<'_>) -> bool {
    token.lower.len() > 3
        && (token.text.starts_with("d'")
            || token.text.starts_with("d’")
            || token.text.starts_with("al-")
            || token.text.starts_with("el-")
            || token.text.starts_with("as-"))
}

/// Whether a word can be part of a name.
fn is_name_word(token: &Token<'_>, casing: Casing) -> bool {
    if token.kind != TokenKind::Word {
        return false;
    }
    let arabic = is_arabic(token);
    if !token.is_capital() && !arabic {
        return false;
    }
    !is_calendar(token.lower)
        && !is_function_word(token.lower)
        && (title::word(token).is_none() || is_initial(token))
        && (casing == Casing::Plain || is_initial(token) || !is_ordinary(token.lower))
}

/// Whether a word, or the verb that it is a form of ("announces", "honoring"), is too common to be a name.
fn is_ordinary(lower: &str) -> bool {
    let lists = Lists::get();
    let stem_is_common = |ending: &str| {
        lower
            .strip_suffix(ending)
            .filter(|stem| stem.len() > 3)
            .is_some_and(|stem| {
                lists.is_common(stem) || ending != "s" && lists.is_common(&format!("{stem}e"))
            })
    };
    lists.is_common(lower) || ["s", "es", "ed", "ing"].into_iter().any(stem_is_common)
}

fn is_initial(token: &Token<'_>) -> bool {
    token.text.chars().filter(|c| c.is_alphabetic()).count() == 1
}

/// Months and days of the week; "May" and "March" as well, since a name of one word is weak anyhow.
pub(crate) fn is_calendar(lower: &str) -> bool {
    is(lower, Class::Calendar)
}

/// Words with a capital only because they begin a sentence.
pub(crate) fn is_function_word(lower: &str) -> bool {
    is(lower, Class::Opener)
}
