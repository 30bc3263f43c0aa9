//! Marks the people, places, nations and dates in the tokens of an article.

use std::ops::Range;

use dateline_model::Article;

use super::gazetteer::PlaceKind;
use super::person::{self, Gender, Phrase};
use super::roster::{PersonId, Roster, Said, add_homes, leader_of, title_words};
use super::scan::{Found, body_capitals, scan};
use super::section::{Mark, Section, Spot, What};
use super::spelling;
use crate::text::Token;

/// Marks the sections of an article and gives the people in it.
pub(crate) fn mark(article: &Article, sections: &mut [Section<'_>]) -> Roster {
    let year = article.published.map(|date| date.first.year());
    let mut found: Vec<Vec<(Range<usize>, Found)>> = Vec::new();
    let home = super::outlets::home(article);
    let body = body_capitals(sections);
    for section in sections.iter() {
        found.push(scan(section, home, year, &body));
    }
    let mut roster = Roster::of(year);
    enter(&mut roster, sections, &found);
    add_homes(&mut roster, year);
    for (section, found) in sections.iter_mut().zip(found) {
        section.marks = settle(&mut roster, section, found, year);
    }
    super::offices::resolve(&roster, sections, home);
    roster
}

/// Enters all named phrases, full names first.
fn enter(roster: &mut Roster, sections: &[Section<'_>], found: &[Vec<(Range<usize>, Found)>]) {
    let mut said = Vec::new();
    for (section, found) in sections.iter().zip(found) {
        for (_, found) in found {
            if let Found::Phrase(phrase) = found
                && !phrase.name.is_empty()
            {
                said.push(says(section, phrase));
            }
        }
    }
    said.sort_by_key(|said| std::cmp::Reverse(person::name_words(&said.name).len()));
    for said in said {
        roster.add(said);
    }
}

/// What a phrase says of its person.
fn says(section: &Section<'_>, phrase: &Phrase) -> Said {
    let title = section.words(&phrase.title.words);
    Said {
        name: section.words(&phrase.name).to_owned(),
        title: (!title.is_empty()).then(|| title.to_owned()),
        office: phrase.title.office,
        country: phrase.country,
        gender: phrase
            .title
            .gender
            .or_else(|| gender_of(section, &phrase.name)),
    }
}

/// He or she, by a given name at the front or "Jr." at the end.
fn gender_of(section: &Section<'_>, name: &Range<usize>) -> Option<Gender> {
    let tokens = section.tokens.get(name.clone())?;
    let junior = tokens
        .last()
        .is_some_and(|last| last.is_any(&["jr.", "jr", "sr."]));
    let first = tokens.first().filter(|_| tokens.len() > 1)?;
    let given = super::lists::Lists::get().gender(first.lower);
    given.or(junior.then_some(Gender::Male))
}

/// Turns what was found into marks, adding later mentions by a bare name.
fn settle(
    roster: &mut Roster,
    section: &Section<'_>,
    found: Vec<(Range<usize>, Found)>,
    year: Option<i32>,
) -> Vec<Mark> {
    let mut marks = Vec::with_capacity(found.len());
    let mut at = 0;
    for (tokens, found) in found {
        bare_names(roster, section, at..tokens.start, year, &mut marks);
        at = tokens.end;
        let what = match found {
            Found::Ready(What::Place(spot)) => bare_or_place(roster, section, &tokens, spot),
            Found::Ready(what) => what,
            Found::Phrase(phrase) if phrase.name.is_empty() => What::Office(phrase.country),
            Found::Phrase(phrase) => match roster.add(says(section, &phrase)) {
                Some(person) => What::Person(person),
                None => continue,
            },
        };
        marks.push(Mark { tokens, what });
    }
    bare_names(roster, section, at..section.tokens.len(), year, &mut marks);
    marks
}

/// A town's name that is somebody's as well is the person's, unless the words before it point at a place.
fn bare_or_place(
    roster: &Roster,
    section: &Section<'_>,
    tokens: &Range<usize>,
    spot: Spot,
) -> What {
    let before = tokens
        .start
        .checked_sub(1)
        .and_then(|at| section.tokens.get(at));
    let located = before.is_some_and(|token| {
        token.is_any(&[
            "in", "at", "to", "from", "near", "for", "visit", "visited", "visiting", ",",
        ])
    });
    let words = person::words_of(&section.tokens, tokens);
    if !located
        && tokens.len() == 1
        && matches!(spot.kind, PlaceKind::Town | PlaceKind::Area)
        && let Some(person) = roster.named(&words)
    {
        return What::Person(person);
    }
    What::Place(spot)
}

/// Marks the later mentions by a bare name ("Xi", "Moon Jae-in") within some tokens that nothing else is marked in.
fn bare_names(
    roster: &mut Roster,
    section: &Section<'_>,
    range: Range<usize>,
    year: Option<i32>,
    marks: &mut Vec<Mark>,
) {
    let mut at = range.start;
    while at < range.end {
        let mut stop = at;
        while stop < range.end && section.tokens.get(stop).is_some_and(may_be_bare) {
            stop += 1;
        }
        if stop > at
            && !section.tokens.get(stop).is_some_and(is_body)
            && let Some(person) = bare(roster, section, &(at..stop), year)
        {
            marks.push(Mark {
                tokens: at..stop,
                what: What::Person(person),
            });
        }
        at = stop.max(at + 1);
    }
}

/// What somebody has, and not the person: "the Biden administration", "a Biden official".
fn is_body(next: &Token<'_>) -> bool {
    next.is_any(&[
        "administration",
        "aide",
        "aides",
        "appointee",
        "campaign",
        "era",
        "family",
        "government",
        "loyalist",
        "official",
        "officials",
        "presidency",
        "team",
    ]) && !next.is_capital()
}

fn may_be_bare(token: &Token<'_>) -> bool {
    token.is_capital()
        && !spelling::is_function_word(token.lower)
        && !spelling::is_calendar(token.lower)
}

/// The person whom a run of capitalised words names: one of the roster, else a leader of that time.
fn bare(
    roster: &mut Roster,
    section: &Section<'_>,
    tokens: &Range<usize>,
    year: Option<i32>,
) -> Option<PersonId> {
    if tokens.len() > 5 {
        return None;
    }
    let words = person::words_of(&section.tokens, tokens);
    if words.is_empty() {
        return None;
    }
    if let Some(person) = roster.named(&words) {
        return Some(person);
    }
    let sole = tokens.len() == 1 && !super::lists::Lists::get().is_common(words.first()?);
    let (country, _) = leader_of(&words, year).filter(|_| sole && year.is_some())?;
    let person = roster.add(Said {
        name: section.words(tokens).to_owned(),
        ..Said::default()
    })?;
    if let Some(known) = roster.iter_mut().nth(person) {
        known.home = Some(country);
        known.is_leader = true;
    }
    Some(person)
}

/// The lower-case words of the title in an office phrase.
pub(crate) fn office_words(section: &Section<'_>, mark: &Mark) -> Vec<String> {
    title_words(section.words(&mark.tokens))
}
