//! Where front matter ends and the text begins.

use dateline_model::Location;

use crate::lines::Lines;
use crate::report::Report;
use crate::value::Entry;
use crate::{toml_values, yaml_values};

/// Front matter is written by hand; more than this is something else.
const MAX_FRONT_MATTER: usize = 1 << 20;

/// The language of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    /// Between lines of `---`, as Jekyll and Hugo write it.
    Yaml,
    /// Between lines of `+++`, as Zola and Hugo write it.
    Toml,
}

impl Language {
    fn fence(self) -> &'static str {
        match self {
            Self::Yaml => "---",
            Self::Toml => "+++",
        }
    }

    fn closes(self, line: &str) -> bool {
        line == self.fence() || (self == Self::Yaml && line == "...")
    }
}

/// A file cut in two.
#[derive(Debug)]
pub(crate) struct Split<'a> {
    /// The keys, sorted by place; `None` where the file has no front matter.
    pub(crate) keys: Option<Vec<Entry>>,
    /// The rest of the file.
    pub(crate) body: &'a str,
    /// The line of the file on which the body begins, from 1.
    pub(crate) body_line: u32,
}

/// Cuts front matter off. One that is never closed ends before the first line that cannot belong to it, so that
/// no text is lost.
pub(crate) fn split<'a>(text: &'a str, report: &mut Report) -> Split<'a> {
    let whole = Split {
        keys: None,
        body: text,
        body_line: 1,
    };
    let first = text.lines().next().unwrap_or_default().trim_end();
    let language = match first {
        "---" => Language::Yaml,
        "+++" => Language::Toml,
        _ => return whole,
    };
    let Some((_, rest)) = text.split_once('\n') else {
        return whole;
    };
    let (front, body) = match closed(rest, language) {
        Some((front, body)) if may_be_front_matter(front, language) => (front, body),
        Some(_) => return whole,
        None if looks_like_front_matter(rest, language) => {
            let fence = language.fence();
            report.error(
                Location { line: 1, column: 1 },
                format!("the front matter that `{fence}` opens is never closed"),
                format!("Write a line `{fence}` after its last key"),
            );
            unclosed(rest, language)
        }
        None => return whole,
    };
    Split {
        keys: Some(keys(front, language, report)),
        body,
        body_line: Lines::new(text, 1).at(text.len() - body.len()).line,
    }
}

fn keys(front: &str, language: Language, report: &mut Report) -> Vec<Entry> {
    if front.len() > MAX_FRONT_MATTER {
        report.error(
            Location { line: 1, column: 1 },
            format!(
                "more than {} KiB of front matter, ignored",
                MAX_FRONT_MATTER >> 10
            ),
            "Move the text below the front matter",
        );
        return Vec::new();
    }
    match language {
        Language::Yaml => yaml_values::read(front, 2, report),
        Language::Toml => toml_values::read(front, 2, report),
    }
}

/// What stands before and after the closing line.
fn closed(rest: &str, language: Language) -> Option<(&str, &str)> {
    let mut start = 0;
    for line in rest.split_inclusive('\n') {
        let end = start + line.len();
        if language.closes(line.trim_end()) {
            return Some((rest.get(..start)?, rest.get(end..)?));
        }
        start = end;
    }
    None
}

/// Between two rules there may also be text; then its first line is no key.
fn may_be_front_matter(front: &str, language: Language) -> bool {
    let first = front.lines().find(|line| !line.trim().is_empty());
    first.is_none_or(|line| belongs(line, language) || line.starts_with('{'))
}

/// A line of dashes may also be a rule above the text: only a key below it makes it front matter.
fn looks_like_front_matter(rest: &str, language: Language) -> bool {
    let first = rest.lines().map(str::trim).find(|line| !line.is_empty());
    first.is_some_and(|line| belongs(line, language) && !line.starts_with(['-', '#']))
}

/// The lines that can belong to front matter, and the others.
fn unclosed(rest: &str, language: Language) -> (&str, &str) {
    let mut end = 0;
    for line in rest.split_inclusive('\n') {
        if !belongs(line, language) {
            break;
        }
        end += line.len();
    }
    rest.split_at_checked(end).unwrap_or(("", rest))
}

/// Whether a line can be front matter: a key, something indented, an item of a list, a comment.
fn belongs(line: &str, language: Language) -> bool {
    let trimmed = line.trim();
    if trimmed.is_empty() {
        return false;
    }
    let separator = match language {
        Language::Yaml => ':',
        Language::Toml => '=',
    };
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '\'' | '.');
    let is_key = trimmed.split_once(separator).is_some_and(|(key, _)| {
        let key = key.trim_end();
        !key.is_empty() && key.chars().all(is_word)
    });
    is_key || line.starts_with(' ') || trimmed.starts_with(['-', '#', '[', ']', '}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (Option<Vec<String>>, String, u32, Vec<String>) {
        let mut report = Report::new("a.md");
        let split = split(text, &mut report);
        let keys = split
            .keys
            .map(|keys| keys.into_iter().map(|entry| entry.key).collect());
        let problems = report.into_problems();
        (
            keys,
            split.body.to_owned(),
            split.body_line,
            problems.iter().map(ToString::to_string).collect(),
        )
    }

    #[test]
    fn both_languages_are_cut_off() {
        for (text, keys, body, line) in [
            ("---\na: 1\n---\nText\n", Some(vec!["a"]), "Text\n", 4),
            ("--- \na: 1\n...\nText", Some(vec!["a"]), "Text", 4),
            (
                "+++\na = 1\nb = 2\n+++\n\nText",
                Some(vec!["a", "b"]),
                "\nText",
                5,
            ),
            ("---\n---\nText", Some(vec![]), "Text", 3),
            ("---\na: 1\n---", Some(vec!["a"]), "", 3),
            ("Text\n---\na: 1\n---\n", None, "Text\n---\na: 1\n---\n", 1),
            (
                "---\n\nText between rules.\n",
                None,
                "---\n\nText between rules.\n",
                1,
            ),
            (
                "---\nText between rules.\n---\n",
                None,
                "---\nText between rules.\n---\n",
                1,
            ),
            ("---", None, "---", 1),
            ("", None, "", 1),
        ] {
            let (found, rest, at, problems) = cut(text);
            assert!(problems.is_empty(), "{problems:?}");
            let keys = keys.map(|keys| keys.into_iter().map(str::to_owned).collect::<Vec<_>>());
            assert_eq!((found, rest.as_str(), at), (keys, body, line), "{text:?}");
        }
    }

    #[test]
    fn unclosed_front_matter_loses_no_text() {
        let (keys, body, line, problems) =
            cut("---\ntitle: A\ntags:\n  - x\n- y\nThe text begins.\n\nkey: value\n");
        assert_eq!(body, "The text begins.\n\nkey: value\n");
        assert_eq!(line, 6);
        assert_eq!(keys.unwrap()[0], "title");
        assert!(
            problems[0].starts_with("a.md:1:1: error: the front matter that `---` opens"),
            "{problems:?}"
        );
        let (keys, body, ..) = cut("+++\ntitle = \"A\"\n\nThe text.");
        assert_eq!((keys.unwrap().len(), body.as_str()), (1, "\nThe text."));
    }
}
