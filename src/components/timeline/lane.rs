//! One lane: its name and its marks.

use dateline_model::{Day, Status, VisitId};
use dateline_timeline::{Label, Layout, Mark, Shape, Window, excerpt};
use yew::prelude::*;

use super::kept::Drawn;
use super::marks::{element_id, label};
use super::{MARGIN, NAMES, TimelineView, strip};
use crate::context::Shown;
use crate::view::{Action, RECORD_PREFIX};
use crate::words;

/// The height of a lane in pixels.
pub const HEIGHT: i32 = 30;
/// The middle of a lane.
pub const MIDDLE: i32 = HEIGHT / 2;
/// The height of a mark.
pub const MARK: i32 = 12;
/// The upper edge of a cluster.
pub const CLUSTER_TOP: i32 = MIDDLE - 9;
/// The height of a cluster.
pub const CLUSTER: &str = "18";
/// The radius of the ends of a cluster.
pub const CLUSTER_END: &str = "9";
/// The height of each half of a mark of two.
pub const HALF: &str = "7";
/// Where the base line of all numbers is: five pixels below the middle.
const COUNTS: &str = "translate(0 20)";
/// The radius of the day on which somebody was under way.
pub const DOT: &str = "6";

/// A row with a name on the left and marks that are buttons; `stop` is the mark that Tab reaches, by row and first key.
pub fn view_lane(
    shown: &Shown,
    view: &TimelineView,
    drawn: &Drawn,
    row: u32,
    (name, layout): &(String, Layout),
    stop: Option<(u32, u32)>,
) -> Html {
    let left = if view.names { NAMES } else { 0 };
    let width = view.scale.right + MARGIN;
    let (mut marks, mut counts, mut drop) = (Vec::new(), Vec::new(), Html::default());
    for (at, mark) in layout.marks.iter().enumerate() {
        let open = layout.selected == Some(at);
        marks.push(view_mark(shown, row, mark, open, stop, layout.dense));
        if open {
            drop = view_drop(view.line_at(shown, mark));
        }
        if mark.keys.len() > 1 {
            counts.push(view_count(mark));
        }
    }
    html! {
        <div key={row} class="lane">
            if view.names { <span class="lane-name" dir="auto">{ name.clone() }</span> }
            <svg width={width.to_string()} height={HEIGHT.to_string()} role="group" aria-label={name.clone()}>
                <line class="lane-line" x1={left.to_string()} x2={width.to_string()} y1={HEIGHT.to_string()} y2={HEIGHT.to_string()} />
                if layout.dense { { view_density(view, drawn, row) } }
                { marks }
                { drop }
                <g data-count={if layout.dense { "crowd" } else { "cluster" }} aria-hidden="true" transform={COUNTS}>{ counts }</g>
            </svg>
        </div>
    }
}

/// How much is where in a row that holds too much to draw one by one.
fn view_density(view: &TimelineView, drawn: &Drawn, row: u32) -> Html {
    let row = row as usize;
    let path = strip::steps(drawn.row(row), view.scale, HEIGHT - 4, HEIGHT);
    let on_record = row >= drawn.rows.len();
    html! { <path class="outline" data-state={on_record.then_some("record")} d={path} /> }
}

fn view_mark(
    shown: &Shown,
    row: u32,
    mark: &Mark,
    open: bool,
    stop: Option<(u32, u32)>,
    dense: bool,
) -> Html {
    let id = element_id(row, mark);
    let tabindex = if stop == mark.keys.first().map(|&key| (row, key)) {
        "0"
    } else {
        "-1"
    };
    let state = Some(mark_state(shown, mark, open)).filter(|state| !state.is_empty());
    let (x, width) = mark.target();
    let (x, width) = (x.to_string(), width.to_string());
    let (name, pressed) = (name(shown, mark), open.to_string());
    // Of a crowd nothing but its number is drawn, which stands elsewhere.
    if dense && mark.keys.len() > 1 {
        return html! {
            <rect key={id.clone()} {id} role="button" {tabindex} aria-label={name} aria-pressed={pressed}
                class="mark target" data-state={state} {x} {width} />
        };
    }
    html! {
        <g key={id.clone()} {id} role="button" {tabindex} aria-label={name} aria-pressed={pressed}
            class="mark" data-state={state}>
            <rect class="target" {x} {width} />
            { view_shape(mark) }
            if is_struck(shown, mark) { { view_strike(mark) } }
            if let Some(place) = mark.label { { view_label(place, label(shown, &mark.keys)) } }
        </g>
    }
}

/// Where the blue line to the sentence begins.
fn view_drop(x: i32) -> Html {
    let x = x.to_string();
    html! { <line class="drop" x1={x.clone()} x2={x} y1={(MIDDLE + MARK / 2).to_string()} y2={HEIGHT.to_string()} /> }
}

/// The accessible name: all about a visit, or how many a cluster holds and from when to when.
pub fn name(shown: &Shown, mark: &Mark) -> String {
    match mark.keys.as_slice() {
        [one] => match (shown.visit(*one), shown.row(*one)) {
            (Some(visit), _) => words::mark_name(visit),
            (None, row) => row.map(words::row_name).unwrap_or_default(),
        },
        many => {
            // Nobody reads the days of a crowd.
            let exact = many.len() == excerpt(many).len()
                && many
                    .iter()
                    .filter_map(|&key| shown.date(key))
                    .all(dateline_model::Edtf::is_day);
            words::cluster_name(many.len(), mark.days, exact, &label(shown, many))
        }
    }
}

/// The words of `data-state`: planned and the like, on record, open.
pub fn mark_state(shown: &Shown, mark: &Mark, open: bool) -> String {
    let status = match mark.keys.as_slice() {
        [one] => shown
            .visit(*one)
            .map_or(Status::Reported, |visit| visit.status),
        _ => Status::Reported,
    };
    let status = match status {
        Status::Reported => "",
        Status::Planned | Status::Proposed | Status::Postponed | Status::Cancelled => " outline",
    };
    let on_record = mark
        .keys
        .first()
        .is_some_and(|key| shown.row(*key).is_some());
    format!(
        "{status}{}{}",
        if on_record { " record" } else { "" },
        if open { " open" } else { "" }
    )
}

/// What a click on a mark does: a single mark opens its visit; a cluster zooms in, or on one day goes from one visit to the next.
pub fn press(shown: &Shown, mark: &Mark, view: &TimelineView) -> Action {
    let window = closer(mark, view.scale.window).filter(|_| !is_one_time(shown, mark));
    let open = shown
        .open_row()
        .map(|(key, _)| key)
        .or_else(|| shown.open_visit());
    let next = next_key(mark, open);
    let visit = next
        .and_then(|key| shown.visit(key))
        .map(|visit| visit.id.clone());
    let row = next.and_then(|key| shown.row(key));
    let row = row.map(|row| VisitId(format!("{RECORD_PREFIX}{}", row.id)));
    match (window, visit.or(row)) {
        (Some(window), _) => Action::Window(Some(window)),
        (None, Some(id)) => Action::Visit(id),
        (None, None) => Action::Window(shown.state.window),
    }
}

/// Whether all that a mark holds has the very same date, which no zoom takes apart.
fn is_one_time(shown: &Shown, mark: &Mark) -> bool {
    let mut dates = mark.keys.iter().map(|&key| shown.date(key));
    let first = dates.next();
    dates.all(|date| Some(date) == first)
}

/// A window around the days of a cluster with some room on both sides; `None` where zooming cannot take it apart.
fn closer(mark: &Mark, window: Window) -> Option<Window> {
    if mark.keys.len() < 2 {
        return None;
    }
    let (first, last) = mark.days;
    let room = ((last.0 - first.0) / 4).max(3);
    let closer = Window::new(first.plus(-room), last.plus(room));
    if closer.days() < window.days() {
        return Some(closer);
    }
    // Parts that reach beyond the window: half of it.
    let half = window.zoom(50, Day((first.0 + last.0) / 2));
    (last.0 - first.0 > 1 && half.days() < window.days()).then_some(half)
}

fn next_key(mark: &Mark, open: Option<u32>) -> Option<u32> {
    let at = open.and_then(|open| mark.keys.iter().position(|&key| key == open));
    let next = at.map_or(0, |at| (at + 1) % mark.keys.len().max(1));
    mark.keys.get(next).copied()
}

fn view_label(place: Label, text: String) -> Html {
    let (x, anchor) = match place {
        Label::StartsAt(x) => (x, "start"),
        Label::EndsAt(x) => (x, "end"),
    };
    html! { <text class="mark-label" x={x.to_string()} y={(MIDDLE + 5).to_string()} text-anchor={anchor}>{ text }</text> }
}

/// What is drawn of a mark; how exact its date is decides its shape.
pub fn view_shape(mark: &Mark) -> Html {
    match mark.shape {
        None => view_cluster(mark),
        Some(Shape::Day | Shape::Range) => bar(mark, "shape", None),
        Some(Shape::Within) => bar(mark, "pale", Some("url(#fade-both)")),
        Some(Shape::Between) => bar(mark, "fade", Some("url(#fade-both)")),
        Some(Shape::Start) => bar(mark, "fade", Some("url(#fade-end)")),
        Some(Shape::End) => bar(mark, "fade", Some("url(#fade-start)")),
        Some(Shape::Split) => view_halves(mark),
        Some(Shape::UnderWay) => html! {
            <>
                { bar(mark, "fade", Some("url(#fade-both)")) }
                <circle data-look="shape" cx={mark.centre().to_string()} cy={MIDDLE.to_string()} r={DOT} />
            </>
        },
        Some(Shape::Talks) => html! { <polygon data-look="shape" points={diamond(mark)} /> },
    }
}

/// The corners of a mark of talks, as `points` has them.
pub fn diamond(mark: &Mark) -> String {
    let (x, half) = (mark.centre(), mark.width / 2);
    format!(
        "{},{MIDDLE} {x},{} {},{MIDDLE} {x},{}",
        x - half,
        MIDDLE - half,
        x + half,
        MIDDLE + half
    )
}

/// The left upper corners of two half-marks, and the width of both: the upper one begins where the earlier source does, the
/// lower one ends where the later one does.
pub fn halves(mark: &Mark) -> ([(i32, i32); 2], i32) {
    let width = mark.width * 2 / 3;
    let lower = (mark.x + mark.width - width, MIDDLE + 1);
    ([(mark.x, MIDDLE - 8), lower], width)
}

fn view_halves(mark: &Mark) -> Html {
    let ([upper, lower], width) = halves(mark);
    let half = |(x, y): (i32, i32)| {
        html! { <rect data-look="shape" x={x.to_string()} y={y.to_string()} width={width.to_string()} height={HALF} /> }
    };
    html! { <>{ half(upper) }{ half(lower) }</> }
}

/// Whether what the mark shows was called off or put off.
pub fn is_struck(shown: &Shown, mark: &Mark) -> bool {
    let [one] = mark.keys.as_slice() else {
        return false;
    };
    shown
        .visit(*one)
        .is_some_and(|visit| matches!(visit.status, Status::Postponed | Status::Cancelled))
}

/// A line through a mark, a little longer than the mark, and not as far as its label.
pub fn view_strike(mark: &Mark) -> Html {
    let y = MIDDLE.to_string();
    html! {
        <line class="strike" x1={(mark.x - 2).to_string()} x2={(mark.x + mark.width + 2).to_string()} y1={y.clone()} y2={y} />
    }
}

/// A bar over the days of a mark. Without a `fill` of its own its look colours it.
fn bar(mark: &Mark, look: &'static str, fill: Option<&'static str>) -> Html {
    let y = (MIDDLE - MARK / 2).to_string();
    let rounded = fill.is_none().then_some("2");
    html! {
        <rect data-look={look} {fill} x={mark.x.to_string()} {y} width={mark.width.to_string()} height={MARK.to_string()} rx={rounded} />
    }
}

fn view_cluster(mark: &Mark) -> Html {
    html! { <rect data-look="shape" x={mark.x.to_string()} y={CLUSTER_TOP.to_string()} width={mark.width.to_string()} height={CLUSTER} rx={CLUSTER_END} /> }
}

/// How many a mark holds. It stands on the mark and not in it: the mark's accessible name counts too, in other words. Where
/// numbers stand on what they count, [`COUNTS`] and `timeline.css` say once for all of them: a hundred marks are drawn in the
/// time of a frame.
fn view_count(mark: &Mark) -> Html {
    html! { <text x={mark.centre().to_string()}>{ words::grouped(mark.keys.len()) }</text> }
}
