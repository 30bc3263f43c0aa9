//! Labels for names that stand in tables and not in texts: a title parted from its name, a country under its short name.

use crate::names::{Gazetteer, PlaceKind, read_title};
use crate::text::tokens;

/// A name without the title that stands before it, and the title as written.
///
/// ```
/// use dateline_visits::split_title;
///
/// assert_eq!(split_title("President Xi Jinping"), (Some("President"), "Xi Jinping"));
/// assert_eq!(split_title("Elihu Root"), (None, "Elihu Root"));
/// assert_eq!(split_title("Pope"), (None, "Pope"));
/// ```
#[must_use]
pub fn split_title(words: &str) -> (Option<&str>, &str) {
    let lower = words.to_ascii_lowercase();
    let tokens = tokens(words, &lower);
    let whole = (None, words);
    let Some(title) = read_title(&tokens, 0, tokens.len()) else {
        return whole;
    };
    let Some(name) = tokens.get(title.tokens.end).filter(|_| title.office) else {
        return whole;
    };
    let Some((title, name)) = words.split_at_checked(name.start) else {
        return whole;
    };
    (Some(title.trim_end()), name)
}

/// The English short name (CLDR, or that of a state of the past) of a country under any of its names; `None` for what is no
/// country on the lists.
///
/// ```
/// use dateline_visits::country;
///
/// assert_eq!(country("Republic of Korea"), Some("South Korea"));
/// assert_eq!(country("Turkey"), Some("Türkiye"));
/// assert_eq!(country("Atlantis"), None);
/// ```
#[must_use]
pub fn country(name: &str) -> Option<&'static str> {
    let entry = Gazetteer::get().named(name)?;
    (entry.kind == PlaceKind::Country).then_some(entry.name)
}
