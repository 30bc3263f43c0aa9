//! Dialogs of the browser's own: it keeps the focus inside, closes at Escape, and gives the focus back.

/// Opens the dialog with this id over the page, if it is there and not open yet.
pub fn show(id: &str) {
    call(id, "showModal", false);
}

/// Closes the dialog with this id, if it is open; its `close` event follows.
pub fn close(id: &str) {
    call(id, "close", true);
}

/// Calls a method of a dialog that is open, or is not. By name: the binding of the element would weigh more.
fn call(id: &str, method: &str, while_open: bool) -> Option<()> {
    let element = super::document()?.get_element_by_id(id)?;
    if element.has_attribute("open") == while_open {
        super::call(&element, method)?;
    }
    Some(())
}
