//! The header line ` date YYYY-MM-DD HEADLINE`.

use dateline_model::{Edtf, Location};

use crate::published;
use crate::report::Report;

/// What a header line says.
#[derive(Debug, PartialEq)]
pub(crate) struct Header<'a> {
    /// The date, where it is one.
    pub(crate) published: Option<Edtf>,
    /// The headline, without space around it; may be empty.
    pub(crate) headline: &'a str,
    /// What follows the line.
    pub(crate) body: &'a str,
}

/// Reads the header line of a file that begins with one. The first line counts as such when it is the word `date` and
/// something that begins like a year and a month.
pub(crate) fn read<'a>(text: &'a str, report: &mut Report) -> Option<Header<'a>> {
    let (line, body) = text.split_once('\n').unwrap_or((text, ""));
    let after_word = line.trim_start().strip_prefix("date")?;
    if !after_word.starts_with([' ', '\t']) {
        return None;
    }
    let after_word = after_word.trim_start();
    let (date, headline) = after_word
        .split_once([' ', '\t'])
        .unwrap_or((after_word, ""));
    if !begins_like_a_date(date) {
        return None;
    }
    let column = line.len() - after_word.len() + 1;
    let at = Location {
        line: 1,
        column: u32::try_from(column).unwrap_or(u32::MAX),
    };
    Some(Header {
        published: published::read(date, at, report),
        headline: headline.trim(),
        body,
    })
}

/// Four digits, a hyphen, a digit.
fn begins_like_a_date(word: &str) -> bool {
    let digit = |c: u8| c.is_ascii_digit();
    matches!(word.trim().as_bytes(), [a, b, c, d, b'-', e, ..] if [a, b, c, d, e].into_iter().all(|c| digit(*c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_lines_are_told_from_text() {
        for (text, expected) in [
            (
                " date 2026-01-12 Lee in Beijing\n\nText",
                Some(("2026-01-12", "Lee in Beijing", "\nText")),
            ),
            ("date 2026-01  Lee\n", Some(("2026-01", "Lee", ""))),
            ("\tdate\t2026-01-12", Some(("2026-01-12", "", ""))),
            ("date palms grow here", None),
            ("date 2026 was set", None),
            ("dated 2026-01-12 x", None),
            ("The date 2026-01-12", None),
            ("", None),
        ] {
            let mut report = Report::new("a.txt");
            let header = read(text, &mut report);
            let found = header.map(|header| {
                (
                    header.published.unwrap().to_string(),
                    header.headline.to_owned(),
                    header.body.to_owned(),
                )
            });
            let expected = expected.map(|(date, headline, body)| {
                (date.to_owned(), headline.to_owned(), body.to_owned())
            });
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn an_impossible_date_is_located() {
        let mut report = Report::new("a.txt");
        let header = read(" date 2026-02-30 Lee", &mut report).unwrap();
        assert_eq!((header.published, header.headline), (None, "Lee"));
        let problems = report.into_problems();
        assert!(
            problems[0]
                .to_string()
                .starts_with("a.txt:1:7: error: there is no such day"),
            "{problems:?}"
        );
    }
}
