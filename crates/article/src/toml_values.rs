//! TOML front matter and sidecars as [`Value`]s.

use dateline_model::Location;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::lines::Lines;
use crate::report::Report;
use crate::value::{Entry, Kind, Value};

/// The keys of a TOML document whose first line has this number in its file. What cannot be read is reported and left
/// out; the rest is kept.
pub(crate) fn read(text: &str, first_line: u32, report: &mut Report) -> Vec<Entry> {
    let lines = Lines::new(text, first_line);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut told = None;
    for error in errors {
        let at = error.span().map(|span| lines.at(span.start));
        // One slip makes the parser stumble several times over the same line.
        let line = at.map(|at: Location| at.line);
        if told != Some(line) {
            let message = one_line(error.message());
            report.error(
                at,
                format!("not valid TOML: {message}"),
                "Correct this line",
            );
        }
        told = Some(line);
    }
    entries(table.get_ref(), &lines)
}

fn entries(table: &DeTable<'_>, lines: &Lines<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            at: lines.at(key.span().start),
            value: value_of(value, lines),
        })
        .collect();
    entries.sort_by_key(|entry| entry.at);
    entries
}

fn value_of(value: &Spanned<DeValue<'_>>, lines: &Lines<'_>) -> Value {
    let kind = match value.get_ref() {
        DeValue::String(text) => Kind::Text(text.to_string()),
        DeValue::Integer(number) => Kind::Number(number.as_str().to_owned()),
        DeValue::Float(number) => Kind::Number(number.as_str().to_owned()),
        DeValue::Boolean(bool) => Kind::Bool(*bool),
        DeValue::Datetime(date) => Kind::Date(date.to_string()),
        DeValue::Array(list) => Kind::List(list.iter().map(|item| value_of(item, lines)).collect()),
        DeValue::Table(table) => Kind::Table(entries(table, lines)),
    };
    Value {
        at: lines.at(value.span().start),
        kind,
    }
}

/// A parser's message on one line and without a full stop.
pub(crate) fn one_line(message: &str) -> String {
    let words: Vec<&str> = message.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> (Vec<Entry>, Vec<String>) {
        let mut report = Report::new("a.toml");
        let entries = read(text, 1, &mut report);
        let problems = report.into_problems();
        (entries, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn values_know_their_place() {
        let (entries, problems) =
            problems("title = \"Lee\"\ndate = 2026-01-05T10:00:00+09:00\n[extra]\n  n = 3\n");
        assert!(problems.is_empty());
        let keys: Vec<_> = entries
            .iter()
            .map(|entry| (entry.key.as_str(), entry.at.line))
            .collect();
        assert_eq!(keys, [("title", 1), ("date", 2), ("extra", 3)]);
        assert_eq!(entries[1].value.words(), Some("2026-01-05T10:00:00+09:00"));
        assert_eq!(entries[1].value.at.column, 8);
    }

    #[test]
    fn errors_are_located_and_the_rest_is_kept() {
        let (entries, problems) =
            problems("title = \"Lee\"\ndate = \nsource = \"Yonhap\"\nlang = = 1\n");
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].starts_with("a.toml:2:"), "{problems:?}");
        assert!(problems[1].starts_with("a.toml:4:"), "{problems:?}");
        assert!(entries.iter().any(|entry| entry.key == "source"));
    }

    #[test]
    fn ten_thousand_levels_are_one_report() {
        let (_, problems) = problems(&format!("a = {}{}", "[".repeat(10_000), "]".repeat(10_000)));
        assert_eq!(problems.len(), 1, "{problems:?}");
    }
}
