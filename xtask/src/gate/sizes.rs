//! The size table of the built site, and its two bars.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, bail};
use flate2::Compression;
use flate2::read::GzEncoder;

use crate::finish::LATER;

/// First load without data: html, css, js and wasm, gzip, in bytes.
const FIRST_LOAD: u64 = 180_000;
/// The fonts that the first text waits for, in bytes; they are compressed already.
const FIRST_FONTS: u64 = 60_000;

/// What a file counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    FirstLoad,
    FirstFonts,
    Later,
}

/// One file of the site.
struct Row {
    part: Part,
    name: String,
    raw: u64,
    gzip: u64,
}

/// Prints the table; fails above a bar.
pub fn check(dist: &Path) -> anyhow::Result<()> {
    let mut rows = Vec::new();
    collect(dist, dist, &mut rows)?;
    rows.sort_by(|a, b| (a.part, &a.name).cmp(&(b.part, &b.name)));
    println!("\n    {:>9} {:>9}  file", "bytes", "gzip");
    for row in &rows {
        println!("    {:>9} {:>9}  {}", row.raw, row.gzip, row.name);
    }
    let first = total(&rows, Part::FirstLoad, |row| row.gzip);
    let fonts = total(&rows, Part::FirstFonts, |row| row.raw);
    println!(
        "    first load (html without headlines, css, js, wasm; gzip): {first} of {FIRST_LOAD} bytes"
    );
    println!("    fonts of the first text: {fonts} of {FIRST_FONTS} bytes");
    if first > FIRST_LOAD {
        bail!("the first load is {} bytes too large", first - FIRST_LOAD);
    }
    if fonts > FIRST_FONTS {
        bail!("the fonts are {} bytes too large", fonts - FIRST_FONTS);
    }
    Ok(())
}

fn total(rows: &[Row], part: Part, size: impl Fn(&Row) -> u64) -> u64 {
    rows.iter().filter(|row| row.part == part).map(size).sum()
}

fn collect(dist: &Path, folder: &Path, rows: &mut Vec<Row>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(dist, &path, rows)?;
            continue;
        }
        let name = path.strip_prefix(dist)?.to_string_lossy().into_owned();
        rows.push(Row {
            part: part(&name),
            raw: path.metadata()?.len(),
            gzip: gzip(&code_of(&name, fs::read(&path)?))?,
            name,
        });
    }
    Ok(())
}

/// Code that comes later, and fonts for further letters and for emphasis are fetched only where a page needs them.
fn part(name: &str) -> Part {
    match name.rsplit_once('.').unwrap_or_default() {
        (stem, "wasm") if stem.starts_with(LATER) => Part::Later,
        (_, "html" | "css" | "js" | "wasm") => Part::FirstLoad,
        (stem, "woff2") if !stem.ends_with("-ext") && !stem.ends_with("-italic") => {
            Part::FirstFonts
        }
        _ => Part::Later,
    }
}

/// A file without data: of the page, without the headlines that stand in it before the wasm runs. They are as many as the
/// collection has.
fn code_of(name: &str, mut bytes: Vec<u8>) -> Vec<u8> {
    let at = |tag: &[u8], bytes: &[u8]| bytes.windows(tag.len()).position(|window| window == tag);
    if name == "index.html"
        && let (Some(from), Some(to)) = (at(b"<ul>", &bytes), at(b"</ul>", &bytes))
        && from < to
    {
        bytes.drain(from..to);
    }
    bytes
}

/// How many bytes a server sends.
fn gzip(bytes: &[u8]) -> anyhow::Result<u64> {
    let mut sink = Vec::new();
    GzEncoder::new(bytes, Compression::best()).read_to_end(&mut sink)?;
    Ok(sink.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_are_data() {
        let page = "<h1>Title</h1><ul><li>One</ul><p>";
        let code = code_of("index.html", page.into());
        assert_eq!(String::from_utf8(code).unwrap(), "<h1>Title</h1></ul><p>");
        assert_eq!(code_of("app.js", page.into()), page.as_bytes());
    }

    #[test]
    fn data_and_rare_fonts_are_no_part_of_the_first_load() {
        for (name, expected) in [
            ("index.html", Part::FirstLoad),
            ("app-0123_bg.wasm", Part::FirstLoad),
            ("fonts/source-serif-4.woff2", Part::FirstFonts),
            ("fonts/source-serif-4-ext.woff2", Part::Later),
            ("fonts/source-serif-4-italic.woff2", Part::Later),
            ("data/collection-0123.bin", Part::Later),
            ("later-0123.wasm", Part::Later),
            ("LICENSE", Part::Later),
        ] {
            assert_eq!(part(name), expected, "{name}");
        }
    }
}
