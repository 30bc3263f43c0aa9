//! Trunk's pre_build hook: articles → `.dateline/bundle/collection-HASH.bin`, fonts → `.dateline/fonts/`.

use crate::fonts;
use crate::house::House;

/// Makes both folders and what belongs into them. Problems in articles are told and stop nothing.
pub fn run(house: &House) -> anyhow::Result<()> {
    fonts::make(house)?;
    house
        .program("cargo")
        .words("run --quiet --package dateline-pack -- assets/articles .dateline")
        .run_quietly()
}
