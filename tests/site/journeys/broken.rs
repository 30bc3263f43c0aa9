//! What the page says when its articles do not arrive as they were packed.

use dateline_site_tests::{Fault, Server, Site};

use crate::Journey;
use crate::scene::Scene;

pub const JOURNEYS: &[Journey] = &[
    ("a missing bundle is told, with the remedy", missing),
    ("a bundle that was cut off is told in numbers", truncated),
    ("a damaged bundle is told", damaged),
    ("something else in the bundle's place is told", foreign),
    ("a bundle of another version is told", other_version),
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
