//! Reads dates, people, places and visits out of an article's text, each with the words that say so.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

pub mod dates;
mod events;
mod fold;
mod grammar;
mod labels;
mod mentions;
mod merge;
mod names;
mod reading;
mod text;
mod wordlist;

pub use events::RULES;
pub use fold::visit_id;
pub use labels::{country, split_title};
pub use merge::{join, merge, relabel};
pub use reading::{Explanation, Outcome, Reading, read};
