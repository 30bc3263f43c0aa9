//! The timeline in one line, at the top of the window, while it is out of sight itself.

use dateline_timeline::{Item, Window};
use yew::prelude::*;

use crate::browser::{focus, page};
use crate::components::search;
use crate::context::Shown;
use crate::words::{self, when};

/// How many bars the line has.
const BARS: i32 = 60;
/// How high the highest of them is.
const HIGHEST: i32 = 20;

/// A button that leads back to the timeline: bars of its visits, its window, and the count. Keys reach the timeline itself,
/// so that it is no stop for them.
pub fn pinned(shown: &Shown) -> Html {
    let Some(drawn) = shown.kept.drawn.get() else {
        return Html::default();
    };
    let Some(window) = shown.state.window.or(drawn.opening) else {
        return Html::default();
    };
    let onclick = Callback::from(|_: MouseEvent| {
        page::scroll_to_id(search::BOX_ID, page::Place::Top);
        focus::first(".mark[tabindex='0']");
    });
    html! {
        <div class="pinned">
            <button type="button" tabindex="-1" {onclick}>
                <svg viewBox="0 0 120 20" preserveAspectRatio="none" aria-hidden="true"><path d={bars(&drawn.all, window)} /></svg>
                <span class="pinned-window">{ when::window(window.first, window.last) }</span>
                <span class="pinned-count">{ search::status(shown) }</span>
                <span class="visually-hidden">{ words::BACK_TO_TIMELINE }</span>
            </button>
        </div>
    }
}

/// The bars as one path, each two units wide: how many visits have their middle in that part of the window.
fn bars(items: &[Item], window: Window) -> String {
    let mut counts = vec![0; BARS as usize];
    for item in items {
        let (first, last) = item.days();
        let middle = first.0 + (last.0 - first.0) / 2;
        let place =
            i64::from(middle - window.first.0) * i64::from(BARS) / i64::from(window.days().max(1));
        let bar = usize::try_from(place)
            .ok()
            .and_then(|place| counts.get_mut(place));
        if let Some(bar) = bar.filter(|_| middle >= window.first.0) {
            *bar += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let mut path = String::new();
    for (place, count) in counts.into_iter().enumerate() {
        if count > 0 {
            // The lowest bar can still be seen.
            let height = (count * HIGHEST / most).max(3);
            path.push_str(&format!("M{} {HIGHEST}v-{height}h1.5v{height}z", place * 2));
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use dateline_model::Day;
    use dateline_timeline::Shape;

    use super::*;

    fn item(first: i32, last: i32) -> Item {
        Item {
            key: 0,
            first: Day(first),
            last: Day(last),
            shape: Shape::Day,
        }
    }

    #[test]
    fn bars_stand_where_the_visits_are() {
        let window = Window::new(Day(0), Day(119));
        let day = |day| item(day, day);
        assert_eq!(bars(&[], window), "");
        assert_eq!(
            bars(&[day(0), day(1), day(119), day(-1), day(120)], window),
            "M0 20v-20h1.5v20zM118 20v-10h1.5v10z"
        );
        // Some time between two days stands in their middle.
        assert_eq!(bars(&[item(0, 120)], window), "M60 20v-20h1.5v20z");
    }
}
