//! The width of an element, and its changes.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Watches the width of an element until it is dropped.
#[must_use = "watching ends when this is dropped"]
#[derive(Debug)]
pub struct WidthWatcher {
    observer: web_sys::ResizeObserver,
    // The observer calls it for as long as it lives.
    _callback: Closure<dyn FnMut()>,
}

impl WidthWatcher {
    /// Calls back with the width in CSS pixels at once and at every change; `None` where the browser cannot watch.
    pub fn new(element: &web_sys::Element, on_width: impl Fn(i32) + 'static) -> Option<Self> {
        let watched = element.clone();
        let callback = Closure::<dyn FnMut()>::new(move || on_width(watched.client_width()));
        let observer = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for WidthWatcher {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
