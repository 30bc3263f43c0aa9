//! The pages that are there at once, and the frame of those that come later ([`crate::annex`]).

mod explore;
mod footer;
pub mod leaf;
mod reader;

pub use explore::explore;
pub use leaf::HEADLINE_ID;
pub use reader::reader;
