//! The steps of the gate, quick ones first.

use super::{rules, sizes};
use crate::house::House;
use crate::site;

/// One step of the gate.
pub struct Step {
    /// As it is named on the command line and in the table.
    pub name: &'static str,
    /// The same for a person.
    pub what: &'static str,
    /// Does it.
    pub run: fn(&House) -> anyhow::Result<()>,
    /// What must be there, by the names of the set-up.
    pub needs: &'static [&'static str],
}

const NODE: &str = "node and npm";
const NPM: &str = "npm packages";
const TARGET: &str = "the target";
const TRUNK: &str = "trunk";
const BINDGEN: &str = "wasm-bindgen-cli";

/// In the order in which they run.
pub const STEPS: [Step; 11] = [
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
        run: |house| site::journeys(house, &["chromium"]),
        needs: &["Chromium", "Noto", NPM],
    },
    Step {
        name: "firefox",
        what: "journeys in Firefox",
        run: |house| site::journeys(house, &["firefox"]),
        needs: &["Firefox", "geckodriver", "Noto", NPM],
    },
    Step {
        name: "webkit",
        what: "journeys in WebKit",
        run: |house| site::journeys(house, &["webkit"]),
        needs: &["WebKit", "Noto", NPM],
    },
];

fn format(house: &House) -> anyhow::Result<()> {
    house
        .program("cargo")
        .words("fmt --all --check -- --files-with-diff")
        .run()
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
