//! How wide a text is in a font.

use std::cell::OnceCell;

use wasm_bindgen::JsCast as _;

thread_local! {
    /// One canvas that is never shown: the only way to measure without laying out the page.
    static CONTEXT: OnceCell<Option<web_sys::CanvasRenderingContext2d>> = const { OnceCell::new() };
}

/// The width of a text in CSS pixels, rounded up, in a font written as in CSS (`600 14px "Source Sans 3"`). Where
/// nothing can be measured, a generous guess: seven pixels a character.
#[must_use]
pub fn width(text: &str, font: &str) -> i32 {
    let measured = CONTEXT.with(|context| {
        let context = context.get_or_init(new_context).as_ref()?;
        context.set_font(font);
        context
            .measure_text(text)
            .ok()
            .map(|metrics| metrics.width().ceil() as i32)
    });
    measured.unwrap_or_else(|| i32::try_from(text.chars().count() * 7).unwrap_or(i32::MAX))
}

fn new_context() -> Option<web_sys::CanvasRenderingContext2d> {
    let canvas = super::document()?.create_element("canvas").ok()?;
    let canvas: web_sys::HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
