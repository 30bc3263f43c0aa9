//! Analysis: from text to the forms that are indexed and searched for, each with its place.

mod chars;
mod fold;
mod sentences;
mod tokens;

pub use chars::{Class, class};
pub use fold::fold;
pub use sentences::sentences;
pub use tokens::{ACRONYM, Extent, base, tokens};

/// Whether a form is of a script that is indexed by pairs of characters.
pub fn is_dense(form: &str) -> bool {
    form.chars()
        .next()
        .is_some_and(|c| class(c) == Class::Dense)
}
