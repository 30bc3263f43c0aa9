//! Where the matches of an article stand, as ticks at the edge of the window beside the scrollbar.
//!
//! They are measured once the article is laid out, in thousandths of the page's height, and drawn by hand into a frame that
//! no rendering fills: so nothing is rendered twice, and nothing moves.

use yew::prelude::*;

use super::long;
use super::opened::Opened;
use crate::browser::spread;
use crate::components::marked::match_id;
use crate::context::Shown;
use crate::view::Page;

/// The element ids of the two outlines.
const ALL_ID: &str = "ticks-all";
const CURRENT_ID: &str = "ticks-current";
/// So many matches are measured at most, spread over the article: there are no more lines on a screen.
const MOST: usize = 500;
/// The height of the page, as ticks count it.
const HEIGHT: usize = 1000;

/// The strip, still empty. Assistive technology has the matches themselves.
pub fn frame(matches: usize) -> Html {
    if matches == 0 {
        return Html::default();
    }
    html! {
        <svg class="ticks" aria-hidden="true" viewBox="0 0 10 1000" preserveAspectRatio="none">
            <path id={ALL_ID} class="match-tick" />
            <path id={CURRENT_ID} class="match-tick match-tick-current" />
        </svg>
    }
}

/// Fills the strip of an open article, if it has one.
pub fn draw(shown: &Shown) {
    if !matches!(shown.state.page, Page::Article(_)) || !spread::is_there(ALL_ID) {
        return;
    }
    if !spread::scrolls() {
        // All of it is in sight.
        spread::outline(ALL_ID, "");
        spread::outline(CURRENT_ID, "");
        return;
    }
    let Some(opened) = Opened::kept(shown) else {
        return;
    };
    let all = opened.marks.len();
    let every = all.div_ceil(MOST).max(1);
    let mut places = Vec::new();
    let mut number = 0;
    while number < all {
        places.extend(place(&opened, number));
        number += every;
    }
    spread::outline(ALL_ID, &outline(&places));
    let current = shown.ui.current_match;
    let current = current.and_then(|number| place(&opened, number));
    let current: Vec<usize> = current.into_iter().collect();
    spread::outline(CURRENT_ID, &outline(&current));
}

/// How far down the page a match stands, element or painted.
fn place(opened: &Opened, number: usize) -> Option<usize> {
    let in_text = number.checked_sub(opened.in_headline);
    match in_text.filter(|_| opened.is_long()) {
        Some(number) => long::place(opened, number, HEIGHT),
        None => spread::place(&match_id(number), 0.0, HEIGHT),
    }
}

/// A short line at each place, once. Places ascend, as matches do.
fn outline(places: &[usize]) -> String {
    let mut path = String::new();
    let mut before = None;
    for place in places {
        if before != Some(place) {
            path.push('M');
            path.push_str("0 ");
            path.push_str(&place.to_string());
            path.push_str("h10");
        }
        before = Some(place);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_of_one_line_have_one_tick() {
        assert_eq!(outline(&[3, 3, 40]), "M0 3h10M0 40h10");
        assert_eq!(outline(&[]), "");
    }
}
