//! All about a person, a place, a visit, and the visits on record.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::Journey;
use crate::scene::{Scene, names, same};

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
];

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
