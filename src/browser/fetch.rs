//! Fetching the parts of the page.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
use yew::Callback;

/// Why a part did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The page was opened from disk, where browsers load no parts.
    FromDisk,
    /// The server answered with an error, or not at all.
    Missing,
}

/// Fetches a file beside the page, and hands on its bytes. The one function that waits: every future is compiled anew.
pub fn bytes(path: Rc<str>, then: Callback<Result<Vec<u8>, FetchError>>) {
    wasm_bindgen_futures::spawn_local(async move {
        then.emit(fetched(&path).await.map_err(|_| {
            if super::location::is_file() {
                FetchError::FromDisk
            } else {
                FetchError::Missing
            }
        }));
    });
}

/// What the server answered, if it was the file. Not by gloo's `Request`, whose headers, queries and errors weigh two
/// kilobytes.
async fn fetched(path: &str) -> Result<Vec<u8>, JsValue> {
    let window = super::window().ok_or(JsValue::NULL)?;
    let answer: Response = JsFuture::from(window.fetch_with_str(path))
        .await?
        .dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::NULL);
    }
    let buffer = JsFuture::from(answer.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
