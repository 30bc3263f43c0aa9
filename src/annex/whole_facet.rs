//! A facet with all its values, and where these are many a field that looks through them.

use dateline_bundle::{Chosen, Facet, FacetValue, forms};
use yew::prelude::*;

use crate::browser::HtmlInputElement;
use crate::components::filters::view_value;
use crate::context::Shown;
use crate::view::Action;
use crate::words;

/// So many values are looked through by eye.
const FEW: usize = 12;

/// The values with words that begin like those of the text, and those that are chosen.
pub fn whole_facet(shown: &Shown, facet: Facet, values: &[FacetValue], text: &str) -> Html {
    let typed = forms(text);
    let mut boxes = Vec::new();
    let mut found = 0;
    for value in values {
        let label = words::facet_value(facet, &value.value);
        let fits = has_words(&label, &typed);
        found += usize::from(fits);
        if fits || value.chosen != Chosen::No {
            boxes.push(view_value(shown, facet, value));
        }
    }
    // One child, however many they are: the field beside it keeps its focus.
    let boxes: Html = boxes.into_iter().collect();
    html! {
        <>
            if values.len() > FEW || !text.is_empty() { { view_field(shown, facet, text) } }
            { boxes }
            <p class="facet-none" role="status">{ if found == 0 { words::NO_VALUE } else { "" } }</p>
        </>
    }
}

/// Whether each of the folded words is the beginning of one of a name, in any order; a query wants them in a row.
fn has_words(name: &str, words: &str) -> bool {
    let name = forms(name);
    let begins = |word: &str| name.split(' ').any(|own| own.starts_with(word));
    words.split(' ').all(begins)
}

fn view_field(shown: &Shown, facet: Facet, text: &str) -> Html {
    let act = shown.act.clone();
    let oninput = Callback::from(move |event: InputEvent| look(&event, &act, facet));
    let name = words::find_value(facet);
    html! {
        <input type="text" class="facet-field" aria-label={name.clone()} placeholder={name} autocomplete="off"
            spellcheck="false" value={text.to_owned()} {oninput} />
    }
}

/// Not inlined: a small closure stays in the first half of the wasm.
#[inline(never)]
fn look(event: &InputEvent, act: &Callback<Action>, facet: Facet) {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        act.emit(Action::WholeFacet(facet, input.value()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_name_are_found_by_their_beginnings() {
        for (name, typed, expected) in [
            ("Lee Jae Myung", "", true),
            ("Lee Jae Myung", "my", true),
            ("Lee Jae Myung", "lee ja", true),
            ("Lee Jae Myung", "yung", false),
            ("Lee Jae Myung", "myung lee", true),
            ("Abe Shinzō", "shinzo", true),
        ] {
            assert_eq!(has_words(name, &forms(typed)), expected, "{typed}");
        }
    }
}
