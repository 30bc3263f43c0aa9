//! The explorer: keeps the state and the browser's address the same, selects, and shows the open page.

use std::rc::Rc;

use dateline_bundle::record::read_record;
use dateline_bundle::{Collection, Filter, Selection};
use dateline_timeline::{Gesture, Glide, Scale};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::annex::Annex;
use crate::browser::fetch::{self, Part};
use crate::browser::resize::WidthWatcher;
use crate::browser::theme::Theme;
use crate::browser::{Element, Event, dialog, focus, hands, location, page};
use crate::components::marked::PASSAGE_ID;
use crate::components::timeline::kept::Kept;
use crate::components::tools::{DIALOG_ID, open_dialog};
use crate::components::{article_list, search};
use crate::context::Shown;
use crate::pages::leaf::coming;
use crate::pages::{HEADLINE_ID, explore};
use crate::view::{Action, Copied, Later, OnRecord, Page, State, Step, ViewState, codec};
use crate::words::{self, locale::Locale};

/// How long a reader must rest, in milliseconds, until the next key is a step of its own in the history.
const TYPING_PAUSE: u32 = 1000;
/// How long a hand on the timeline must rest, in milliseconds, until the address follows.
const MOVING_PAUSE: u32 = 150;
/// For how long after a drag, in milliseconds, a click on the timeline is the drag's own.
const DROP_PAUSE: u32 = 50;

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

/// Fetches the visits on record when they are asked for and neither here nor on their way.
fn fetch_record(ctx: &Context<Explorer>, state: &mut State) {
    let wanted = match state.ui.record {
        OnRecord::NotAsked => state.view.record,
        OnRecord::Asked => true,
        _ => false,
    };
    let Some(path) = ctx.props().record.clone().filter(|_| wanted) else {
        return;
    };
    state.ui.record = OnRecord::Coming;
    let then = ctx.link().callback(|bytes: Result<Vec<u8>, _>| {
        let record = bytes.ok().and_then(|bytes| read_record(&bytes).ok());
        let record = record.map_or(OnRecord::Failed, |record| OnRecord::Here(Rc::new(record)));
        Message::Act(Action::Record(record))
    });
    fetch::get(path, Part::Data, then);
}

/// Fetches the parts of the page that come later at the reader's first act, or when the page needs them at once.
fn fetch_later(ctx: &Context<Explorer>, state: &mut State, acted: bool) {
    let wanted = acted || state.view.page.is_later() || state.view.is_filtered();
    let asked = state.ui.later != Later::NotAsked;
    let Some(path) = ctx.props().later.clone().filter(|_| wanted && !asked) else {
        return;
    };
    state.ui.later = Later::Coming;
    let then = ctx.link().callback(|linked: Result<Vec<u8>, _>| {
        let later = linked.map_or(Later::Failed, |_| Later::Here(Annex::arrived()));
        Message::Act(Action::Later(later))
    });
    fetch::get(path, Part::Code, then);
}

/// Where the focus goes if an action takes away what has it, as a selector.
fn refuge(action: &Action, before: &State) -> Option<String> {
    match action {
        Action::Toggle(..)
        | Action::Clear
        | Action::AnyTime
        | Action::Ask(_)
        | Action::Exact(_) => Some(format!("#{}", search::BOX_ID)),
        Action::Dialog(None) => before
            .ui
            .dialog
            .map(|dialog| format!("[data-opens='{}']", dialog.name())),
        Action::Window(_) => Some(".mark[tabindex='0']".to_owned()),
        Action::MoreArticles => {
            let first_new = (before.ui.more_articles + 1) * article_list::PAGE + 1;
            Some(format!(
                "#{} li:nth-child({first_new}) h2 a",
                article_list::LIST_ID
            ))
        }
        Action::MoreVisits => Some(".first-new".to_owned()),
        Action::WholeFacet(facet, _) => Some(format!(
            "#facet-{} label:nth-of-type(6) input",
            facet.name()
        )),
        Action::Copied(_, Copied::Refused(_)) => Some(".copy-by-hand textarea".to_owned()),
        _ => None,
    }
}

/// The title of the tab.
fn title(collection: &Collection, page: &Page) -> String {
    let headline = match page {
        Page::Explore => None,
        Page::Visits => Some(words::VISITS.to_owned()),
        Page::About => Some(words::ABOUT.to_owned()),
        Page::Article(id) => {
            let entry = collection
                .article(id)
                .and_then(|index| collection.entry(index));
            entry.map(|entry| entry.article.headline.clone())
        }
        Page::Visit(id) => {
            let visits = &collection.contents().visits;
            let visit = collection
                .visit(id)
                .and_then(|key| visits.get(key as usize));
            visit.map(words::route)
        }
        Page::Profile(_, name) => Some(name.clone()),
        Page::Style(_) => Some(words::STYLE.to_owned()),
    };
    words::tab_title(headline.as_deref(), &collection.contents().about.title)
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

    /// The days of the timeline that are seen now, also in the middle of a glide.
    fn seen(&self) -> Option<Scale> {
        let drawn = self.kept.view.borrow().as_ref()?.scale;
        match (self.glide, self.state.ui.later.annex()) {
            (Some((glide, begun)), Some(annex)) if glide.to == drawn => {
                Some(annex.seen(glide, (page::now() - begun) as i32))
            }
            _ => Some(drawn),
        }
    }

    /// Lets the timeline glide to the days that a button or a key asked for.
    fn glide(&mut self) {
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

    /// After another page was rendered: its title, its place and the focus.
    fn open_page(&mut self, ctx: &Context<Self>) {
        let page = &self.state.view.page;
        let is_coming = page.is_later() && self.state.ui.later.annex().is_none();
        if is_coming || self.rendered.as_ref() == Some(page) {
            return;
        }
        let before = self.rendered.replace(page.clone());
        page::set_title(&title(&ctx.props().collection, page));
        match (page, before) {
            (_, None) => {}
            (Page::Explore, _) => self.return_to_list(),
            _ => {
                page::scroll_to(0.0);
                focus::id(HEADLINE_ID);
            }
        }
    }

    /// Goes to the passage that the address points to, once it is there.
    fn seek_passage(&mut self) {
        let at = &self.state.view.at;
        if *at == self.sought || at.is_some() && !focus::id(PASSAGE_ID) {
            return;
        }
        if at.is_some() {
            page::scroll_to_id(PASSAGE_ID, page::Place::Middle);
        }
        self.sought.clone_from(at);
    }

    /// Whether something narrows the collection and what knows how to search, and what shows the choices, is not here yet.
    fn is_waiting(&self) -> bool {
        self.state.view.is_filtered() && self.state.ui.later.annex().is_none()
    }

    /// Whether the first page can be shown. While somebody types, it stays as it was until the search has arrived.
    fn has_list(&self) -> bool {
        self.has_selected && !(self.is_waiting() && self.state.ui.later == Later::Failed)
    }

    /// Selects, if it is the `first` time or the filter is another one.
    fn select(&mut self, collection: &Collection, first: bool) {
        let filter = self.state.view.filter();
        let exactly = self.state.view.exact;
        let same = filter == self.selected.0 && exactly == self.exactly && self.missing.is_empty();
        if same && !first || self.is_waiting() {
            return;
        }
        let annex = self.state.ui.later.annex().filter(|_| !exactly);
        let select = |filter: &Filter| match annex {
            Some(annex) => annex.select(collection, filter),
            None => collection.select(filter),
        };
        let selection = select(&filter);
        // Until they have come, the list stays as it was.
        self.missing.clone_from(&selection.missing);
        if !self.missing.is_empty() {
            return;
        }
        self.has_selected = true;
        let whole = Filter {
            from: None,
            to: None,
            ..filter.clone()
        };
        if whole == filter {
            self.whole = (whole, selection.visits.clone());
        } else if whole != self.whole.0 || exactly != self.exactly {
            let visits = select(&whole).visits;
            self.whole = (whole, visits);
        }
        (self.selected, self.exactly) = ((filter, selection), exactly);
        self.kept.drawn.take();
    }

    /// Lets go of what is made anew for another state.
    fn forget(&mut self, next: &State) {
        let mut same = self.state.clone();
        // Only the timeline shows these.
        same.ui.moving = next.ui.moving;
        same.ui.focused_mark = next.ui.focused_mark;
        same.ui.dates_open = next.ui.dates_open;
        same.ui.width = next.ui.width;
        same.ui.past_timeline = next.ui.past_timeline;
        if same != *next {
            self.kept.above.take();
            // And the list does not show this.
            same.ui.suggest = next.ui.suggest;
        }
        if same != *next {
            self.kept.below.take();
        }
        let rows = |state: &State| {
            let view = &state.view;
            (
                state.ui.width,
                view.group,
                view.order,
                view.record,
                state.ui.record.clone(),
            )
        };
        if rows(&self.state) != rows(next) {
            self.kept.drawn.take();
        }
    }

    /// What a hand does. The code that knows is downloaded when a hand comes near.
    fn hand(&mut self, ctx: &Context<Self>, event: &Event) -> Option<Action> {
        let annex = self.state.ui.later.annex()?;
        let view = self.kept.view.borrow().clone()?;
        let frame = self.watched.as_ref().map(|(frame, ..)| frame)?;
        let was_drag = self.gesture.is_drag();
        let action = annex.hand(event, frame, &mut self.gesture, &view);
        if was_drag && !self.gesture.is_drag() {
            let link = ctx.link().clone();
            self.dropped = Some(Timeout::new(DROP_PAUSE, move || {
                link.send_message(Message::Dropped);
            }));
        }
        let action = action?;
        if matches!(action, Action::Moving(_)) {
            let link = ctx.link().clone();
            self.moving = Some(Timeout::new(MOVING_PAUSE, move || {
                link.send_message(Message::Settled);
            }));
        }
        Some(action)
    }

    /// Writes the address. Without a step the address came first.
    fn enter_history(&mut self, ctx: &Context<Self>, hash: &str, step: Option<Step>) {
        let is_typing = step == Some(Step::Typing);
        let was_typing = self.typing.take().is_some();
        if is_typing {
            let link = ctx.link().clone();
            self.typing = Some(Timeout::new(TYPING_PAUSE, move || {
                link.send_message(Message::Rested);
            }));
        }
        match step {
            None => {}
            Some(Step::Typing) if was_typing => location::replace(hash),
            Some(Step::Push | Step::Typing) => location::push(hash),
            Some(Step::Replace) => location::replace(hash),
        }
    }

    /// To the place that the reader left this very view from, the focus to the article that was opened; any other view
    /// begins at its top.
    fn return_to_list(&self) {
        let same = self
            .left
            .as_ref()
            .filter(|(view, ..)| *view == self.state.view);
        let Some((_, opened, top)) = same else {
            page::scroll_to(0.0);
            focus::id(article_list::LIST_ID);
            return;
        };
        page::scroll_to(*top);
        let found = matches!(opened, Page::Article(id) if focus::id(&article_list::link_id(id)));
        if !found {
            focus::id(article_list::LIST_ID);
        }
    }

    /// Whether the timeline lies above what is in sight.
    fn is_past_timeline(&self) -> bool {
        let frame = self.frame.cast::<Element>();
        frame.is_some_and(|frame| frame.get_bounding_client_rect().bottom() < 0.0)
    }

    /// Keeps the place in the list before another page is opened, while the list still stands.
    fn remember_place(&mut self, next: &Page) {
        if self.state.view.page == Page::Explore && *next != Page::Explore {
            self.left = Some((
                self.state.view.clone(),
                next.clone(),
                page::scroll_position(),
            ));
        }
    }

    /// Watches the width of the timeline's frame, wherever it is now.
    fn watch_width(&mut self, ctx: &Context<Self>) {
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
