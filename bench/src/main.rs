//! `dateline-bench OUT ARTICLES PERCENT`, `dateline-bench OUT FOLDER` or `dateline-bench OUT --long`: writes into OUT what the
//! benchmark's page needs. `--long` makes three articles, the longest as long as a book, for what highlighting costs.
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
use dateline_build::parallel;
use dateline_bundle::{Contents, File, write_fitting};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.as_slice() {
        [out, long] if long == "--long" => run(Path::new(out), &|| news::of_lengths(&LONG)),
        [out, folder] => run(Path::new(out), &|| read(folder)),
        [out, articles, percent] => match (articles.parse(), percent.parse()) {
            (Ok(articles), Ok(percent)) => {
                run(Path::new(out), &|| news::collection(articles, percent))
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

/// How long articles to be highlighted are, in bytes.
const LONG: [usize; 3] = [11_000, 82_000, 850_000];

/// The articles of a folder.
fn read(folder: &str) -> Contents {
    let files = dateline_build::files::read(&[PathBuf::from(folder)]);
    dateline_build::build(files.sources).contents
}

fn run(out: &Path, make: &dyn Fn() -> Contents) -> anyhow::Result<()> {
    let ours = out.join("ours");
    // Parts of an earlier version would lie beside those of this one.
    if ours.exists() {
        fs::remove_dir_all(&ours)?;
    }
    fs::create_dir_all(&ours)?;
    let contents = make();
    let before = peak_memory();
    let start = Instant::now();
    let sizes = write_all(&ours, contents)?;
    let (build, memory) = (start.elapsed(), peak_memory());
    // Packing lets go of what is packed; the rest is no part of the measure.
    let contents = &make();
    let lengths = contents.articles.iter().map(|it| it.article.text().len());
    let costs = json!({
        "articles": contents.articles.len(),
        "text": lengths.sum::<usize>(),
        "files": sizes.len(),
        "bytes": sizes.iter().sum::<u64>(),
        "build_ms": build.as_millis() as u64,
        "memory": memory,
        "memory_before": before,
    });
    write_json(&out.join("ours.json"), &costs)?;
    write_json(&out.join("queries.json"), &queries::all(contents))?;
    write_json(&out.join("articles.json"), &articles(contents))
}

/// Packs, compresses and writes, a file as soon as it is made, on as many threads as the machine has cores. Gives the lengths of
/// the files.
fn write_all(folder: &Path, contents: Contents) -> anyhow::Result<Vec<u64>> {
    let write = |file: File| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&file.bytes)?;
        let compressed = encoder.finish()?;
        fs::write(folder.join(file.name), &compressed)?;
        Ok(compressed.len() as u64)
    };
    let make = |put: &mut dyn FnMut(File)| {
        let name = "first.bin".to_owned();
        let bytes = write_fitting(contents, 0, put);
        put(File { name, bytes });
    };
    parallel::while_made(make, write).1.into_iter().collect()
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
