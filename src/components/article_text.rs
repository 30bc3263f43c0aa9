//! The text of an article, block by block, with the reader's matches and the words that were read.

use std::ops::Range;

use dateline_bundle::Mark;
use dateline_model::{Article, Block, BlockKind};
use yew::prelude::*;

use crate::components::marked::{Marked, marked};
use crate::layers::Layer;
use crate::reading::Reading;

/// The text of an article, and what to show in it.
#[derive(Clone, Debug)]
pub struct ArticleText<'a> {
    /// The article.
    pub article: &'a Article,
    /// The matches in its text, sorted.
    pub marks: &'a [Mark],
    /// The number of the first of them in the article (those in the headline come before).
    pub first_match: usize,
    /// The match that the reader stands at, as an index of `marks`.
    pub current: Option<usize>,
    /// The words that were read.
    pub readings: &'a [Layer<Reading>],
    /// The passage that the address points to.
    pub passage: Option<Range<usize>>,
}

/// The element id of the text.
pub const TEXT_ID: &str = "text";

/// The whole text.
pub fn article_text(props: &ArticleText) -> Html {
    html! { <div id={TEXT_ID} class="article-text">{ blocks(props) }</div> }
}

/// All blocks, each with the matches and readings inside it.
pub fn blocks(props: &ArticleText) -> Vec<Html> {
    let text = props.article.text();
    let mut next = 0;
    props
        .article
        .blocks_with_offsets()
        .enumerate()
        .map(|(index, (start, block))| {
            let end = start + block.text.len();
            let from = next;
            while props
                .marks
                .get(next)
                .is_some_and(|mark| (mark.span.start as usize) < end)
            {
                next += 1;
            }
            let words = marked(&Marked {
                text: &text,
                range: Some(start..end),
                marks: props.marks.get(from..next).unwrap_or_default(),
                readings: inside(props.readings, start, end),
                passage: props.passage.clone(),
                passage_begins: props.passage.as_ref().is_some_and(|it| it.start >= start),
                inlines: &block.inlines,
                inlines_at: start,
                gloss: true,
                current: props.current.and_then(|current| current.checked_sub(from)),
                first_match: Some(props.first_match + from),
            });
            view_block(index, block, words)
        })
        .collect()
}

/// The readings that touch a block. They are sorted, so that they follow each other.
fn inside(readings: &[Layer<Reading>], start: usize, end: usize) -> &[Layer<Reading>] {
    let from = readings.partition_point(|layer| layer.range.end <= start);
    let to = readings.partition_point(|layer| layer.range.start < end);
    readings.get(from..to).unwrap_or_default()
}

fn view_block(index: usize, block: &Block, text: Html) -> Html {
    match block.kind {
        BlockKind::Paragraph => html! { <p key={index}>{ text }</p> },
        // The headline is the page's h1: headings of the text begin below it, whatever level they were written at.
        BlockKind::Heading(level) if level <= 2 => html! { <h2 key={index}>{ text }</h2> },
        BlockKind::Heading(_) => html! { <h3 key={index}>{ text }</h3> },
        BlockKind::Quote => html! { <blockquote key={index}><p>{ text }</p></blockquote> },
        BlockKind::Item { depth, number } => view_item(index, depth, number, text),
        BlockKind::Preformatted => html! { <pre key={index}>{ text }</pre> },
        BlockKind::Row => html! { <p key={index} class="row">{ text }</p> },
    }
}

/// An item stands alone, because blocks are flat; its number is part of it.
fn view_item(index: usize, depth: u8, number: Option<u32>, text: Html) -> Html {
    let depth = format!("depth-{}", depth.min(3));
    match number {
        Some(number) => {
            html! { <ol key={index} ~className={depth} start={number.to_string()}><li>{ text }</li></ol> }
        }
        None => html! { <ul key={index} ~className={depth}><li>{ text }</li></ul> },
    }
}
