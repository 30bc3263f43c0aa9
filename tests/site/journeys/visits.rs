//! The visits as a table and from top to bottom, the page about the collection, and links to passages.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::Journey;
use crate::scene::{Scene, keys, same};

pub const JOURNEYS: &[Journey] = &[
    (
        "the visits stand in a table that its headings sort, by keys alone",
        table,
    ),
    (
        "on a narrow page the visits stand below one another with their sentences",
        vertical,
    ),
    (
        "About says what the collection is and what was corrected in its record",
        about,
    ),
    (
        "a link leads to a passage, and says so when it has changed",
        passage,
    ),
    (
        "a selected passage can be copied, and so can the open sentence",
        copying,
    ),
];

fn table(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    let (_, visits) = scene.built_counts()?;
    scene.page.find("link", "Visits")?.click()?;
    let heading = scene.page.find("heading", &format!("{visits} visits"))?;
    ensure!(
        scene.page.focused()?.is(&heading),
        "the heading does not have the focus"
    );
    scene.page.find("table", "Visits")?;
    let rows = scene.page.select("tbody tr")?;
    ensure!(rows.len() as u64 == visits, "{} rows", rows.len());
    scene.picture("visits")?;
    // The first stop behind the heading is the first column's, the second the next one's.
    scene.page.press(keys::TAB)?;
    scene.page.press(keys::TAB)?;
    same("the name", &scene.page.focused()?.name()?, "Who")?;
    scene.page.press(keys::ENTER)?;
    scene.hash_holds("by=who", true)?;
    let sorted = scene.page.select("th[aria-sort=ascending]")?;
    ensure!(sorted.len() == 1, "{} columns are sorted", sorted.len());
    same("the name", &scene.page.focused()?.name()?, "Who")?;
    let mut people = Vec::new();
    for cell in scene.page.select("tbody td:nth-child(2)")? {
        people.push(cell.text()?);
    }
    ensure!(people.is_sorted(), "{people:?}");
    scene.search_box()?.type_text("silver economy")?;
    scene.page.find("heading", "2 visits")?;
    scene
        .page
        .find_where("link", "to a visit", |name| {
            name.contains("Lee Jae Myung → China")
        })?
        .click()?;
    scene.page.find("heading", "Lee Jae Myung → China")?;
    scene.page.back()?;
    scene.page.find("heading", "2 visits")?;
    scene.console_is_silent()
}

fn vertical(scene: &Scene<'_>) -> anyhow::Result<()> {
    scene.page.resize(500, 900)?;
    let _server = scene.visit("#/visits")?;
    scene.page.find("heading", "2026")?;
    let shown = scene.page.select("table")?;
    let table = shown.first().context("no table")?;
    let hidden = table.script("return getComputedStyle(arguments[0]).display === 'none'")?;
    ensure!(hidden == Value::Bool(true), "the table is shown too");
    let sentences = scene.page.select(".stop-sentence")?;
    let first = sentences.first().context("no sentence")?.text()?;
    ensure!(first.starts_with("“On Jan. 5"), "{first}");
    let orders = scene.page.select(".visit-order select")?;
    ensure!(orders.len() == 1, "no order can be chosen");
    scene.picture("visits-narrow")
}

fn about(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.visit("#/")?;
    scene.page.find("link", "How visits are found")?.click()?;
    scene.page.find("heading", "About")?;
    scene.page.find("region", "What counts as a visit")?;
    let current = scene.page.select("nav [aria-current=page]")?;
    same(
        "what is open",
        &current.first().context("none")?.text()?,
        "About",
    )?;
    let fetched = || server.asked().iter().any(|path| path.contains("/record-"));
    ensure!(!fetched(), "the record came before anybody asked");
    scene
        .page
        .find("button", "Show what was corrected in it")?
        .click()?;
    scene
        .page
        .find_where("heading", "over what was left out", |name| {
            name.starts_with("Left out, ")
        })?;
    ensure!(fetched(), "the record was not fetched");
    scene.hash_holds("record=1", false)?;
    scene.picture("about")?;
    scene.console_is_silent()
}

/// The article that every site brings along.
const ARTICLE: &str = "#/article/000_173b04a3eeb41b64";

fn passage(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.visit("#/")?;
    let opened = |at: &str| {
        let script = "location.hash = arguments[0]; return true";
        let hash = format!("{ARTICLE}?at={at}");
        scene.page.session.script(script, &json!([hash]))
    };
    opened("just+over+two+months+ago,guiding+the+reaffirmation")?;
    in_sight(scene, "Just over two months ago")?;
    opened("nothing+like+this,was+ever+written")?;
    scene.status_where("that it has changed", |status| {
        status.starts_with("The passage this link points to has changed.")
    })?;
    // A link that is opened first finds its passage, too.
    scene.page.open("about:blank")?;
    scene.open(
        &server,
        &format!("{ARTICLE}?at=the+current+positive+momentum,wider+world"),
    )?;
    in_sight(scene, "The current positive momentum")?;
    scene.console_is_silent()
}

/// Waits until a passage that begins so is marked, in the window, and has the focus.
fn in_sight(scene: &Scene<'_>, begins: &str) -> anyhow::Result<()> {
    let state = "const it = document.getElementById('passage'); if (!it) return ''; \
        const box = it.getBoundingClientRect(); \
        return box.top >= 0 && box.bottom <= innerHeight && document.activeElement === it \
            ? [...document.querySelectorAll('.passage')].map(part => part.textContent).join('') : ''";
    scene
        .page
        .until(&format!("the passage {begins:?} in sight"), || {
            let shown = scene.page.session.script(state, &json!([]))?;
            Ok(shown.as_str().is_some_and(|text| text.starts_with(begins)))
        })
}

fn copying(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.visit("#/")?;
    // The page may ask both ways of copying and is refused, so that what would be copied can be read.
    let refuse = "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false; \
        return true";
    scene.page.session.script(refuse, &json!([]))?;
    scene.page.find("button", "Copy quotation")?.click()?;
    let text = offered(scene)?;
    ensure!(text.starts_with("“On Jan. 5, Chinese President"), "{text}");
    ensure!(
        text.contains("Commentary. The file names no author and no source."),
        "{text}"
    );
    let link = text.lines().last().context("no link")?.to_owned();
    ensure!(
        link.starts_with(&server.url()) && link.contains("?at=on+jan+5"),
        "{link}"
    );
    scene.page.find("link", "Open article")?.click()?;
    scene.page.find("region", "Visits in this article")?;
    scene.page.find("button", "Copy quotation")?.click()?;
    scene.status_where("that nothing is selected", |status| {
        status == "First select a passage of the article."
    })?;
    let select = "getSelection().selectAllChildren(document.querySelector('.article-text p:nth-child(3)')); return true";
    scene.page.session.script(select, &json!([]))?;
    scene
        .page
        .find("button", "Copy link to this passage")?
        .click()?;
    let text = offered(scene)?;
    ensure!(
        text.contains("at=across+the+region-,china+and+the+rok+are,"),
        "{text}"
    );
    // The link of the sentence works.
    let hash = link.split_once('#').context("no hash")?.1.to_owned();
    scene.page.open("about:blank")?;
    scene.open(&server, &format!("#{hash}"))?;
    in_sight(scene, "On Jan. 5")
}

/// The text that is offered for copying by hand.
fn offered(scene: &Scene<'_>) -> anyhow::Result<String> {
    scene.page.wait("a text to copy by hand", || {
        let areas = scene.page.select(".copy-by-hand textarea")?;
        let Some(area) = areas.first() else {
            return Ok(None);
        };
        Ok(area.property("value")?.as_str().map(str::to_owned))
    })
}
