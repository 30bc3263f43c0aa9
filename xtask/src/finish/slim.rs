//! Short names for the wasm's imports: some 5 KB of gzip.
//!
//! wasm-bindgen names every import after its function and a hash of 16 digits, which no compression can shorten, in the
//! wasm and once more in the script beside it. wasm-opt and esbuild each see one of the two and cannot change them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};

use super::policy::{sha256_hex, sha384_base64};
use super::wasm::{Reader, put_bytes, put_number};
use super::{order, split};
use crate::house::House;

/// How the name of the code that is loaded later begins.
pub const LATER: &str = "later-";

/// The file that says which functions the page loads first, in `target/`.
const TOLD: &str = "first-load.txt";

/// A site whose code was made smaller.
pub struct Slim {
    /// The page with the new hashes of its parts.
    pub html: String,
    /// The file of the code that is loaded later.
    pub later: String,
}

/// Cuts the wasm in two and rewrites all files of a built site's code.
pub fn site(house: &House, folder: &Path, html: &str) -> anyhow::Result<Slim> {
    let wasm_file = only(folder, "_bg.wasm")?;
    let glue_file = folder.join(wasm_file.replace("_bg.wasm", ".js"));
    let wasm_file = folder.join(wasm_file);
    let wasm = fs::read(&wasm_file).with_context(|| format!("{}", wasm_file.display()))?;
    let glue = fs::read(&glue_file).with_context(|| format!("{}", glue_file.display()))?;
    let mut names = Names::default();
    let halves = split::split(&wasm).context("the wasm cannot be cut in two")?;
    fs::write(house.root.join("target").join(TOLD), &halves.told)?;
    let new_wasm = renamed_imports(&halves.first, &mut names).context("the wasm cannot be read")?;
    let new_glue = renamed(std::str::from_utf8(&glue)?, &names);
    fs::write(&wasm_file, &new_wasm)?;
    order::like_beside_like(house, &wasm_file)?;
    fs::write(glue_file, &new_glue)?;
    let parts = [(wasm, fs::read(wasm_file)?), (glue, new_glue.into_bytes())];
    let html = parts.iter().fold(html.to_owned(), |html, (old, new)| {
        html.replace(&sha384_base64(old), &sha384_base64(new))
    });
    let later = put_later(house, folder, &halves.later)?;
    Ok(Slim { html, later })
}

/// Writes the second half under a name that says what is in it.
fn put_later(house: &House, folder: &Path, wasm: &[u8]) -> anyhow::Result<String> {
    let file = folder.join("later.wasm");
    fs::write(&file, wasm)?;
    order::like_beside_like(house, &file)?;
    let hash: String = sha256_hex(&fs::read(&file)?).chars().take(16).collect();
    let name = format!("{LATER}{hash}.wasm");
    fs::rename(file, folder.join(&name))?;
    Ok(name)
}

/// The name of the one file that ends so.
fn only(folder: &Path, end: &str) -> anyhow::Result<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(end) {
            found.push(name);
        }
    }
    match <[String; 1]>::try_from(found) {
        Ok([name]) => Ok(name),
        Err(found) => bail!("{} files end in {end}", found.len()),
    }
}

/// Long names of imports and the short ones that they get.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    fn short(&mut self, long: &str) -> String {
        let next = format!("i{:x}", self.0.len());
        self.0.entry(long.to_owned()).or_insert(next).clone()
    }
}

/// A script with each identifier under its short name, if it has one.
fn renamed(script: &str, names: &Names) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let (word, behind) = rest.split_at(rest.find(|c| !is_word(c)).unwrap_or(rest.len()));
        let (between, behind) = behind.split_at(behind.find(is_word).unwrap_or(behind.len()));
        out.push_str(names.0.get(word).map_or(word, String::as_str));
        out.push_str(between);
        rest = behind;
    }
    out
}

/// The number of the import section, <https://webassembly.github.io/spec/core/binary/modules.html#sections>.
const IMPORTS: u8 = 2;

/// The wasm with every import renamed; `None` where it is not as the specification says.
fn renamed_imports(wasm: &[u8], names: &mut Names) -> Option<Vec<u8>> {
    let (magic_and_version, mut rest) = wasm.split_at_checked(8)?;
    let mut out = magic_and_version.to_vec();
    while let Some((&id, behind)) = rest.split_first() {
        let mut reader = Reader(behind);
        let body = reader.bytes()?;
        rest = reader.0;
        out.push(id);
        if id == IMPORTS {
            put_bytes(&mut out, &renamed_section(body, names)?);
        } else {
            put_bytes(&mut out, body);
        }
    }
    Some(out)
}

fn renamed_section(body: &[u8], names: &mut Names) -> Option<Vec<u8>> {
    let mut reader = Reader(body);
    let count = reader.number()?;
    let mut out = Vec::with_capacity(body.len());
    put_number(&mut out, count);
    for _ in 0..count {
        let module = reader.bytes()?;
        let long = std::str::from_utf8(reader.bytes()?).ok()?;
        put_bytes(&mut out, module);
        put_bytes(&mut out, names.short(long).as_bytes());
        let before = reader.0;
        reader.description()?;
        let length = before.len() - reader.0.len();
        out.extend_from_slice(before.get(..length)?);
    }
    reader.0.is_empty().then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Magic and version, an empty custom section, an import section with these imports, a custom section.
    fn module(imports: &[(&str, &[u8])]) -> Vec<u8> {
        let mut section = Vec::new();
        put_number(&mut section, imports.len());
        for (name, description) in imports {
            put_bytes(&mut section, b"./app_bg.js");
            put_bytes(&mut section, name.as_bytes());
            section.extend_from_slice(description);
        }
        let mut wasm = b"\0asm\x01\0\0\0\0\0".to_vec();
        wasm.push(IMPORTS);
        put_bytes(&mut wasm, &section);
        wasm.extend_from_slice(b"\0\x02ab");
        wasm
    }

    #[test]
    fn imports_of_every_kind_get_short_names_and_nothing_else_changes() {
        let kinds: [(&str, &[u8]); 5] = [
            ("__wbg_body_5f971cbc6950ca4f", &[0, 0x81, 1]),
            ("table", &[1, 0x70, 1, 1, 0x90, 1]),
            ("memory", &[2, 0, 17]),
            ("global", &[3, 0x7f, 0]),
            ("tag", &[4, 0, 3]),
        ];
        let short: Vec<(String, &[u8])> = kinds
            .iter()
            .enumerate()
            .map(|(number, (_, kind))| (format!("i{number:x}"), *kind))
            .collect();
        let expected: Vec<(&str, &[u8])> = short
            .iter()
            .map(|(name, kind)| (name.as_str(), *kind))
            .collect();
        let mut names = Names::default();
        let renamed = renamed_imports(&module(&kinds), &mut names);
        assert_eq!(renamed, Some(module(&expected)));
        assert_eq!(names.0["__wbg_body_5f971cbc6950ca4f"], "i0");
    }

    #[test]
    fn wasm_that_ends_early_is_refused() {
        let wasm = module(&[("a", &[0, 1])]);
        let whole = [8, 10, wasm.len() - 4, wasm.len()];
        for end in 0..=wasm.len() {
            let read = renamed_imports(&wasm[..end], &mut Names::default());
            assert_eq!(read.is_some(), whole.contains(&end), "{end}");
        }
    }

    #[test]
    fn only_whole_identifiers_of_a_script_are_renamed() {
        let mut names = Names::default();
        names.short("__wbg_body_5f");
        assert_eq!(
            renamed(
                "a = { __wbg_body_5f: x, __wbg_body_5f0: `é${b.__wbg_body_5f}` }",
                &names
            ),
            "a = { i0: x, __wbg_body_5f0: `é${b.i0}` }"
        );
    }
}
