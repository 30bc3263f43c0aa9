//! `cargo xtask bench NAME`: what we do beside what others do, printed in one table. It informs and never fails on a figure:
//! what must hold is a test.

mod visits;

use crate::house::House;

/// What can be measured, by name.
pub const NAMES: &[&str] = &["visits"];

/// Runs one benchmark.
pub fn run(house: &House, name: &str) -> anyhow::Result<()> {
    match name {
        "visits" => visits::run(house),
        other => anyhow::bail!(
            "There is no benchmark `{other}`: give one of {}.",
            NAMES.join(", ")
        ),
    }
}
