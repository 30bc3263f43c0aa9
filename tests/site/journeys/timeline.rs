//! From a mark to the sentence that is its evidence, with the mouse and by keyboard alone.

use anyhow::{Context, bail, ensure};
use dateline_site_tests::Element;
use serde_json::{Value, json};

use crate::Journey;
use crate::scene::{Scene, keys, names};
use crate::voyages::ALL;

pub const JOURNEYS: &[Journey] = &[
    ("a mark opens the sentence that is its evidence", evidence),
    (
        "the keyboard alone reaches search, marks, filters and articles",
        keyboard,
    ),
    (
        "Tab reaches every control of both pages, in sight and without a trap",
        every_control,
    ),
    ("Alt and an arrow on a mark stay the browser's", alt_arrow),
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
        // The box below the timeline shows the record and filters nothing.
        Ok(element.role()? == "checkbox" && !element.name()?.starts_with("Also show"))
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
    // Row by row, each from its first mark to its last: a key that leads no further leaves the focus where it is.
    press_to_the_end(scene, keys::UP, &mut reached)?;
    loop {
        scene.page.press(keys::HOME)?;
        press_to_the_end(scene, keys::RIGHT, &mut reached)?;
        let row = focused_mark(scene)?;
        scene.page.press(keys::DOWN)?;
        if focused_mark(scene)? == row {
            break;
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

/// Presses a key until it leads no further, and notes every mark that it reaches.
fn press_to_the_end(scene: &Scene<'_>, key: &str, reached: &mut Vec<String>) -> anyhow::Result<()> {
    for _ in 0..200 {
        let before = focused_mark(scene)?;
        reached.push(before.clone());
        scene.page.press(key)?;
        if focused_mark(scene)? == before {
            return Ok(());
        }
    }
    bail!("200 keys do not reach the end of a row")
}

/// The id of the mark that has the focus, which must have a name.
fn focused_mark(scene: &Scene<'_>) -> anyhow::Result<String> {
    let focused = scene.page.focused()?;
    ensure!(!focused.name()?.is_empty(), "a mark without a name");
    focused.attribute("id")?.context("a mark without an id")
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

fn every_control(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/")?;
    scene.status_is(ALL)?;
    walk_controls(scene, "the first page")?;
    scene.first_headline()?.click()?;
    scene.hash_holds("#/article/", true)?;
    // Opened anew: after a click of the mouse Firefox draws no ring around what is reached next.
    let address = scene.page.url()?;
    scene.page.open("about:blank")?;
    scene.page.open(&address)?;
    scene.ready()?;
    scene.page.find("button", "Copy link")?;
    walk_controls(scene, "an article")
}

/// Goes to the top, numbers all that Tab should reach from there, and says what that is. Of the marks and of radio buttons, one.
const NUMBER: &str = "const top = document.createElement('p'); top.tabIndex = -1; \
    document.body.prepend(top); top.focus(); scrollTo(0, 0); \
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')] \
        .filter(it => it.tabIndex >= 0 && !it.disabled && it.checkVisibility({ visibilityProperty: true })); \
    all.forEach((it, number) => it.dataset.stop = number); \
    return all.map(it => it.id + ' ' + it.tagName + ' ' + (it.getAttribute('aria-label') || it.textContent).slice(0, 40));";

/// Which of them has the focus, -1 for none, and what is wrong with how that looks: it must look other than without.
const STOP: &str = "const it = document.activeElement; \
    if (!it || it === document.body || it === document.documentElement) return [-1, '']; \
    const looks = () => [it, ...it.querySelectorAll('*')].map(part => { \
        const style = getComputedStyle(part); \
        return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor, style.stroke, \
            style.strokeWidth, style.backgroundColor].join(); }).join(';'); \
    const box = it.getBoundingClientRect(); \
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth; \
    const focused = looks(); it.blur(); const plain = looks(); it.focus({ focusVisible: true, preventScroll: true }); \
    return [Number(it.dataset.stop ?? -2), (focused === plain ? 'not to be seen ' : '') + (inside ? '' : 'out of sight')];";

/// Tab from the top of the page to its end: every control once and in order, each visible with its focus.
fn walk_controls(scene: &Scene<'_>, page: &str) -> anyhow::Result<()> {
    let session = scene.page.session;
    // The first key brings controls that come later.
    scene.page.press(keys::TAB)?;
    scene.page.until("what comes later", || {
        let searches =
            "return !!document.querySelector('main[class=reader], [aria-controls=suggestions]')";
        Ok(session.script(searches, &json!([]))? == Value::Bool(true))
    })?;
    let controls = session.script(NUMBER, &json!([]))?;
    let controls = controls.as_array().context("no controls")?;
    let mut reached = Vec::new();
    for _ in 0..=controls.len() {
        scene.page.press(keys::TAB)?;
        let stop = session.script(STOP, &json!([]))?;
        let number = stop[0].as_i64().context("no number")?;
        if number == -1 || reached.contains(&number) {
            break;
        }
        let name = usize::try_from(number)
            .ok()
            .and_then(|number| controls.get(number));
        // A browser may scroll a little later than it moves the focus.
        scene
            .page
            .until(&format!("{page}: {name:?} in sight with its focus"), || {
                let wrong = session.script(STOP, &json!([]))?;
                ensure!(wrong[1] == "", "it is {}", wrong[1]);
                Ok(true)
            })?;
        reached.push(number);
    }
    let every: Vec<i64> = (0..).take(controls.len()).collect();
    let missed: Vec<&Value> = every
        .iter()
        .zip(controls)
        .filter(|(number, _)| !reached.contains(number))
        .map(|(_, control)| control)
        .collect();
    ensure!(missed.is_empty(), "{page}: Tab never reaches {missed:?}");
    ensure!(
        reached == every,
        "{page}: Tab goes in the order {reached:?}"
    );
    Ok(())
}

/// Going back by keyboard must work wherever the focus is.
fn alt_arrow(scene: &Scene<'_>) -> anyhow::Result<()> {
    let _server = scene.visit_voyages("#/?q=fjords")?;
    // Something to go back to within the page, for browsers that obey.
    scene.search_box()?.type_text(" ")?;
    tab_until(scene, "a mark", |element| {
        Ok(element.role()? == "button" && element.name()?.contains(" to "))
    })?;
    let session = scene.page.session;
    let listen = "window.kept = []; addEventListener('keydown', \
        event => { if (event.key.startsWith('Arrow')) kept.push(event.defaultPrevented); });";
    session.script(listen, &json!([]))?;
    scene.page.press(keys::RIGHT)?;
    scene.page.press_with(keys::ALT, keys::LEFT)?;
    let kept = session.script("return window.kept", &json!([]))?;
    ensure!(kept[0] == true, "an arrow alone scrolls: {kept}");
    ensure!(kept[1] == false, "Alt and an arrow are swallowed: {kept}");
    Ok(())
}
