//! Everything that the app asks of the browser, each behind a small function that cannot trap.
//!
//! No other module names `web_sys` or `js_sys`. Storage, clipboard and downloads may be missing (sandboxed frames): each
//! function says by its return type what then happens.

pub mod clipboard;
pub mod dialog;
pub mod download;
pub mod fetch;
pub mod focus;
pub mod hands;
pub mod highlights;
pub mod inflate;
pub mod location;
pub mod measure;
pub mod motion;
pub mod page;
pub mod panic;
pub mod resize;
pub mod selection;
pub mod spread;
pub mod start;
pub mod style_sheet;
pub mod theme;

use gloo::events::EventListener;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use yew::Callback;

/// The DOM types that component signatures need.
pub use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent,
};

/// Calls back at events of the window.
#[must_use = "listening ends when this is dropped"]
fn listen(events: &[&'static str], callback: &Callback<()>) -> Vec<EventListener> {
    let Some(window) = window() else {
        return Vec::new();
    };
    let mut listeners = Vec::new();
    for &event in events {
        let callback = callback.clone();
        let listener = EventListener::new(&window, event, move |_| callback.emit(()));
        listeners.push(listener);
    }
    listeners
}

/// A function that something has by this name: for what `web-sys` counts as unstable, and for what has no import of its own
/// because the first load would carry it.
fn function(of: &JsValue, name: &str) -> Option<Function> {
    let value = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    value.dyn_into().ok()
}

/// What a method without arguments answers, if there is one of this name.
fn call(of: &JsValue, name: &str) -> Option<JsValue> {
    function(of, name)?.call0(of).ok()
}

/// The window, `None` outside a page.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The document, `None` outside a page.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}
