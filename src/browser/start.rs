//! What the page says about the bundle: the JSON element `#dateline`.

use std::rc::Rc;

use wasm_bindgen::JsValue;

/// What stands in the JSON element. The app reads nothing else to start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// How many articles the bundle holds.
    pub articles: u32,
    /// The build, as the footer names it.
    pub build: Rc<str>,
    /// The bundle's path, relative to the page.
    pub bundle: Rc<str>,
    /// The path of the code that is downloaded later; `None` where the page was built in one piece.
    pub later: Option<Rc<str>>,
    /// The path of the visits on record, if the collection has any.
    pub record: Option<Rc<str>>,
}

/// Reads the element; `None` when it is missing or not filled.
#[must_use]
pub fn read() -> Option<Start> {
    let text = super::document()?
        .get_element_by_id("dateline")?
        .text_content()?;
    let json = js_sys::JSON::parse(&text).ok()?;
    let string = |key: &str| get(&json, key)?.as_string().map(Rc::from);
    // The cast is safe: counts are small whole numbers, and a float cast saturates.
    let articles = get(&get(&json, "counts")?, "articles")?.as_f64()?;
    Some(Start {
        articles: articles as u32,
        build: string("build")?,
        bundle: string("bundle")?,
        later: string("later"),
        record: string("record"),
    })
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &JsValue::from_str(key)).ok()
}
