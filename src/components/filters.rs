//! The facets: what the articles can be narrowed down by.

use dateline_bundle::{Chosen, Facet, FacetValue};
use yew::prelude::*;

use crate::context::ShownProps;
use crate::view::Action;
use crate::words;

/// How many values a facet shows until it is opened.
const SHORT: usize = 5;

/// All facets that can narrow anything. On a phone they open below a button.
#[component]
pub fn Filters(props: &ShownProps) -> Html {
    let open = use_state(|| false);
    let whole = use_state(Vec::<Facet>::new);
    let shown = &props.shown;
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let facets: Html = shown
        .selection
        .facets
        .iter()
        .filter(|(_, values)| narrows(values))
        .map(|(facet, values)| {
            let show_all = {
                let whole = whole.clone();
                Callback::from(move |_: MouseEvent| {
                    whole.set([whole.as_slice(), &[facet]].concat());
                })
            };
            view_facet(facet, values, whole.contains(&facet), show_all, &shown.act)
        })
        .collect();
    html! {
        <div class="filters-column">
            <button type="button" class="filters-button" aria-expanded={open.to_string()}
                aria-controls="filters" onclick={toggle}>{ words::FILTERS }</button>
            <div id="filters" role="group" aria-label={words::FILTERS} class={if *open { "filters open" } else { "filters" }}>
                { facets }
            </div>
        </div>
    }
}

/// A facet with one value narrows nothing, unless that value is chosen.
fn narrows(values: &[FacetValue]) -> bool {
    values.len() > 1 || values.iter().any(|value| value.chosen != Chosen::No)
}

/// One facet as a group of boxes; the chosen values and the first few are always in sight.
fn view_facet(
    facet: Facet,
    values: &[FacetValue],
    whole: bool,
    show_all: Callback<MouseEvent>,
    act: &Callback<Action>,
) -> Html {
    let in_sight = |(index, value): &(usize, &FacetValue)| {
        whole || *index < SHORT || value.chosen != Chosen::No
    };
    let boxes = values.iter().enumerate().filter(in_sight);
    let boxes: Vec<Html> = boxes
        .map(|(_, value)| view_value(facet, value, act))
        .collect();
    let hidden = values.len() - boxes.len();
    html! {
        <fieldset key={facet.name()} class="facet">
            <legend>{ words::facet(facet) }</legend>
            { boxes }
            if hidden > 0 {
                <button type="button" class="quiet facet-more" onclick={show_all}>{ words::more(hidden) }</button>
            }
        </fieldset>
    }
}

fn view_value(facet: Facet, value: &FacetValue, act: &Callback<Action>) -> Html {
    let name = value.value.to_string();
    let label = words::facet_value(facet, &name);
    let onchange = {
        let name = name.clone();
        act.reform(move |_: Event| Action::Toggle(facet, name.clone()))
    };
    html! {
        <label key={name} class={if value.chosen == Chosen::No { "facet-value" } else { "facet-value chosen" }}>
            <input type="checkbox" aria-label={words::facet_name(&label, value.count)}
                checked={value.chosen == Chosen::Included} {onchange} />
            <span class="facet-label">{ label }</span>
            <span class="facet-count">{ words::grouped(value.count as usize) }</span>
        </label>
    }
}
