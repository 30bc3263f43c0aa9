//! The articles of the sample.

use dateline_bundle::Entry;
use dateline_model::{
    Article, ArticleId, Block, BlockKind, Inline, InlineKind, Mention, MentionKind, Span,
};

/// An article with the people and places that it names.
pub fn entry(article: Article) -> Entry {
    let text = article.text();
    let names = [
        (MentionKind::Person, "Ada Oyelaran", "Oyelaran"),
        (MentionKind::Person, "Ben Castellan", "Castellan"),
        (MentionKind::Person, "Zoé Adams", "Zoé Adams"),
        (MentionKind::Place, "Portugal", "Portugal"),
        (MentionKind::Place, "Norway", "Norway"),
        (MentionKind::Place, "Kenya", "Kenya"),
        (MentionKind::Place, "Ecuador", "Ecuador"),
        (MentionKind::Place, "Lisbon", "Lisbon"),
        (MentionKind::Place, "Oslo", "Oslo"),
        (MentionKind::Place, "Quito", "Quito"),
    ];
    let mention = |(kind, name, written): (MentionKind, &str, &str)| {
        let spans: Vec<Span> = text
            .match_indices(written)
            .map(|(at, found)| Span::text(at..at + found.len()))
            .collect();
        (!spans.is_empty()).then(|| Mention {
            kind,
            name: name.to_owned(),
            country: None,
            spans,
        })
    };
    Entry {
        mentions: names.into_iter().filter_map(mention).collect(),
        article,
    }
}

/// An article without text.
pub fn article(id: &str, headline: &str, published: &str) -> Article {
    Article {
        id: ArticleId(id.to_owned()),
        headline: headline.to_owned(),
        byline: Vec::new(),
        published: published.parse().ok(),
        dateline: None,
        source: None,
        genre: None,
        url: None,
        language: "en".to_owned(),
        topics: Vec::new(),
        note: None,
        record: Vec::new(),
        blocks: Vec::new(),
    }
}

/// A paragraph.
pub fn paragraph(text: &str) -> Block {
    block(BlockKind::Paragraph, text)
}

fn block(kind: BlockKind, text: &str) -> Block {
    Block {
        kind,
        text: text.to_owned(),
        inlines: Vec::new(),
    }
}

/// An article without a date, with every kind of block and of formatting.
pub fn blocks() -> Article {
    let item = |depth, number| BlockKind::Item { depth, number };
    let mut formatted = paragraph("Emphasis, strong words, code and a link about harbours.");
    let inline = |words: &str, kind| {
        let start = formatted.text.find(words).unwrap_or_default();
        let end = start + words.len();
        Inline {
            start: u32::try_from(start).unwrap_or_default(),
            end: u32::try_from(end).unwrap_or_default(),
            kind,
        }
    };
    formatted.inlines = vec![
        inline("Emphasis", InlineKind::Emphasis),
        inline("strong words", InlineKind::Strong),
        inline("code", InlineKind::Code),
        inline(
            "a link",
            InlineKind::Link("https://example.org/".to_owned()),
        ),
    ];
    let mut article = article("blocks", "Every kind of block in one article", "");
    article.blocks = vec![
        paragraph("The minister came to the harbour in the evening, and went on by train."),
        formatted,
        block(BlockKind::Heading(2), "A heading"),
        block(BlockKind::Heading(3), "A smaller heading"),
        block(BlockKind::Quote, "A quotation of somebody."),
        block(item(0, None), "An item"),
        block(item(1, None), "An item below it"),
        block(item(0, Some(1)), "A first item"),
        block(item(0, Some(2)), "A second item"),
        block(BlockKind::Preformatted, "    kept   as\n  it    is"),
        block(BlockKind::Row, "a\trow\tof a table"),
    ];
    article
}
