//! `cargo xtask test`: the whole gate, the same for a person and for CI, quick checks first.

mod rules;
mod sizes;
mod steps;

use std::time::{Duration, Instant};

use anyhow::bail;

use crate::house::House;
use crate::report::{seconds, step};
use crate::setup::{self, Lacking, Purpose};
use steps::{STEPS, Step};

/// How a step ended.
enum Verdict {
    Passed,
    Failed(String),
    NotRun(String),
}

impl Verdict {
    fn word(&self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed(_) => "FAILED",
            Self::NotRun(_) => "NOT RUN",
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Passed => None,
            Self::Failed(why) | Self::NotRun(why) => why.lines().next(),
        }
    }

    /// Whether it counts as a failure. Where `CI=true`, what was not run has failed.
    fn is_failure(&self, strict: bool) -> bool {
        match self {
            Self::Passed => false,
            Self::Failed(_) => true,
            Self::NotRun(_) => strict,
        }
    }
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
            Verdict::Failed(format!("{error:#}"))
        }
    }
}

/// Prints the closing table and, as the very last line, the count.
fn summarise(results: &[(&Step, Verdict, Duration)]) -> bool {
    let strict = std::env::var("CI").is_ok_and(|value| value == "true");
    println!("\n{:<12}  {:<8}  {:>11}", "step", "result", "time");
    for (step, verdict, time) in results {
        println!(
            "{:<12}  {:<8}  {:>11}",
            step.name,
            verdict.word(),
            seconds(*time)
        );
        if let Some(reason) = verdict.reason() {
            println!("{:<12}  {reason}", "");
        }
    }
    let total: Duration = results.iter().map(|(_, _, time)| *time).sum();
    println!("{:<12}  {:<8}  {:>11}", "all", "", seconds(total));
    let count = |wanted: &dyn Fn(&Verdict) -> bool| {
        results
            .iter()
            .filter(|(_, verdict, _)| wanted(verdict))
            .count()
    };
    let passed = count(&|verdict| matches!(verdict, Verdict::Passed));
    let failed = count(&|verdict| verdict.is_failure(strict));
    println!("{passed} passed, {failed} failed");
    failed == 0
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
    fn what_was_not_run_fails_where_nobody_looks() {
        let not_run = Verdict::NotRun("no browser".to_owned());
        assert!(!not_run.is_failure(false));
        assert!(not_run.is_failure(true));
        assert!(Verdict::Failed(String::new()).is_failure(false));
        assert!(!Verdict::Passed.is_failure(true));
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
