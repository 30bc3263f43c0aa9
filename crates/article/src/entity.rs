//! Character references: `&amp;`, `&#8217;`, `&#x2019;`.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

/// No name of a character reference is longer.
const LONGEST: usize = 34;

/// The text with its character references replaced. What is none stays as written.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split('&');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match reference(part) {
            Some((character, rest)) => {
                decoded.push_str(&character);
                decoded.push_str(rest);
            }
            None => {
                decoded.push('&');
                decoded.push_str(part);
            }
        }
    }
    Cow::Owned(decoded)
}

/// What stands after an `&`, cut into the character that is meant and the rest.
///
/// The Markdown parser knows all names of HTML and replaces them by the same rules, so it is asked.
fn reference(part: &str) -> Option<(String, &str)> {
    let (name, rest) = part.split_once(';')?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'#';
    if name.is_empty() || name.len() > LONGEST || !name.bytes().all(is_name) {
        return None;
    }
    let written = format!("&{name};");
    let texts = Parser::new(&written).filter_map(|event| match event {
        Event::Text(text) => Some(text.to_string()),
        _ => None,
    });
    let text: String = texts.collect();
    (text != written).then_some((text, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_characters() {
        for (text, decoded) in [
            ("A &amp; B", "A & B"),
            ("&#8217;&#x2019;&rsquo;", "’’’"),
            ("&lt;b&gt; &quot;x&quot;", "<b> \"x\""),
            ("&nbsp;", "\u{a0}"),
            ("AT&T; &unknown; & &;", "AT&T; &unknown; & &;"),
            ("&#0;&#xD800;", "\u{fffd}\u{fffd}"),
            ("&amp", "&amp"),
            ("", ""),
        ] {
            assert_eq!(decode(text), decoded, "{text}");
        }
    }
}
