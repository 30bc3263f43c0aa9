//! A button that copies a text, and shows it for copying by hand where the browser refuses.

use yew::prelude::*;

use crate::browser::clipboard;
use crate::context::Shown;
use crate::view::{Action, Copied};
use crate::words;

/// A button with a polite announcement of what happened. `text` is made at the moment of the click.
pub fn copy_button(
    shown: &Shown,
    label: &'static str,
    done: &'static str,
    text: impl Fn() -> String + 'static,
) -> Html {
    let onclick = copying(shown, text);
    html! {
        <span class="copy">
            <button type="button" class="quiet" {onclick}>{ label }</button>
            <span role="status" class="copy-outcome">
                if shown.ui.copied == Copied::Done { { done } }
            </span>
            if let Copied::Refused(text) = &shown.ui.copied {
                <label class="copy-by-hand">
                    { words::COPY_BY_HAND }
                    <textarea readonly=true rows="3" value={text.clone()} />
                </label>
            }
        </span>
    }
}

/// Copies a text, which is made at that moment, and tells what became of it.
pub fn copying(shown: &Shown, text: impl Fn() -> String + 'static) -> Callback<MouseEvent> {
    let act = shown.act.clone();
    Callback::from(move |_: MouseEvent| {
        let (act, text) = (act.clone(), text());
        // A second success must be announced like the first.
        act.emit(Action::Copied(Copied::Nothing));
        wasm_bindgen_futures::spawn_local(async move {
            let copied = clipboard::copy(&text).await;
            act.emit(Action::Copied(if copied {
                Copied::Done
            } else {
                Copied::Refused(text)
            }));
        });
    })
}
