//! JSON, as RFC 8259 has it: values and their text. By hand, because a library for it would weigh fourteen kilobytes in the page.

use std::fmt::Write as _;

/// A value of JSON, borrowed where it can be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json<'a> {
    Null,
    /// A whole number.
    Whole(usize),
    /// Hundredths, written as a fraction.
    Hundredths(u8),
    Text(&'a str),
    Own(String),
    List(Vec<Json<'a>>),
    /// Keys in the order in which they are written.
    Object(Vec<(&'static str, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// A text, or null.
    pub(crate) fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }

    /// The written form of something, or null.
    pub(crate) fn own(value: Option<impl ToString>) -> Self {
        value.map_or(Self::Null, |value| Self::Own(value.to_string()))
    }

    /// A list of texts.
    pub(crate) fn texts(texts: impl Iterator<Item = &'a str>) -> Self {
        Self::List(texts.map(Self::Text).collect())
    }

    /// Writes the value behind what is there, on one line.
    pub(crate) fn push(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Whole(number) => out.push_str(&number.to_string()),
            Self::Hundredths(number) => push_hundredths(*number, out),
            Self::Text(text) => push_text(text, out),
            Self::Own(text) => push_text(text, out),
            Self::List(values) => {
                out.push('[');
                for (place, value) in values.iter().enumerate() {
                    push_comma(place, out);
                    value.push(out);
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push('{');
                for (place, (key, value)) in fields.iter().enumerate() {
                    push_comma(place, out);
                    push_text(key, out);
                    out.push(':');
                    value.push(out);
                }
                out.push('}');
            }
        }
    }
}

fn push_comma(place: usize, out: &mut String) {
    if place > 0 {
        out.push(',');
    }
}

/// `0.9`, `0.85`, `1.0`: as other programs write such a number.
fn push_hundredths(number: u8, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = match number % 10 {
        0 => write!(out, "{}.{}", number / 100, number / 10 % 10),
        _ => write!(out, "{}.{:02}", number / 100, number % 100),
    };
}

/// A text between quotation marks; what would end it, and control characters, escaped (RFC 8259, section 7).
fn push_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A document: the fields of its stamp, then `name` with a list of records, each on a line of its own.
pub(crate) fn document<'a>(
    stamp: &crate::Stamp<'a>,
    name: &'static str,
    records: impl Iterator<Item = Json<'a>>,
) -> String {
    let mut out = String::from("{");
    for (key, value) in stamp.fields() {
        push_text(key, &mut out);
        out.push(':');
        Json::own(Some(value).filter(|value| !value.is_empty())).push(&mut out);
        out.push_str(",\n");
    }
    push_text(name, &mut out);
    out.push_str(":[");
    for (place, record) in records.enumerate() {
        push_comma(place, &mut out);
        out.push('\n');
        record.push(&mut out);
    }
    out.push_str("\n]}\n");
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn written(value: &Json<'_>) -> String {
        let mut out = String::new();
        value.push(&mut out);
        out
    }

    #[test]
    fn values_are_written_as_a_library_writes_them() {
        let value = Json::Object(vec![
            ("a", Json::Null),
            ("b", Json::List(vec![Json::Whole(12), Json::Hundredths(90)])),
            ("c", Json::Own("x".to_owned())),
            ("d", Json::Object(Vec::new())),
        ]);
        let theirs = json!({ "a": null, "b": [12, 0.9], "c": "x", "d": {} });
        assert_eq!(written(&value), theirs.to_string());
    }

    #[test]
    fn hundredths_are_fractions() {
        for number in 0..=200u8 {
            let theirs = json!(f64::from(number) / 100.0).to_string();
            assert_eq!(written(&Json::Hundredths(number)), theirs);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_again(text in "[\\x00-\\x7f\u{2028}é漢🙂]{0,40}") {
            let read: Value = serde_json::from_str(&written(&Json::Text(&text))).unwrap_or_default();
            prop_assert_eq!(read, Value::from(text));
        }
    }
}
