//! Analysis: from text to the forms that are indexed and searched for, each with its place.

mod chars;
mod fold;
mod sentences;
mod tokens;

pub use chars::{Class, class, is_one_of};
pub use fold::fold;
pub use sentences::sentences;
pub use tokens::{ACRONYM, Extent, base, tokens};

/// Whether a form is of a script that is indexed by pairs of characters.
pub fn is_dense(form: &str) -> bool {
    form.chars()
        .next()
        .is_some_and(|c| class(c) == Class::Dense)
}

/// The folded words of a text, each with a space before it, of an umlaut the first writing.
pub fn forms(text: &str) -> String {
    let mut forms = String::new();
    let mut next = 0;
    tokens(text, 0, &mut |token| {
        if token.length == 1 && token.position >= next {
            forms.push(' ');
            forms.push_str(base(token.form));
            next = token.position + 1;
        }
    });
    forms
}
