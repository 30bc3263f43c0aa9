//! The present, the past and the future without a date: `now`, `recently`, `in the near future`.

use super::Match;
use crate::dates::lexicon::Class;
use crate::dates::meaning::Meaning;
use crate::dates::token::Tokens;

const PAST: &str = "PAST_REF";
const PRESENT: &str = "PRESENT_REF";
const FUTURE: &str = "FUTURE_REF";

/// A vague date.
pub(super) fn vague(t: &Tokens<'_>, i: usize) -> Option<Match> {
    let (end, value) = always(t, i)
        .or_else(|| plural(t, i))
        .or_else(|| sometimes(t, i))?;
    Some(Match::new(end, Meaning::Vague(value)))
}

/// Words that mean it wherever they stand, the longest first. "Now, let me say" is not of time.
fn always(t: &Tokens<'_>, i: usize) -> Option<(usize, &'static str)> {
    if t.any(i, &["now"]) && t.capital(i) && t.is(i + 1, ',') {
        return None;
    }
    const WORDS: &[(&str, &str)] = &[
        ("right now", PRESENT),
        ("now", PRESENT),
        ("currently", PRESENT),
        ("presently", PRESENT),
        ("nowadays", PRESENT),
        ("these days", PRESENT),
        ("at present", PRESENT),
        ("more recently", PAST),
        ("most recently", PAST),
        ("recently", PAST),
        ("lately", PAST),
        ("the recent past", PAST),
        ("the distant past", PAST),
        ("the near future", FUTURE),
        ("the foreseeable future", FUTURE),
        ("the immediate future", FUTURE),
        ("the distant future", FUTURE),
        ("the not too distant future", FUTURE),
        ("the not - too - distant future", FUTURE),
        ("the future", FUTURE),
        ("the near term", FUTURE),
        ("the short term", FUTURE),
        ("the long term", FUTURE),
        ("a later date", FUTURE),
        ("as soon as possible", FUTURE),
        ("someday", FUTURE),
    ];
    WORDS
        .iter()
        .find_map(|(words, value)| Some((t.phrase(i, words)?, *value)))
}

/// `recent years`, `coming weeks`, `past decades`, `future quarters`, `the past several years`.
fn plural(t: &Tokens<'_>, i: usize) -> Option<(usize, &'static str)> {
    let the = t.skip(i, "the");
    let value = match t.word(the) {
        "recent" | "past" | "bygone" => PAST,
        "coming" | "future" => FUTURE,
        _ => return None,
    };
    let end = units(t, the + 1)?;
    let more = t.phrase(end, "and").and_then(|at| units(t, at));
    Some((more.unwrap_or(end), value))
}

/// `years`, `weeks`.
fn units(t: &Tokens<'_>, i: usize) -> Option<usize> {
    let plural = matches!(t.class(i), Class::Unit(_)) && t.text(i).ends_with(['s', 'a']);
    plural.then_some(i + 1)
}

/// Words that mean it in some places only.
fn sometimes(t: &Tokens<'_>, i: usize) -> Option<(usize, &'static str)> {
    let noun = t.class(i + 1) == Class::Other && !t.capital(i + 1) && i + 1 < t.len();
    let before = i.checked_sub(1).map_or("", |before| t.word(before));
    match t.word(i) {
        "soon" if before != "as" && before != "so" && !t.any(i + 1, &["after", "as"]) => {
            Some((i + 1, FUTURE))
        }
        "recent" if noun => Some((i + 1, PAST)),
        "current" if noun => Some((i + 1, PRESENT)),
        "the" if t.any(i + 1, &["past"]) && ends(t, i + 2) => Some((i + 2, PAST)),
        "one" if matches!(before, "will" | "may" | "could" | "would" | "might" | "can") => {
            Some((t.phrase(i + 1, "day")?, FUTURE))
        }
        _ => None,
    }
}

/// Whether nothing follows that `the past` could qualify.
fn ends(t: &Tokens<'_>, i: usize) -> bool {
    match t.class(i) {
        Class::Punct(_) | Class::Plain | Class::Lead | Class::Alone => true,
        Class::Other => i >= t.len() || !t.text(i).ends_with('s'),
        _ => false,
    }
}
