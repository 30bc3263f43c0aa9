//! What the words around a date say of its tense.

use crate::dates::lexicon::Class;
pub(super) use crate::dates::lexicon::Tense;
use crate::dates::token::Tokens;

/// The tense of an expression, worked out when it is first asked for.
#[derive(Debug)]
pub(super) struct Hint<'a, 't> {
    tokens: &'a Tokens<'t>,
    start: usize,
    end: usize,
    known: Option<Tense>,
}

/// How many words the search for a verb crosses.
const REACH: usize = 20;

impl<'a, 't> Hint<'a, 't> {
    pub(super) fn new(tokens: &'a Tokens<'t>, start: usize, end: usize) -> Self {
        Self {
            tokens,
            start,
            end,
            known: None,
        }
    }

    /// The tense of the nearest verb before, else after, in the sentence.
    pub(super) fn tense(&mut self) -> Tense {
        if let Some(known) = self.known {
            return known;
        }
        let tense = before(self.tokens, self.start)
            .or_else(|| after(self.tokens, self.end))
            .unwrap_or(Tense::Unknown);
        self.known = Some(tense);
        tense
    }

    /// Whether the words before set a limit: `by March`, `no later than mid-May`.
    pub(super) fn looks_ahead(&self) -> bool {
        let later = || {
            self.start
                .checked_sub(2)
                .is_some_and(|at| self.tokens.any(at, &["later"]))
        };
        match self.preposition() {
            "by" | "until" | "till" => true,
            "than" => later(),
            _ => false,
        }
    }

    /// Whether the date only dates somebody's words: `he said Friday`, `she told reporters on Monday`.
    pub(super) fn dates_words(&self) -> bool {
        const VERBS: &[&str] = &[
            "said",
            "says",
            "announced",
            "reported",
            "reporters",
            "wrote",
        ];
        let on = usize::from(self.preposition() == "on");
        self.start
            .checked_sub(on + 1)
            .is_some_and(|verb| self.tokens.any(verb, VERBS))
    }

    /// The word before the expression.
    pub(super) fn preposition(&self) -> &'static str {
        self.start
            .checked_sub(1)
            .map_or("", |before| self.tokens.word(before))
    }
}

fn before(t: &Tokens<'_>, start: usize) -> Option<Tense> {
    let places = (start.saturating_sub(REACH)..start).rev();
    places
        .take_while(|i| !ends_sentence(t, *i))
        .find_map(|i| cue(t, i))
}

fn after(t: &Tokens<'_>, end: usize) -> Option<Tense> {
    (end..end + REACH)
        .take_while(|i| !ends_sentence(t, *i))
        .find_map(|i| cue(t, i))
}

/// Whether a sentence ends at the token `i`.
fn ends_sentence(t: &Tokens<'_>, i: usize) -> bool {
    match t.class(i) {
        Class::Punct('!' | '?' | ';') => true,
        Class::Punct('.') => !abbreviates(t, i) && begins_sentence(t, i + 1),
        _ => false,
    }
}

/// Whether the full stop at `i` belongs to an abbreviation: `Jan.`, `J.`, `Gen.`
fn abbreviates(t: &Tokens<'_>, i: usize) -> bool {
    const TITLES: &[&str] = &[
        "mr", "mrs", "ms", "dr", "gen", "sen", "gov", "rep", "prof", "col", "lt", "sgt",
    ];
    i.checked_sub(1).is_some_and(|before| {
        matches!(t.class(before), Class::Month(_) | Class::Weekday(_))
            || (t.capital(before) && t.width(before) <= 2)
            || t.any(before, TITLES)
    })
}

/// Whether a sentence can begin at `i`, after quotation marks and brackets.
fn begins_sentence(t: &Tokens<'_>, i: usize) -> bool {
    let mark = |k: &usize| {
        matches!(
            t.class(*k),
            Class::Punct('\'' | '"' | '”' | ')' | ']' | '“' | '(')
        )
    };
    let first = (i..i + 4).find(|k| !mark(k)).unwrap_or(i);
    let spaced = (i..=first).any(|k| !t.joined(k));
    spaced && (t.capital(first) || !matches!(t.class(first), Class::Other))
}

/// The tense that the token at `i` gives.
fn cue(t: &Tokens<'_>, i: usize) -> Option<Tense> {
    let tense = match (t.class(i), t.word(i)) {
        (Class::Verb(Tense::Past), _) if passive(t, i) => return None,
        (Class::Verb(tense), _) => tense,
        (_, "may") if !t.capital(i) => Tense::Future,
        (_, "to") if infinitive(t, i + 1) => planned(t, i),
        (_, "beginning") => Tense::Future,
        (_, "set") if t.any(i + 1, &["to", "for"]) => Tense::Future,
        (_, "set") => Tense::Past,
        (Class::Other, _) if arranged(t, i) => Tense::Perhaps,
        (_, "back") if t.any(i + 1, &["in"]) && !passive(t, i) => Tense::Past,
        (Class::Other | Class::Plain | Class::Lead, _)
            if past_form(t.text(i)) && !passive(t, i) =>
        {
            Tense::Past
        }
        _ => return None,
    };
    // "It had been due to expire Friday" speaks of the past.
    let over = tense != Tense::Past && (2..5).any(|k| had_been(t, i, k));
    Some(if over { Tense::Past } else { tense })
}

/// Whether the word at `i` is what somebody is doing: with a day, that is an arrangement.
fn arranged(t: &Tokens<'_>, i: usize) -> bool {
    let auxiliary = i
        .checked_sub(1)
        .is_some_and(|before| t.any(before, &["is", "are", "am", "be"]));
    auxiliary && t.text(i).ends_with("ing")
}

/// The tense of the infinitive at `i`, by the word that governs it: `plans to`, `managed to`, `a chance to`.
fn planned(t: &Tokens<'_>, i: usize) -> Tense {
    const DONE: &[&str] = &[
        "able",
        "began",
        "came",
        "continued",
        "failed",
        "forced",
        "got",
        "had",
        "helped",
        "managed",
        "started",
        "used",
        "went",
    ];
    match i.checked_sub(1) {
        Some(before) if t.any(before, DONE) => Tense::Past,
        Some(before) if t.class(before) == Class::Verb(Tense::Future) => Tense::Future,
        _ => Tense::Perhaps,
    }
}

/// Whether the participle at `i` leaves its time to an auxiliary: `to be published`, `is based`.
fn passive(t: &Tokens<'_>, i: usize) -> bool {
    i.checked_sub(1)
        .is_some_and(|before| t.any(before, &["be", "is", "are"]))
}

/// Whether `had been` stands `k` words before `i`.
fn had_been(t: &Tokens<'_>, i: usize, k: usize) -> bool {
    i.checked_sub(k)
        .is_some_and(|at| t.phrase(at, "had been").is_some())
}

/// Whether the word at `i`, after `to`, can be a verb.
fn infinitive(t: &Tokens<'_>, i: usize) -> bool {
    const VERBS: &[&str] = &["be", "begin", "start", "end", "visit", "close", "meet"];
    let word = t.text(i);
    let verb = t.class(i) == Class::Other || t.any(i, VERBS);
    verb && !t.capital(i) && !word.ends_with('s') && !word.ends_with("ing") && word.len() > 1
}

/// Whether a word looks like a past form.
fn past_form(word: &str) -> bool {
    word.len() > 3
        && word.ends_with("ed")
        && word.starts_with(char::is_lowercase)
        && !word.ends_with("eed")
}
