//! A collection packed for the browser, and the one filter over it.
//!
//! - [`Contents`] is what a bundle holds; [`write()`] packs it into bytes, [`read()`] unpacks and verifies them.
//! - [`Filter`] is what somebody asks for; [`Selection`] is the answer.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod contents;
mod filter;
mod pack;
mod selection;

pub use contents::{About, Contents, Entry};
pub use dateline_search::{Mark, Note, Plain, Sort};
pub use filter::{Choice, Facet, Filter};
pub use pack::{ReadError, VERSION, read, write};
pub use selection::{Chosen, FacetValue, Selection, Snippet, Window};
