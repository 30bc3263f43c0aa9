//! `bench timeline`: the timeline beside vis-timeline, TimelineJS3 and Observable Plot, over the same visits, in Chromium.

use anyhow::bail;

use super::peers;
use crate::house::House;
use crate::report::step;
use crate::setup::{self, Purpose};

const MANIFEST: &str = include_str!("../../../bench/timeline/npm/package.json");
const USAGE: &str =
    "bench timeline [--sizes 20,100,1000,10000,100000] [--shapes uniform,bursts,…] [--seconds 60]";

/// What to measure.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    sizes: String,
    shapes: String,
    /// How long one timeline may take for one collection.
    seconds: String,
}

impl Options {
    fn read(arguments: &[String]) -> anyhow::Result<Self> {
        let mut options = Self {
            sizes: "20,100,1000,10000,100000,1000000".to_owned(),
            shapes: "uniform,bursts,one day,long overlaps,200 lanes,imprecise".to_owned(),
            seconds: "60".to_owned(),
        };
        for pair in arguments.chunks(2) {
            match pair {
                [flag, value] if flag == "--sizes" => options.sizes.clone_from(value),
                [flag, value] if flag == "--shapes" => options.shapes.clone_from(value),
                [flag, value] if flag == "--seconds" => options.seconds.clone_from(value),
                _ => bail!(USAGE),
            }
        }
        Ok(options)
    }
}

/// Measures, and prints one table.
pub fn run(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    let options = Options::read(arguments)?;
    setup::ensure(house, Purpose::Release)?.or_fail()?;
    let engine = house.root.join("target/bench/timeline");
    let modules = house.tools.join("bench-timeline-npm");
    step("peers from npm", || {
        peers::install(house, &modules, MANIFEST)
    })?;
    step("the page as a wasm of its own", || {
        peers::engine(house, "dateline-bench-timeline", &engine)
    })?;
    let program = house
        .program("node")
        .arg(house.root.join("bench/timeline/web/run.mjs"))
        .arg(house.root.join("assets/styles"))
        .arg(&modules)
        .arg(&engine)
        .arg(&options.sizes)
        .arg(&options.shapes)
        .arg(&options.seconds);
    step("measuring in Chromium", || program.run())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> anyhow::Result<Options> {
        let arguments: Vec<String> = arguments.iter().map(|it| (*it).to_owned()).collect();
        Options::read(&arguments)
    }

    #[test]
    fn sizes_shapes_and_patience_can_be_chosen() {
        let options = read(&["--sizes", "20", "--seconds", "5"]).unwrap();
        assert_eq!(
            (options.sizes.as_str(), options.seconds.as_str()),
            ("20", "5")
        );
        assert!(options.shapes.starts_with("uniform,"));
        assert!(read(&["--sizes"]).is_err());
        assert!(read(&["--size", "20"]).is_err());
    }
}
