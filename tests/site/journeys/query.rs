//! What a query becomes: corrected, completed, taken apart, explained; and the ways back.

use anyhow::{Context, ensure};
use serde_json::json;

use crate::Journey;
use crate::rules::check;
use crate::scene::{Scene, keys, same};

pub const JOURNEYS: &[Journey] = &[
    (
        "a slip of the pen is corrected aloud, and Back and links keep an exact search",
        corrected,
    ),
    (
        "words without a common article are counted, and those with either are shown",
        fewer,
    ),
    (
        "suggestions come while one types and take nothing that keys did not go to",
        suggestions,
    ),
    (
        "search help is reached by keys, and its examples search",
        help,
    ),
    ("each part of a query has a chip that takes it out", chips),
    (
        "words have colours, matches ticks, and nothing moves for them",
        colours,
    ),
    (
        "a pasted book is answered and leaves a short address",
        pasted,
    ),
];

/// Waits until the first note says this.
fn note_is(scene: &Scene<'_>, told: &str) -> anyhow::Result<()> {
    scene.page.until(told, || {
        let notes = scene.page.select(".notes .note")?;
        match notes.first() {
            Some(note) => Ok(note.text()?.starts_with(told)),
            None => Ok(false),
        }
    })
}

fn corrected(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.visit_voyages("#/")?;
    scene.search_box()?.type_text("prime norwegain")?;
    note_is(scene, "No “prime norwegain”. Showing prime Norwegian.")?;
    scene.status_is("2 articles, 3 visits")?;
    check(scene, "corrected words")?;
    scene.picture("corrected")?;
    let exactly = "Search exactly for “prime norwegain”";
    scene.page.find("button", exactly)?.click()?;
    scene.hash_holds("exact=1&q=prime+norwegain", true)?;
    scene.status_is("0 articles, 0 visits")?;
    scene.page.back()?;
    scene.hash_holds("exact", false)?;
    scene.status_is("2 articles, 3 visits")?;
    scene.page.open("about:blank")?;
    scene.open(&server, "#/?exact=1&q=prime+norwegain")?;
    scene.status_is("0 articles, 0 visits")?;
    let similar = scene.page.find("button", "Search for similar words too")?;
    similar.click()?;
    scene.status_is("2 articles, 3 visits")?;
    scene.console_is_silent()
}

fn fewer(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/?q=cork+fjords")?;
    note_is(
        scene,
        "No article has all of these words: cork, fjords. “cork” is in 1, “fjords” in 1. Showing articles with either.",
    )?;
    scene.status_where("of either", |status| status.starts_with("2 articles, "))?;
    check(scene, "most of the words")?;
    scene.picture("fewer")
}

/// The suggestions that are open. (In a window that was resized, WebKit's driver has no focus, by which they are in sight.)
fn suggested(scene: &Scene<'_>) -> anyhow::Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('#suggestions:not([hidden]) [role=option]')]
        .map(one => one.innerText.replace(/\\s+/g, ' ').trim())";
    let found = scene.page.session.script(script, &json!([]))?;
    let found = found.as_array().context("no list")?;
    Ok(found
        .iter()
        .filter_map(|one| Some(one.as_str()?.to_owned()))
        .collect())
}

fn suggests(scene: &Scene<'_>, what: &str, fits: impl Fn(&[String]) -> bool) -> anyhow::Result<()> {
    scene.page.until(what, || Ok(fits(&suggested(scene)?)))
}

fn suggestions(scene: &Scene<'_>) -> anyhow::Result<()> {
    let server = scene.visit_voyages("#/")?;
    let search = scene.search_box()?;
    search.type_text("be")?;
    suggests(scene, "Anna Berg suggested", |all| {
        all.iter().any(|one| one == "Anna Berg Person, 3 articles")
    })?;
    same("the role", &search.role()?, "searchbox")?;
    let at = "return document.activeElement.getAttribute('aria-activedescendant') || ''";
    let at = || scene.page.session.script(at, &json!([]));
    ensure!(at()? == "", "a suggestion is chosen before an arrow");
    check(scene, "suggestions")?;
    scene.picture("suggestions")?;
    // Enter is the reader's own.
    scene.page.press(keys::ENTER)?;
    suggests(scene, "no suggestions", <[String]>::is_empty)?;
    scene.hash_holds("#/?q=be", true)?;
    scene.page.press(keys::DOWN)?;
    scene
        .page
        .until("the first suggestion", || Ok(at()? == "suggestion-0"))?;
    check(scene, "a suggestion that arrows went to")?;
    scene.page.press(keys::ESCAPE)?;
    suggests(scene, "no suggestions", <[String]>::is_empty)?;
    scene.page.press("r")?;
    suggests(scene, "Anna Berg first", |all| {
        all.first().is_some_and(|one| one.starts_with("Anna Berg"))
    })?;
    scene.page.press(keys::DOWN)?;
    scene.page.press(keys::ENTER)?;
    scene.status_is("3 articles, 2 visits")?;
    scene.hash_holds("#/?person=Anna+Berg", true)?;
    ensure!(
        scene.page.focused()?.is(&scene.search_box()?),
        "the focus left the box"
    );
    // Tab leaves the box and takes nothing.
    scene.page.press("pa")?;
    suggests(scene, "suggestions", |all| !all.is_empty())?;
    scene.page.press(keys::TAB)?;
    suggests(scene, "no suggestions", <[String]>::is_empty)?;
    ensure!(
        !scene.page.focused()?.is(&scene.search_box()?),
        "Tab stays in the box"
    );
    scene.hash_holds("q=pa", true)?;
    scene.page.open("about:blank")?;
    scene.page.resize(360, 740)?;
    scene.open(&server, "#/")?;
    scene.search_box()?.type_text("por")?;
    suggests(scene, "suggestions on a phone", |all| !all.is_empty())?;
    check(scene, "suggestions on a phone")?;
    scene.picture("suggestions-360")?;
    scene.console_is_silent()
}

fn help(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/?q=date:soon+quay")?;
    note_is(scene, "Read as plain words: date:soon is no date.")?;
    scene.search_box()?.click()?;
    let mut stops = 0;
    while scene.page.focused()?.text()? != "Search help" {
        stops += 1;
        ensure!(stops < 6, "no search help within six stops of the box");
        scene.page.press(keys::TAB)?;
    }
    scene.page.press(keys::ENTER)?;
    let dialog = scene.page.find("dialog", "Search help")?;
    check(scene, "search help")?;
    scene.picture("search-help")?;
    let examples = dialog.select("dt button")?;
    ensure!(examples.len() >= 15, "{} examples", examples.len());
    for place in 0..examples.len() {
        let dialog = match scene.page.select("dialog[open]")?.pop() {
            Some(dialog) => dialog,
            None => {
                scene.page.select("[data-opens=help]")?[0].click()?;
                scene.page.find("dialog", "Search help")?
            }
        };
        let example = dialog.select("dt button")?.remove(place);
        let text = example.text()?;
        example.click()?;
        scene.page.until(&format!("{text} in the box"), || {
            Ok(scene.search_box()?.property("value")? == json!(text))
        })?;
        scene.status_where(&format!("of {text}"), |status| {
            !status.starts_with("0 articles")
        })?;
    }
    scene.console_is_silent()
}

fn chips(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server =
        scene.visit_voyages("#/?q=person:%22Anna+Berg%22+-cheese+%22prime+minister%22")?;
    scene.status_is("3 articles, 3 visits")?;
    check(scene, "chips of a query")?;
    scene.picture("query-chips")?;
    scene
        .page
        .find("button", "Remove Person Anna Berg from the search")?
        .click()?;
    scene.hash_holds("q=-cheese+%22prime+minister%22", true)?;
    scene.page.back()?;
    scene.hash_holds("person:", true)?;
    scene
        .page
        .find("button", "Remove Not: cheese from the search")?
        .click()?;
    scene.hash_holds("cheese", false)
}

fn colours(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/?q=norwegian+minister")?;
    scene.page.until("a legend", || {
        Ok(scene.page.select(".legend mark")?.len() == 2)
    })?;
    scene.picture("legend")?;
    // Ticks stand beside a scrollbar.
    scene.page.resize(1440, 420)?;
    scene.first_headline()?.click()?;
    scene.page.find("button", "Next match")?;
    let width =
        "return document.documentElement.scrollWidth + ' ' + document.documentElement.scrollHeight";
    let before = scene.page.session.script(width, &json!([]))?;
    let ticks =
        "return document.querySelector('#ticks-all').getAttribute('d').split('M').length - 1";
    ensure!(
        scene.page.session.script(ticks, &json!([]))?.as_u64() > Some(0),
        "no ticks"
    );
    scene.page.find("button", "Next match")?.click()?;
    scene.page.until("a tick for the current match", || {
        let ticks = "return document.querySelector('#ticks-current').getAttribute('d')";
        Ok(scene
            .page
            .session
            .script(ticks, &json!([]))?
            .as_str()
            .is_some_and(|d| !d.is_empty()))
    })?;
    let after = scene.page.session.script(width, &json!([]))?;
    ensure!(before == after, "the page was {before} and is {after}");
    check(scene, "an article with coloured words")?;
    scene.console_is_silent()?;
    scene.picture("ticks")
}

fn pasted(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/")?;
    scene.search_box()?.type_text("quay")?;
    scene.status_is("2 articles, 1 visit")?;
    let paste = "const box = document.querySelector('#search');
        const start = performance.now();
        box.value = arguments[0].repeat(arguments[1]);
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))));";
    for (text, times) in [
        ("quay ", 200_000),
        ("🙂👩‍👩‍👧", 60_000),
        ("\u{202e}مرحبا \u{2067}שלום ", 40_000),
        ("e\u{301}\u{323}", 250_000),
        ("\"(-OR NEAR/5 ", 80_000),
    ] {
        let took = scene.page.session.script(paste, &json!([text, times]))?;
        // Generous: three browsers share a small machine.
        ensure!(
            took.as_f64().is_some_and(|took| took < 3000.0),
            "{text}: {took} ms"
        );
        ensure!(scene.page.url()?.len() < 8000, "a long address");
    }
    let search = scene.search_box()?;
    search.clear()?;
    search.type_text("quay")?;
    scene.status_is("2 articles, 1 visit")?;
    scene.console_is_silent()
}
