//! "The President", "the Chinese premier", "Her Majesty": whom an office without a name means.

use super::marks::office_words;
use super::roster::{Known, PersonId, Roster};
use super::section::{Mark, Section, What};

/// Turns offices into people where the article names their holders.
///
/// `home` is the country that the outlet is at home in.
pub(crate) fn resolve(roster: &Roster, sections: &mut [Section<'_>], home: Option<&'static str>) {
    let mut last_seen = vec![None; roster.iter().count()];
    let mut clock = 0_usize;
    for section in sections {
        let mut marks = std::mem::take(&mut section.marks);
        for mark in &mut marks {
            clock += 1;
            if let What::Office(country) = mark.what
                && !is_of_others(section, mark)
                && let Some(person) = holder(roster, section, mark, country, home, &last_seen)
            {
                mark.what = What::Person(person);
            }
            if let What::Person(person) = mark.what
                && let Some(seen) = last_seen.get_mut(person)
            {
                *seen = Some(clock);
            }
        }
        section.marks = marks;
    }
}

/// "the Chairman of Hyundai", "the President of Stanford": an office of a body that the text names beside it.
fn is_of_others(section: &Section<'_>, mark: &Mark) -> bool {
    let token = |at: usize| section.tokens.get(mark.tokens.end + at);
    let of = token(0).is_some_and(|token| token.is_any(&["of", "at"]));
    let the = usize::from(token(1).is_some_and(|token| token.is("the")));
    let own = [
        "republic",
        "union",
        "federation",
        "state",
        "nation",
        "country",
        "government",
    ];
    of && token(1 + the).is_some_and(|token| token.is_capital() && !token.is_any(&own))
}

/// The person who holds the office that a mark names.
fn holder(
    roster: &Roster,
    section: &Section<'_>,
    mark: &Mark,
    country: Option<&'static str>,
    home: Option<&'static str>,
    last_seen: &[Option<usize>],
) -> Option<PersonId> {
    let words = office_words(section, mark);
    let capital = section
        .tokens
        .get(mark.tokens.clone())?
        .last()
        .is_some_and(crate::text::Token::is_capital);
    let seen = |id: PersonId| last_seen.get(id).copied().flatten();
    let named = named_holder(roster, &words, country, home, capital, &seen);
    named.or_else(|| leader_at_head(roster, &words, country?, &seen))
}

/// "The Russian president" after "Putin", who needs no introduction: the only leader on the lists who stands for that
/// country, and was named before.
fn leader_at_head(
    roster: &Roster,
    words: &[String],
    country: &str,
    seen: &impl Fn(PersonId) -> Option<usize>,
) -> Option<PersonId> {
    let of_country = |known: &Known| known.is_leader && known.stands_for() == Some(country);
    let mut leaders = roster.iter().filter(|(_, known)| of_country(known));
    let (only, known) = leaders.next()?;
    let fits = known.offices.is_empty() && is_head(words) && seen(only).is_some();
    (fits && leaders.next().is_none()).then_some(only)
}

/// The person whom the article gives that office.
fn named_holder(
    roster: &Roster,
    words: &[String],
    country: Option<&'static str>,
    home: Option<&'static str>,
    capital: bool,
    seen: &impl Fn(PersonId) -> Option<usize>,
) -> Option<PersonId> {
    roster
        .iter()
        .filter(|(_, known)| known.offices.iter().any(|office| is_same(words, office)))
        .filter(|(_, known)| match (country, known.stands_for()) {
            (Some(wanted), Some(has)) => wanted == has,
            (Some(_), None) | (None, _) => true,
        })
        .max_by_key(|(id, known)| {
            // "The President" with a capital and no nation is the one at home, whom nobody needs to introduce.
            let at_home =
                capital && country.is_none() && home.is_some() && known.stands_for() == home;
            (
                country.is_some() && known.stands_for() == country,
                at_home,
                seen(*id),
                std::cmp::Reverse(*id),
            )
        })
        .filter(|(id, _)| country.is_some() || seen(*id).is_some() || only_holder(roster, words))
        .map(|(id, _)| id)
}

fn only_holder(roster: &Roster, words: &[String]) -> bool {
    let holds = |known: &Known| known.offices.iter().any(|office| is_same(words, office));
    roster.iter().filter(|(_, known)| holds(known)).count() == 1
}

/// Words that turn one office into another.
const RANKS: &[&str] = &[
    "acting",
    "assistant",
    "attorney",
    "crown",
    "deputy",
    "first",
    "former",
    "prime",
    "secretary",
    "second",
    "under",
    "vice",
];

/// Offices at the head of a state or government.
const HEADS: &[&str] = &[
    "chairman",
    "chancellor",
    "emir",
    "amir",
    "emperor",
    "king",
    "leader",
    "pm",
    "premier",
    "president",
    "queen",
    "sultan",
    "taoiseach",
];

/// Whether the words of a phrase name an office of these words.
fn is_same(words: &[String], office: &[String]) -> bool {
    let has = |word: &str| office.iter().any(|other| other == word);
    let said: Vec<_> = words.iter().filter(|word| is_telling(word)).collect();
    if said.is_empty() {
        return false;
    }
    if let [only] = said.as_slice()
        && matches!(
            only.as_str(),
            "leader" | "ruler" | "statesman" | "sovereign" | "monarch" | "pontiff"
        )
    {
        return is_head(office);
    }
    let ranked = |rank: &&str| has(rank) && !words.iter().any(|word| word == *rank);
    let premier = has("prime")
        && said
            .iter()
            .any(|word| matches!(word.as_str(), "premier" | "pm"));
    premier || said.iter().all(|word| has(word)) && !RANKS.iter().any(ranked)
}

/// Words that tell an office from others, and not its nation or article.
fn is_telling(word: &str) -> bool {
    let lists = super::lists::Lists::get();
    lists.title(word).is_some() && !matches!(word, "visiting" | "new" | "current" | "then")
}

fn is_head(office: &[String]) -> bool {
    let has = |word: &str| office.iter().any(|other| other == word);
    let low = [
        "vice",
        "deputy",
        "foreign",
        "assistant",
        "first",
        "former",
        "secretary",
    ];
    (HEADS.iter().any(|head| has(head)) || has("prime") && has("minister"))
        && !low.iter().any(|word| has(word))
}
