//! What benchmarks in a browser share: peers from npm, and ours as a wasm of its own.

use std::fs;
use std::path::Path;

use crate::house::House;
use crate::{setup, wasm_opt};

/// Written after an installation: the manifest that it followed.
const STAMP: &str = "installed.json";

/// Installs what a `package.json` pins into a folder of the user's cache. There is no lock file: a mirror need not have what
/// other systems need.
pub fn install(house: &House, folder: &Path, manifest: &str) -> anyhow::Result<()> {
    if fs::read_to_string(folder.join(STAMP)).is_ok_and(|done| done == manifest) {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join("package.json"), manifest)?;
    let npm = house.program("npm").dir(folder);
    npm.words("install --ignore-scripts --no-audit --no-fund --no-package-lock --legacy-peer-deps")
        .run()?;
    fs::write(folder.join(STAMP), manifest)?;
    Ok(())
}

/// Compiles a package as the page is compiled: the same profile, wasm-bindgen, wasm-opt. Beside the wasm stands `named.wasm`, the
/// same with the names of its functions.
pub fn engine(house: &House, package: &str, folder: &Path) -> anyhow::Result<()> {
    let name = package.replace('-', "_");
    let built = format!("target/wasm32-unknown-unknown/wasm-release/{name}.wasm");
    let (variable, flags) = setup::flags(house);
    house
        .wasm_program("cargo")
        .quiet_env(variable, flags)
        .words("build --quiet --profile wasm-release --target wasm32-unknown-unknown --package")
        .arg(package)
        .run()?;
    house
        .program("wasm-bindgen")
        .words("--target web --no-typescript --out-dir")
        .arg(folder)
        .arg(house.root.join(built))
        .run()?;
    let wasm = folder.join(format!("{name}_bg.wasm"));
    let named = folder.join("named.wasm");
    let as_the_page = format!("-Oz {}", wasm_opt::parameters());
    opt(house, &as_the_page, &wasm, &named)?;
    let stripped = format!("--strip-debug {}", wasm_opt::features());
    opt(house, &stripped, &named, &wasm)
}

fn opt(house: &House, what: &str, from: &Path, to: &Path) -> anyhow::Result<()> {
    house
        .program("wasm-opt")
        .words(what)
        .arg("-o")
        .arg(to)
        .arg(from)
        .run()
}
