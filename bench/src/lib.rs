//! What the search costs, measured on news that nobody wrote.
//!
//! [`news::collection`] invents as many articles as wanted, always the same ones; [`queries::all`] asks for what a scan
//! ([`truth::Scan`]) finds in them.

mod dice;
pub mod news;
pub mod queries;
pub mod truth;

pub use dice::Dice;
