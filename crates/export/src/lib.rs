//! Visits for other programs.
//!
//! - [`csv()`] makes a table for spreadsheets and databases.
//! - [`ics()`] makes a calendar that can be subscribed to.
//!
//! Both are pure functions of what is shown: no clock, no random ids, so that the same visits give the same bytes and a
//! calendar that is fetched again updates its events instead of doubling them.
//!
//! ```
//! let table = dateline_export::csv(&[], &|_| None);
//! assert!(table.starts_with("id,visitors,"));
//! ```
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod csv;
mod ics;
mod words;

pub use csv::csv;
pub use ics::ics;

use dateline_model::{Article, ArticleId};

/// Finds the article of an id: evidence is quoted from it, and its headline and address are given.
pub type Lookup<'a> = dyn Fn(&ArticleId) -> Option<&'a Article> + 'a;
