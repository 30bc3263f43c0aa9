//! What is highlighted.

use dateline_model::Span;

/// A passage that a term of the query matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// The passage, a phrase as one.
    pub span: Span,
    /// Which term of the query, counted from 0 in its order.
    pub term: u16,
}
