//! Another collection in a built site.
//!
//! The site is not built again. The bundle is packed here and takes the place of the one in the folder; the page's JSON
//! element and its static part are written anew, as the app reads nothing else.

use std::io::Write as _;
use std::path::Path;

use anyhow::Context;
use dateline_bundle::Contents;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::Site;

/// The built site with these contents in it, in one file.
pub fn collection(dist: &Path, contents: &Contents) -> anyhow::Result<Site> {
    put(dist, contents, dateline_bundle::write(contents))
}

/// The built site with these contents in it, in parts.
pub fn in_parts(dist: &Path, contents: &Contents) -> anyhow::Result<Site> {
    let packed = dateline_bundle::write_parts(contents);
    let mut site = put(dist, contents, packed.first)?;
    for part in packed.parts {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&part.bytes)?;
        site = site.with_file(&part.name, encoder.finish()?);
    }
    Ok(site)
}

/// The built site with the bundle of these contents.
fn put(dist: &Path, contents: &Contents, packed: Vec<u8>) -> anyhow::Result<Site> {
    let html = std::fs::read_to_string(dist.join("index.html"))?;
    let mut start: Value = serde_json::from_str(inside(&html, "dateline", "</script>")?)?;
    let bundle = start["bundle"].as_str().context("no bundle")?.to_owned();
    start["title"] = json!(contents.about.title);
    start["counts"] = json!({
        "articles": contents.articles.len(),
        "visits": contents.visits.iter().filter(|visit| visit.is_visit()).count(),
    });
    let headlines = contents.articles.iter();
    let listed: String = headlines
        .map(|entry| format!("<li>{}</li>", escaped(&entry.article.headline)))
        .collect();
    let html = html
        .replace(
            inside(&html, "dateline", "</script>")?,
            &start.to_string().replace('<', "\\u003c"),
        )
        .replace(
            inside(&html, "static", "</div>")?,
            &format!(
                "<h1>{}</h1><ul>{listed}</ul>",
                escaped(&contents.about.title)
            ),
        );
    Ok(Site::folder(dist)
        .with_file("index.html", html.into_bytes())
        .with_file(&bundle, packed))
}

/// A text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// What stands inside the element with an id, in a page of our own.
fn inside<'h>(html: &'h str, id: &str, end: &str) -> anyhow::Result<&'h str> {
    let quoted = format!("id=\"{id}\"");
    html.split_once(&quoted)
        .or_else(|| html.split_once(&format!("id={id}")))
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once(end))
        .map(|(content, _)| content)
        .with_context(|| format!("no element {id}"))
}
