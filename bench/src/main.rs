//! `dateline-bench OUT ARTICLES PERCENT` or `dateline-bench OUT FOLDER`: writes into OUT what the benchmark's page needs.
//!
//! - `ours/`: the bundle in parts, compressed,
//! - `articles.json`: the articles for the other engines,
//! - `queries.json`: queries and what a scan finds,
//! - `ours.json`: what building cost.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context as _;
use dateline_bench::{news, queries};
use dateline_bundle::{Contents, Packed, write_parts};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.as_slice() {
        [out, folder] => run(Path::new(out), &read(folder)),
        [out, articles, percent] => match (articles.parse(), percent.parse()) {
            (Ok(articles), Ok(percent)) => {
                run(Path::new(out), &news::collection(articles, percent))
            }
            _ => return ExitCode::from(2),
        },
        _ => return ExitCode::from(2),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The articles of a folder.
fn read(folder: &str) -> Contents {
    let files = dateline_build::files::read(&[PathBuf::from(folder)]);
    dateline_build::build(files.sources).contents
}

fn run(out: &Path, contents: &Contents) -> anyhow::Result<()> {
    let ours = out.join("ours");
    // Parts of an earlier version would lie beside those of this one.
    if ours.exists() {
        fs::remove_dir_all(&ours)?;
    }
    fs::create_dir_all(&ours)?;
    let before = peak_memory();
    let start = Instant::now();
    let packed = write_parts(contents);
    let indexed = start.elapsed();
    let bytes = write_all(&ours, &packed)?;
    let compressed = start.elapsed();
    let lengths = contents.articles.iter().map(|it| it.article.text().len());
    let costs = json!({
        "articles": contents.articles.len(),
        "text": lengths.sum::<usize>(),
        "files": packed.parts.len() + 1,
        "bytes": bytes,
        "index_ms": indexed.as_millis() as u64,
        "build_ms": compressed.as_millis() as u64,
        "memory": peak_memory(),
        "memory_before": before,
    });
    drop(packed);
    write_json(&out.join("ours.json"), &costs)?;
    write_json(&out.join("queries.json"), &queries::all(contents))?;
    write_json(&out.join("articles.json"), &articles(contents))
}

/// Writes all files compressed, and gives their length.
fn write_all(folder: &Path, packed: &Packed) -> anyhow::Result<u64> {
    let parts = packed
        .parts
        .iter()
        .map(|part| (part.name.as_str(), &part.bytes));
    let files: Vec<(&str, &Vec<u8>)> = parts.chain([("first.bin", &packed.first)]).collect();
    let middle = files.len() / 2;
    let (one, other) = files.split_at(middle);
    std::thread::scope(|scope| {
        let one = scope.spawn(|| write_some(folder, one));
        let other = write_some(folder, other)?;
        let one = one
            .join()
            .map_err(|_| anyhow::anyhow!("a thread ended early"))??;
        Ok(one + other)
    })
}

fn write_some(folder: &Path, files: &[(&str, &Vec<u8>)]) -> anyhow::Result<u64> {
    let mut all = 0;
    for (name, bytes) in files {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        let compressed = encoder.finish()?;
        all += compressed.len() as u64;
        fs::write(folder.join(name), compressed)?;
    }
    Ok(all)
}

fn articles(contents: &Contents) -> Value {
    let article = |entry: &dateline_bundle::Entry| {
        let article = &entry.article;
        let names = entry.mentions.iter().map(|mention| mention.name.clone());
        json!({
            "title": article.headline,
            "text": article.text(),
            "source": article.source,
            "topics": article.topics,
            "names": names.collect::<Vec<_>>(),
        })
    };
    contents.articles.iter().map(article).collect()
}

fn write_json(file: &Path, value: &Value) -> anyhow::Result<()> {
    let text = serde_json::to_vec(value)?;
    fs::write(file, text).with_context(|| format!("{}", file.display()))
}

/// The most memory that this process had so far, in bytes; 0 where the system does not say.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() * 1024
}
