//! The files of a folder that matter.

use std::fs;
use std::path::Path;

use anyhow::Context;
use dateline_article::{Role, role};
use dateline_build::Source;

/// Articles, sidecars and settings of a folder and the folders in it.
pub fn read(folder: &Path) -> anyhow::Result<Vec<Source>> {
    let mut sources = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(below) = folders.pop() {
        let here = folder.join(&below);
        for entry in fs::read_dir(&here).with_context(|| format!("{}", here.display()))? {
            let entry = entry?;
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push(format!("{name}/"));
            } else if !matches!(role(&name), Role::Foreign | Role::Other) {
                sources.push(Source::new(name, fs::read(entry.path())?));
            }
        }
    }
    Ok(sources)
}
