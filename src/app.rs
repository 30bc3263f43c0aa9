//! The explorer: keeps the view state and the browser's address the same, selects, and shows the open page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use dateline_bundle::Collection;
use dateline_model::ArticleId;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::browser::{focus, location, page};
use crate::context::Shown;
use crate::pages::{explore, reader};
use crate::view::{Action, Page, Step, ViewState, codec};
use crate::words;

/// How long a reader must rest, in milliseconds, until the next key is a step of its own in the history.
const TYPING_PAUSE: u32 = 1000;

/// Properties for [`Explorer`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ExplorerProps {
    /// The collection, as loaded.
    pub collection: PartialRc<Collection>,
    /// The build, as the footer names it.
    #[prop_or_default]
    pub build: AttrValue,
}

/// A shared value that never changes in place: equal when it is the same one.
#[derive(Debug)]
pub struct PartialRc<T>(pub Rc<T>);

impl<T> Clone for PartialRc<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for PartialRc<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> From<Rc<T>> for PartialRc<T> {
    fn from(value: Rc<T>) -> Self {
        Self(value)
    }
}

impl<T> yew::html::IntoPropValue<PartialRc<T>> for Rc<T> {
    fn into_prop_value(self) -> PartialRc<T> {
        PartialRc(self)
    }
}

/// Shows a collection: the page that the address names, with the filter that it names.
#[component]
pub fn Explorer(props: &ExplorerProps) -> Html {
    let (state, act) = use_view();
    let collection = props.collection.0.clone();
    let selection = use_memo(state.filter(), |filter| collection.select(filter));
    let article = match &state.page {
        Page::Article(id) => collection.article(id),
        Page::Explore => None,
    };
    use_title(&collection, &article);
    use_returning(&state.page);
    let shown = Shown {
        collection,
        build: props.build.clone(),
        state,
        selection,
        act,
    };
    match &shown.state.page {
        Page::Explore => explore(&shown),
        Page::Article(_) => reader(&shown, article),
    }
}

/// The view state and how to change it; the address follows, and is followed.
#[hook]
fn use_view() -> (Rc<ViewState>, Callback<Action>) {
    let state = use_state(|| Rc::new(codec::read(&location::hash())));
    // Callbacks outlive a render: they read the newest state here.
    let newest = use_mut_ref(|| (*state).clone());
    let typing = use_memo((), |()| Typing::default());
    let setter = state.setter();
    {
        let (setter, newest, typing) = (setter.clone(), newest.clone(), typing.clone());
        use_effect_with((), move |()| {
            location::restore_scrolling_by_hand();
            let listeners = location::on_change(move || {
                let read = Rc::new(codec::read(&location::hash()));
                typing.stop();
                if *newest.borrow() != read {
                    newest.replace(read.clone());
                    setter.set(read);
                }
            });
            move || drop(listeners)
        });
    }
    let act = use_callback((), move |action: Action, ()| {
        let step = action.step();
        let next = Rc::new(newest.borrow().after(action));
        if *newest.borrow() == next {
            return;
        }
        write_address(&codec::write(&next), typing.resolve(step));
        newest.replace(next.clone());
        setter.set(next);
    });
    ((*state).clone(), act)
}

fn write_address(hash: &str, step: Step) {
    match step {
        Step::Push => location::push(hash),
        Step::Replace | Step::Typing => location::replace(hash),
    }
}

/// Whether the reader is in the middle of typing.
#[derive(Debug, Default)]
struct Typing {
    underway: Rc<Cell<bool>>,
    pause: RefCell<Option<Timeout>>,
}

impl Typing {
    /// What a step does to the history: the first key of a stretch of typing is a step, the others replace it.
    fn resolve(&self, step: Step) -> Step {
        if step != Step::Typing {
            self.stop();
            return step;
        }
        let first = !self.underway.replace(true);
        let underway = self.underway.clone();
        *self.pause.borrow_mut() = Some(Timeout::new(TYPING_PAUSE, move || underway.set(false)));
        if first { Step::Push } else { Step::Replace }
    }

    fn stop(&self) {
        self.underway.set(false);
        self.pause.borrow_mut().take();
    }
}

/// The tab's title and the page's language follow what is open.
#[hook]
fn use_title(collection: &Rc<Collection>, article: &Option<u32>) {
    let contents = collection.contents();
    let headline = article.and_then(|index| contents.articles.get(index as usize));
    let title = words::tab_title(
        headline.map(|entry| entry.article.headline.as_str()),
        &contents.about.title,
    );
    use_effect_with(title, |title| page::set_title(title));
    use_effect_with((), |()| page::set_language("en"));
}

/// Opening an article begins at its top with the focus on its headline; returning restores place and focus.
#[hook]
fn use_returning(page: &Page) {
    let left = use_mut_ref(|| None::<(ArticleId, f64)>);
    let before = use_mut_ref(|| None::<Page>);
    let scrolled = use_mut_ref(|| 0.0_f64);
    // Read while the old page still stands.
    if before.borrow().as_ref() == Some(&Page::Explore) && *page != Page::Explore {
        scrolled.replace(page::scroll_position());
    }
    use_effect_with(page.clone(), move |page| {
        let previous = before.replace(Some(page.clone()));
        match (page, previous) {
            (_, None) => {}
            (Page::Article(id), _) => {
                left.replace(Some((id.clone(), *scrolled.borrow())));
                page::scroll_to(0.0);
                focus::id(crate::pages::HEADLINE_ID);
            }
            (Page::Explore, Some(_)) => {
                if let Some((id, top)) = left.borrow().as_ref() {
                    page::scroll_to(*top);
                    focus::id(&crate::components::article_list::link_id(id));
                }
            }
        }
    });
}
