//! The command line.

use std::num::NonZeroU16;

/// What `cargo xtask` prints when asked for help or not understood.
pub const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port N] [--no-open]   set up what is missing, then show the page and keep it fresh while you edit
  test [STEP…]                   the whole gate: set-up, formatting, lints, tests, site, three browsers;
                                 with names, only these steps
  build                          the release site, into dist/
  bench visits                   figures beside those of others
  bench page [--runs 5]          the built site as Lighthouse sees it
  bench search [--sizes 1000,10000,20000] [--length PERCENT] [--folder ARTICLES] [--quick]
                                 the search beside Pagefind, MiniSearch and FlexSearch, in Chromium
  doctor                         say what is needed and what is missing; change nothing

For Trunk's hooks and for working on parts:
  pack                           articles → .dateline/bundle/, fonts → .dateline/fonts/
  finish                         complete the staged index.html (Trunk calls it)
  journeys [WORD…]               journeys through dist/: engines and parts of names, like `firefox theme`
  shots [--full] [--size 1200x620] [--url URL] [--out DIR] [HASH…]
                                 pictures of dist/ (or of a page that is served) into target/screenshots/";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// What to measure, by name, and its arguments.
    Bench(String, Vec<String>),
    Build,
    Doctor,
    Finish,
    Help,
    /// Engines and parts of names, none for all.
    Journeys(Vec<String>),
    Pack,
    Serve(ServeOptions),
    /// The arguments are those of the program that takes the pictures.
    Shots(Vec<String>),
    /// The steps by name, none for all.
    Test(Vec<String>),
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct ServeOptions {
    /// Where to listen on the loopback address.
    pub port: u16,
    /// Whether to open a browser where there is a display.
    pub open: bool,
}

impl Default for ServeOptions {
    fn default() -> Self {
        Self {
            port: 8080,
            open: true,
        }
    }
}

/// Reads the arguments after the program's name; the error says what was not understood.
pub fn read(arguments: &[String]) -> Result<Task, String> {
    let mut rest = arguments.iter().map(String::as_str);
    let task = match rest.next() {
        None | Some("help" | "--help" | "-h") => Task::Help,
        Some("bench") => {
            let name = bench_name(rest.next())?;
            Task::Bench(name, rest.by_ref().map(str::to_owned).collect())
        }
        Some("build") => Task::Build,
        Some("doctor") => Task::Doctor,
        Some("finish") => Task::Finish,
        Some("journeys") => Task::Journeys(rest.by_ref().map(str::to_owned).collect()),
        Some("pack") => Task::Pack,
        Some("shots") => Task::Shots(rest.by_ref().map(str::to_owned).collect()),
        Some("test") => Task::Test(rest.by_ref().map(str::to_owned).collect()),
        Some("serve") => Task::Serve(serve_options(&mut rest)?),
        Some(other) => return Err(format!("There is no command `{other}`.")),
    };
    match rest.next() {
        None => Ok(task),
        Some(extra) => Err(format!("`{extra}` was not expected.")),
    }
}

fn bench_name(given: Option<&str>) -> Result<String, String> {
    let name = given.unwrap_or("nothing");
    let known = crate::bench::NAMES;
    if known.contains(&name) {
        return Ok(name.to_owned());
    }
    Err(format!(
        "`bench` does not know `{name}`: give one of {}.",
        known.join(", ")
    ))
}

fn serve_options<'a>(rest: &mut impl Iterator<Item = &'a str>) -> Result<ServeOptions, String> {
    let mut options = ServeOptions::default();
    while let Some(argument) = rest.next() {
        match argument {
            "--no-open" => options.open = false,
            "--port" => {
                let given = rest.next().ok_or("`--port` needs a number.")?;
                options.port = given
                    .parse()
                    .map(NonZeroU16::get)
                    .map_err(|_| format!("`{given}` is no port: give 1 to 65535."))?;
            }
            other => return Err(format!("`serve` does not know `{other}`.")),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_line(line: &str) -> Result<Task, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        read(&words)
    }

    #[test]
    fn serve_takes_a_port_and_may_leave_the_browser_alone() {
        let options = ServeOptions {
            port: 9000,
            open: false,
        };
        assert_eq!(
            read_line("serve --port 9000 --no-open"),
            Ok(Task::Serve(options))
        );
        assert_eq!(read_line("serve"), Ok(Task::Serve(ServeOptions::default())));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("fly", "`fly`"),
            ("serve --port", "`--port`"),
            ("serve --port many", "`many`"),
            ("serve --port 0", "`0`"),
            ("build now", "`now`"),
            ("bench flight", "`flight`"),
        ] {
            assert!(read_line(line).unwrap_err().contains(named), "{line}");
        }
    }
}
