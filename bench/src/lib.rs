//! What the search costs, measured on news that nobody wrote.
//!
//! [`news::collection`] invents as many articles as wanted, always the same ones.

mod dice;
pub mod news;
