//! A visit in two short lines, as a button that opens it.

use dateline_model::Visit;
use yew::prelude::*;

use crate::context::Shown;
use crate::view::Action;
use crate::words::{self, when};

/// "Lee Jae Myung → China, under way on 5 January 2026": the visit at a place in the collection.
pub fn visit_line(shown: &Shown, key: u32) -> Html {
    let Some(visit) = shown.visit(key) else {
        return Html::default();
    };
    let open = shown.open_visit() == Some(key);
    let onclick = shown.on::<MouseEvent>(Action::Visit(visit.id.clone()));
    html! {
        <button type="button" class="visit-line" aria-pressed={open.to_string()} {onclick}>
            <span class="visit-line-route">{ words::route(visit) }</span>
            <span class="visit-line-when">{ when_and_status(visit) }</span>
        </button>
    }
}

fn when_and_status(visit: &Visit) -> String {
    let when = when::visit_inline(visit.date, visit.aspect);
    match words::status_word(visit.status) {
        Some(word) => format!("{word}, {when}"),
        None => when,
    }
}
