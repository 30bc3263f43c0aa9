//! Marks by their ids and names.

use dateline_timeline::{Mark, excerpt};

use crate::browser::measure;
use crate::context::Shown;

/// The element id of a mark: this, the number of its row, and its first key.
const ID_PREFIX: &str = "mark-";
/// The page's sans-serif font in a weight and size, as `--sans` in `tokens.css`: what texts are measured in.
macro_rules! sans {
    ($size:literal) => {
        concat!(
            $size,
            " \"Source Sans 3\", \"Arial fitted\", \"Noto Sans fitted\", \"DejaVu Sans fitted\", sans-serif"
        )
    };
}
pub(crate) use sans;

/// The font of the names on the timeline, as in `timeline.css`.
const LABEL_FONT: &str = sans!("14px");
/// The same for the open mark, in its weight.
const OPEN_FONT: &str = sans!("600 14px");

/// The element id of a mark in a row. A visit may stand in several.
pub fn element_id(row: u32, mark: &Mark) -> String {
    let key = mark.keys.first().copied().unwrap_or_default();
    format!("{ID_PREFIX}{row}-{key}")
}

/// Row and first key of the mark that an element shows.
pub fn mark_of_element(id: &str) -> Option<(u32, u32)> {
    let (row, key) = id.strip_prefix(ID_PREFIX)?.split_once('-')?;
    Some((row.parse().ok()?, key.parse().ok()?))
}

/// The width of the label of a mark in pixels.
pub fn label_width(shown: &Shown, keys: &[u32], is_open: bool) -> i32 {
    let font = if is_open { OPEN_FONT } else { LABEL_FONT };
    measure::width(&label(shown, keys), font)
}

/// The name beside a mark: who went; for a cluster the family of the newest names.
pub fn label(shown: &Shown, keys: &[u32]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for &key in excerpt(keys).iter().rev() {
        let visitor = shown.visit(key).and_then(|visit| visit.visitors.first());
        let visitor = visitor.map(|person| person.name.as_str());
        let on_record = || shown.row(key).map(|row| row.visitor.as_str());
        let name = visitor.or_else(on_record).unwrap_or_default();
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
            // Two are named; of the others it is enough that there are some.
            if names.len() > 2 {
                break;
            }
        }
    }
    let mut label = String::new();
    for (at, name) in names.into_iter().enumerate() {
        label.push_str(match at {
            0 => "",
            1 => ", ",
            _ => " …",
        });
        if at < 2 {
            label.push_str(name);
        }
    }
    label
}
