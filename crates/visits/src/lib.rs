//! Reads dates, people, places and visits out of an article's text, each with the words that say so.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

pub mod dates;
