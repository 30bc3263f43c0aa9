//! `bench page`: the built site as Lighthouse sees it, on a phone and on a desk.

use anyhow::bail;

use super::peers;
use crate::house::House;
use crate::report::step;
use crate::setup::{self, Purpose};
use crate::site;

const MANIFEST: &str = include_str!("../../../bench/page/npm/package.json");
const USAGE: &str = "bench page [--runs 5]";

/// Builds the site, opens its pages and prints a line each.
pub fn run(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    let runs = runs(arguments)?;
    setup::ensure(house, Purpose::Release)?.or_fail()?;
    let modules = house.tools.join("bench-page-npm");
    step("Lighthouse from npm", || {
        peers::install(house, &modules, MANIFEST)
    })?;
    step("release site into dist/", || site::release(house))?;
    let program = house
        .program("node")
        .arg(house.root.join("bench/page/web/run.mjs"))
        .arg(house.dist())
        .arg(&modules)
        .arg(runs.to_string());
    step("measuring in Chromium", || program.run())
}

/// How often each page is opened; the median counts.
fn runs(arguments: &[String]) -> anyhow::Result<u32> {
    let runs = match arguments {
        [] => Some(5),
        [flag, number] if flag == "--runs" => number.parse().ok().filter(|runs| *runs > 0),
        _ => None,
    };
    let Some(runs) = runs else { bail!(USAGE) };
    Ok(runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_runs_can_be_chosen() {
        let runs = |arguments: &[&str]| {
            let arguments: Vec<String> = arguments.iter().map(|it| (*it).to_owned()).collect();
            runs(&arguments).ok()
        };
        assert_eq!(runs(&[]), Some(5));
        assert_eq!(runs(&["--runs", "1"]), Some(1));
        assert_eq!(runs(&["--runs", "0"]), None);
        assert_eq!(runs(&["--runs"]), None);
    }
}
