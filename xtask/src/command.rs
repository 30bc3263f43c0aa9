//! Other programs: shown as a person would type them, run, and checked.

use std::ffi::OsStr;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, bail};

use crate::report::Heartbeat;

/// A program with its arguments, ready to run.
#[derive(Debug)]
pub struct Program {
    command: Command,
    name: String,
    shown: String,
}

impl Program {
    /// A program at a path, shown by name. What cargo tells this program about itself is not passed on: build scripts
    /// that read it would run again.
    pub fn named(name: &str, path: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(path);
        for (key, _) in std::env::vars_os() {
            let text = key.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&key);
            }
        }
        Self {
            command,
            name: name.to_owned(),
            shown: name.to_owned(),
        }
    }

    /// Adds the words of a line, split at spaces.
    pub fn words(self, line: &str) -> Self {
        line.split_whitespace().fold(self, Self::arg)
    }

    /// Adds one argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        let argument = argument.as_ref();
        self.shown.push(' ');
        self.shown.push_str(&quoted(&argument.to_string_lossy()));
        self.command.arg(argument);
        self
    }

    /// Sets a variable and shows it.
    pub fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        let value = value.as_ref();
        self.shown = format!("{key}={} {}", quoted(&value.to_string_lossy()), self.shown);
        self.command.env(key, value);
        self
    }

    /// Sets a variable that nobody needs to see.
    pub fn quiet_env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// Runs in this folder.
    pub fn dir(mut self, folder: impl AsRef<std::path::Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// As one would type it.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Shows it, runs it with its output passed through, and fails when it does.
    pub fn run(self) -> anyhow::Result<()> {
        println!("    $ {}", self.shown);
        self.run_quietly()
    }

    /// The same without showing it.
    pub fn run_quietly(mut self) -> anyhow::Result<()> {
        let _beat = Heartbeat::start(&self.name);
        let status = self.status()?;
        if !status.success() {
            bail!("`{}` ended with {status}", self.shown);
        }
        Ok(())
    }

    /// Runs what tells by itself why it fails, and gives whether it succeeded.
    pub fn succeeds(mut self) -> anyhow::Result<bool> {
        let _beat = Heartbeat::start(&self.name);
        Ok(self.status()?.success())
    }

    /// Shows it and runs it until a person stops it.
    pub fn run_in_foreground(mut self) -> anyhow::Result<()> {
        println!("    $ {}", self.shown);
        let status = self.status()?;
        // Ctrl+C ends it by a signal, which is as it should be.
        if status.code().is_some_and(|code| code != 0) {
            bail!("`{}` ended with {status}", self.shown);
        }
        Ok(())
    }

    fn status(&mut self) -> anyhow::Result<ExitStatus> {
        let status = self.command.status();
        status.with_context(|| format!("`{}` could not be started", self.name))
    }

    /// What it prints, or `None` when it cannot be started or fails.
    pub fn output(mut self) -> Option<String> {
        let output = self
            .command
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        output.status.success().then_some(text)
    }
}

/// A word in single quotes where a shell would need them.
fn quoted(word: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_./:=@,+%".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let program = Program::named("cargo", "cargo")
            .words("install trunk")
            .arg("it's")
            .env("A", "b c");
        assert_eq!(program.shown(), r"A='b c' cargo install trunk 'it'\''s'");
    }

    #[test]
    fn what_cannot_be_started_says_nothing() {
        assert_eq!(
            Program::named("none", "no-such-program-here").output(),
            None
        );
    }
}
