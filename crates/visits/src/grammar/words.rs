//! Closed classes of words.

use crate::wordlist::{Class, is};

/// Words between an auxiliary and its verb, or between a subject and its verb, that change neither.
pub(crate) fn is_adverb(lower: &str) -> bool {
    is(lower, Class::Adverb)
}

/// Prepositions after which a person is no subject.
pub(crate) fn makes_oblique(lower: &str) -> bool {
    is(lower, Class::Oblique)
}

/// Signs that no argument reaches across.
pub(crate) fn is_wall(lower: &str) -> bool {
    matches!(
        lower,
        ";" | ":" | "“" | "”" | "\"" | "«" | "»" | "``" | "''" | "•" | "|"
    )
}

/// Words that begin a clause of their own.
pub(crate) fn begins_clause(lower: &str) -> bool {
    is(lower, Class::Clause)
}

/// Forms of "be".
pub(crate) fn is_be(lower: &str) -> bool {
    is(lower, Class::Be)
}

/// "the", "a", "this", …
pub(crate) fn is_determiner(lower: &str) -> bool {
    is(lower, Class::Determiner)
}

/// Possessive and personal pronouns that stand for people: the first letter of the answer tells the person.
pub(crate) fn pronoun(lower: &str) -> Option<Pronoun> {
    Some(match lower {
        "he" | "him" | "his" | "himself" => Pronoun::He,
        "she" | "her" | "hers" | "herself" => Pronoun::She,
        "they" | "them" | "their" | "theirs" => Pronoun::They,
        "i" | "me" | "my" | "mine" => Pronoun::I,
        "we" | "us" | "our" | "ours" => Pronoun::We,
        _ => return None,
    })
}

/// Whom a pronoun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    /// A man.
    He,
    /// A woman.
    She,
    /// Several people.
    They,
    /// The speaker.
    I,
    /// The speaker and others.
    We,
}

/// Signs that somebody did not travel: calls and meetings on a screen.
pub(crate) fn is_remote(lower: &str) -> bool {
    is(lower, Class::Remote)
}
