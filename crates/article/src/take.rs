//! Values of the type that a key asks for, with a problem where they are of another.

use crate::report::Report;
use crate::value::{Entry, Kind, Value};

/// Words in one line: text, a number or a date as written; white space is one space. Nothing for an empty value.
pub(crate) fn text(entry: &Entry, report: &mut Report) -> Option<String> {
    match &entry.value.kind {
        Kind::Text(text) | Kind::Number(text) | Kind::Date(text) => filled(text),
        Kind::Null => None,
        Kind::Bool(_) | Kind::List(_) | Kind::Table(_) => {
            wrong(&entry.key, &entry.value, "text", report);
            None
        }
    }
}

/// One or several texts: a list of texts, or one text. Tables give their `name`, as Hugo writes authors.
pub(crate) fn texts(entry: &Entry, report: &mut Report) -> Vec<String> {
    match &entry.value.kind {
        Kind::List(list) => list
            .iter()
            .filter_map(|value| one_of_texts(&entry.key, value, report))
            .collect(),
        _ => one_of_texts(&entry.key, &entry.value, report)
            .into_iter()
            .collect(),
    }
}

/// Paragraphs: a text, or each of a list of texts, cut at its blank lines. Inside a paragraph white space is one space.
pub(crate) fn paragraphs(entry: &Entry, report: &mut Report) -> Vec<String> {
    let Kind::Text(text) = &entry.value.kind else {
        return texts(entry, report);
    };
    let mut paragraphs = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            paragraphs.push(String::new());
        } else if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push_str(line);
            paragraph.push(' ');
        }
    }
    let filled = paragraphs.iter().filter_map(|paragraph| filled(paragraph));
    filled.collect()
}

/// A switch.
pub(crate) fn bool(entry: &Entry, report: &mut Report) -> Option<bool> {
    match entry.value.kind {
        Kind::Bool(bool) => Some(bool),
        Kind::Null => None,
        _ => {
            wrong(&entry.key, &entry.value, "true or false", report);
            None
        }
    }
}

/// A table's entries.
pub(crate) fn table<'a>(key: &str, value: &'a Value, report: &mut Report) -> Option<&'a [Entry]> {
    match &value.kind {
        Kind::Table(entries) => Some(entries),
        Kind::Null => None,
        _ => {
            wrong(key, value, "a table", report);
            None
        }
    }
}

/// The items of a list; anything else is a list of one, and an empty value one of none.
pub(crate) fn items(value: &Value) -> &[Value] {
    match &value.kind {
        Kind::List(list) => list,
        Kind::Null => &[],
        _ => std::slice::from_ref(value),
    }
}

/// The entry of a table with this key.
pub(crate) fn get<'a>(entries: &'a [Entry], key: &str) -> Option<&'a Entry> {
    entries.iter().find(|entry| entry.key == key)
}

/// Says that a value is of the wrong type.
pub(crate) fn wrong(key: &str, value: &Value, wanted: &str, report: &mut Report) {
    report.warn(
        value.at,
        format!(
            "`{key}` should be {wanted}, not {}; ignored",
            value.described()
        ),
        format!("Write {wanted} for `{key}`, or leave it out"),
    );
}

/// Text with every run of white space as one space; `None` when nothing is left.
pub(crate) fn filled(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn one_of_texts(key: &str, value: &Value, report: &mut Report) -> Option<String> {
    let value = match &value.kind {
        Kind::Table(entries) => match get(entries, "name") {
            Some(name) => &name.value,
            None => value,
        },
        _ => value,
    };
    if let Some(words) = value.words() {
        return filled(words);
    }
    if value.kind != Kind::Null {
        wrong(key, value, "text or a list of texts", report);
    }
    None
}
