//! The page's fonts: cut out of pinned npm packages into `.dateline/fonts/`, which Trunk copies to `fonts/`.
//!
//! | file | for | weights |
//! |---|---|---|
//! | `source-serif-4.woff2` | what articles say | 400–700 |
//! | `source-serif-4-ext.woff2` | the same, Latin Extended (`unicode-range: U+100-17F, U+1CD-1DC, U+218-21B, U+1E00-1EFF`) | 400–700 |
//! | `source-serif-4-italic.woff2` | emphasis in articles | 400 |
//! | `source-sans-3.woff2` | what the page says | 400–600 |
//! | `source-sans-3-ext.woff2` | the same, Latin Extended | 400–600 |
//!
//! Without npm the folder stays empty and the system's fonts stand in.

use std::fs;

use anyhow::Context;

use crate::house::House;

const SUBSET: &str = include_str!("../npm/subset.mjs");
const LOCK: &str = include_str!("../npm/package-lock.json");

/// Makes the fonts unless they are there, made by this very recipe; whether they are there now.
pub fn make(house: &House) -> anyhow::Result<bool> {
    let fonts = house.fonts();
    fs::create_dir_all(&fonts).with_context(|| format!("{}", fonts.display()))?;
    let stamp = house.made().join("fonts.stamp");
    let recipe = recipe();
    if fs::read_to_string(&stamp).is_ok_and(|made_by| made_by == recipe) {
        return Ok(true);
    }
    let modules = house.npm().join("node_modules");
    if !modules.join("subset-font").is_dir() || house.which("node").is_none() {
        println!(
            "    fonts: NOT MADE, the system's stand in (`cargo xtask doctor` says what is missing)"
        );
        return Ok(false);
    }
    house
        .program("node")
        .arg(house.root.join("xtask/npm/subset.mjs"))
        .arg(modules)
        .arg(&fonts)
        .run()?;
    fs::write(stamp, recipe)?;
    Ok(true)
}

/// Changes whenever the fonts would.
fn recipe() -> String {
    crate::finish::sha256_base64(format!("{SUBSET}{LOCK}").as_bytes())
}
