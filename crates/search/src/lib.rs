//! Full-text search over generic documents.

mod aliases;
mod bits;
mod complete;
mod find;
mod index;
mod mark;
mod note;
mod query;
mod snippet;
mod stem;
mod text;

pub use aliases::Aliases;
pub use bits::Bits;
pub use complete::Completion;
pub use find::{Answer, Hit};
pub use index::{Builder, Document, Facet, Index, WordCounts, WordRanks};
pub use mark::Mark;
pub use note::{Note, Plain};
pub use query::{Query, parse};
pub use snippet::{Window, windows};
pub use text::forms;

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// Best match first; newest first where nothing is searched for.
    #[default]
    Relevance,
    /// Newest first, undated last.
    Newest,
    /// Oldest first, undated last.
    Oldest,
}

impl Sort {
    /// Every order, as lists show them.
    pub const ALL: [Self; 3] = [Self::Relevance, Self::Newest, Self::Oldest];

    /// The name that the command line and the URLs use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }

    /// The order of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}
