//! What is downloaded after the first page: the pages and dialogs that a reader opens later.
//!
//! In a release, the finish hook (`xtask/src/finish/split.rs`) cuts the wasm in two: every function that only this module
//! reaches goes into a file of its own, which the page fetches at the first sign of a reader. A call into it before it is there
//! would trap; so all its doors are methods of [`Annex`], of which the page gets one when the file has arrived.

mod about;
mod chips;
mod dates;
mod dialog;
mod dress;
mod export;
mod filter_sheet;
mod glide;
mod hand;
mod keys;
mod legend;
mod lenient;
mod long;
mod names;
mod no_result;
mod notes;
mod opened;
mod pages;
mod parts;
mod passage;
mod picture;
mod pinned;
mod profile;
mod query_chips;
mod quote;
mod reader;
mod row_order;
mod rows;
mod search_help;
mod share;
mod style;
mod suggest;
mod table;
mod theme;
mod ticks;
mod vertical;
mod visit;
mod visits;
mod whole_facet;

use dateline_bundle::{Collection, Facet, FacetValue, Filter, Selection};
use dateline_model::{ArticleId, MentionKind, VisitId};
use dateline_timeline::{Gesture, Glide, Scale};
use yew::prelude::*;

use crate::browser::{Element, Event};
use crate::components::timeline::TimelineView;
use crate::components::timeline::kept::Drawn;
use crate::context::Shown;
use crate::view::{Action, Dialog};

/// The proof that the annex is here. Its methods are the only ways in; none may be inlined, or it would not be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Annex(());

impl Annex {
    /// To be called where it has been linked, or where the page was built in one piece.
    #[must_use]
    pub fn arrived() -> Self {
        let annex = Self(());
        annex.dress();
        annex
    }

    /// Brings the styles of what comes later.
    #[inline(never)]
    fn dress(self) {
        dress::dress();
    }

    /// The table of all visits.
    #[inline(never)]
    pub fn visits(self, shown: &Shown) -> Html {
        visits::visits(shown)
    }

    /// What the collection is, and how to use the page.
    #[inline(never)]
    pub fn about(self, shown: &Shown) -> Html {
        about::about(shown)
    }

    /// The page of an article.
    #[inline(never)]
    pub fn article(self, shown: &Shown, id: &ArticleId) -> Html {
        let article = || reader::reader(shown, shown.collection.article(id));
        parts::unless_coming(shown, article)
    }

    /// The parts of the page in their states, all or the one of a name.
    #[inline(never)]
    pub fn style(self, shown: &Shown, name: &str) -> Html {
        style::style(shown, name)
    }

    /// The page of a visit.
    #[inline(never)]
    pub fn visit(self, shown: &Shown, id: &VisitId) -> Html {
        let key = shown.collection.visit(id);
        let visit = || visit::visit(shown, key.and_then(|key| shown.visit(key)));
        parts::unless_coming(shown, visit)
    }

    /// Fetches the parts of the collection that the page in sight needs and that are not there, and `asked`, those of the query.
    #[inline(never)]
    pub fn parts(self, shown: &Shown, asked: &[u32]) {
        parts::fetch(shown, asked);
    }

    /// What is done once the page is there: copies the open sentence or what is selected of the open article, if that is
    /// wanted, and measures where matches stand.
    #[inline(never)]
    pub fn rendered(self, shown: &Shown) {
        if let Some(what) = shown.ui.to_copy {
            quote::copy_what(shown, what);
        }
        opened::rendered(shown);
        ticks::draw(shown);
    }

    /// Measures anew where matches stand, in a window of another size.
    #[inline(never)]
    pub fn resized(self, shown: &Shown) {
        ticks::draw(shown);
    }

    /// A dialog over the page.
    #[inline(never)]
    pub fn dialog(self, shown: &Shown, dialog: Dialog) -> Html {
        match dialog {
            Dialog::Help => search_help::search_help(shown),
            Dialog::Filters => filter_sheet::filter_sheet(shown),
            Dialog::Export(subject, format) => export::export(shown, subject, format),
            Dialog::Share(theme) => share::share(shown, theme),
        }
    }

    /// What stands in the place of the timeline once it is out of sight.
    #[inline(never)]
    pub fn pinned(self, shown: &Shown) -> Html {
        pinned::pinned(shown)
    }

    /// Answers a filter, and forgives what its query gets wrong.
    #[inline(never)]
    pub fn select(self, collection: &Collection, filter: &Filter) -> Selection {
        lenient::select(collection, filter)
    }

    /// What is suggested below the search box, and what keys do in it.
    #[inline(never)]
    pub fn suggest(self, shown: &Shown) -> (Html, Callback<KeyboardEvent>) {
        suggest::suggest(shown)
    }

    /// What did not come, notes on the query, and what narrows the collection.
    #[inline(never)]
    pub fn chips(self, shown: &Shown) -> Html {
        html! { <>{ parts::note(shown) }{ notes::notes(shown) }{ chips::chips(shown) }</> }
    }

    /// What opens below the theme button.
    #[inline(never)]
    pub fn theme_choices(self, shown: &Shown) -> Html {
        theme::theme_choices(shown)
    }

    /// Which of several visits of one date is open, and the ways to the others.
    #[inline(never)]
    pub fn pages(self, shown: &Shown) -> Html {
        pages::pages(shown)
    }

    /// All values of a facet, or all with a text.
    #[inline(never)]
    pub fn whole_facet(
        self,
        shown: &Shown,
        facet: Facet,
        values: &[FacetValue],
        text: &str,
    ) -> Html {
        whole_facet::whole_facet(shown, facet, values, text)
    }

    /// The words that are marked in the list, each in its colour.
    #[inline(never)]
    pub fn legend(self, shown: &Shown) -> Html {
        if shown.selection.articles.is_empty() {
            return Html::default();
        }
        legend::legend(shown, None)
    }

    /// Why nothing was found, and ways on.
    #[inline(never)]
    pub fn no_result(self, shown: &Shown) -> Html {
        no_result::no_result(shown)
    }

    /// The panel in which a stretch of time is chosen by field or slider.
    #[inline(never)]
    pub fn dates(self, shown: &Shown, view: &TimelineView) -> Html {
        dates::dates(shown, view)
    }

    /// What a hand on the timeline, or on something that it shows, asks for.
    #[inline(never)]
    pub fn hand(
        self,
        event: &Event,
        frame: &Element,
        gesture: &mut Gesture,
        view: &TimelineView,
    ) -> Option<Action> {
        hand::hand(event, frame, gesture, view)
    }

    /// The choice of the order of the timeline's rows, where there are several.
    #[inline(never)]
    pub fn row_order(self, shown: &Shown, view: &TimelineView, drawn: &Drawn) -> Html {
        if view.names && drawn.rows.len() > 1 {
            row_order::row_order(shown)
        } else {
            Html::default()
        }
    }

    /// What is seen so many milliseconds after the beginning of a glide.
    #[inline(never)]
    pub fn seen(self, glide: Glide, milliseconds: i32) -> Scale {
        glide.seen(milliseconds)
    }

    /// Lets the timeline glide from what was seen before.
    #[inline(never)]
    pub fn glide(self, from: Scale, view: &TimelineView) {
        glide::glide(from, view);
    }

    /// What a key on a mark of the timeline asks for.
    #[inline(never)]
    pub fn key(
        self,
        event: &KeyboardEvent,
        view: &TimelineView,
        stop: Option<(u32, u32)>,
        act: &Callback<Action>,
    ) {
        keys::key(event, view, stop, act);
    }

    /// The page of a person or a place.
    #[inline(never)]
    pub fn profile(self, shown: &Shown, kind: MentionKind, name: &str) -> Html {
        parts::unless_coming(shown, || profile::profile(shown, kind, name))
    }
}
