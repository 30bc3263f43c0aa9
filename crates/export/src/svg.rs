//! Pictures that open in any viewer: SVG 1.1 with every style as an attribute.

use std::fmt::Write as _;

/// A picture that is being drawn. Elements are closed in the order in which they were opened.
#[derive(Debug, Default)]
pub struct Svg {
    out: String,
    open: Vec<&'static str>,
}

impl Svg {
    /// A picture of so many pixels. Its title and description are read by assistive technology and file managers.
    #[must_use]
    pub fn new(width: i32, height: i32, title: &str, description: &str) -> Self {
        let mut svg = Self::default();
        let (w, h) = (width.to_string(), height.to_string());
        let view = format!("0 0 {width} {height}");
        svg.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("width", &w),
                ("height", &h),
                ("viewBox", &view),
                ("role", "img"),
            ],
        );
        svg.text("title", &[], title);
        svg.text("desc", &[], description);
        svg
    }

    /// Begins an element that holds others.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            let _ = write!(self.out, "</{name}>");
        }
    }

    /// An element that holds nothing.
    pub fn draw(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>");
    }

    /// An element that holds a text.
    pub fn text(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        escape(text, &mut self.out);
        self.close();
    }

    /// The whole file.
    #[must_use]
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out.push('\n');
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
    }
}

/// Text as XML 1.0 has it. Characters that it cannot hold become U+FFFD (XML 1.0, 2.2).
fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(character),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_picture_is_one_element_with_a_title() {
        let mut svg = Svg::new(20, 10, "R&D \"now\"", "<all>");
        svg.open("g", &[("fill", "#1f55b5")]);
        svg.draw("rect", &[("x", "1"), ("data-a", "\"<")]);
        assert_eq!(
            svg.finish(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\" viewBox=\"0 0 20 10\" role=\"img\">\
             <title>R&amp;D &quot;now&quot;</title><desc>&lt;all&gt;</desc>\
             <g fill=\"#1f55b5\"><rect x=\"1\" data-a=\"&quot;&lt;\"/></g></svg>\n"
        );
    }

    proptest! {
        #[test]
        fn no_text_leaves_its_place(text: String) {
            let mut svg = Svg::new(1, 1, "", "");
            svg.text("text", &[("x", &text)], &text);
            let svg = svg.finish();
            prop_assert_eq!(svg.matches('<').count(), 8);
            prop_assert_eq!(svg.matches('>').count(), 8);
            prop_assert!(!svg.contains(|c: char| c < ' ' && !"\t\n".contains(c)));
        }
    }
}
