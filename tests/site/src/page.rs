//! A page as assistive technology sees it: things are found by role and name.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::Session;
use crate::session::ELEMENT_KEY;

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

/// Something on the page.
#[derive(Clone, Debug)]
pub struct Element<'s> {
    session: &'s Session,
    id: String,
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
        self.wait(&format!("{role} \"{what}\""), || {
            named(self.select(&selector(role))?, role, &fits)
        })
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

impl<'s> Element<'s> {
    pub(crate) fn from(session: &'s Session, reference: &Value) -> anyhow::Result<Self> {
        let id = reference
            .get(ELEMENT_KEY)
            .and_then(Value::as_str)
            .context("no element")?;
        Ok(Self {
            session,
            id: id.to_owned(),
        })
    }

    fn get(&self, what: &str) -> anyhow::Result<Value> {
        self.session.get(&format!("/element/{}/{what}", self.id))
    }

    fn post(&self, what: &str, body: &Value) -> anyhow::Result<()> {
        let path = format!("/element/{}/{what}", self.id);
        self.session.post(&path, body).map(drop)
    }

    /// The role that the browser tells assistive technology.
    pub fn role(&self) -> anyhow::Result<String> {
        text(&self.get("computedrole")?)
    }

    /// The name that the browser tells assistive technology.
    pub fn name(&self) -> anyhow::Result<String> {
        text(&self.get("computedlabel")?)
    }

    /// The text as it is shown.
    pub fn text(&self) -> anyhow::Result<String> {
        text(&self.get("text")?)
    }

    /// An attribute as it is written.
    pub fn attribute(&self, name: &str) -> anyhow::Result<Option<String>> {
        let value = self.get(&format!("attribute/{name}"))?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// A property of the node, like `value` or `checked`.
    pub fn property(&self, name: &str) -> anyhow::Result<Value> {
        self.get(&format!("property/{name}"))
    }

    /// Clicks in its middle.
    pub fn click(&self) -> anyhow::Result<()> {
        self.post("click", &json!({}))
    }

    /// Presses the mouse in its middle, whatever lies on top of it there, as a hand would.
    pub fn point_at(&self) -> anyhow::Result<()> {
        let strokes = json!([
            { "type": "pointerMove", "x": 0, "y": 0, "origin": { ELEMENT_KEY: self.id } },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]);
        let source = json!({ "type": "pointer", "id": "mouse", "actions": strokes });
        let body = json!({ "actions": [source] });
        self.session.post("/actions", &body).map(drop)
    }

    /// Clicks into it and types, key by key. (WebKit's driver refuses to send keys to an element inside an iframe.)
    pub fn type_text(&self, keys: &str) -> anyhow::Result<()> {
        self.click()?;
        Page::of(self.session).press(keys)
    }

    /// Empties a field.
    pub fn clear(&self) -> anyhow::Result<()> {
        self.post("clear", &json!({}))
    }

    /// All elements of a role inside this one.
    pub fn all(&self, role: &str) -> anyhow::Result<Vec<Element<'s>>> {
        of_role(self.select(&selector(role))?, role)
    }

    /// All elements inside this one that a selector matches.
    pub fn select(&self, css: &str) -> anyhow::Result<Vec<Element<'s>>> {
        let query = json!({ "using": "css selector", "value": css });
        let path = format!("/element/{}/elements", self.id);
        elements(self.session, &self.session.post(&path, &query)?)
    }

    /// The first element of a role inside this one whose name satisfies a condition, if there is one now.
    pub fn first(
        &self,
        role: &str,
        fits: impl Fn(&str) -> bool,
    ) -> anyhow::Result<Option<Element<'s>>> {
        named(self.select(&selector(role))?, role, &fits)
    }

    /// A script with this element as its first argument.
    pub fn script(&self, script: &str) -> anyhow::Result<Value> {
        self.session
            .script(script, &json!([{ ELEMENT_KEY: self.id }]))
    }

    /// Whether two are the same node.
    pub fn is(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// What can have a role: HTML's own elements and those that say so.
fn selector(role: &str) -> String {
    let native = match role {
        "article" => "article",
        "button" => "button, summary, input[type=button], input[type=submit]",
        "checkbox" => "input[type=checkbox]",
        "combobox" => "select",
        "dialog" => "dialog",
        "group" => "fieldset, details, optgroup",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "link" => "a[href]",
        "list" => "ul, ol, menu",
        "listitem" => "li",
        "main" => "main",
        "mark" => "mark",
        "navigation" => "nav",
        "radio" => "input[type=radio]",
        "region" => "section",
        "search" => "search",
        "searchbox" => "input[type=search]",
        "status" => "output",
        "table" => "table",
        _ => "",
    };
    let explicit = format!("[role~={role}]");
    if native.is_empty() {
        explicit
    } else {
        format!("{native}, {explicit}")
    }
}

fn of_role<'s>(candidates: Vec<Element<'s>>, role: &str) -> anyhow::Result<Vec<Element<'s>>> {
    let mut found = Vec::new();
    for element in candidates {
        if is_role(&element.role()?, role) {
            found.push(element);
        }
    }
    Ok(found)
}

fn named<'s>(
    candidates: Vec<Element<'s>>,
    role: &str,
    fits: &impl Fn(&str) -> bool,
) -> anyhow::Result<Option<Element<'s>>> {
    for element in candidates {
        if fits(&element.name()?) && is_role(&element.role()?, role) {
            return Ok(Some(element));
        }
    }
    Ok(None)
}

/// The engines call two roles by other names.
fn is_role(computed: &str, role: &str) -> bool {
    computed == role
        || matches!(
            (computed, role),
            ("Mark", "mark") | ("textbox", "searchbox") | ("listbox", "combobox")
        )
}

fn elements<'s>(session: &'s Session, list: &Value) -> anyhow::Result<Vec<Element<'s>>> {
    list.as_array()
        .context("no list of elements")?
        .iter()
        .map(|reference| Element::from(session, reference))
        .collect()
}

fn text(value: &Value) -> anyhow::Result<String> {
    value.as_str().map(str::to_owned).context("no text")
}

/// Saves a picture that a driver gave as base64.
pub(crate) fn save_png(picture: &Value, file: &Path) -> anyhow::Result<()> {
    let bytes = STANDARD.decode(picture.as_str().context("no picture")?)?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, bytes).with_context(|| format!("{}", file.display()))
}
