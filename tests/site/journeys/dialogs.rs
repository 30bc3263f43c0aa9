//! Saving, sharing and embedding what is shown; the filters' sheet and the folded timeline.

use anyhow::{Context, ensure};
use dateline_site_tests::{Element, Engine, Server, Site};
use serde_json::{Value, json};

use crate::Journey;
use crate::hosting::{ensure_no_overflow, enter_frame, host_page};
use crate::rules::check;
use crate::scene::{Scene, keys};
use crate::voyages;

pub const JOURNEYS: &[Journey] = &[
    (
        "keys alone open a dialog, choose in it and come back",
        by_keys,
    ),
    (
        "what is shown is saved as a file that says where it is from",
        saved,
    ),
    (
        "the line for another page shows the same view there",
        embedded,
    ),
    (
        "a page in a narrow frame has no menu but a line that says where it is from",
        framed,
    ),
    (
        "in a sandbox without an origin files are copied instead",
        sandboxed,
    ),
    (
        "the filters of a narrow page have a sheet that counts",
        sheet,
    ),
    (
        "the timeline folds into one line when it is out of sight",
        strip,
    ),
    (
        "words without a common article are counted and searched for apart",
        no_result,
    ),
];

/// The dialog with this heading, once it is open.
fn dialog<'s>(scene: &Scene<'s>, heading: &str) -> anyhow::Result<Element<'s>> {
    scene.page.find("dialog", heading)
}

/// Waits until no dialog is open.
fn closed(scene: &Scene<'_>) -> anyhow::Result<()> {
    scene
        .page
        .until("no dialog", || Ok(scene.page.select("dialog")?.is_empty()))
}

/// The text of what has the focus.
fn focused(scene: &Scene<'_>) -> anyhow::Result<String> {
    let script = "return document.activeElement.textContent.trim()";
    let text = scene.page.session.script(script, &json!([]))?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

fn by_keys(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    for (name, heading) in [
        ("Export", "Download what is shown"),
        ("Share or embed", "Share or embed"),
    ] {
        let button = scene.page.find("button", name)?;
        button.script("arguments[0].focus()")?;
        scene.page.press(keys::ENTER)?;
        dialog(scene, heading)?;
        check(scene, heading)?;
        scene.picture(&format!("dialog-{}", name.to_lowercase().replace(' ', "-")))?;
        let inside = "return document.querySelector('dialog').contains(document.activeElement)";
        for _ in 0..4 {
            scene.page.press(keys::TAB)?;
        }
        let inside = scene.page.session.script(inside, &json!([]))?;
        // A browser may let the focus go to its own bars in between, never to the page behind.
        let body = scene.page.session.script(
            "return document.activeElement === document.body",
            &json!([]),
        )?;
        ensure!(
            inside == Value::Bool(true) || body == Value::Bool(true),
            "the focus left the dialog"
        );
        scene.page.press(keys::ESCAPE)?;
        closed(scene)?;
        scene.page.until("the focus back on its button", || {
            Ok(focused(scene)? == name)
        })?;
    }
    scene.console_is_silent()
}

/// Keeps what a page gives to be saved: the names of the files and their text.
const WATCH: &str = "window.saved = []; const make = URL.createObjectURL; \
    URL.createObjectURL = blob => { blob.text().then(text => saved.push(text)); return make.call(URL, blob); }; \
    HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };";

fn saved(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/?place=Beijing")?;
    scene.page.session.script(WATCH, &json!([]))?;
    scene.page.find("button", "Export")?.click()?;
    let visits = |name: &str| name.starts_with("1 visit");
    scene.page.find_where("radio", "1 visit", visits)?.click()?;
    let mut files = Vec::new();
    for format in ["Table (CSV)", "For programs (JSON)", "Calendar (ICS)"] {
        scene.page.find("radio", format)?.click()?;
        scene.page.find("button", "Download")?.click()?;
        files.push(scene.page.wait("a file", || {
            let saved = scene
                .page
                .session
                .script("return window.saved.pop()", &json!([]))?;
            Ok(saved.as_str().map(str::to_owned))
        })?);
    }
    let name = scene
        .page
        .session
        .script("return window.savedAs", &json!([]))?;
    ensure!(
        name.as_str()
            .is_some_and(|name| name.ends_with("-visits.ics")),
        "{name}"
    );
    let [csv, document, calendar] = files.as_slice() else {
        anyhow::bail!("{} files", files.len());
    };
    ensure!(
        csv.starts_with("id,") || csv.starts_with("\u{feff}id,"),
        "{csv}"
    );
    let address = "#/?place=Beijing";
    ensure!(
        csv.contains(address) && csv.contains(",aspect,precision,"),
        "{csv}"
    );
    let document: Value = serde_json::from_str(document)?;
    ensure!(
        document["address"]
            .as_str()
            .is_some_and(|it| it.ends_with(address)),
        "{document}"
    );
    ensure!(
        document["visits"].as_array().map(Vec::len) == Some(2),
        "{document}"
    );
    ensure!(
        document["exported"].as_str().map(str::len) == Some(10),
        "{document}"
    );
    ensure!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
    scene.console_is_silent()
}

fn embedded(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/?q=cork")?;
    scene.page.find("button", "Share or embed")?.click()?;
    // The menu behind the dialog has one of this name too.
    let dark = dialog(scene, "Share or embed")?.first("radio", |name| name == "Dark")?;
    dark.context("no radio button")?.click()?;
    let fields = scene.page.select("#share-embed")?;
    let field = fields.first().context("no line")?;
    ensure!(
        field.name()? == "Line for your own page",
        "the line has no name"
    );
    scene.page.until("the line in dark", || {
        Ok(field
            .property("value")?
            .as_str()
            .is_some_and(|line| line.contains("theme=dark")))
    })?;
    let line = field.property("value")?;
    let line = line.as_str().context("no line")?;
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title><link rel=\"icon\" href=\"data:,\">{line}</html>"
    );
    let host = Server::start(Site::default().with_page("/host.html", html))?;
    enter_frame(scene, &host)?;
    scene.status_is("1 article, 1 visit")?;
    let theme = scene
        .page
        .session
        .script("return document.documentElement.dataset.theme", &json!([]))?;
    ensure!(theme == "dark", "the theme is {theme}");
    ensure!(
        scene.page.select("nav, .theme")?.is_empty(),
        "a menu is embedded"
    );
    let source = scene.page.find_where("link", "to the whole page", |name| {
        name == "Voyages of four governments"
    })?;
    let to = source.attribute("href")?.unwrap_or_default();
    ensure!(
        to.ends_with("#/?q=cork") && source.attribute("target")?.as_deref() == Some("_blank"),
        "{to}"
    );
    check(scene, "embedded")?;
    scene.first_headline()?.click()?;
    scene.page.until("an article that is still embedded", || {
        let hash = scene
            .page
            .session
            .script("return location.hash", &json!([]))?;
        let hash = hash.as_str().unwrap_or_default();
        Ok(hash.starts_with("#/article/")
            && hash.contains("embed=1")
            && hash.contains("theme=dark"))
    })?;
    scene.page.leave_frames()?;
    scene.picture("embedded-dark")
}

fn framed(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.serve()?;
    for width in [280, 360, 640] {
        let host = host_page(&server.url(), &format!("width=\"{width}\" height=\"640\""))?;
        enter_frame(scene, &host)?;
        ensure!(
            scene.page.select("nav, .theme")?.is_empty(),
            "a menu at {width}"
        );
        ensure!(
            scene.page.select(".source-line")?.len() == 1,
            "no source at {width}"
        );
        ensure_no_overflow(scene)?;
        scene.page.leave_frames()?;
        scene.picture(&format!("framed-{width}"))?;
    }
    let host = host_page(&server.url(), "width=\"700\" height=\"640\"")?;
    enter_frame(scene, &host)?;
    ensure!(scene.page.select("nav")?.len() == 1, "no menu at 700");
    scene.page.leave_frames()
}

/// Keeps what is thrown from now on.
const LISTEN: &str = "window.thrown = []; \
    addEventListener('error', event => thrown.push(String(event.message))); \
    addEventListener('unhandledrejection', event => thrown.push(String(event.reason))); \
    document.execCommand = () => false; \
    const refused = () => Promise.reject(new DOMException('refused', 'NotAllowedError')); \
    if (navigator.clipboard) Object.defineProperty(navigator.clipboard, 'writeText', { value: refused });";

fn sandboxed(scene: &Scene<'_>) -> anyhow::Result<()> {
    if scene.engine == Engine::WebKit {
        // The app does not start there: see the journey of the sandboxed frame.
        return Ok(());
    }
    let server = Server::start(Site::folder(scene.dist).for_all())?;
    let attributes = "width=\"900\" height=\"640\" sandbox=\"allow-scripts\"";
    let host = host_page(
        &format!("{}#/?embed=1&theme=dark", server.url()),
        attributes,
    )?;
    enter_frame(scene, &host)?;
    let session = scene.page.session;
    session.script(LISTEN, &json!([]))?;
    scene.page.find("button", "Export")?.click()?;
    let text = dialog(scene, "Download what is shown")?.text()?;
    ensure!(
        text.contains("This page may not save files here."),
        "{text}"
    );
    scene
        .page
        .find("button", "Copy the text instead")?
        .click()?;
    scene.page.until("the text for copying by hand", || {
        let areas = scene.page.select("dialog textarea")?;
        let value = areas.first().context("no text")?.property("value")?;
        Ok(value
            .as_str()
            .is_some_and(|value| value.starts_with("id,headline,")))
    })?;
    scene.page.find("button", "Close")?.click()?;
    closed(scene)?;
    scene.page.find("button", "Share or embed")?.click()?;
    let copies = dialog(scene, "Share or embed")?.all("button")?;
    copies.get(1).context("no button")?.click()?;
    scene.status_is("Select and copy this text.")?;
    let thrown = session.script("return window.thrown", &json!([]))?;
    ensure!(thrown == json!([]), "thrown was {thrown}");
    scene.page.leave_frames()
}

fn sheet(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = Server::start(voyages::site(scene.dist)?)?;
    let host = host_page(&server.url(), "width=\"360\" height=\"740\"")?;
    enter_frame(scene, &host)?;
    scene.page.find("button", "Filters")?.click()?;
    dialog(scene, "Filters")?;
    let beijing = |name: &str| name.starts_with("Beijing, ");
    scene
        .page
        .find_where("checkbox", "Beijing, …", beijing)?
        .click()?;
    scene.page.find("button", "Show 2 articles")?;
    check(scene, "sheet")?;
    ensure_no_overflow(scene)?;
    scene.page.leave_frames()?;
    scene.picture("sheet-360")?;
    let frames = scene.page.select("iframe")?;
    scene.page.enter(frames.first().context("no iframe")?)?;
    scene.page.find("button", "Show 2 articles")?.click()?;
    closed(scene)?;
    scene.status_is("2 articles, 1 visit")?;
    scene.page.until("the focus back on its button", || {
        Ok(focused(scene)? == "Filters")
    })?;
    scene.page.find("button", "Filters")?.click()?;
    dialog(scene, "Filters")?;
    scene.page.press(keys::ESCAPE)?;
    closed(scene)
}

fn strip(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    scene.first_headline()?;
    ensure!(
        scene.page.select(".pinned")?.is_empty(),
        "folded at the top"
    );
    let height = "return document.documentElement.scrollHeight";
    let before = scene.page.session.script(height, &json!([]))?;
    scene
        .page
        .session
        .script("window.scrollTo(0, 2000)", &json!([]))?;
    let back = |name: &str| name.ends_with("back to the timeline");
    let button = scene
        .page
        .find_where("button", "back to the timeline", back)?;
    check(scene, "folded timeline")?;
    scene.picture("pinned")?;
    let after = scene.page.session.script(height, &json!([]))?;
    ensure!(before == after, "the page moved from {before} to {after}");
    ensure!(button.property("tabIndex")? == json!(-1), "one more stop");
    button.click()?;
    scene.page.until("the timeline in sight", || {
        Ok(scene.page.select(".pinned")?.is_empty())
    })?;
    let mark = "return document.activeElement.getAttribute('role')";
    ensure!(
        scene.page.session.script(mark, &json!([]))? == "button",
        "the focus is not on a mark"
    );
    scene.console_is_silent()
}

fn no_result(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/?exact=1&q=cork+fjords")?;
    let told = "No article has all of these words: cork, fjords. “cork” is in 1, “fjords” in 1.";
    scene.page.until(told, || {
        let parts = scene.page.select(".no-result p")?;
        Ok(parts.first().context("nothing told")?.text()? == told)
    })?;
    check(scene, "nothing found")?;
    scene.picture("no-result")?;
    scene.page.find("button", "Search for either")?.click()?;
    scene.status_where("of either", |status| status.starts_with("2 articles, "))
}
