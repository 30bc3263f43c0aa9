//! Files as they come, and what each is good for.

/// A file: where it stands and what is in it. Reading the disk is somebody else's job.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// Relative to the input folder, with `/` on every system. Ids and problems name it.
    pub path: String,
    /// The whole file.
    pub bytes: Vec<u8>,
}

impl Source {
    /// A file of this path and content.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            bytes: bytes.into(),
        }
    }
}

/// What a file is for, as its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// An article: Markdown (`.md`, `.markdown`) or plain text (`.txt`, `.text`).
    Article,
    /// A sidecar: `NAME.toml` beside the article `NAME.md` or `NAME.txt`.
    Sidecar,
    /// The settings of the collection: `collection.toml` at the top of the folder.
    Settings,
    /// A table (`.csv`), perhaps that of the visits on record: the settings say which one.
    Table,
    /// Probably an article, in a format that is not read (`.html`, `.docx`, …).
    Foreign,
    /// Anything else: pictures, styles, hidden files, section pages such as `_index.md`.
    Other,
}

/// The name of the file that holds the collection's settings.
pub const SETTINGS_FILE: &str = "collection.toml";

/// Formats that people keep articles in and that are not read.
const FOREIGN: [&str; 12] = [
    "adoc", "doc", "docx", "htm", "html", "json", "odt", "org", "pdf", "rst", "rtf", "xml",
];

/// What a file is for, by its path below the input folder. Folders whose names begin with a dot are hidden, as are
/// such files.
///
/// ```
/// use dateline_article::{Role, role};
///
/// assert_eq!(role("2026/visit.md"), Role::Article);
/// assert_eq!(role("2026/visit.toml"), Role::Sidecar);
/// assert_eq!(role("collection.toml"), Role::Settings);
/// assert_eq!(role("visit.docx"), Role::Foreign);
/// assert_eq!(role("_index.md"), Role::Other);
/// ```
#[must_use]
pub fn role(path: &str) -> Role {
    if path == SETTINGS_FILE {
        return Role::Settings;
    }
    let name = file_name(path);
    if path.split('/').any(|part| part.starts_with('.')) || name.starts_with("_index.") {
        return Role::Other;
    }
    match extension(path).as_deref() {
        Some("md" | "markdown" | "txt" | "text") => Role::Article,
        Some("toml") => Role::Sidecar,
        Some("csv") => Role::Table,
        Some(other) if FOREIGN.contains(&other) => Role::Foreign,
        _ => Role::Other,
    }
}

/// Whether a file is set in Markdown. Every other article is plain text.
pub(crate) fn is_markdown(path: &str) -> bool {
    matches!(extension(path).as_deref(), Some("md" | "markdown"))
}

/// The path without its extension: an article and its sidecar share it.
pub(crate) fn stem(path: &str) -> &str {
    match path.rsplit_once('.') {
        Some((stem, extension)) if !extension.contains('/') && !stem.ends_with('/') => stem,
        _ => path,
    }
}

/// The last part of a path.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// What follows the last dot of the file's name, in lower case.
fn extension(path: &str) -> Option<String> {
    let (stem, extension) = file_name(path).rsplit_once('.')?;
    (!stem.is_empty()).then(|| extension.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_file_is_for() {
        for (path, expected) in [
            ("a.md", Role::Article),
            ("a.MD", Role::Article),
            ("b/a.markdown", Role::Article),
            ("a.b.txt", Role::Article),
            ("collection.toml", Role::Settings),
            ("b/collection.toml", Role::Sidecar),
            ("a.pdf", Role::Foreign),
            ("visits.csv", Role::Table),
            ("a.jpg", Role::Other),
            ("NOTICE", Role::Other),
            (".md", Role::Other),
            (".git/a.md", Role::Other),
            ("b/_index.fr.md", Role::Other),
            ("", Role::Other),
        ] {
            assert_eq!(role(path), expected, "{path}");
        }
    }

    #[test]
    fn an_article_and_its_sidecar_share_a_stem() {
        for (path, expected) in [
            ("a.md", "a"),
            ("b.c/a.x.toml", "b.c/a.x"),
            ("b.c/a", "b.c/a"),
            ("b/.txt", "b/.txt"),
        ] {
            assert_eq!(stem(path), expected);
        }
    }
}
