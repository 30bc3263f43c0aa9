//! What every part of the page is drawn from.
//!
//! Parts are plain functions of it: every Yew component of its own costs about two kilobytes of wasm, compressed one.

use std::rc::Rc;

use dateline_bundle::record::RecordRow;
use dateline_bundle::{Choice, Collection, Facet, Selection};
use dateline_model::{Article, ArticleId, Edtf, Report, Visit};
use yew::prelude::*;

use crate::components::timeline::kept::Kept;
use crate::view::{Action, Group, OnRecord, Page, RECORD_PREFIX, Ui, ViewState, codec};

/// What is shown, and how to change it.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// The whole collection.
    pub collection: &'a Rc<Collection>,
    /// The build, as the footer names it.
    pub build: &'a str,
    /// What the address says.
    pub state: &'a ViewState,
    /// What it does not.
    pub ui: &'a Ui,
    /// What the address's filter leaves.
    pub selection: &'a Selection,
    /// The visits that it would leave if no stretch of time were chosen.
    pub whole: &'a [u32],
    /// What need not be made anew while the timeline moves.
    pub kept: &'a Kept,
    /// The frame of the timeline, whose width is watched.
    pub frame: &'a NodeRef,
    /// Changes the state.
    pub act: &'a Callback<Action>,
}

impl Shown<'_> {
    /// Acts at an event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }

    /// Whether the page is a part of somebody else's: asked for, or seen by its narrow frame.
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        self.state.embed || self.ui.framed
    }

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

    /// What the collection groups its visits by.
    #[must_use]
    pub fn default_group(&self) -> Group {
        let by = self.collection.contents().about.group_by.as_deref();
        by.and_then(Group::from_name).unwrap_or_default()
    }

    /// What the rows of the timeline stand for.
    #[must_use]
    pub fn group(&self) -> Group {
        self.state.group.unwrap_or(self.default_group())
    }

    /// The visits on record, if they are shown and here.
    fn record(&self) -> &[RecordRow] {
        match &self.ui.record {
            OnRecord::Here(record) if self.state.record => &record.rows,
            _ => &[],
        }
    }

    /// Why a row is not as the record has it, if somebody set it right.
    #[must_use]
    pub fn correction(&self, row: &RecordRow) -> Option<&str> {
        let OnRecord::Here(record) = &self.ui.record else {
            return None;
        };
        let mut all = record.corrections.iter();
        let correction = all.find(|correction| correction.id == row.id)?;
        Some(&correction.reason)
    }

    /// The visits on record with their keys, which follow those of the visits: all that the chosen people and places leave.
    /// What is chosen of articles does not touch them.
    pub fn rows(&self) -> impl Iterator<Item = (u32, &RecordRow)> {
        let all = (self.first_row()..).zip(self.record());
        all.filter(|(_, row)| {
            let people = self.state.choices.get(Facet::Person);
            let places = self.state.choices.get(Facet::Place);
            let towns = || row.place.iter().flat_map(|place| place.split(','));
            let is_place = |name: &str| {
                row.host.as_deref() == Some(name) || towns().any(|town| town.trim() == name)
            };
            fits(people, |name| row.visitor == name) && fits(places, is_place)
        })
    }

    /// The key of the first visit on record.
    fn first_row(&self) -> u32 {
        u32::try_from(self.collection.contents().visits.len()).unwrap_or(u32::MAX)
    }

    /// A visit on record by its key.
    #[must_use]
    pub fn row(&self, key: u32) -> Option<&RecordRow> {
        let place = key.checked_sub(self.first_row())?;
        self.record().get(place as usize)
    }

    /// The date of a visit or of one on record.
    #[must_use]
    pub fn date(&self, key: u32) -> Option<Edtf> {
        match self.visit(key) {
            Some(visit) => visit.date,
            None => self.row(key)?.date,
        }
    }

    /// The visit on record that was chosen, and its key.
    #[must_use]
    pub fn open_row(&self) -> Option<(u32, &RecordRow)> {
        let id = self.state.visit.as_ref()?.0.strip_prefix(RECORD_PREFIX)?;
        (self.first_row()..)
            .zip(self.record())
            .find(|(_, row)| row.id == id)
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

    /// What the open visit is drawn as: talks inside a visit have no mark of their own while the visit has one.
    #[must_use]
    pub fn open_mark(&self) -> Option<u32> {
        if let Some((key, _)) = self.open_row() {
            return Some(key);
        }
        let open = self.open_visit()?;
        Some(self.drawn_within(self.visit(open)?).unwrap_or(open))
    }

    /// The visit of the selection that these talks are part of.
    #[must_use]
    pub fn drawn_within(&self, talks: &Visit) -> Option<u32> {
        let parent = self.collection.visit(talks.part_of.as_ref()?)?;
        // The visits of a selection are in ascending order.
        let found = self.selection.visits.binary_search(&parent);
        found.is_ok().then_some(parent)
    }

    /// The report that speaks for a visit: one whose date is the visit's, if possible from an article of the selection.
    #[must_use]
    pub fn speaking<'a>(&self, visit: &'a Visit) -> Option<&'a Report> {
        let selected = |report: &Report| {
            let article = self.collection.article(&report.article);
            article.is_some_and(|article| self.selection.articles.contains(&article))
        };
        let worth = |report: &&Report| (report.date == visit.date, selected(report));
        // The last of equals is taken: the oldest article speaks first.
        visit.reports.iter().rev().max_by_key(worth)
    }

    /// The address of the list with a visit open.
    #[must_use]
    pub fn visit_href(&self, visit: &Visit) -> String {
        codec::write(&ViewState {
            visit: Some(visit.id.clone()),
            ..self.state.on(Page::Explore)
        })
    }

    /// The address of another page with the whole filter.
    #[must_use]
    pub fn href(&self, page: Page) -> String {
        codec::write(&self.state.on(page))
    }

    /// Where a mistake in the reading of a visit is reported: the collection's address with `{visit}`, `{sentence}` and
    /// `{build}` filled in. A letter whose address has none of them gets visit and build as its subject.
    #[must_use]
    pub fn report_href(&self, visit: &Visit, sentence: &str) -> Option<String> {
        let address = self.collection.contents().about.report.as_deref()?;
        let sentence = codec::encoded(sentence).replace('+', "%20");
        let fill = |part| match part {
            "visit" => visit.id.0.as_str(),
            "sentence" => &sentence,
            "build" => self.build,
            other => other,
        };
        let filled: String = address.split(['{', '}']).map(fill).collect();
        let is_plain = filled == address && address.starts_with("mailto:");
        let subject = is_plain.then(|| format!("?subject={}%20({})", visit.id, self.build));
        Some(filled + subject.as_deref().unwrap_or_default())
    }

    /// The address of an article with the whole filter.
    #[must_use]
    pub fn article_href(&self, id: &ArticleId) -> String {
        self.href(Page::Article(id.clone()))
    }

    /// The article that a report stands in.
    #[must_use]
    pub fn article_of(&self, report: &Report) -> Option<&Article> {
        let article = self.collection.article(&report.article)?;
        Some(&self.collection.entry(article)?.article)
    }
}

/// Whether something is left by the choices of one facet: one of the wanted values, none of the unwanted ones.
fn fits(choices: &[Choice], is: impl Fn(&str) -> bool) -> bool {
    let mut wanted = choices.iter().filter(|choice| !choice.exclude).peekable();
    let any = wanted.peek().is_none() || wanted.any(|choice| is(&choice.value));
    any && !choices
        .iter()
        .any(|choice| choice.exclude && is(&choice.value))
}
