//! The plain data that every room of Dateline shares.
//!
//! # What is here
//!
//! - [`Article`] and its [`Block`]s: what the reader reads, and the *plain text* that all offsets count in.
//! - [`Edtf`] and [`Day`]: dates that are never sharper than their source.
//! - [`Visit`], [`Report`] and [`Mention`]: what articles say, each with its [`Span`] of evidence.
//! - [`Problem`]: what is wrong with an input, where, and the remedy.
//!
//! No logic lives here but that of EDTF and of the ids. Nothing here does I/O, reads a clock or uses floats.
//!
//! # Offsets
//!
//! Every offset in this crate is in bytes, half-open `start..end`, and always falls on a `char` boundary of the text
//! it counts in: [`Article::text`] or [`Article::headline`], as [`Part`] says.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod article;
mod day;
mod edtf;
mod id;
mod problem;
mod span;
mod visit;

pub use article::{Article, Block, BlockKind, Inline, InlineKind};
pub use day::Day;
pub use edtf::{Edtf, EdtfError, Form, Precision, Qualifier, split_range};
pub use id::{ArticleId, VisitId, slug};
pub use problem::{Location, Problem, Severity};
pub use span::{Part, Span};
pub use visit::{
    Aspect, Basis, Checked, Gloss, Host, Kind, Mention, MentionKind, Origin, Person, Place,
    Recorded, Report, Status, Visit,
};
