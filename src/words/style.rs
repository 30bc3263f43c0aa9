//! The headings of the page for who designs the others.

/// The page.
pub const STYLE: &str = "Style";
/// The list of the parts.
pub const STYLE_PARTS: &str = "Parts in their states";
/// The sizes of type.
pub const STYLE_TYPE: &str = "Type";
/// The highlights.
pub const STYLE_MARKS: &str = "Marks in a text";
/// Buttons and links.
pub const STYLE_CONTROLS: &str = "Controls";
