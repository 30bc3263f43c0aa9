//! What every part of the page below [`crate::Explorer`] is drawn from: the collection, the view state, the selection.
//!
//! Parts without a state of their own are plain functions of it: every Yew component costs about two kilobytes of wasm.

use std::rc::Rc;

use dateline_bundle::{Collection, Selection};
use dateline_model::{ArticleId, Visit};
use yew::prelude::*;

use crate::view::{Action, Page, ViewState, codec};

/// What is shown, and how to change it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The whole collection.
    pub collection: Rc<Collection>,
    /// The build, as the footer names it.
    pub build: AttrValue,
    /// The view state.
    pub state: Rc<ViewState>,
    /// What the state's filter leaves.
    pub selection: Rc<Selection>,
    /// Changes the view state.
    pub act: Callback<Action>,
}

impl PartialEq for Shown {
    /// Collection and selection are big and never change in place: the same pointer is the same value.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.collection, &other.collection)
            && Rc::ptr_eq(&self.selection, &other.selection)
            && self.state == other.state
    }
}

impl Shown {
    /// A visit by its place in the collection.
    #[must_use]
    pub fn visit(&self, key: u32) -> Option<&Visit> {
        self.collection.contents().visits.get(key as usize)
    }

    /// The visits of the selection that count as visits, with their keys, in chronological order.
    pub fn visits(&self) -> impl DoubleEndedIterator<Item = (u32, &Visit)> {
        let all = self
            .selection
            .visits
            .iter()
            .filter_map(|&key| Some((key, self.visit(key)?)));
        all.filter(|(_, visit)| visit.is_visit())
    }

    /// The visit that is open: the chosen one, else the newest reported one of the selection, else its newest.
    #[must_use]
    pub fn open_visit(&self) -> Option<u32> {
        let chosen = self
            .state
            .visit
            .as_ref()
            .and_then(|id| self.collection.visit(id));
        let reported = |&(_, visit): &(u32, &Visit)| {
            visit.date.is_some() && visit.status == dateline_model::Status::Reported
        };
        chosen
            .or_else(|| self.visits().rev().find(reported).map(|(key, _)| key))
            .or_else(|| self.visits().next_back().map(|(key, _)| key))
            .or_else(|| self.selection.visits.last().copied())
    }

    /// The address of an article with the whole filter.
    #[must_use]
    pub fn article_href(&self, id: &ArticleId) -> AttrValue {
        codec::write(&self.state.on(Page::Article(id.clone()))).into()
    }

    /// The address of the list with the whole filter.
    #[must_use]
    pub fn explore_href(&self) -> AttrValue {
        codec::write(&self.state.on(Page::Explore)).into()
    }
}

/// Properties for components that are drawn from all that is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ShownProps {
    /// What is shown.
    pub shown: Shown,
}
