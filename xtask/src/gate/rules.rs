//! The invariants of ARCHITECTURE.md that no compiler and no lint keeps.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::house::House;

/// Packages that the app must not know: it reads bundles and nothing else.
const FOREIGN_TO_THE_APP: [&str; 5] = [
    "dateline-article",
    "dateline-build",
    "dateline-cli",
    "dateline-record",
    "dateline-visits",
];

/// Words that may stand only in certain files of `src`, and why.
struct Rule {
    words: &'static [&'static str],
    /// The folders and files below `src` where they may stand.
    except: &'static [&'static str],
    why: &'static str,
}

const RULES: [Rule; 4] = [
    Rule {
        words: &["web_sys", "js_sys"],
        except: &["browser"],
        why: "only src/browser/ speaks to the browser",
    },
    Rule {
        words: &[
            "set_inner_html",
            "set_outer_html",
            "innerHTML",
            "from_html_unchecked",
        ],
        except: &[],
        why: "article text reaches the page as text nodes",
    },
    Rule {
        words: &["style=", "\"style\","],
        // The line for other people's pages has one.
        except: &["browser", "annex/share.rs"],
        why: "a strict policy forbids style attributes: use classes, SVG attributes, or CSSOM in src/browser/",
    },
    Rule {
        words: &[" class={"],
        except: &[],
        why: "Yew's sets of classes weigh two kilobytes: where a class is not fixed use ~className, in SVG a data attribute",
    },
];

/// Checks all of them and tells every breach at once.
pub fn check(house: &House) -> anyhow::Result<()> {
    let mut breaches = dependencies(house)?;
    let source = house.root.join("src");
    for file in rust_files(&source)? {
        let text = fs::read_to_string(&file)?;
        let name = file.strip_prefix(&source)?.to_string_lossy().into_owned();
        breaches.extend(breaches_in(&name, &text));
    }
    let page = fs::read_to_string(house.root.join("index.html"))?;
    if page.contains("style=") {
        breaches.push("index.html: a strict policy forbids style attributes".to_owned());
    }
    if breaches.is_empty() {
        return Ok(());
    }
    bail!("{}", breaches.join("\n    "))
}

/// What the app's wasm is made of, against what it may know.
fn dependencies(house: &House) -> anyhow::Result<Vec<String>> {
    let tree = house
        .program("cargo")
        .words("tree --package dateline-app --target wasm32-unknown-unknown --edges normal --prefix none")
        .output()
        .context("cargo tree failed")?;
    Ok(foreign_in(&tree))
}

fn foreign_in(tree: &str) -> Vec<String> {
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    let mut found: Vec<&str> = names
        .filter(|name| FOREIGN_TO_THE_APP.contains(name))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .map(|name| format!("Cargo.toml: the app only reads bundles, and yet it depends on {name}"))
        .collect()
}

/// Every line of a file that breaks a rule. Comments may name what code may not.
fn breaches_in(name: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    for rule in &RULES {
        if rule
            .except
            .iter()
            .any(|path| Path::new(name).starts_with(path))
        {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if rule.words.iter().any(|word| holds_word(code, word)) {
                breaches.push(format!("src/{name}:{}: {}", number + 1, rule.why));
            }
        }
    }
    breaches
}

/// Whether a word stands in a line, not as the end of a longer one.
fn holds_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-')
    })
}

fn rust_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("{}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_must_not_know_how_bundles_are_made() {
        let tree = "dateline-app v0.1.0 (/x)\ndateline-bundle v0.1.0 (/x/crates/bundle)\n\
            dateline-visits v0.1.0 (/x/crates/visits)\ndateline-visits v0.1.0 (*)\n";
        assert_eq!(foreign_in(tree).len(), 1);
        assert!(foreign_in(tree).concat().contains("dateline-visits"));
    }

    #[test]
    fn each_rule_finds_its_breach_and_leaves_the_rest_alone() {
        for (name, line, breaches) in [
            ("pages/a.rs", "let window = web_sys::window();", 1),
            ("browser/a.rs", "let window = web_sys::window();", 0),
            ("pages/a.rs", "// web_sys stays in src/browser", 0),
            ("browser/a.rs", "element.set_inner_html(text);", 1),
            ("pages/a.rs", "html! { <p style=\"color: red\"> }", 1),
            ("pages/a.rs", "element.set_attribute(\"style\", it);", 1),
            ("pages/a.rs", "const STYLE: &str = \"style\";", 0),
            ("annex/share.rs", "\"<iframe style=\\\"border:0\\\">\"", 0),
            ("annex/share.rs", "web_sys::window();", 1),
            ("pages/a.rs", "html! { <p data-style=\"red\"> }", 0),
            ("pages/a.rs", "Html::from_html_unchecked(text)", 1),
        ] {
            assert_eq!(breaches_in(name, line).len(), breaches, "{name}: {line}");
        }
    }
}
