//! The explorer: keeps the state and the browser's address the same, selects, and shows the open page.

mod fetching;
mod moving;
mod places;
mod selecting;

use std::rc::Rc;

use dateline_bundle::{Collection, Filter, Selection};
use dateline_timeline::{Gesture, Glide, Scale};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use self::fetching::{fetch_later, fetch_record};
use self::places::refuge;
use crate::annex::Annex;
use crate::browser::resize::WidthWatcher;
use crate::browser::theme::Theme;
use crate::browser::{Element, Event, dialog, focus, location, page};
use crate::components::timeline::kept::Kept;
use crate::components::timeline::press;
use crate::components::tools::{DIALOG_ID, open_dialog};
use crate::context::Shown;
use crate::pages::explore;
use crate::pages::leaf::coming;
use crate::view::{Action, Later, Page, State, Step, ViewState, codec};
use crate::words::locale::Locale;

/// How long a reader must rest, in milliseconds, until the next key is a step of its own in the history.
const TYPING_PAUSE: u32 = 1000;

/// Properties for [`Explorer`].
#[derive(Clone, Debug, Properties)]
pub struct ExplorerProps {
    /// The collection, as loaded.
    pub collection: Rc<Collection>,
    /// The build, as the footer names it.
    #[prop_or_default]
    pub build: Rc<str>,
    /// The path of the visits on record, if there are any.
    #[prop_or_default]
    pub record: Option<Rc<str>>,
    /// The path of the code that is downloaded later; `None` where all of it is here.
    #[prop_or_default]
    pub later: Option<Rc<str>>,
}

impl PartialEq for ExplorerProps {
    /// A collection never changes in place: the same pointer is the same value.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.collection, &other.collection) && self.build == other.build
    }
}

/// Something that the explorer learns.
#[derive(Debug)]
pub enum Message {
    /// The reader did something.
    Act(Action),
    /// The address changed.
    Address,
    /// The reader has rested from typing.
    Rested,
    /// The reader is there: moved the pointer, or pressed a key.
    Sign,
    /// Hands are on the timeline, or point at something.
    Hand(Event),
    /// The hand on the timeline has rested.
    Settled,
    /// Some time has passed since a drag.
    Dropped,
    /// The fonts have arrived: what was measured before is out of date.
    Fonts,
    /// The page was scrolled.
    Scrolled,
    /// The window got another size.
    Resized,
}

/// Shows a collection: the page that the address names, with the filter that it names.
///
/// A component with fields instead of hooks, because each hook costs wasm for its type. [`State::after`] has all that
/// changes; here is only what touches the browser.
pub struct Explorer {
    state: State,
    /// What was selected last, and by which filter.
    selected: (Filter, Selection),
    /// Whether its query was taken as it is written.
    exactly: bool,
    /// The same without its stretch of time: the filter, and the visits that it leaves.
    whole: (Filter, Vec<u32>),
    kept: Kept,
    gesture: Gesture,
    /// The last glide of the timeline and when it began; its end is known when it has been drawn.
    glide: Option<(Glide, f64)>,
    /// What was seen when a button or a key asked for other days, until these are drawn.
    seen: Option<Scale>,
    act: Callback<Action>,
    frame: NodeRef,
    /// The frame whose width is watched.
    watched: Option<(Element, Option<WidthWatcher>, Vec<EventListener>)>,
    /// Runs while the reader is typing.
    typing: Option<Timeout>,
    /// Runs while a hand moves the timeline.
    moving: Option<Timeout>,
    /// The parts of the collection that the filter needs and that are not there.
    missing: Vec<u32>,
    /// Whether anything was selected yet.
    has_selected: bool,
    /// Runs after a drag.
    dropped: Option<Timeout>,
    /// The view from which a page was opened last, that page, and how far the view was scrolled.
    left: Option<(ViewState, Page, f64)>,
    /// Where the focus goes if the last action took away what had it.
    refuge: Option<String>,
    /// The page that was rendered last; `None` before the first.
    rendered: Option<Page>,
    /// The passage that was gone to last.
    sought: Option<String>,
    /// They wait for the first sign of the reader.
    signs: Vec<EventListener>,
    _listeners: [Vec<EventListener>; 3],
}

impl std::fmt::Debug for Explorer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Explorer").finish_non_exhaustive()
    }
}

impl Component for Explorer {
    type Message = Message;
    type Properties = ExplorerProps;

    fn create(ctx: &Context<Self>) -> Self {
        location::restore_scrolling_by_hand();
        page::set_language("en");
        Locale::of(&ctx.props().collection.contents().about.locale).choose();
        let mut state = State {
            view: codec::read(&location::hash()),
            ..State::default()
        };
        // So that the first frame already has its marks.
        state.ui.width = page::remove_static();
        state.ui.theme = Theme::kept();
        state.theme().show();
        let address = ctx.link().callback(|()| Message::Address);
        let fonts = ctx.link().callback(|()| Message::Fonts);
        page::when_fonts_are_ready(move || fonts.emit(()));
        if ctx.props().later.is_none() {
            state.ui.later = Later::Here(Annex::arrived());
        }
        state.ui.framed = page::is_narrow_frame();
        fetch_record(ctx, &mut state);
        let scrolled = ctx.link().callback(|()| Message::Scrolled);
        let resized = ctx.link().callback(|()| Message::Resized);
        let mut explorer = Self {
            state,
            selected: Default::default(),
            exactly: false,
            missing: Vec::new(),
            has_selected: false,
            whole: Default::default(),
            kept: Kept::default(),
            gesture: Gesture::default(),
            glide: None,
            seen: None,
            act: ctx.link().callback(Message::Act),
            frame: NodeRef::default(),
            watched: None,
            typing: None,
            moving: None,
            dropped: None,
            left: None,
            refuge: None,
            rendered: None,
            sought: None,
            signs: page::on_signs(&ctx.link().callback(|()| Message::Sign)),
            _listeners: [
                location::on_change(&address),
                page::on_scroll(&scrolled),
                page::on_resize(&resized),
            ],
        };
        explorer.select(&ctx.props().collection, true);
        // What helps where nothing was found comes later too.
        let nothing =
            explorer.selected.1.articles.is_empty() || ctx.props().collection.is_in_parts();
        fetch_later(ctx, &mut explorer.state, nothing);
        explorer
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let message = match message {
            Message::Act(Action::Press(row, key)) => match press(&self.shown(ctx), (row, key)) {
                Some(action) => Message::Act(action),
                None => return false,
            },
            other => other,
        };
        let acted = !matches!(
            &message,
            Message::Address | Message::Fonts | Message::Act(Action::Width(_) | Action::Framed(_))
        );
        let (action, step) = match message {
            Message::Rested => {
                self.typing = None;
                return false;
            }
            Message::Sign => {
                self.signs.clear();
                fetch_later(ctx, &mut self.state, true);
                return false;
            }
            Message::Fonts => return true,
            Message::Resized => {
                if let Some(annex) = self.state.ui.later.annex() {
                    annex.resized(&self.shown(ctx));
                }
                return false;
            }
            Message::Scrolled => {
                let past = self.is_past_timeline();
                if past == self.state.ui.past_timeline {
                    return false;
                }
                (Action::PastTimeline(past), None)
            }
            Message::Dropped => {
                self.dropped = None;
                return false;
            }
            // WebKit clicks what a drag began on, wherever the pointer was captured.
            Message::Act(Action::Visit(_) | Action::Window(_)) if self.dropped.is_some() => {
                return false;
            }
            Message::Settled => match self.state.ui.moving {
                None => return false,
                rest => (Action::Window(rest), Some(Step::Replace)),
            },
            Message::Hand(event) => match self.hand(ctx, &event) {
                Some(action) => {
                    let step = action.step();
                    (action, Some(step))
                }
                None => return false,
            },
            Message::Address => (Action::Went(Box::new(codec::read(&location::hash()))), None),
            Message::Act(action) => {
                let step = action.step();
                self.refuge = refuge(&action, &self.state);
                if matches!(action, Action::Window(_)) {
                    self.seen = self.seen();
                }
                (action, Some(step))
            }
        };
        let came = matches!(action, Action::Parts);
        let mut next = self.state.after(action);
        fetch_record(ctx, &mut next);
        fetch_later(ctx, &mut next, acted);
        if next == self.state {
            self.seen = None;
            return false;
        }
        if next.view != self.state.view {
            self.enter_history(ctx, &codec::write(&next.view), step);
        }
        self.remember_place(&next.view.page);
        if next.theme() != self.state.theme() {
            next.theme().show();
        }
        if next.ui.theme != self.state.ui.theme {
            next.ui.theme.keep();
        }
        self.forget(&next);
        self.state = next;
        if came {
            // What has come may have the title of the page.
            self.rendered = None;
        }
        self.select(&ctx.props().collection, came);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let shown = self.shown(ctx);
        let page = match (&self.state.view.page, self.state.ui.later.annex()) {
            (Page::Explore, None) if !self.has_list() => coming(&shown),
            (Page::Explore, _) => explore(&shown),
            (_, None) => coming(&shown),
            (Page::Article(id), Some(annex)) => annex.article(&shown, id),
            (Page::Visits, Some(annex)) => annex.visits(&shown),
            (Page::About, Some(annex)) => annex.about(&shown),
            (Page::Visit(id), Some(annex)) => annex.visit(&shown, id),
            (Page::Profile(kind, name), Some(annex)) => annex.profile(&shown, *kind, name),
            (Page::Style(name), Some(annex)) => annex.style(&shown, name),
        };
        html! { <>{ page }{ open_dialog(&shown) }</> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        self.watch_width(ctx);
        dialog::show(DIALOG_ID);
        if let Some(refuge) = self.refuge.take()
            && focus::is_lost()
            && !focus::first(&refuge)
        {
            // A stretch without a mark: what leads out of it.
            focus::first(".timeline-buttons button");
        }
        if let Some(annex) = self.state.ui.later.annex() {
            annex.rendered(&self.shown(ctx));
        }
        self.glide();
        self.open_page(ctx);
        self.seek_passage();
        if let Some(annex) = self.state.ui.later.annex() {
            annex.parts(&self.shown(ctx), &self.missing);
        }
    }
}

impl Explorer {
    fn shown<'a>(&'a self, ctx: &'a Context<Self>) -> Shown<'a> {
        Shown {
            collection: &ctx.props().collection,
            build: &ctx.props().build,
            state: &self.state.view,
            ui: &self.state.ui,
            selection: &self.selected.1,
            whole: &self.whole.1,
            kept: &self.kept,
            frame: &self.frame,
            act: &self.act,
        }
    }

    /// Writes the address. Without a step the address came first.
    fn enter_history(&mut self, ctx: &Context<Self>, hash: &str, step: Option<Step>) {
        let is_typing = step == Some(Step::Typing);
        let was_typing = self.typing.take().is_some();
        if is_typing {
            let rested = ctx.link().callback(|()| Message::Rested);
            self.typing = Some(page::after(TYPING_PAUSE, rested));
        }
        match step {
            None => {}
            Some(Step::Typing) if was_typing => location::replace(hash),
            Some(Step::Push | Step::Typing) => location::push(hash),
            Some(Step::Replace) => location::replace(hash),
        }
    }
}
