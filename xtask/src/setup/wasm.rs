//! The standard library for wasm32-unknown-unknown.

use std::path::Path;

use super::{Piece, Purpose, State, debian};
use crate::house::House;

const TRIPLE: &str = "wasm32-unknown-unknown";
/// The name that `wasm-std-from-debian.sh` links its toolchain under.
const FALLBACK: &str = "debian";
const SCRIPT: &str = "xtask/wasm-std-from-debian.sh";

/// Where the library for wasm comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Library {
    /// The toolchain in use has it.
    Here,
    /// The toolchain made from Debian's packages has it.
    Debian,
    /// Nothing has it.
    Nowhere,
}

impl Library {
    /// Looks for it.
    pub fn find(house: &House) -> Self {
        if has_library(house, None) {
            Self::Here
        } else if has_library(house, Some(FALLBACK)) {
            Self::Debian
        } else {
            Self::Nowhere
        }
    }

    /// What cargo and Trunk must be told so that they find it. The other toolchain gets a target folder of its own:
    /// otherwise each would throw away what the other built.
    pub fn variables(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Here | Self::Nowhere => &[],
            Self::Debian => &[
                ("RUSTUP_TOOLCHAIN", FALLBACK),
                ("CARGO_TARGET_DIR", "target/debian"),
                ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22"),
            ],
        }
    }
}

fn has_library(house: &House, toolchain: Option<&str>) -> bool {
    let mut rustc = house
        .program("rustc")
        .words("--print target-libdir --target")
        .arg(TRIPLE);
    if let Some(toolchain) = toolchain {
        rustc = rustc.quiet_env("RUSTUP_TOOLCHAIN", toolchain);
    }
    rustc
        .output()
        .is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

/// The target.
pub struct Target;

impl Piece for Target {
    fn name(&self) -> String {
        format!("the target {TRIPLE}")
    }

    fn wanted_by(&self) -> Purpose {
        Purpose::Serve
    }

    fn state(&self, house: &House) -> State {
        match house.wasm_library() {
            Library::Here => State::Ready("in the toolchain in use".to_owned()),
            Library::Debian => State::Ready(format!("in the toolchain `{FALLBACK}`")),
            Library::Nowhere => State::Missing("it is not there".to_owned()),
        }
    }

    fn by_hand(&self, _house: &House) -> String {
        format!("rustup target add {TRIPLE} (on Debian, as root, also {SCRIPT})")
    }

    fn fetch(&self, house: &House) -> anyhow::Result<()> {
        let added = house
            .program("rustup")
            .words("target add")
            .arg(TRIPLE)
            .run();
        let Err(error) = added else { return Ok(()) };
        if !debian::is_debian(house) || !debian::is_root(house) {
            return Err(error);
        }
        println!("    rustup could not: {error:#}");
        println!("    building the library from Debian's sources instead (some minutes)");
        house.program("bash").arg(SCRIPT).run()
    }
}
