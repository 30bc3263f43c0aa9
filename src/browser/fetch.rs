//! Fetching the parts of the page.

use std::rc::Rc;

use js_sys::{Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
use yew::Callback;

/// The module name under which the later code imports what the page exports (`xtask/src/finish/split.rs`).
const LINKED: &str = "a";

/// Why a part did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The page was opened from disk, where browsers load no parts.
    FromDisk,
    /// The server answered with an error, or not at all.
    Missing,
}

/// What becomes of a file that was fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its bytes are handed on.
    Data,
    /// It is the rest of the page's own code: it is linked to what runs, and no bytes are handed on.
    Code,
}

/// Fetches a file beside the page, and hands on its bytes. The one function that waits: every future is compiled anew.
pub fn get(path: Rc<str>, part: Part, then: Callback<Result<Vec<u8>, FetchError>>) {
    wasm_bindgen_futures::spawn_local(async move {
        then.emit(fetched(&path, part).await.map_err(|_| {
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
async fn fetched(path: &str, part: Part) -> Result<Vec<u8>, JsValue> {
    let window = super::window().ok_or(JsValue::NULL)?;
    let answer: Response = JsFuture::from(window.fetch_with_str(path))
        .await?
        .dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::NULL);
    }
    let buffer = JsFuture::from(answer.array_buffer()?).await?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    if part == Part::Data {
        return Ok(bytes);
    }
    let imports = js_sys::Object::new();
    js_sys::Reflect::set(&imports, &LINKED.into(), &wasm_bindgen::exports())?;
    JsFuture::from(WebAssembly::instantiate_buffer(&bytes, &imports)).await?;
    Ok(Vec::new())
}
