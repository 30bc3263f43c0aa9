//! The pages.

mod explore;
mod footer;
mod reader;

pub use explore::explore;
pub use reader::{HEADLINE_ID, reader};
