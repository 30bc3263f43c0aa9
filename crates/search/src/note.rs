//! What the reader of the results is told about the query.

/// Something that was understood in another way than it may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// A part of the query was read as plain words.
    Plain {
        /// The part, as typed.
        text: String,
        /// Why.
        why: Plain,
    },
    /// The query has too many terms; those after the first `used` were left out.
    TooLong {
        /// How many terms were used.
        used: u32,
    },
    /// The query has no letters or digits to look for.
    Nothing,
    /// A word occurs nowhere, and similar ones were looked for in its place.
    Corrected {
        /// The word, as typed.
        typed: String,
        /// The similar ones, the most frequent first.
        used: Vec<String>,
    },
    /// A word is rare, and a similar one is not.
    DidYouMean {
        /// The word, as typed.
        typed: String,
        /// The similar one.
        instead: String,
    },
    /// No document has all terms; those with most of them were found.
    Fewer {
        /// How many terms there are.
        of: u16,
        /// How many of them the documents have that were found.
        most: u16,
    },
}

/// Why a part of a query was read as plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Plain {
    /// The quotation mark is never closed.
    OpenQuote,
    /// The parenthesis is never closed, closes what was never opened, or stands too deep within others.
    Parenthesis,
    /// An operator without words beside it that it could join.
    LoneOperator,
    /// A field without a value.
    Field,
    /// The value of a date field is no date.
    Date,
    /// A `*` or `~` elsewhere than at the end of a word.
    Wildcard,
}
