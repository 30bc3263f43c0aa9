//! Light, dark, or as the system.

use yew::prelude::*;

use crate::browser::theme::Theme;
use crate::words;

/// A button that opens three choices.
#[component]
pub fn ThemeMenu() -> Html {
    let open = use_state(|| false);
    let theme = use_state(Theme::kept);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                open.set(false);
                crate::browser::focus::id("theme-button");
            }
        })
    };
    let choose = {
        let theme = theme.clone();
        Callback::from(move |chosen: Theme| {
            chosen.choose();
            theme.set(chosen);
        })
    };
    html! {
        <div class="theme" {onkeydown}>
            <button id="theme-button" type="button" class="quiet" aria-expanded={open.to_string()}
                aria-controls="theme-menu" onclick={toggle}>{ words::THEME }</button>
            <fieldset id="theme-menu" class="theme-menu" hidden={!*open}>
                <legend class="visually-hidden">{ words::THEME }</legend>
                { for Theme::ALL.into_iter().map(|item| view_choice(item, *theme, &choose)) }
            </fieldset>
        </div>
    }
}

fn view_choice(item: Theme, chosen: Theme, choose: &Callback<Theme>) -> Html {
    let onchange = choose.reform(move |_: Event| item);
    html! {
        <label key={item.name()}>
            <input type="radio" name="theme" value={item.name()} checked={item == chosen} {onchange} />
            { words::theme(item) }
        </label>
    }
}
