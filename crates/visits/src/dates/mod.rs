//! Date expressions: found in running text and normalised against the article's date.
//!
//! [`find`] is the whole interface. It gives every temporal expression of a text as a [`Timex`]: its bytes, its TIMEX3
//! type and value (ISO-TimeML, as TimeBank writes them) and, where it names days, an [`Edtf`] date.
//!
//! ```
//! use dateline_visits::dates::find;
//!
//! let written = "2026-01-12".parse().ok();
//! let found = find("On Jan. 5 they met in Beijing.", written);
//! assert_eq!(found[0].value, "2026-01-05");
//! assert_eq!(found[0].edtf().unwrap().to_string(), "2026-01-05");
//! ```
//!
//! # How expressions become dates
//!
//! Written on Monday, 12 January 2026:
//!
//! | words | `value` | [`Timex::edtf`] |
//! |---|---|---|
//! | `Jan. 5`, `December 30` (nearest year) | `2026-01-05`, `2025-12-30` | the day |
//! | `Friday`: the last one, the next one after `will`, `to`, `scheduled`, … | `2026-01-09` | the day |
//! | `April 11-12`, `Jan. 4 to 6`, `from October 10 to 15` | `2026-04-11/2026-04-12`, … | interval |
//! | `August 27 through August 29`: two expressions | `2025-08-27` and `2025-08-29` | of both: the whole interval |
//! | `2026-2030` | `2026/2030` | interval |
//! | `last week`, `the week of January 5` | `2026-W02` | `[2026-01-05..2026-01-11]` |
//! | `last month`, `early November`, `late 2025` | `2025-12`, `2025-11`, `2025` | the month, the year |
//! | `this summer`, `spring 2024` | `2026-SU`, `2024-SP` | `2026-22`, `2024-21` |
//! | `winter 2024`: Which one? | `2024-WI` | `2024-24?` |
//! | `the 1990s`, `the 19th century` | `199`, `18` | `[1990..1999]`, `[1801..1900]` |
//! | `two days ago` | `2026-01-10` | the day |
//! | `two months ago`, `three years ago` | `2025-11`, `2023` | `2025-11~`, `2023~` |
//! | `just over two months ago` | `2025-11` | `[2025-10-25..2025-11-12]`: N months − 18 days to N months ago |
//! | `nearly two months ago` | `2025-11` | `[2025-11-12..2025-11-30]` |
//! | `four-day`, `over the past two years` | `P4D`, `P2Y` | none; [`Timex::amount`] |
//! | `every Friday`, `annually` | `XXXX-WXX-5`, `P1Y` | none |
//! | `5 p.m. Wednesday` | `2026-01-07T17:00` | the day |
//! | `recently`, `now`, `in the future` | `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` | none |
//!
//! A dispatch that begins with a dateline ("BERLIN, June 26 -") counts from the day it was written, if that is a few days
//! before the article's.
//!
//! A week, a weekend and "just over N ago" are one-of sets, because what happened then happened at some moment within.
//! No date is sharper than its words (`early November` is November, with its [`Modifier`]) or than the article's own date.
//! Without an article's date, only what stands alone is resolved: `Jan. 5` stays `XXXX-01-05` and has no date. A day that
//! does not exist is no expression at all. Where the words allow several days (`04/05/2025`, a weekday that is not that
//! of its date), the date has EDTF's `?` and its basis is [`Basis::Unclear`].
//!
//! # How it works
//!
//! The text is cut into paragraphs and those into tokens (`token`), whose words a small lexicon knows (`lexicon`,
//! `words`). Rules (`rules`, a module a family) look at the tokens from one place on and say what stands there
//! (`meaning`); the longest match wins. `resolve` then turns meanings, in their order, into periods of the calendar
//! (`when`): against the article's date, the dates mentioned before, and the tense of the nearest verb. Everything looks a
//! bounded number of tokens around it, so that the time is linear in the text and the memory beside the result bounded.

mod lexicon;
mod meaning;
mod resolve;
mod rules;
mod token;
mod when;
mod words;

use std::ops::Range;

use dateline_model::{Basis, Edtf};

use lexicon::Lexicon;
pub use lexicon::Unit;
pub use meaning::Modifier;
use resolve::Resolver;
use token::Tokens;

/// The TIMEX3 type of a temporal expression (ISO-TimeML).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A calendar date, sharp or vague.
    #[default]
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// One temporal expression of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timex {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its type.
    pub kind: TimexType,
    /// Its TIMEX3 value (`2026-01-05`, `2025-W44`, `P3D`, `PRESENT_REF`, `XXXX-WXX-5`, …).
    pub value: String,
    /// The days that it means; `None` where it names none (durations, sets, an undated article's relative dates).
    pub date: Option<Edtf>,
    /// How `date` was come by; `None` without one.
    pub basis: Option<Basis>,
    /// The range that it is the first or the last part of: `Friday` in `from Friday to Sunday`.
    pub whole: Option<Edtf>,
    /// How long, for a length of time (`three-day`), or how far from [`Timex::anchor`] (`two months ago`).
    pub amount: Option<Amount>,
    /// What it was counted from.
    pub anchor: Anchor,
    /// Which part of it, or how exactly: `early November`, `nearly two years`.
    pub modifier: Option<Modifier>,
}

impl Timex {
    /// The days to show: those of the range that it belongs to, else its own.
    #[must_use]
    pub fn edtf(&self) -> Option<Edtf> {
        self.whole.or(self.date)
    }
}

/// A length of time as the words give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// How many; `None` for `several`, `a few` and bare plurals.
    pub count: Option<u32>,
    /// Of what.
    pub unit: Unit,
}

/// What a date was counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Nothing: it says itself what it means, or it has no date.
    #[default]
    Itself,
    /// The article's date (`last week`, `Jan. 5` without a year).
    Published,
    /// An earlier expression of the same text, by its place in what [`find`] gives: the expression is anaphoric
    /// (`the following day`).
    Mention(usize),
}

/// Finds every temporal expression of `text`, sorted by place and without overlaps. `published` is the article's date;
/// what is counted from it is never sharper than it. Linear in the text's length.
#[must_use]
pub fn find(text: &str, published: Option<Edtf>) -> Vec<Timex> {
    let mut resolver = Resolver::new(published);
    let may = names_may(text);
    for (base, piece) in pieces(text) {
        let tokens = Tokens::new(piece, base).naming_may(may);
        resolver.piece(&tokens, &search(&tokens));
    }
    resolver.finish()
}

/// Whether a text speaks of somebody called May: a word with a capital that no rule knows stands before the name, and
/// no day after it.
fn names_may(text: &str) -> bool {
    text.match_indices(" May").any(|(at, name)| {
        let before = text
            .get(..at)
            .unwrap_or("")
            .split_ascii_whitespace()
            .next_back();
        let after = text.get(at + name.len()..).unwrap_or("");
        let titled = before.is_some_and(|word| {
            word.starts_with(char::is_uppercase)
                && word.ends_with(char::is_alphabetic)
                && !Lexicon::get().knows(word)
        });
        let dated = after
            .trim_start()
            .starts_with(|next: char| next.is_ascii_digit());
        titled && !dated && !after.starts_with(char::is_alphanumeric)
    })
}

/// The longest piece of text that is looked at as a whole, in bytes. It bounds the memory that a line of any length takes.
const PIECE: usize = 1 << 16;

/// The paragraphs of a text and where they begin. One that is longer than [`PIECE`] is cut at the last space.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let most = rest.floor_char_boundary(PIECE);
        let head = rest.get(..most)?;
        let cut = match head.find("\n\n") {
            Some(end) => end + 2,
            None if most == rest.len() => most,
            None => head
                .rfind(char::is_whitespace)
                .filter(|space| *space > 0)
                .unwrap_or(most),
        };
        let piece = (at, rest.get(..cut)?);
        at += cut;
        Some(piece)
    })
}

/// The expressions of one piece.
fn search(tokens: &Tokens<'_>) -> Vec<resolve::Placed> {
    let mut placed = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match rules::expression(tokens, i) {
            Some(found) => {
                let end = found.end;
                placed.push((i, found));
                i = end.max(i + 1);
            }
            None => i += 1,
        }
    }
    placed
}
