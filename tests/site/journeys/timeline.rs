//! From a mark to the sentence that is its evidence, with the mouse and by keyboard alone.

use anyhow::{Context, bail, ensure};
use dateline_site_tests::Element;

use crate::Journey;
use crate::scene::{Scene, keys, names};

pub const JOURNEYS: &[Journey] = &[
    ("a mark opens the sentence that is its evidence", evidence),
    (
        "the keyboard alone reaches search, marks, filters and articles",
        keyboard,
    ),
];

const STATE_VISIT: &str = "Lee Jae Myung to China (Beijing, Shanghai), state visit";
const EARLIER_VISIT: &str = "Xi Jinping to South Korea, state visit";

fn evidence(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    for (mark, date, quoted, facts) in [
        (
            EARLIER_VISIT,
            "Late October or early November 2025, ",
            "Just over two months ago, during Xi's state visit to the ROK",
            "Late October or early November 2025",
        ),
        (
            STATE_VISIT,
            "5 January 2026, ",
            "who was on a state visit to China",
            "Under way on 5 January 2026",
        ),
    ] {
        let button = find_mark(scene, mark)?;
        let name = button.name()?;
        ensure!(name.ends_with(", 1 article"), "the mark's name is {name:?}");
        ensure!(name.starts_with(date), "the mark's name is {name:?}");
        click_mark(&button)?;
        scene.hash_holds("visit=", true)?;
        let region = evidence_region(scene)?;
        scene.page.until(&format!("the sentence {quoted:?}"), || {
            let text = region.text()?;
            Ok(flat(&text).contains(quoted) && text.contains(facts))
        })?;
    }
    scene.console_is_silent()?;
    scene.picture("evidence")
}

/// The mark whose name holds this.
fn find_mark<'s>(scene: &Scene<'s>, words: &str) -> anyhow::Result<Element<'s>> {
    scene.page.find("region", names::TIMELINE)?;
    scene
        .page
        .find_where("button", words, |name| name.contains(words))
}

/// Clicks a mark itself: the middle of its button may lie between mark and label.
fn click_mark(button: &Element<'_>) -> anyhow::Result<()> {
    let shapes = button.select("rect, circle, polygon")?;
    shapes.first().context("a mark without a shape")?.point_at()
}

/// The region that holds the sentence.
fn evidence_region<'s>(scene: &Scene<'s>) -> anyhow::Result<Element<'s>> {
    let starts = ["The sentence behind this mark", "Latest visit"];
    scene
        .page
        .find_where("region", "with the evidence", |name| {
            starts.iter().any(|start| name.starts_with(start))
        })
}

/// Text with each run of white space as one space, and without the words that stand beneath others.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn keyboard(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit("#/")?;
    tab_to(scene, "link", "To the articles")?;
    tab_to(scene, "searchbox", names::SEARCH)?;
    scene.page.press("Xi")?;
    scene.hash_holds("q=Xi", true)?;
    let mark = tab_until(scene, "a mark", |element| {
        Ok(element.role()? == "button" && element.name()?.contains(" to "))
    })?;
    walk_marks(scene, &mark)?;
    scene.page.press(keys::ENTER)?;
    scene.hash_holds("visit=", true)?;
    let boxed = tab_until(scene, "a filter", |element| {
        Ok(element.role()? == "checkbox")
    })?;
    ensure!(boxed.name()?.contains(", "), "a filter without a count");
    scene.page.press(keys::SPACE)?;
    scene.page.find("list", "Chosen filters")?;
    let headline = scene.first_headline()?.text()?;
    tab_until(scene, "the headline", |element| {
        Ok(element.role()? == "link" && element.text()? == headline)
    })?;
    scene.page.press(keys::ENTER)?;
    scene.hash_holds("#/article/", true)?;
    scene.page.until("the focus on the headline", || {
        Ok(scene.page.focused()?.text()? == headline)
    })
}

/// Arrow keys reach every mark that is drawn, and each is a button with a name.
fn walk_marks(scene: &Scene<'_>, from: &Element<'_>) -> anyhow::Result<()> {
    let region = scene.page.find("region", names::TIMELINE)?;
    let drawn = region.select("[role=button]")?;
    let stops = region.select("[role=button][tabindex='0']")?;
    ensure!(stops.len() == 1, "the marks have {} tab stops", stops.len());
    let mut reached = vec![from.attribute("id")?.context("a mark without an id")?];
    for key in [keys::HOME, keys::UP, keys::UP, keys::UP, keys::UP, keys::UP] {
        scene.page.press(key)?;
    }
    for _ in 0..drawn.len() {
        for key in [keys::RIGHT, keys::DOWN, keys::LEFT] {
            let focused = scene.page.focused()?;
            ensure!(!focused.name()?.is_empty(), "a mark without a name");
            reached.push(focused.attribute("id")?.context("a mark without an id")?);
            scene.page.press(key)?;
        }
    }
    reached.sort();
    reached.dedup();
    ensure!(
        reached.len() >= drawn.len(),
        "{} of {} marks reached",
        reached.len(),
        drawn.len()
    );
    Ok(())
}

fn tab_to(scene: &Scene<'_>, role: &str, name: &str) -> anyhow::Result<()> {
    tab_until(scene, &format!("{role} {name:?}"), |element| {
        Ok(element.name()? == name && element.role()? == role)
    })
    .map(drop)
}

/// Presses Tab until the focus stands where it should.
fn tab_until<'s>(
    scene: &Scene<'s>,
    what: &str,
    fits: impl Fn(&Element<'s>) -> anyhow::Result<bool>,
) -> anyhow::Result<Element<'s>> {
    for _ in 0..60 {
        scene.page.press(keys::TAB)?;
        let element = scene.page.focused()?;
        if fits(&element)? {
            return Ok(element);
        }
    }
    bail!("60 times Tab and no {what}")
}
