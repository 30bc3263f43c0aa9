//! `cargo xtask`: everything that a contributor does, in two commands and a few smaller ones.
//!
//! `serve` and `test` set up what is missing, say each step before it runs, and do the rest. The map:
//! [`setup`] knows what is needed and how to get it, [`gate`] is the list of steps of `test`, [`pack`] and [`finish`] are
//! Trunk's hooks, [`house`] holds the paths, and [`command`] and [`report`] run things and tell of them.

mod arguments;
mod bench;
mod command;
mod finish;
mod fonts;
mod gate;
mod house;
mod pack;
mod port;
mod report;
mod setup;
mod site;
mod styles;
mod wasm_opt;

use std::process::ExitCode;

use arguments::Task;
use house::House;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments::read(&arguments) {
        Ok(task) => finish_with(run(task)),
        Err(message) => {
            eprintln!("{message}\n\n{}", arguments::USAGE);
            ExitCode::from(2)
        }
    }
}

fn finish_with(result: anyhow::Result<bool>) -> ExitCode {
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all that was asked for was done.
fn run(task: Task) -> anyhow::Result<bool> {
    let house = House::find()?;
    match task {
        Task::Help => println!("{}", arguments::USAGE),
        Task::Bench(name, arguments) => bench::run(&house, &name, &arguments)?,
        Task::Build => site::build(&house)?,
        Task::Doctor => return setup::doctor(&house),
        Task::Finish => finish::run(&house)?,
        Task::Journeys(words) => site::journeys(&house, &words)?,
        Task::Pack => return pack::run(&house),
        Task::Serve(options) => site::serve(&house, &options)?,
        Task::Test(steps) => return gate::run(&house, &steps),
        Task::Shots(arguments) => site::shots(&house, &arguments)?,
    }
    Ok(true)
}
