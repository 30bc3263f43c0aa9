//! The frame of every dialog: its heading, the way out, and fields to copy from.

use yew::prelude::*;

use crate::browser::{clipboard, dialog, focus};
use crate::components::tools::DIALOG_ID;
use crate::context::Shown;
use crate::view::{Action, Copied};
use crate::words;

/// The element id of a dialog's heading.
const HEADING_ID: &str = "dialog-heading";

/// Closes the open dialog. What follows comes with its `close` event, as when the reader presses Escape.
pub fn closing() -> Callback<MouseEvent> {
    Callback::from(|_| dialog::close(DIALOG_ID))
}

/// A dialog with a heading and a button that closes it. The explorer opens it once it is rendered; the browser keeps the
/// focus inside, and gives it back.
pub fn frame(shown: &Shown, class: &'static str, heading: &'static str, content: Html) -> Html {
    let onclose = shown.on::<Event>(Action::Dialog(None));
    html! {
        <dialog key={class} id={DIALOG_ID} ~className={class} aria-labelledby={HEADING_ID} closedby="any" {onclose}>
            <div class="dialog-head">
                <h2 id={HEADING_ID}>{ heading }</h2>
                <button type="button" class="quiet" onclick={closing()}>{ words::CLOSE }</button>
            </div>
            { content }
        </dialog>
    }
}

/// A text in a field of its own with a button that copies it; where the browser refuses, the text is selected.
pub fn copy_field(shown: &Shown, id: &'static str, label: &'static str, text: &str) -> Html {
    // Room for all of it, at some sixty characters a line.
    let rows = (text.len() / 55 + 1).min(5).to_string();
    let (act, copied) = (shown.act.clone(), text.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (act, text) = (act.clone(), copied.clone());
        // A second success must be announced like the first.
        act.emit(Action::Copied(id.to_owned(), Copied::Nothing));
        wasm_bindgen_futures::spawn_local(async move {
            let done = clipboard::copy(&text).await;
            if !done {
                focus::select_text(id);
            }
            let outcome = if done {
                Copied::Done
            } else {
                Copied::Refused(text)
            };
            act.emit(Action::Copied(id.to_owned(), outcome));
        });
    });
    html! {
        <div class="copy-field">
            <label for={id}>{ label }</label>
            <textarea {id} readonly=true {rows} value={text.to_owned()} />
            <button type="button" {onclick}>{ words::COPY }</button>
        </div>
    }
}

/// A choice of one among a few, as radio buttons under a legend.
pub fn choice(legend: &'static str, options: Vec<Html>) -> Html {
    html! {
        <fieldset class="choice">
            <legend>{ legend }</legend>
            { options }
        </fieldset>
    }
}

/// One option of a choice; `group` is its name in the form.
pub fn option(
    shown: &Shown,
    group: &'static str,
    label: String,
    chosen: bool,
    action: Action,
) -> Html {
    html! {
        <label key={label.clone()}>
            <input type="radio" name={group} checked={chosen} onchange={shown.on::<Event>(action)} />
            { label }
        </label>
    }
}
