//! Below the lanes: what the articles cover, where a stretch of time is chosen by drag, and the overview of all.

use dateline_model::Day;
use dateline_timeline::{Picked, Scale, Window, density};
use yew::prelude::*;

use super::{TimelineView, kept::Drawn};
use crate::context::Shown;

/// The height of the labels of the axis, where a stretch of time is drawn.
pub const AXIS: i32 = 24;
/// The height of the overview.
const OVERVIEW: i32 = 22;
/// How tall its outline gets.
const TALLEST: i32 = 18;

/// Decoration for assistive technology, and for hands: all that can be dragged here has keys, buttons or fields elsewhere.
pub fn view_strip(shown: &Shown, view: &TimelineView, drawn: &Drawn) -> Html {
    let (scale, whole) = (view.scale, view.whole);
    let (top, bottom) = (AXIS + 2, AXIS + OVERVIEW);
    // The same however the window moves.
    let outlines = || {
        [&drawn.record, drawn.whole()]
            .map(|items| steps(Picked::new(items, None), whole, TALLEST, bottom))
    };
    let [of_record, of_visits] = drawn.outlines.get_or_init(outlines);
    let window = on_overview(whole, scale.window);
    html! {
        <svg class="strip" width={(scale.right + super::MARGIN).to_string()} height={(bottom + 2).to_string()} aria-hidden="true">
            <path class="covered" d={bars(&drawn.covered, scale, 0, 2)} />
            if let Some(chosen) = chosen(shown) {
                <path class="chosen" d={bars(&[chosen], scale, 3, AXIS)} />
                <path class="chosen" d={bars(&[chosen], whole, top, bottom)} />
            }
            <path class="outline-record" d={of_record.clone()} />
            <path class="outline" d={of_visits.clone()} />
            <path class="overview-base" d={bars(&[(whole.window.first, whole.window.last)], whole, bottom, bottom + 1)} />
            <rect class="overview-window" x={window.0.to_string()} y={top.to_string()} width={(window.1 - window.0).to_string()} height={OVERVIEW.to_string()} rx="2" />
            <rect class="grip" data-grip="axis" x={scale.left.to_string()} y="0" width={(scale.right - scale.left).to_string()} height={AXIS.to_string()} />
            <rect class="grip" data-grip="overview" x={scale.left.to_string()} y={top.to_string()} width={(scale.right - scale.left).to_string()} height={OVERVIEW.to_string()} />
        </svg>
    }
}

/// The chosen stretch of time, open ends as far as dates go.
fn chosen(shown: &Shown) -> Option<(Day, Day)> {
    let (from, to) = (shown.state.from, shown.state.to);
    if from.is_none() && to.is_none() {
        return None;
    }
    let first = from.map_or(Day::MIN, |date| date.first);
    Some((first, to.map_or(Day::MAX, |date| date.last)))
}

/// Bars over some days, cut at the ends of a scale, as one path.
pub fn bars(days: &[(Day, Day)], scale: Scale, top: i32, bottom: i32) -> String {
    let mut path = String::new();
    for &(first, last) in days {
        if scale.window.shows(first, last) {
            let (from, to) = scale.span(first, last);
            let (from, to) = (from.max(scale.left), to.min(scale.right));
            put(
                &mut path,
                &[
                    ("M", from),
                    (" ", top),
                    ("H", to.max(from + 1)),
                    ("V", bottom),
                    ("H", from),
                ],
            );
            path.push('Z');
        }
    }
    path
}

/// The outline of how much is where, standing on `bottom`.
pub fn steps(items: Picked, scale: Scale, tallest: i32, bottom: i32) -> String {
    let mut path = String::new();
    if items.is_empty() {
        return path;
    }
    put(&mut path, &[("M", scale.left), (" ", bottom)]);
    let mut last = (scale.left, 0);
    for (x, tall) in density(items, scale, tallest) {
        put(&mut path, &[("h", x - last.0), ("v", last.1 - tall)]);
        last = (x, tall);
    }
    put(&mut path, &[("H", scale.right), ("V", bottom)]);
    path.push('Z');
    path
}

/// Commands of a path, each before its number.
fn put(path: &mut String, commands: &[(&str, i32)]) {
    for (command, number) in commands {
        path.push_str(command);
        path.push_str(&number.to_string());
    }
}

/// From where to where a window is drawn on the overview: at least a few pixels, so that a week in a century is seen.
fn on_overview(whole: Scale, window: Window) -> (i32, i32) {
    const LEAST: i32 = 6;
    let (from, to) = whole.span(window.first, window.last);
    let from = from.max(whole.left).min(whole.right - LEAST);
    (from, to.min(whole.right).max(from + LEAST))
}
