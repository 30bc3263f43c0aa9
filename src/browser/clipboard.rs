//! Copying text. Refused in many frames; then the caller shows the text for copying by hand.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// Copies a text; `false` where the browser refuses both ways of doing it.
pub async fn copy(text: &str) -> bool {
    modern(text).await || legacy(text)
}

async fn modern(text: &str) -> bool {
    let Some(window) = super::window() else {
        return false;
    };
    // Outside a secure context there is no clipboard, although the binding says otherwise.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into());
    let Some(clipboard) = clipboard
        .ok()
        .and_then(|it| it.dyn_into::<web_sys::Clipboard>().ok())
    else {
        return false;
    };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// `execCommand("copy")` on a text area outside the visible page: works in frames where the clipboard is refused.
fn legacy(text: &str) -> bool {
    let Some(document) = super::document() else {
        return false;
    };
    let focused = document.active_element();
    let Some(area) = document.create_element("textarea").ok() else {
        return false;
    };
    let Ok(area) = area.dyn_into::<web_sys::HtmlTextAreaElement>() else {
        return false;
    };
    area.set_value(text);
    area.set_class_name("visually-hidden");
    // Outside an open dialog nothing can be selected.
    let dialog = document.query_selector("dialog[open]").ok().flatten();
    let Some(place) = dialog.or_else(|| document.body().map(Into::into)) else {
        return false;
    };
    if place.append_child(&area).is_err() {
        return false;
    }
    area.select();
    let copied = super::function(&document, "execCommand")
        .and_then(|command| command.call1(&document, &"copy".into()).ok())
        .is_some_and(|done| done.is_truthy());
    area.remove();
    if let Some(focused) = focused {
        super::focus::element_without_scrolling(&focused);
    }
    copied
}
