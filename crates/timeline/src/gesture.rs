//! What hands do: fingers and mouse on the timeline, wheels, as changes of what is shown or chosen.

use dateline_model::Edtf;

use crate::range::brushed;
use crate::{Scale, Window};

/// How far a press may wander, in pixels, and still be a click.
const SLOP: i32 = 4;
/// The height of a line, for wheels that count in lines.
pub const WHEEL_LINE: i32 = 16;

/// What a press has hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// The lanes: a drag moves the time under the pointer, two fingers stretch it.
    Lanes,
    /// The axis: a drag chooses a stretch of time.
    Axis,
    /// The overview: a drag moves the window.
    Overview,
    /// The beginning of the chosen stretch.
    From,
    /// Its end.
    To,
}

/// What a gesture asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Show these days.
    Show(Window),
    /// Choose what happened between these dates.
    Choose(Edtf, Edtf),
    /// Choose another beginning.
    ChooseFrom(Edtf),
    /// Choose another end.
    ChooseTo(Edtf),
}

/// A pointer that is down.
#[derive(Clone, Copy, Debug)]
struct Finger {
    id: i32,
    /// Where it was when this began, and is now.
    from: i32,
    to: i32,
}

/// What is down, and what was on show when it came down.
#[derive(Clone, Debug, Default)]
pub struct Gesture {
    held: Option<(Grip, Scale, Scale)>,
    fingers: Vec<Finger>,
    moving: bool,
}

impl Gesture {
    /// A pointer comes down at `x`. `scale` is that of the lanes, `whole` that of the overview. The first pointer decides what
    /// is held; a third one is ignored.
    pub fn press(&mut self, id: i32, x: i32, grip: Grip, scale: Scale, whole: Scale) {
        self.fingers.retain(|finger| finger.id != id);
        if self.fingers.len() > 1 {
            return;
        }
        let grip = self
            .held
            .filter(|_| !self.fingers.is_empty())
            .map_or(grip, |(grip, ..)| grip);
        self.held = Some((grip, scale, whole));
        for finger in &mut self.fingers {
            // From here on both are measured on the scale as it is now.
            finger.from = finger.to;
        }
        self.fingers.push(Finger { id, from: x, to: x });
        self.moving = self.fingers.len() > 1;
    }

    /// A pointer has moved. `None` as long as it is a click, or where nothing is held.
    pub fn moved(&mut self, id: i32, x: i32) -> Option<Wish> {
        let finger = self.fingers.iter_mut().find(|finger| finger.id == id)?;
        finger.to = x;
        self.moving |= (finger.to - finger.from).abs() > SLOP;
        let (grip, scale, whole) = self.held.filter(|_| self.moving)?;
        let (&one, other) = (self.fingers.first()?, self.fingers.get(1));
        let at = |x| brushed(whole, x, x).0;
        Some(match (grip, other) {
            (Grip::Lanes, Some(&other)) => Wish::Show(pinched(scale, one, other)),
            (Grip::Lanes, None) => Wish::Show(scale.moved(one.from - one.to)),
            (Grip::Axis, _) => {
                let (from, to) = brushed(scale, one.from, one.to);
                Wish::Choose(from, to)
            }
            (Grip::Overview, _) => Wish::Show(slid(scale.window, whole, one)),
            (Grip::From, _) => Wish::ChooseFrom(at(one.to)),
            (Grip::To, _) => Wish::ChooseTo(at(one.to)),
        })
    }

    /// A pointer is lifted, or taken away by the browser. `true` where it was a drag, so that no click is meant.
    pub fn release(&mut self, id: i32, scale: Scale) -> bool {
        self.fingers.retain(|finger| finger.id != id);
        for finger in &mut self.fingers {
            finger.from = finger.to;
        }
        if let Some((_, held, _)) = &mut self.held {
            *held = scale;
        }
        if self.fingers.is_empty() {
            self.held = None;
            return std::mem::take(&mut self.moving);
        }
        false
    }

    /// Whether something is being dragged.
    #[must_use]
    pub fn is_drag(&self) -> bool {
        self.moving
    }
}

/// The window in which the days under two fingers are where the fingers are now.
fn pinched(scale: Scale, one: Finger, other: Finger) -> Window {
    let (a, b) = if one.from <= other.from {
        (one, other)
    } else {
        (other, one)
    };
    let before = i64::from((b.from - a.from).max(1));
    let after = i64::from((b.to - a.to).max(1));
    scale.stretched(before, after, a.from, a.to)
}

/// The window moved as far as the pointer on the overview; a press beside the window first brings its middle there.
fn slid(window: Window, whole: Scale, finger: Finger) -> Window {
    let (from, to) = whole.span(window.first, window.last);
    let middle = from + (to - from) / 2;
    // A window of a few days is a few pixels on the overview.
    let grasped = (from.min(middle - 12)..=to.max(middle + 12)).contains(&finger.from);
    let base = if grasped { finger.from } else { middle };
    let days = whole.day_number(finger.to) - whole.day_number(base);
    window.later(days)
}

/// What a wheel asks for, by its way in pixels; `None` where the page is to scroll. With `zoom` (Ctrl, ⌘ or a pinch on a
/// touch pad) it zooms around the pointer at `x`; sideways, or with `sideways` (Shift), it moves.
#[must_use]
pub fn wheeled(
    scale: Scale,
    (dx, dy): (i32, i32),
    zoom: bool,
    sideways: bool,
    x: i32,
) -> Option<Window> {
    if zoom {
        // A notch of a wheel is some 100 pixels, a move on a touch pad some 3: the latter count more.
        let step = if dy.abs() < 30 {
            dy.saturating_mul(2)
        } else {
            dy / 2
        };
        let step = step.clamp(-100, 100);
        let percent = if step < 0 {
            10_000 / (100 - step)
        } else {
            100 + step
        };
        return (step != 0).then(|| scale.window.zoom(percent, scale.day(x)));
    }
    let way = match (sideways, dx.abs() > dy.abs()) {
        (true, _) => {
            if dx == 0 {
                dy
            } else {
                dx
            }
        }
        (false, true) => dx,
        (false, false) => return None,
    };
    Some(scale.moved(way))
}

#[cfg(test)]
mod tests {
    use dateline_model::Day;
    use proptest::prelude::*;

    use super::*;

    fn scale() -> Scale {
        Scale::new(Window::new(Day(1000), Day(1999)), 100, 1100)
    }

    fn whole() -> Scale {
        Scale::new(Window::new(Day(0), Day(9999)), 100, 1100)
    }

    fn press(gesture: &mut Gesture, id: i32, x: i32, grip: Grip) {
        gesture.press(id, x, grip, scale(), whole());
    }

    #[test]
    fn a_click_is_no_drag_and_a_drag_moves_the_days_with_the_pointer() {
        let mut gesture = Gesture::default();
        press(&mut gesture, 1, 500, Grip::Lanes);
        assert_eq!(gesture.moved(1, 503), None);
        assert!(!gesture.release(1, scale()));
        press(&mut gesture, 1, 500, Grip::Lanes);
        assert_eq!(
            gesture.moved(1, 400),
            Some(Wish::Show(Window::new(Day(1100), Day(2099))))
        );
        assert!(gesture.release(1, scale()));
        assert_eq!(gesture.moved(1, 900), None);
    }

    #[test]
    fn two_fingers_stretch_the_days_between_them() {
        let mut gesture = Gesture::default();
        press(&mut gesture, 1, 500, Grip::Lanes);
        press(&mut gesture, 2, 700, Grip::Lanes);
        gesture.moved(1, 400);
        let Some(Wish::Show(window)) = gesture.moved(2, 800) else {
            panic!("no window");
        };
        let after = Scale { window, ..scale() };
        assert_eq!(window.days(), 500);
        assert_eq!((after.day(400), after.day(800)), (Day(1400), Day(1600)));
        // One finger lifted: the other goes on moving from where it is.
        assert!(!gesture.release(2, after));
        assert_eq!(gesture.moved(1, 400), Some(Wish::Show(window)));
    }

    #[test]
    fn the_axis_chooses_and_the_overview_moves_the_window() {
        let mut gesture = Gesture::default();
        press(&mut gesture, 1, 150, Grip::Axis);
        let chosen = gesture.moved(1, 300);
        let (from, to) = brushed(scale(), 150, 300);
        assert_eq!(chosen, Some(Wish::Choose(from, to)));
        gesture.release(1, scale());
        press(&mut gesture, 1, 210, Grip::Overview);
        let moved = gesture.moved(1, 220);
        assert_eq!(moved, Some(Wish::Show(Window::new(Day(1100), Day(2099)))));
        gesture.release(1, scale());
        press(&mut gesture, 1, 600, Grip::Overview);
        let Some(Wish::Show(window)) = gesture.moved(1, 605) else {
            panic!("no window");
        };
        assert!(window.shows(Day(5050), Day(5050)));
    }

    #[test]
    fn a_plain_wheel_scrolls_the_page() {
        assert_eq!(wheeled(scale(), (3, 100), false, false, 0), None);
        assert_eq!(
            wheeled(scale(), (100, 3), false, false, 0),
            Some(Window::new(Day(1100), Day(2099)))
        );
        assert_eq!(
            wheeled(scale(), (0, 50), false, true, 0),
            Some(Window::new(Day(1050), Day(2049)))
        );
        let closer = wheeled(scale(), (0, -100), true, false, 600).unwrap();
        assert!(closer.days() < 1000 && closer.shows(Day(1500), Day(1500)));
    }

    proptest! {
        #[test]
        fn hands_never_leave_the_calendar(
            a in Day::MIN.0..=Day::MAX.0, b in Day::MIN.0..=Day::MAX.0, grip in 0..5usize,
            moves in proptest::collection::vec((0..3i32, -3000..3000i32, 0..3u8), 0..40),
        ) {
            let grips = [Grip::Lanes, Grip::Axis, Grip::Overview, Grip::From, Grip::To];
            let mut scale = Scale::new(Window::new(Day(a), Day(b)), 0, 1000);
            let whole = Scale::new(Window::new(Day::MIN, Day::MAX), 0, 1000);
            let mut gesture = Gesture::default();
            for (id, x, what) in moves {
                let wish = match what {
                    0 => { gesture.press(id, x, grips[grip], scale, whole); None }
                    1 => gesture.moved(id, x),
                    _ => { gesture.release(id, scale); wheeled(scale, (x, id), id == 0, id == 1, x).map(Wish::Show) }
                };
                if let Some(Wish::Show(window)) = wish {
                    prop_assert!(window.first >= Day::MIN && window.first <= window.last && window.last <= Day::MAX);
                    scale.window = window;
                }
            }
        }

        #[test]
        fn there_and_back_is_where_it_began(x in 0..1000i32, to in 0..1000i32) {
            let mut gesture = Gesture::default();
            press(&mut gesture, 1, x, Grip::Lanes);
            gesture.moved(1, x + 50);
            gesture.moved(1, to);
            prop_assert_eq!(gesture.moved(1, x), Some(Wish::Show(scale().window)));
        }
    }
}
