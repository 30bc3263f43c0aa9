//! Things that glide to their places.

use js_sys::JSON;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// Whether the reader wants no motion; also where nobody can know.
#[must_use]
pub fn is_unwanted() -> bool {
    let query = super::window().and_then(|window| {
        window
            .match_media("(prefers-reduced-motion: no-preference)")
            .ok()
    });
    !query.flatten().is_some_and(|query| query.matches())
}

/// Lets every element that fits a selector glide from so many pixels beside its place to its place. By an animation that the
/// document does not know: what is there, and what has the focus, is so from its first moment.
pub fn glide(
    selector: &str,
    milliseconds: i32,
    easing: &str,
    beside: impl Fn(&Element) -> Option<i32>,
) {
    let found = super::document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else { return };
    for at in 0..found.length() {
        let element = found
            .item(at)
            .and_then(|node| node.dyn_into::<Element>().ok());
        let Some(element) = element else { continue };
        if let Some(from) = beside(&element).filter(|&from| from != 0) {
            animate(&element, from, milliseconds, easing);
        }
    }
}

/// `Element.animate`, which `web-sys` counts as unstable. Where it is missing, nothing moves.
fn animate(element: &Element, from: i32, milliseconds: i32, easing: &str) -> Option<()> {
    let frames = format!(
        r#"[{{"transform":"translateX({from}px)","easing":"{easing}"}},{{"transform":"none"}}]"#
    );
    let frames = JSON::parse(&frames).ok()?;
    super::function(element, "animate")?
        .call2(element, &frames, &milliseconds.into())
        .ok()?;
    Some(())
}
