//! Lays visits out on a time axis. Plain data in, plain data out, always the same for the same input.
//!
//! # Overview
//!
//! - [`Window`]: the stretch of days on show, the one to open with, zooming and panning.
//! - [`Scale`]: days to pixels and back.
//! - [`ticks()`]: where the axis is divided, from days to centuries.
//! - [`lanes()`]: items sorted into named rows.
//! - [`layout()`]: one lane of [`Item`]s becomes [`Mark`]s, single or clustered, with room for their labels.
//!
//! Coordinates are whole CSS pixels from the left edge of the drawing, so that nothing here formats or compares floats.
//! The width of a label comes in as a function, because only a browser knows its fonts.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod lanes;
mod layout;
mod scale;
mod ticks;
mod window;

pub use lanes::{Lane, lanes};
pub use layout::{Item, Label, Layout, Mark, Shape, layout};
pub use scale::Scale;
pub use ticks::{Tick, Unit, ticks};
pub use window::Window;
