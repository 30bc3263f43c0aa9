//! Titles: "Chinese Foreign Minister", "the Special Presidential Advisor for the Americas", "Mr.".

use std::ops::Range;

use super::gazetteer::{Gazetteer, PlaceKind};
use super::lists::{Lists, TitleWord};
use super::person::Gender;
use crate::text::{Token, TokenKind};
use crate::wordlist::{Class, is};

/// A title as it stands in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Title {
    /// Article, nation and words of the title.
    pub tokens: Range<usize>,
    /// The words of the title alone.
    pub words: Range<usize>,
    /// The country that it names ("Chinese", "of Iraq").
    pub country: Option<&'static str>,
    /// Whether it names an office and is no mere form of address.
    pub office: bool,
    /// Whether an article or a possessive stands before it.
    pub is_definite: bool,
    /// He or she, if the title says so.
    pub gender: Option<Gender>,
}

/// The title that begins at `at`, within a sentence that ends at `end`.
pub(crate) fn read(tokens: &[Token<'_>], at: usize, end: usize) -> Option<Title> {
    let mut next = at;
    let mut is_definite = false;
    if tokens
        .get(at)
        .is_some_and(|token| is_determining(token.lower))
    {
        is_definite = true;
        next += 1;
    }
    let mut country = None;
    next = skip_adjectives(tokens, next);
    if let Some((name, after)) = nation(tokens, next) {
        country = Some(name);
        is_definite |= tokens
            .get(after - 1)
            .is_some_and(|last| last.kind == TokenKind::Genitive);
        next = skip_adjectives(tokens, after);
    }
    let words = run(tokens, next, end, &mut country)?;
    let parts = tokens.get(words.clone()).unwrap_or_default();
    let is = |class| parts.iter().any(|token| word(token) == Some(class));
    let office = is(TitleWord::Office);
    if !office && !is(TitleWord::Style) {
        return None;
    }
    if parts
        .last()
        .is_some_and(|last| is_plural(last.lower) && !last.is_capital())
        || trails_off(parts)
        || is_adjective_here(parts, tokens.get(words.end))
    {
        return None;
    }
    Some(Title {
        tokens: at..words.end,
        country,
        office,
        is_definite,
        gender: parts.iter().find_map(|token| gender(token.lower)),
        words,
    })
}

/// "his first official visit": no official.
fn is_adjective_here(parts: &[Token<'_>], next: Option<&Token<'_>>) -> bool {
    let official = parts.last().is_some_and(|last| last.text == "official");
    official
        && next.is_some_and(|next| {
            crate::wordlist::is(next.lower, Class::VisitNoun)
                || crate::wordlist::is(next.lower, Class::VisitAdjective)
        })
}

/// Whether further words of a title stand behind its last office without "of" or "for": "Official Senior" is no title.
fn trails_off(parts: &[Token<'_>]) -> bool {
    let office = parts
        .iter()
        .rposition(|token| word(token) != Some(TitleWord::Part) && !is_joint(token));
    let behind = office
        .and_then(|office| parts.get(office + 1..))
        .unwrap_or_default();
    let joined = behind.first().is_none_or(is_joint);
    !joined
        && !behind.iter().all(|token| {
            token.is_any(&[
                "designate",
                "elect",
                "emeritus",
                "general",
                "plenipotentiary",
                "extraordinary",
                "tempore",
            ])
        })
}

/// Whether a small-lettered word can begin a title or the phrase around it.
pub(super) fn may_begin(lower: &str) -> bool {
    Lists::get().title(lower).is_some()
        || is_determining(lower)
        || is_adjective(lower)
        || lower == "sub-saharan"
}

/// Words that point at one holder of an office.
fn is_determining(lower: &str) -> bool {
    matches!(
        lower,
        "the" | "his" | "her" | "their" | "its" | "our" | "my" | "your" | "this" | "that"
    )
}

/// Past "former", "new", "visiting" and the like.
fn skip_adjectives(tokens: &[Token<'_>], mut at: usize) -> usize {
    while tokens
        .get(at)
        .is_some_and(|token| is_adjective(token.lower))
    {
        at += 1;
    }
    at
}

fn is_adjective(lower: &str) -> bool {
    is(lower, Class::TitleAdjective)
}

/// The country of the adjective or genitive at `at`, and the token after it.
fn nation(tokens: &[Token<'_>], at: usize) -> Option<(&'static str, usize)> {
    let lists = Gazetteer::get();
    let genitive = |at: usize| {
        usize::from(
            tokens
                .get(at)
                .is_some_and(|token| token.kind == TokenKind::Genitive),
        )
    };
    let place = lists.place(tokens, at);
    // "Russian Federation President" is longer than "Russian".
    let past = |at: usize| super::person::past_abbreviation(tokens, at, tokens.len());
    if let Some((country, count)) = lists.adjective(tokens, at)
        && place.is_none_or(|(_, other)| other <= count)
    {
        let after = at + count;
        return Some((country, after + genitive(after)));
    }
    let (place, count) = place?;
    let country = match place.kind {
        PlaceKind::Country | PlaceKind::Building => place.country?,
        PlaceKind::Region | PlaceKind::Area | PlaceKind::Town => return None,
    };
    let after = past(at + count);
    Some((country, after + genitive(after)))
}

/// What a token does in a title. "PM" is an office, "pm" a time of day; "state" alone is no title's beginning.
pub(super) fn word(token: &Token<'_>) -> Option<TitleWord> {
    match token.lower {
        "pm" | "fm" => token.is_shouted().then_some(TitleWord::Office),
        "un" | "eu" => token.is_shouted().then_some(TitleWord::Part),
        lower => Lists::get().title(lower),
    }
}

/// The words of a title from `at`; "of Japan" on the way gives the country.
fn run(
    tokens: &[Token<'_>],
    at: usize,
    end: usize,
    country: &mut Option<&'static str>,
) -> Option<Range<usize>> {
    let mut stop = at;
    while stop < end {
        let Some(token) = tokens.get(stop) else {
            break;
        };
        if word(token).is_some() {
            stop += 1;
            // "Minister of State (MoS) for External Affairs"
            let after = super::person::past_short(tokens, stop, end);
            if after > stop && joined(tokens, after, end, true, country).is_some() {
                stop = after;
            }
            continue;
        }
        let Some(after) = joined(tokens, stop, end, stop > at, country) else {
            break;
        };
        stop = after;
    }
    (stop > at).then_some(at..stop)
}

/// Past a small word and what it joins to the title: "of Foreign …", "to the President", "of Iraq".
fn joined(
    tokens: &[Token<'_>],
    at: usize,
    end: usize,
    begun: bool,
    country: &mut Option<&'static str>,
) -> Option<usize> {
    let last = tokens.get(at.checked_sub(1)?).filter(|_| begun)?;
    if !may_go_on(last) {
        return None;
    }
    let joint = tokens.get(at)?;
    let mut next = at;
    while next < end && next < at + 3 && tokens.get(next).is_some_and(is_joint) {
        next += 1;
    }
    let token = tokens.get(next).filter(|_| next < end)?;
    let of = joint.is_any(&["of", "for"]);
    if let Some((place, count)) = Gazetteer::get().place(tokens, next)
        && of
        && place.kind == PlaceKind::Country
    {
        // "President of Iraq Abdul Latif Rashid": part of the title only if a name follows, else of the phrase.
        let after = super::person::past_abbreviation(tokens, next + count, end);
        let named = tokens.get(after).is_some_and(Token::is_capital) && after < end;
        *country = if named { place.country } else { *country };
        return named.then_some(after);
    }
    if of && let Some(after) = past_region(tokens, next, end) {
        return Some(after);
    }
    let title = word(token)?;
    let two_people = is_sole(last) && joint.is_any(&["and", "&"]);
    let goes_on = next > at && (token.is_capital() || of) && title != TitleWord::Style;
    (goes_on && !two_people).then_some(next + 1)
}

/// Past the parts of the world that an office is for, where a name follows: "for the Middle East and North Africa".
fn past_region(tokens: &[Token<'_>], at: usize, end: usize) -> Option<usize> {
    let region = |at: usize| {
        let (place, count) = Gazetteer::get().place(tokens, at)?;
        (place.kind == PlaceKind::Region).then_some(at + count)
    };
    let mut after = region(at)?;
    if tokens.get(after).is_some_and(|token| token.is("and")) {
        let the = usize::from(tokens.get(after + 1).is_some_and(|token| token.is("the")));
        after = region(after + 1 + the).unwrap_or(after);
    }
    (after < end && tokens.get(after).is_some_and(Token::is_capital)).then_some(after)
}

/// Whether a title can go on after a word: not after a small-lettered one ("the incoming administration of President
/// Silva"), and not after a plural.
fn may_go_on(last: &Token<'_>) -> bool {
    (last.is_capital() || word(last) == Some(TitleWord::Office)) && !is_plural(last.lower)
}

/// Offices that stand alone: "the President and First Lady Jill Biden" are two people, "Prime Minister and Crown Prince"
/// is one.
fn is_sole(last: &Token<'_>) -> bool {
    last.is_any(&[
        "president",
        "king",
        "queen",
        "emperor",
        "pope",
        "chancellor",
        "lady",
    ])
}

/// Several holders of an office: no single name follows "leaders of the".
fn is_plural(lower: &str) -> bool {
    is(lower, Class::PluralOffice)
}

fn is_joint(token: &Token<'_>) -> bool {
    token.is_any(&["of", "for", "and", "the", "to", "on", "&", "-", "in"])
}

fn gender(lower: &str) -> Option<Gender> {
    match lower {
        "mrs" | "mrs." | "ms" | "ms." | "miss" | "queen" | "princess" | "empress" | "lady"
        | "madam" | "madame" | "dame" | "chairwoman" | "congresswoman" | "spokeswoman"
        | "duchess" => Some(Gender::Female),
        "mr" | "mr." | "sir" | "king" | "prince" | "emperor" | "sultan" | "emir" | "amir"
        | "pope" | "sheikh" | "sheik" | "gentleman" | "chairman" | "congressman" | "lord"
        | "duke" => Some(Gender::Male),
        _ => None,
    }
}
