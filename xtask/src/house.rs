//! Where everything stands: the repository, and the tools in the user's cache folder.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::command::Program;
use crate::setup::Library;

/// The two folders that xtask works in.
#[derive(Debug)]
pub struct House {
    /// The repository.
    pub root: PathBuf,
    /// Tools, outside the repository, so that `cargo clean` and a second clone cost no re-install.
    pub tools: PathBuf,
}

impl House {
    /// The repository that this xtask was built from, and `dateline` in the user's cache folder.
    pub fn find() -> anyhow::Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask stands in no repository")?;
        let cache = std::env::var_os("XDG_CACHE_HOME")
            .filter(|folder| !folder.is_empty())
            .map(PathBuf::from)
            .or_else(|| Some(std::env::home_dir()?.join(".cache")))
            .context("no cache folder: set XDG_CACHE_HOME or HOME")?;
        Ok(Self {
            root: root.to_owned(),
            tools: cache.join("dateline"),
        })
    }

    /// Programs that `cargo install` made.
    pub fn bin(&self) -> PathBuf {
        self.tools.join("bin")
    }

    /// The folder whose `node_modules` holds the npm packages.
    pub fn npm(&self) -> PathBuf {
        self.tools.join("npm")
    }

    /// What the pack hook makes; ignored by git and by Trunk's watcher.
    pub fn made(&self) -> PathBuf {
        self.root.join(".dateline")
    }

    /// The subset fonts; Trunk copies the folder to `fonts/`.
    pub fn fonts(&self) -> PathBuf {
        self.made().join("fonts")
    }

    /// The built site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// `PATH` with our tools in front.
    pub fn path(&self) -> OsString {
        let ours = [self.bin(), self.npm().join("node_modules/.bin")];
        let old = std::env::var_os("PATH").unwrap_or_default();
        let all = ours.into_iter().chain(std::env::split_paths(&old));
        std::env::join_paths(all).unwrap_or(old)
    }

    /// A program that finds our tools and runs in the repository.
    pub fn program(&self, name: &str) -> Program {
        let path = self.path();
        // The new process's own PATH does not decide which program is started, so look it up here.
        let found = find_in(&path, name).unwrap_or_else(|| PathBuf::from(name));
        Program::named(name, found)
            .quiet_env("PATH", path)
            .dir(&self.root)
    }

    /// The same for what compiles to wasm: `cargo` or `trunk`.
    pub fn wasm_program(&self, name: &str) -> Program {
        let variables = self.wasm_library().variables();
        variables
            .iter()
            .fold(self.program(name), |program, (key, value)| {
                program.env(key, value)
            })
    }

    /// Where the standard library for wasm comes from.
    pub fn wasm_library(&self) -> Library {
        Library::find(self)
    }

    /// Where a program stands, ours first.
    pub fn which(&self, name: &str) -> Option<PathBuf> {
        find_in(&self.path(), name)
    }
}

fn find_in(path: &std::ffi::OsStr, name: &str) -> Option<PathBuf> {
    std::env::split_paths(path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}
