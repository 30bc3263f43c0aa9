//! The standard library for wasm32-unknown-unknown, and how to compile for it.

use std::path::{Path, PathBuf};

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

/// Further flags for the compiler, and the variable that takes them. They keep the paths of this machine out of the wasm,
/// which names source files where it panics: whoever builds the site builds the same. Only for releases: what a plain
/// `trunk serve` compiles and what `cargo xtask serve` does would otherwise push each other out of the target folder.
pub fn flags(house: &House) -> (&'static str, String) {
    const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
    let sysroot = house.program("rustc").words("--print sysroot").output();
    let library = sysroot.map(|folder| Path::new(folder.trim()).join("lib/rustlib/src/rust"));
    let cargo = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    // The last that fits holds, so that the registry may stand in the repository, and the repository anywhere.
    let paths = [
        (library, "rust"),
        (Some(house.root.clone()), "."),
        (cargo.map(|folder| folder.join("registry/src")), "registry"),
    ];
    let paths = paths
        .iter()
        .filter_map(|(path, name)| Some((path.as_ref()?.as_path(), *name)));
    let given = std::env::var(VARIABLE).unwrap_or_default();
    (VARIABLE, with_paths(&given, paths))
}

/// Flags, and one more for each path. Cargo splits them at spaces, so that a path with a space is left as it is.
fn with_paths<'a>(given: &str, paths: impl Iterator<Item = (&'a Path, &'a str)>) -> String {
    let mut flags: Vec<String> = given.split_whitespace().map(str::to_owned).collect();
    for (path, name) in paths {
        let flag = format!("--remap-path-prefix={}={name}", path.display());
        if !flag.contains(char::is_whitespace) && !flags.contains(&flag) {
            flags.push(flag);
        }
    }
    flags.join(" ")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_follow_the_flags_that_are_given_once_and_never_split() {
        let paths = [("/a", "a"), ("/b c", "b"), ("/d", "d")];
        let paths = || paths.iter().map(|(path, name)| (Path::new(path), *name));
        let once = with_paths("-C  x", paths());
        assert_eq!(
            once,
            "-C x --remap-path-prefix=/a=a --remap-path-prefix=/d=d"
        );
        assert_eq!(with_paths(&once, paths()), once);
    }
}
