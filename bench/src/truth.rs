//! What a scan finds: words are runs of letters and digits in small letters, without the "s" of a possessive; an abbreviation
//! with dots is one word. Nothing else is known of them.

use std::collections::{BTreeMap, BTreeSet};

use dateline_bundle::Contents;

/// The words of each article, in order.
#[derive(Debug)]
pub struct Scan {
    texts: Vec<Vec<String>>,
}

impl Scan {
    /// Reads all articles.
    #[must_use]
    pub fn new(contents: &Contents) -> Self {
        let words_of = |text: &str| -> Vec<String> {
            let text = text.replace("’s", "");
            let text = text.replace("U.S.", "US").replace("U.K.", "UK");
            let lower = text.to_lowercase();
            let words = lower.split(|c: char| !c.is_alphanumeric());
            words
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let texts = contents.articles.iter().map(|entry| {
            let mut words = words_of(&entry.article.headline);
            words.push(String::new());
            for block in &entry.article.blocks {
                words.extend(words_of(&block.text));
                words.push(String::new());
            }
            words
        });
        Self {
            texts: texts.collect(),
        }
    }

    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The words of an article, headline first, an empty one between headline and text and behind each paragraph.
    #[must_use]
    pub fn words(&self, article: usize) -> &[String] {
        self.texts.get(article).map_or(&[], Vec::as_slice)
    }

    /// In how many articles each word stands.
    #[must_use]
    pub fn frequencies(&self) -> BTreeMap<&str, usize> {
        let mut frequencies = BTreeMap::new();
        for words in &self.texts {
            let distinct: BTreeSet<&str> = words.iter().map(String::as_str).collect();
            for word in distinct.into_iter().filter(|word| !word.is_empty()) {
                *frequencies.entry(word).or_default() += 1;
            }
        }
        frequencies
    }

    /// The articles with all of these words.
    #[must_use]
    pub fn with_all(&self, words: &[&str]) -> Vec<usize> {
        let has = |text: &[String], word: &str| text.iter().any(|own| own == word);
        self.matching(&|text| words.iter().all(|word| has(text, word)))
    }

    /// The articles with a word that begins so.
    #[must_use]
    pub fn with_beginning(&self, beginning: &str) -> Vec<usize> {
        self.matching(&|text| text.iter().any(|own| own.starts_with(beginning)))
    }

    /// The articles with these words in a row.
    #[must_use]
    pub fn with_phrase(&self, words: &[&str]) -> Vec<usize> {
        self.matching(&|text| text.windows(words.len()).any(|own| own == words))
    }

    /// The articles in which words follow each other that begin as these do, but for their endings.
    #[must_use]
    pub fn with_forms_in_a_row(&self, words: &[&str]) -> Vec<usize> {
        let ending = |word: &&str| {
            ["ing", "ed", "s"]
                .into_iter()
                .find_map(|end| word.strip_suffix(end))
                .map_or(word.len(), str::len)
        };
        let beginnings: Vec<&str> = words
            .iter()
            .filter_map(|word| word.get(..ending(word)))
            .collect();
        let follow = |own: &[String]| {
            own.iter()
                .zip(&beginnings)
                .all(|(own, it)| own.starts_with(it))
        };
        self.matching(&|text| text.windows(words.len()).any(follow))
    }

    /// The articles with one word and without another.
    #[must_use]
    pub fn with_but_without(&self, word: &str, other: &str) -> Vec<usize> {
        self.matching(&|text| {
            text.iter().any(|own| own == word) && text.iter().all(|own| own != other)
        })
    }

    fn matching(&self, test: &dyn Fn(&[String]) -> bool) -> Vec<usize> {
        let texts = self.texts.iter().enumerate();
        let found = texts.filter(|(_, text)| test(text));
        found.map(|(number, _)| number).collect()
    }
}
