//! Fetching compressed files.

use std::rc::Rc;

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableWritablePair, Response};
use yew::Callback;

/// Fetches a file beside the page that is compressed with gzip, whatever the server says of it, and hands on its bytes; none
/// where it is not there or no such file.
pub fn get(path: Rc<str>, then: Callback<Option<Vec<u8>>>) {
    wasm_bindgen_futures::spawn_local(async move {
        then.emit(fetched(&path).await.ok());
    });
}

async fn fetched(path: &str) -> Result<Vec<u8>, JsValue> {
    let window = super::window().ok_or(JsValue::NULL)?;
    let answer = JsFuture::from(window.fetch_with_str(path)).await?;
    let answer: Response = answer.dyn_into()?;
    let body = answer.body().filter(|_| answer.ok()).ok_or(JsValue::NULL)?;
    let inflated = body.pipe_through(&inflating()?);
    let inflated = Response::new_with_opt_readable_stream(Some(&inflated))?;
    let buffer = JsFuture::from(inflated.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// A `DecompressionStream`, which has the two ends of such a pair. By its name, because web-sys calls it unstable; browsers have it
/// since 2023.
fn inflating() -> Result<ReadableWritablePair, JsValue> {
    let class: Function =
        Reflect::get(&js_sys::global(), &"DecompressionStream".into())?.dyn_into()?;
    let pair = Reflect::construct(&class, &Array::of1(&"gzip".into()))?;
    Ok(pair.unchecked_into())
}
