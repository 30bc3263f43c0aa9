//! A visit in two short lines, as a button that opens it.

use dateline_model::Visit;
use yew::prelude::*;

use crate::browser::page::{Place, scroll_to_id};
use crate::components::sentence::LABEL_ID;
use crate::context::Shown;
use crate::view::Action;
use crate::words::{self, when};

/// "Lee Jae Myung → China, under way on 5 January 2026": a button that opens the sentence of a visit on this page.
pub fn visit_line(shown: &Shown, key: u32) -> Html {
    let Some(visit) = shown.visit(key) else {
        return Html::default();
    };
    let open = shown.open_mark() == Some(key);
    let (act, id) = (shown.act.clone(), visit.id.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        act.emit(Action::Visit(id.clone()));
        // The sentence may be far above the list.
        scroll_to_id(LABEL_ID, Place::Nearest);
    });
    html! {
        <button type="button" class="visit-line" data-visits={key.to_string()} aria-pressed={open.to_string()} {onclick}>{ view_lines(visit) }</button>
    }
}

/// The same as a link from an article to the page where its sentence is open.
pub fn visit_link(shown: &Shown, key: u32) -> Html {
    let Some(visit) = shown.visit(key) else {
        return Html::default();
    };
    html! { <a class="visit-line" href={shown.visit_href(visit)}>{ view_lines(visit) }</a> }
}

fn view_lines(visit: &Visit) -> Html {
    html! {
        <>
            <span class="visit-line-route">{ words::route(visit) }</span>
            <span class="visit-line-when">{ when_and_status(visit) }</span>
        </>
    }
}

fn when_and_status(visit: &Visit) -> String {
    let when = when::visit_inline(visit.date, visit.aspect);
    match words::status_word(visit.status) {
        Some(word) => format!("{word}, {when}"),
        None => when,
    }
}
