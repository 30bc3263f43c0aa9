//! What the filter leaves, and what is kept of it from state to state.

use dateline_bundle::{Collection, Filter};

use super::Explorer;
use crate::view::{Later, State};

impl Explorer {
    /// Whether something narrows the collection and what knows how to search, and what shows the choices, is not here yet.
    pub(super) fn is_waiting(&self) -> bool {
        self.state.view.is_filtered() && self.state.ui.later.annex().is_none()
    }

    /// Whether the first page can be shown. While somebody types, it stays as it was until the search has arrived.
    pub(super) fn has_list(&self) -> bool {
        self.has_selected && !(self.is_waiting() && self.state.ui.later == Later::Failed)
    }

    /// Selects, if it is the `first` time or the filter is another one.
    pub(super) fn select(&mut self, collection: &Collection, first: bool) {
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
    pub(super) fn forget(&mut self, next: &State) {
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
}
