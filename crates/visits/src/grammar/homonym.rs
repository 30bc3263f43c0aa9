//! Words that are verbs or nouns: "visit", "travel", "stop", "tour".

use super::verbs::Form;
use super::view::{Is, View};
use super::words::{is_adverb, is_determiner};
use crate::wordlist::{Class, is};

/// Whether the word at `at` is a verb where it stands. `object` tells whether a place follows right after it.
pub(crate) fn is_verb_here(view: &View<'_>, at: usize, form: Form, object: bool) -> bool {
    match form {
        Form::Past | Form::Participle => true,
        Form::Ing => {
            !is_determiner(view.before(at))
                && !matches!(view.before(at), "his" | "her" | "their" | "my" | "our")
        }
        Form::Base | Form::S => !is_noun_too(view.lower(at)) || is_finite(view, at, form, object),
    }
}

/// Verb forms that are nouns as often.
fn is_noun_too(word: &str) -> bool {
    matches!(
        word.strip_suffix('s').unwrap_or(word),
        "visit"
            | "travel"
            | "tour"
            | "stop"
            | "stay"
            | "journey"
            | "return"
            | "land"
            | "head"
            | "leave"
            | "set"
            | "call"
            | "meet"
            | "end"
            | "start"
            | "plan"
            | "schedule"
            | "launch"
            | "open"
            | "delay"
            | "host"
            | "invite"
            | "welcome"
            | "lead"
            | "cut"
            | "touch"
            | "chair"
            | "address"
            | "close"
            | "wrap"
            | "round"
            | "cap"
            | "drop"
            | "kick"
            | "embark"
    )
}

/// "will first travel", "to visit", "Xi visits"; but "the visit", "his first visit", "Biden visit to Poland".
fn is_finite(view: &View<'_>, at: usize, form: Form, object: bool) -> bool {
    let mut left = at;
    while left > 0 && (is_adverb(view.before(left)) || view.time(left - 1).is_some()) {
        left -= 1;
    }
    let Some(before) = left.checked_sub(1) else {
        // A heading's imperative: "Visit our page".
        return form == Form::Base && object;
    };
    match view.is(before) {
        Some(Is::Person(_) | Is::Office) => form == Form::S || object,
        Some(Is::Word) => match view.lower(before) {
            "and" | "or" | "," | "&" => coordinated(view, before),
            word => calls_for_verb(word),
        },
        _ => false,
    }
}

/// Words that a verb follows.
fn calls_for_verb(word: &str) -> bool {
    is(word, Class::CallsForVerb)
}

/// Whether an "and" joins verbs: an auxiliary or "to" stands to its left in the clause.
fn coordinated(view: &View<'_>, and: usize) -> bool {
    let from = and.saturating_sub(24);
    (from..and)
        .rev()
        .take_while(|&at| !matches!(view.lower(at), ";" | "." | "which" | "who"))
        .any(|at| {
            matches!(
                view.lower(at),
                "will" | "would" | "to" | "may" | "could" | "might" | "should"
            ) && view.place(at + 1).is_none()
        })
}
