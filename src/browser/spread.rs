//! Where elements stand on the whole page, and outlines drawn by hand.

/// Whether there is an element with this id.
#[must_use]
pub fn is_there(id: &str) -> bool {
    element(id).is_some()
}

/// Whether the page is higher than its window.
#[must_use]
pub fn scrolls() -> bool {
    let root = super::document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.scroll_height() > root.client_height())
}

/// How many elements a selector finds.
#[must_use]
pub fn count(selector: &str) -> usize {
    let found = super::document().and_then(|it| it.query_selector_all(selector).ok());
    found.map_or(0, |found| found.length() as usize)
}

/// How far down the page the element with this id begins, in parts of the page's height.
#[must_use]
pub fn place(id: &str, parts: usize) -> Option<usize> {
    let root = super::document()?.document_element()?;
    let page = root.get_bounding_client_rect();
    let top = element(id)?.get_bounding_client_rect().top() - page.top();
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
