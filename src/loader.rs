//! From the page's JSON element to a collection, or to a message that says what is wrong and what to do.

use std::rc::Rc;

use dateline_bundle::{Collection, ReadError};
use yew::prelude::*;

use crate::Explorer;
use crate::browser::fetch::{self, FetchError};
use crate::browser::start::{self, Start};
use crate::browser::{location, page};
use crate::components::message::message;
use crate::words;

/// Why there is no collection.
#[derive(Clone, Debug, PartialEq, Eq)]
enum LoadError {
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

/// How far loading has come.
#[derive(Clone, Debug)]
enum Loading {
    Underway,
    Done(Rc<Collection>),
    Failed(LoadError),
}

/// The whole page: loads the bundle, then explores it. Until then the HTML's own title and headlines stay in sight.
#[component]
pub fn App() -> Html {
    let start = use_memo((), |()| start::read());
    let loading = use_state(|| Loading::Underway);
    {
        let loading = loading.clone();
        let start = start.clone();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                let loaded = load(start.as_ref().as_ref()).await;
                page::remove_static();
                loading.set(loaded.map_or_else(Loading::Failed, Loading::Done));
            });
        });
    }
    match &*loading {
        Loading::Underway => {
            let articles = start.as_ref().as_ref().map_or(0, |start| start.articles);
            html! { <p class="opening" role="status">{ words::opening(articles) }</p> }
        }
        Loading::Failed(error) => {
            let retry = Callback::from(|_: MouseEvent| location::reload());
            message(words::NOT_OPENED, error.words(), words::TRY_AGAIN, retry)
        }
        Loading::Done(collection) => {
            let build = start
                .as_ref()
                .as_ref()
                .map_or_else(Rc::default, |start| start.build.clone());
            html! { <Explorer collection={collection.clone()} {build} /> }
        }
    }
}

async fn load(start: Option<&Start>) -> Result<Rc<Collection>, LoadError> {
    let start = start.ok_or(LoadError::NotBuilt)?;
    let bytes = fetch::bytes(&start.bundle).await;
    let bytes = bytes.map_err(|error| LoadError::Fetch(error, start.bundle.clone()))?;
    let contents = dateline_bundle::read(&bytes).map_err(LoadError::Read)?;
    Ok(Rc::new(Collection::new(contents)))
}
