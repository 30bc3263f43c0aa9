//! A collection packed for the browser, and the one filter over it.
//!
//! # Overview
//!
//! - [`Contents`] is what a bundle holds; [`write()`] packs it into one file, [`write_parts`] into several, and
//!   [`write_fitting`] as it fits.
//! - [`record`] is the table of visits on record, a file of its own that is fetched only when it is asked for.
//! - [`Collection::open`] verifies a bundle and makes it searchable: [`Collection::select`] answers a [`Filter`] with a
//!   [`Selection`].
//! - [`Collection::marks`] and [`Collection::snippet`] say what a selection's query highlights.
//!
//! # Example
//!
//! ```
//! use dateline_bundle::{About, Collection, Contents, Filter, write};
//!
//! let contents = Contents::new(About::default(), Vec::new(), Vec::new());
//! let bytes = write(&contents);
//! let collection = Collection::open(&bytes)?;
//! let selection = collection.select(&Filter { query: "silver economy".to_owned(), ..Filter::default() });
//! assert!(selection.articles.is_empty());
//! # Ok::<(), dateline_bundle::ReadError>(())
//! ```
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod aliases;
mod collection;
mod condense;
mod contents;
mod decode;
mod encode;
mod facts;
mod filter;
mod glance;
mod indexing;
mod links;
mod open;
mod pack;
mod parts;
mod per_facet;
pub mod record;
mod select;
mod selection;
mod write;

pub use aliases::common_aliases;
pub use collection::Collection;
pub use contents::{About, Contents, Entry, RecordInfo};
pub use dateline_search::{Completion, Mark, Note, Plain, Sort, Window, forms};
pub use filter::{Choice, Facet, Filter};
pub use glance::Glance;
pub use open::{read, read_parts};
pub use pack::{ReadError, VERSION};
pub use parts::PartError;
pub use per_facet::PerFacet;
pub use selection::{Chosen, FacetValue, Found, Selection, Snippet};
pub use write::{File, Packed, write, write_fitting, write_parts};
