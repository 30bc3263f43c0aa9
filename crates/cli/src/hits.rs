//! What a search found, as people and programs read it.

use dateline_bundle::{Collection, Facet, Selection, Window};
use dateline_export::Scalars;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::out::Out;

/// What stands between two parts of a snippet, and where one is cut.
const CUT: &str = "…";

/// An article that was found.
#[derive(Debug, Serialize)]
pub(crate) struct Hit {
    pub(crate) id: String,
    pub(crate) headline: String,
    pub(crate) date: Option<String>,
    /// What the rank goes by; none where nothing is searched for.
    pub(crate) score: Option<f32>,
    pub(crate) snippet: Snippet,
}

/// Words of an article with what matched in them.
#[derive(Debug, Default, PartialEq, Serialize)]
pub(crate) struct Snippet {
    pub(crate) text: String,
    /// In Unicode scalar values of `text`: sorted, non-overlapping.
    pub(crate) spans: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct Line<'a> {
    query: &'a str,
    total: u32,
    facets: Facets<'a>,
    hits: &'a [Hit],
    /// What was understood in another way than it may have been meant, in words.
    notes: &'a [String],
}

/// The counts of each value of each facet, highest first.
struct Facets<'a>(&'a Selection);

impl Serialize for Facets<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Facet::ALL.len()))?;
        for facet in Facet::ALL {
            map.serialize_entry(facet.name(), &Values(self.0, facet))?;
        }
        map.end()
    }
}

struct Values<'a>(&'a Selection, Facet);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let values = self.0.facets.get(self.1);
        let mut map = serializer.serialize_map(Some(values.len()))?;
        for value in values {
            map.serialize_entry(&*value.value, &value.count)?;
        }
        map.end()
    }
}

/// Prints an answer as one line of JSON.
pub(crate) fn json(
    query: &str,
    selection: &Selection,
    hits: &[Hit],
    notes: &[String],
    out: &mut Out,
) {
    out.json(&Line {
        query,
        total: selection.total,
        facets: Facets(selection),
        hits,
        notes,
    });
}

/// The first articles of a selection.
pub(crate) fn of(collection: &Collection, selection: &Selection) -> Vec<Hit> {
    let scores = collection.scores(selection);
    let articles = selection.articles.iter();
    let hit = |(rank, place): (usize, &u32)| {
        let article = &collection.entry(*place)?.article;
        let windows = collection.snippet(selection, *place).windows;
        Some(Hit {
            id: article.id.0.clone(),
            headline: article.headline.clone(),
            date: article.published.map(|date| date.to_string()),
            score: scores.get(rank).copied(),
            snippet: Snippet::new(&article.text(), &windows),
        })
    };
    articles.enumerate().filter_map(hit).collect()
}

impl Snippet {
    /// The windows on a text as one line of words.
    fn new(text: &str, windows: &[Window]) -> Self {
        let mut snippet = Self::default();
        let mut length = 0;
        let mut push = |snippet: &mut Self, words: &str| {
            snippet.text.push_str(words);
            length += words.chars().count();
            length
        };
        for (place, window) in windows.iter().enumerate() {
            if place > 0 {
                push(&mut snippet, " ");
            }
            let mut start = 0;
            if window.cut_before {
                start = push(&mut snippet, CUT);
            } else if place > 0 {
                start = push(&mut snippet, "");
            }
            let words = text.get(window.span.range()).unwrap_or_default();
            push(&mut snippet, words);
            let scalars = Scalars::new(words);
            let inside =
                |offset: u32| start + scalars.at(offset.saturating_sub(window.span.start) as usize);
            let spans = window.marks.iter();
            let spans = spans.map(|mark| [inside(mark.span.start), inside(mark.span.end)]);
            snippet.spans.extend(spans);
            if window.cut_after {
                push(&mut snippet, CUT);
            }
        }
        snippet
    }

    /// The text with marks around what matched.
    pub(crate) fn highlighted(&self, before: &str, after: &str) -> String {
        let mut text = String::new();
        let mut spans = self.spans.iter().peekable();
        for (place, c) in self.text.chars().enumerate() {
            while let Some([start, end]) = spans.peek().copied() {
                if place == *start {
                    text.push_str(before);
                }
                if place != *end {
                    break;
                }
                text.push_str(after);
                spans.next();
            }
            text.push(c);
        }
        if spans.next().is_some() {
            text.push_str(after);
        }
        text
    }
}
