//! What a reader can do, as pure changes of the view state.

use dateline_bundle::{Choice, Facet, Sort};
use dateline_model::{Edtf, VisitId};
use dateline_timeline::Window;

use super::ViewState;

/// How a change enters the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A step that Back undoes.
    Push,
    /// In place of the current entry.
    Replace,
    /// Typing: the first key is a step, the following ones replace it until the reader pauses.
    Typing,
}

/// Something that a reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Typed in the search box.
    Query(String),
    /// Ticked or unticked a value of a facet. An excluded value becomes unticked.
    Toggle(Facet, String),
    /// Removed everything that narrows.
    Clear,
    /// Chose a visit, on a mark or in a list.
    Visit(VisitId),
    /// Changed the order of the list.
    Sort(Option<Sort>),
    /// Zoomed or moved the timeline; `None` is the opening window.
    Window(Option<Window>),
    /// Brushed a stretch of the timeline.
    Range(Option<Edtf>, Option<Edtf>),
}

impl Action {
    /// How it enters the history.
    #[must_use]
    pub fn step(&self) -> Step {
        match self {
            Self::Query(_) => Step::Typing,
            Self::Window(_) => Step::Replace,
            Self::Toggle(..) | Self::Clear | Self::Visit(_) | Self::Sort(_) | Self::Range(..) => {
                Step::Push
            }
        }
    }
}

impl ViewState {
    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Query(query) => {
                next.query = query;
                next.visit = None;
            }
            Action::Toggle(facet, value) => {
                next.toggle(facet, value);
                next.visit = None;
            }
            Action::Clear => {
                next = Self {
                    page: next.page,
                    window: next.window,
                    ..Self::default()
                };
            }
            Action::Visit(id) => next.visit = Some(id),
            Action::Sort(sort) => next.sort = sort,
            Action::Window(window) => next.window = window,
            Action::Range(from, to) => {
                (next.from, next.to) = (from, to);
                next.visit = None;
            }
        }
        next.canonical()
    }

    fn toggle(&mut self, facet: Facet, value: String) {
        let choices = self.choices.get_mut(facet);
        let before = choices.len();
        choices.retain(|choice| choice.value != value);
        if choices.len() == before {
            choices.push(Choice {
                value,
                exclude: false,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(value: &str) -> Action {
        Action::Toggle(Facet::Place, value.to_owned())
    }

    #[test]
    fn ticking_twice_changes_nothing() {
        let start = ViewState::default();
        let ticked = start.after(place("China"));
        assert!(ticked.is_filtered());
        assert_eq!(ticked.after(place("China")), start);
    }

    #[test]
    fn ticking_in_any_order_gives_the_same_state() {
        let start = ViewState::default();
        let one = start.after(place("Japan")).after(place("China"));
        let other = start.after(place("China")).after(place("Japan"));
        assert_eq!(one, other);
    }

    #[test]
    fn narrowing_lets_go_of_the_chosen_visit_and_clearing_keeps_the_page() {
        let visit = VisitId("a.b.2026".to_owned());
        let chosen = ViewState::default().after(Action::Visit(visit));
        assert_eq!(chosen.after(Action::Query("silver".to_owned())).visit, None);
        let cleared = chosen.after(place("China")).after(Action::Clear);
        assert_eq!(cleared, ViewState::default());
    }

    #[test]
    fn spaces_at_the_ends_of_a_query_do_not_count() {
        let state = ViewState::default().after(Action::Query("  silver   economy ".to_owned()));
        assert_eq!(state.query, "silver economy");
    }
}
