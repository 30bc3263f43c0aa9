//! The timeline of the visits: a view of the current filter, and a filter itself.

mod axis;
pub mod kept;
pub mod lane;
pub mod marks;
pub mod solo;
pub mod strip;
mod toolbar;

use std::rc::Rc;

use dateline_timeline::{Layout, Mark, Picked, Scale, Window, layouts};
use yew::prelude::*;

use crate::browser::Element;
use crate::context::Shown;
use crate::view::{Action, Later, OnRecord};
use crate::words;

use axis::view_axis;
use kept::Drawn;
use lane::view_lane;
pub use toolbar::DATES_ID;

/// Below this width, in CSS pixels, names have no room and all visits share one row.
pub const NARROW: i32 = 640;
/// The width of the column of lane names.
const NAMES: i32 = 128;
/// The most lanes that a page shows.
const MOST_LANES: usize = 6;
/// Room at both ends of the axis, so that a mark at the edge is whole.
pub const MARGIN: i32 = 12;

/// The timeline: lanes of marks over an axis, the overview, and the buttons that move it. Until its width is known, which is
/// before anything is painted, its frame alone.
pub fn timeline(shown: &Shown) -> Html {
    let width = shown.ui.width;
    if width == 0 {
        // The frame is the third of four below, too: it stays while the others come.
        let frame = html! { <div class="timeline-frame" ref={shown.frame} data-grip="lanes" /> };
        return html! { <section class="timeline">{ Html::default() }{ Html::default() }{ frame }{ Html::default() }</section> };
    }
    let drawn = shown.kept.drawn.get_or_init(|| Drawn::new(shown));
    let chosen = shown.ui.moving.or(shown.state.window);
    let Some(window) = chosen.or(drawn.opening).or(drawn.span) else {
        return view_none(shown, drawn);
    };
    let view = Rc::new(TimelineView::new(shown, drawn, width, window));
    shown.kept.view.replace(Some(view.clone()));
    let stop = view.stop(shown.ui.focused_mark);
    let (act, of_keys, later) = (shown.act.clone(), view.clone(), shown.ui.later);
    let onkeydown = Callback::from(move |event: KeyboardEvent| match later {
        Later::Here(annex) => annex.key(&event, &of_keys, stop, &act),
        _ => early_key(&event, later, &act),
    });
    let act = shown.act.clone();
    let onfocusin = Callback::from(move |event: FocusEvent| {
        if let Some((row, key)) = mark_of(&event) {
            act.emit(Action::Focused(row, key));
        }
    });
    let act = shown.act.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some((row, key)) = mark_of(&event) {
            act.emit(Action::Press(row, key));
        }
    });
    html! {
        <section class="timeline" aria-label={words::TIMELINE} {onkeydown} {onfocusin} {onclick}>
            { toolbar::view_toolbar(shown, &view, drawn) }
            if shown.ui.dates_open { { view_dates(shown, &view) } }
            <div class="timeline-frame" ref={shown.frame} data-grip="lanes">
                if view.marks().next().is_none() { <p class="empty-stretch">{ words::empty_stretch(window.first, window.last) }</p> }
                { view_axis(&view, view.line_from(shown)) }
                { for (0..).zip(&view.lanes).map(|(row, lane)| view_lane(shown, &view, drawn, row, lane, stop)) }
                { strip::view_strip(shown, &view, drawn) }
            </div>
            { view_record_box(shown, view.beside(shown)) }
        </section>
    }
}

/// What a click on a mark asks for, by its row and first key; `None` where there is no such mark any more.
pub fn press(shown: &Shown, place: (u32, u32)) -> Option<Action> {
    let view = shown.kept.view.borrow().clone()?;
    Some(lane::press(shown, view.mark(Some(place))?, &view))
}

/// The row and first key of the mark that an event came from, or a part of it did.
fn mark_of(event: &Event) -> Option<(u32, u32)> {
    let element = event.target_dyn_into::<Element>()?;
    let of_part = || marks::mark_of_element(&element.parent_element()?.id());
    marks::mark_of_element(&element.id()).or_else(of_part)
}

/// What a key on a mark does until the keys of the timeline have been downloaded: it presses the mark, as it does any button.
/// Where that download failed, it is tried again.
fn early_key(event: &KeyboardEvent, later: Later, act: &Callback<Action>) {
    let Some((row, key)) = mark_of(event) else {
        return;
    };
    if later == Later::Failed {
        act.emit(Action::Later(Later::NotAsked));
    }
    if matches!(event.key().as_str(), "Enter" | " ") {
        event.prevent_default();
        act.emit(Action::Press(row, key));
    }
}

/// The panel of dates, which is downloaded later.
fn view_dates(shown: &Shown, view: &TimelineView) -> Html {
    match shown.ui.later.annex() {
        Some(annex) => annex.dates(shown, view),
        None => html! { <p id={DATES_ID}>{ words::LATER_COMING }</p> },
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
fn view_none(shown: &Shown, drawn: &Drawn) -> Html {
    html! {
        <section class="timeline timeline-none" aria-label={words::TIMELINE}>
            <p>{ words::NO_DATED_VISITS }{ toolbar::view_undated(shown, &drawn.undated) }</p>
            { view_record_box(shown, String::new()) }
        </section>
    }
}

/// Everything about the drawing that does not depend on the focus.
#[derive(Debug, PartialEq)]
pub struct TimelineView {
    /// Days to pixels.
    pub scale: Scale,
    /// The same for the overview.
    pub whole: Scale,
    /// The rows with their names and marks.
    pub lanes: Vec<(String, Layout)>,
    /// Whether there is room for names.
    pub names: bool,
    /// Whether the last row is that of the visits on record.
    record: bool,
    /// How many visits lie before the window.
    before: usize,
    /// How many visits lie after it.
    after: usize,
}

impl TimelineView {
    /// Lays out what is drawn, over so many pixels.
    pub fn new(shown: &Shown, drawn: &Drawn, width: i32, window: Window) -> Self {
        let names = width >= NARROW;
        let left = if names { NAMES } else { 0 };
        let scale = Scale::new(window, left + MARGIN, width - MARGIN);
        let open = kept::open(shown);
        let width_of = |keys: &[u32], open| names.then(|| marks::label_width(shown, keys, open));
        let mut titles: Vec<String> = Vec::new();
        for row in &drawn.rows {
            titles.push(row.name.clone());
        }
        let record = !drawn.record.is_empty();
        if record {
            titles.push(words::ON_RECORD.to_owned());
        }
        let items: Vec<Picked> = (0..titles.len()).map(|row| drawn.row(row)).collect();
        let (before, after) = Picked::new(&drawn.all, None).outside(window);
        Self {
            scale,
            whole: Scale {
                window: drawn.overview.unwrap_or(window),
                ..scale
            },
            lanes: titles
                .into_iter()
                .zip(layouts(&items, scale, open, &width_of))
                .collect(),
            names,
            record,
            before,
            after,
        }
    }

    /// How many visits lie before the window, and how many after it.
    pub fn outside(&self) -> (usize, usize) {
        (self.before, self.after)
    }

    /// The height of all rows.
    pub fn height(&self) -> i32 {
        i32::try_from(self.lanes.len()).unwrap_or(1) * lane::HEIGHT
    }

    /// All marks with the numbers of their rows.
    pub fn marks(&self) -> impl Iterator<Item = (u32, &Mark)> {
        let rows = (0..).zip(&self.lanes);
        rows.flat_map(|(row, (_, layout))| layout.marks.iter().map(move |mark| (row, mark)))
    }

    /// The mark in a row that begins with a key.
    pub fn mark(&self, place: Option<(u32, u32)>) -> Option<&Mark> {
        let (row, key) = place?;
        let marks = &self.lanes.get(row as usize)?.1.marks;
        marks.iter().find(|mark| mark.keys.first() == Some(&key))
    }

    /// The one mark that Tab reaches, by row and first key: the one last focused, else the open one, else the newest.
    fn stop(&self, focused: Option<(u32, u32)>) -> Option<(u32, u32)> {
        let holding = |row: Option<u32>| {
            let (_, key) = focused?;
            let fits =
                |at: u32, mark: &Mark| row.is_none_or(|row| row == at) && mark.keys.contains(&key);
            self.marks().find(|&(at, mark)| fits(at, mark))
        };
        focused
            .and_then(|(row, _)| holding(Some(row)))
            .or_else(|| holding(None))
            .or_else(|| self.open())
            .or_else(|| self.marks().max_by_key(|(_, mark)| mark.days.1))
            .and_then(|(row, mark)| Some((row, mark.keys.first().copied()?)))
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

    /// The first mark that holds the open visit, and its row.
    fn open(&self) -> Option<(u32, &Mark)> {
        (0..).zip(&self.lanes).find_map(|(row, (_, layout))| {
            let mark = layout.marks.get(layout.selected?)?;
            Some((row, mark))
        })
    }

    /// Where the blue line of the open visit begins: below the visit, and at the bottom of its lane.
    fn line_from(&self, shown: &Shown) -> Option<(i32, i32)> {
        let (row, mark) = self.open()?;
        let row = i32::try_from(row).unwrap_or_default();
        Some((self.line_at(shown, mark), (row + 1) * lane::HEIGHT))
    }

    /// Where the line leaves the mark that holds the open visit: in its middle; where it holds others too, at the days of the
    /// visit, as far as these lie within it.
    fn line_at(&self, shown: &Shown, mark: &Mark) -> i32 {
        let Some(open) = kept::open(shown).filter(|_| mark.keys.len() > 1) else {
            return mark.centre();
        };
        let (first, last) = self.scale.span(open.first, open.last);
        let least = mark.x + lane::MARK;
        let within = |x: i32| x.min(mark.x + mark.width - lane::MARK).max(least);
        within(first).midpoint(within(last))
    }
}
