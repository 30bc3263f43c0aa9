//! Text with highlights: the one renderer of spans, everywhere.

use std::ops::Range;

use dateline_bundle::Mark;
use dateline_model::{Inline, InlineKind};
use yew::prelude::*;

use crate::layers::{self, Cover, Layer, Piece};
use crate::reading::Reading;
use crate::words;

/// How many colours there are for the terms of a query; further terms begin again with the first.
pub const COLOURS: u16 = 6;

/// The element id of the passage that the address points to.
pub const PASSAGE_ID: &str = "passage";

/// The element id of a match of the open article.
pub fn match_id(number: usize) -> String {
    ["match-", &number.to_string()].concat()
}

/// A text to render with its highlights. All ranges are bytes of `text`.
#[derive(Clone, Debug, Default)]
pub struct Marked<'a> {
    /// The whole text that the ranges count in.
    pub text: &'a str,
    /// The part of it to show; all of it by default.
    pub range: Option<Range<usize>>,
    /// What the query matched.
    pub marks: &'a [Mark],
    /// What was read from it.
    pub readings: &'a [Layer<Reading>],
    /// The passage that the address points to.
    pub passage: Option<Range<usize>>,
    /// Whether that passage begins here, and not in the text before.
    pub passage_begins: bool,
    /// Its formatting, counted from `inlines_at`.
    pub inlines: &'a [Inline],
    /// Where the text begins that `inlines` count in.
    pub inlines_at: usize,
    /// Whether each reading is named at its first word.
    pub gloss: bool,
    /// The match that the reader stands at, as an index of `marks`.
    pub current: Option<usize>,
    /// The number of the first of `marks` in the article, for [`match_id`]. `None` gives no ids.
    pub first_match: Option<usize>,
}

/// Renders text with the matcher's own spans as `<mark class="match-N">` and readings underlined.
pub fn marked(props: &Marked) -> Html {
    let range = props.range.clone().unwrap_or(0..props.text.len());
    let inlines = props.inlines.iter().map(|inline| {
        props.inlines_at + inline.start as usize..props.inlines_at + inline.end as usize
    });
    let flat = [
        props.marks.iter().map(|mark| mark.span.range()).collect(),
        props
            .readings
            .iter()
            .map(|layer| layer.range.clone())
            .collect(),
        props.passage.iter().cloned().collect(),
    ];
    // Inlines may nest, so that each is a layer of its own.
    let layers: Vec<Vec<Range<usize>>> = flat
        .into_iter()
        .chain(inlines.map(|range| vec![range]))
        .collect();
    let pieces = layers::pieces(props.text, range, &layers);
    html! { <>{ for pieces.iter().map(|piece| view_piece(props, piece)) }</> }
}

fn view_piece(props: &Marked, piece: &Piece) -> Html {
    let text = props.text.get(piece.range.clone()).unwrap_or_default();
    let mut covers = piece.under.iter();
    let mark = covers.next().copied().flatten();
    let reading = covers.next().copied().flatten();
    let passage = covers.next().copied().flatten();
    let inlines = covers
        .zip(props.inlines.iter())
        .filter(|(cover, _)| cover.is_some());
    let inlines: Vec<&InlineKind> = inlines.map(|(_, inline)| &inline.kind).collect();
    let wrap = |text: &str| {
        let formatted = inlines
            .iter()
            .rev()
            .fold(html! { text.to_owned() }, |inner, kind| {
                view_inline(kind, inner)
            });
        view_mark(props, mark, formatted)
    };
    let words = match reading.and_then(|cover| Some((cover, props.readings.get(cover.index)?))) {
        Some((cover, layer)) => view_reading(props.gloss, cover, layer.tag, text, wrap),
        None => wrap(text),
    };
    match passage {
        None => words,
        Some(Cover { first, .. }) => {
            let id = (first && props.passage_begins).then_some(PASSAGE_ID);
            html! { <span {id} class="passage" tabindex={id.map(|_| "-1")}>{ words }</span> }
        }
    }
}

fn view_inline(kind: &InlineKind, inner: Html) -> Html {
    match kind {
        InlineKind::Emphasis => html! { <em>{ inner }</em> },
        InlineKind::Strong => html! { <strong>{ inner }</strong> },
        InlineKind::Code => html! { <code>{ inner }</code> },
        InlineKind::Link(url) => {
            html! { <a href={url.clone()} rel="noopener noreferrer" target="_blank">{ inner }</a> }
        }
    }
}

fn view_mark(props: &Marked, cover: Option<Cover>, inner: Html) -> Html {
    let Some((cover, mark)) = cover.and_then(|cover| Some((cover, props.marks.get(cover.index)?)))
    else {
        return inner;
    };
    let id = props
        .first_match
        .filter(|_| cover.first)
        .map(|first| match_id(first + cover.index));
    let current = if props.current == Some(cover.index) {
        " current"
    } else {
        ""
    };
    let class = format!("match-{}{current}", mark.term % COLOURS + 1);
    html! { <mark {id} ~className={class}>{ inner }</mark> }
}

/// The label hangs on the first word: hung on a whole span it would land at the wrong end where the span wraps.
fn view_reading(
    gloss: bool,
    cover: Cover,
    tag: Reading,
    text: &str,
    wrap: impl Fn(&str) -> Html,
) -> Html {
    let label = (gloss && cover.first).then(|| words::gloss(tag));
    let Some(label) = label else {
        return html! { <span class="read">{ wrap(text) }</span> };
    };
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (first, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    html! {
        <>
            <span class="read glossed" data-gloss={label}>{ wrap(first) }</span>
            if !rest.is_empty() { <span class="read">{ wrap(rest) }</span> }
        </>
    }
}
