//! A style sheet made by the page itself. A strict policy allows it: no element and no attribute holds the styles.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// Puts a style sheet behind those of the document, once. `None` where the browser cannot: then the page works, and is set
/// plainly.
pub fn adopt(styles: &str) -> Option<()> {
    let document = super::document()?;
    let adopted = JsValue::from_str("adoptedStyleSheets");
    let known: Array = Reflect::get(&document, &adopted).ok()?.dyn_into().ok()?;
    if known.length() > 0 {
        return Some(());
    }
    let make = super::function(super::window()?.as_ref(), "CSSStyleSheet")?;
    let sheet = Reflect::construct(&make, &Array::new()).ok()?;
    super::function(&sheet, "replaceSync")?
        .call1(&sheet, &JsValue::from_str(styles))
        .ok()?;
    Reflect::set(&document, &adopted, &Array::of1(&sheet)).ok()?;
    Some(())
}
