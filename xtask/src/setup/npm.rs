//! The npm packages: wasm-opt, esbuild, axe-core, and the fonts with the tool that cuts them down.

use std::fs;

use super::{Piece, Purpose, State};
use crate::house::House;

const MANIFEST: &str = include_str!("../../npm/package.json");
const LOCK: &str = include_str!("../../npm/package-lock.json");
/// Written after an installation: the lock file that it followed.
const STAMP: &str = "installed.json";

/// All of `xtask/npm/package-lock.json`.
pub struct Packages;

impl Piece for Packages {
    fn name(&self) -> String {
        "npm packages (wasm-opt, esbuild, axe-core, fonts)".to_owned()
    }

    fn wanted_by(&self) -> Purpose {
        Purpose::Serve
    }

    /// Without them the page is served in the system's fonts, and neither its wasm nor its script is made smaller.
    fn needed_by(&self) -> Purpose {
        Purpose::Release
    }

    fn state(&self, house: &House) -> State {
        let stamp = house.npm().join(STAMP);
        match fs::read_to_string(stamp) {
            Ok(lock) if lock == LOCK => State::Ready(house.npm().display().to_string()),
            Ok(_) => State::Missing("other versions are there".to_owned()),
            Err(_) => State::Missing("they are not there".to_owned()),
        }
    }

    fn by_hand(&self, house: &House) -> String {
        let from = house.root.join("xtask/npm");
        let to = house.npm();
        format!(
            "mkdir -p {to} && cp {from}/package*.json {to}/ && cd {to} && npm ci && cp package-lock.json {STAMP}",
            from = from.display(),
            to = to.display()
        )
    }

    fn obstacle(&self, house: &House) -> Option<String> {
        house
            .which("npm")
            .is_none()
            .then(|| "npm is not there".to_owned())
    }

    fn fetch(&self, house: &House) -> anyhow::Result<()> {
        let folder = house.npm();
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("package.json"), MANIFEST)?;
        fs::write(folder.join("package-lock.json"), LOCK)?;
        house
            .program("npm")
            .words("ci --ignore-scripts --no-audit --no-fund")
            .dir(&folder)
            .run()?;
        fs::write(folder.join(STAMP), LOCK)?;
        Ok(())
    }
}
