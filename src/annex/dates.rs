//! A stretch of time chosen by field, by button or on a slider.

use dateline_model::Edtf;
use dateline_timeline::range::{grain, number, numbered, page, period};
use dateline_timeline::{Scale, Unit};
use yew::prelude::*;

use crate::browser::HtmlInputElement;
use crate::components::timeline::{DATES_ID, MARGIN, TimelineView};
use crate::context::Shown;
use crate::view::{Action, End};
use crate::words::{self, when};

/// The height of the slider, and the width of its handles: a finger's.
const HEIGHT: i32 = 28;
/// The element id of the line below the fields.
const HINT_ID: &str = "dates-hint";

/// The panel: two fields, two buttons, a slider with two handles, and what the grey line says.
pub fn dates(shown: &Shown, view: &TimelineView) -> Html {
    let window = view.scale.window;
    let on_show = Action::Range(
        Some(period(Unit::Month, window.first)),
        Some(period(Unit::Month, window.last)),
    );
    let is_refused = shown.ui.refused.iter().any(Option::is_some);
    html! {
        <div id={DATES_ID} class="dates" role="group" aria-label={words::DATES_HEADING}>
            <p class="dates-fields">
                <span>{ words::DATES_HEADING }</span>
                { view_field(shown, End::From) }
                { view_field(shown, End::To) }
                <button type="button" class="quiet" onclick={shown.on::<MouseEvent>(on_show)}>{ words::DATES_ON_SHOW }</button>
                if shown.state.from.is_some() || shown.state.to.is_some() {
                    <button type="button" class="quiet" onclick={shown.on::<MouseEvent>(Action::AnyTime)}>{ words::ANY_TIME }</button>
                }
            </p>
            <p id={HINT_ID} role="status" data-refused={is_refused.to_string()}>
                { if is_refused { words::DATES_REFUSED } else { words::DATES_HINT } }
            </p>
            { view_slider(shown, view.whole) }
            <p>{ words::COVERAGE }</p>
        </div>
    }
}

/// One of the two fields. What could not be read stays in it.
fn view_field(shown: &Shown, end: End) -> Html {
    let ([from, to], state) = (&shown.ui.refused, shown.state);
    let (label, refused, date) = match end {
        End::From => (words::DATES_FROM, from, state.from),
        End::To => (words::DATES_TO, to, state.to),
    };
    let value = refused.clone().or(date.map(|date| date.to_string()));
    let act = shown.act.clone();
    let onchange = Callback::from(move |event: Event| change(&event, &act, end));
    html! {
        <label>
            { label }
            <input type="text" size="10" autocomplete="off" spellcheck="false" inputmode="numeric" aria-describedby={HINT_ID}
                aria-invalid={refused.is_some().to_string()} value={value.unwrap_or_default()} {onchange} />
        </label>
    }
}

/// Not inlined: a small closure stays in the first half of the wasm.
#[inline(never)]
fn change(event: &Event, act: &Callback<Action>, end: End) {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        act.emit(Action::Date(end, input.value()));
    }
}

/// Two handles on a line from the first visit to the last.
fn view_slider(shown: &Shown, scale: Scale) -> Html {
    let slider = Slider::new(shown, scale);
    let (from, to) = (slider.x(End::From), slider.x(End::To));
    let middle = (HEIGHT / 2).to_string();
    html! {
        <svg class="slider" width={(scale.right + MARGIN).to_string()} height={HEIGHT.to_string()}>
            <line class="slider-line" x1={scale.left.to_string()} x2={scale.right.to_string()} y1={middle.clone()} y2={middle.clone()} />
            <line class="slider-chosen" x1={from.to_string()} x2={to.to_string()} y1={middle.clone()} y2={middle} />
            { view_handle(shown, &slider, End::From) }
            { view_handle(shown, &slider, End::To) }
        </svg>
    }
}

/// A handle, as the ARIA practices have it: arrows by one, page keys by a year (or month, or decade), Home and End.
fn view_handle(shown: &Shown, slider: &Slider, end: End) -> Html {
    let (least, now, most) = slider.bounds(end);
    let x = slider.x(end);
    let (name, grip) = match end {
        End::From => (words::FIRST_DATE, "from"),
        End::To => (words::LAST_DATE, "to"),
    };
    let (act, unit) = (shown.act.clone(), slider.unit);
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => now + 1,
            "ArrowLeft" | "ArrowDown" => now - 1,
            "PageUp" => now + page(unit),
            "PageDown" => now - page(unit),
            "Home" => least,
            "End" => most,
            _ => return,
        };
        event.prevent_default();
        let date = numbered(unit, to.max(least).min(most));
        act.emit(match end {
            End::From => Action::From(date),
            End::To => Action::To(date),
        });
    });
    html! {
        <g key={grip} class="handle" role="slider" tabindex="0" aria-label={name} aria-valuemin={least.to_string()}
            aria-valuemax={most.to_string()} aria-valuenow={now.to_string()} aria-valuetext={when::date(numbered(unit, now))}
            data-grip={grip} {onkeydown}>
            <rect x={(x - HEIGHT / 2).to_string()} y="0" width={HEIGHT.to_string()} height={HEIGHT.to_string()} fill="transparent" />
            <rect class="handle-knob" x={(x - 5).to_string()} y="4" width="10" height={(HEIGHT - 8).to_string()} rx="3" />
        </g>
    }
}

/// The slider in whole periods.
struct Slider {
    scale: Scale,
    unit: Unit,
    /// First and last of the visits.
    ends: (i32, i32),
    /// First and last chosen.
    chosen: (i32, i32),
}

impl Slider {
    fn new(shown: &Shown, scale: Scale) -> Self {
        let unit = grain(scale.window);
        let at = |day| number(unit, day);
        let ends = (at(scale.window.first), at(scale.window.last));
        let (from, to) = (shown.state.from, shown.state.to);
        let from = from.map_or(ends.0, |date: Edtf| at(date.first));
        let to = to.map_or(ends.1, |date| at(date.last));
        Self {
            scale,
            unit,
            ends,
            chosen: (from, to),
        }
    }

    /// The least, the present and the greatest value of a handle: neither passes the other, and a date beyond the visits
    /// is where it is.
    fn bounds(&self, end: End) -> (i32, i32, i32) {
        let ((first, last), (from, to)) = (self.ends, self.chosen);
        match end {
            End::From => (first.min(from), from, to),
            End::To => (from, to, last.max(to)),
        }
    }

    /// Where a handle is drawn: at the outer edge of its period.
    fn x(&self, end: End) -> i32 {
        let (from, to) = self.chosen;
        let x = match end {
            End::From => self.scale.x(numbered(self.unit, from).first),
            End::To => {
                self.scale
                    .span(numbered(self.unit, to).last, numbered(self.unit, to).last)
                    .1
            }
        };
        x.max(self.scale.left).min(self.scale.right)
    }
}
