//! What the reader of the results is told about the query.

/// Something that was understood in another way than it may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A part of the query was read as plain words.
    Plain {
        /// The part, as typed.
        text: String,
        /// Why.
        why: Plain,
    },
}

/// Why a part of a query was read as plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Plain {
    /// The quotation mark is never closed.
    OpenQuote,
    /// The parenthesis is never closed, or closes what was never opened.
    Parenthesis,
    /// An operator without a word beside it.
    LoneOperator,
    /// A field that does not exist, or without a value.
    Field,
    /// The value of a date field is no date.
    Date,
}
