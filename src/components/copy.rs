//! A button that copies a text, and shows it for copying by hand where the browser refuses.

use yew::prelude::*;

use crate::browser::clipboard;
use crate::words;

/// Properties for [`CopyButton`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// The label.
    pub label: AttrValue,
    /// What the label becomes for a while when it worked.
    pub done: AttrValue,
    /// Makes the text, at the moment of the click.
    pub text: Callback<(), String>,
}

/// What became of the last click.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    None,
    Copied,
    Refused(String),
}

/// A button with a polite announcement of what happened.
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let outcome = use_state_eq(|| Outcome::None);
    let onclick = {
        let (outcome, text) = (outcome.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            let (outcome, text) = (outcome.clone(), text.emit(()));
            wasm_bindgen_futures::spawn_local(async move {
                let copied = clipboard::copy(&text).await;
                outcome.set(if copied {
                    Outcome::Copied
                } else {
                    Outcome::Refused(text)
                });
            });
        })
    };
    html! {
        <span class="copy">
            <button type="button" class="quiet" {onclick}>{ &props.label }</button>
            <span role="status" class="copy-outcome">
                if *outcome == Outcome::Copied { { &props.done } }
            </span>
            if let Outcome::Refused(text) = &*outcome {
                <label class="copy-by-hand">
                    { words::COPY_BY_HAND }
                    <textarea readonly=true rows="3" value={text.clone()} />
                </label>
            }
        </span>
    }
}
