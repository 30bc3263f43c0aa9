//! Text painted without touching the document: the CSS Custom Highlight API (<https://www.w3.org/TR/css-highlight-api-1/>).
//!
//! `web-sys` counts it as unstable, and each import would weigh on the first load: its few methods are looked up by name, once.
//! Ranges are static, since the text does not change below them: `WebKit` paints live ones eight times as slowly.

use std::ops::Range;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::DomRect;

/// `NodeFilter.SHOW_TEXT`.
const TEXT_NODES: i32 = 4;

/// A border of a range: the number of a text node, and how many UTF-16 code units of it stand before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number of the node.
    pub node: usize,
    /// The units before it in that node.
    pub unit: u32,
}

/// The highlights of the document.
#[derive(Clone, Debug)]
pub struct Highlights {
    registry: JsValue,
    set: Function,
    delete: Function,
    highlight: Function,
    range: Function,
}

impl Highlights {
    /// `None` where the browser has none.
    #[must_use]
    pub fn find() -> Option<Self> {
        let window = super::window()?;
        let css = Reflect::get(&window, &"CSS".into()).ok()?;
        let registry = Reflect::get(&css, &"highlights".into()).ok()?;
        Some(Self {
            set: super::function(&registry, "set")?,
            delete: super::function(&registry, "delete")?,
            highlight: super::function(&window, "Highlight")?,
            range: super::function(&window, "StaticRange")?,
            registry,
        })
    }

    /// Paints nothing as `::highlight(name)` any more, and gives the brush to paint with.
    #[must_use]
    pub fn anew(&self, name: &str) -> Option<Brush> {
        let highlight = Reflect::construct(&self.highlight, &Array::new()).ok()?;
        self.set
            .call2(&self.registry, &name.into(), &highlight)
            .ok()?;
        let init = Object::new();
        Some(Brush {
            add: super::function(&highlight, "add")?,
            range: self.range.clone(),
            arguments: Array::of1(&init),
            init,
            keys: ["startContainer", "startOffset", "endContainer", "endOffset"]
                .map(JsValue::from_str),
            highlight,
        })
    }

    /// Forgets a highlight.
    pub fn remove(&self, name: &str) {
        let _ = self.delete.call1(&self.registry, &name.into());
    }
}

/// Adds to what one highlight paints.
#[derive(Clone, Debug)]
pub struct Brush {
    highlight: JsValue,
    add: Function,
    range: Function,
    /// What a range is made from, and the list of arguments that has it.
    init: Object,
    arguments: Array,
    keys: [JsValue; 4],
}

impl Brush {
    /// Paints what stands between two borders.
    pub fn paint(&self, texts: &Texts, range: &Range<Place>) -> Option<()> {
        let [start, start_offset, end, end_offset] = &self.keys;
        let set = |key, value: &JsValue| Reflect::set(&self.init, key, value).ok();
        set(start, texts.nodes.get(range.start.node)?)?;
        set(start_offset, &range.start.unit.into())?;
        set(end, texts.nodes.get(range.end.node)?)?;
        set(end_offset, &range.end.unit.into())?;
        let range = Reflect::construct(&self.range, &self.arguments).ok()?;
        self.add.call1(&self.highlight, &range).ok()?;
        Some(())
    }

    /// Paints over the highlights that are not raised.
    pub fn raise(&self) {
        let _ = Reflect::set(&self.highlight, &"priority".into(), &1.into());
    }
}

/// The text nodes of an element, in their order.
#[derive(Clone, Debug)]
pub struct Texts {
    nodes: Vec<JsValue>,
    /// How many UTF-16 units each has.
    pub lengths: Vec<u32>,
}

impl Texts {
    /// Those of the element with this id, if it is there.
    #[must_use]
    pub fn of(id: &str) -> Option<Self> {
        let document = super::document()?;
        let element = document.get_element_by_id(id)?;
        let walk = super::function(&document, "createTreeWalker")?;
        let walker = walk.call2(&document, &element, &TEXT_NODES.into()).ok()?;
        let key = JsValue::from_str("length");
        let (mut nodes, mut lengths) = (Vec::new(), Vec::new());
        while let Some(node) = super::call(&walker, "nextNode")
            && !node.is_null()
        {
            let length = Reflect::get(&node, &key).ok()?.as_f64()?;
            nodes.push(node);
            lengths.push(length as u32);
        }
        Some(Self { nodes, lengths })
    }

    /// Where what stands between two borders begins and ends, in CSS pixels below the top of the page.
    #[must_use]
    pub fn edges(&self, range: &Range<Place>) -> Option<(f64, f64)> {
        let live = self.live(range)?;
        let edges = super::call(&live, "getBoundingClientRect")?;
        let edges: DomRect = edges.unchecked_into();
        let page = super::document()?.document_element()?;
        let page = page.get_bounding_client_rect();
        Some((edges.top() - page.top(), edges.bottom() - page.top()))
    }

    /// Puts a `<mark>` of this class around what stands between two borders, in each text node. That divides the nodes: what
    /// comes later must have been marked before.
    pub fn mark(&self, range: &Range<Place>, class: &str) -> Option<()> {
        for node in (range.start.node..=range.end.node).rev() {
            let is_first = node == range.start.node;
            let is_last = node == range.end.node;
            let from = if is_first { range.start.unit } else { 0 };
            let to = if is_last {
                range.end.unit
            } else {
                *self.lengths.get(node)?
            };
            let text = self.nodes.get(node)?;
            // Without live ranges: `WebKit` looks at each of them at every change.
            let cut = |at: u32| {
                super::function(text, "splitText")?
                    .call1(text, &at.into())
                    .ok()
            };
            cut(to)?;
            let middle = if from > 0 { cut(from)? } else { text.clone() };
            let mark = super::document()?.create_element("mark").ok()?;
            mark.set_attribute("class", class).ok()?;
            replace(&middle, &mark)?;
            mark.append_child(middle.unchecked_ref()).ok()?;
        }
        Some(())
    }

    fn live(&self, range: &Range<Place>) -> Option<web_sys::Range> {
        let live = super::document()?.create_range().ok()?;
        let border = |name, place: Place| {
            let node = self.nodes.get(place.node)?;
            let set = super::function(&live, name)?;
            set.call2(&live, node, &place.unit.into()).ok()
        };
        border("setStart", range.start)?;
        border("setEnd", range.end)?;
        Some(live)
    }
}

/// A copy that stands in the place of an element until it is dropped.
#[derive(Debug)]
pub struct StandIn {
    original: JsValue,
    copy: JsValue,
}

impl StandIn {
    /// Of the element with this id.
    #[must_use]
    pub fn of(id: &str) -> Option<Self> {
        let original: JsValue = super::document()?.get_element_by_id(id)?.into();
        let copy = super::function(&original, "cloneNode")?.call1(&original, &true.into());
        let copy = copy.ok()?;
        replace(&original, &copy)?;
        Some(Self { original, copy })
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        let _ = replace(&self.copy, &self.original);
    }
}

fn replace(old: &JsValue, new: &JsValue) -> Option<()> {
    super::function(old, "replaceWith")?.call1(old, new).ok()?;
    Some(())
}
