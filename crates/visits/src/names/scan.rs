//! Finds what may be a name, token by token.

use std::collections::HashSet;
use std::ops::Range;

use dateline_model::Part;

use super::gazetteer::{Gazetteer, PlaceKind};
use super::person::{self, Phrase};
use super::section::{Section, What};
use super::spelling::{self, Casing};
use super::spots::spot;
use super::title;
use crate::text::{Token, TokenKind};
use crate::wordlist::{Class, is};

/// A mark whose person is not known yet.
pub(super) enum Found {
    Phrase(Phrase),
    Ready(What),
}

/// Everything in a section that may be a name, in order.
pub(super) fn scan(
    section: &Section<'_>,
    home: Option<&'static str>,
    year: Option<i32>,
    body: &HashSet<&str>,
) -> Vec<(Range<usize>, Found)> {
    let times = section.timex_of_tokens();
    let mut found = Vec::new();
    for sentence in &section.sentences {
        let casing = casing(section.tokens.get(sentence.clone()).unwrap_or_default());
        let mut at = sentence.start;
        while at < sentence.end {
            let (range, what) = one(section, &times, at, sentence.end, casing);
            let (range, what) = match what {
                Some(Found::Phrase(phrase)) if casing == Casing::Title => {
                    let phrase = shortened(section, phrase, body);
                    (phrase.tokens.clone(), Some(Found::Phrase(phrase)))
                }
                Some(Found::Ready(What::Place(mut spot))) => {
                    // A town of the outlet's own country needs no country beside it.
                    if let Some(home) =
                        home.filter(|home| spot.kind == PlaceKind::Town && spot.may_be_in(home))
                    {
                        spot.country = Some(home);
                    }
                    spot.set_back(year);
                    (range, Some(Found::Ready(What::Place(spot))))
                }
                what => (range, what),
            };
            at = range.end.max(at + 1);
            if let Some(what) = what {
                found.push((range, what));
            }
        }
    }
    found
}

/// The words that the text itself writes with a capital inside a sentence: names, where a headline capitalises every word.
pub(super) fn body_capitals<'a>(sections: &'a [Section<'_>]) -> HashSet<&'a str> {
    let mut words = HashSet::new();
    for section in sections.iter().filter(|section| section.part == Part::Text) {
        for sentence in &section.sentences {
            let tokens = section.tokens.get(sentence.clone()).unwrap_or_default();
            if casing(tokens) == Casing::Plain {
                words.extend(
                    tokens
                        .iter()
                        .skip(1)
                        .filter(|token| token.is_capital())
                        .map(|token| token.lower),
                );
            }
        }
    }
    words
}

/// A name in a headline with capitals, cut where words go on that the text does not use as names: "Biden Announces".
fn shortened(section: &Section<'_>, mut phrase: Phrase, body: &HashSet<&str>) -> Phrase {
    if phrase.name.is_empty() || body.is_empty() {
        return phrase;
    }
    let is_name = |at: usize| {
        section.tokens.get(at).is_some_and(|token| {
            body.contains(token.lower) || token.kind != TokenKind::Word || token.text.ends_with('.')
        })
    };
    let Some(end) = phrase.name.clone().skip(1).find(|&at| !is_name(at)) else {
        return phrase;
    };
    // Where the text has none of the name, the headline is all there is.
    if !is_name(phrase.name.start) {
        return phrase;
    }
    phrase.name.end = end;
    phrase.tokens.end = end;
    phrase
}

/// What stands at one token, and its tokens.
fn one(
    section: &Section<'_>,
    times: &[Option<usize>],
    at: usize,
    end: usize,
    casing: Casing,
) -> (Range<usize>, Option<Found>) {
    let tokens = section.tokens.as_slice();
    if let Some(Some(time)) = times.get(at) {
        let mut stop = at + 1;
        while stop < end && times.get(stop) == Some(&Some(*time)) {
            stop += 1;
        }
        return (at..stop, Some(Found::Ready(What::Time(*time))));
    }
    // Most words are small ones that begin nothing.
    let small = tokens
        .get(at)
        .is_some_and(|token| !token.is_capital() && !title::may_begin(token.lower));
    if small && !tokens.get(at).is_some_and(spelling::is_arabic) {
        return (at..at + 1, None);
    }
    if let Some(phrase) = person::phrase(tokens, at, end, casing) {
        return (phrase.tokens.clone(), Some(Found::Phrase(phrase)));
    }
    if let Some((spot, stop)) = spot(tokens, at, end) {
        return (at..stop, Some(Found::Ready(What::Place(spot))));
    }
    if let Some((country, count)) = Gazetteer::get().adjective(tokens, at) {
        return (at..at + count, Some(Found::Ready(What::Nation(country))));
    }
    (at..at + 1, None)
}

/// Whether every longer word of a sentence has a capital, small words such as "with" apart.
fn casing(tokens: &[Token<'_>]) -> Casing {
    let mut capitals = 0;
    for token in tokens {
        // Headlines write their verbs with capitals: "met" is running text.
        if matches!(token.text, "met" | "led" | "had" | "won" | "ran" | "saw") {
            return Casing::Plain;
        }
        if token.kind != TokenKind::Word || token.text.len() <= 3 {
            continue;
        }
        if token.is_capital() {
            capitals += 1;
        } else if !is_small_in_titles(token.lower) {
            return Casing::Plain;
        }
    }
    if capitals >= 3 {
        Casing::Title
    } else {
        Casing::Plain
    }
}

/// Words that stay small in headlines with capitals.
fn is_small_in_titles(lower: &str) -> bool {
    is(lower, Class::SmallInTitles)
}
