//! The hash of the page's address, and its history.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::Callback;

/// The hash, with its `#`; empty when there is none.
#[must_use]
pub fn hash() -> String {
    super::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Whether the page was opened from disk.
#[must_use]
pub fn is_file() -> bool {
    super::window()
        .and_then(|window| window.location().protocol().ok())
        .as_deref()
        == Some("file:")
}

/// Adds an entry with this hash to the history.
pub fn push(hash: &str) {
    if let Some(history) = history() {
        // Fails only where a browser limits how often a page may do this; the page goes on without the entry.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Puts this hash in place of the current one.
pub fn replace(hash: &str) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Calls back when the reader goes back or forward, follows a link to another hash or edits it.
#[must_use = "listening ends when this is dropped"]
pub fn on_change(callback: &Callback<()>) -> Vec<EventListener> {
    // A change may fire either or both: `popstate` for history, `hashchange` where a host page sets the hash.
    super::listen(&["popstate", "hashchange"], callback)
}

/// The page restores scrolling itself: the browser would do so before the list is there.
pub fn restore_scrolling_by_hand() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = super::window() {
        let _ = window.location().reload();
    }
}

/// The full address of a hash on this page, for copying.
#[must_use]
pub fn address(hash: &str) -> String {
    let href = super::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    let page = href.split_once('#').map_or(href.as_str(), |(page, _)| page);
    format!("{page}{hash}")
}

fn history() -> Option<web_sys::History> {
    super::window()?.history().ok()
}
