//! Lays visits out on a time axis. Plain data in, plain data out, always the same for the same input.
//!
//! # Overview
//!
//! - [`Window`]: the stretch of days on show, the one to open with, zooming and panning.
//! - [`Scale`]: days to pixels and back.
//! - [`ticks()`]: where the axis is divided, from days to centuries.
//! - [`lanes()`]: items sorted into named rows.
//! - [`layouts`]: lanes of [`Picked`] items become [`Mark`]s, single or clustered, with room for their labels, and never more than
//!   [`MOST_MARKS`].
//! - [`density()`]: an outline of how much is where, for the overview and for lanes that hold too much to draw.
//! - [`Glide`]: what is seen between two windows.
//! - [`Gesture`] and [`wheeled`]: what hands do, as a [`Wish`]; [`range`]: dates chosen by hand or on a slider.
//!
//! Coordinates are whole CSS pixels from the left edge of the drawing, so that nothing here formats or compares floats.
//! The width of a label comes in as a function, because only a browser knows its fonts.
#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod density;
mod gesture;
mod glide;
mod item;
mod labels;
mod lanes;
mod layout;
mod mark;
mod picked;
pub mod range;
mod scale;
mod ticks;
mod window;

pub use density::density;
pub use gesture::{Gesture, Grip, WHEEL_LINE, Wish, wheeled};
pub use glide::Glide;
pub use item::{Item, Items, Shape};
pub use labels::excerpt;
pub use lanes::{Lane, LaneOrder, lanes};
pub use layout::{Layout, MOST_MARKS, layouts};
pub use mark::{Label, Mark};
pub use picked::Picked;
pub use scale::Scale;
pub use ticks::{Tick, Unit, ticks};
pub use window::Window;

/// How many keys of a mark are looked at for its name: more than any name has room for.
const EXCERPT: usize = 64;
