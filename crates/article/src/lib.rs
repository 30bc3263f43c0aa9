//! Reads dated articles out of plain text and Markdown files.
//!
//! # What is read
//!
//! - **Plain text** and **Markdown**, in UTF-8 (UTF-16 with its mark is read too), set into blocks with their formatting.
//! - **Front matter** in YAML (between `---`) or TOML (between `+++`) with the keys of Zola, Hugo and Jekyll, or the
//!   **header line** `date 2026-01-12 Headline`.
//! - A **sidecar** `NAME.toml` beside an article that must not be touched; it wins over the article's own front matter.
//! - `collection.toml` with the [`Settings`] of the collection.
//! - The files of a record of visits ([`RecordFiles`]): its table is only found here, its corrections are read.
//!
//! # How
//!
//! Reading never fails and never panics: each file gives what could be read and every [`dateline_model::Problem`] in it,
//! with line, column and remedy. There is no I/O here; the caller hands in [`Source`]s and asks [`role`] which files
//! matter.
//!
//! - [`read_all`] does everything for a folder.
//! - [`sort_out`], [`read()`] and [`finish`] are its three steps, for callers that read files in parallel.
//!
//! ```
//! use dateline_article::{Source, read_all};
//!
//! let (documents, problems) = read_all(vec![
//!     Source::new("a.md", "---\ntitle: Lee in Beijing\ndate: 2026-01-05\n---\nHe *met* Xi.\n"),
//!     Source::new("b.md", "---\ntitel: Unfinished\ndate: 2026-02-30\n---\nText.\n"),
//! ]);
//! assert_eq!(documents.len(), 2);
//! assert_eq!(
//!     problems[0].to_string(),
//!     "b.md: warning: no headline is given; the first words of the text stand for it. \
//!      Add `title: …` to the front matter or to a sidecar."
//! );
//! assert_eq!(
//!     problems[1].to_string(),
//!     "b.md:2:1: warning: unknown key `titel`, ignored. Write `title` if that is meant."
//! );
//! assert_eq!(
//!     problems[2].to_string(),
//!     "b.md:3:7: error: there is no such day as `2026-02-30`. Write the date as 2026-01-31."
//! );
//! ```
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod authored;
mod authored_read;
mod corrections;
mod decode;
mod entity;
mod flow;
mod folder;
mod front;
mod header;
mod headline;
mod html;
mod inlines;
mod keys;
mod lines;
mod links;
mod markdown;
mod meta;
mod plain;
mod published;
mod read;
mod record_settings;
mod report;
mod settings;
mod source;
mod stray;
mod take;
mod toml_values;
mod value;
mod yaml_tree;
mod yaml_values;

pub use authored::{Action, Authored, AuthoredVisit, Split};
pub use corrections::{RecordPerson, RowCorrection};
pub use decode::MAX_BYTES;
pub use folder::{Folder, RecordFiles, finish, read_all, sort_out};
pub use read::{Document, read};
pub use record_settings::RecordSettings;
pub use settings::{Settings, read_settings};
pub use source::{Role, SETTINGS_FILE, Source, role};
