//! `cargo xtask test`: the whole gate, the same for a person and for CI, quick checks first.

mod rules;
mod sizes;

use std::time::{Duration, Instant};

use anyhow::bail;

use crate::house::House;
use crate::report::{seconds, step};
use crate::setup::{self, Lacking, Purpose};
use crate::site;

/// One step of the gate.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn(&House) -> anyhow::Result<()>,
    /// What must be there, by the names of the set-up.
    needs: &'static [&'static str],
}

const NODE: &str = "node and npm";
const NPM: &str = "npm packages";
const TARGET: &str = "the target";
const TRUNK: &str = "trunk";
const BINDGEN: &str = "wasm-bindgen-cli";

/// In the order in which they run.
const STEPS: [Step; 11] = [
    Step {
        name: "fmt",
        what: "formatting",
        run: format,
        needs: &[],
    },
    Step {
        name: "clippy",
        what: "lints, all packages on the host",
        run: lint_host,
        needs: &[],
    },
    Step {
        name: "clippy-wasm",
        what: "lints, the app and what it may run for wasm",
        run: lint_wasm,
        needs: &[TARGET],
    },
    Step {
        name: "rules",
        what: "house rules: what the app may know and how it may draw",
        run: rules::check,
        needs: &[],
    },
    Step {
        name: "host",
        what: "host tests",
        run: test_host,
        needs: &[],
    },
    Step {
        name: "doc",
        what: "examples in the documentation, and its links",
        run: test_docs,
        needs: &[],
    },
    Step {
        name: "components",
        what: "component tests in Chromium",
        run: test_components,
        needs: &[TARGET, BINDGEN, "Chromium"],
    },
    Step {
        name: "site",
        what: "release site and its sizes",
        run: build_site,
        needs: &[TARGET, TRUNK, BINDGEN, NODE, NPM],
    },
    Step {
        name: "chromium",
        what: "journeys in Chromium",
        run: |house| journeys(house, "chromium"),
        needs: &["Chromium", "Noto", NPM],
    },
    Step {
        name: "firefox",
        what: "journeys in Firefox",
        run: |house| journeys(house, "firefox"),
        needs: &["Firefox", "geckodriver", "Noto", NPM],
    },
    Step {
        name: "webkit",
        what: "journeys in WebKit",
        run: |house| journeys(house, "webkit"),
        needs: &["WebKit", "Noto", NPM],
    },
];

/// How a step ended.
enum Verdict {
    Passed,
    Failed,
    NotRun(String),
}

/// Runs all steps, or those named, and says how each ended. Whether all is well.
pub fn run(house: &House, names: &[String]) -> anyhow::Result<bool> {
    let steps = chosen(names)?;
    let lacking = setup::ensure(house, Purpose::Test)?.lacking;
    let mut results = Vec::new();
    for chosen in steps {
        let start = Instant::now();
        let verdict = run_one(house, chosen, &lacking);
        results.push((chosen, verdict, start.elapsed()));
    }
    Ok(summarise(&results))
}

fn chosen(names: &[String]) -> anyhow::Result<Vec<&'static Step>> {
    if let Some(unknown) = names
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != **name))
    {
        let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!(
            "there is no step `{unknown}`; there are {}",
            known.join(", ")
        );
    }
    let wanted = |step: &&Step| names.is_empty() || names.iter().any(|name| name == step.name);
    Ok(STEPS.iter().filter(wanted).collect())
}

fn run_one(house: &House, chosen: &Step, lacking: &[Lacking]) -> Verdict {
    let needed = |lacking: &&Lacking| {
        chosen
            .needs
            .iter()
            .any(|need| lacking.name.starts_with(need))
    };
    if let Some(lacking) = lacking.iter().find(needed) {
        return Verdict::NotRun(format!("{}: {}", lacking.name, lacking.why));
    }
    match step(&format!("{}: {}", chosen.name, chosen.what), || {
        (chosen.run)(house)
    }) {
        Ok(()) => Verdict::Passed,
        Err(error) => {
            println!("    {error:#}");
            Verdict::Failed
        }
    }
}

/// Prints the closing table and, as the very last line, the count. Where `CI=true`, what was not run has failed.
fn summarise(results: &[(&Step, Verdict, Duration)]) -> bool {
    let strict = std::env::var("CI").is_ok_and(|value| value == "true");
    let (mut passed, mut failed) = (0, 0);
    println!("\nstep          result     time");
    for (step, verdict, time) in results {
        let word = match verdict {
            Verdict::Passed => "passed",
            Verdict::Failed => "FAILED",
            Verdict::NotRun(_) => "NOT RUN",
        };
        match verdict {
            Verdict::Passed => passed += 1,
            Verdict::NotRun(_) if !strict => {}
            _ => failed += 1,
        }
        println!("{:<12}  {word:<8}  {:>11}", step.name, seconds(*time));
        if let Verdict::NotRun(why) = verdict {
            println!("              {why}");
        }
    }
    let total: Duration = results.iter().map(|(_, _, time)| *time).sum();
    println!("{:<12}  {:<8}  {:>11}", "all", "", seconds(total));
    println!("{passed} passed, {failed} failed");
    failed == 0
}

fn format(house: &House) -> anyhow::Result<()> {
    house.program("cargo").words("fmt --all --check").run()
}

fn lint_host(house: &House) -> anyhow::Result<()> {
    house
        .program("cargo")
        .words("clippy --workspace --all-targets -- -D warnings")
        .run()
}

/// With a configuration that forbids what stops the wasm: the clock and threads of the host.
fn lint_wasm(house: &House) -> anyhow::Result<()> {
    house
        .wasm_program("cargo")
        .env("CLIPPY_CONF_DIR", "xtask/clippy-wasm")
        .words("clippy --target wasm32-unknown-unknown --package dateline-app --package dateline-build")
        .words("--lib --bins -- -D warnings")
        .run()
}

fn test_host(house: &House) -> anyhow::Result<()> {
    house
        .program("cargo")
        .words("test --workspace --lib --bins --tests")
        .run()
}

fn test_docs(house: &House) -> anyhow::Result<()> {
    house
        .program("cargo")
        .words("test --workspace --doc")
        .run()?;
    house
        .program("cargo")
        .env("RUSTDOCFLAGS", "-D warnings")
        .words("doc --workspace --no-deps --document-private-items")
        .run()
}

fn test_components(house: &House) -> anyhow::Result<()> {
    house
        .wasm_program("cargo")
        .env(
            "CHROMEDRIVER",
            house.which("chromedriver").unwrap_or_default(),
        )
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .words("test --target wasm32-unknown-unknown --package dateline-app --test web")
        .run()
}

fn build_site(house: &House) -> anyhow::Result<()> {
    site::release(house)?;
    sizes::check(&house.dist())
}

fn journeys(house: &House, engine: &str) -> anyhow::Result<()> {
    house
        .program("cargo")
        .env("DATELINE_SITE", house.dist())
        .quiet_env(
            "DATELINE_AXE",
            house.npm().join("node_modules/axe-core/axe.min.js"),
        )
        .words("test --quiet --workspace --test journeys --")
        .arg(engine)
        .run()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lints_for_wasm_are_those_of_the_host_and_more() {
        let host = include_str!("../../../clippy.toml");
        let wasm = include_str!("../../clippy-wasm/clippy.toml");
        for line in host.lines().filter(|line| !line.starts_with('#')) {
            assert!(wasm.lines().any(|other| other == line), "{line}");
        }
    }

    #[test]
    fn steps_are_chosen_by_name_and_keep_their_order() {
        let names = |words: &[&str]| {
            words
                .iter()
                .map(|&word| word.to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(chosen(&[]).unwrap().len(), STEPS.len());
        let two: Vec<&str> = chosen(&names(&["rules", "fmt"]))
            .unwrap()
            .iter()
            .map(|step| step.name)
            .collect();
        assert_eq!(two, ["fmt", "rules"]);
        assert!(chosen(&names(&["fly"])).is_err());
    }
}
