//! What narrows the collection, each removable.

use dateline_bundle::{Choice, Facet};
use yew::prelude::*;

use super::query_chips::query_chips;
use crate::context::Shown;
use crate::view::Action;
use crate::words;

/// The conditions of the query and the chosen filters as removable chips. Nothing when nothing narrows.
pub fn chips(shown: &Shown) -> Html {
    let mut chips = Vec::new();
    for (facet, choices) in shown.state.choices.iter() {
        for choice in in_place(choices) {
            chips.push(view_chip(shown, facet, choice));
        }
    }
    let chips: Html = chips.into_iter().collect();
    let parts = query_chips(shown);
    let has_parts = !parts.is_empty();
    let parts: Html = parts.into_iter().collect();
    let clear = shown.on::<MouseEvent>(Action::Clear);
    html! {
        <>
            if shown.state.is_narrowed() || has_parts {
                <ul class="chips" role="list" aria-label={words::CHOSEN}>
                    { parts }
                    { chips }
                    { view_range(shown) }
                    if shown.state.is_narrowed() {
                        <li key="clear"><button type="button" class="quiet" onclick={clear}>{ words::CLEAR_FILTERS }</button></li>
                    }
                </ul>
            }
        </>
    }
}

/// The choices of a facet in an order in which one that is turned round stays, and keeps its focus.
fn in_place(choices: &[Choice]) -> Vec<&Choice> {
    let mut all: Vec<&Choice> = choices.iter().collect();
    dateline_compact::sort_by(&mut all, |a, b| a.value.cmp(&b.value));
    all
}

/// The stretch of time that an address asked for.
fn view_range(shown: &Shown) -> Html {
    if shown.state.from.is_none() && shown.state.to.is_none() {
        return Html::default();
    }
    let range = words::range(shown.state.from, shown.state.to);
    html! {
        <li key="range">
            <button type="button" class="chip" aria-label={words::remove_range(&range)} onclick={shown.on::<MouseEvent>(Action::AnyTime)}>
                <span class="chip-facet">{ words::HAPPENED }</span>
                { " " }{ range }
                <span class="chip-cross" aria-hidden="true">{ "×" }</span>
            </button>
        </li>
    }
}

fn view_chip(shown: &Shown, facet: Facet, choice: &Choice) -> Html {
    let value = || choice.value.clone();
    let onclick = shown.on::<MouseEvent>(Action::Toggle(facet, value()));
    let flip = shown.on::<MouseEvent>(Action::Flip(facet, value()));
    let label = words::facet_value(facet, &choice.value);
    html! {
        <li key={format!("{} {}", facet.name(), choice.value)}>
            <button type="button" ~className={if choice.exclude { "chip chip-without" } else { "chip" }}
                aria-label={words::remove_choice(facet, &label, choice.exclude)} {onclick}>
                <span class="chip-facet">{ words::choice_prefix(facet, choice.exclude) }</span>
                { " " }{ label.clone() }
                <span class="chip-cross" aria-hidden="true">{ "×" }</span>
            </button>
            <button type="button" class="quiet chip-flip" aria-label={words::flip_choice(&label, choice.exclude)} onclick={flip}>
                { words::flip(choice.exclude) }
            </button>
        </li>
    }
}
