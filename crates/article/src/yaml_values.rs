//! YAML front matter as [`Value`]s, read event by event so that neither depth nor aliases can hurt.

use dateline_model::Location;

use crate::report::Report;
use crate::value::{Entry, Kind, Value};
use crate::yaml_tree::{self, MAX_KEYS, Stop, twice};

/// The keys of a YAML document whose first line has this number in its file.
///
/// A document with an error is read again key by key, so that one slip costs one key, and text that lacks its quotation
/// marks (`title: Lee: a visit`) not even that.
pub(crate) fn read(text: &str, first_line: u32, report: &mut Report) -> Vec<Entry> {
    match parse(text, first_line) {
        Ok(entries) => entries,
        Err(whole) => {
            let (entries, mut stops) = if whole.slip {
                by_key(text, first_line)
            } else {
                Default::default()
            };
            if stops.is_empty() {
                stops.push(whole);
            }
            for stop in stops {
                report.error(
                    stop.at,
                    format!("not valid YAML: {}", stop.message),
                    "Correct this line; text with a colon, a # or quotation marks in it needs quotation marks around it",
                );
            }
            entries
        }
    }
}

fn parse(text: &str, first_line: u32) -> Result<Vec<Entry>, Stop> {
    match yaml_tree::read(text, first_line)? {
        None => Ok(Vec::new()),
        Some(Value {
            kind: Kind::Table(entries),
            ..
        }) => Ok(entries),
        Some(value) if value.kind == Kind::Null => Ok(Vec::new()),
        Some(value) => {
            let what = value.described();
            Err(Stop::slip(
                value.at,
                format!("{what} where keys such as `date: …` belong"),
            ))
        }
    }
}

/// Reads each key of the outermost table by itself, with the lines that belong to it.
fn by_key(text: &str, first_line: u32) -> (Vec<Entry>, Vec<Stop>) {
    let (mut entries, mut stops): (Vec<Entry>, Vec<Stop>) = (Vec::new(), Vec::new());
    for (line, piece) in pieces(text).into_iter().take(MAX_KEYS) {
        let line = first_line.saturating_add(line);
        let found = parse(piece, line).unwrap_or_else(|stop| {
            stops.push(at_key(stop, piece, line));
            as_written(piece, line).into_iter().collect()
        });
        for entry in found {
            if entries.iter().all(|known| known.key != entry.key) {
                entries.push(entry);
            } else {
                stops.push(Stop::slip(entry.at, twice(&entry.key)));
            }
        }
    }
    (entries, stops)
}

/// An error at the end of a piece, where a quotation mark or bracket is still open, is moved to its key.
fn at_key(stop: Stop, piece: &str, line: u32) -> Stop {
    let lines = u32::try_from(piece.lines().count()).unwrap_or(u32::MAX);
    let beyond = stop.at.line >= line.saturating_add(lines);
    let at = if beyond {
        Location { line, column: 1 }
    } else {
        stop.at
    };
    Stop { at, ..stop }
}

/// Cuts a document before each line that begins at the margin with a key. With each piece comes how many lines stand
/// before it.
fn pieces(text: &str) -> Vec<(u32, &str)> {
    let (mut pieces, mut start, mut start_line, mut at) = (Vec::new(), 0, 0, 0);
    for (line, words) in (0..).zip(text.split_inclusive('\n')) {
        let begins =
            words.contains(':') && words.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if begins && at > start {
            pieces.push((start_line, text.get(start..at).unwrap_or_default()));
            (start, start_line) = (at, line);
        }
        at += words.len();
    }
    pieces.push((start_line, text.get(start..).unwrap_or_default()));
    pieces
}

/// A key on one line with whatever follows its colon, as text.
fn as_written(piece: &str, line: u32) -> Option<Entry> {
    let (key, words) = piece.trim_end().split_once(": ")?;
    let column = u32::try_from(key.chars().count() + 3).ok()?;
    let is_plain = !words.contains('\n')
        && !words
            .trim_start()
            .starts_with(['[', '{', '&', '*', '|', '>']);
    is_plain.then(|| Entry {
        key: key.trim().to_owned(),
        at: Location { line, column: 1 },
        value: Value {
            at: Location { line, column },
            kind: Kind::Text(words.trim().trim_matches(['"', '\'']).to_owned()),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> (Vec<Entry>, Vec<String>) {
        let mut report = Report::new("a.md");
        let entries = read(text, 2, &mut report);
        let problems = report.into_problems();
        (entries, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn scalars_have_the_kinds_of_the_core_schema() {
        let (entries, problems) =
            problems("a: ~\nb: true\nc: 12\nd: 2026-01-05\ne: '12'\nf: 1.0.2\n");
        assert!(problems.is_empty());
        let kinds: Vec<_> = entries
            .iter()
            .map(|entry| entry.value.described())
            .collect();
        assert_eq!(
            kinds,
            ["empty", "true or false", "a number", "text", "text", "text"]
        );
    }

    #[test]
    fn wrapped_and_escaped_titles_are_joined() {
        let (entries, problems) =
            problems("tags: x\ntitle: \"Remarks by\\_the\\\n  \\ President\"\n");
        assert!(problems.is_empty());
        assert_eq!(
            entries[1].value.words(),
            Some("Remarks by\u{a0}the President")
        );
        assert_eq!((entries[1].at.line, entries[1].at.column), (3, 1));
        assert_eq!(
            (entries[1].value.at.line, entries[1].value.at.column),
            (3, 8)
        );
    }

    #[test]
    fn one_slip_costs_no_other_key() {
        let (entries, problems) = problems(
            "date: 2026-01-05\ntitle: Lee: a visit\ntags:\n  - a\n  - b: [\nlang: \"en\nsource: Yonhap\ndate: 2\n",
        );
        let words: Vec<_> = entries
            .iter()
            .map(|entry| (entry.key.as_str(), entry.value.words()))
            .collect();
        assert_eq!(
            words,
            [
                ("date", Some("2026-01-05")),
                ("title", Some("Lee: a visit")),
                ("lang", Some("en")),
                ("source", Some("Yonhap")),
            ]
        );
        assert_eq!(problems.len(), 4, "{problems:#?}");
        for (problem, line) in problems.iter().zip([3, 4, 7, 9]) {
            assert!(problem.starts_with(&format!("a.md:{line}:")), "{problem}");
        }
    }

    #[test]
    fn bombs_and_towers_are_one_report_each() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let before = level - 1;
            let row = vec![format!("*a{before}"); 10].join(", ");
            bomb += &format!("a{level}: &a{level} [{row}]\n");
        }
        let tower = format!("a: {}", "[".repeat(10_000));
        let stairs: String = (0..10_000)
            .map(|n| format!("{}a:\n", " ".repeat(n % 5_000)))
            .collect();
        for text in [bomb, tower, stairs] {
            let (_, problems) = problems(&text);
            assert_eq!(problems.len(), 1, "{problems:?}");
        }
    }

    #[test]
    fn what_is_no_table_is_reported() {
        for text in [
            "- a\n- b\n",
            "words\n",
            "a: 1\na: 2\n",
            "a: *b\n",
            "a: 1\n---\nb: 2\n",
        ] {
            assert_eq!(problems(text).1.len(), 1, "{text}");
        }
        assert!(problems("").1.is_empty());
        assert!(problems("# nothing\n").1.is_empty());
    }
}
