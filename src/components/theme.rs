//! Light, dark, or as the system.

use yew::prelude::*;

use crate::context::Shown;
use crate::view::Action;
use crate::words;

/// The element id of the button.
const BUTTON_ID: &str = "theme-button";

/// A button that opens three choices. Escape closes them.
pub fn theme_menu(shown: &Shown) -> Html {
    let open = shown.ui.theme_open;
    let act = shown.act.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if open && event.key() == "Escape" {
            act.emit(Action::ThemeMenu(false));
            crate::browser::focus::id(BUTTON_ID);
        }
    });
    html! {
        <div class="theme" {onkeydown}>
            <button id={BUTTON_ID} type="button" class="quiet" aria-expanded={open.to_string()}
                aria-controls="theme-menu" onclick={shown.on::<MouseEvent>(Action::ThemeMenu(!open))}>{ words::THEME }</button>
            { shown.ui.later.annex().map_or_else(Html::default, |annex| annex.theme_choices(shown)) }
        </div>
    }
}
