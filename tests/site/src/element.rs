//! Something on a page, and how it is found by role and name.

use anyhow::Context;
use serde_json::{Value, json};

use crate::session::ELEMENT_KEY;
use crate::{Page, Session};

/// Something on the page.
#[derive(Clone, Debug)]
pub struct Element<'s> {
    session: &'s Session,
    pub(crate) id: String,
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

    /// Clicks in its middle, once it lies where nothing that stays at the window's edges covers it.
    pub fn click(&self) -> anyhow::Result<()> {
        self.script("arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })")?;
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

    /// Presses the mouse in its middle, moves it sideways by so many pixels and lifts it.
    pub fn drag(&self, by: i32) -> anyhow::Result<()> {
        let strokes = json!([
            { "type": "pointerMove", "x": 0, "y": 0, "origin": { ELEMENT_KEY: self.id } },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerMove", "x": by / 2, "y": 0, "duration": 60, "origin": { ELEMENT_KEY: self.id } },
            { "type": "pointerMove", "x": by, "y": 0, "duration": 60, "origin": { ELEMENT_KEY: self.id } },
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
pub(crate) fn selector(role: &str) -> String {
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
        "textbox" => "input[type=text]",
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

pub(crate) fn of_role<'s>(
    candidates: Vec<Element<'s>>,
    role: &str,
) -> anyhow::Result<Vec<Element<'s>>> {
    let mut found = Vec::new();
    for element in candidates {
        if is_role(&element.role()?, role) {
            found.push(element);
        }
    }
    Ok(found)
}

pub(crate) fn named<'s>(
    candidates: Vec<Element<'s>>,
    role: &str,
    fits: &impl Fn(&str) -> bool,
) -> anyhow::Result<Option<Element<'s>>> {
    for element in candidates {
        // WebKit has no name for what is not shown, and says so with an error.
        let named = element.name().is_ok_and(|name| fits(&name));
        if named && is_role(&element.role()?, role) {
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

pub(crate) fn elements<'s>(session: &'s Session, list: &Value) -> anyhow::Result<Vec<Element<'s>>> {
    list.as_array()
        .context("no list of elements")?
        .iter()
        .map(|reference| Element::from(session, reference))
        .collect()
}

pub(crate) fn text(value: &Value) -> anyhow::Result<String> {
    value.as_str().map(str::to_owned).context("no text")
}
