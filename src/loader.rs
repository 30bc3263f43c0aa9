//! From the page's JSON element to a collection, or to a message that says what is wrong and what to do.

use std::rc::Rc;

use dateline_bundle::{Collection, ReadError};
use yew::prelude::*;

use crate::Explorer;
use crate::browser::fetch::{self, FetchError, Part};
use crate::browser::start::{self, Start};
use crate::browser::{location, page};
use crate::components::message::message;
use crate::words;

/// Why there is no collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The page does not say where its bundle is.
    NotBuilt,
    /// The bundle did not arrive.
    Fetch(FetchError, Rc<str>),
    /// It arrived and cannot be read.
    Read(ReadError),
}

impl LoadError {
    fn words(&self) -> String {
        match self {
            Self::NotBuilt => words::NOT_BUILT.to_owned(),
            Self::Fetch(FetchError::FromDisk, _) => words::FROM_DISK.to_owned(),
            Self::Fetch(FetchError::Missing, path) => words::missing(path),
            Self::Read(error) => words::unreadable(*error),
        }
    }
}

/// What came of loading.
type Loaded = Result<Rc<Collection>, LoadError>;

/// The whole page: loads the bundle, then explores it. Until then the HTML's own title and headlines stay in sight.
#[derive(Debug)]
pub struct App {
    start: Option<Start>,
    loaded: Option<Loaded>,
}

impl Component for App {
    type Message = Loaded;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let start = start::read();
        match start.as_ref().map(|start| start.bundle.clone()) {
            Some(path) => {
                let from = path.clone();
                let then = ctx.link().callback(move |bytes| read(bytes, from.clone()));
                fetch::get(path, Part::Data, then);
            }
            None => ctx.link().send_message(Err(LoadError::NotBuilt)),
        }
        Self {
            start,
            loaded: None,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, loaded: Loaded) -> bool {
        if loaded.is_err() {
            page::remove_static();
        }
        self.loaded = Some(loaded);
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        match &self.loaded {
            None => {
                let articles = self.start.as_ref().map_or(0, |start| start.articles);
                html! { <p class="opening" role="status">{ words::opening(articles) }</p> }
            }
            Some(Err(error)) => {
                let retry = Callback::from(|_: MouseEvent| location::reload());
                message(words::NOT_OPENED, error.words(), words::TRY_AGAIN, retry)
            }
            Some(Ok(collection)) => {
                let start = self.start.as_ref();
                let build = start.map_or_else(Rc::default, |start| start.build.clone());
                let record = start.and_then(|start| start.record.clone());
                let later = start.and_then(|start| start.later.clone());
                html! { <Explorer collection={collection.clone()} {build} {record} {later} /> }
            }
        }
    }
}

/// Reads what arrived.
fn read(bytes: Result<Vec<u8>, FetchError>, path: Rc<str>) -> Loaded {
    let bytes = bytes.map_err(|error| LoadError::Fetch(error, path))?;
    Collection::open(&bytes)
        .map(Rc::new)
        .map_err(LoadError::Read)
}
