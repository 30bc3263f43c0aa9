//! axe-core finds nothing: on either page, light or dark, wide or narrow, nor on an error page.

use anyhow::{Context, ensure};
use dateline_site_tests::{Engine, Fault, Server, Site};
use serde_json::{Value, json};

use crate::Journey;
use crate::hosting::{enter_frame, host_page};
use crate::scene::{Scene, keys};
use crate::voyages;

pub const JOURNEYS: &[Journey] = &[
    ("axe-core finds nothing on the first page", explore),
    ("axe-core finds nothing on an article", article),
    (
        "axe-core finds nothing on the pages of a name, a visit, all visits and the collection",
        leaves,
    ),
    (
        "axe-core finds nothing on the first half of the parts in their states",
        first_specimens,
    ),
    (
        "axe-core finds nothing on the second half of the parts in their states",
        second_specimens,
    ),
    ("axe-core finds nothing at 360 pixels", narrow),
    (
        "axe-core finds nothing on any wide page, light and dark, with a dialog open",
        every_wide_page,
    ),
    (
        "axe-core finds nothing on any narrow page, light and dark, with a dialog open",
        every_narrow_page,
    ),
    ("axe-core finds nothing on an error page", error),
];

/// One address of each page.
const PAGES: [&str; 8] = [
    "#/?",
    "#/?q=Beijing&",
    "#/article/000_173b04a3eeb41b64?q=Beijing&",
    "#/visits?",
    "#/person/Xi+Jinping?",
    "#/place/China?",
    "#/visit/lee-jae-myung.china.2026-01?",
    "#/about?",
];

const RUN: &str = "const done = arguments[arguments.length - 1]; \
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']; \
    axe.run(document, { runOnly: { type: 'tag', values: tags } }) \
       .then(result => done({ found: result.violations.map(rule => rule.id + ': ' \
           + rule.nodes.map(node => node.target.join(' ') + ' (' + node.failureSummary + ')').join('; ')), \
           passed: result.passes.length }), \
         error => done({ found: [String(error)], passed: 0 }));";

fn explore(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    check(scene, "light")?;
    choose(scene, "Dark")?;
    check(scene, "dark")?;
    scene.search_box()?.type_text("Beijing")?;
    scene.hash_holds("q=Beijing", true)?;
    check(scene, "searching")
}

fn article(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/?q=Beijing")?;
    scene.first_headline()?.click()?;
    scene.page.find("button", "Next match")?.click()?;
    check(scene, "light")?;
    choose(scene, "Dark")?;
    check(scene, "dark")?;
    scene.picture("article-dark")
}

fn leaves(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.serve()?;
    for hash in [
        "#/person/Xi+Jinping",
        "#/place/China",
        "#/visit/lee-jae-myung.china.2026-01",
        "#/?record=1",
        "#/visits",
        "#/visits?by=-who&kind=talks",
        "#/visits?q=zeppelin",
        "#/about",
        "#/article/000_173b04a3eeb41b64?at=just+over+two+months+ago,state+visit",
    ] {
        scene.page.open("about:blank")?;
        scene.open(&server, hash)?;
        check(scene, hash)?;
    }
    choose(scene, "Dark")?;
    check(scene, "dark")
}

fn first_specimens(scene: &Scene<'_>) -> anyhow::Result<()> {
    specimens(scene, false)
}

fn second_specimens(scene: &Scene<'_>) -> anyhow::Result<()> {
    specimens(scene, true)
}

/// Half of the parts, so that each half takes less time than a journey may.
fn specimens(scene: &Scene<'_>, second: bool) -> anyhow::Result<()> {
    let server = scene.visit("#/style")?;
    scene.page.find("heading", "Style")?;
    let mut hashes = Vec::new();
    for link in scene.page.select(".style-list a")? {
        let href = link.attribute("href")?.context("no address")?;
        // WebKit's driver gives the whole address.
        let hash = href.split_once('#').context("no hash")?.1;
        hashes.push(format!("#{hash}"));
    }
    ensure!(hashes.len() > 30, "only {} parts are listed", hashes.len());
    let (first_half, second_half) = hashes.split_at(hashes.len() / 2);
    if !second {
        check(scene, "the list")?;
    }
    for hash in if second { second_half } else { first_half } {
        let go = "location.hash = arguments[0]; return true";
        scene.page.session.script(go, &json!([hash]))?;
        let name = hash.rsplit('/').next().unwrap_or_default();
        let shown = format!(
            "return document.querySelectorAll('#app main').length === 1 && \
            location.hash.endsWith('/{name}') && !!document.querySelector('nav[aria-label=Style]')"
        );
        scene.page.until(&format!("the part {name}"), || {
            Ok(scene.page.session.script(&shown, &json!([]))? == Value::Bool(true))
        })?;
        check(scene, name)?;
        let wide =
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        let wide = scene.page.session.script(wide, &json!([]))?;
        ensure!(wide == 0, "{name} is {wide} pixels wider than the page");
        if scene.engine == Engine::Chromium {
            scene.picture(&format!("style-{name}"))?;
        }
    }
    scene.open(&server, "#/style/explore")?;
    scene.picture("style")
}

fn narrow(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = Server::start(voyages::site(scene.dist)?)?;
    let host = host_page(&server.url(), "width=\"360\" height=\"740\"")?;
    enter_frame(scene, &host)?;
    check(scene, "first page")?;
    scene.page.find("button", "Filters")?.click()?;
    scene.page.find_where("checkbox", "Beijing, …", |name| {
        name.starts_with("Beijing, ")
    })?;
    check(scene, "with filters")?;
    scene.page.press(keys::ESCAPE)?;
    scene.search_box()?.type_text("Beijing")?;
    scene.first_headline()?.click()?;
    scene.page.find("button", "Next match")?.click()?;
    check(scene, "article")
}

fn every_wide_page(scene: &Scene<'_>) -> anyhow::Result<()> {
    every_page(scene, 1440)
}

fn every_narrow_page(scene: &Scene<'_>) -> anyhow::Result<()> {
    every_page(scene, 360)
}

/// Each page in both colours; where it has dialogs, once more with one open. As wide as asked, or as narrow as a window can be.
fn every_page(scene: &Scene<'_>, width: u32) -> anyhow::Result<()> {
    scene.page.resize(width, 900)?;
    let server = scene.serve()?;
    for theme in ["light", "dark"] {
        for page in PAGES {
            let hash = format!("{page}theme={theme}");
            scene.open(&server, &hash)?;
            let shown = format!(
                "return document.documentElement.dataset.theme === '{theme}' && \
                 !document.querySelector('dialog[open]') && !document.querySelector('main > [role=status] > h1')"
            );
            scene.page.until(&hash, || {
                Ok(scene.page.session.script(&shown, &json!([]))? == Value::Bool(true))
            })?;
            check(scene, &format!("{hash} at {width}"))?;
            dialog(scene, &hash)?;
        }
    }
    Ok(())
}

/// Opens the dialog to share the page, if the page has one, checks it and closes it.
fn dialog(scene: &Scene<'_>, hash: &str) -> anyhow::Result<()> {
    let open = "const button = [...document.querySelectorAll('[data-opens=share]')].find(it => it.checkVisibility()); \
        button?.click(); return !!button;";
    if scene.page.session.script(open, &json!([]))? != Value::Bool(true) {
        return Ok(());
    }
    scene.page.find("dialog", "Share or embed")?;
    check(scene, &format!("{hash} with a dialog"))?;
    scene.page.press(keys::ESCAPE)
}

fn error(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = Server::start(Site::folder(scene.dist).with_fault(Fault::Missing(".bin")))?;
    scene.open(&server, "#/")?;
    scene.page.find("button", "Try again")?;
    check(scene, "missing bundle")
}

fn choose(scene: &Scene<'_>, theme: &str) -> anyhow::Result<()> {
    scene.page.find("button", "Theme")?.click()?;
    scene.page.find("radio", theme)?.click()
}

/// Fails on whatever axe-core finds on the page, or in the frame, that is open now.
pub fn check(scene: &Scene<'_>, when: &str) -> anyhow::Result<()> {
    let session = scene.page.session;
    let known = session.script("return typeof axe", &json!([]))?;
    if known != "object" {
        let file = std::env::var_os("DATELINE_AXE").context("DATELINE_AXE names no axe.min.js")?;
        session.script(&std::fs::read_to_string(file)?, &json!([]))?;
    }
    let report = session.async_script(RUN, &json!([]))?;
    let found: Vec<&str> = report["found"]
        .as_array()
        .context("axe-core said nothing")?
        .iter()
        .filter_map(Value::as_str)
        .collect();
    ensure!(found.is_empty(), "{when}: {}", found.join("\n          "));
    ensure!(
        report["passed"].as_u64() > Some(10),
        "axe-core checked next to nothing"
    );
    Ok(())
}
