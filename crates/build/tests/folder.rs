//! What the disk can do to a folder of articles.
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

use dateline_article::MAX_BYTES;
use dateline_build::files::{Files, read};

/// A folder that lives as long as this.
struct Folder(PathBuf);

impl Folder {
    /// A folder with these files: path and content.
    fn with(name: &str, files: &[(&str, &[u8])]) -> Self {
        let name = format!("dateline-build-{}-{name}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        for (path, bytes) in files {
            let path = folder.0.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    /// The paths of what was read, and the problems.
    fn read(&self) -> (Vec<String>, Vec<String>) {
        told(read(std::slice::from_ref(&self.0)))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn told(files: Files) -> (Vec<String>, Vec<String>) {
    let paths = files.sources.into_iter().map(|source| source.path);
    let problems = files.problems.iter().map(ToString::to_string);
    (paths.collect(), problems.collect())
}

#[test]
fn the_settings_say_what_is_left_out_and_which_table_is_the_record() {
    let folder = Folder::with(
        "settings",
        &[
            ("a.md", b"A"),
            ("drafts/b.md", b"B"),
            ("drafts/c.docx", b"PK"),
            ("drafts2/d.md", b"D"),
            ("other.csv", b"x"),
            ("data/ours.csv", b"x"),
            (
                "collection.toml",
                b"leave_out = ['drafts']\n[record]\nfile = 'data/ours.csv'\n",
            ),
        ],
    );
    let (paths, problems) = folder.read();
    let expected = ["a.md", "collection.toml", "data/ours.csv", "drafts2/d.md"];
    assert_eq!(paths, expected);
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn what_matters_is_read_in_the_order_of_the_names_and_the_rest_passed_over() {
    let folder = Folder::with(
        "rest",
        &[
            ("b.md", b"B"),
            ("a/c.txt", b"C"),
            ("b.toml", b""),
            ("collection.toml", b""),
            (".hidden.md", b"hidden"),
            (".git/a.md", b"hidden"),
            ("style.css", b"p {}"),
        ],
    );
    let (paths, problems) = folder.read();
    assert_eq!(paths, ["a/c.txt", "b.md", "b.toml", "collection.toml"]);
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn a_bad_file_is_a_problem_and_the_rest_is_read() {
    let folder = Folder::with(
        "bad",
        &[("a.md", b"A"), ("b/foreign.docx", b"PK"), ("c.md", b"C")],
    );
    let large = fs::File::create(folder.0.join("b/large.md")).unwrap();
    large.set_len(MAX_BYTES as u64 + 1).unwrap();
    let (paths, problems) = folder.read();
    assert_eq!(paths, ["a.md", "c.md"]);
    let starts = [
        "b/foreign.docx: warning: files of this format are not read",
        "b/large.md: error: larger than",
    ];
    assert_eq!(problems.len(), starts.len(), "{problems:?}");
    for (problem, start) in problems.iter().zip(starts) {
        assert!(problem.starts_with(start), "{problem}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_named_below_the_folder() {
    let folder = Folder::with("gone", &[("a/a.md", b"A")]);
    std::os::unix::fs::symlink("nowhere", folder.0.join("a/gone.md")).unwrap();
    let (paths, problems) = folder.read();
    assert_eq!(paths, ["a/a.md"]);
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].starts_with("a/gone.md: error: this file could not be read"),
        "{problems:?}"
    );
}

#[test]
fn a_file_that_is_named_is_read_whatever_its_name_or_told_with_its_whole_path() {
    let folder = Folder::with("named", &[("page.html", b"<p>"), (".a.md", b"A")]);
    let named = |name: &str| folder.0.join(name);
    let inputs = ["page.html", ".a.md", "missing.md"].map(named);
    let (paths, problems) = told(read(&inputs));
    assert_eq!(paths, ["page.html", ".a.md"]);
    let missing: &Path = &inputs[2];
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with(&format!("{}: error", missing.display())));
}
