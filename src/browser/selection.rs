//! What the reader has selected.

/// The selected stretch of the text inside the element with this id: where it begins and where it ends, in UTF-16 code units
/// of that text. `None` where nothing of it is selected.
#[must_use]
pub fn within(id: &str) -> Option<(usize, usize)> {
    let document = super::document()?;
    let element = document.get_element_by_id(id)?;
    let selection = super::window()?.get_selection().ok()??;
    let selected = selection.get_range_at(0).ok()?;
    let before = document.create_range().ok()?;
    // How much text stands before a border: the border of a range moves both its ends where it lies before the other.
    let length = |container, offset| {
        before.select_node_contents(&element).ok()?;
        before.set_end(&container, offset).ok()?;
        let inside = element.contains(before.start_container().ok().as_ref());
        Some(if inside {
            js_sys::Object::to_string(&before).length() as usize
        } else {
            0
        })
    };
    let start = length(
        selected.start_container().ok()?,
        selected.start_offset().ok()?,
    )?;
    let end = length(selected.end_container().ok()?, selected.end_offset().ok()?)?;
    (start < end).then_some((start, end))
}
