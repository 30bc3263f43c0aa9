//! What the search box suggests while somebody types: values of the filters, words of the articles, fields.
//!
//! The box stays a `searchbox`, as the ARIA practices' combobox with a list: what the arrows choose is named by
//! `aria-activedescendant`, the focus stays. Nothing is taken that nobody went to: without an arrow before it, Enter and Tab
//! do what they always do.

use dateline_bundle::{Choice, Collection, Completion, Facet, PerFacet};
use yew::prelude::*;

use crate::components::search::{SUGGESTIONS_ID, suggestion_id};
use crate::context::Shown;
use crate::view::{Action, Suggest};
use crate::words;

/// Nothing is suggested for fewer letters.
const FEWEST_LETTERS: usize = 2;
/// Nothing is suggested for longer queries, in bytes: nobody types them.
const LONGEST: usize = 200;
/// The most suggestions.
const MOST: usize = 7;
/// The most of one kind, unless a field asks for it.
const MOST_OF_A_KIND: usize = 3;

/// Something that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Suggestion {
    /// What it is called.
    label: String,
    /// What it is.
    detail: String,
    /// The query with it.
    query: String,
    /// The filter that it chooses, in the place of words in the query.
    choice: Option<(Facet, String)>,
}

impl Suggestion {
    /// Puts it where the words were that it takes the place of.
    fn taken(&self) -> Action {
        Action::Take(self.query.clone(), self.choice.clone())
    }
}

/// The list, and what keys do in the box.
pub fn suggest(shown: &Shown) -> (Html, Callback<KeyboardEvent>) {
    let text = shown.ui.search_text(&shown.state.query);
    match shown.ui.suggest {
        Suggest::Closed => (view_list(shown, &[], None), opening_key(shown, text)),
        Suggest::Open(at) => {
            let all = suggested(shown.collection, text, &shown.state.choices);
            let list = view_list(shown, &all, at);
            (list, keys(shown.act.clone(), all, at))
        }
    }
}

/// The list, hidden as long as it is empty, and for who hears it how long it is.
fn view_list(shown: &Shown, all: &[Suggestion], at: Option<usize>) -> Html {
    let mut list = Vec::new();
    for (place, one) in all.iter().enumerate() {
        list.push(view_suggestion(shown, place, one, at == Some(place)));
    }
    // A `searchbox` cannot say that it has opened something. The same number is not said again.
    let told = match all.len() {
        0 => String::new(),
        number => words::suggestions(number),
    };
    // Whoever presses the mouse on a suggestion stays in the box.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <>
            <ul id={SUGGESTIONS_ID} class="suggestions" role="listbox" aria-label={words::SUGGESTIONS} hidden={all.is_empty()} {onmousedown}>
                { list }
            </ul>
            <span class="visually-hidden" aria-live="polite">{ told }</span>
        </>
    }
}

fn view_suggestion(shown: &Shown, place: usize, suggestion: &Suggestion, chosen: bool) -> Html {
    let onclick = shown.on::<MouseEvent>(suggestion.taken());
    html! {
        <li id={suggestion_id(place)} role="option" aria-selected={chosen.to_string()} {onclick}>
            <span>{ suggestion.label.clone() }</span>
            { " " }
            <span class="suggestion-detail">{ suggestion.detail.clone() }</span>
        </li>
    }
}

/// What keys do in the box while nothing is suggested: an arrow down asks for suggestions.
fn opening_key(shown: &Shown, text: &str) -> Callback<KeyboardEvent> {
    let (act, collection) = (shown.act.clone(), shown.collection.clone());
    let (text, choices) = (text.to_owned(), shown.state.choices.clone());
    Callback::from(move |event: KeyboardEvent| {
        press_to_open(&event, &act, &collection, (&text, &choices));
    })
}

/// Not inlined: a small closure stays in the first half of the wasm.
#[inline(never)]
fn press_to_open(
    event: &KeyboardEvent,
    act: &Callback<Action>,
    collection: &Collection,
    (text, choices): (&str, &PerFacet<Vec<Choice>>),
) {
    let opens = !is_for_others(event) && event.key() == "ArrowDown";
    if opens && !suggested(collection, text, choices).is_empty() {
        event.prevent_default();
        act.emit(Action::Suggest(Suggest::Open(Some(0))));
    }
}

/// What keys do in the box while these are suggested.
fn keys(act: Callback<Action>, all: Vec<Suggestion>, at: Option<usize>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if is_for_others(&event) || all.is_empty() {
            return;
        }
        let action = match (event.key().as_str(), at.and_then(|at| all.get(at))) {
            ("ArrowDown", _) => Action::Suggest(Suggest::Open(step(at, 1, all.len()))),
            ("ArrowUp", _) => Action::Suggest(Suggest::Open(step(at, -1, all.len()))),
            ("Escape", _) => Action::Suggest(Suggest::Closed),
            ("Enter", Some(chosen)) => chosen.taken(),
            ("Enter" | "Tab", _) => {
                // They do what they always do.
                act.emit(Action::Suggest(Suggest::Closed));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        act.emit(action);
    })
}

/// What a browser says of a key that an input method uses, where it does not say that it composes.
const COMPOSING_KEY: u32 = 229;

/// Whether a key is the browser's or an input method's.
fn is_for_others(event: &KeyboardEvent) -> bool {
    let composes = event.is_composing() || event.key_code() == COMPOSING_KEY;
    composes || event.alt_key() || event.ctrl_key() || event.meta_key()
}

/// The place after a step through so many suggestions and the box itself, which comes before the first and after the last.
fn step(at: Option<usize>, by: isize, of: usize) -> Option<usize> {
    let places = of + 1;
    let from = at.map_or(0, |at| at + 1);
    let to = (from + places).saturating_add_signed(by) % places;
    to.checked_sub(1)
}

/// What is suggested for the text in the box: the most frequent values, words and fields.
fn suggested(
    collection: &Collection,
    text: &str,
    choices: &PerFacet<Vec<Choice>>,
) -> Vec<Suggestion> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let completions = collection.complete(text, MOST);
    let Some(first) = completions.first() else {
        return Vec::new();
    };
    let typed = text.get(first.range.clone()).unwrap_or_default();
    let in_field = typed.contains(':');
    if !in_field && typed.chars().count() < FEWEST_LETTERS {
        return Vec::new();
    }
    let chosen = |one: &Suggestion| {
        let known = |(facet, value): &(Facet, String)| {
            let mut chosen = choices.get(*facet).iter();
            chosen.any(|choice| choice.value == *value)
        };
        one.choice.as_ref().is_some_and(known)
    };
    let is_alone = is_alone(text.get(..first.range.start).unwrap_or_default());
    let most = if in_field { MOST } else { MOST_OF_A_KIND };
    let picked = picked(completions, most, |one| {
        // What all articles have narrows nothing, and what was typed is there already.
        let is_useless = one.facet.is_some() && one.count == collection.articles();
        !is_useless && !one.text.eq_ignore_ascii_case(typed)
    });
    let mut all = Vec::new();
    for completion in picked {
        let one = suggestion(text, &completion, is_alone && !in_field);
        if !chosen(&one) {
            all.push(one);
        }
    }
    all.truncate(MOST);
    all
}

/// The values with the highest counts, the first words and the fields: `most` of each kind, of those that are wanted.
fn picked(
    completions: Vec<Completion>,
    most: usize,
    is_wanted: impl Fn(&Completion) -> bool,
) -> Vec<Completion> {
    let (mut values, mut rest): (Vec<Completion>, Vec<Completion>) = (Vec::new(), Vec::new());
    for one in completions {
        if !is_wanted(&one) {
            continue;
        }
        if one.facet.is_none() {
            // Words come before fields.
            if one.count == 0 || rest.len() < most {
                rest.push(one);
            }
            continue;
        }
        // Each facet's own are sorted, all together are not.
        let at = values.iter().position(|other| other.count < one.count);
        values.insert(at.unwrap_or(values.len()), one);
    }
    values.truncate(most);
    values.append(&mut rest);
    values
}

/// Whether what follows stands for itself: no operator joins it to what is before.
fn is_alone(before: &str) -> bool {
    let last = before.split_whitespace().next_back();
    let joins = last
        .is_some_and(|word| matches!(word, "OR" | "AND" | "|" | "||") || word.starts_with("NEAR"));
    let is_apart = before.chars().next_back().is_none_or(char::is_whitespace);
    is_apart && !joins && before.bytes().all(|byte| byte != b'(')
}

/// A completion in words. A value becomes a chosen filter where it stands `alone`, else a condition of the query.
fn suggestion(text: &str, completion: &Completion, alone: bool) -> Suggestion {
    let before = text.get(..completion.range.start).unwrap_or_default();
    let facet = completion.facet.and_then(|n| Facet::ALL.get(n).copied());
    let query = [before, &completion.text].concat();
    let Some(facet) = facet else {
        let field = completion
            .text
            .strip_suffix(':')
            .filter(|_| completion.count == 0);
        return match field {
            Some(field) => Suggestion {
                detail: words::field_hint(field).to_owned(),
                label: completion.text.clone(),
                query,
                choice: None,
            },
            None => Suggestion {
                detail: words::suggested_word(completion.count),
                label: completion.text.clone(),
                query: query + " ",
                choice: None,
            },
        };
    };
    let quoted = completion.text.split('"').nth(1);
    let value = quoted.unwrap_or(&completion.text).to_owned();
    Suggestion {
        label: words::facet_value(facet, &value),
        detail: words::suggested_value(facet, completion.count),
        query: if alone {
            before.to_owned()
        } else {
            query + " "
        },
        choice: alone.then_some((facet, value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_through_the_box() {
        assert_eq!(step(None, 1, 2), Some(0));
        assert_eq!(step(Some(0), 1, 2), Some(1));
        assert_eq!(step(Some(1), 1, 2), None);
        assert_eq!(step(None, -1, 2), Some(1));
        assert_eq!(step(Some(0), -1, 2), None);
    }

    #[test]
    fn what_an_operator_joins_does_not_stand_alone() {
        for (before, expected) in [
            ("", true),
            ("silver ", true),
            ("-", false),
            ("silver OR ", false),
            ("quay NEAR/3 ", false),
            ("(", false),
            ("(a OR b) ", false),
        ] {
            assert_eq!(is_alone(before), expected, "{before}");
        }
    }

    fn completion(text: &str, facet: Option<usize>, count: u32) -> Completion {
        Completion {
            range: 7..9,
            text: text.to_owned(),
            facet,
            count,
        }
    }

    #[test]
    fn the_most_frequent_of_each_kind_are_picked() {
        let all = vec![
            completion("a", Some(0), 5),
            completion("b", Some(0), 1),
            completion("c", Some(1), 9),
            completion("d", Some(1), 2),
            completion("word", None, 4),
            completion("typed", None, 3),
            completion("words", None, 2),
            completion("wordy", None, 1),
            completion("field:", None, 0),
        ];
        let picked = picked(all, 2, |one| one.text != "typed");
        let texts: Vec<&str> = picked.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["c", "a", "word", "words", "field:"]);
    }

    #[test]
    fn values_that_stand_alone_leave_the_query_and_others_enter_it() {
        let china = completion("place:\"China\"", Some(1), 12);
        let alone = suggestion("silver ch", &china, true);
        assert_eq!(
            (alone.label.as_str(), alone.query.as_str()),
            ("China", "silver ")
        );
        assert_eq!(alone.choice, Some((Facet::Place, "China".to_owned())));
        assert_eq!(alone.detail, "Place, 12 articles");
        let joined = suggestion("silver ch", &china, false);
        assert_eq!(joined.query, "silver place:\"China\" ");
        assert_eq!(joined.choice, None);
        let word = suggestion("silver ch", &completion("cherish", None, 1), true);
        assert_eq!(
            (word.query.as_str(), word.detail.as_str()),
            ("silver cherish ", "once")
        );
        let field = suggestion("silver pe", &completion("person:", None, 0), true);
        assert_eq!(field.query, "silver person:");
    }
}
