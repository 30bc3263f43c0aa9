//! Articles as a table and as JSON.

use std::collections::BTreeMap;

use dateline_model::{Article, ArticleId, Visit};

use crate::json::{Json, document};
use crate::table::Table;
use crate::{Stamp, words};

/// The columns. Several values in one are separated by `; `.
const COLUMNS: [&str; 11] = [
    "id",
    "headline",
    "byline",
    "published",
    "source",
    "genre",
    "language",
    "topics",
    "url",
    "visits",
    "notes",
];

/// The ids of the visits that each article reports.
type Reported<'a> = BTreeMap<&'a ArticleId, Vec<&'a str>>;

/// Articles as a table (RFC 4180): a line of column names, then one line an article; the last columns are the stamp's.
/// `published` is EDTF (ISO 8601-2); `visits` are the ids of those `visits` that the article reports; `notes` what a reader
/// must know of it. The texts are not among them: see [`articles_json`].
#[must_use]
pub fn articles_csv(articles: &[&Article], visits: &[&Visit], stamp: &Stamp<'_>) -> String {
    let stamped = stamp.fields();
    let reported = reported(visits);
    let names = COLUMNS
        .into_iter()
        .chain(stamped.iter().map(|field| field.0));
    let mut table = Table::new(names);
    for article in articles {
        let mut cells = Vec::from(cells(article, &reported));
        cells.extend(stamped.iter().map(|field| field.1.clone()));
        table.line(&cells);
    }
    table.text()
}

/// Articles with their texts as one JSON document: the stamp's fields, then `articles`. `text` is what the offsets of visits
/// count in.
#[must_use]
pub fn articles_json(articles: &[&Article], visits: &[&Visit], stamp: &Stamp<'_>) -> String {
    let reported = reported(visits);
    let records = articles.iter().map(|article| value(article, &reported));
    let records: Vec<Json<'_>> = records.collect();
    document(stamp, "articles", records.into_iter())
}

fn reported<'a>(visits: &[&'a Visit]) -> Reported<'a> {
    let mut reported = Reported::new();
    for visit in visits {
        for report in &visit.reports {
            let ids = reported.entry(&report.article).or_default();
            if ids.last() != Some(&visit.id.0.as_str()) {
                ids.push(&visit.id.0);
            }
        }
    }
    reported
}

fn cells(article: &Article, reported: &Reported<'_>) -> [String; COLUMNS.len()] {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let date = article.published.map(|date| date.to_string());
    let visits = reported.get(&article.id).into_iter().flatten();
    [
        article.id.0.clone(),
        article.headline.clone(),
        words::joined(article.byline.iter().map(String::as_str)),
        date.unwrap_or_default(),
        text(&article.source),
        text(&article.genre),
        article.language.clone(),
        words::joined(article.topics.iter().map(String::as_str)),
        text(&article.url),
        words::joined(visits.copied()),
        text(&article.note),
    ]
}

fn value<'a>(article: &'a Article, reported: &Reported<'a>) -> Json<'a> {
    let visits = reported.get(&article.id).into_iter().flatten();
    Json::Object(vec![
        ("id", Json::Text(&article.id.0)),
        ("headline", Json::Text(&article.headline)),
        (
            "byline",
            Json::texts(article.byline.iter().map(String::as_str)),
        ),
        ("published", Json::own(article.published)),
        ("source", Json::text(article.source.as_deref())),
        ("genre", Json::text(article.genre.as_deref())),
        ("language", Json::Text(&article.language)),
        (
            "topics",
            Json::texts(article.topics.iter().map(String::as_str)),
        ),
        ("url", Json::text(article.url.as_deref())),
        ("visits", Json::texts(visits.copied())),
        ("note", Json::text(article.note.as_deref())),
        ("text", Json::Own(article.text())),
    ])
}
