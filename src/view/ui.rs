//! What the page remembers that is no part of its address.

use std::rc::Rc;

use dateline_bundle::Facet;
use dateline_bundle::record::Record;
use dateline_timeline::Window;

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

/// The visits on record: fetched when a reader first asks for them.
#[derive(Clone, Debug, Default)]
pub enum OnRecord {
    /// Nobody asked yet.
    #[default]
    NotAsked,
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
    /// Whether the filters are open (they always are on a wide page).
    pub filters_open: bool,
    /// The facets that show all their values.
    pub whole_facets: Vec<Facet>,
    /// How many times more articles were asked for.
    pub more_articles: usize,
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
    /// The match in the open article that the reader stands at, from 0.
    pub current_match: Option<usize>,
    /// The visits on record.
    pub record: OnRecord,
    /// The parts that are downloaded later.
    pub later: Later,
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
