//! The heading of the timeline and all that moves it without a drag.

use dateline_model::Day;
use yew::prelude::*;

use super::TimelineView;
use super::kept::Drawn;
use crate::browser::HtmlSelectElement;
use crate::context::Shown;
use crate::view::{Action, Group};
use crate::words::{self, when};

/// The element id of the panel of dates.
pub const DATES_ID: &str = "dates";

/// What the rows are, the months on show, and the buttons: earlier, later, undated, further, closer, all, dates.
pub fn view_toolbar(shown: &Shown, view: &TimelineView, drawn: &Drawn) -> Html {
    let window = view.scale.window;
    let to = |window| shown.on::<MouseEvent>(Action::Window(Some(window)));
    // Around the open visit, so that it stays in sight.
    let middle = view
        .line_from(shown)
        .map_or(Day(window.first.0 + window.days() / 2), |(x, _)| {
            view.scale.day(x)
        });
    let everything = drawn.span.map(to);
    let open = shown.ui.dates_open;
    html! {
        <div class="timeline-bar">
            <h2>{ words::TIMELINE }</h2>
            if view.names { { view_group(shown) } }
            <span class="timeline-window">{ when::window(window.first, window.last) }</span>
            // Comes later, where nothing makes room for it.
            { shown.ui.later.annex().map_or_else(Html::default, |annex| annex.row_order(shown, view, drawn)) }
            <span class="timeline-buttons">
                if view.before > 0 {
                    <button type="button" class="quiet" onclick={to(window.pan(-50))}>{ words::outside(view.before, false) }</button>
                }
                if view.after > 0 {
                    <button type="button" class="quiet" onclick={to(window.pan(50))}>{ words::outside(view.after, true) }</button>
                }
                { view_undated(shown, &drawn.undated) }
                <button type="button" class="quiet square" aria-label={words::ZOOM_OUT} onclick={to(window.zoom(200, middle))}>{ "−" }</button>
                <button type="button" class="quiet square" aria-label={words::ZOOM_IN} onclick={to(window.zoom(50, middle))}>{ "+" }</button>
                if let Some(onclick) = everything {
                    <button type="button" class="quiet" {onclick}>{ words::ALL }</button>
                }
                <button type="button" class="quiet" aria-expanded={open.to_string()} aria-controls={open.then_some(DATES_ID)}
                    onclick={shown.on::<MouseEvent>(Action::Dates(!open))}>{ words::DATES }</button>
            </span>
        </div>
    }
}

/// What the rows stand for.
fn view_group(shown: &Shown) -> Html {
    let default = shown.default_group();
    let onchange = shown.act.reform(move |event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let group = select.and_then(|select| Group::from_name(&select.value()));
        Action::Group(group.filter(|&group| group != default))
    });
    let current = shown.group();
    let mut options = Vec::new();
    for group in Group::ALL {
        options.push(html! {
            <option key={group.name()} value={group.name()} selected={group == current}>{ words::group(group) }</option>
        });
    }
    html! { <label class="group">{ words::GROUP_BY }<select name="group" {onchange}>{ options }</select></label> }
}

/// The visits that have no place on an axis: a button that opens one after the other.
pub fn view_undated(shown: &Shown, undated: &[u32]) -> Html {
    let open = shown.open_visit();
    let at = undated.iter().position(|&key| Some(key) == open);
    let next = at.map_or(0, |at| (at + 1) % undated.len().max(1));
    let Some(visit) = undated.get(next).and_then(|&key| shown.visit(key)) else {
        return Html::default();
    };
    let onclick = shown.on::<MouseEvent>(Action::Visit(visit.id.clone()));
    html! { <button type="button" class="quiet" {onclick}>{ words::undated(undated.len()) }</button> }
}
