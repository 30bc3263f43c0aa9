//! The bundled article: untouched, and told about by its sidecar.

use std::path::Path;
use std::{fs, io};

use dateline_article::{Role, Source, read_all, role};
use dateline_model::BlockKind;

/// The files of the bundled collection.
fn bundled() -> io::Result<Vec<Source>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/articles");
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file() && !matches!(role(&name), Role::Other | Role::Foreign) {
            sources.push(Source::new(name, fs::read(entry.path())?));
        }
    }
    Ok(sources)
}

/// What the article is, to the byte.
const LENGTH: usize = 5880;
const FINGERPRINT: u64 = 0xfb28d2e79617d57d;

/// FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn fingerprint(bytes: &[u8]) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325;
    bytes.iter().fold(start, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn the_article_is_untouched_and_whole() {
    let sources = bundled().unwrap();
    let source = sources
        .iter()
        .find(|source| source.path == "000_173b04a3eeb41b64.txt")
        .unwrap();
    assert_eq!(
        (source.bytes.len(), fingerprint(&source.bytes)),
        (LENGTH, FINGERPRINT)
    );
    let (documents, problems) = read_all(sources.clone());
    assert_eq!(problems, []);
    let article = documents
        .into_iter()
        .map(|document| document.article)
        .find(|article| article.id.0 == "000_173b04a3eeb41b64")
        .unwrap();
    assert_eq!(
        article.headline,
        "China, ROK should cherish positive momentum in development of bilateral relations"
    );
    assert_eq!(
        article.published.map(|date| date.to_string()).as_deref(),
        Some("2026-01-12")
    );
    assert_eq!(article.genre.as_deref(), Some("commentary"));
    assert_eq!(
        article.note.as_deref(),
        Some("Commentary. The file names no author and no source.")
    );
    assert_eq!(
        (
            article.source.as_deref(),
            article.byline.len(),
            article.language.as_str()
        ),
        (None, 0, "en")
    );
    assert_eq!(article.blocks.len(), 18);
    assert!(
        article
            .blocks
            .iter()
            .all(|block| block.kind == BlockKind::Paragraph)
    );
    let visible = |text: &str| {
        text.chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
    };
    let whole = String::from_utf8_lossy(&source.bytes);
    assert!(visible(&whole).ends_with(&visible(&article.text())));
}
