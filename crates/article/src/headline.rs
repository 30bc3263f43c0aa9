//! A headline for an article that gives none.

use dateline_model::{ArticleId, Block, BlockKind};

/// A headline made of the text is cut before this many characters.
const LONGEST: usize = 80;

/// Takes the heading of level 1 that the text begins with: it is the headline, not text.
pub(crate) fn take_heading(blocks: &mut Vec<Block>) -> Option<String> {
    let first = blocks.first()?;
    (first.kind == BlockKind::Heading(1)).then(|| blocks.remove(0).text)
}

/// Drops a heading of level 1 at the beginning that only repeats the headline.
pub(crate) fn drop_repeated(headline: &str, blocks: &mut Vec<Block>) {
    let repeats = blocks
        .first()
        .is_some_and(|first| first.kind == BlockKind::Heading(1) && first.text == headline);
    if repeats {
        blocks.remove(0);
    }
}

/// The first words of the text, or the id where there is no text.
pub(crate) fn from_text(blocks: &[Block], id: &ArticleId) -> String {
    let Some(first) = blocks.first() else {
        return id.0.clone();
    };
    let mut headline = String::new();
    for word in first.text.split_whitespace() {
        let length = headline.chars().count() + 1 + word.chars().count();
        if !headline.is_empty() && length > LONGEST {
            headline.push_str(" …");
            break;
        }
        if !headline.is_empty() {
            headline.push(' ');
        }
        headline.extend(word.chars().take(LONGEST));
    }
    headline
}
