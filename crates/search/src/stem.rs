//! Word stems.

use frostem::{Algorithm, Stemmer};

/// Words longer than this (in bytes) are their own stem: no English word is, and any text may come here.
const LONGEST: usize = 40;

/// Whether the words of a language are stemmed: English, for now.
pub fn is_stemmed(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    primary.eq_ignore_ascii_case("en")
}

/// The English stem of a folded form without its mark; `None` for what has none: numbers, short and foreign words.
pub fn stem(form: &str) -> Option<String> {
    let is_word =
        (3..=LONGEST).contains(&form.len()) && form.bytes().all(|b| b.is_ascii_lowercase());
    is_word.then(|| Stemmer::new(Algorithm::English).stem(form).into_owned())
}
