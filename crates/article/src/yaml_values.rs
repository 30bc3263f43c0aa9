//! YAML front matter as [`Value`]s, read event by event so that neither depth nor aliases can hurt.

use std::collections::BTreeMap;

use dateline_model::Location;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use crate::report::Report;
use crate::toml_values::one_line;
use crate::value::{Entry, Kind, Value};

/// Lists and tables may stand this deep in each other; front matter needs four.
const MAX_DEPTH: usize = 32;

/// So many bytes may aliases add in all, against documents that grow a thousandfold when they are written out.
const MAX_COPIED: usize = 256 << 10;

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
    let mut builder = Builder::new(first_line);
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            Stop::slip(builder.location(error.marker()), one_line(error.info()))
        })?;
        builder.event(event, span)?;
    }
    match builder.root {
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
    for (line, piece) in pieces(text) {
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

fn twice(key: &str) -> String {
    format!("the key `{key}` stands here twice")
}

/// Why and where reading stops.
#[derive(Debug)]
struct Stop {
    at: Location,
    message: String,
    /// Whether reading the keys one by one may still help: it does not against depth and size.
    slip: bool,
}

impl Stop {
    fn slip(at: Location, message: impl Into<String>) -> Self {
        Self {
            at,
            message: message.into(),
            slip: true,
        }
    }

    fn limit(at: Location, message: impl Into<String>) -> Self {
        Self {
            slip: false,
            ..Self::slip(at, message)
        }
    }
}

/// A list or table that is still open.
#[derive(Debug)]
struct Open {
    at: Location,
    anchor: usize,
    kind: OpenKind,
}

#[derive(Debug)]
enum OpenKind {
    List(Vec<Value>),
    /// The entries so far, and the key whose value comes next.
    Table(Vec<Entry>, Option<(String, Location)>),
}

/// Builds the tree without recursion.
#[derive(Debug)]
struct Builder {
    first_line: u32,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Value>,
    copied: usize,
    root: Option<Value>,
}

impl Builder {
    fn new(first_line: u32) -> Self {
        Self {
            first_line,
            open: Vec::new(),
            anchors: BTreeMap::new(),
            copied: 0,
            root: None,
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        let at = self.location(&span.start);
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let kind = scalar(&text, style);
                self.value(Value { at, kind }, anchor)
            }
            Event::SequenceStart(anchor, _) => self.start(at, anchor, OpenKind::List(Vec::new())),
            Event::MappingStart(anchor, _) => {
                self.start(at, anchor, OpenKind::Table(Vec::new(), None))
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => self.alias(at, anchor),
            Event::DocumentStart(_) if self.root.is_some() => {
                Err(Stop::slip(at, "a second document begins here"))
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn start(&mut self, at: Location, anchor: usize, kind: OpenKind) -> Result<(), Stop> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Stop::limit(
                at,
                format!("more than {MAX_DEPTH} lists inside each other"),
            ));
        }
        self.open.push(Open { at, anchor, kind });
        Ok(())
    }

    fn end(&mut self) -> Result<(), Stop> {
        let Some(Open { at, anchor, kind }) = self.open.pop() else {
            return Ok(());
        };
        let kind = match kind {
            OpenKind::List(list) => Kind::List(list),
            OpenKind::Table(entries, _) => Kind::Table(entries),
        };
        self.value(Value { at, kind }, anchor)
    }

    /// A copy of what an anchor names, within the budget.
    fn alias(&mut self, at: Location, anchor: usize) -> Result<(), Stop> {
        let Some(value) = self.anchors.get(&anchor).cloned() else {
            return Err(Stop::slip(at, "an alias of something that is not finished"));
        };
        self.copied = self.copied.saturating_add(size(&value));
        if self.copied > MAX_COPIED {
            return Err(Stop::limit(at, "aliases make this document too large"));
        }
        self.value(Value { at, ..value }, 0)
    }

    /// A finished value goes into what is open around it.
    fn value(&mut self, value: Value, anchor: usize) -> Result<(), Stop> {
        if anchor > 0 {
            self.anchors.insert(anchor, value.clone());
        }
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => self.root = Some(value),
            Some(OpenKind::List(list)) => list.push(value),
            Some(OpenKind::Table(entries, key)) => match key.take() {
                Some((key, at)) => entries.push(Entry { key, at, value }),
                None => {
                    let words = value.words().unwrap_or_default().to_owned();
                    if entries.iter().any(|entry| entry.key == words) {
                        return Err(Stop::slip(value.at, twice(&words)));
                    }
                    *key = Some((words, value.at));
                }
            },
        }
        Ok(())
    }

    fn location(&self, marker: &saphyr_parser::Marker) -> Location {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Location {
            line: self
                .first_line
                .saturating_add(narrow(marker.line().saturating_sub(1))),
            column: narrow(marker.col()).saturating_add(1),
        }
    }
}

/// About how many bytes a value takes.
fn size(value: &Value) -> usize {
    let entry_size = |entry: &Entry| entry.key.len() + size(&entry.value);
    let inside = match &value.kind {
        Kind::List(list) => list.iter().map(size).sum(),
        Kind::Table(entries) => entries.iter().map(entry_size).sum(),
        Kind::Text(text) | Kind::Number(text) | Kind::Date(text) => text.len(),
        Kind::Null | Kind::Bool(_) => 0,
    };
    inside + size_of::<Value>()
}

/// The YAML 1.2 core schema, as far as it matters here. Dates are text in it.
fn scalar(text: &str, style: ScalarStyle) -> Kind {
    if style != ScalarStyle::Plain {
        return Kind::Text(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Null,
        "true" | "True" | "TRUE" => Kind::Bool(true),
        "false" | "False" | "FALSE" => Kind::Bool(false),
        _ if is_number(text) => Kind::Number(text.to_owned()),
        _ => Kind::Text(text.to_owned()),
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'+' | b'-' | b'e' | b'E' | b'_'))
        && text.replace('_', "").parse::<f64>().is_ok()
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
