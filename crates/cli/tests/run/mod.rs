//! Runs the command on folders made for a test.
#![allow(dead_code, reason = "each test file uses a part of this")]
#![allow(clippy::panic, reason = "a test that cannot be set up fails loudly")]

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// A folder that lives as long as this.
pub struct Folder(PathBuf);

impl Folder {
    /// A folder with these files: path and content.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(path, text)| (*path, text.as_bytes()))
            .collect();
        Self::with_bytes(&files)
    }

    /// A folder with these files: path and bytes.
    pub fn with_bytes(files: &[(&str, &[u8])]) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "dateline-test-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let folder = std::env::temp_dir().join(name);
        for (path, bytes) in files {
            let path = folder.join(path);
            let parent = path.parent().unwrap_or(Path::new(""));
            fs::create_dir_all(parent)
                .and_then(|()| fs::write(&path, bytes))
                .unwrap_or_else(|error| panic!("{error}"));
        }
        Self(folder)
    }

    /// Its path.
    pub fn path(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a run of the command gave.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
    args: Vec<String>,
}

/// Runs the command to its end, with nothing on standard input.
pub fn dateline(args: &[&str]) -> Run {
    let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
    finish(start(&args), args, "")
}

impl Run {
    /// The lines of JSON that it printed.
    pub fn json(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| {
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
            })
            .collect()
    }

    /// Runs the same again with this on standard input.
    pub fn with_input(self, input: &str) -> Self {
        finish(start(&self.args), self.args, input)
    }

    /// Runs the same again and closes its output after the first bytes.
    pub fn and_go_away(self) -> Self {
        let mut child = start(&self.args);
        if let Some(mut out) = child.stdout.take() {
            let _ = out.read(&mut [0; 16]);
        }
        finish(child, self.args, "")
    }
}

fn start(args: &[String]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().unwrap_or_else(|error| panic!("{error}"))
}

fn finish(mut child: Child, args: Vec<String>, input: &str) -> Run {
    if let Some(mut stdin) = child.stdin.take() {
        let _ = stdin.write_all(input.as_bytes());
    }
    let output = child
        .wait_with_output()
        .unwrap_or_else(|error| panic!("{error}"));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_else(|error| panic!("{error}"));
    Run {
        code: output.status.code().unwrap_or(-1),
        out: text(output.stdout),
        err: text(output.stderr),
        args,
    }
}
