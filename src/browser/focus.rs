//! Moving the keyboard's focus.

use wasm_bindgen::JsCast as _;

/// Focuses the element with this id, without scrolling. `false` when there is none.
pub fn id(id: &str) -> bool {
    let element = super::document().and_then(|document| document.get_element_by_id(id));
    element.is_some_and(|element| element_without_scrolling(&element))
}

/// Focuses an element, without scrolling. Works for SVG as for HTML: both have the method.
pub fn element_without_scrolling(element: &web_sys::Element) -> bool {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &true.into());
    super::function(element, "focus").is_some_and(|focus| focus.call1(element, &options).is_ok())
}

/// Whether nothing has the focus: what had it is gone.
#[must_use]
pub fn is_lost() -> bool {
    let document = super::document();
    let active = document
        .as_ref()
        .and_then(web_sys::Document::active_element);
    active.is_none_or(|active| active.tag_name() == "BODY")
}

/// Focuses the first element that a selector finds and that takes the focus: what is hidden does not. `false` when there is
/// none.
pub fn first(selector: &str) -> bool {
    let Some(document) = super::document() else {
        return false;
    };
    let Ok(found) = document.query_selector_all(selector) else {
        return false;
    };
    for index in 0..found.length() {
        let element = found.item(index).and_then(|node| node.dyn_into().ok());
        if let Some(element) = element
            && element_without_scrolling(&element)
            && !is_lost()
        {
            return true;
        }
    }
    false
}

/// Focuses the field with this id and selects its text, for copying by hand.
pub fn select_text(id: &str) {
    let element = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(area) = element.and_then(|it| it.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
        area.select();
        element_without_scrolling(&area);
    }
}
