//! What is read out of articles, beside published systems: date expressions, visits and talks, visits on record; and how
//! fast, in how much memory.
//!
//! The labelled data is not in the repository. It is looked for in `$DATELINE_SHARED/data`, else in `../shared/data`
//! beside the checkout; what needs it is skipped, with a line that says so, where it is not there.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::Program;
use crate::house::House;

/// F1 of date expressions on the same 183 texts (TimeBank), measured for the project: all relaxed, all value, calendar
/// dates value. HeidelTime 2.2.1 without part-of-speech tags; chrono-node 2.10.3, which knows no durations.
const PEERS: &[(&str, [&str; 3])] = &[
    ("HeidelTime 2.2.1", ["88.5", "76.0", "79.8"]),
    ("chrono-node 2.10.3", ["–", "–", "65.3"]),
];

/// Sizes of the generated collections, in megabytes.
const SIZES: &[u32] = &[5, 10, 50];

/// Prints all tables.
pub fn run(house: &House) -> anyhow::Result<()> {
    house
        .program("cargo")
        .words("build --quiet --release --package dateline-cli --bin dateline")
        .run()?;
    house
        .program("cargo")
        .words("build --quiet --release --package dateline-visits --example visits_speed")
        .run()?;
    match Scorer::find(house) {
        Some(scorer) => {
            dates(&scorer);
            visits(&scorer);
            record(&scorer);
        }
        None => println!(
            "\nSKIPPED dates, visits, record: no labelled data in $DATELINE_SHARED/data or ../shared/data"
        ),
    }
    speed(house);
    Ok(())
}

/// The scorer of the labelled data.
struct Scorer {
    /// The folder of the data.
    data: PathBuf,
    /// The command that is scored.
    command: PathBuf,
    /// Where what must be unpacked goes.
    unpacked: PathBuf,
}

impl Scorer {
    fn find(house: &House) -> Option<Self> {
        let shared = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
        let data = shared
            .unwrap_or_else(|| house.root.join("../shared"))
            .join("data");
        data.join("score.py").is_file().then(|| Self {
            data,
            command: built(house, "dateline"),
            unpacked: house.root.join("target/bench/briefings"),
        })
    }

    /// What the scorer says of one kind of gold, as JSON.
    fn score(&self, kind: &str, gold: &str, articles: &Path) -> Option<Value> {
        let program = Program::named("python3", "python3")
            .arg("-B")
            .arg(self.data.join("score.py"))
            .arg(kind)
            .arg(self.data.join(gold))
            .arg(articles)
            .arg("--json")
            .arg("--cli")
            .arg(&self.command);
        let output = program.output();
        if output.is_none() {
            println!("\nSKIPPED {kind}: score.py could not be run (it needs Python 3)");
        }
        serde_json::from_str(output?.trim()).ok()
    }
}

/// A program that cargo built for release.
fn built(house: &House, name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| house.root.join("target"), PathBuf::from);
    target.join("release").join(name)
}

/// A figure out of the scorer's answer.
fn figure(scores: &Value, row: &str, column: &str) -> String {
    match scores.get(row).and_then(|row| row.get(column)) {
        Some(Value::Number(number)) => number.to_string(),
        _ => "?".to_owned(),
    }
}

fn dates(scorer: &Scorer) {
    let articles = scorer.data.join("dates-dev/articles");
    let Some(scores) = scorer.score("dates", "dates-dev/gold.jsonl", &articles) else {
        return;
    };
    let of = |row, column| figure(&scores, row, column);
    println!(
        "\nDate expressions, 183 texts of TimeBank          all: relaxed   value    calendar: value F1"
    );
    println!(
        "  {:44}{:>14}{:>8}{:>16}",
        "Dateline",
        of("all", "relaxed"),
        of("all", "value"),
        of("calendar", "value")
    );
    for (name, [relaxed, all, calendar]) in PEERS {
        println!("  {name:44}{relaxed:>14}{all:>8}{calendar:>16}");
    }
}

fn visits(scorer: &Scorer) {
    let articles = scorer.data.join("visits-dev/articles");
    let Some(scores) = scorer.score("visits", "visits-dev/labels.json", &articles) else {
        return;
    };
    println!(
        "\nVisits, 26 labelled articles    precision  recall  who+where F1  +date F1  status  (a regex with a gazetteer: 52, 37)"
    );
    for row in ["visit", "talks"] {
        let of = |column| figure(&scores, row, column);
        println!(
            "  {row:29}{:>10}{:>8}{:>14}{:>10}{:>8}",
            of("E_precision"),
            of("E_recall"),
            of("E"),
            of("ED"),
            of("status")
        );
    }
    let of = |column| figure(&scores, "negatives", column);
    println!("  what is no visit: {} of {} fired", of("fired"), of("all"));
}

fn record(scorer: &Scorer) {
    let archive = scorer.data.join("briefings-2021-2023.tar.xz");
    if !scorer.unpacked.is_dir() && unpack(&archive, &scorer.unpacked).is_none() {
        println!("\nSKIPPED record: the briefings could not be unpacked (it needs tar and xz)");
        return;
    }
    let scores = scorer.score(
        "record",
        "briefings-visits-on-record.json",
        &scorer.unpacked,
    );
    if let Some(scores) = scores {
        let of = |column| figure(&scores, "record", column);
        println!(
            "\nVisits on record, 6,881 briefings: {} of {} found, among {} visits and talks",
            of("found"),
            of("on_record"),
            of("visits_in_all")
        );
    }
}

fn unpack(archive: &Path, folder: &Path) -> Option<()> {
    std::fs::create_dir_all(folder).ok()?;
    let program = Program::named("tar", "tar")
        .arg("-xJf")
        .arg(archive)
        .arg("-C")
        .arg(folder);
    let unpacked = program.output();
    if unpacked.is_none() {
        // Half of it would be taken for all the next time.
        let _ = std::fs::remove_dir_all(folder);
    }
    unpacked.map(|_| ())
}

/// Speed and memory on generated collections, each in a process of its own.
fn speed(house: &House) {
    println!("\nGenerated collection, one core     articles   visits    MB/s   peak memory");
    for size in SIZES {
        let program = Program::named("visits_speed", built(house, "examples/visits_speed"))
            .arg(size.to_string());
        let answer = program.output();
        let Some(row) = answer.and_then(|text| serde_json::from_str::<Value>(&text).ok()) else {
            println!("  {size} MB: NOT MEASURED");
            continue;
        };
        let number = |key: &str| row.get(key).and_then(Value::as_f64);
        let speed = number("bytes")
            .zip(number("seconds"))
            .map(|(bytes, seconds)| bytes / 1e6 / seconds);
        let whole = |value: Option<f64>, unit: &str| {
            value.map_or_else(|| "?".to_owned(), |value| format!("{value:.0}{unit}"))
        };
        println!(
            "  {:31}{:>10}{:>9}{:>8}{:>14}",
            format!("{size} MB"),
            whole(number("articles"), ""),
            whole(number("visits"), ""),
            speed.map_or_else(|| "?".to_owned(), |speed| format!("{speed:.1}")),
            whole(number("peak_kilobytes").map(|size| size / 1024.0), " MB")
        );
    }
}
