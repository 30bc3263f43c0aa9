//! Where elements stand on the whole page, and outlines drawn by hand.

/// Whether there is an element with this id.
#[must_use]
pub fn is_there(id: &str) -> bool {
    element(id).is_some()
}

/// Where the element with this id begins and ends, in CSS pixels below the top of the window.
#[must_use]
pub fn edges(id: &str) -> Option<(f64, f64)> {
    let element = element(id)?.get_bounding_client_rect();
    Some((element.top(), element.bottom()))
}

/// How high the window is, in CSS pixels.
#[must_use]
pub fn window_height() -> f64 {
    let root = super::document().and_then(|document| document.document_element());
    root.map_or(0.0, |root| f64::from(root.client_height()))
}

/// Whether the page is higher than its window.
#[must_use]
pub fn scrolls() -> bool {
    let root = super::document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.scroll_height() > root.client_height())
}

/// How far down the page a place in the element with this id lies, in parts of the page's height: so much of the element's
/// height is above it.
#[must_use]
pub fn place(id: &str, above: f64, parts: usize) -> Option<usize> {
    let root = super::document()?.document_element()?;
    let page = root.get_bounding_client_rect();
    let element = element(id)?.get_bounding_client_rect();
    let top = element.top() + above * element.height() - page.top();
    let share = (top / page.height()).clamp(0.0, 1.0);
    // Between 0 and `parts`; no number by a page without a height.
    Some((share * parts as f64) as usize)
}

/// Gives the path with this id another outline.
pub fn outline(id: &str, path: &str) {
    if let Some(element) = element(id) {
        let _ = element.set_attribute("d", path);
    }
}

fn element(id: &str) -> Option<web_sys::Element> {
    super::document()?.get_element_by_id(id)
}
