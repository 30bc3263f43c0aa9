//! Saving a text as a file, and the day on which that is.

use dateline_model::Day;
use js_sys::{Array, Date, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};
use yew::Callback;

/// How long a browser has time to begin saving, in milliseconds, before the text is let go.
const PATIENCE: u32 = 60_000;

/// Offers a text to the reader as a file of this name and media type. `false` where that cannot even be tried; where a
/// frame's sandbox forbids downloads, a browser only tells its console.
pub fn save(text: &str, name: &str, media_type: &str) -> bool {
    try_save(text, name, media_type).is_some()
}

fn try_save(text: &str, name: &str, media_type: &str) -> Option<()> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = super::document()?.create_element("a").ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.dyn_into::<HtmlElement>().ok()?.click();
    let let_go = Callback::from(move |()| {
        let _ = Url::revoke_object_url(&address);
    });
    super::page::after(PATIENCE, let_go).forget();
    Some(())
}

/// Whether the page can be known not to save files: it stands in a sandbox without an origin, or in one that can be looked
/// at and does not allow downloads. Elsewhere nobody can know.
#[must_use]
pub fn is_refused() -> bool {
    let Some(window) = super::window() else {
        return true;
    };
    if let Ok(Some(frame)) = window.frame_element() {
        let sandbox = frame.get_attribute("sandbox");
        return sandbox.is_some_and(|allowed| {
            let mut allowed = allowed.split_ascii_whitespace();
            !allowed.any(|word| word.eq_ignore_ascii_case("allow-downloads"))
        });
    }
    let origin = Reflect::get(&window, &JsValue::from_str("origin")).ok();
    let no_origin = origin.and_then(|origin| origin.as_string()).as_deref() == Some("null");
    no_origin && !super::location::is_file()
}

/// The reader's day, by the reader's clock.
#[must_use]
pub fn today() -> Option<Day> {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok()?;
    let (month, day) = (now.get_month() + 1, now.get_date());
    Day::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}
