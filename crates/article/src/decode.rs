//! From bytes to text: byte order marks, UTF-16, broken UTF-8, binary files, line ends.

use std::borrow::Cow;

use dateline_model::Location;

use crate::report::Report;

/// No article is longer than this; such a file is something else.
pub const MAX_BYTES: usize = 128 << 20;

/// As many bytes tell whether a file is text.
const SNIFFED: usize = 8 << 10;

/// The text of a file with `\n` as its only line end, or `None` when the file holds no text.
pub(crate) fn decode(bytes: &[u8], report: &mut Report) -> Option<String> {
    if bytes.len() > MAX_BYTES {
        report.error(
            None,
            format!("larger than {} MiB, so it is no article", MAX_BYTES >> 20),
            "Take it out of the folder or split it",
        );
        return None;
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes, report),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes, report),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest, report)?,
        _ => utf8(bytes, report)?,
    };
    Some(with_plain_line_ends(text))
}

/// UTF-8, with a replacement character for whatever is none.
fn utf8<'a>(bytes: &'a [u8], report: &mut Report) -> Option<Cow<'a, str>> {
    if bytes.iter().take(SNIFFED).any(|byte| *byte == 0) {
        report.error(
            None,
            "a binary file, not text",
            "Save it as plain text or Markdown in UTF-8, or take it out of the folder",
        );
        return None;
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Some(Cow::Borrowed(text)),
        Err(error) => error,
    };
    let text = String::from_utf8_lossy(bytes);
    let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
    report.error(
        end_of(&String::from_utf8_lossy(good)),
        "not valid UTF-8 from here on; what cannot be read is shown as \u{fffd}",
        "Save the file as UTF-8",
    );
    Some(text)
}

/// The place after the last character of a text.
fn end_of(text: &str) -> Location {
    let plain = with_plain_line_ends(Cow::Borrowed(text));
    crate::lines::Lines::new(&plain, 1).at(plain.len())
}

/// UTF-16 as its byte order mark says.
fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16, report: &mut Report) -> Cow<'static, str> {
    report.warn(None, "written in UTF-16", "Save the file as UTF-8");
    let units = bytes.chunks(2).map(|pair| match *pair {
        [a, b] => read([a, b]),
        _ => 0xfffd,
    });
    let text = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    Cow::Owned(text.collect())
}

/// `\r\n` and lone `\r` become `\n`, so that lines count alike whatever wrote the file.
fn with_plain_line_ends(text: Cow<'_, str>) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (Option<String>, Vec<String>) {
        let mut report = Report::new("a.txt");
        let text = decode(bytes, &mut report);
        let problems = report.into_problems();
        (text, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn marks_and_line_ends_vanish() {
        for (bytes, text) in [
            (&b"a\r\nb\rc\n"[..], "a\nb\nc\n"),
            (b"\xef\xbb\xbfa", "a"),
            (b"", ""),
        ] {
            assert_eq!(decoded(bytes), (Some(text.to_owned()), vec![]));
        }
    }

    #[test]
    fn utf16_is_read_with_a_warning() {
        let (text, problems) = decoded(b"\xff\xfeS\0e\0o\0u\0l\0");
        assert_eq!(text.as_deref(), Some("Seoul"));
        assert_eq!(
            problems,
            ["a.txt: warning: written in UTF-16. Save the file as UTF-8."]
        );
        assert_eq!(decoded(b"\xfe\xff\0X\0i").0.as_deref(), Some("Xi"));
        assert_eq!(decoded(b"\xfe\xff\0X\0").0.as_deref(), Some("X\u{fffd}"));
    }

    #[test]
    fn broken_utf8_is_kept_and_located() {
        let (text, problems) = decoded(
            "Eins\r\nö"
                .as_bytes()
                .iter()
                .chain(b"\xe9!")
                .copied()
                .collect::<Vec<_>>()
                .as_slice(),
        );
        assert_eq!(text.as_deref(), Some("Eins\nö\u{fffd}!"));
        assert!(
            problems[0].starts_with("a.txt:2:2: error: not valid UTF-8"),
            "{problems:?}"
        );
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn binary_files_are_refused() {
        let (text, problems) = decoded(b"\x89PNG\r\n\x1a\n\0\0\0");
        assert_eq!(text, None);
        assert!(problems[0].contains("binary"), "{problems:?}");
    }
}
