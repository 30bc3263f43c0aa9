//! Phrases that name people: "Chinese President Xi Jinping", "President Lee Jae Myung of the Republic of Korea (ROK)",
//! "Jon Finer, the deputy adviser", and those that only name an office: "the Chinese premier".

use std::ops::Range;

use dateline_model::VisitId;

use super::gazetteer::{Gazetteer, PlaceKind};
use super::lists::Lists;
use super::spelling::{Casing, name};
use super::title::{self, Title};
use crate::text::{Token, TokenKind};

/// He or she, where a title says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// A phrase about a person, in tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// The whole phrase.
    pub tokens: Range<usize>,
    /// The name in it; empty where only an office is named.
    pub name: Range<usize>,
    /// The office.
    pub title: Title,
    /// The country that the phrase gives.
    pub country: Option<&'static str>,
}

/// The words of a name for comparison: lower case, without accents, initials and suffixes, parted at hyphens.
pub(crate) fn name_words(name: &str) -> Vec<String> {
    let slug = VisitId::new(name, "", "").0;
    slug.split('-')
        .filter(|word| word.chars().count() > 1 && !is_suffix(word))
        .map(str::to_owned)
        .collect()
}

fn is_suffix(word: &str) -> bool {
    matches!(
        word,
        "jr" | "sr" | "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "xvi" | "xiv"
    )
}

/// The phrase about a person that begins at `at`, within a sentence that ends at `end`.
pub(crate) fn phrase(
    tokens: &[Token<'_>],
    at: usize,
    end: usize,
    casing: Casing,
) -> Option<Phrase> {
    titled(tokens, at, end, casing).or_else(|| untitled(tokens, at, end, casing))
}

/// A phrase that begins with a nation or a title.
fn titled(tokens: &[Token<'_>], at: usize, end: usize, casing: Casing) -> Option<Phrase> {
    let mut title = title::read(tokens, at, end)?;
    // "the Prime Minister of Fiji, Sitiveni Rabuka"
    let (after, of) = of_country(tokens, title.tokens.end, end);
    title.country = title.country.or(of);
    title.is_definite |= of.is_some();
    // "External Affairs Minister (EAM), S. Jaishankar"
    let short = past_short(tokens, after, end);
    let is_apposed = title.is_definite || short > after && title.office;
    let Some(name) = name_after(tokens, short, end, casing, is_apposed) else {
        return office_alone(tokens, at, short, title);
    };
    let (stop, of) = of_country(tokens, name.end, end);
    let country = title.country.or(of);
    // "Marshal NAME, the Soviet premier": the office behind the name tells more than the style before it.
    if !title.office
        && let Some(office) = apposition(tokens, stop, end)
    {
        return Some(Phrase {
            tokens: at..stop,
            name,
            country: office.country.or(country),
            title: office,
        });
    }
    Some(Phrase {
        tokens: at..stop,
        name,
        country,
        title,
    })
}

/// The name after a title, or behind the comma after it.
fn name_after(
    tokens: &[Token<'_>],
    at: usize,
    end: usize,
    casing: Casing,
    apposed: bool,
) -> Option<Range<usize>> {
    let direct = name(tokens, at, end, casing, true);
    let direct = direct.filter(|name| !is_country(tokens, name) && !is_common_noun(tokens, name));
    direct.or_else(|| {
        let comma = apposed && tokens.get(at)?.is(",");
        // "the Prime Minister, Mr. NAME,"
        let style = title::read(tokens, at + 1, end).filter(|title| !title.office);
        let from = style.map_or(at + 1, |title| title.tokens.end);
        let name = comma.then(|| name_between_commas(tokens, from, end, casing))??;
        (name.len() > 1).then_some(name)
    })
}

/// An office without a name: it needs an article or a nation, else every "minister" of a list would do; "a minister" is
/// nobody in particular.
fn office_alone(tokens: &[Token<'_>], at: usize, stop: usize, title: Title) -> Option<Phrase> {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let any =
        before.is_some_and(|before| before.is_any(&["a", "an", "no", "any", "every", "another"]));
    let told = title.office && (title.is_definite || title.country.is_some());
    (told && !any).then_some(Phrase {
        tokens: at..stop,
        name: stop..stop,
        country: title.country,
        title,
    })
}

/// A name without a title before it: taken when an office follows it, or when the list of leaders has it.
fn untitled(tokens: &[Token<'_>], at: usize, end: usize, casing: Casing) -> Option<Phrase> {
    let name = name(tokens, at, end, casing, false)?;
    if name.len() < 2 {
        return None;
    }
    let (stop, of) = of_country(tokens, name.end, end);
    if let Some(title) = apposition(tokens, name.end, end) {
        return Some(Phrase {
            tokens: at..name.end,
            country: title.country.or(of),
            name,
            title,
        });
    }
    // Most runs of capitals have no word of any leader: cheaper to see than their comparable words are to make.
    let may_be_known = |token: &Token<'_>| {
        let plain = token.text.bytes().all(|byte| byte.is_ascii_alphabetic());
        !plain || Lists::get().leaders(token.lower).next().is_some()
    };
    if !tokens.get(name.clone())?.iter().any(may_be_known) {
        return None;
    }
    let words = words_of(tokens, &name);
    let leader = words.iter().find_map(|word| {
        Lists::get().leaders(word).find(|leader| {
            let full = name_words(leader.name);
            full.len() > 1 && full.iter().all(|word| words.contains(word))
        })
    })?;
    Some(Phrase {
        tokens: at..stop,
        name,
        title: Title::default(),
        country: of.or(Some(leader.country)),
    })
}

/// The office that stands after a name: ", the country's foreign minister".
fn apposition(tokens: &[Token<'_>], at: usize, end: usize) -> Option<Title> {
    if !tokens.get(at)?.is(",") {
        return None;
    }
    let title = title::read(tokens, at + 1, end)?;
    let closed = tokens
        .get(title.tokens.end)
        .is_none_or(|next| next.kind != TokenKind::Word || !next.is_capital());
    (title.office && closed).then_some(title)
}

/// A name that a comma follows.
fn name_between_commas(
    tokens: &[Token<'_>],
    at: usize,
    end: usize,
    casing: Casing,
) -> Option<Range<usize>> {
    let name = name(tokens, at, end, casing, false)?;
    let closed = tokens
        .get(name.end)
        .is_none_or(|next| next.is_any(&[",", ".", ")", "–", "—", "--"]));
    closed.then_some(name)
}

/// The comparable words of the name in these tokens.
pub(crate) fn words_of(tokens: &[Token<'_>], name: &Range<usize>) -> Vec<String> {
    let parts = tokens.get(name.clone()).unwrap_or_default();
    parts
        .iter()
        .flat_map(|token| name_words(token.text))
        .collect()
}

/// Past "of COUNTRY" and its abbreviation in brackets, with the country.
fn of_country(tokens: &[Token<'_>], at: usize, end: usize) -> (usize, Option<&'static str>) {
    let nothing = (at, None);
    if !tokens.get(at).is_some_and(|token| token.is("of")) {
        return nothing;
    }
    let start = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|token| token.is("the")));
    let Some((place, count)) = Gazetteer::get().place(tokens, start) else {
        return nothing;
    };
    if place.kind != PlaceKind::Country || start + count > end {
        return nothing;
    }
    (past_abbreviation(tokens, start + count, end), place.country)
}

/// Past "(ROK)".
pub(crate) fn past_abbreviation(tokens: &[Token<'_>], at: usize, end: usize) -> usize {
    match tokens.get(at..(at + 3).min(end)) {
        Some([open, word, close]) if open.is("(") && close.is(")") && word.is_shouted() => at + 3,
        _ => at,
    }
}

/// Past a short form in brackets, "(MoS)", "(EAM)".
pub(super) fn past_short(tokens: &[Token<'_>], at: usize, end: usize) -> usize {
    match tokens.get(at..(at + 3).min(end)) {
        Some([open, word, close])
            if open.is("(") && close.is(")") && word.is_capital() && word.text.len() < 6 =>
        {
            at + 3
        }
        _ => at,
    }
}

fn is_country(tokens: &[Token<'_>], name: &Range<usize>) -> bool {
    Gazetteer::get()
        .place(tokens, name.start)
        .is_some_and(|(place, count)| {
            matches!(
                place.kind,
                PlaceKind::Country | PlaceKind::Region | PlaceKind::Area
            ) && count >= name.len()
        })
}

/// "Leaders Dialogue", "Special Projects": one common word that no leader bears is no name.
fn is_common_noun(tokens: &[Token<'_>], name: &Range<usize>) -> bool {
    let [word] = tokens.get(name.clone()).unwrap_or_default() else {
        return false;
    };
    Lists::get().is_common(word.lower) && Lists::get().leaders(word.lower).next().is_none()
}
