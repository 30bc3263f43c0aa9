//! The events of a YAML document as a [`Value`], within limits.

use std::collections::BTreeMap;

use dateline_model::Location;
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};

use crate::toml_values::one_line;
use crate::value::{Entry, Kind, Value};

/// Lists and tables may stand this deep in each other; front matter needs four.
const MAX_DEPTH: usize = 32;

/// So many bytes may aliases add in all, against documents that grow a thousandfold when they are written out.
const MAX_COPIED: usize = 256 << 10;

/// A table may have so many keys; each new one is compared with the others.
pub(crate) const MAX_KEYS: usize = 1_000;

/// Why and where reading stops.
#[derive(Debug)]
pub(crate) struct Stop {
    pub(crate) at: Location,
    pub(crate) message: String,
    /// Whether reading the keys one by one may still help: it does not against depth and size.
    pub(crate) slip: bool,
}

impl Stop {
    pub(crate) fn slip(at: Location, message: impl Into<String>) -> Self {
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

/// The value of a document whose first line has this number in its file; `None` for an empty one.
pub(crate) fn read(text: &str, first_line: u32) -> Result<Option<Value>, Stop> {
    let mut builder = Builder::new(first_line);
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            Stop::slip(builder.location(error.marker()), one_line(error.info()))
        })?;
        builder.event(event, span)?;
    }
    Ok(builder.root)
}

/// What is wrong with a key that a table has already.
pub(crate) fn twice(key: &str) -> String {
    format!("the key `{key}` stands here twice")
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
                    if entries.len() >= MAX_KEYS {
                        return Err(Stop::limit(value.at, format!("more than {MAX_KEYS} keys")));
                    }
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

    fn location(&self, marker: &Marker) -> Location {
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
