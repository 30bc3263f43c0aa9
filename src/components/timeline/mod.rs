//! The timeline of the visits: a view of the current filter.

mod axis;
mod keys;
mod lane;
mod marks;
pub mod solo;

use std::rc::Rc;

use dateline_model::Day;
use dateline_timeline::{Lane, Layout, Mark, Scale, Window};
use yew::prelude::*;

use crate::browser::Element;
use crate::context::Shown;
use crate::view::{Action, OnRecord};
use crate::words::{self, when};

use axis::view_axis;
use lane::view_lane;

/// Below this width, in CSS pixels, names have no room and all visits share one row.
const NARROW: i32 = 640;
/// The width of the column of lane names.
const NAMES: i32 = 128;
/// The most lanes that a page shows.
const MOST_LANES: usize = 6;
/// Room at both ends of the axis, so that a mark at the edge is whole.
const MARGIN: i32 = 12;

/// The timeline: lanes of marks over an axis, and the buttons that move it.
pub fn timeline(shown: &Shown) -> Html {
    let mut spans = spans(shown);
    let rows = row_spans(shown);
    let opening = |spans: &[(Day, Day)]| Window::opening(spans.iter().copied());
    let chosen = shown.state.window;
    let Some(window) = chosen
        .or_else(|| opening(&spans))
        .or_else(|| opening(&rows))
    else {
        return view_none(shown);
    };
    spans.extend(rows);
    let width = shown.ui.width;
    let view = Rc::new(TimelineView::new(shown, width, window));
    let first_stop = view.stop(shown.ui.focused_mark, shown.open_mark());
    let onkeydown = keys::handler(&view, first_stop, shown.act.clone());
    let act = shown.act.clone();
    let onfocusin = Callback::from(move |event: FocusEvent| {
        let element = event.target_dyn_into::<Element>();
        if let Some(key) = element.and_then(|element| marks::key_of_element(&element.id())) {
            act.emit(Action::Focused(key));
        }
    });
    html! {
        <section class="timeline" aria-label={words::TIMELINE} {onkeydown} {onfocusin}>
            { view_toolbar(shown, &view, Window::around(spans)) }
            <div class="timeline-frame" ref={shown.frame}>
                if width > 0 {
                    { view_axis(&view, view.line_from(shown.open_mark())) }
                    { for view.lanes.iter().map(|lane| view_lane(shown, &view, lane, first_stop)) }
                }
            </div>
            { view_record_box(shown, view.beside(shown)) }
        </section>
    }
}

/// The box that shows the visits on record too. They are fetched when it is first ticked.
fn view_record_box(shown: &Shown, beside: String) -> Html {
    let Some(info) = &shown.collection.contents().record else {
        return Html::default();
    };
    let onchange = shown.on::<Event>(Action::ShowRecord(!shown.state.record));
    let state = match &shown.ui.record {
        OnRecord::Here(_) => beside,
        other => words::record_state(other).to_owned(),
    };
    html! {
        <p class="record-box">
            <label>
                <input type="checkbox" checked={shown.state.record} {onchange} />
                { words::show_record(info) }
            </label>
            <span role="status">{ state }</span>
        </p>
    }
}

/// What the timeline says when there is nothing to draw.
fn view_none(shown: &Shown) -> Html {
    html! {
        <section class="timeline timeline-none" aria-label={words::TIMELINE}>
            <p>{ words::NO_DATED_VISITS }</p>
            { view_record_box(shown, String::new()) }
        </section>
    }
}

/// First and last day of each dated visit of the selection, and of talks outside any visit.
fn spans(shown: &Shown) -> Vec<(Day, Day)> {
    let dated = marks::drawn(shown).filter_map(|(_, visit)| visit.date);
    dated.map(|date| (date.first, date.last)).collect()
}

/// The same of the visits on record that are shown.
fn row_spans(shown: &Shown) -> Vec<(Day, Day)> {
    let dated = shown.rows().filter_map(|(_, row)| row.date);
    dated.map(|date| (date.first, date.last)).collect()
}

/// Everything about the drawing that does not depend on the focus.
#[derive(Debug, PartialEq)]
pub struct TimelineView {
    /// Days to pixels.
    scale: Scale,
    /// The rows with their marks.
    lanes: Vec<(Lane, Layout)>,
    /// Whether there is room for names.
    names: bool,
    /// Whether the last of them is that of the visits on record.
    record: bool,
    /// How many visits lie before the window.
    before: usize,
    /// How many visits lie after it.
    after: usize,
}

impl TimelineView {
    fn new(shown: &Shown, width: i32, window: Window) -> Self {
        let names = width >= NARROW;
        let left = if names { NAMES } else { 0 };
        let scale = Scale::new(window, left + MARGIN, width - MARGIN);
        let mut lanes = marks::lanes(shown, scale, if names { MOST_LANES } else { 1 }, names);
        let before = lanes.iter().map(|(_, layout)| layout.before).sum();
        let after = lanes.iter().map(|(_, layout)| layout.after).sum();
        // What is on record is no visit of these articles: it is not counted with them.
        let on_record = marks::record_lane(shown, scale);
        let record = on_record.is_some();
        lanes.extend(on_record);
        Self {
            scale,
            lanes,
            names,
            record,
            before,
            after,
        }
    }

    fn height(&self) -> i32 {
        i32::try_from(self.lanes.len()).unwrap_or(1) * lane::HEIGHT
    }

    /// The one mark that Tab reaches: the one last focused, else the open one, else the newest. By its first key.
    fn stop(&self, focused: Option<u32>, open: Option<u32>) -> Option<u32> {
        let marks = || self.lanes.iter().flat_map(|(_, layout)| &layout.marks);
        let holding = |key: u32| marks().find(|mark| mark.keys.contains(&key));
        focused
            .and_then(holding)
            .or_else(|| open.and_then(holding))
            .or_else(|| marks().max_by_key(|mark| mark.days.1))
            .and_then(|mark| mark.keys.first().copied())
    }

    /// What is on record before and after the window.
    fn beside(&self, shown: &Shown) -> String {
        match self.lanes.last().filter(|_| self.record) {
            Some((_, layout)) if shown.state.record => {
                words::beside_window(layout.before, layout.after)
            }
            _ => String::new(),
        }
    }

    /// Where the blue line of the open mark begins: its middle, and the bottom of its lane.
    fn line_from(&self, open: Option<u32>) -> Option<(i32, i32)> {
        let open = open?;
        let holds = |mark: &&Mark| mark.keys.contains(&open);
        let mut lanes = self.lanes.iter().zip(1..);
        lanes.find_map(|((_, layout), number)| {
            let mark = layout.marks.iter().find(holds)?;
            Some((mark.centre(), number * lane::HEIGHT))
        })
    }
}

/// The heading, the months on show, and the buttons: earlier, later, closer, further, all.
fn view_toolbar(shown: &Shown, view: &TimelineView, all: Option<Window>) -> Html {
    let window = view.scale.window;
    let to = |window: Window| shown.on::<MouseEvent>(Action::Window(Some(window)));
    let middle = Day(window.first.0 + window.days() / 2);
    let everything = all.map(to);
    html! {
        <div class="timeline-bar">
            <h2>{ words::TIMELINE }</h2>
            <span class="timeline-window">{ when::window(window.first, window.last) }</span>
            <span class="timeline-buttons">
                if view.before > 0 {
                    <button type="button" class="quiet" onclick={to(window.pan(-50))}>{ words::outside(view.before, false) }</button>
                }
                if view.after > 0 {
                    <button type="button" class="quiet" onclick={to(window.pan(50))}>{ words::outside(view.after, true) }</button>
                }
                <button type="button" class="quiet square" aria-label={words::ZOOM_OUT} onclick={to(window.zoom(200, middle))}>{ "−" }</button>
                <button type="button" class="quiet square" aria-label={words::ZOOM_IN} onclick={to(window.zoom(50, middle))}>{ "+" }</button>
                if let Some(onclick) = everything {
                    <button type="button" class="quiet" {onclick}>{ words::ALL }</button>
                }
            </span>
        </div>
    }
}
