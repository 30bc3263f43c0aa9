//! Makes the JavaScript beside the wasm smaller. Trunk's own minifier cannot read what wasm-bindgen writes; esbuild can.

use std::fs;
use std::path::Path;

use anyhow::Context;

use super::html::{self, Preload};
use super::policy::{sha256_hex, sha384_base64};
use crate::house::House;

/// Minifies each script at the root of the site that the page preloads; gives the page with their new hashes. Without
/// esbuild all stays as it is, and the build says so.
pub fn minify(house: &House, folder: &Path, html: &str) -> anyhow::Result<String> {
    if !house.npm().join("node_modules/.bin/esbuild").is_file() {
        println!("    script: NOT MINIFIED (`cargo xtask doctor` says what is missing)");
        return Ok(html.to_owned());
    }
    let mut minified = html.to_owned();
    for script in html::preloaded_scripts(html) {
        let file = folder.join(&script.name);
        house
            .program("esbuild")
            .words("--minify --format=esm --target=es2022 --log-level=warning --allow-overwrite")
            .arg(&file)
            .arg(format!("--outfile={}", file.display()))
            .run_quietly()?;
        let text = fs::read(&file).with_context(|| format!("{}", file.display()))?;
        minified = with_integrity_of(&text, &script, &minified);
    }
    Ok(minified)
}

fn with_integrity_of(text: &[u8], script: &Preload, html: &str) -> String {
    let new = format!("sha384-{}", sha384_base64(text));
    match &script.integrity {
        Some(old) => html.replace(old, &new),
        None => html.to_owned(),
    }
}

/// Gives the scripts and their wasm new hashes in their names, after what is in both now; gives the page with the new
/// names. Trunk's hash is of what stood there before it was made smaller: under that name, a browser may keep files of an
/// earlier build that do not fit these.
pub fn rename(folder: &Path, html: &str) -> anyhow::Result<String> {
    let mut renamed = html.to_owned();
    for script in html::preloaded_scripts(html) {
        let Some((stem, hash)) = stem_and_hash(&script.name) else {
            continue;
        };
        let files = |hash: &str| [".js", "_bg.wasm"].map(|end| format!("{stem}-{hash}{end}"));
        let old = files(hash);
        let mut content = Vec::new();
        for name in &old {
            content.extend(fs::read(folder.join(name)).with_context(|| name.clone())?);
        }
        let new_hash: String = sha256_hex(&content).chars().take(hash.len()).collect();
        for (old, new) in old.iter().zip(files(&new_hash)) {
            fs::rename(folder.join(old), folder.join(&new)).with_context(|| old.clone())?;
            renamed = renamed.replace(old.as_str(), &new);
        }
    }
    Ok(renamed)
}

/// Of `NAME-HASH.js`.
fn stem_and_hash(name: &str) -> Option<(&str, &str)> {
    name.strip_suffix(".js")?.rsplit_once('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<script type=module>import init from './app-0123.js';\
        init({module_or_path: './app-0123_bg.wasm'});</script>\
        <link href=./app-0123.js integrity=sha384-a+b/c= rel=modulepreload>\
        <link as=fetch href=./app-0123_bg.wasm rel=preload>";

    #[test]
    fn integrity_follows_the_text() {
        let script = html::preloaded_scripts(PAGE).remove(0);
        let html = with_integrity_of(b"abc", &script, PAGE);
        // SHA-384's published result for "abc" (FIPS 180-4).
        let digest = "ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        let expected = PAGE.replace("sha384-a+b/c=", &format!("sha384-{digest}"));
        assert_eq!(html, expected);
    }

    #[test]
    fn names_follow_what_is_in_both_files_and_do_not_change_twice() {
        let folder = std::env::temp_dir().join(format!("dateline-names-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("app-0123.js"), "a").unwrap();
        fs::write(folder.join("app-0123_bg.wasm"), "bc").unwrap();
        let once = rename(&folder, PAGE).unwrap();
        let twice = rename(&folder, &once).unwrap();
        let script = fs::read_to_string(folder.join("app-ba78.js"));
        let wasm = fs::read_to_string(folder.join("app-ba78_bg.wasm"));
        fs::remove_dir_all(&folder).unwrap();
        // The beginning of SHA-256's published result for "abc" (FIPS 180-4).
        assert_eq!(once, PAGE.replace("0123", "ba78"));
        assert_eq!(twice, once);
        assert_eq!((script.unwrap(), wasm.unwrap()), ("a".into(), "bc".into()));
    }
}
