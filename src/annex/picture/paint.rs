//! Colours on paper, and what is drawn more than once.

use dateline_export::Svg;

pub const PAPER: &str = "#fbfbfa";
pub const INK: &str = "#16191c";
pub const SOFT: &str = "#4c5459";
pub const FAINT: &str = "#636b70";
pub const PENCIL: &str = "#1f55b5";
pub const RECORD: &str = "#6f777b";
pub const CONTROL: &str = "#7f878a";
pub const RULE: &str = "#d5d8d8";

/// In quotation marks, because of its number. Where the page's own font is missing, a viewer takes its own.
pub const FONT: &str = "'Source Sans 3', system-ui, sans-serif";

/// A text at a place.
pub fn label(svg: &mut Svg, (x, y): (i32, i32), text: &str, more: &[(&str, &str)]) {
    let (x, y) = (x.to_string(), y.to_string());
    let mut attributes = vec![("x", x.as_str()), ("y", y.as_str())];
    attributes.extend(more);
    svg.text("text", &attributes, text);
}

/// The ends of a mark that nobody knows, and where it is how opaque.
const FADES: [(&str, &[(&str, &str)]); 3] = [
    (
        "both",
        &[("0", "0"), ("0.4", "1"), ("0.6", "1"), ("1", "0")],
    ),
    ("end", &[("0", "1"), ("0.3", "1"), ("1", "0")]),
    ("start", &[("0", "0"), ("0.7", "1"), ("1", "1")]),
];

/// The fades of marks, reported and on record.
pub fn fades(svg: &mut Svg) {
    svg.open("defs", &[]);
    for (of, ink) in [("fade", PENCIL), ("record", RECORD)] {
        for (ends, stops) in FADES {
            svg.open("linearGradient", &[("id", &format!("{of}-{ends}"))]);
            for (offset, opacity) in stops {
                let look = [
                    ("offset", *offset),
                    ("stop-color", ink),
                    ("stop-opacity", *opacity),
                ];
                svg.draw("stop", &look);
            }
            svg.close();
        }
    }
    svg.close();
}

/// The look of a mark that fades at these ends.
pub fn fade(ends: &str, is_record: bool) -> String {
    format!("url(#{}-{ends})", if is_record { "record" } else { "fade" })
}
