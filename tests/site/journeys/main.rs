//! What readers do with the built site, in three browsers.
//!
//! ```text
//! DATELINE_SITE=dist cargo test -p dateline-site-tests --test journeys -- [ENGINE…] [JOURNEY…]
//! ```
//!
//! `cargo xtask test` builds the site and runs them all. Words narrow down: `-- firefox search` runs the journeys whose
//! name holds "search" in Firefox. `DATELINE_AXE` names the file `axe.min.js`. One line a journey; pictures go to
//! `target/screenshots`, for a failed journey with the page's source beside it.

mod broken;
mod brush;
mod dialogs;
mod explore;
mod hostile;
mod hosting;
mod long;
mod narrowing;
mod pages;
mod parts;
mod query;
mod reader;
mod rules;
mod scene;
mod timeline;
mod visits;
mod voyages;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use dateline_site_tests::{Driver, Engine, Session};
use scene::Scene;

/// How long one journey may take.
const LIMIT: Duration = Duration::from_secs(60);

/// A journey: its name and what happens.
type Journey = (&'static str, fn(&Scene<'_>) -> anyhow::Result<()>);

/// In the order in which they run.
fn journeys() -> Vec<Journey> {
    [
        explore::JOURNEYS,
        narrowing::JOURNEYS,
        query::JOURNEYS,
        timeline::JOURNEYS,
        brush::JOURNEYS,
        reader::JOURNEYS,
        long::JOURNEYS,
        pages::JOURNEYS,
        visits::JOURNEYS,
        dialogs::JOURNEYS,
        hosting::JOURNEYS,
        hostile::JOURNEYS,
        broken::JOURNEYS,
        parts::JOURNEYS,
        rules::JOURNEYS,
    ]
    .concat()
}

fn main() -> ExitCode {
    let Some(site) = std::env::var_os("DATELINE_SITE").map(PathBuf::from) else {
        println!("journeys: NOT RUN (`cargo xtask test` builds the site and runs them)");
        return ExitCode::SUCCESS;
    };
    if !site.join("index.html").is_file() {
        println!("journeys: NOT RUN ({} holds no built site)", site.display());
        return ExitCode::FAILURE;
    }
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let (engines, names) = chosen(&words);
    let mut tally = Tally::default();
    for engine in engines {
        run_engine(engine, &site, &names, &mut tally);
    }
    println!(
        "journeys: {} passed, {} UNSTEADY (passed when run again), {} failed, {} NOT RUN",
        tally.passed, tally.unsteady, tally.failed, tally.not_run
    );
    if tally.failed + tally.not_run > 0 {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

#[derive(Default)]
struct Tally {
    passed: usize,
    /// Failed, and passed in a fresh browser.
    unsteady: usize,
    failed: usize,
    not_run: usize,
}

/// The engines among the words, all if there is none; the rest are parts of journeys' names.
fn chosen(words: &[String]) -> (Vec<Engine>, Vec<&str>) {
    let is_engine = |word: &&String| Engine::ALL.iter().any(|engine| engine.name() == *word);
    let (engines, names): (Vec<&String>, Vec<&String>) = words.iter().partition(is_engine);
    let wanted =
        |engine: &Engine| engines.is_empty() || engines.iter().any(|word| *word == engine.name());
    (
        Engine::ALL.into_iter().filter(wanted).collect(),
        names.into_iter().map(String::as_str).collect(),
    )
}

fn run_engine(engine: Engine, site: &Path, names: &[&str], tally: &mut Tally) {
    let wanted =
        |journey: &Journey| names.is_empty() || names.iter().any(|name| journey.0.contains(name));
    let chosen: Vec<Journey> = journeys().into_iter().filter(wanted).collect();
    if let Some(program) = engine.missing() {
        println!("{engine:<9} NOT RUN: no {program}");
        tally.not_run += chosen.len();
        return;
    }
    let mut browser = None;
    for (name, journey) in chosen {
        let mut run = |again: &str| {
            let start = Instant::now();
            let result = run_journey(engine, &mut browser, site, name, journey);
            let time = start.elapsed().as_secs_f64();
            match &result {
                Ok(()) => println!("{engine:<9} passed  {time:>5.1} s  {name}{again}"),
                Err(error) => {
                    println!("{engine:<9} FAILED  {time:>5.1} s  {name}{again}: {error:#}");
                    // A browser that failed may be stuck; what follows gets a fresh one.
                    browser = None;
                }
            }
            result.is_ok()
        };
        if run("") {
            tally.passed += 1;
        } else if run(" (again)") {
            // Drivers lose a step now and then. Said aloud, so that nobody takes what is unsteady for sound.
            tally.unsteady += 1;
        } else {
            tally.failed += 1;
        }
    }
}

/// A browser stays open from journey to journey; each journey has servers, and so origins and storage, of its own.
type Browser = (Session, Driver);

fn run_journey(
    engine: Engine,
    browser: &mut Option<Browser>,
    site: &Path,
    name: &str,
    journey: fn(&Scene<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    if browser.is_none() {
        *browser = Some(open_browser(engine)?);
    }
    let Some((session, _driver)) = browser else {
        return Ok(());
    };
    session.allow(LIMIT);
    let scene = Scene::new(engine, session, site);
    let result = scene.begin(name).and_then(|()| journey(&scene));
    if result.is_err() {
        // More time, for the traces of a journey that ran out of it.
        session.allow(Duration::from_secs(10));
        Scene::new(engine, session, site).leave_traces(name);
    }
    result
}

fn open_browser(engine: Engine) -> anyhow::Result<Browser> {
    let driver = Driver::start(engine, &std::env::temp_dir())?;
    let session = Session::open(&driver)?;
    Ok((session, driver))
}
