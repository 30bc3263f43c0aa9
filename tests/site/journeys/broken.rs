//! What the page says when its articles do not arrive as they were packed.

use anyhow::ensure;
use dateline_site_tests::{Fault, Server, Site};
use serde_json::json;

use crate::Journey;
use crate::scene::Scene;

pub const JOURNEYS: &[Journey] = &[
    ("a missing bundle is told, with the remedy", missing),
    ("a bundle that was cut off is told in numbers", truncated),
    ("a damaged bundle is told", damaged),
    ("something else in the bundle's place is told", foreign),
    ("a bundle of another version is told", other_version),
    ("a trap is told, and no other mistake stops the page", trap),
];

const BUNDLE: &str = ".bin";

fn missing(scene: &Scene<'_>) -> anyhow::Result<()> {
    says(
        scene,
        Fault::Missing(BUNDLE),
        "was not found beside this page",
    )?;
    scene.picture("missing")
}

fn truncated(scene: &Scene<'_>) -> anyhow::Result<()> {
    says(
        scene,
        Fault::Truncated(BUNDLE),
        "arrived damaged (expected ",
    )
}

fn damaged(scene: &Scene<'_>) -> anyhow::Result<()> {
    says(
        scene,
        Fault::Damaged(BUNDLE),
        "arrived damaged (some bytes have changed)",
    )
}

/// As servers do that answer every address with a page.
fn foreign(scene: &Scene<'_>) -> anyhow::Result<()> {
    let fault = Fault::Foreign(BUNDLE, b"<!DOCTYPE html><title>Not found</title>");
    says(scene, fault, "something else was found in their place")
}

fn other_version(scene: &Scene<'_>) -> anyhow::Result<()> {
    // A version from far in the future, little-endian, behind the eight bytes of the magic.
    let fault = Fault::Overwritten(BUNDLE, 8, &[0xff, 0xff, 0, 0]);
    says(scene, fault, "packed by another version of Dateline")
}

/// Where the memory is at its end there is no panic to tell of, only a trap. What other scripts do wrong is theirs.
fn trap(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    let throw = |what: &str| {
        let script = format!("setTimeout(() => {{ throw {what} }}); return true");
        scene.page.session.script(&script, &json!([]))
    };
    throw("new TypeError('of an extension')")?;
    throw("null")?;
    scene.search_box()?.type_text("china")?;
    scene.hash_holds("q=china", true)?;
    // A module whose only function is `unreachable`.
    let bytes = "0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,116,0,0,10,5,1,3,0,0,11";
    let trap = format!(
        "window.WebAssembly.instantiate(new window.Uint8Array([{bytes}])).then(made => setTimeout(made.instance.exports.t)); return true"
    );
    scene.page.session.script(&trap, &json!([]))?;
    let stopped = "Something went wrong and the page stopped.";
    scene.page.find("heading", stopped)?;
    let details = scene.page.select("main pre")?;
    let details = details.first().map(dateline_site_tests::Element::text);
    let details = details.transpose()?.unwrap_or_default();
    ensure!(!details.is_empty(), "no details");
    scene.page.find("button", "Reload").map(drop)
}

/// Whether the page says this, and offers to try again.
fn says(scene: &Scene<'_>, fault: Fault, words: &str) -> anyhow::Result<()> {
    let server = Server::start(Site::folder(scene.dist).with_fault(fault))?;
    scene.open(&server, "#/")?;
    scene.page.until(&format!("the words {words:?}"), || {
        let alerts = scene.page.all("alert")?;
        let texts: anyhow::Result<Vec<String>> = alerts
            .iter()
            .map(dateline_site_tests::Element::text)
            .collect();
        Ok(texts?.iter().any(|text| text.contains(words)))
    })?;
    scene.page.find("button", "Try again").map(drop)
}
