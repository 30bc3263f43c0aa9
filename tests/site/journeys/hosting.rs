//! Where the site may stand: in any folder, in somebody else's page, on a phone, behind a foreign suffix.

use anyhow::{Context, ensure};
use dateline_site_tests::{Engine, Fault, Server, Site};
use serde_json::json;

use crate::Journey;
use crate::explore::counts;
use crate::scene::Scene;
use crate::voyages::ALL;

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
    (
        "the site works in a sandboxed iframe without an origin",
        opaque,
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
pub fn host_page(url: &str, attributes: &str) -> anyhow::Result<Server> {
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title><link rel=\"icon\" href=\"data:,\">\
         <p>A page that embeds the explorer.</p><iframe title=\"Visits\" src=\"{url}\" {attributes}></iframe></html>"
    );
    Server::start(Site::default().with_page("/host.html", html))
}

/// Opens such a page and goes on inside its frame.
pub fn enter_frame(scene: &Scene<'_>, host: &Server) -> anyhow::Result<()> {
    scene.page.open(&host.page("/host.html"))?;
    let frames = scene.page.select("iframe")?;
    scene.page.enter(frames.first().context("no iframe")?)?;
    scene.ready()
}

/// No origin: no storage, no clipboard, and every part of the site is foreign.
fn opaque(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = Server::start(Site::folder(scene.dist).for_all())?;
    let (articles, visits) = scene.built_counts()?;
    let attributes = "width=\"900\" height=\"640\" sandbox=\"allow-scripts\"";
    let host = host_page(&server.url(), attributes)?;
    if scene.engine == Engine::WebKit {
        return stays_static(scene, &host, &server);
    }
    enter_frame(scene, &host)?;
    let session = scene.page.session;
    ensure!(
        session.script("return self.origin", &json!([]))? == "null",
        "not opaque"
    );
    session.script(LISTEN, &json!([]))?;
    scene.status_is(&counts(articles, visits))?;
    ensure_dressed(scene)?;
    scene.page.find("button", "Theme")?.click()?;
    scene.page.find("radio", "Dark")?.click()?;
    let dark = "return document.documentElement.dataset.theme";
    scene.page.until("the dark theme", || {
        Ok(session.script(dark, &json!([]))? == "dark")
    })?;
    scene.search_box()?.type_text("silver economy")?;
    scene.status_where("of one article", |status| status.starts_with("1 article, "))?;
    scene.first_headline()?.click()?;
    scene.page.find("button", "Next match")?;
    copy_by_hand(scene)?;
    let thrown = session.script("return window.thrown", &json!([]))?;
    ensure!(thrown == json!([]), "thrown was {thrown}");
    scene.page.leave_frames()?;
    scene.console_is_silent()?;
    scene.picture("opaque")
}

/// In WebKit the policy's 'self' means nothing without an origin, and neither script nor style arrives: the headlines and
/// the remark that the page needs JavaScript stay in sight.
fn stays_static(scene: &Scene<'_>, host: &Server, server: &Server) -> anyhow::Result<()> {
    scene.page.open(&host.page("/host.html"))?;
    let frames = scene.page.select("iframe")?;
    scene.page.enter(frames.first().context("no iframe")?)?;
    let shown = || {
        let parts = scene.page.select("#static")?;
        parts.first().context("no static part")?.text()
    };
    scene.page.until("the remark on JavaScript", || {
        Ok(shown()?.contains("this page needs JavaScript"))
    })?;
    let (articles, visits) = scene.built_counts()?;
    let text = shown()?;
    ensure!(
        text.contains(&counts(articles, visits)),
        "shown is {text:?}"
    );
    ensure!(
        text.contains("China, ROK should cherish"),
        "shown is {text:?}"
    );
    ensure!(
        !server.asked().iter().any(|path| path.ends_with(".bin")),
        "WebKit loads the app now: this journey can ask as much of it as of the others"
    );
    scene.page.leave_frames()?;
    scene.picture("opaque")
}

/// Keeps what is thrown from now on.
const LISTEN: &str = "window.thrown = []; \
    addEventListener('error', event => thrown.push(String(event.message))); \
    addEventListener('unhandledrejection', event => thrown.push(String(event.reason)));";

/// The style sheets and their fonts arrived.
fn ensure_dressed(scene: &Scene<'_>) -> anyhow::Result<()> {
    let script = "return [...document.querySelectorAll('link[rel=stylesheet]')].filter(link => !link.sheet).length";
    let bare = scene.page.session.script(script, &json!([]))?;
    ensure!(bare == 0, "{bare} style sheets are missing");
    Ok(())
}

/// Copying, where the browser refuses every way of it, shows the text.
fn copy_by_hand(scene: &Scene<'_>) -> anyhow::Result<()> {
    let refuse = "document.execCommand = () => false; \
        const refused = () => Promise.reject(new DOMException('refused', 'NotAllowedError')); \
        if (navigator.clipboard) Object.defineProperty(navigator.clipboard, 'writeText', { value: refused });";
    scene.page.session.script(refuse, &json!([]))?;
    scene.page.find("button", "Copy link")?.click()?;
    scene.page.until("the address for copying by hand", || {
        let areas = scene.page.select("label textarea")?;
        let area = areas.first().context("no text area")?;
        let text = area.property("value")?;
        Ok(text
            .as_str()
            .is_some_and(|text| text.contains("#/article/")))
    })
}

fn suffix(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.visit_voyages("#?secret=x")?;
    scene.status_is(ALL)?;
    let value = scene.search_box()?.property("value")?;
    ensure!(value == "", "the search box holds {value}");
    for (hash, status) in [
        ("#/?q=Beijing#?secret=x", "2 articles, 2 visits"),
        (
            "#/?q=Beijing&place=Beijing#?secret=x",
            "2 articles, 1 visit",
        ),
    ] {
        scene.page.open("about:blank")?;
        scene.open(&server, hash)?;
        scene.status_is(status)?;
        let value = scene.search_box()?.property("value")?;
        ensure!(value == "Beijing", "{hash}: the search box holds {value}");
        ensure!(
            scene.listed()?.len() == 2,
            "{hash}: the list is not filtered"
        );
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

/// Nothing reaches beyond the window to the right.
pub fn ensure_no_overflow(scene: &Scene<'_>) -> anyhow::Result<()> {
    let script = "const r = document.documentElement; return r.scrollWidth - r.clientWidth";
    let over = scene.page.session.script(script, &json!([]))?;
    ensure!(over == 0, "the page is {over} pixels too wide");
    Ok(())
}
