//! What front matter holds, whichever language it is written in.

use dateline_model::Location;

/// A value and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Value {
    /// Its first character.
    pub(crate) at: Location,
    /// What it is.
    pub(crate) kind: Kind,
}

/// What a value is. Numbers and dates stay as written: nothing here counts with them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Null,
    Bool(bool),
    Text(String),
    Number(String),
    Date(String),
    List(Vec<Value>),
    Table(Vec<Entry>),
}

/// A key of a table with its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    /// The key's first character.
    pub(crate) at: Location,
    pub(crate) value: Value,
}

impl Value {
    /// What kind of value it is, with its article, for messages.
    pub(crate) fn described(&self) -> &'static str {
        match self.kind {
            Kind::Null => "empty",
            Kind::Bool(_) => "true or false",
            Kind::Text(_) => "text",
            Kind::Number(_) => "a number",
            Kind::Date(_) => "a date",
            Kind::List(_) => "a list",
            Kind::Table(_) => "a table",
        }
    }

    /// The words of anything that is written as words: text, a number, a date.
    pub(crate) fn words(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) | Kind::Number(text) | Kind::Date(text) => Some(text),
            Kind::Null | Kind::Bool(_) | Kind::List(_) | Kind::Table(_) => None,
        }
    }
}
