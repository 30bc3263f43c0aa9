//! The facets: what the articles can be narrowed down by.

use dateline_bundle::{Chosen, Facet, FacetValue};
use yew::prelude::*;

use crate::context::Shown;
use crate::view::{Action, Dialog};
use crate::words;

/// How many values a facet shows until it is opened.
const SHORT: usize = 5;

/// The column of the filters. On a narrow page they are in a dialog instead ([`crate::annex`]).
pub fn filters(shown: &Shown) -> Html {
    let here = shown.ui.dialog != Some(Dialog::Filters);
    html! {
        <div class="filters" role="group" aria-label={words::FILTERS}>
            if here { { facets(shown) } }
        </div>
    }
}

/// All facets that can narrow anything.
pub fn facets(shown: &Shown) -> Html {
    let mut all: Vec<Html> = Vec::new();
    for (facet, values) in shown.selection.facets.iter() {
        if !narrows(values) {
            continue;
        }
        if facet == Facet::Year {
            // Years are looked for in their own order.
            let mut years = values.clone();
            dateline_compact::sort_by(&mut years, |a, b| b.value.cmp(&a.value));
            all.push(view_facet(shown, facet, &years));
        } else {
            all.push(view_facet(shown, facet, values));
        }
    }
    all.into_iter().collect()
}

/// A facet with one value narrows nothing, unless that value is chosen.
fn narrows(values: &[FacetValue]) -> bool {
    values.len() > 1 || values.iter().any(|value| value.chosen != Chosen::No)
}

/// One facet as a group of boxes; the chosen values and the first few are always in sight.
fn view_facet(shown: &Shown, facet: Facet, values: &[FacetValue]) -> Html {
    let mut whole = shown.ui.whole_facets.iter();
    let whole = whole.find(|(other, _)| *other == facet);
    let mut boxes = Vec::new();
    if let (Some((_, text)), Some(annex)) = (whole, shown.ui.later.annex()) {
        boxes.push(annex.whole_facet(shown, facet, values, text));
    } else {
        for (index, value) in values.iter().enumerate() {
            if index < SHORT || value.chosen != Chosen::No {
                boxes.push(view_value(shown, facet, value));
            }
        }
    }
    let hidden = match whole {
        None => values.len() - boxes.len(),
        Some(_) => 0,
    };
    html! {
        <fieldset key={facet.name()} id={format!("facet-{}", facet.name())} class="facet">
            <legend>{ words::facet(facet) }</legend>
            { boxes }
            if hidden > 0 {
                <button type="button" class="quiet facet-more" onclick={shown.on::<MouseEvent>(Action::WholeFacet(facet, String::new()))}>{ words::more(hidden) }</button>
            }
        </fieldset>
    }
}

/// One value as a box that can be ticked.
pub fn view_value(shown: &Shown, facet: Facet, value: &FacetValue) -> Html {
    let name = value.value.to_string();
    let label = words::facet_value(facet, &name);
    let onchange = shown.on::<Event>(Action::Toggle(facet, name.clone()));
    html! {
        <label key={name} ~className={if value.chosen == Chosen::No { "facet-value" } else { "facet-value chosen" }}>
            <input type="checkbox" aria-label={words::facet_name(&label, value.count, value.chosen == Chosen::Excluded)}
                checked={value.chosen == Chosen::Included} {onchange} />
            <span class="facet-label">{ label }</span>
            <span class="facet-count">{ words::grouped(value.count as usize) }</span>
        </label>
    }
}
