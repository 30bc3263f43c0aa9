//! The state of the page, and nothing of the browser.
//!
//! [`ViewState`] decides what the page shows; it is written in the URL's hash ([`codec`]). [`Ui`] is the rest: what is
//! folded open, what stands in the box. Both are changed by [`Action`]s. All of this is pure, so that it is tested on the host.

mod action;
pub mod codec;
mod dialog;
mod group;
mod order;
mod ui;

use dateline_bundle::{Choice, Filter, PerFacet, Sort};
use dateline_model::{ArticleId, Edtf, MentionKind, VisitId};
use dateline_timeline::{LaneOrder, Window};

use crate::browser::theme::Theme;

pub use action::{Action, End, Step};
pub use dialog::{Dialog, Format, Subject};
pub use group::{Group, LANE_ORDERS, lane_order, lane_order_name};
pub use order::{By, VisitOrder};
pub use ui::{Copied, Later, OnRecord, Suggest, Ui, WhatToCopy};

/// What the id of a visit on record begins with, where visits and rows stand together.
pub const RECORD_PREFIX: &str = "record:";

/// The longest query in bytes; what follows is cut off. The search uses some hundred words, and addresses have to be short.
pub const LONGEST_QUERY: usize = 2000;

/// Cuts off what makes a query too long.
fn shorten(query: &mut String) {
    let mut end = LONGEST_QUERY.min(query.len());
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    query.truncate(end);
}

/// Everything that the page is drawn from, but for the collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// What the address says.
    pub view: ViewState,
    /// What it does not.
    pub ui: Ui,
}

impl State {
    /// The theme to show: that of the page around this one, else the reader's.
    #[must_use]
    pub fn theme(&self) -> Theme {
        self.view.theme.unwrap_or(self.ui.theme)
    }
}

/// Which page is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Search, timeline, sentence, filters, list.
    #[default]
    Explore,
    /// The table of the visits.
    Visits,
    /// What the collection is, and how to use the page.
    About,
    /// The parts of the page in their states, for who designs it; by the name of one, or all.
    Style(String),
    /// One article.
    Article(ArticleId),
    /// One visit, with every sentence that reports it.
    Visit(VisitId),
    /// A person or a place, by name.
    Profile(MentionKind, String),
}

impl Page {
    /// Whether it is one of those that are downloaded after the first ([`crate::annex`]).
    #[must_use]
    pub fn is_later(&self) -> bool {
        *self != Self::Explore
    }
}

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The page.
    pub page: Page,
    /// The text in the search box, without space at its ends.
    pub query: String,
    /// Whether the query is meant as it is written: no similar words, and all of them.
    pub exact: bool,
    /// The chosen facet values, sorted and without repeats.
    pub choices: PerFacet<Vec<Choice>>,
    /// The beginning of the brush: when it happened, not when it was published.
    pub from: Option<Edtf>,
    /// The end of the brush.
    pub to: Option<Edtf>,
    /// The order of the list; `None` for the one that fits (relevance with a query, else newest first).
    pub sort: Option<Sort>,
    /// What the rows of the timeline stand for; `None` for what the collection says.
    pub group: Option<Group>,
    /// The order of these rows.
    pub order: LaneOrder,
    /// The days on the timeline; `None` for the opening window.
    pub window: Option<Window>,
    /// The visit that was chosen; `None` for the newest of the selection. [`RECORD_PREFIX`] and the id of a row choose one
    /// on record.
    pub visit: Option<VisitId>,
    /// Whether the visits on record are shown too.
    pub record: bool,
    /// The order of the table of visits.
    pub by: VisitOrder,
    /// The passage of the open article that the address points to, as [`crate::annex`] wrote it.
    pub at: Option<String>,
    /// Whether the page is a part of somebody else's: without title and menu, with a line that says where it is from.
    pub embed: bool,
    /// The theme that a page around this one asks for, before the reader's own.
    pub theme: Option<Theme>,
}

impl ViewState {
    /// The filter that it asks for. The last word counts as the beginning of a word, because a query is never known to
    /// be finished; quotation marks make it exact.
    #[must_use]
    pub fn filter(&self) -> Filter {
        Filter {
            query: self.query.clone(),
            typing: true,
            choices: self.choices.clone(),
            from: self.from,
            to: self.to,
            sort: self.sort.unwrap_or(self.fitting_sort()),
            most: None,
        }
    }

    /// The order that fits when none was chosen.
    fn fitting_sort(&self) -> Sort {
        if self.query.is_empty() {
            Sort::Newest
        } else {
            Sort::Relevance
        }
    }

    /// Whether anything but the query narrows the collection.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        let chosen = self.choices.iter().any(|(_, choices)| !choices.is_empty());
        chosen || self.from.is_some() || self.to.is_some()
    }

    /// Whether anything narrows the collection.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.query.is_empty() || self.is_narrowed()
    }

    /// The view with nothing chosen, inside the same page around it.
    #[must_use]
    pub fn fresh(&self) -> Self {
        Self {
            embed: self.embed,
            theme: self.theme,
            ..Self::default()
        }
    }

    /// The same view on its own: what a page around it asked for is no part of a link to it.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self {
            embed: false,
            theme: None,
            ..self.clone()
        }
    }

    /// The same filter on another page, for links.
    #[must_use]
    pub fn on(&self, page: Page) -> Self {
        Self {
            page,
            at: None,
            ..self.clone()
        }
    }

    /// Sorted, without repeats and empty lists: equal states are equal values.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        for choices in self.choices.values_mut() {
            let by_value =
                |a: &Choice, b: &Choice| (&a.value, a.exclude).cmp(&(&b.value, b.exclude));
            dateline_compact::sort_by(choices, by_value);
            choices.retain(|choice| !choice.value.is_empty());
            // A value is wanted or unwanted, not both: wanted stands.
            choices.dedup_by(|again, first| again.value == first.value);
            dateline_compact::sort_by(choices, |a, b| a.exclude.cmp(&b.exclude));
        }
        shorten(&mut self.query);
        self.query = self.query.split_whitespace().collect::<Vec<_>>().join(" ");
        self.exact &= !self.query.is_empty();
        // The fitting order is the default, and without words nothing is relevant.
        let useless = |sort: &Sort| {
            *sort == self.fitting_sort() || *sort == Sort::Relevance && self.query.is_empty()
        };
        self.sort = self.sort.filter(|sort| !useless(sort));
        let is_article = matches!(self.page, Page::Article(_));
        self.at = self.at.filter(|at| is_article && !at.is_empty());
        // What ends before it begins was meant the other way round.
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to.last < from.first
        {
            (self.from, self.to) = (Some(to), Some(from));
        }
        self
    }
}
