//! A page that says what is wrong and what to do.

use yew::prelude::*;

/// A message in place of the page, announced when it appears, with one button.
pub fn message(
    title: &'static str,
    text: String,
    action: &'static str,
    on_action: Callback<MouseEvent>,
) -> Html {
    html! {
        <main class="message">
            <div role="alert">
                <h1>{ title }</h1>
                <p>{ text }</p>
            </div>
            <p><button type="button" onclick={on_action}>{ action }</button></p>
        </main>
    }
}
