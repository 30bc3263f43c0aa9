//! `dateline-pack ARTICLES OUT`: packs a folder of articles into `OUT/bundle/collection-HASH.bin` and leaves
//! `OUT/summary.json` for the hook that completes the page. Problems go to standard error, none stops the work.

mod summary;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use dateline_build::files::{self, Files};
use dateline_model::Problem;
use sha2::{Digest, Sha256};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [articles, out] = arguments.as_slice() else {
        eprintln!("dateline-pack ARTICLES OUT");
        return ExitCode::from(2);
    };
    match run(Path::new(articles), Path::new(out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pack: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(articles: &Path, out: &Path) -> anyhow::Result<()> {
    // Without the folder there is nothing to tell of; whatever is wrong inside it is told and stops nothing.
    fs::read_dir(articles).with_context(|| format!("{}", articles.display()))?;
    let Files { sources, problems } = files::read(&[articles.to_owned()]);
    let mut built = dateline_build::build(sources);
    built.problems.extend(problems);
    built.problems.sort();
    tell(articles, &built.problems);
    if built.contents.articles.is_empty() {
        bail!("{}: no article could be read", articles.display());
    }
    let bytes = dateline_bundle::write(&built.contents);
    let hash = hash(&bytes);
    let name = format!("collection-{hash}.bin");
    keep_only(&out.join("bundle"), &name, &bytes)?;
    let summary = summary::of(&built.contents, &hash, &format!("data/{name}"));
    let file = out.join("summary.json");
    fs::write(&file, summary).with_context(|| format!("{}", file.display()))
}

/// Every problem as `file:line:column`, from where the person stands who called.
fn tell(articles: &Path, problems: &[Problem]) {
    for problem in problems {
        eprintln!("{}/{problem}", articles.display());
    }
}

/// Names a bundle by what is in it: 64 bits of SHA-256, in hexadecimal digits.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let first = digest.iter().take(8);
    first.map(|byte| format!("{byte:02x}")).collect()
}

/// Makes a folder hold this file and no other. What is there already is not touched.
fn keep_only(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name() != name {
            fs::remove_file(entry.path())?;
        }
    }
    let file = folder.join(name);
    if fs::read(&file).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    fs::write(&file, bytes).with_context(|| format!("{}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_cannot_be_articles_stop_nothing() {
        let top = std::env::temp_dir().join(format!("dateline-pack-{}", std::process::id()));
        let (articles, out) = (top.join("articles"), top.join("out"));
        fs::create_dir_all(&articles).unwrap();
        let files: [(&str, &[u8]); 4] = [
            ("a.md", b"date 2026-01-12 A\n\nText."),
            ("b.docx", b"PK"),
            (".hidden.md", b"date 2026-01-12 Hidden\n\nText."),
            ("z.txt", b"date 2026-01-13 Z\n\nText."),
        ];
        for (name, bytes) in files {
            fs::write(articles.join(name), bytes).unwrap();
        }
        let large = fs::File::create(articles.join("large.md")).unwrap();
        large.set_len(1 << 30).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("nowhere", articles.join("gone.md")).unwrap();
        let done = run(&articles, &out);
        let summary = fs::read_to_string(out.join("summary.json"));
        let missing = run(&top.join("missing"), &out);
        fs::remove_dir_all(&top).unwrap();
        done.unwrap();
        assert!(summary.unwrap().contains("\"articles\": 2"));
        assert!(missing.unwrap_err().to_string().contains("missing"));
    }

    #[test]
    fn a_name_depends_on_every_byte() {
        // The beginning of SHA-256's published result for "abc" (FIPS 180-4).
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea");
        assert_ne!(hash(b"abd"), hash(b"abc"));
    }
}
