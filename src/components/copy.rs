//! A button that copies a text, and shows it for copying by hand where the browser refuses.

use yew::prelude::*;

use crate::browser::clipboard;
use crate::context::Shown;
use crate::view::{Action, Copied, WhatToCopy};
use crate::words;

/// A button with a polite announcement of what happened. `text` is made at the moment of the click.
pub fn copy_button(
    shown: &Shown,
    label: &'static str,
    done: &'static str,
    text: impl Fn() -> String + 'static,
) -> Html {
    one_of_several(shown, label, label, done, text)
}

/// The same where several on a page have one label: each has a name of its own.
pub fn one_of_several(
    shown: &Shown,
    name: &str,
    label: &'static str,
    done: &'static str,
    text: impl Fn() -> String + 'static,
) -> Html {
    view(shown, name, label, done, copying(shown, name, text))
}

/// Copies a text, which is made at that moment, and tells what became of it.
pub fn copying(
    shown: &Shown,
    by: &str,
    text: impl Fn() -> String + 'static,
) -> Callback<MouseEvent> {
    let (act, by) = (shown.act.clone(), by.to_owned());
    Callback::from(move |_| copy(&act, &by, text()))
}

/// A button for what the parts that are downloaded later copy.
pub fn copy_later(shown: &Shown, what: WhatToCopy, label: &'static str) -> Html {
    let done = match what {
        WhatToCopy::Quotation => words::QUOTATION_COPIED,
        WhatToCopy::PassageLink => words::LINK_COPIED,
    };
    view(
        shown,
        what.name(),
        label,
        done,
        shown.on(Action::Copy(what)),
    )
}

/// Copies a text, and tells what became of it.
pub fn copy(act: &Callback<Action>, by: &str, text: String) {
    let (act, by) = (act.clone(), by.to_owned());
    // A second success must be announced like the first.
    act.emit(Action::Copied(by.clone(), Copied::Nothing));
    wasm_bindgen_futures::spawn_local(async move {
        let copied = clipboard::copy(&text).await;
        let outcome = if copied {
            Copied::Done
        } else {
            Copied::Refused(text)
        };
        act.emit(Action::Copied(by, outcome));
    });
}

fn view(
    shown: &Shown,
    name: &str,
    label: &'static str,
    done: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    // A press must not take the selection away that is to be copied.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let outcome = (shown.ui.copied_by == name).then_some(&shown.ui.copied);
    let told = match outcome {
        Some(Copied::Done) => done,
        Some(Copied::NothingSelected) => words::NOTHING_SELECTED,
        _ => "",
    };
    html! {
        <span class="copy">
            <button type="button" class="quiet" {onmousedown} {onclick}>{ label }</button>
            <span role="status" class="copy-outcome">{ told }</span>
            if let Some(Copied::Refused(text)) = outcome {
                <label class="copy-by-hand">
                    { words::COPY_BY_HAND }
                    <textarea readonly=true rows="3" value={text.clone()} />
                </label>
            }
        </span>
    }
}
