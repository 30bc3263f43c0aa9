//! What the disk and the pipe can do to a command.

mod run;

use run::{Folder, dateline};

#[test]
fn nothing_to_read_is_one() {
    let empty = Folder::with(&[("notes.css", "p {}")]);
    for args in [
        &["text", empty.path()][..],
        &["dates", empty.path(), "--json"],
        &["visits", empty.path()],
        &["check", empty.path()],
        &["search", empty.path(), "x"],
    ] {
        let run = dateline(args);
        assert_eq!(run.code, 1, "{args:?}");
        assert!(
            run.err.contains("no articles were found"),
            "{args:?}: {}",
            run.err
        );
    }
    let missing = format!("{}/missing", empty.path());
    let run = dateline(&["text", &missing]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("could not be read"), "{}", run.err);
}

#[test]
fn files_of_other_formats_are_told_unless_they_are_named() {
    let folder = Folder::with(&[
        ("a.md", "date 2001-02-03 A\n\nText."),
        ("b.docx", "PK"),
        ("c.html", "<p>Text.</p>"),
    ]);
    let run = dateline(&["check", folder.path()]);
    assert_eq!(run.code, 1);
    let told: Vec<&str> = run.out.lines().collect();
    assert_eq!(
        told,
        [
            "b.docx: warning: files of this format are not read. Save it as Markdown (.md) or plain text (.txt) if it is an \
             article.",
            "c.html: warning: files of this format are not read. Save it as Markdown (.md) or plain text (.txt) if it is an \
             article.",
        ]
    );
    let named = format!("{}/c.html", folder.path());
    assert_eq!(dateline(&["text", &named]).code, 0);
}

#[test]
fn a_named_file_brings_its_sidecar() {
    let folder = Folder::with(&[
        ("a.txt", "Text."),
        (
            "a.toml",
            "title = \"From the sidecar\"\ndate = 2001-02-03\nid = \"x\"",
        ),
    ]);
    let named = format!("{}/a.txt", folder.path());
    let run = dateline(&["text", &named]);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (0, "From the sidecar\n\nText.\n", "")
    );
}

#[test]
fn several_inputs_are_one_collection() {
    let (one, two) = (
        Folder::with(&[("a.txt", "date 2001-02-03 A\n\nOne.")]),
        Folder::with(&[("a.txt", "date 2001-02-03 A\n\nTwo.")]),
    );
    let run = dateline(&["text", one.path(), two.path(), "--json"]);
    let ids: Vec<String> = run
        .json()
        .iter()
        .map(|line| line["id"].to_string())
        .collect();
    assert_eq!(ids, ["\"a\"", "\"a-2\""]);
    assert!(
        run.err.contains("the id `a` is already that of a.txt"),
        "{}",
        run.err
    );
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_and_folders_that_are_shut_end_the_walk() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = Folder::with(&[
        ("in/a.txt", "date 2001-02-03 A\n\nText."),
        ("shut/b.txt", "date 2001-02-03 B\n\nText."),
    ]);
    let path = std::path::Path::new(folder.path());
    symlink(path, path.join("in/back")).unwrap();
    symlink("nowhere", path.join("in/gone.md")).unwrap();
    let shut = path.join("shut");
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read what is shut.
    let may_read = std::fs::read_dir(&shut).is_ok();
    let run = dateline(&["text", folder.path(), "--json"]);
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(run.code, 0);
    assert_eq!(run.json().len(), if may_read { 2 } else { 1 });
    assert!(
        run.err
            .contains("in/gone.md: error: this file could not be read"),
        "{}",
        run.err
    );
    assert_eq!(
        run.err
            .contains("shut: error: this folder could not be read"),
        !may_read,
        "{}",
        run.err
    );
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let text = "word ".repeat(50_000);
    let article = format!("date 2001-02-03 Long\n\n{text}");
    let files: Vec<(String, &str)> = (0..20)
        .map(|n| (format!("{n}.txt"), article.as_str()))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), *text))
        .collect();
    let folder = Folder::with(&files);
    let run = dateline(&["text", folder.path(), "--json"]).and_go_away();
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn the_same_folder_gives_the_same_output() {
    let names: Vec<String> = (0..100).map(|n| format!("{n}.txt")).collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .map(|name| {
            (
                name.as_str(),
                "date 2001-02-03 A\n\nOn January 5, 2001 and on February 6, 2001.",
            )
        })
        .collect();
    let folder = Folder::with(&files);
    for args in [
        &["dates", folder.path(), "--json"][..],
        &["visits", folder.path()],
        &["check", folder.path()],
    ] {
        let first = dateline(args);
        let second = dateline(args);
        assert_eq!((first.out, first.err), (second.out, second.err));
    }
}
