//! Trunk's pre_build hook: articles → `.dateline/bundle/collection-HASH.bin`, fonts → `.dateline/fonts/`, style sheets →
//! `.dateline/style.css`.

use crate::fonts;
use crate::house::House;
use crate::styles;

/// Makes all three. Problems in articles are told and stop nothing; false where there is no article, which is told too.
pub fn run(house: &House) -> anyhow::Result<bool> {
    fonts::make(house)?;
    styles::make(house)?;
    house
        .program("cargo")
        .words("run --quiet --package dateline-pack -- assets/articles .dateline")
        .succeeds()
}
