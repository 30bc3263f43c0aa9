//! The built site in three browsers.
//!
//! - [`Server`] serves a folder on the loopback address and can misbehave on request.
//! - [`Engine`] starts a browser's WebDriver server and ends it, whatever happens.
//! - [`Session`] speaks W3C WebDriver, [`Page`] finds things by role and name, as assistive technology does.
//!
//! - [`collection`] puts other articles and visits into a built site, [`states`] has some that are seldom seen.
//!
//! The journeys stand in `tests/journeys`, the pictures for designers in the program `shots`.

pub mod collection;
mod element;
mod engine;
mod page;
mod server;
mod session;
pub mod states;

pub use element::Element;
pub use engine::{Driver, Engine};
pub use page::Page;
pub use server::{Fault, Server, Site};
pub use session::Session;
