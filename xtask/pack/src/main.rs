//! `dateline-pack ARTICLES OUT`: packs a folder of articles into `OUT/bundle/collection-HASH.bin`, its record of visits, if
//! it has one, into `OUT/bundle/record-HASH.bin`, and leaves `OUT/summary.json` for the hook that completes the page.
//! A large collection is packed in parts, each a compressed file of its own beside the first. Problems go to standard error,
//! none stops the work.

mod made;
mod summary;
mod told;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use dateline_build::files::{self, Files};
use dateline_bundle::record::write_record;

use made::Made;
use summary::Summary;

/// What to do about a folder without articles.
const REMEDY: &str = "put Markdown (.md) or plain text (.txt) files there";

/// What is no article, though it may look like one.
const NOT_COUNTED: &str =
    "Drafts, hidden files and what `leave_out` in collection.toml names do not count";

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
    let folder = articles.display();
    if let Err(error) = fs::read_dir(articles) {
        bail!("the folder {folder} cannot be read ({error}): {REMEDY}");
    }
    let Files { sources, problems } = files::read(&[articles.to_owned()]);
    let mut built = dateline_build::build(sources);
    built.problems.extend(problems);
    built.problems.sort();
    told::tell(articles, &built.problems);
    if built.contents.articles.is_empty() {
        bail!("the folder {folder} holds no article: {REMEDY}. {NOT_COUNTED}");
    }
    let summary = Summary::of(&built.contents);
    let mut made = Made::new(out.join("bundle"))?;
    let bundle = made.collection(built.contents)?;
    let record = built.record.as_ref();
    let record = record.map(|record| made.named("record", &write_record(record)));
    let record = record.transpose()?;
    made.drop_others()?;
    let summary = summary.json(&bundle, record.as_ref());
    let file = out.join("summary.json");
    fs::write(&file, summary).with_context(|| format!("{}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_cannot_be_articles_stop_nothing() {
        let top = std::env::temp_dir().join(format!("dateline-pack-{}", std::process::id()));
        let (articles, out) = (top.join("articles"), top.join("out"));
        fs::create_dir_all(&articles).unwrap();
        let files: [(&str, &[u8]); 5] = [
            ("a.md", b"date 2026-01-12 A\n\nText."),
            ("b.docx", b"PK"),
            (".hidden.md", b"date 2026-01-12 Hidden\n\nText."),
            (
                "visits.csv",
                b"id,visitor,visitor_country,host,start\n1,King Kim,Japan,Peru,2019\n",
            ),
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
        let packed = fs::read_dir(out.join("bundle")).unwrap().count();
        fs::remove_dir_all(&top).unwrap();
        done.unwrap();
        let summary = summary.unwrap();
        assert!(summary.contains("\"articles\": 2"));
        assert!(summary.contains("\"record\": \"data/record-"));
        assert_eq!(packed, 2);
    }

    #[test]
    fn a_folder_without_articles_is_named_with_what_to_do() {
        let top = std::env::temp_dir().join(format!("dateline-none-{}", std::process::id()));
        for folder in ["empty", "others"] {
            fs::create_dir_all(top.join(folder)).unwrap();
        }
        fs::write(top.join("others/.a.md"), "date 2026-01-12 A").unwrap();
        fs::write(top.join("others/b.docx"), "PK").unwrap();
        let folders = ["empty", "others", "missing"].map(|name| top.join(name));
        let told = folders.map(|folder| (run(&folder, &top.join("out")), folder));
        fs::remove_dir_all(&top).unwrap();
        for (done, folder) in told {
            let message = done.unwrap_err().to_string();
            let named = message.contains(&format!("{}", folder.display()));
            assert!(named && message.contains("(.md)"), "{message}");
        }
    }

    #[test]
    fn a_large_collection_is_packed_in_parts_that_make_the_whole_again() {
        let top = std::env::temp_dir().join(format!("dateline-parts-{}", std::process::id()));
        let (articles, out) = (top.join("articles"), top.join("out"));
        fs::create_dir_all(&articles).unwrap();
        for number in 0..40 {
            let words = format!("Paragraph {number} of an article. ").repeat(2_000);
            let article = format!("date 2026-01-12 Article {number}\n\n{words}");
            fs::write(articles.join(format!("{number}.md")), article).unwrap();
        }
        let done = run(&articles, &out);
        let mut files = std::collections::BTreeMap::new();
        for file in fs::read_dir(out.join("bundle")).unwrap() {
            let file = file.unwrap();
            let name = file.file_name().into_string().unwrap();
            files.insert(name, fs::read(file.path()).unwrap());
        }
        fs::remove_dir_all(&top).unwrap();
        done.unwrap();
        let first = files
            .iter()
            .find(|(name, _)| name.starts_with("collection-"));
        let read = dateline_bundle::read_parts(first.unwrap().1, &mut |name, length| {
            let mut bytes = Vec::with_capacity(length);
            let mut decoder = flate2::read::GzDecoder::new(files.get(name)?.as_slice());
            std::io::Read::read_to_end(&mut decoder, &mut bytes).ok()?;
            Some(bytes)
        });
        assert_eq!(read.unwrap().articles.len(), 40);
        assert!(files.len() > 20, "{} files", files.len());
    }
}
