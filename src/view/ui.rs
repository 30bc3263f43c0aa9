//! What the page remembers that is no part of its address.

use std::rc::Rc;

use dateline_bundle::Facet;
use dateline_bundle::record::Record;
use dateline_timeline::Window;

use super::Dialog;
use crate::annex::Annex;
use crate::browser::theme::Theme;

/// What became of the last copying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// Nothing was copied yet.
    #[default]
    Nothing,
    /// It worked.
    Done,
    /// The browser refused; the text is shown for copying by hand.
    Refused(String),
    /// There was nothing to copy: no passage is selected.
    NothingSelected,
}

/// What is copied by code that is downloaded later ([`crate::annex`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatToCopy {
    /// The open sentence, or in an article the selected passage, with its date, source, headline and link.
    Quotation,
    /// The link to the selected passage.
    PassageLink,
}

impl WhatToCopy {
    /// What its button is called in [`Ui::copied_by`].
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Quotation => "quotation",
            Self::PassageLink => "passage",
        }
    }
}

/// The parts of the page that are downloaded after the first ([`crate::annex`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Later {
    /// Nothing has needed them yet.
    #[default]
    NotAsked,
    /// On their way.
    Coming,
    /// They did not arrive.
    Failed,
    /// They are here.
    Here(Annex),
}

impl Later {
    /// The way into them, once they are here.
    #[must_use]
    pub fn annex(self) -> Option<Annex> {
        match self {
            Self::Here(annex) => Some(annex),
            _ => None,
        }
    }
}

/// The suggestions below the search box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Suggest {
    /// They are not in sight.
    #[default]
    Closed,
    /// They are, if there are any; arrows have gone to the one at this place.
    Open(Option<usize>),
}

/// The visits on record: fetched when a reader first asks for them.
#[derive(Clone, Debug, Default)]
pub enum OnRecord {
    /// Nobody asked yet.
    #[default]
    NotAsked,
    /// Somebody wants to read of it, without it on the timeline.
    Asked,
    /// On its way.
    Coming,
    /// It did not arrive, or could not be read.
    Failed,
    /// It is here.
    Here(Rc<Record>),
}

/// A record is fetched once, so that two that are here are the same.
impl PartialEq for OnRecord {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl Eq for OnRecord {}

/// The state of the page beside [`super::ViewState`]. It is lost when the page is loaded again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ui {
    /// What stands in the search box; unlike the query it may end with a space.
    pub draft: String,
    /// What is suggested while somebody types.
    pub suggest: Suggest,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// Whether the page stands in a frame that is too narrow for title and menu.
    pub framed: bool,
    /// Whether the timeline has been scrolled out of sight.
    pub past_timeline: bool,
    /// Whether the sentence was opened that a query folds on a narrow page.
    pub unfolded: bool,
    /// The facets that show all their values, or all with some text.
    pub whole_facets: Vec<(Facet, String)>,
    /// How many times more articles were asked for.
    pub more_articles: usize,
    /// How many times more visits were asked for in their table.
    pub more_visits: usize,
    /// The width of the timeline in CSS pixels; 0 until it is known.
    pub width: i32,
    /// The mark that had the focus last, by its row and first key.
    pub focused_mark: Option<(u32, u32)>,
    /// The days on the timeline while a hand moves it; they enter the address when it rests.
    pub moving: Option<Window>,
    /// Whether the panel of dates is open.
    pub dates_open: bool,
    /// What was typed as first and last date and could not be read.
    pub refused: [Option<String>; 2],
    /// Light, dark or as the system.
    pub theme: Theme,
    /// Whether the theme menu is open.
    pub theme_open: bool,
    /// What became of the last copying.
    pub copied: Copied,
    /// The button that did it: one of several on a page tells what became of it.
    pub copied_by: String,
    /// What is to be copied as soon as the code for it is there.
    pub to_copy: Option<WhatToCopy>,
    /// The match in the open article that the reader stands at, from 0.
    pub current_match: Option<usize>,
    /// The visits on record.
    pub record: OnRecord,
    /// The parts that are downloaded later.
    pub later: Later,
    /// How often parts of the collection have come, or have been asked for again.
    pub parts: u32,
}

impl Ui {
    /// What stands in the search box while the query is this one: the draft, as long as it says the same.
    #[must_use]
    pub fn search_text<'a>(&'a self, query: &'a str) -> &'a str {
        if self.draft.split_whitespace().eq(query.split_whitespace()) {
            &self.draft
        } else {
            query
        }
    }
}
