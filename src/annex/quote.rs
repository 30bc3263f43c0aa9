//! Copying a sentence or a passage, with where it stands.

use dateline_model::{Article, Part, Span};
use yew::prelude::*;

use super::passage;
use crate::browser::{location, selection};
use crate::components::article_text::TEXT_ID;
use crate::components::copy::{copy, one_of_several};
use crate::components::quotation::part_text;
use crate::context::Shown;
use crate::view::{Action, Copied, Page, ViewState, WhatToCopy, codec};
use crate::words;

/// Copies what a button outside the annex asked for.
pub fn copy_what(shown: &Shown, what: WhatToCopy) {
    let place = match &shown.state.page {
        Page::Article(id) => {
            let entry = shown.collection.article(id);
            let entry = entry.and_then(|index| shown.collection.entry(index));
            entry.and_then(|entry| Some((&entry.article, selected(&entry.article)?)))
        }
        _ => open_sentence(shown),
    };
    let Some((article, span)) = place else {
        let told = Action::Copied(what.name().to_owned(), Copied::NothingSelected);
        shown.act.emit(told);
        return;
    };
    let text = match what {
        WhatToCopy::Quotation => text(article, span),
        WhatToCopy::PassageLink => address(article, span),
    };
    copy(shown.act, what.name(), text);
}

/// The two buttons beside a sentence.
pub fn buttons(shown: &Shown, article: &Article, span: Span) -> Html {
    let name = [&article.id.0, span.part.name(), &span.start.to_string()].join(" ");
    let quoted = article.clone();
    let linked = article.clone();
    html! {
        <span class="copies">
            { one_of_several(shown, &[&name, " quotation"].concat(), words::COPY_QUOTATION, words::QUOTATION_COPIED, move || text(&quoted, span)) }
            { one_of_several(shown, &[&name, " link"].concat(), words::COPY_PASSAGE_LINK, words::LINK_COPIED, move || address(&linked, span)) }
        </span>
    }
}

/// The hash of an article at a passage, without any filter: a link for others. A headline is no passage.
pub fn hash(article: &Article, span: Span) -> String {
    codec::write(&ViewState {
        page: Page::Article(article.id.clone()),
        at: locator(article, span),
        ..ViewState::default()
    })
}

/// The parameter that points to a passage; nothing for one in the headline.
pub fn locator(article: &Article, span: Span) -> Option<String> {
    match span.part {
        Part::Headline => None,
        Part::Text => passage::write(&article.text(), span.range()),
    }
}

fn address(article: &Article, span: Span) -> String {
    location::address(&hash(article, span))
}

fn text(article: &Article, span: Span) -> String {
    let whole = part_text(article, span.part);
    let sentence = whole.get(span.range()).unwrap_or_default();
    words::quotation(sentence, article, &address(article, span))
}

/// The sentence of the open visit.
fn open_sentence<'a>(shown: &'a Shown) -> Option<(&'a Article, Span)> {
    let visit = shown.visit(shown.open_visit()?)?;
    let report = shown.speaking(visit)?;
    Some((shown.article_of(report)?, report.span))
}

/// What the reader has selected of an article's text.
fn selected(article: &Article) -> Option<Span> {
    let (start, end) = selection::within(TEXT_ID)?;
    let start = offset(article, start, false)?;
    let end = offset(article, end, true)?;
    trimmed(&article.text(), start, end)
}

/// A place in [`Article::text`], from the number of UTF-16 units before it on the page, where nothing stands between two
/// blocks. Between two blocks it belongs to the one before if it is an `end`. Beyond the text it is its end.
fn offset(article: &Article, units: usize, end: bool) -> Option<usize> {
    let mut left = units;
    let mut last = None;
    for (start, block) in article.blocks_with_offsets() {
        for (at, c) in block.text.char_indices() {
            if left == 0 && (!end || at > 0) {
                return Some(start + at);
            }
            left = left.saturating_sub(c.len_utf16());
        }
        last = Some(start + block.text.len());
        if left == 0 && end {
            return last;
        }
    }
    last.filter(|_| end)
}

/// The stretch without white space at its ends; `None` where nothing else is in it.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let words = text.get(start..end)?;
    let start = start + words.len() - words.trim_start().len();
    let words = words.trim();
    (!words.is_empty()).then(|| Span::text(start..start + words.len()))
}

#[cfg(test)]
mod tests {
    use dateline_model::{Block, BlockKind};

    use super::*;

    fn article() -> Article {
        let block = |text: &str| Block {
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
            inlines: Vec::new(),
        };
        Article {
            blocks: vec![block("Né à Zürich 🙂."), block("Second.")],
            ..crate::fixture::article("a", "2026-01-12", "")
        }
    }

    #[test]
    fn a_selection_is_found_in_the_text_whatever_its_blocks_and_characters() {
        let article = article();
        let text = article.text();
        let units = |words: &str| words.encode_utf16().count();
        let first = units("Né à Zürich 🙂.");
        for (start, end, found) in [
            (0, 2, Some("Né")),
            (5, 11, Some("Zürich")),
            (11, first, Some("🙂.")),
            (first, first + 6, Some("Second")),
            (first - 1, first + 7, Some(".\n\nSecond.")),
            (0, 9_999, Some(text.as_str())),
            (first + 7, 9_999, None),
            (4, 5, None),
        ] {
            let span = offset(&article, start, false)
                .zip(offset(&article, end, true))
                .and_then(|(start, end)| trimmed(&text, start, end));
            let words = span.and_then(|span| text.get(span.range()));
            assert_eq!(words, found, "{start} to {end}");
        }
    }

    #[test]
    fn a_link_to_a_sentence_carries_no_filter_and_one_to_a_headline_no_passage() {
        let article = crate::fixture::article("a", "2026-01-12", "Xi met Lee. Lee left.");
        let sentence = hash(&article, Span::text(0..11));
        assert_eq!(sentence, "#/article/a?at=xi+met,lee,-lee+left");
        assert_eq!(
            hash(&article, Span::new(Part::Headline, 0..1)),
            "#/article/a"
        );
    }
}
