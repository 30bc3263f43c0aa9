//! The page's one style sheet: `assets/styles/*.css`, a file a component, one after the other in `.dateline/style.css`.
//!
//! One file compresses better than eight, and is one request. Trunk minifies it in a release and puts it at the root of
//! the site, so that `url("./fonts/…")` holds.

use std::fs;

use anyhow::{Context, bail};

use crate::house::House;

/// What the others build on comes first, in this order. The others follow by name; none may count on its place among them.
const FIRST: [&str; 3] = ["tokens.css", "base.css", "page.css"];

/// Makes it.
pub fn make(house: &House) -> anyhow::Result<()> {
    let folder = house.root.join("assets/styles");
    let mut sheets = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("{}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            let text = fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            sheets.push((name.into_owned(), text));
        }
    }
    let whole = joined(sheets).with_context(|| format!("{}", folder.display()))?;
    let file = house.made().join("style.css");
    fs::create_dir_all(house.made())?;
    fs::write(&file, whole).with_context(|| format!("{}", file.display()))
}

/// All sheets, given in any order as name and text, as one.
fn joined(mut sheets: Vec<(String, String)>) -> anyhow::Result<String> {
    for first in FIRST {
        if sheets.iter().all(|(name, _)| name != first) {
            bail!("there is no {first}");
        }
    }
    let place = |name: &str| {
        let first = FIRST.iter().position(|first| *first == name);
        first.unwrap_or(FIRST.len())
    };
    sheets.sort_by(|(a, _), (b, _)| place(a).cmp(&place(b)).then_with(|| a.cmp(b)));
    Ok(sheets
        .into_iter()
        .map(|(name, text)| format!("/* {name} */\n{}\n", text.trim()))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets(names: &[&str]) -> Vec<(String, String)> {
        let sheet = |name: &&str| (format!("{name}.css"), format!(".{name} {{}}\n"));
        names.iter().map(sheet).collect()
    }

    #[test]
    fn the_order_in_which_files_are_found_does_not_matter() {
        let one = joined(sheets(&["tokens", "list", "base", "filters", "page"])).unwrap();
        let other = joined(sheets(&["page", "filters", "base", "list", "tokens"])).unwrap();
        assert_eq!(one, other);
        let rules: Vec<&str> = one.lines().filter(|line| line.starts_with('.')).collect();
        assert_eq!(
            rules,
            ["tokens", "base", "page", "filters", "list"].map(|name| format!(".{name} {{}}"))
        );
    }

    #[test]
    fn a_sheet_that_the_others_build_on_must_be_there() {
        let error = joined(sheets(&["tokens", "page", "list"])).unwrap_err();
        assert_eq!(error.to_string(), "there is no base.css");
    }
}
