//! Pointers, wheels and what they are over, as plain values.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, MouseEvent, PointerEvent, WheelEvent};

/// What moves the timeline.
const MOVES: [&str; 5] = [
    "wheel",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
];
/// What points at something, anywhere on the page.
const POINTS: [&str; 3] = ["pointerover", "pointerleave", "focusin"];

/// Listens to hands on a part of the page, and to what they point at on the whole of it.
#[must_use = "listening ends when this is dropped"]
pub fn listen(part: &Element, callback: impl Fn(&Event) + Clone + 'static) -> Vec<EventListener> {
    // A wheel that zooms must not zoom the page too, which only a listener that is not passive can prevent.
    let options = EventListenerOptions {
        phase: EventListenerPhase::Bubble,
        passive: false,
    };
    let mut listeners = Vec::new();
    for name in MOVES {
        let callback = callback.clone();
        listeners.push(EventListener::new_with_options(
            part,
            name,
            options,
            move |event| {
                if turns(event).is_some() {
                    event.prevent_default();
                }
                callback(event);
            },
        ));
    }
    if let Some(page) = part.closest("main").ok().flatten() {
        for name in POINTS {
            let callback = callback.clone();
            listeners.push(EventListener::new(&page, name, callback));
        }
    }
    listeners
}

/// A wheel that moves or zooms; `None` where the page is to scroll.
fn turns(event: &Event) -> Option<&WheelEvent> {
    let wheel = event.dyn_ref::<WheelEvent>()?;
    let sideways = wheel.shift_key() || wheel.delta_x().abs() > wheel.delta_y().abs();
    (wheel.ctrl_key() || wheel.meta_key() || sideways).then_some(wheel)
}

/// What a hand does.
#[derive(Debug)]
pub enum Hand {
    /// Turns a wheel: its way in pixels (or lines), where, and with which keys.
    Wheel {
        /// Sideways and down.
        way: (i32, i32),
        /// Whether the way counts lines.
        lines: bool,
        /// Ctrl or ⌘; a pinch on a touch pad comes with it too.
        zoom: bool,
        /// Shift.
        sideways: bool,
        /// Pixels from the left edge of the frame.
        x: i32,
    },
    /// Puts a pointer down on something that can be held.
    Down(i32, i32, String),
    /// Moves a pointer.
    Moved(i32, i32),
    /// Lifts it.
    Up(i32),
    /// Points at something; `None` where it leaves the page.
    Over(Option<Element>),
}

/// Reads an event; places are counted from the left edge of `frame`. Drags take the attribute `data-grip` for their handle.
#[must_use]
pub fn read(event: &Event, frame: &Element) -> Option<Hand> {
    let target = || event.target()?.dyn_into::<Element>().ok();
    match event.type_().as_str() {
        "pointerleave" => return Some(Hand::Over(None)),
        "pointerover" | "focusin" => return Some(Hand::Over(target())),
        _ => {}
    }
    let mouse = event.dyn_ref::<MouseEvent>()?;
    let x = mouse.client_x() - frame.get_bounding_client_rect().left() as i32;
    if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
        turns(event)?;
        return Some(Hand::Wheel {
            way: (wheel.delta_x() as i32, wheel.delta_y() as i32),
            lines: wheel.delta_mode() == WheelEvent::DOM_DELTA_LINE,
            zoom: wheel.ctrl_key() || wheel.meta_key(),
            sideways: wheel.shift_key(),
            x,
        });
    }
    let id = event.dyn_ref::<PointerEvent>()?.pointer_id();
    match event.type_().as_str() {
        "pointerdown" if mouse.button() == 0 => {
            let grip = target()?.closest("[data-grip]").ok()??;
            Some(Hand::Down(id, x, grip.get_attribute("data-grip")?))
        }
        "pointermove" => Some(Hand::Moved(id, x)),
        "pointerup" | "pointercancel" => Some(Hand::Up(id)),
        _ => None,
    }
}

/// Sends all that a pointer does to one element until it is lifted, so that a drag may leave it and ends in no click.
pub fn capture(element: &Element, pointer: i32) {
    let _ = element.set_pointer_capture(pointer);
}

/// The value that the nearest element around this one has of an attribute.
#[must_use]
pub fn nearest(element: &Element, attribute: &str) -> Option<String> {
    let mut selector = String::from("[");
    selector.push_str(attribute);
    selector.push(']');
    let found = element.closest(&selector).ok()??;
    found.get_attribute(attribute)
}

/// Lights the elements that fit, and no others: by an attribute that no rendering knows, so that none is needed.
pub fn light(selector: &str, fits: impl Fn(&Element) -> bool) {
    let Some(found) =
        super::document().and_then(|document| document.query_selector_all(selector).ok())
    else {
        return;
    };
    for at in 0..found.length() {
        let element = found
            .item(at)
            .and_then(|node| node.dyn_into::<Element>().ok());
        if let Some(element) = element {
            let _ = element.toggle_attribute_with_force("data-lit", fits(&element));
        }
    }
}
