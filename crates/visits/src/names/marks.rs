//! Marks the people, places, nations and dates in the tokens of an article.

use std::collections::HashSet;
use std::ops::Range;

use dateline_model::{Article, Edtf, Part};

use super::gazetteer::{Entry, Gazetteer, PlaceKind};
use super::person::{self, Casing, Gender, Phrase};
use super::roster::{PersonId, Roster, Said, add_homes, leader_of, title_words};
use super::title;
use crate::dates::{Timex, find};
use crate::text::{Token, TokenKind, sentences, tokens};
use crate::wordlist::{Class, is};

/// One part of an article, cut and marked.
#[derive(Debug)]
pub(crate) struct Section<'t> {
    /// Headline or text.
    pub part: Part,
    /// What is cut.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: Vec<Token<'t>>,
    /// Its sentences, in tokens.
    pub sentences: Vec<Range<usize>>,
    /// Its date expressions.
    pub timexes: Vec<Timex>,
    /// What is named in it, sorted and without overlaps.
    pub marks: Vec<Mark>,
}

/// Something named in a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it names.
    pub what: What,
}

/// What a mark names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Somebody of the roster.
    Person(PersonId),
    /// An office whose holder the article does not name.
    Office(Option<&'static str>),
    /// A place.
    Place(Spot),
    /// A nation, as an adjective.
    Nation(&'static str),
    /// A date expression, by its number.
    Time(usize),
}

/// A place as this article names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The name that labels it.
    pub name: String,
    /// The country that it lies in.
    pub country: Option<&'static str>,
    /// What it is.
    pub kind: PlaceKind,
    /// Other countries with a town of this name, where the text does not say which is meant.
    pub also: &'static str,
}

impl Spot {
    /// Puts a town into the state that it lay in then.
    fn set_back(&mut self, year: Option<i32>) {
        if let (Some(country), Some(year)) = (self.country, year)
            && !matches!(self.kind, PlaceKind::Country | PlaceKind::Region)
        {
            self.country = Some(Gazetteer::get().state_in(country, year));
        }
    }

    /// Whether it may lie in a country.
    pub fn may_be_in(&self, country: &str) -> bool {
        self.country == Some(country) || self.also.split("; ").any(|other| other == country)
    }
}

impl From<Entry> for Spot {
    fn from(entry: Entry) -> Self {
        Self {
            name: entry.name.to_owned(),
            country: entry.country,
            kind: entry.kind,
            also: entry.also,
        }
    }
}

impl<'t> Section<'t> {
    /// Cuts a part of an article.
    pub fn cut(part: Part, text: &'t str, lower: &'t str, published: Option<Edtf>) -> Self {
        let tokens = tokens(text, lower);
        let sentences = sentences(&tokens);
        Self {
            part,
            text,
            sentences,
            timexes: find(text, published),
            marks: Vec::new(),
            tokens,
        }
    }

    /// The bytes of a range of tokens.
    pub fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(range.start).map_or(0, |token| token.start);
        let end = range
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, Token::end);
        start..end.max(start)
    }

    /// The text of a range of tokens.
    pub fn words(&self, range: &Range<usize>) -> &'t str {
        self.text.get(self.bytes(range)).unwrap_or_default()
    }

    /// For each token the number of the date expression that it lies in.
    fn timex_of_tokens(&self) -> Vec<Option<usize>> {
        let mut timexes = self.timexes.iter().enumerate().peekable();
        self.tokens
            .iter()
            .map(|token| {
                while timexes
                    .next_if(|(_, timex)| timex.range.end <= token.start)
                    .is_some()
                {}
                let (number, timex) = timexes.peek()?;
                (timex.range.start < token.end()).then_some(*number)
            })
            .collect()
    }
}

/// A mark whose person is not known yet.
enum Found {
    Phrase(Phrase),
    Ready(What),
}

/// Marks the sections of an article and gives the people in it.
pub(crate) fn mark(article: &Article, sections: &mut [Section<'_>]) -> Roster {
    let year = article.published.map(|date| date.first.year());
    let mut found: Vec<Vec<(Range<usize>, Found)>> = Vec::new();
    let home = super::outlets::home(article);
    let body = body_capitals(sections);
    for section in sections.iter() {
        found.push(scan(section, home, year, &body));
    }
    let mut roster = Roster::default();
    enter(&mut roster, sections, &found);
    add_homes(&mut roster, year);
    for (section, found) in sections.iter_mut().zip(found) {
        section.marks = settle(&mut roster, section, found, year);
    }
    super::offices::resolve(&roster, sections, home);
    roster
}

/// Everything in a section that may be a name, in order.
fn scan(
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
fn body_capitals<'a>(sections: &'a [Section<'_>]) -> HashSet<&'a str> {
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
    if small && !tokens.get(at).is_some_and(person::is_arabic) {
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

/// The place that begins at `at`, with "Belfast, Northern Ireland" and "Republic of Korea (ROK)" as one; and where it ends.
fn spot(tokens: &[Token<'_>], at: usize, end: usize) -> Option<(Spot, usize)> {
    let lists = Gazetteer::get();
    let comma = |at: usize| at < end && tokens.get(at).is_some_and(|token| token.is(","));
    let Some((entry, count)) = lists
        .place(tokens, at)
        .filter(|(_, count)| at + count <= end)
    else {
        return unknown_town(tokens, at, end);
    };
    let mut spot = Spot::from(entry);
    let mut stop = person::past_abbreviation(tokens, at + count, end);
    if matches!(
        entry.kind,
        PlaceKind::Town | PlaceKind::Area | PlaceKind::Building
    ) && comma(stop)
        && let Some((larger, more)) = after_comma(tokens, stop + 1)
        && stop + 1 + more <= end
    {
        // "Birmingham, Alabama": the larger one decides; "Dublin, County Louth and County Mayo" is a list.
        let named_so = entry.country.is_some_and(|country| larger.also == country);
        let same = named_so
            || larger.country == entry.country
                && (larger.kind == PlaceKind::Country || is_state(&larger));
        if same || entry.kind == PlaceKind::Town && is_state(&larger) {
            spot.country = if named_so {
                entry.country
            } else {
                larger.country
            };
            spot.also = "";
            stop += 1 + more;
        }
    }
    Some((spot, stop))
}

/// The country or part of a country after a comma, "the Philippines" too.
fn after_comma(tokens: &[Token<'_>], at: usize) -> Option<(Entry, usize)> {
    let the = usize::from(tokens.get(at).is_some_and(|token| token.is("the")));
    let (entry, count) = Gazetteer::get().place(tokens, at + the)?;
    matches!(entry.kind, PlaceKind::Country | PlaceKind::Area).then_some((entry, count + the))
}

/// Whether towns are commonly named with this part of a country after a comma.
fn is_state(entry: &Entry) -> bool {
    let federal = matches!(
        entry.country,
        Some("Australia" | "Canada" | "United States")
    );
    let part = matches!(
        entry.name,
        "England" | "Northern Ireland" | "Scotland" | "Wales"
    );
    entry.kind == PlaceKind::Area && (federal || part)
}

/// A town that no list has: "in Lahaina, Hawaii" and "in Keflavik, Iceland".
fn unknown_town(tokens: &[Token<'_>], at: usize, end: usize) -> Option<(Spot, usize)> {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before))?;
    if !before.is_any(&[
        "in", "to", "at", "near", "for", "from", "visit", "visited", "and",
    ]) {
        return None;
    }
    let mut stop = at;
    while stop < end.min(at + 4)
        && tokens
            .get(stop)
            .is_some_and(|token| token.is_capital() && !person::is_function_word(token.lower))
    {
        stop += 1;
    }
    let comma = tokens.get(stop)?.is(",") && stop > at;
    let (larger, count) = after_comma(tokens, stop + 1).filter(|_| comma)?;
    let first = tokens.get(at)?;
    let last = tokens.get(stop - 1)?;
    let name: Vec<_> = tokens
        .get(at..stop)?
        .iter()
        .map(|token| token.text)
        .collect();
    let is_name =
        first.kind == TokenKind::Word && last.kind == TokenKind::Word && stop + 1 + count <= end;
    is_name.then(|| {
        let spot = Spot {
            name: name.join(" "),
            country: larger.country,
            kind: PlaceKind::Town,
            also: "",
        };
        (spot, stop + 1 + count)
    })
}

/// Whether every longer word of a sentence has a capital, small words such as "with" apart.
pub(crate) fn casing(tokens: &[Token<'_>]) -> Casing {
    let mut capitals = 0;
    for token in tokens {
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

fn may_be_bare(token: &Token<'_>) -> bool {
    token.is_capital()
        && !person::is_function_word(token.lower)
        && !person::is_calendar(token.lower)
}

/// The person whom a run of capitalised words names: one of the roster, else a leader of that time.
fn bare(
    roster: &mut Roster,
    section: &Section<'_>,
    tokens: &Range<usize>,
    year: Option<i32>,
) -> Option<PersonId> {
    let words = person::words_of(&section.tokens, tokens);
    if words.is_empty() || tokens.len() > 5 {
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
