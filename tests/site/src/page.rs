//! A page as assistive technology sees it: things are found by role and name.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::element::{elements, named, of_role, selector, text};
use crate::session::ELEMENT_KEY;
use crate::{Element, Session};

/// How often a condition is looked at while waiting for it.
const POLL: Duration = Duration::from_millis(40);
/// How long a condition is waited for.
const PATIENCE: Duration = Duration::from_secs(15);

/// What is open in the browser.
#[derive(Debug)]
pub struct Page<'s> {
    /// The session that shows it.
    pub session: &'s Session,
}

impl<'s> Page<'s> {
    /// The page of a session.
    pub fn of(session: &'s Session) -> Self {
        Self { session }
    }

    /// Opens an address.
    pub fn open(&self, url: &str) -> anyhow::Result<()> {
        self.session.post("/url", &json!({ "url": url })).map(drop)
    }

    /// The address that is open now.
    pub fn url(&self) -> anyhow::Result<String> {
        text(&self.session.get("/url")?)
    }

    /// Makes the window this large, in CSS pixels, as far as the engine allows.
    pub fn resize(&self, width: u32, height: u32) -> anyhow::Result<()> {
        let size = json!({ "width": width, "height": height });
        self.session.post("/window/rect", &size).map(drop)
    }

    /// Goes back one page.
    pub fn back(&self) -> anyhow::Result<()> {
        self.session.post("/back", &json!({})).map(drop)
    }

    /// All elements that a selector matches.
    pub fn select(&self, css: &str) -> anyhow::Result<Vec<Element<'s>>> {
        let query = json!({ "using": "css selector", "value": css });
        elements(self.session, &self.session.post("/elements", &query)?)
    }

    /// All elements of a role, in the order of the page.
    pub fn all(&self, role: &str) -> anyhow::Result<Vec<Element<'s>>> {
        of_role(self.select(&selector(role))?, role)
    }

    /// The first element of a role with exactly this name, once it is there.
    pub fn find(&self, role: &str, name: &str) -> anyhow::Result<Element<'s>> {
        self.find_where(role, name, |found| found == name)
    }

    /// The first element of a role whose name satisfies a condition, once it is there.
    pub fn find_where(
        &self,
        role: &str,
        what: &str,
        fits: impl Fn(&str) -> bool,
    ) -> anyhow::Result<Element<'s>> {
        let found = self.wait(&format!("{role} \"{what}\""), || {
            named(self.select(&selector(role))?, role, &fits)
        });
        found.with_context(|| format!("of these: {}", self.told(role)))
    }

    /// What the browser says of all elements that may have a role: each one's role and name, or why it has none.
    fn told(&self, role: &str) -> String {
        let told = |element: &Element| match (element.role(), element.name()) {
            (Ok(role), Ok(name)) => format!("{role} {name:?}"),
            (Err(error), _) | (_, Err(error)) => format!("({error:#})"),
        };
        match self.select(&selector(role)) {
            Ok(all) => all.iter().map(told).collect::<Vec<_>>().join(", "),
            Err(error) => format!("({error:#})"),
        }
    }

    /// Waits until a condition gives something. What it finds wrong meanwhile counts as "not yet".
    pub fn wait<T>(
        &self,
        what: &str,
        condition: impl Fn() -> anyhow::Result<Option<T>>,
    ) -> anyhow::Result<T> {
        let mut last = None;
        let deadline = Instant::now() + PATIENCE;
        while !self.session.is_late() && Instant::now() < deadline {
            match condition() {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => last = None,
                Err(error) => last = Some(error),
            }
            thread::sleep(POLL);
        }
        match last {
            Some(error) => Err(error.context(format!("waited in vain for {what}"))),
            None => bail!("waited in vain for {what}"),
        }
    }

    /// Waits until a statement holds.
    pub fn until(
        &self,
        what: &str,
        holds: impl Fn() -> anyhow::Result<bool>,
    ) -> anyhow::Result<()> {
        self.wait(what, || Ok(holds()?.then_some(())))
    }

    /// What has the focus.
    pub fn focused(&self) -> anyhow::Result<Element<'s>> {
        Element::from(self.session, &self.session.get("/element/active")?)
    }

    /// Presses and releases keys one after another, wherever the focus is. Special keys are those of WebDriver, such as
    /// `'\u{E004}'` for Tab.
    pub fn press(&self, keys: &str) -> anyhow::Result<()> {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })))
            .collect();
        let source = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        let body = json!({ "actions": [source] });
        self.session.post("/actions", &body).map(drop)
    }

    /// Presses a key while another is held down.
    pub fn press_with(&self, held: &str, key: &str) -> anyhow::Result<()> {
        let stroke = |kind: &str, value: &str| json!({ "type": kind, "value": value });
        let strokes = [
            stroke("keyDown", held),
            stroke("keyDown", key),
            stroke("keyUp", key),
            stroke("keyUp", held),
        ];
        let source = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        let body = json!({ "actions": [source] });
        self.session.post("/actions", &body).map(drop)
    }

    /// Goes on inside a frame.
    pub fn enter(&self, frame: &Element<'_>) -> anyhow::Result<()> {
        let body = json!({ "id": { ELEMENT_KEY: frame.id } });
        self.session.post("/frame", &body).map(drop)
    }

    /// Goes back to the whole page.
    pub fn leave_frames(&self) -> anyhow::Result<()> {
        self.session
            .post("/frame", &json!({ "id": null }))
            .map(drop)
    }

    /// Saves what is visible as a PNG.
    pub fn screenshot(&self, file: &Path) -> anyhow::Result<()> {
        save_png(&self.session.get("/screenshot")?, file)
    }

    /// The whole document as the browser has it now.
    pub fn source(&self) -> anyhow::Result<String> {
        text(&self.session.get("/source")?)
    }
}

/// Saves a picture that a driver gave as base64.
fn save_png(picture: &Value, file: &Path) -> anyhow::Result<()> {
    let bytes = STANDARD.decode(picture.as_str().context("no picture")?)?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, bytes).with_context(|| format!("{}", file.display()))
}
