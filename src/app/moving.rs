//! Hands on the timeline, its width, and its glide.

use dateline_timeline::{Glide, Scale};
use yew::Context;

use super::{Explorer, Message};
use crate::browser::resize::WidthWatcher;
use crate::browser::{Element, Event, hands, page};
use crate::view::Action;

/// How long a hand on the timeline must rest, in milliseconds, until the address follows.
const MOVING_PAUSE: u32 = 150;
/// For how long after a drag, in milliseconds, a click on the timeline is the drag's own.
const DROP_PAUSE: u32 = 50;

impl Explorer {
    /// The days of the timeline that are seen now, also in the middle of a glide.
    pub(super) fn seen(&self) -> Option<Scale> {
        let drawn = self.kept.view.borrow().as_ref()?.scale;
        match (self.glide, self.state.ui.later.annex()) {
            (Some((glide, begun)), Some(annex)) if glide.to == drawn => {
                Some(annex.seen(glide, (page::now() - begun) as i32))
            }
            _ => Some(drawn),
        }
    }

    /// Lets the timeline glide to the days that a button or a key asked for.
    pub(super) fn glide(&mut self) {
        let (Some(from), Some(annex)) = (self.seen.take(), self.state.ui.later.annex()) else {
            return;
        };
        if let Some(view) = &*self.kept.view.borrow() {
            self.glide = Some((
                Glide {
                    from,
                    to: view.scale,
                },
                page::now(),
            ));
            annex.glide(from, view);
        }
    }

    /// What a hand does. The code that knows is downloaded when a hand comes near.
    pub(super) fn hand(&mut self, ctx: &Context<Self>, event: &Event) -> Option<Action> {
        let annex = self.state.ui.later.annex()?;
        let view = self.kept.view.borrow().clone()?;
        let frame = self.watched.as_ref().map(|(frame, ..)| frame)?;
        let was_drag = self.gesture.is_drag();
        let action = annex.hand(event, frame, &mut self.gesture, &view);
        if was_drag && !self.gesture.is_drag() {
            let dropped = ctx.link().callback(|()| Message::Dropped);
            self.dropped = Some(page::after(DROP_PAUSE, dropped));
        }
        let action = action?;
        if matches!(action, Action::Moving(_)) {
            let settled = ctx.link().callback(|()| Message::Settled);
            self.moving = Some(page::after(MOVING_PAUSE, settled));
        }
        Some(action)
    }

    /// Whether the timeline lies above what is in sight.
    pub(super) fn is_past_timeline(&self) -> bool {
        let frame = self.frame.cast::<Element>();
        frame.is_some_and(|frame| frame.get_bounding_client_rect().bottom() < 0.0)
    }

    /// Watches the width of the timeline's frame, wherever it is now.
    pub(super) fn watch_width(&mut self, ctx: &Context<Self>) {
        let frame = self.frame.cast::<Element>();
        if frame.as_ref() == self.watched.as_ref().map(|(element, ..)| element) {
            return;
        }
        self.watched = frame.map(|element| {
            let act = ctx
                .link()
                .callback(|width| Message::Act(Action::Width(width)));
            // At once, so that the first paint already has its marks.
            act.emit(element.client_width());
            let framed = ctx
                .link()
                .callback(|framed| Message::Act(Action::Framed(framed)));
            let watcher = WidthWatcher::new(&element, move |width| {
                framed.emit(page::is_narrow_frame());
                act.emit(width);
            });
            let link = ctx.link().clone();
            let part = element.parent_element();
            let listeners = hands::listen(part.as_ref().unwrap_or(&element), move |event| {
                link.send_message(Message::Hand(event.clone()));
            });
            (element, watcher, listeners)
        });
    }
}
