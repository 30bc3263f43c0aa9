//! The document as a whole.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::Callback;

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = super::document() {
        document.set_title(title);
    }
}

/// Sets the language of the page.
pub fn set_language(language: &str) {
    if let Some(root) = super::document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", language);
    }
}

/// Removes what the HTML showed before the app ran, and says how wide its lines were: as wide as those of the page that takes
/// its place, in CSS pixels. Zero where there was nothing.
pub fn remove_static() -> i32 {
    let Some(element) = super::document().and_then(|document| document.get_element_by_id("static"))
    else {
        return 0;
    };
    let line = element.query_selector("li").ok().flatten();
    let width = line.map_or(0, |line| line.client_width());
    element.remove();
    width
}

/// The element that the app renders into, if the page has it.
#[must_use]
pub fn app_root() -> Option<web_sys::Element> {
    super::document()?.get_element_by_id("app")
}

/// Calls back at each sign that somebody is there: a key, a finger, a movement of the pointer.
#[must_use = "listening ends when this is dropped"]
pub fn on_signs(callback: &Callback<()>) -> Vec<EventListener> {
    super::listen(&["keydown", "pointermove", "pointerdown"], callback)
}

/// How far the page is scrolled down, in CSS pixels.
#[must_use]
pub fn scroll_position() -> f64 {
    super::window()
        .and_then(|window| window.scroll_y().ok())
        .unwrap_or_default()
}

/// Scrolls to a position, at once.
pub fn scroll_to(top: f64) {
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Calls back whenever the page was scrolled.
#[must_use = "listening ends when this is dropped"]
pub fn on_scroll(callback: &Callback<()>) -> Vec<EventListener> {
    super::listen(&["scroll"], callback)
}

/// Calls back whenever the window gets another size, as when a phone is turned.
#[must_use = "listening ends when this is dropped"]
pub fn on_resize(callback: &Callback<()>) -> Vec<EventListener> {
    super::listen(&["resize"], callback)
}

/// Calls back with `true` before the page is printed, and with `false` when that is done.
#[must_use = "listening ends when this is dropped"]
pub fn on_print(callback: &Callback<bool>) -> Vec<EventListener> {
    let mut listeners = super::listen(&["beforeprint"], &callback.reform(|()| true));
    listeners.extend(super::listen(&["afterprint"], &callback.reform(|()| false)));
    listeners
}

/// The widest frame, in CSS pixels, that leaves out title and menu.
const NARROW_FRAME: f64 = 640.0;

/// Whether the page stands in a narrow frame of somebody else's page.
#[must_use]
pub fn is_narrow_frame() -> bool {
    let Some(window) = super::window() else {
        return false;
    };
    let width = window.inner_width().ok().and_then(|width| width.as_f64());
    // `parent` is the window itself where there is none around it.
    let framed = window
        .parent()
        .ok()
        .flatten()
        .is_some_and(|parent| parent != window);
    framed && width.is_some_and(|width| width <= NARROW_FRAME)
}

/// Where an element comes to stand in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In its middle.
    Middle,
    /// At its top.
    Top,
    /// Where the way is shortest; nowhere else if it is in sight.
    Nearest,
}

/// Brings the element with this id into the window, without animation.
pub fn scroll_to_id(id: &str, place: Place) {
    if let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(match place {
            Place::Middle => web_sys::ScrollLogicalPosition::Center,
            Place::Top => web_sys::ScrollLogicalPosition::Start,
            Place::Nearest => web_sys::ScrollLogicalPosition::Nearest,
        });
        options.set_behavior(web_sys::ScrollBehavior::Instant);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Calls back once, when the page's fonts have arrived: widths measured before are then out of date.
pub fn when_fonts_are_ready(callback: impl FnOnce() + 'static) {
    let Some(document) = super::document() else {
        return;
    };
    let Ok(ready) = document.fonts().ready() else {
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(ready).await;
        callback();
    });
}

/// Calls back after so many milliseconds. One function for all: each closure that a timer takes is compiled anew.
#[must_use = "the timer stops when this is dropped"]
pub fn after(milliseconds: u32, callback: Callback<()>) -> Timeout {
    Timeout::new(milliseconds, move || callback.emit(()))
}

/// The time, in milliseconds since 1970: for what lasts a moment.
#[must_use]
pub fn now() -> f64 {
    js_sys::Date::now()
}
