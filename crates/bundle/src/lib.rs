//! A collection packed for the browser, and the one filter over it.
//!
//! # Overview
//!
//! - [`Contents`] is what a bundle holds; [`write()`] packs it into bytes, [`read()`] unpacks and verifies them.
//! - [`record`] is the table of visits on record, a file of its own that is fetched only when it is asked for.
//! - [`Collection`] makes contents searchable: [`Collection::select`] answers a [`Filter`] with a [`Selection`].
//! - [`Collection::marks`] and [`Collection::snippet`] say what a selection's query highlights.
//!
//! # Example
//!
//! ```
//! use dateline_bundle::{About, Collection, Contents, Filter, read, write};
//!
//! let contents = Contents::new(About::default(), Vec::new(), Vec::new());
//! let bytes = write(&contents);
//! let collection = Collection::new(read(&bytes)?);
//! let selection = collection.select(&Filter { query: "silver economy".to_owned(), ..Filter::default() });
//! assert!(selection.articles.is_empty());
//! # Ok::<(), dateline_bundle::ReadError>(())
//! ```
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod aliases;
mod collection;
mod contents;
mod decode;
mod facts;
mod filter;
mod pack;
mod per_facet;
pub mod record;
mod select;
mod selection;

pub use aliases::common_aliases;
pub use collection::{Collection, Opening};
pub use contents::{About, Contents, Entry, RecordInfo};
pub use dateline_search::{Completion, Mark, Note, Plain, Sort, Window};
pub use filter::{Choice, Facet, Filter};
pub use pack::{ReadError, VERSION, read, write};
pub use per_facet::PerFacet;
pub use selection::{Chosen, FacetValue, Selection, Snippet};
