//! The axis below the lanes and its lines through them.

use dateline_timeline::{Tick, Unit, ticks};
use yew::prelude::*;

use super::TimelineView;
use super::strip::AXIS;
use crate::words::when;

/// The least distance of two ticks, in pixels: room for "30 Sep" and a gap.
const GAP: i32 = 56;
/// The room that a label needs up to the end of the scale; beyond it is the margin.
const ROOM: i32 = 28;
/// Where the blue line would end: below the whole timeline, whose style cuts it off at the sentence.
const FAR: &str = "999";

/// Grid lines behind the lanes and labels below them, and the blue line that drops from the open mark to its sentence.
/// Decoration for assistive technology: every mark has its date.
pub fn view_axis(view: &TimelineView, drop: Option<(i32, i32)>) -> Html {
    let (scale, height) = (view.scale, view.height());
    let ticks = ticks(scale, GAP);
    let bottom = (height + AXIS).to_string();
    html! {
        <svg class="axis" width={(scale.right + 12).to_string()} height={bottom} aria-hidden="true">
            { fades() }
            if let Some((x, y)) = drop {
                <line key="drop" class="drop" x1={x.to_string()} x2={x.to_string()} y1={y.to_string()} y2={FAR} />
            }
            { for ticks.iter().enumerate().map(|(index, tick)| view_tick(tick, index == 0, height, tick.x + ROOM <= scale.right)) }
        </svg>
    }
}

/// The stops of a fade, and whether nothing is seen there.
type Stops = [(&'static str, bool)];

const BOTH: &Stops = &[("0", true), ("0.4", false), ("0.6", false), ("1", true)];
const END: &Stops = &[("0", false), ("0.3", false), ("1", true)];
const START: &Stops = &[("0", true), ("0.7", false), ("1", false)];

/// The fades that marks name, and those of the record, which `timeline.css` names. A page has them once; that file has their
/// colours.
pub fn fades() -> Html {
    let mut fades = Vec::new();
    for (id, stops) in [
        ("fade-both", BOTH),
        ("fade-end", END),
        ("fade-start", START),
        ("record-both", BOTH),
        ("record-end", END),
        ("record-start", START),
    ] {
        let mut parts = Vec::new();
        for (offset, clear) in stops {
            parts.push(
                html! { <stop key={*offset} offset={*offset} data-clear={clear.to_string()} /> },
            );
        }
        fades.push(html! { <linearGradient key={id} {id}>{ parts }</linearGradient> });
    }
    html! { <defs>{ fades }</defs> }
}

/// A line and, if it `fits`, its label.
fn view_tick(tick: &Tick, first: bool, height: i32, fits: bool) -> Html {
    let x = tick.x.to_string();
    html! {
        <g key={tick.day.0} class="tick" data-year={(tick.unit == Unit::Year).to_string()}>
            <line x1={x.clone()} x2={x.clone()} y1="0" y2={(height + 4).to_string()} />
            if fits { <text x={x} y={(height + 18).to_string()} dx="4">{ when::tick(tick, first) }</text> }
        </g>
    }
}
