//! From files to articles.

use dateline_model::{Article, ArticleId, Block, Edtf, Location, Problem};

use crate::authored::Authored;
use crate::front::Split;
use crate::meta::Meta;
use crate::report::Report;
use crate::source::{Source, file_name, is_markdown, stem};
use crate::value::Entry;
use crate::{decode, front, header, headline, markdown, plain, published, toml_values};

/// The language of an article that names none.
const DEFAULT_LANGUAGE: &str = "en";

/// An article with what its editor has entered beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its file, relative to the input folder.
    pub path: String,
    /// The article.
    pub article: Article,
    /// People, places and visits entered by the editor.
    pub authored: Authored,
    /// The file and the place where [`Article::record`] is given, for problems that show later.
    pub record_at: Option<(String, Location)>,
}

/// Reads one article with its sidecar, if it has one. `None` for files that hold no article (with an error) and for
/// drafts (without). The id is not yet made unique: that is for [`crate::finish`].
///
/// ```
/// use dateline_article::{Source, read};
///
/// let source = Source::new("visit.txt", " date 2026-01-12 Lee in Beijing\n\nHe met Xi.");
/// let (document, problems) = read(&source, None);
/// let article = document.unwrap().article;
/// assert_eq!((article.id.0.as_str(), article.headline.as_str()), ("visit", "Lee in Beijing"));
/// assert_eq!(article.text(), "He met Xi.");
/// assert!(problems.is_empty());
/// ```
#[must_use]
pub fn read(source: &Source, sidecar: Option<&Source>) -> (Option<Document>, Vec<Problem>) {
    let (beside, beside_problems) = sidecar.map(read_sidecar).unwrap_or_default();
    let mut report = Report::new(&source.path);
    let document = read_article(source, beside, &mut report);
    let mut problems = report.into_problems();
    problems.extend(beside_problems);
    (document, problems)
}

fn read_sidecar(source: &Source) -> (Meta, Vec<Problem>) {
    let mut report = Report::new(&source.path);
    let entries = toml_entries(source, &mut report);
    let meta = Meta::read(&entries, &source.path, &mut report);
    (meta, report.into_problems())
}

/// The keys of a whole TOML file.
pub(crate) fn toml_entries(source: &Source, report: &mut Report) -> Vec<Entry> {
    let text = decode::decode(&source.bytes, report).unwrap_or_default();
    toml_values::read(&text, 1, report)
}

fn read_article(source: &Source, beside: Meta, report: &mut Report) -> Option<Document> {
    let text = decode::decode(&source.bytes, report)?;
    if text.trim().is_empty() {
        report.error(
            None,
            "the file is empty",
            "Write the article, or delete the file",
        );
        return None;
    }
    let Split {
        keys,
        body,
        body_line,
    } = front::split(&text, report);
    let (inside, body, body_line) = match keys {
        Some(keys) => (Meta::read(&keys, &source.path, report), body, body_line),
        None => from_header(body, report),
    };
    let meta = beside.or(inside);
    if meta.draft == Some(true) {
        return None;
    }
    let blocks = if is_markdown(&source.path) {
        markdown::read(body, body_line, report)
    } else {
        plain::read(body)
    };
    if blocks.is_empty() {
        report.warn(
            None,
            "the article has no text",
            "Write the text below its front matter",
        );
    }
    Some(assemble(source, meta, blocks, report))
}

/// What the header line says, the text after it, and the text's first line.
fn from_header<'a>(text: &'a str, report: &mut Report) -> (Meta, &'a str, u32) {
    let Some(header) = header::read(text, report) else {
        return (Meta::default(), text, 1);
    };
    let meta = Meta {
        title: Some(header.headline.to_owned()).filter(|headline| !headline.is_empty()),
        published: header.published,
        dated: true,
        ..Meta::default()
    };
    (meta, header.body, 2)
}

fn assemble(source: &Source, meta: Meta, mut blocks: Vec<Block>, report: &mut Report) -> Document {
    let id = id(source, &meta, report);
    let published = date(source, &meta, report);
    let headline = match meta.title {
        Some(title) => {
            headline::drop_repeated(&title, &mut blocks);
            title
        }
        None => headline::take_heading(&mut blocks).unwrap_or_else(|| {
            report.warn(
                None,
                "no headline is given; the first words of the text stand for it",
                "Add `title: …` to the front matter or to a sidecar",
            );
            headline::from_text(&blocks, &id)
        }),
    };
    let article = Article {
        id,
        headline,
        byline: meta.byline,
        published,
        dateline: meta.dateline,
        source: meta.source,
        genre: meta.genre,
        url: meta.url,
        language: meta.language.unwrap_or_else(|| DEFAULT_LANGUAGE.to_owned()),
        topics: meta.topics,
        note: meta.note,
        record: meta.record,
        blocks,
    };
    Document {
        path: source.path.clone(),
        article,
        authored: meta.authored,
        record_at: meta.record_at,
    }
}

/// The id given, made safe for addresses, else that of the path.
fn id(source: &Source, meta: &Meta, report: &mut Report) -> ArticleId {
    let Some((given, at)) = &meta.id else {
        return ArticleId::from_path(&source.path);
    };
    let id = ArticleId::from_words(given);
    if id.0 != *given {
        report.warn(
            *at,
            format!("the id holds other characters than A-Z a-z 0-9 . _ -, so it became `{id}`"),
            format!("Write it as `{id}`"),
        );
    }
    id
}

/// The date given, else that of the file's name. No date is a problem, but not an unreadable one twice.
fn date(source: &Source, meta: &Meta, report: &mut Report) -> Option<Edtf> {
    let date = meta
        .published
        .or_else(|| published::from_file_name(file_name(&source.path)));
    if date.is_none() && !meta.dated {
        let sidecar = format!("{}.toml", stem(file_name(&source.path)));
        report.warn(
            None,
            "no date is given; the article is listed last, and dates such as \"yesterday\" in it stay open",
            format!("Add `date: 2026-01-31` to its front matter, or `date = 2026-01-31` to {sidecar} beside it"),
        );
    }
    date
}
