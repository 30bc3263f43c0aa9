//! Telling what is wrong with the files, to somebody who edits them: what stands as it did when the files were packed last
//! is counted and not told again.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use dateline_model::Problem;

/// The variable that names the file in which it is kept what was told. `cargo xtask serve` sets it, for only there one person
/// sees the problems of every packing, one after the other.
const VARIABLE: &str = "DATELINE_TOLD";

/// Tells the problems of a folder on standard error: each as `file:line:column`, from where the person stands who called.
pub fn tell(articles: &Path, problems: &[Problem]) {
    let memory = std::env::var_os(VARIABLE).map(PathBuf::from);
    let before = memory
        .as_ref()
        .and_then(|file| fs::read_to_string(file).ok());
    let folder = articles.display().to_string();
    let lines: Vec<String> = problems
        .iter()
        .map(|problem| format!("{folder}/{problem}"))
        .collect();
    for line in news(&folder, &lines, before.as_deref()) {
        eprintln!("{line}");
    }
    if let Some(file) = memory {
        // Where it cannot be kept, all is told again, and nothing is lost.
        let _ = fs::write(file, lines.join("\n"));
    }
}

/// What to tell of these problems: those that were not among the ones before, and what became of the others.
fn news(folder: &str, now: &[String], before: Option<&str>) -> Vec<String> {
    let before: BTreeSet<&str> = before.unwrap_or_default().lines().collect();
    let is_new = |line: &&String| !before.contains(line.as_str());
    let mut told: Vec<String> = now.iter().filter(is_new).cloned().collect();
    let old = now.len() - told.len();
    let all = told.is_empty();
    told.extend(match (old, now.len()) {
        (0, 0) if !before.is_empty() => Some(format!("{folder}: no problem is left")),
        (0, _) => None,
        (1, _) if all => Some(format!("{folder}: 1 problem, told above")),
        (old, _) if all => Some(format!("{folder}: {old} problems, told above")),
        (old, _) => Some(format!("{folder}: {old} more, told above")),
    });
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_told_once_while_it_stands() {
        for (before, now, told) in [
            (None, "a b", "a|b"),
            (Some(""), "a b", "a|b"),
            (Some("a\nb"), "a b", "in: 2 problems, told above"),
            (Some("a\nb"), "b c", "c|in: 1 more, told above"),
            (Some("a\nb"), "c", "c"),
            (Some("a\nb"), "a", "in: 1 problem, told above"),
            (Some("a\nb"), "", "in: no problem is left"),
            (Some(""), "", ""),
            (None, "", ""),
        ] {
            let lines: Vec<String> = now.split_whitespace().map(str::to_owned).collect();
            assert_eq!(
                news("in", &lines, before).join("|"),
                told,
                "{before:?} {now}"
            );
        }
    }
}
