//! Building and serving the page with Trunk.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use crate::arguments::ServeOptions;
use crate::command::Program;
use crate::house::House;
use crate::port;
use crate::report::step;
use crate::setup::{self, Purpose};

/// Where the development site stands, below the repository: apart from `dist/`, so that nobody uploads it for a release.
const SERVED: &str = "target/serve";

/// Sets up, then builds the release site into `dist/`.
pub fn build(house: &House) -> anyhow::Result<()> {
    setup::ensure(house, Purpose::Release)?.or_fail()?;
    step("release site into dist/", || release(house))
}

/// The release site into `dist/`, with tools that are there.
pub fn release(house: &House) -> anyhow::Result<()> {
    let (variable, flags) = setup::flags(house);
    trunk(house)
        .quiet_env(variable, flags)
        .words("build --release --offline")
        .run()
}

/// Trunk with our tools. An error in the app's code is cargo's to tell: Trunk's backtrace would only hide it.
fn trunk(house: &House) -> Program {
    house.wasm_program("trunk").quiet_env("RUST_BACKTRACE", "0")
}

/// Sets up, then serves the page until it is stopped, building it again whenever a source or an article changes. What is
/// served stands in a folder of its own: `dist/` stays as the last release left it.
pub fn serve(house: &House, options: &ServeOptions) -> anyhow::Result<()> {
    port::refuse_taken(options.port)?;
    setup::ensure(house, Purpose::Serve)?.or_fail()?;
    // What an earlier one told was told to somebody who may not have it before the eyes.
    let _ = fs::remove_file(told(house));
    let port = options.port;
    println!("\n==> http://127.0.0.1:{port}/   (stop with Ctrl+C)");
    serving(house, options).run_in_foreground()
}

/// Trunk as it serves.
fn serving(house: &House, options: &ServeOptions) -> Program {
    let trunk = trunk(house)
        .quiet_env("DATELINE_TOLD", told(house))
        .words("serve --offline --dist")
        .arg(SERVED)
        // Polled, because a watch on a file is lost when an editor replaces it; it costs 1 % of a core.
        .words("--poll --poll-interval 500ms --port")
        .arg(options.port.to_string());
    if options.open && has_display() {
        return trunk.arg("--open");
    }
    trunk
}

/// Where the pack hook keeps which problems it has told, so that a save does not tell them all again.
fn told(house: &House) -> PathBuf {
    house.made().join("told.txt")
}

/// The journeys through `dist/` that these words name; all for none.
pub fn journeys(house: &House, words: &[impl AsRef<OsStr>]) -> anyhow::Result<()> {
    let axe = house.npm().join("node_modules/axe-core/axe.min.js");
    let program = house
        .program("cargo")
        .env("DATELINE_SITE", house.dist())
        .quiet_env("DATELINE_AXE", axe)
        // The whole workspace, so that what other steps compiled fits.
        .words("test --quiet --workspace --test journeys --");
    words.iter().fold(program, Program::arg).run()
}

/// Pictures of the site in `dist/`, or of one that is served, in Chromium.
pub fn shots(house: &House, arguments: &[String]) -> anyhow::Result<()> {
    let program = house
        .program("cargo")
        .words("run --quiet --package dateline-site-tests --bin shots --");
    arguments.iter().fold(program, Program::arg).run()
}

/// Whether a browser could be shown to somebody.
fn has_display() -> bool {
    cfg!(any(target_os = "macos", target_os = "windows"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_served_is_not_put_where_the_release_stands() {
        let house = House::find().unwrap();
        let serving = serving(&house, &ServeOptions::default());
        assert!(serving.shown().contains("--dist target/serve "));
        assert!(!house.root.join(SERVED).starts_with(house.dist()));
    }
}
