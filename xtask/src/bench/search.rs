//! `bench search`: the search beside Pagefind, MiniSearch and FlexSearch, on the same articles, in Chromium.
//!
//! `dateline-bench` makes the articles, our bundle and the questions; `bench/web/run.mjs` builds the peers' indexes, serves
//! all of it and prints the table.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::peers;
use crate::command::Program;
use crate::house::House;
use crate::report::step;
use crate::setup::{self, Purpose};

const MANIFEST: &str = include_str!("../../../bench/npm/package.json");

/// How many articles the collections have, unless the arguments say so.
const SIZES: [&str; 3] = ["1000", "10000", "20000"];

/// What to measure.
#[derive(Debug, Default)]
struct Options {
    sizes: Vec<String>,
    /// A folder of articles, in the place of invented ones.
    folder: Option<String>,
    /// How long articles are, in percent of agency news.
    length: String,
    /// Only ours and Pagefind, and fewer rounds.
    quick: bool,
}

impl Options {
    fn read(arguments: &[String]) -> anyhow::Result<Self> {
        let mut options = Self {
            length: "100".to_owned(),
            ..Self::default()
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match (argument.as_str(), rest.as_slice().first()) {
                ("--quick", _) => options.quick = true,
                ("--sizes", Some(value)) => {
                    options.sizes = value.split(',').map(str::to_owned).collect();
                    rest.next();
                }
                ("--length", Some(value)) => {
                    options.length.clone_from(value);
                    rest.next();
                }
                ("--folder", Some(value)) => {
                    options.folder = Some(value.clone());
                    rest.next();
                }
                _ => bail!(
                    "bench search [--sizes 1000,10000,20000] [--length PERCENT] [--folder ARTICLES] [--quick]"
                ),
            }
        }
        if options.sizes.is_empty() && options.folder.is_none() {
            options.sizes = SIZES.map(str::to_owned).to_vec();
        }
        Ok(options)
    }

    /// What each collection is made of: the last arguments of `dateline-bench`.
    fn collections(&self) -> Vec<Vec<&str>> {
        let invented = self
            .sizes
            .iter()
            .map(|size| vec![size.as_str(), &self.length]);
        let folder = self.folder.iter().map(|folder| vec![folder.as_str()]);
        invented.chain(folder).collect()
    }
}

/// Measures, and prints a table for each collection.
pub fn run(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    let options = Options::read(arguments)?;
    setup::ensure(house, Purpose::Release)?.or_fail()?;
    let work = house.root.join("target/bench");
    let peers = house.tools.join("bench-npm");
    step("peers from npm", || peers::install(house, &peers, MANIFEST))?;
    step("the search as a wasm of its own", || {
        peers::engine(house, "dateline-bench-engine", &engine_folder(&work))
    })?;
    for collection in options.collections() {
        let out = work.join(collection.join("-").replace(['/', '\\'], "_"));
        let made = format!("articles, bundle and questions: {}", collection.join(" "));
        step(&made, || {
            let program = house
                .program("cargo")
                .words("run --quiet --release --package dateline-bench --bin dateline-bench --")
                .arg(&out);
            collection.iter().fold(program, Program::arg).run()
        })?;
        let program = house
            .program("node")
            .arg(house.root.join("bench/web/run.mjs"))
            .arg(&out)
            .arg(&peers)
            .arg(engine_folder(&work));
        let program = if options.quick {
            program.arg("--quick")
        } else {
            program
        };
        step("measuring in Chromium", || program.run())?;
    }
    Ok(())
}

fn engine_folder(work: &Path) -> PathBuf {
    work.join("engine")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> anyhow::Result<Options> {
        let arguments: Vec<String> = arguments.iter().map(|it| (*it).to_owned()).collect();
        Options::read(&arguments)
    }

    #[test]
    fn sizes_and_folders_are_measured() {
        let options = read(&["--sizes", "10,20", "--length", "500", "--quick"]).unwrap();
        assert_eq!(options.collections(), [["10", "500"], ["20", "500"]]);
        assert!(options.quick);
        let options = read(&["--folder", "a"]).unwrap();
        assert_eq!(options.collections(), [["a"]]);
        assert_eq!(read(&[]).unwrap().collections().len(), SIZES.len());
        assert!(read(&["--size"]).is_err());
        assert!(read(&["--sizes"]).is_err());
    }
}
