//! `cargo xtask bench NAME`: what we do beside what others do, printed in one table. It informs and never fails on a figure:
//! what must hold is a test.

mod page;
mod peers;
mod search;
mod timeline;
mod visits;

use crate::house::House;

/// What can be measured, by name.
pub const NAMES: &[&str] = &["page", "search", "timeline", "visits"];

/// Runs one benchmark with its arguments.
pub fn run(house: &House, name: &str, arguments: &[String]) -> anyhow::Result<()> {
    match (name, arguments) {
        ("page", _) => page::run(house, arguments),
        ("search", _) => search::run(house, arguments),
        ("timeline", _) => timeline::run(house, arguments),
        ("visits", []) => visits::run(house),
        ("visits", [extra, ..]) => anyhow::bail!("`{extra}` was not expected."),
        (other, _) => anyhow::bail!(
            "There is no benchmark `{other}`: give one of {}.",
            NAMES.join(", ")
        ),
    }
}
