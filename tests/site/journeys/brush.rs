//! The timeline chooses and moves: by drag, by field, and by keys alone.

use anyhow::{Context, ensure};
use dateline_site_tests::Element;
use serde_json::json;

use crate::Journey;
use crate::scene::{Scene, keys, names};

pub const JOURNEYS: &[Journey] = &[
    (
        "a stretch of time keeps the articles that report what happened in it",
        happened,
    ),
    (
        "a drag on the axis chooses, a drag on the rows moves",
        drags,
    ),
    (
        "every visit lies under a mark that keys reach and that zooms or opens",
        every_visit,
    ),
    ("nothing glides for who wants no motion", still),
];

/// Counts what is animated from here on, for a reader who wants motion or not.
const COUNT: &str = "const wanted = arguments[0]; window.glides = 0; \
    window.matchMedia = query => ({ matches: query.includes('no-preference') === wanted }); \
    window.animateOnce ??= Element.prototype.animate; \
    Element.prototype.animate = function (...how) { window.glides += 1; return window.animateOnce.apply(this, how); };";

/// Zooming moves the marks to their places, or puts them there.
fn still(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    let zoom = scene.page.find("button", "Zoom in")?;
    // The first act brings the code that moves anything.
    zoom.click()?;
    scene.hash_holds("win=", true)?;
    scene.page.until("the rest of the page", || {
        Ok(!scene.page.select("[aria-controls=suggestions]")?.is_empty())
    })?;
    let session = scene.page.session;
    for wanted in [true, false] {
        session.script(COUNT, &json!([wanted]))?;
        let before = scene.page.url()?;
        scene.page.find("button", "Zoom out")?.click()?;
        scene
            .page
            .until("another window", || Ok(scene.page.url()? != before))?;
        let frames = "const done = arguments[arguments.length - 1]; \
            requestAnimationFrame(() => requestAnimationFrame(() => done(window.glides)))";
        let glides = session.async_script(frames, &json!([]))?;
        let glides = glides.as_u64().context("no count")?;
        ensure!(
            (glides > 0) == wanted,
            "{glides} elements move, motion wanted: {wanted}"
        );
    }
    Ok(())
}

/// The bundled article of January 2026 tells of a visit of late October or early November 2025.
fn happened(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    scene.page.find("button", "Dates")?.click()?;
    for (field, date) in [("from", "2025-11"), ("to", "2025-11")] {
        let input = scene.page.find("textbox", field)?;
        input.clear()?;
        input.type_text(date)?;
        scene.page.press(keys::ENTER)?;
        scene.hash_holds(&format!("{field}=2025-11"), true)?;
    }
    let headline = scene.first_headline()?.text()?;
    ensure!(
        headline.starts_with("China, ROK should cherish"),
        "the first article is {headline:?}"
    );
    scene.status_is("1 article, 1 visit")?;
    scene.page.find("slider", "First date")?;
    scene
        .page
        .find("button", "Remove Happened November 2025")?
        .click()?;
    scene.hash_holds("from=", false)?;
    scene.console_is_silent()
}

fn drags(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    scene.page.find("region", names::TIMELINE)?;
    let axis = one(scene, "[data-grip=axis]")?;
    // The code that knows of hands comes with the first sign of one.
    scene.page.until("the axis to choose on", || {
        axis.drag(200)?;
        Ok(scene.page.url()?.contains("from="))
    })?;
    scene.hash_holds("to=", true)?;
    scene.page.find("list", "Chosen filters")?;
    let before = scene.page.url()?;
    // From a mark, which must not be opened by it.
    one(scene, ".mark[tabindex='0'] .target")?.drag(-120)?;
    scene
        .page
        .until("another window", || Ok(scene.page.url()? != before))?;
    ensure!(
        !scene.page.url()?.contains("visit="),
        "a drag was taken for a click"
    );
    scene.console_is_silent()
}

fn one<'s>(scene: &Scene<'s>, selector: &str) -> anyhow::Result<Element<'s>> {
    let mut found = scene.page.select(selector)?;
    ensure!(!found.is_empty(), "no {selector}");
    Ok(found.swap_remove(0))
}

fn every_visit(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    scene.page.find("button", "All")?.click()?;
    scene.hash_holds("win=", true)?;
    let status = scene.page.select("[role=status].status")?;
    let status = status.first().context("no count")?.text()?;
    let visits = status
        .split(", ")
        .nth(1)
        .and_then(number)
        .context("no visits")?;
    let names = marks(scene)?;
    let held: usize = names.iter().map(|name| number(name).unwrap_or(1)).sum();
    ensure!(held >= visits, "the marks hold {held} of {visits} visits");
    focus_first(scene)?;
    let wide = names.len();
    // Into the first cluster there is, and into the first within it, until a single visit opens.
    for _ in 0..12 {
        scene.page.press(keys::HOME)?;
        to_a_cluster(scene)?;
        let name = scene.page.focused()?.name()?;
        let before = scene.page.url()?;
        scene.page.press(keys::ENTER)?;
        scene.page.until(&format!("{name:?} to lead further"), || {
            Ok(scene.page.url()? != before)
        })?;
        if scene.page.url()?.contains("visit=") {
            break;
        }
        scene.page.until("the focus on a mark", || {
            Ok(scene.page.focused()?.role()? == "button")
        })?;
    }
    scene.hash_holds("visit=", true)?;
    scene.page.press(keys::ESCAPE)?;
    scene.hash_holds("win=", false)?;
    ensure!(
        marks(scene)?.len() != wide,
        "Escape does not return to the opening window"
    );
    scene.console_is_silent()
}

/// The names of all marks.
fn marks(scene: &Scene<'_>) -> anyhow::Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('.mark')].map(it => it.getAttribute('aria-label'))";
    let names = scene.page.session.script(script, &json!([]))?;
    let names = names.as_array().context("no marks")?;
    Ok(names
        .iter()
        .filter_map(|name| Some(name.as_str()?.to_owned()))
        .collect())
}

/// How many visits a name counts: "3 visits, …".
fn number(name: &str) -> Option<usize> {
    let (number, rest) = name.split_once(' ')?;
    let counted = rest == "visits" || rest == "visit" || rest.starts_with("visits,");
    number.replace(',', "").parse().ok().filter(|_| counted)
}

/// Focuses the timeline's tab stop.
fn focus_first(scene: &Scene<'_>) -> anyhow::Result<()> {
    one(scene, ".mark[tabindex='0']")?
        .script("arguments[0].focus()")
        .map(drop)?;
    scene.page.press(keys::HOME)
}

/// Goes right and down until a cluster has the focus, or to the last mark.
fn to_a_cluster(scene: &Scene<'_>) -> anyhow::Result<()> {
    for _ in 0..60 {
        let focused = scene.page.focused()?;
        if number(&focused.name()?).is_some() {
            return Ok(());
        }
        scene.page.press(keys::RIGHT)?;
        if scene.page.focused()?.is(&focused) {
            scene.page.press(keys::DOWN)?;
            if scene.page.focused()?.is(&focused) {
                return Ok(());
            }
            scene.page.press(keys::HOME)?;
        }
    }
    Ok(())
}
