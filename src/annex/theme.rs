//! The choices below the theme button.

use yew::prelude::*;

use crate::browser::theme::Theme;
use crate::context::Shown;
use crate::view::Action;
use crate::words;

/// Light, dark, or as the system.
pub fn theme_choices(shown: &Shown) -> Html {
    html! {
        <fieldset id="theme-menu" class="theme-menu" hidden={!shown.ui.theme_open}>
            <legend class="visually-hidden">{ words::THEME }</legend>
            { for Theme::ALL.into_iter().map(|item| view_choice(shown, item)) }
        </fieldset>
    }
}

fn view_choice(shown: &Shown, item: Theme) -> Html {
    html! {
        <label key={item.name()}>
            <input type="radio" name="theme" value={item.name()} checked={item == shown.ui.theme}
                onchange={shown.on::<Event>(Action::Theme(item))} />
            { words::theme(item) }
        </label>
    }
}
