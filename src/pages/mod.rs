//! The page that is there at once, and the frame of those that come later ([`crate::annex`]).

mod explore;
pub mod footer;
pub mod leaf;

pub use explore::explore;
pub use leaf::HEADLINE_ID;
