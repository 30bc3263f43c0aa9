//! Trunk's pre_build hook: articles → `.dateline/bundle/collection-HASH.bin`, fonts → `.dateline/fonts/`.

use std::fs;

use anyhow::Context;

use crate::finish::Summary;
use crate::fonts;
use crate::house::House;

/// Makes both folders and what belongs into them.
pub fn run(house: &House) -> anyhow::Result<()> {
    let bundle = house.bundle();
    fs::create_dir_all(&bundle).with_context(|| format!("{}", bundle.display()))?;
    fonts::make(house)?;
    summary().save(house)
}

/// Until the articles are packed: an empty collection.
fn summary() -> Summary {
    Summary {
        title: "Dateline".to_owned(),
        build: String::new(),
        bundle: String::new(),
        articles: 0,
        visits: 0,
        headlines: Vec::new(),
    }
}
