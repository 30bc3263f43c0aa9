//! The country that an outlet is at home in: there "the President" needs no introduction.

use std::sync::OnceLock;

use dateline_model::Article;

use super::table::rows;

/// The home country of an article's outlet, by its name or address; none where the list has neither.
pub(crate) fn home(article: &Article) -> Option<&'static str> {
    let source = article.source.as_deref().unwrap_or_default().to_lowercase();
    let address = article.url.as_deref().map(host).unwrap_or_default();
    let address = address.to_lowercase();
    if source.is_empty() && address.is_empty() {
        return None;
    }
    let named = |&&(part, _): &&(&str, &str)| has_word(&source, part) || has_word(&address, part);
    outlets().iter().find(named).map(|&(_, country)| country)
}

/// Parts of names and addresses with the country of their outlet, read once.
fn outlets() -> &'static [(&'static str, &'static str)] {
    static OUTLETS: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    OUTLETS.get_or_init(|| {
        let pair = |row: Vec<&'static str>| Some((*row.first()?, *row.get(1)?));
        rows(include_str!("../../data/outlets.tsv"))
            .filter_map(pair)
            .collect()
    })
}

/// The host of an address: what stands between "//" and the next "/".
fn host(address: &str) -> &str {
    let rest = address.split_once("//").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default()
}

/// Whether `part` stands in `words` and no letter goes on before or after it.
fn has_word(words: &str, part: &str) -> bool {
    words.match_indices(part).any(|(at, _)| {
        let before = words
            .get(..at)
            .and_then(|before| before.chars().next_back());
        let after = words
            .get(at + part.len()..)
            .and_then(|after| after.chars().next());
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(before) && !letter(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_words_are_found() {
        assert_eq!(host("https://www.gov.uk/news/a"), "www.gov.uk");
        assert!(has_word("seed (xinhua-style)", "xinhua"));
        assert!(!has_word("bbcode", "bbc"));
        assert!(has_word("www.mofa.go.kr", "go.kr"));
    }
}
