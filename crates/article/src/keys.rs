//! The keys of front matter, as Zola, Hugo and Jekyll write them, and what they mean here.

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Id,
    Title,
    Date,
    /// `published`: a date, or Jekyll's switch.
    Published,
    Byline,
    Dateline,
    Source,
    Genre,
    Url,
    Language,
    Topics,
    Note,
    Draft,
    People,
    Places,
    Visits,
    Record,
    /// A table with further keys, any of which may be foreign.
    Nested,
    /// Of use to other programs only.
    Foreign,
}

/// Every key that is known, in the spelling that remedies suggest; where several have one meaning, the first that is
/// given wins.
const KEYS: &[(&str, Key)] = &[
    ("id", Key::Id),
    ("title", Key::Title),
    ("headline", Key::Title),
    ("date", Key::Date),
    ("published", Key::Published),
    ("publish_date", Key::Date),
    ("published_time", Key::Date),
    ("published_at", Key::Date),
    ("date_published", Key::Date),
    ("pubdate", Key::Date),
    ("author", Key::Byline),
    ("authors", Key::Byline),
    ("byline", Key::Byline),
    ("dateline", Key::Dateline),
    ("source", Key::Source),
    ("publisher", Key::Source),
    ("genre", Key::Genre),
    ("url", Key::Url),
    ("source_url", Key::Url),
    ("canonical_url", Key::Url),
    ("original_url", Key::Url),
    ("link", Key::Url),
    ("lang", Key::Language),
    ("language", Key::Language),
    ("locale", Key::Language),
    ("topics", Key::Topics),
    ("tags", Key::Topics),
    ("categories", Key::Topics),
    ("category", Key::Topics),
    ("note", Key::Note),
    ("draft", Key::Draft),
    ("people", Key::People),
    ("places", Key::Places),
    ("visits", Key::Visits),
    ("record", Key::Record),
    ("extra", Key::Nested),
    ("params", Key::Nested),
    ("taxonomies", Key::Nested),
    ("aliases", Key::Foreign),
    ("build", Key::Foreign),
    ("cascade", Key::Foreign),
    ("comments", Key::Foreign),
    ("copyright", Key::Foreign),
    ("cover", Key::Foreign),
    ("created", Key::Foreign),
    ("description", Key::Foreign),
    ("excerpt", Key::Foreign),
    ("excerpt_separator", Key::Foreign),
    ("expiry_date", Key::Foreign),
    ("featured", Key::Foreign),
    ("generate_feeds", Key::Foreign),
    ("hidden", Key::Foreign),
    ("image", Key::Foreign),
    ("images", Key::Foreign),
    ("in_search_index", Key::Foreign),
    ("insert_anchor_links", Key::Foreign),
    ("is_cjk_language", Key::Foreign),
    ("keywords", Key::Foreign),
    ("last_modified_at", Key::Foreign),
    ("lastmod", Key::Foreign),
    ("layout", Key::Foreign),
    ("license", Key::Foreign),
    ("link_title", Key::Foreign),
    ("linktitle", Key::Foreign),
    ("markup", Key::Foreign),
    ("math", Key::Foreign),
    ("menu", Key::Foreign),
    ("menus", Key::Foreign),
    ("modified", Key::Foreign),
    ("modified_time", Key::Foreign),
    ("outputs", Key::Foreign),
    ("path", Key::Foreign),
    ("permalink", Key::Foreign),
    ("pin", Key::Foreign),
    ("redirect_from", Key::Foreign),
    ("redirect_to", Key::Foreign),
    ("render", Key::Foreign),
    ("resources", Key::Foreign),
    ("rights", Key::Foreign),
    ("series", Key::Foreign),
    ("sitemap", Key::Foreign),
    ("slug", Key::Foreign),
    ("subtitle", Key::Foreign),
    ("summary", Key::Foreign),
    ("tagline", Key::Foreign),
    ("template", Key::Foreign),
    ("thumbnail", Key::Foreign),
    ("toc", Key::Foreign),
    ("translation_key", Key::Foreign),
    ("translations", Key::Foreign),
    ("type", Key::Foreign),
    ("updated", Key::Foreign),
    ("version", Key::Foreign),
    ("weight", Key::Foreign),
];

/// The meaning of a key and its rank among those of the same meaning (the lowest wins). Case, `_` and `-` do not
/// matter: Hugo's `publishDate` is `publish_date`.
pub(crate) fn meaning(key: &str) -> Option<(Key, usize)> {
    let same = |known: &str| folded(known).eq(folded(key));
    let rank = KEYS.iter().position(|(known, _)| same(known))?;
    KEYS.get(rank).map(|(_, meaning)| (*meaning, rank))
}

/// The key of this table that was probably meant.
pub(crate) fn nearest(key: &str) -> Option<&'static str> {
    let known = KEYS.iter().filter(|(_, meaning)| *meaning != Key::Foreign);
    nearest_of(key, known.map(|(known, _)| *known))
}

/// The nearest of some words: at most two slips away, one for words of less than five letters.
pub(crate) fn nearest_of<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word: String = folded(word).collect();
    let allowed = |known: &str| {
        if known.len().min(word.len()) < 5 {
            1
        } else {
            2
        }
    };
    let scored = known
        .into_iter()
        .map(|known| (distance(&word, known), known));
    let near = scored.filter(|(distance, known)| *distance <= allowed(known));
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// Lower case without `_` and `-`; cut, for no known key is longer than 30 letters.
fn folded(key: &str) -> impl Iterator<Item = char> {
    let letters = key.chars().filter(|c| !matches!(c, '_' | '-'));
    letters.take(40).flat_map(char::to_lowercase)
}

/// Slips between two words: letters left out, added, wrong, or swapped with the next (the restricted
/// Damerau-Levenshtein distance).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (folded(a).collect(), folded(b).collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let mut best = (get(&row, j) + usize::from(x != y))
                .min(get(&row, j + 1) + 1)
                .min(get(&next, j) + 1);
            let swapped = |at: usize| at.checked_sub(1);
            if let (Some(i), Some(j)) = (swapped(i), swapped(j))
                && a.get(i) == Some(&y)
                && b.get(j) == Some(&x)
            {
                best = best.min(get(&before, j) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_key_are_one() {
        for key in ["publish_date", "publishDate", "PUBLISHDATE", "publish-date"] {
            assert_eq!(meaning(key).map(|(key, _)| key), Some(Key::Date), "{key}");
        }
        assert_eq!(meaning("colour"), None);
        assert!(meaning("date").unwrap().1 < meaning("pubdate").unwrap().1);
    }

    #[test]
    fn slips_find_their_key() {
        for (slip, key) in [
            ("titel", Some("title")),
            ("dtae", Some("date")),
            ("Datum", None),
            ("topic", Some("topics")),
            ("visit", Some("visits")),
            ("sauce", Some("source")),
            ("x", None),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(slip), key, "{slip}");
        }
    }

    #[test]
    fn distances_count_slips() {
        for (a, b, slips) in [
            ("", "", 0),
            ("a", "", 1),
            ("", "abc", 3),
            ("ab", "ba", 1),
            ("kitten", "sitting", 3),
            ("ca", "abc", 3),
        ] {
            assert_eq!(distance(a, b), slips, "{a} {b}");
        }
    }
}
