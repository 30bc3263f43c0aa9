//! `bench search`: the search beside Pagefind, MiniSearch and FlexSearch, on the same articles, in Chromium.
//!
//! `dateline-bench` makes the articles, our bundle and the questions; `bench/web/run.mjs` builds the peers' indexes, serves
//! all of it and prints the table. Invented news of three sizes comes first, then longer articles, then a real collection, where
//! `$DATELINE_SHARED/data` or `../shared/data` beside the checkout has it. What highlighting costs, also in
//! the built page, and what the search weighs are printed once; `--highlight` measures the first of these alone.

use std::fs;
use std::path::PathBuf;

use anyhow::bail;

use super::peers;
use crate::command::Program;
use crate::house::House;
use crate::report::step;
use crate::setup::{self, Purpose};
use crate::site;

const MANIFEST: &str = include_str!("../../../bench/npm/package.json");

/// How many articles the collections have, unless the arguments say so.
const SIZES: [&str; 3] = ["1000", "10000", "20000"];

/// Articles of five kilobytes: how many, and how long in percent of agency news.
const LONGER: [&str; 2] = ["2000", "560"];

/// A real collection, packed: 6,881 briefings.
const BRIEFINGS: &str = "data/briefings-2021-2023.tar.xz";

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
    /// Everything, since nothing was chosen.
    all: bool,
    /// Highlighting, and nothing else.
    highlight: bool,
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
                ("--highlight", _) => options.highlight = true,
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
                    "bench search [--sizes 1000,10000,20000] [--length PERCENT] [--folder ARTICLES] [--quick] [--highlight]"
                ),
            }
        }
        if options.sizes.is_empty() && options.folder.is_none() && !options.highlight {
            options.sizes = SIZES.map(str::to_owned).to_vec();
            options.all = options.length == "100";
        }
        Ok(options)
    }

    /// What each collection is made of: the last arguments of `dateline-bench`.
    fn collections(&self) -> Vec<Vec<&str>> {
        let invented = self
            .sizes
            .iter()
            .map(|size| vec![size.as_str(), &self.length]);
        let longer = self.all.then(|| LONGER.to_vec());
        let folder = self.folder.iter().map(|folder| vec![folder.as_str()]);
        invented.chain(longer).chain(folder).collect()
    }
}

/// Measures, and prints a table for each collection.
pub fn run(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    let mut options = Options::read(arguments)?;
    setup::ensure(house, Purpose::Release)?.or_fail()?;
    let bench = Bench {
        house,
        work: house.root.join("target/bench"),
        peers: house.tools.join("bench-npm"),
    };
    step("peers from npm", || {
        peers::install(house, &bench.peers, MANIFEST)
    })?;
    step("the search as a wasm of its own", || {
        peers::engine(house, "dateline-bench-engine", &bench.engine())
    })?;
    if options.all {
        options.folder = bench.briefings()?;
    }
    for collection in options.collections() {
        bench.measure(&collection, options.quick)?;
    }
    bench.highlight()?;
    if options.highlight {
        return Ok(());
    }
    bench.weigh()
}

/// Where what is measured stands.
struct Bench<'a> {
    house: &'a House,
    work: PathBuf,
    peers: PathBuf,
}

impl Bench<'_> {
    fn engine(&self) -> PathBuf {
        self.work.join("engine")
    }

    /// A real collection, unpacked; none where it is not there.
    fn briefings(&self) -> anyhow::Result<Option<String>> {
        let shared = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
        let packed = shared
            .unwrap_or_else(|| self.house.root.join("../shared"))
            .join(BRIEFINGS);
        if !packed.is_file() {
            println!("\nSKIPPED briefings: no {BRIEFINGS} in $DATELINE_SHARED or ../shared");
            return Ok(None);
        }
        let folder = self.work.join("briefings");
        if !folder.is_dir() {
            fs::create_dir_all(&folder)?;
            let tar = self.house.program("tar").arg("-xJf").arg(&packed);
            step("briefings", || tar.arg("-C").arg(&folder).run())?;
        }
        Ok(Some(folder.display().to_string()))
    }

    /// Makes articles, bundle and questions. The arguments are the last ones of `dateline-bench`.
    fn make(&self, arguments: &[&str]) -> anyhow::Result<PathBuf> {
        let out = self.work.join(
            arguments
                .join("-")
                .trim_start_matches('-')
                .replace(['/', '\\'], "_"),
        );
        let made = format!("articles, bundle and questions: {}", arguments.join(" "));
        step(&made, || {
            let program = self
                .house
                .program("cargo")
                .words("run --quiet --release --package dateline-bench --bin dateline-bench --")
                .arg(&out);
            arguments.iter().fold(program, Program::arg).run()
        })?;
        Ok(out)
    }

    fn script(&self, name: &str) -> Program {
        let script = self.house.root.join("bench/web").join(name);
        self.house.program("node").arg(script)
    }

    fn measure(&self, collection: &[&str], quick: bool) -> anyhow::Result<()> {
        let out = self.make(collection)?;
        let program = self.script("run.mjs").arg(&out).arg(&self.peers);
        let program = program.arg(self.engine());
        let program = if quick {
            program.arg("--quick")
        } else {
            program
        };
        step("measuring in Chromium", || program.run())
    }

    fn highlight(&self) -> anyhow::Result<()> {
        let out = self.make(&["--long"])?;
        step("release site into dist/", || site::release(self.house))?;
        let program = self.script("highlight.mjs").arg(&out).arg(&self.peers);
        let program = program.arg(self.engine()).arg(self.house.dist());
        step("highlighting in Chromium", || program.run())
    }

    fn weigh(&self) -> anyhow::Result<()> {
        let engine = self.engine();
        let program = self.script("share.mjs").arg(engine.join("named.wasm"));
        let wasm = engine.join("dateline_bench_engine_bg.wasm");
        step("weighing", || program.arg(wasm).run())
    }
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
        assert_eq!(read(&[]).unwrap().collections().len(), SIZES.len() + 1);
        let options = read(&["--highlight"]).unwrap();
        assert!(options.collections().is_empty() && options.highlight);
        assert!(read(&["--size"]).is_err());
        assert!(read(&["--sizes"]).is_err());
    }
}
