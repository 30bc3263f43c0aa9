//! The pages.

mod explore;
mod footer;
mod leaf;
mod profile;
mod reader;
mod visit;

pub use explore::explore;
pub use leaf::HEADLINE_ID;
pub use profile::profile;
pub use reader::reader;
pub use visit::visit;
