//! Articles and visits for other programs.
//!
//! - [`visits_csv`] and [`articles_csv`] make tables for spreadsheets and databases.
//! - [`visits_json`] and [`articles_json`] make documents for programs; [`visit_json()`] is one visit, as the command prints it.
//! - [`Svg`] writes pictures that open in any viewer.
//! - [`visits_ics`] makes a calendar that can be subscribed to.
//!
//! All are pure functions of what is shown: no clock, no random ids, so that the same visits give the same bytes and a
//! calendar that is fetched again updates its events instead of doubling them. Where they come from is handed in as
//! [`Stamp`], and every file says it.
//!
//! ```
//! use dateline_export::{Stamp, visits_csv};
//!
//! let table = visits_csv(&[], &Stamp::default(), &|_| None);
//! assert!(table.starts_with("id,visitors,"));
//! ```
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod articles;
mod ics;
mod json;
mod scalars;
mod svg;
mod table;
mod visit_json;
mod visits;
mod when;
mod words;

pub use articles::{articles_csv, articles_json};
pub use ics::visits_ics;
pub use scalars::Scalars;
pub use svg::Svg;
pub use visit_json::{visit_json, visits_json};
pub use visits::visits_csv;
pub use when::event_days;

use dateline_model::{Article, ArticleId, Day};

/// Finds the article of an id: evidence is quoted from it, and its headline and address are given.
pub type Lookup<'a> = dyn Fn(&ArticleId) -> Option<&'a Article> + 'a;

/// Where a file comes from, so that whoever finds it later can go back. What is not known is left empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp<'a> {
    /// The collection's title.
    pub collection: &'a str,
    /// The build of the collection.
    pub build: &'a str,
    /// The address of what was shown, which holds its filter.
    pub address: &'a str,
    /// The day on which the file was made.
    pub exported: Option<Day>,
}

impl Stamp<'_> {
    /// The columns and keys of a stamp, with their values.
    fn fields(&self) -> [(&'static str, String); 4] {
        let day = self.exported.map(|day| day.to_string());
        [
            ("collection", self.collection.to_owned()),
            ("build", self.build.to_owned()),
            ("address", self.address.to_owned()),
            ("exported", day.unwrap_or_default()),
        ]
    }
}
