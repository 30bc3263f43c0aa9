//! Articles and the blocks that they are set in.

use serde::{Deserialize, Serialize};

use crate::{ArticleId, Edtf, Place};

/// One dated article, as a reader sees it. The names follow schema.org `NewsArticle` and IPTC ninjs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Unique within its collection.
    pub id: ArticleId,
    /// The headline, never empty: the reader falls back on the first words of the text, then on the id.
    pub headline: String,
    /// The authors, as written, in order.
    pub byline: Vec<String>,
    /// When it was published; `None` for an undated article (listed last, its relative dates stay unresolved).
    pub published: Option<Edtf>,
    /// Where it was written from.
    pub dateline: Option<Place>,
    /// The outlet.
    pub source: Option<String>,
    /// `commentary`, `news`, `demo-brief`, …
    pub genre: Option<String>,
    /// Where the original stands, `http` or `https` only.
    pub url: Option<String>,
    /// BCP 47 language tag, `en` when none is given.
    pub language: String,
    /// The topics, as written, without repeats.
    pub topics: Vec<String>,
    /// What a reader must know about this article (who wrote it, what it is).
    pub note: Option<String>,
    /// The rows of the collection's record that it was written from, by id: for them it is no witness of its own.
    pub record: Vec<String>,
    /// The text, block by block.
    pub blocks: Vec<Block>,
}

/// What stands between two blocks in the plain text.
const BETWEEN_BLOCKS: &str = "\n\n";

impl Article {
    /// The plain text: the blocks' texts joined by a blank line. All offsets of [`crate::Part::Text`] count in it.
    #[must_use]
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self
            .blocks
            .iter()
            .map(|block| block.text.as_str())
            .collect();
        texts.join(BETWEEN_BLOCKS)
    }

    /// Each block with the offset in bytes at which it begins in [`Article::text`].
    pub fn blocks_with_offsets(&self) -> impl Iterator<Item = (usize, &Block)> {
        let mut next = 0;
        self.blocks.iter().map(move |block| {
            let start = next;
            next += block.text.len() + BETWEEN_BLOCKS.len();
            (start, block)
        })
    }
}

/// A paragraph, heading, list item, … of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// How it is set.
    pub kind: BlockKind,
    /// Its plain text, without markup and never empty.
    pub text: String,
    /// Formatting inside it, sorted by start; two either nest or do not overlap.
    pub inlines: Vec<Inline>,
}

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading inside the text, level 1 to 6 as written (the page shifts it below the headline).
    Heading(u8),
    /// A quotation.
    Quote,
    /// An item of a list: its depth from 0, and its number when the list is ordered.
    Item {
        /// How many lists it stands in, less one.
        depth: u8,
        /// Its number in an ordered list.
        number: Option<u32>,
    },
    /// Preformatted text, line breaks kept.
    Preformatted,
    /// A row of a table, its cells separated by tabs.
    Row,
}

/// Formatting of a part of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inline {
    /// First byte in the block's text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is.
    pub kind: InlineKind,
}

/// Kinds of inline formatting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InlineKind {
    /// Stress emphasis.
    Emphasis,
    /// Strong importance.
    Strong,
    /// Code.
    Code,
    /// A link to an `http`, `https` or `mailto` address (the reader of articles drops any other).
    Link(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_stand_where_the_text_says() {
        let block = |text: &str| Block {
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
            inlines: Vec::new(),
        };
        let article = Article {
            id: ArticleId("a".to_owned()),
            headline: "A".to_owned(),
            byline: Vec::new(),
            published: None,
            dateline: None,
            source: None,
            genre: None,
            url: None,
            language: "en".to_owned(),
            topics: Vec::new(),
            note: None,
            record: Vec::new(),
            blocks: vec![block("Eins."), block("Zwölf."), block("3")],
        };
        let text = article.text();
        assert_eq!(text, "Eins.\n\nZwölf.\n\n3");
        for (start, block) in article.blocks_with_offsets() {
            assert_eq!(
                text.get(start..start + block.text.len()),
                Some(block.text.as_str())
            );
        }
    }
}
