//! All about a person, a place, a visit, and the visits on record.

use anyhow::{Context, ensure};
use dateline_site_tests::Engine;
use serde_json::{Value, json};

use crate::Journey;
use crate::scene::{Scene, names, same};

/// What may move while a page opens: the share of the window that it fills times the share that it goes, summed up
/// (Layout Instability, <https://wicg.github.io/layout-instability/>).
const MOST_SHIFT: f64 = 0.02;

pub const JOURNEYS: &[Journey] = &[
    (
        "a name leads to all about a person, and Back to the same place",
        person,
    ),
    (
        "a visit has a page with every sentence that reports it",
        visit,
    ),
    (
        "the visits on record come when they are asked for, and stay apart",
        record,
    ),
    (
        "nothing jumps while a page opens, where a browser tells",
        no_jumps,
    ),
];

/// On a slow network, so that the parts arrive one after another. Only Chromium measures this.
fn no_jumps(scene: &Scene<'_>) -> anyhow::Result<()> {
    if scene.engine != Engine::Chromium {
        return Ok(());
    }
    let session = scene.page.session;
    let slow = json!({ "offline": false, "latency": 100, "downloadThroughput": 400_000, "uploadThroughput": 100_000 });
    session.devtools("Network.enable", &json!({}))?;
    session.devtools("Network.emulateNetworkConditions", &slow)?;
    let pages = [
        ("#/", "Latest visit"),
        ("#/?q=silver", "Latest visit"),
        ("#/visits", "How visits are found"),
        ("#/article/000_173b04a3eeb41b64", "China, ROK"),
    ];
    let opened = [360, 1440]
        .into_iter()
        .flat_map(|width| pages.map(|page| (width, page)))
        .try_for_each(|(width, (hash, words))| jumps(scene, width, hash, words));
    let quick =
        json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    session.devtools("Network.emulateNetworkConditions", &quick)?;
    opened
}

/// Opens a page anew, and fails if more of it moved than may.
fn jumps(scene: &Scene<'_>, width: u32, hash: &str, words: &str) -> anyhow::Result<()> {
    scene.page.resize(width, 900)?;
    scene.page.open("about:blank")?;
    let _server = scene.visit(hash)?;
    let there = "return document.querySelector('#app main').innerText.includes(arguments[0]) && \
        document.fonts.status === 'loaded'";
    scene.page.until(words, || {
        Ok(scene.page.session.script(there, &json!([words]))? == Value::Bool(true))
    })?;
    let sum = "const done = arguments[arguments.length - 1]; let sum = 0; \
        new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value)) \
            .observe({ type: 'layout-shift', buffered: true }); \
        setTimeout(() => done(sum), 300);";
    let sum = scene.page.session.async_script(sum, &json!([]))?;
    let sum = sum.as_f64().context("no sum")?;
    ensure!(sum <= MOST_SHIFT, "{hash} at {width}: {sum:.4} moved");
    Ok(())
}

fn person(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    scene.page.find("link", "Lee Jae Myung")?.click()?;
    scene.hash_holds("#/person/Lee+Jae+Myung", true)?;
    let heading = scene.page.find("heading", "Lee Jae Myung")?;
    ensure!(
        scene.page.focused()?.is(&heading),
        "the name does not have the focus"
    );
    scene.page.find("region", "As visitor")?;
    scene.page.find("region", "Mentions over time")?;
    scene.picture("person")?;
    scene.page.find("link", "Show the articles")?.click()?;
    scene.hash_holds("#/?person=Lee+Jae+Myung", true)?;
    scene.page.find("list", "Chosen filters")?;
    scene.page.back()?;
    scene.page.find("heading", "Lee Jae Myung")?;
    scene.page.back()?;
    scene.page.find("list", names::ARTICLES)?;
    scene.console_is_silent()
}

fn visit(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    scene.page.find("link", "All about this visit")?.click()?;
    scene.hash_holds("#/visit/lee-jae-myung.china.2026-01", true)?;
    scene.page.find("heading", "Lee Jae Myung → China")?;
    let quotations = scene.page.select("main blockquote")?;
    ensure!(quotations.len() > 1, "{} sentences", quotations.len());
    scene.picture("visit")?;
    scene.page.find("link", "Show on the timeline")?.click()?;
    scene.hash_holds("#/?visit=lee-jae-myung.china.2026-01", true)?;
    scene.page.find("region", names::TIMELINE).map(drop)
}

fn record(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.visit("#/")?;
    let (articles, visits) = scene.built_counts()?;
    let fetched = || server.asked().iter().any(|path| path.contains("/record-"));
    ensure!(!fetched(), "the record came before anybody asked");
    let offered = |name: &str| name.starts_with("Also show the public record: U.S. visits");
    scene
        .page
        .find_where("checkbox", "of the record", offered)?
        .click()?;
    scene.hash_holds("record=1", true)?;
    scene.status_where("that tells of earlier visits on record", |status| {
        status.starts_with("On record: ")
    })?;
    ensure!(fetched(), "the record was not fetched");
    scene.status_is(&crate::explore::counts(articles, visits))?;
    scene.page.find("button", "All")?.click()?;
    let on_record = scene
        .page
        .find_where("button", "of a cluster from 1866 on", |name| {
            name.contains("1866")
        })?;
    let state = on_record.attribute("data-state")?.context("no state")?;
    same("the state of the mark", state.trim(), "record")?;
    scene.picture("record")?;
    one_row(scene)?;
    scene.console_is_silent()
}

/// A row of the record by its link: who, where and when, and that no sentence is behind it.
fn one_row(scene: &Scene<'_>) -> anyhow::Result<()> {
    let script = "location.hash = '#/?record=1&win=2022-05&visit=record:t4103'; return true";
    scene.page.session.script(script, &json!([]))?;
    let shown = "const region = document.querySelector('.on-record'); return region ? region.textContent.normalize() : ''";
    scene.page.until("the row", || {
        let text = scene.page.session.script(shown, &json!([]))?;
        let Value::String(text) = text else {
            return Ok(false);
        };
        Ok(text.contains("Listed in U.S. visits on record") && text.contains("South Korea: Seoul"))
    })
}
