//! A large collection, whose parts are fetched when they are needed, come broken, and are asked for again.

use std::sync::atomic::Ordering;

use anyhow::{Context, ensure};
use dateline_bench::news;
use dateline_bundle::Contents;
use dateline_site_tests::collection::in_parts;
use dateline_site_tests::{Element, Fault, Server, Site};

use crate::Journey;
use crate::scene::{Scene, same};
use crate::voyages;

pub const JOURNEYS: &[Journey] = &[
    ("a large collection is read in parts", read),
    (
        "a missing part is told, and comes when asked again",
        missing,
    ),
    (
        "a damaged part is told, and nothing wrong is shown",
        damaged,
    ),
];

/// Invented articles, among them those with visits.
const ARTICLES: usize = 5_000;

struct Large {
    contents: Contents,
    site: Site,
}

impl Large {
    fn new(scene: &Scene<'_>) -> anyhow::Result<Self> {
        let (small, mut all) = (voyages::contents()?, news::collection(ARTICLES, 100));
        all.articles.extend(small.articles);
        let contents = Contents::new(all.about, all.articles, small.visits);
        let site = in_parts(scene.dist, &contents)?;
        Ok(Self { contents, site })
    }

    /// The headline of an article that no query finds by chance.
    fn headline(&self) -> anyhow::Result<&str> {
        let entry = self.contents.articles.get(ARTICLES / 2);
        Ok(&entry.context("no article")?.article.headline)
    }

    /// With every part gone wrong until it is mended.
    fn broken(mut self, fault: fn(&'static str) -> Fault) -> Self {
        let parts: Vec<String> = self.site.replaced.keys().cloned().collect();
        for part in parts {
            if part.len() == "0123456789abcdef.bin".len() && !part.contains('/') {
                self.site.faults.push(fault(part.leak()));
            }
        }
        self
    }
}

fn read(scene: &Scene<'_>) -> anyhow::Result<()> {
    let large = Large::new(scene)?;
    let server = Server::start(large.site.clone())?;
    scene.open(&server, "#/")?;
    first_is(scene, voyages::HEADLINES[0])?;
    scene.page.find("link", "Open article")?;
    scene.search_box()?.type_text(large.headline()?)?;
    first_is(scene, large.headline()?)?;
    scene.picture("parts-found")?;
    scene.first_headline()?.click()?;
    let article = large.contents.articles.get(ARTICLES / 2);
    let blocks = &article.context("no article")?.article.blocks;
    let first = blocks.first().context("no text")?.text.as_str();
    scene.page.until("the text of the article", || {
        let main = scene.page.select("main")?;
        Ok(main.first().context("no page")?.text()?.contains(first))
    })?;
    scene.open(&server, "#/?person=Anna+Berg")?;
    first_is(scene, voyages::FERRIES)?;
    let asked = server.asked();
    let bundle = asked.iter().filter(|path| path.ends_with(".bin")).count();
    let all = large.site.replaced.len();
    ensure!(bundle < all, "all {all} files were fetched");
    scene.open(&server, "#/visit/lee-jae-myung.china.2026-01")?;
    scene
        .page
        .find_where("heading", "of the visit", |name| name.contains("Lee"))
        .map(drop)
}

fn missing(scene: &Scene<'_>) -> anyhow::Result<()> {
    let large = Large::new(scene)?.broken(Fault::Missing);
    let server = Server::start(large.site.clone())?;
    scene.open(&server, "#/")?;
    let told = alert(scene)?;
    ensure!(told.contains(".bin"), "no file is named: {told}");
    ensure!(
        headlines(scene)?.is_empty(),
        "something is shown that did not come"
    );
    scene.picture("parts-missing")?;
    large.site.mended.store(true, Ordering::Relaxed);
    scene.page.find("button", "Try again")?.click()?;
    first_is(scene, voyages::HEADLINES[0])
}

fn damaged(scene: &Scene<'_>) -> anyhow::Result<()> {
    let large = Large::new(scene)?.broken(Fault::Damaged);
    large.site.mended.store(true, Ordering::Relaxed);
    let server = Server::start(large.site.clone())?;
    scene.open(&server, "#/")?;
    first_is(scene, voyages::HEADLINES[0])?;
    large.site.mended.store(false, Ordering::Relaxed);
    scene.search_box()?.type_text(large.headline()?)?;
    let told = alert(scene)?;
    ensure!(told.contains(".bin"), "no file is named: {told}");
    let shown = headlines(scene)?;
    let first = shown.first().context("the list is gone")?;
    same("the first headline", first, voyages::HEADLINES[0])?;
    large.site.mended.store(true, Ordering::Relaxed);
    scene.page.find("button", "Try again")?.click()?;
    first_is(scene, large.headline()?)
}

/// What is told as an error.
fn alert(scene: &Scene<'_>) -> anyhow::Result<String> {
    scene.page.wait("an error that is told", || {
        let alerts = scene.page.all("alert")?;
        alerts.first().map(Element::text).transpose()
    })
}

fn headlines(scene: &Scene<'_>) -> anyhow::Result<Vec<String>> {
    let links = scene.page.select("#articles li h2 a")?;
    links.iter().map(Element::text).collect()
}

/// Waits until an article is the first of the list.
fn first_is(scene: &Scene<'_>, headline: &str) -> anyhow::Result<()> {
    scene.page.until(&format!("{headline:?} first"), || {
        Ok(headlines(scene)?
            .first()
            .is_some_and(|first| first == headline))
    })
}
