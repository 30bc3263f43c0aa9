//! A second collection in the built site: five articles with visits of 2019 to 2026, so that there is something to narrow.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use dateline_build::{Source, build};
use dateline_bundle::Contents;
use dateline_site_tests::collection::collection;
use dateline_site_tests::{Server, Site};

use crate::scene::Scene;

/// The headlines, newest first. The first is that of the article which every site brings along.
pub const HEADLINES: [&str; 5] = [
    "China, ROK should cherish positive momentum in development of bilateral relations",
    FERRIES,
    LISBON,
    NAIROBI,
    OSLO,
];
/// Names Anna Berg and Beijing and reports no visit.
pub const FERRIES: &str = "New ferries wait for their batteries";
/// Reports Anna Berg in Lisbon.
pub const LISBON: &str = "Norwegian prime minister in Lisbon for cork and cod";
/// Reports Anna Berg in Kenya and Daudi Mutiso in Norway.
pub const NAIROBI: &str = "Berg looks at wind farms in Kenya";
/// Reports Rui Almada in Oslo.
pub const OSLO: &str = "Portuguese president sees the fjords";
/// What the page says of it as a whole.
pub const ALL: &str = "5 articles, 6 visits";
/// How many marks it has on the timeline.
pub const MARKS: usize = 6;

/// The built site with this collection in it.
pub fn site(dist: &Path) -> anyhow::Result<Site> {
    let contents = contents()?;
    collection(dist, &contents)
}

impl Scene<'_> {
    /// Serves the second collection and opens a hash of it.
    pub fn visit_voyages(&self, hash: &str) -> anyhow::Result<Server> {
        let server = Server::start(site(self.dist)?)?;
        self.open(&server, hash)?;
        Ok(server)
    }
}

/// The fixtures and the bundled article as `dateline pack` would pack them.
pub fn contents() -> anyhow::Result<Contents> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    for folder in ["../../assets/articles", "fixtures/voyages"] {
        for file in files(&here.join(folder))? {
            let name = file.file_name().context("no name")?.to_string_lossy();
            if file.extension().is_none() {
                // NOTICE
                continue;
            }
            sources.push(Source::new(name, std::fs::read(&file)?));
        }
    }
    // Of the two collections' settings, those of the fixtures.
    let settings = |source: &Source| source.path == "collection.toml";
    let bundled = sources.iter().position(settings).context("no settings")?;
    sources.remove(bundled);
    let built = build(sources);
    ensure!(built.problems.is_empty(), "{:?}", built.problems);
    Ok(built.contents)
}

fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("{}", folder.display()))?;
    entries.map(|entry| Ok(entry?.path())).collect()
}
