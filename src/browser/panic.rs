//! A page for the worst case. Nothing of Yew is used: its state is unknown after a trap.

use std::sync::atomic::{AtomicBool, Ordering};

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::words;

/// Whether the page is painted: a panic ends in a trap, which says less.
static PAINTED: AtomicBool = AtomicBool::new(false);

/// Makes a panic paint a readable page in place of the app; and a trap without one, as where there is no more memory.
pub fn paint_on_panic() {
    std::panic::set_hook(Box::new(|info| stop(&info.to_string())));
    if let Some(window) = super::window() {
        let on_error = EventListener::new(&window, "error", |event| {
            let of = |whole: &JsValue, name: &str| Reflect::get(whole, &name.into()).ok();
            let text = |it: Option<JsValue>| it.and_then(|it| it.as_string()).unwrap_or_default();
            if let Some(error) = of(event, "error")
                && text(of(&error, "name")) == "RuntimeError"
            {
                stop(&text(of(&error, "message")));
            }
        });
        on_error.forget();
    }
}

/// Paints the page once, in place of everything.
fn stop(details: &str) {
    if !PAINTED.swap(true, Ordering::Relaxed) {
        // Nothing to fall back on if even this fails.
        let body = super::document().and_then(|document| document.body());
        let _ = body.and_then(|body| paint(&body, details));
    }
}

/// Paints the page in place of what an element holds: what happened, a button that loads it again, and the details for
/// a report. `None` when the document refuses.
pub fn paint(place: &web_sys::Element, details: &str) -> Option<()> {
    let document = super::document()?;
    place.set_text_content(None);
    let main = document.create_element("main").ok()?;
    main.set_class_name("message");
    let told = document.create_element("div").ok()?;
    told.set_attribute("role", "alert").ok()?;
    for (tag, text) in [("h1", words::CRASH_TITLE), ("p", words::CRASH_TEXT)] {
        let element = document.create_element(tag).ok()?;
        element.set_text_content(Some(text));
        told.append_child(&element).ok()?;
    }
    main.append_child(&told).ok()?;
    let buttons = document.create_element("p").ok()?;
    let reload = button(&document, words::RELOAD, super::location::reload)?;
    buttons.append_child(&reload).ok()?;
    let copied = details.to_owned();
    let copy = move || {
        let copied = copied.clone();
        wasm_bindgen_futures::spawn_local(async move {
            super::clipboard::copy(&copied).await;
        });
    };
    let copy = button(&document, words::COPY_DETAILS, copy)?;
    buttons.append_child(&copy).ok()?;
    main.append_child(&buttons).ok()?;
    let pre = document.create_element("pre").ok()?;
    pre.set_text_content(Some(details));
    main.append_child(&pre).ok()?;
    place.append_child(&main).ok()?;
    Some(())
}

fn button(
    document: &web_sys::Document,
    label: &str,
    on_click: impl Fn() + 'static,
) -> Option<web_sys::Element> {
    let button = document.create_element("button").ok()?;
    button.set_text_content(Some(label));
    let closure = Closure::<dyn FnMut()>::new(on_click);
    button
        .add_event_listener_with_callback("click", closure.as_ref().unchecked_ref())
        .ok()?;
    // The page ends here: the listener lives as long as the document.
    closure.forget();
    Some(button)
}
