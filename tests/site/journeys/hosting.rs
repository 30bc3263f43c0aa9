//! Where the site may stand: in any folder, in somebody else's page, on a phone, behind a foreign suffix.

use anyhow::{Context, ensure};
use dateline_site_tests::{Engine, Fault, Server, Site};
use serde_json::json;

use crate::Journey;
use crate::explore::counts;
use crate::scene::Scene;

pub const JOURNEYS: &[Journey] = &[
    (
        "each part of the site is fetched once and none from elsewhere",
        parts,
    ),
    ("the site works in a folder of its host", sub_path),
    (
        "the site works in a sandboxed iframe on another origin",
        embedded,
    ),
    ("a foreign suffix of the hash does no harm", suffix),
    (
        "the site starts when wasm comes with a wrong media type",
        wrong_media_type,
    ),
    ("nothing is cut off at 360 pixels", narrow),
];

fn parts(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.visit("#/")?;
    scene.first_headline()?;
    let mut asked = server.asked();
    asked.sort();
    // WebKit's fetch() does not take what a preload brought, except out of its HTTP cache, which a test session lacks.
    if scene.engine == Engine::WebKit {
        asked.dedup();
    }
    for pair in asked.windows(2) {
        ensure!(pair.first() != pair.last(), "{asked:?}: fetched twice");
    }
    let script = "return performance.getEntriesByType('resource').map(part => new URL(part.name).origin) \
        .filter(origin => origin !== location.origin)";
    let foreign = scene.page.session.script(script, &json!([]))?;
    ensure!(foreign == json!([]), "parts came from {foreign}");
    ensure!(
        asked.iter().any(|path| path.ends_with(".bin")),
        "no bundle among {asked:?}"
    );
    Ok(())
}

fn sub_path(scene: &Scene<'_>) -> anyhow::Result<()> {
    let site = Site::folder(scene.dist).under("/news/2026/visits/");
    let server = Server::start(site)?;
    scene.open(&server, "#/?q=Beijing")?;
    scene.first_headline()?.click()?;
    scene.hash_holds("/news/2026/visits/#/article/", true)
}

fn embedded(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.serve()?;
    let (articles, visits) = scene.built_counts()?;
    let host = host_page(
        &server.url(),
        "width=\"900\" height=\"640\" sandbox=\"allow-scripts allow-same-origin\"",
    )?;
    enter_frame(scene, &host)?;
    scene.status_is(&counts(articles, visits))?;
    scene.search_box()?.type_text("silver economy")?;
    scene.status_where("of one article", |status| status.starts_with("1 article, "))?;
    scene.first_headline()?.click()?;
    scene.page.find("button", "Next match")?;
    scene.page.leave_frames()?;
    scene.console_is_silent()?;
    scene.picture("embedded")
}

/// A page on an origin of its own that embeds another.
fn host_page(url: &str, attributes: &str) -> anyhow::Result<Server> {
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title><link rel=\"icon\" href=\"data:,\">\
         <p>A page that embeds the explorer.</p><iframe title=\"Visits\" src=\"{url}\" {attributes}></iframe></html>"
    );
    Server::start(Site::default().with_page("/host.html", html))
}

fn enter_frame(scene: &Scene<'_>, host: &Server) -> anyhow::Result<()> {
    scene.page.open(&host.page("/host.html"))?;
    let frames = scene.page.select("iframe")?;
    scene.page.enter(frames.first().context("no iframe")?)?;
    scene.ready()
}

fn suffix(scene: &Scene<'_>) -> anyhow::Result<()> {
    let (articles, visits) = scene.built_counts()?;
    for hash in ["#?secret=x", "#/?q=Beijing#?secret=x"] {
        let _server = scene.visit(hash)?;
        let found = hash.contains("Beijing");
        scene.status_where("of the list", |status| {
            found == status.ends_with(" visits") || status == counts(articles, visits)
        })?;
        ensure!(!scene.listed()?.is_empty(), "nothing is listed at {hash}");
    }
    Ok(())
}

fn wrong_media_type(scene: &Scene<'_>) -> anyhow::Result<()> {
    let fault = Fault::MediaType(".wasm", "application/octet-stream");
    let server = Server::start(Site::folder(scene.dist).with_fault(fault))?;
    scene.open(&server, "#/")?;
    scene.first_headline().map(drop)
}

fn narrow(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.serve()?;
    let host = host_page(&server.url(), "width=\"360\" height=\"740\"")?;
    enter_frame(scene, &host)?;
    ensure_no_overflow(scene)?;
    scene.page.leave_frames()?;
    scene.picture("explore-360")?;
    enter_frame(scene, &host)?;
    scene.search_box()?.type_text("Beijing")?;
    scene.first_headline()?.click()?;
    scene.page.find("button", "Next match")?;
    ensure_no_overflow(scene)?;
    scene.page.leave_frames()?;
    scene.picture("article-360")
}

fn ensure_no_overflow(scene: &Scene<'_>) -> anyhow::Result<()> {
    let script = "const r = document.documentElement; return r.scrollWidth - r.clientWidth";
    let over = scene.page.session.script(script, &json!([]))?;
    ensure!(over == 0, "the page is {over} pixels too wide");
    Ok(())
}
