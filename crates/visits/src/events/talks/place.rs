//! Where talks were held.

use std::ops::Range;

use crate::events::context::Context;
use crate::grammar::{Legs, is_wall, located};

/// "in Belfast", "at the White House" after the people, within the clause; else before the verb at the sentence's start.
pub(super) fn place(context: &Context<'_>, phrase: &Range<usize>) -> Option<Legs> {
    let view = context.view;
    let most = view.units.len().min(phrase.end + 18);
    let stop = (phrase.end..most)
        .find(|&at| ends_clause(view.lower(at)))
        .unwrap_or(most.max(phrase.end));
    located(view, context.discourse, phrase.start..stop).or_else(|| {
        let start = located(view, context.discourse, 0..8.min(phrase.start))?;
        let relative = |word: &str| matches!(word, "who" | "which" | "that" | "whom");
        let before = start.end <= phrase.start && !view.any(start.end..phrase.start, relative);
        before.then_some(start)
    })
}

/// Words after which a place is that of something else.
fn ends_clause(word: &str) -> bool {
    is_wall(word)
        || matches!(
            word,
            "—" | "–"
                | "--"
                | "who"
                | "which"
                | "that"
                | "where"
                | "after"
                | "before"
                | "while"
                | "as"
                | "to"
                | "followed"
                | "following"
        )
}
