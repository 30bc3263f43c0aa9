//! What a reader can do, as pure changes of the state.

use dateline_bundle::{Choice, Facet, Sort};
use dateline_model::{Edtf, VisitId};
use dateline_timeline::{LaneOrder, Window, range};

use super::{
    Copied, Dialog, Group, Later, OnRecord, State, Suggest, ViewState, VisitOrder, WhatToCopy,
};
use crate::browser::theme::Theme;

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

/// One end of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its beginning.
    From,
    /// Its end.
    To,
}

/// Something that a reader did, or that the page learnt.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Typed in the search box.
    Query(String),
    /// Asked for another query, without typing it: took out a part, or took another word.
    Ask(String),
    /// Wanted the query as it is written, or similar words too.
    Exact(bool),
    /// Took what is suggested: the query with it, and the filter that it chooses.
    Take(String, Option<(Facet, String)>),
    /// Went through what is suggested, or away from it.
    Suggest(Suggest),
    /// Ticked or unticked a value of a facet. An excluded value becomes unticked.
    Toggle(Facet, String),
    /// Left out a chosen value instead of keeping only what has it, or the other way round.
    Flip(Facet, String),
    /// Removed everything that narrows.
    Clear,
    /// Removed the stretch of time.
    AnyTime,
    /// Chose a stretch of time: only what happened in it.
    Range(Option<Edtf>, Option<Edtf>),
    /// Chose another beginning of it, which does not pass its end.
    From(Edtf),
    /// Chose another end of it, which does not come before its beginning.
    To(Edtf),
    /// Drew one on the axis, on which these days stay on show.
    Brush(Edtf, Edtf, Window),
    /// Typed one end of it: a year, a month or a day, or nothing.
    Date(End, String),
    /// Opened or closed the panel of dates.
    Dates(bool),
    /// Chose what the rows of the timeline stand for; `None` is what the collection says.
    Group(Option<Group>),
    /// Chose the order of these rows.
    LaneOrder(LaneOrder),
    /// Is moving the timeline by hand.
    Moving(Window),
    /// Chose a visit, on a mark or in a list.
    Visit(VisitId),
    /// Changed the order of the list.
    Sort(Option<Sort>),
    /// Zoomed or moved the timeline; `None` is the opening window.
    Window(Option<Window>),
    /// Followed a link, went back, or edited the address.
    Went(Box<ViewState>),
    /// Opened a dialog, chose something in it, or closed it.
    Dialog(Option<Dialog>),
    /// Opened the sentence that a query folds, or folded it again.
    Unfold(bool),
    /// The timeline went out of sight, or came back.
    PastTimeline(bool),
    /// The page came to stand in a narrow frame, or no longer does.
    Framed(bool),
    /// Asked for all values of a facet, or for those with this text.
    WholeFacet(Facet, String),
    /// Asked for more articles.
    MoreArticles,
    /// Sorted the table of visits.
    Order(VisitOrder),
    /// Asked for more visits in it.
    MoreVisits,
    /// The timeline got another width.
    Width(i32),
    /// A mark got the focus: its row and first key.
    Focused(u32, u32),
    /// Pressed a mark: its row and first key. What that asks for depends on what is drawn.
    Press(u32, u32),
    /// Opened or closed the theme menu.
    ThemeMenu(bool),
    /// Chose a theme.
    Theme(Theme),
    /// Asked for the visits on record, or had enough of them.
    ShowRecord(bool),
    /// The visits on record are coming, have come or have not.
    Record(OnRecord),
    /// The parts that are downloaded later are coming, have come or have not.
    Later(Later),
    /// Parts of the collection have come or have not, or are asked for again.
    Parts,
    /// Wants something copied that takes the parts which are downloaded later.
    Copy(WhatToCopy),
    /// Tried to copy, by the button of this name.
    Copied(String, Copied),
    /// Went to a match of the open article.
    Match(Option<usize>),
}

impl Action {
    /// How it enters the history, if it changes the address.
    #[must_use]
    pub fn step(&self) -> Step {
        match self {
            // A drag goes through many.
            Self::Query(_) | Self::From(_) | Self::To(_) | Self::Brush(..) => Step::Typing,
            Self::Toggle(..)
            | Self::Flip(..)
            | Self::Clear
            | Self::Ask(_)
            | Self::Take(..)
            | Self::Exact(_)
            | Self::AnyTime
            | Self::Range(..)
            | Self::Date(..)
            | Self::Group(_)
            | Self::LaneOrder(_)
            | Self::Visit(_)
            | Self::Sort(_)
            | Self::Order(_)
            | Self::ShowRecord(_) => Step::Push,
            _ => Step::Replace,
        }
    }
}

impl State {
    /// The state after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        let writes = matches!(action, Action::Query(_) | Action::Take(_, None));
        let State { view, ui } = &mut next;
        match action {
            Action::Query(query) => next.write(query),
            Action::Take(query, choice) => {
                next.write(query);
                if let Some((facet, value)) = choice {
                    next.view.toggle(facet, value);
                }
            }
            Action::Ask(query) => view.query = query,
            Action::Suggest(suggest) => ui.suggest = suggest,
            Action::Exact(exact) => view.exact = exact,
            Action::Toggle(facet, value) => view.toggle(facet, value),
            Action::Flip(facet, value) => {
                for choice in view.choices.get_mut(facet) {
                    choice.exclude ^= choice.value == value;
                }
            }
            Action::Clear => {
                let page = std::mem::take(&mut view.page);
                *view = ViewState {
                    page,
                    window: view.window,
                    group: view.group,
                    order: view.order,
                    record: view.record,
                    by: view.by,
                    ..view.fresh()
                };
            }
            Action::AnyTime => {
                (view.from, view.to) = (None, None);
                ui.refused = [None, None];
            }
            Action::Range(from, to) => {
                (view.from, view.to) = (from, to);
                ui.refused = [None, None];
            }
            Action::From(from) => {
                view.from = Some(view.to.filter(|to| to.last < from.first).unwrap_or(from));
            }
            Action::To(to) => {
                view.to = Some(view.from.filter(|from| to.last < from.first).unwrap_or(to));
            }
            Action::Brush(from, to, window) => {
                (view.from, view.to) = (Some(from), Some(to));
                view.window = Some(window);
            }
            Action::Date(end, text) => {
                let (date, [refused_from, refused_to]) = (range::typed(&text), &mut ui.refused);
                let (at, refused) = match end {
                    End::From => (&mut view.from, refused_from),
                    End::To => (&mut view.to, refused_to),
                };
                let is_wrong = date.is_none() && !text.trim().is_empty();
                if !is_wrong {
                    *at = date;
                }
                *refused = is_wrong.then_some(text);
            }
            Action::Dates(open) => ui.dates_open = open,
            Action::Group(group) => (view.group, ui.focused_mark) = (group, None),
            Action::LaneOrder(order) => (view.order, ui.focused_mark) = (order, None),
            Action::Moving(window) => ui.moving = Some(window),
            Action::Visit(id) => view.visit = Some(id),
            Action::Sort(sort) => view.sort = sort,
            Action::Window(window) => (view.window, ui.moving) = (window, None),
            Action::Went(to) => (*view, ui.moving) = (*to, None),
            Action::Dialog(dialog) => {
                ui.dialog = dialog;
                ui.copied = Copied::Nothing;
                if ui.later == Later::Failed {
                    ui.later = Later::NotAsked;
                }
            }
            Action::Unfold(open) => ui.unfolded = open,
            Action::PastTimeline(past) => ui.past_timeline = past,
            Action::Framed(framed) => ui.framed = framed,
            Action::WholeFacet(facet, text) => {
                ui.whole_facets.retain(|(other, _)| *other != facet);
                ui.whole_facets.push((facet, text));
            }
            Action::MoreArticles => ui.more_articles += 1,
            Action::Order(order) => view.by = order,
            Action::MoreVisits => ui.more_visits += 1,
            Action::Width(width) => ui.width = width,
            Action::Focused(row, key) => ui.focused_mark = Some((row, key)),
            // The page knows what is drawn, and makes another action of it.
            Action::Press(..) => {}
            Action::ThemeMenu(open) => ui.theme_open = open,
            Action::Theme(theme) => {
                ui.theme = theme;
                // The reader's own choice, once made, comes before that of the page around this one.
                view.theme = None;
            }
            Action::ShowRecord(shown) => {
                view.record = shown;
                if ui.record == OnRecord::Failed {
                    ui.record = OnRecord::NotAsked;
                }
            }
            Action::Record(record) => ui.record = record,
            Action::Later(later) => ui.later = later,
            Action::Parts => ui.parts += 1,
            Action::Copy(what) => {
                ui.to_copy = Some(what);
                if ui.later == Later::Failed {
                    ui.later = Later::NotAsked;
                }
            }
            Action::Copied(by, copied) => {
                (ui.copied, ui.copied_by) = (copied, by);
                ui.to_copy = None;
            }
            Action::Match(at) => ui.current_match = at,
        }
        next.settled(self, writes)
    }

    /// Puts a query into the search box.
    fn write(&mut self, mut query: String) {
        super::shorten(&mut query);
        self.ui.draft.clone_from(&query);
        self.ui.suggest = Suggest::Open(None);
        self.view.query = query;
        // Whoever goes on typing asks anew.
        self.view.exact = false;
    }

    /// What follows from a change: a new selection begins at its top, and lets go of the visit that was chosen in the old
    /// one; another address has not been copied yet. Suggestions stay for who `writes` in the search box.
    fn settled(mut self, before: &Self, writes: bool) -> Self {
        self.view = self.view.canonical();
        if self.view == before.view {
            return self;
        }
        self.ui.copied = Copied::Nothing;
        if !writes {
            self.ui.suggest = Suggest::Closed;
        }
        if self.view.by != before.view.by {
            self.ui.more_visits = 0;
        }
        if self.view.selects_otherwise(&before.view) {
            self.ui.more_articles = 0;
            self.ui.more_visits = 0;
            self.ui.unfolded = false;
            self.ui.current_match = None;
            if self.view.visit == before.view.visit {
                self.view.visit = None;
            }
        }
        if self.view.page != before.view.page {
            self.ui.current_match = None;
            self.ui.dialog = None;
            self.ui.past_timeline = false;
        }
        self
    }
}

impl ViewState {
    /// Whether the two select differently.
    fn selects_otherwise(&self, other: &Self) -> bool {
        let asked = |view: &Self| (view.exact, view.from, view.to);
        (&self.query, &self.choices, asked(self)) != (&other.query, &other.choices, asked(other))
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

    fn query(words: &str) -> Action {
        Action::Query(words.to_owned())
    }

    #[test]
    fn ticking_twice_changes_nothing() {
        let start = State::default();
        let ticked = start.after(place("China"));
        assert!(ticked.view.is_filtered());
        assert_eq!(ticked.after(place("China")), start);
    }

    #[test]
    fn a_query_is_exact_until_somebody_goes_on_typing() {
        let exact = State::default()
            .after(query("jingping"))
            .after(Action::Exact(true));
        assert!(exact.view.exact);
        assert!(exact.after(place("China")).view.exact);
        assert!(exact.after(Action::Ask("jing".to_owned())).view.exact);
        assert!(!exact.after(query("jingpin")).view.exact);
        assert!(!exact.after(Action::Clear).view.exact);
    }

    #[test]
    fn suggestions_come_with_typing_and_go_with_anything_else() {
        let typed = State::default().after(query("chi"));
        assert_eq!(typed.ui.suggest, Suggest::Open(None));
        assert_eq!(
            typed.after(Action::Width(9)).ui.suggest,
            Suggest::Open(None)
        );
        for action in [place("China"), Action::Clear, Action::Ask("x".to_owned())] {
            assert_eq!(typed.after(action).ui.suggest, Suggest::Closed);
        }
        let again = typed.after(Action::Ask(String::new())).after(query("chi"));
        assert_eq!(again.ui.suggest, Suggest::Open(None), "typed once more");
    }

    #[test]
    fn what_is_suggested_is_taken_in_one_step() {
        let typed = State::default().after(query("silver chi"));
        let china = || Some((Facet::Place, "China".to_owned()));
        let take = || Action::Take("silver ".to_owned(), china());
        assert_eq!(take().step(), Step::Push);
        let taken = typed.after(take());
        assert_eq!(
            (taken.ui.draft.as_str(), taken.view.query.as_str()),
            ("silver ", "silver")
        );
        assert_eq!(taken.view.choices.get(Facet::Place)[0].value, "China");
        assert_eq!(taken.ui.suggest, Suggest::Closed);
        let back = taken.after(Action::Went(Box::new(typed.view.clone())));
        assert_eq!(back.view, typed.view);
        assert_eq!(back.ui.search_text(&back.view.query), "silver chi");
        assert_eq!(back.ui.suggest, Suggest::Closed);
        // A field leads on to its values.
        let field = typed.after(Action::Take("silver place:".to_owned(), None));
        assert_eq!(field.ui.suggest, Suggest::Open(None));
    }

    #[test]
    fn a_choice_turned_round_twice_is_what_it_was() {
        let chosen = State::default().after(place("China"));
        let flip = || Action::Flip(Facet::Place, "China".to_owned());
        let turned = chosen.after(flip());
        assert!(turned.view.choices.get(Facet::Place)[0].exclude);
        assert_eq!(turned.after(flip()), chosen);
    }

    #[test]
    fn a_pasted_book_is_cut_between_characters() {
        let state = State::default().after(query(&"ä".repeat(1_000_000)));
        assert_eq!(state.view.query.len(), super::super::LONGEST_QUERY);
        assert_eq!(state.ui.draft, state.view.query);
        let hash = ["#/?q=", &"%F0%9F%99%82".repeat(9999)].concat();
        let went = super::super::codec::read(&hash);
        assert!(went.query.len() <= super::super::LONGEST_QUERY && went.query.ends_with('🙂'));
    }

    #[test]
    fn ticking_in_any_order_gives_the_same_state() {
        let start = State::default();
        let one = start.after(place("Japan")).after(place("China"));
        let other = start.after(place("China")).after(place("Japan"));
        assert_eq!(one, other);
    }

    #[test]
    fn narrowing_lets_go_of_the_chosen_visit_and_clearing_keeps_the_page() {
        let visit = VisitId("a.b.2026".to_owned());
        let chosen = State::default().after(Action::Visit(visit.clone()));
        assert_eq!(chosen.view.visit, Some(visit));
        assert_eq!(chosen.after(query("silver")).view.visit, None);
        let cleared = chosen.after(place("China")).after(Action::Clear);
        assert_eq!(cleared.view, ViewState::default());
    }

    #[test]
    fn an_embedded_page_stays_embedded_until_the_reader_chooses_a_theme() {
        let to = super::super::codec::read("#/?embed=1&q=lee&theme=dark");
        let embedded = State::default().after(Action::Went(Box::new(to)));
        let cleared = embedded.after(place("China")).after(Action::Clear);
        assert_eq!(cleared.view, embedded.view.fresh());
        assert!(cleared.view.embed);
        let chosen = embedded.after(Action::Theme(Theme::Light));
        assert_eq!((chosen.theme(), chosen.view.embed), (Theme::Light, true));
        assert_eq!(embedded.theme(), Theme::Dark);
    }

    #[test]
    fn another_page_closes_the_dialog() {
        let open = State::default().after(Action::Dialog(Some(Dialog::Filters)));
        assert_eq!(open.after(place("China")).ui.dialog, Some(Dialog::Filters));
        let to = super::super::codec::read("#/about");
        assert_eq!(open.after(Action::Went(Box::new(to))).ui.dialog, None);
    }

    #[test]
    fn an_address_with_a_filter_and_a_visit_keeps_both() {
        let to = super::super::codec::read("#/?q=lee&visit=a.b.2026");
        let went = State::default().after(Action::Went(Box::new(to.clone())));
        assert_eq!(went.view, to);
    }

    #[test]
    fn spaces_at_the_ends_of_a_query_stay_in_the_box_only() {
        let state = State::default().after(query("  silver   economy "));
        assert_eq!(state.view.query, "silver economy");
        assert_eq!(
            state.ui.search_text(&state.view.query),
            "  silver   economy "
        );
        assert_eq!(state.ui.search_text("other"), "other");
    }

    #[test]
    fn a_typed_date_narrows_and_one_that_is_none_stays_to_be_corrected() {
        let typed =
            |state: &State, text: &str| state.after(Action::Date(End::From, text.to_owned()));
        let from = typed(&State::default(), "2025-10");
        assert_eq!(from.view.from, "2025-10".parse().ok());
        let wrong = typed(&from, "last week");
        assert_eq!(wrong.view.from, from.view.from);
        assert_eq!(wrong.ui.refused[0].as_deref(), Some("last week"));
        let none = typed(&wrong, " ");
        assert_eq!((none.view.from, &none.ui.refused[0]), (None, &None));
    }

    #[test]
    fn a_range_that_ends_before_it_begins_is_turned_round() {
        let (early, late) = ("2024-05".parse().ok(), "2025-10".parse().ok());
        let state = State::default().after(Action::Range(late, early));
        assert_eq!((state.view.from, state.view.to), (early, late));
    }

    #[test]
    fn a_hand_on_the_timeline_changes_the_address_when_it_rests() {
        let window = Window::new(dateline_model::Day(0), dateline_model::Day(99));
        let moving = State::default().after(Action::Moving(window));
        assert_eq!(moving.view, ViewState::default());
        let rested = moving.after(Action::Window(Some(window)));
        assert_eq!((rested.view.window, rested.ui.moving), (Some(window), None));
    }

    #[test]
    fn a_new_selection_begins_at_its_top() {
        let state = State::default()
            .after(Action::MoreArticles)
            .after(Action::Match(Some(3)));
        assert_eq!(state.ui.more_articles, 1);
        let state = state.after(query("silver"));
        assert_eq!((state.ui.more_articles, state.ui.current_match), (0, None));
    }
}
