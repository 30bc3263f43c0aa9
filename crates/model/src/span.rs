//! Where something stands in an article.

use serde::{Deserialize, Serialize};

/// The part of an article that offsets count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// [`crate::Article::headline`].
    Headline,
    /// [`crate::Article::text`].
    Text,
}

impl Part {
    /// The name that the command's JSON and the URLs use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Text => "text",
        }
    }
}

/// A half-open range `start..end` of bytes in one part of an article, on `char` boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The part that `start` and `end` count in.
    pub part: Part,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of the text.
    #[must_use]
    pub fn text(range: std::ops::Range<usize>) -> Self {
        Self::new(Part::Text, range)
    }

    /// A span of a part. Offsets beyond `u32::MAX` (no article is that long) stop there.
    #[must_use]
    pub fn new(part: Part, range: std::ops::Range<usize>) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            part,
            start: narrow(range.start),
            end: narrow(range.end),
        }
    }

    /// The bytes it covers, for slicing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies within this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.part == other.part && self.start <= other.start && other.end <= self.end
    }
}
