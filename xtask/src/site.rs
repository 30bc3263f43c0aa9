//! Building and serving the page with Trunk.

use std::env;
use std::ffi::OsStr;

use crate::arguments::ServeOptions;
use crate::command::Program;
use crate::house::House;
use crate::port;
use crate::report::step;
use crate::setup::{self, Purpose};

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

/// Sets up, then serves the page until it is stopped, building it again whenever a source or an article changes.
pub fn serve(house: &House, options: &ServeOptions) -> anyhow::Result<()> {
    port::refuse_taken(options.port)?;
    setup::ensure(house, Purpose::Serve)?.or_fail()?;
    let port = options.port.to_string();
    println!("\n==> http://127.0.0.1:{port}/   (stop with Ctrl+C)");
    let mut trunk = trunk(house)
        // Polled, because a watch on a file is lost when an editor replaces it; it costs 1 % of a core.
        .words("serve --offline --poll --poll-interval 500ms --port")
        .arg(port);
    if options.open && has_display() {
        trunk = trunk.arg("--open");
    }
    trunk.run_in_foreground()
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
