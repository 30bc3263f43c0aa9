//! Programs that `cargo install` makes.

use std::fs;

use super::{Piece, Purpose, State};
use crate::command::Program;
use crate::house::House;

/// A cheap build: these tools run for seconds, and optimising them takes minutes.
const CHEAP: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// A crate with one program, in one version.
pub struct CargoTool {
    package: &'static str,
    program: &'static str,
    /// `None` when the workspace does not depend on it yet: then any will do.
    version: Option<String>,
    /// Whether its own Cargo.lock is used.
    locked: bool,
    wanted_by: Purpose,
}

/// All that are needed.
pub fn all(house: &House) -> [CargoTool; 3] {
    [
        CargoTool {
            package: "trunk",
            program: "trunk",
            // 0.22 wants a newer compiler than `rust-version`.
            version: Some("0.21.14".to_owned()),
            locked: true,
            wanted_by: Purpose::Serve,
        },
        CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: locked_version(house, "wasm-bindgen"),
            // Its lock file may name crates that a mirror of the registry does not have yet.
            locked: false,
            wanted_by: Purpose::Serve,
        },
        CargoTool {
            package: "geckodriver",
            program: "geckodriver",
            version: Some("0.37.1".to_owned()),
            locked: true,
            wanted_by: Purpose::Test,
        },
    ]
}

impl CargoTool {
    fn install(&self, house: &House) -> Program {
        let binstall = house.which("cargo-binstall").is_some();
        let verb = if binstall {
            "binstall --no-confirm"
        } else {
            "install"
        };
        let mut program = house.program("cargo").words(verb).arg(self.package);
        if let Some(version) = &self.version {
            program = program.arg("--version").arg(version);
        }
        if self.locked {
            program = program.arg("--locked");
        }
        program = program.arg("--root").arg(&house.tools);
        if binstall {
            return program;
        }
        CHEAP
            .into_iter()
            .fold(program, |program, (key, value)| program.env(key, value))
    }
}

impl Piece for CargoTool {
    fn name(&self) -> String {
        match &self.version {
            Some(version) => format!("{} {version}", self.package),
            None => self.package.to_owned(),
        }
    }

    fn wanted_by(&self) -> Purpose {
        self.wanted_by
    }

    fn state(&self, house: &House) -> State {
        let said = house.program(self.program).arg("--version").output();
        let found = said.as_deref().and_then(version_in);
        match (found, self.version.as_deref()) {
            (None, _) => State::Missing("it is not there".to_owned()),
            (Some(found), Some(wanted)) if found != wanted => {
                State::Missing(format!("{found} is there"))
            }
            (Some(found), _) => State::Ready(found.to_owned()),
        }
    }

    fn by_hand(&self, house: &House) -> String {
        self.install(house).shown().to_owned()
    }

    fn fetch(&self, house: &House) -> anyhow::Result<()> {
        self.install(house).run()
    }
}

/// The version in `NAME VERSION …`.
fn version_in(said: &str) -> Option<&str> {
    said.split_whitespace().nth(1)
}

/// The version of a package that Cargo.lock names.
fn locked_version(house: &House, package: &str) -> Option<String> {
    let lock = fs::read_to_string(house.root.join("Cargo.lock")).ok()?;
    version_locked_in(&lock, package).map(str::to_owned)
}

fn version_locked_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_tools_say_and_from_the_lock_file() {
        assert_eq!(version_in("geckodriver 0.37.1 ( 2026)\n"), Some("0.37.1"));
        assert_eq!(version_in("?"), None);
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_locked_in(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_locked_in(lock, "yew"), None);
    }
}
