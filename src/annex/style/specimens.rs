//! Which parts are shown in which states.

use crate::browser::theme::Theme;
use crate::view::{Copied, Dialog, Format, Later, OnRecord, Subject, Ui, WhatToCopy};

/// Names and addresses, the latter in the sample. One text and no table: all data of the page is in the part of the wasm that
/// is loaded first, and pointers weigh more than words.
const ALL: &str = "\
explore #/
theme #/
search #/?q=harbour&place=-Quito&person=Ada+Oyelaran&from=2024-01&to=2025-12
notes #/?q=date:soon+harbour
corrected #/?q=harbuor
fewer #/?q=harbour+quito+lighthouse
search-help #/
query-chips #/?q=-headline:harbour+%22state+visit%22+person:Ada
no-result #/?q=zeppelin&person=Ada+Oyelaran
filters #/?person=Ada+Oyelaran&place=-Quito
filter-sheet #/?person=Ada+Oyelaran&place=-Quito
export #/
share #/?q=harbour
dates #/?from=2024&to=2025
strip #/
embedded #/?embed=1&q=harbour
timeline-none #/?person=Zo%C3%A9+Adams
sentence-day #/?visit=day
sentence-range #/?visit=range
sentence-under-way #/?visit=under-way
sentence-within #/?visit=within
sentence-between #/?visit=between
sentence-start #/?visit=start
sentence-end #/?visit=end
sentence-differ #/?visit=differ
sentence-planned #/?visit=planned
sentence-cancelled #/?visit=cancelled
sentence-undated #/?visit=undated
sentence-talks #/?kind=talks&visit=talks
sentence-none #/?q=lighthouse
record #/?record=1&visit=record:r1
record-failed #/
article #/article/blocks?q=harbour
passage #/article/blocks?at=the+minister,by+train
passage-gone #/article/blocks?at=no+such,words+here
copied #/article/blocks
copy-refused #/article/blocks
copy-nothing #/article/blocks
visits #/visits
visits-by-place #/visits?by=where
visit #/visit/differ
person #/person/Ada+Oyelaran
about #/about
coming-failed #/about
not-opened #/
opening #/";

/// A part in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Specimen {
    /// Its name in the address.
    pub name: &'static str,
    /// The address, in the sample.
    pub hash: &'static str,
}

/// What a specimen draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The page of its address.
    Page,
    /// A page whose code did not arrive.
    Coming,
    /// The page in place of all others.
    Message,
    /// While the bundle is on its way.
    Opening,
}

impl Specimen {
    /// All of them, in the order of the list.
    pub fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for line in ALL.lines() {
            if let Some((name, hash)) = line.split_once(' ') {
                all.push(Self { name, hash });
            }
        }
        all
    }

    /// What it draws.
    pub fn scene(self) -> Scene {
        match self.name {
            "coming-failed" => Scene::Coming,
            "not-opened" => Scene::Message,
            "opening" => Scene::Opening,
            _ => Scene::Page,
        }
    }

    /// Whether the record is here.
    pub fn has_record(self) -> bool {
        matches!(self.name, "record" | "about")
    }

    /// Puts right what is not in the address.
    pub fn put_into(self, ui: &mut Ui) {
        ui.copied = Copied::Nothing;
        WhatToCopy::Quotation.name().clone_into(&mut ui.copied_by);
        match self.name {
            "theme" => ui.theme_open = true,
            "filters" => {
                let whole = |facet| (facet, String::new());
                ui.whole_facets = dateline_bundle::Facet::ALL.map(whole).to_vec();
            }
            "filter-sheet" => ui.dialog = Some(Dialog::Filters),
            "search-help" => ui.dialog = Some(Dialog::Help),
            "export" => ui.dialog = Some(Dialog::Export(Subject::Visits, Format::Csv)),
            "share" => ui.dialog = Some(Dialog::Share(Theme::System)),
            "dates" => ui.dates_open = true,
            "strip" => ui.past_timeline = true,
            "record-failed" => ui.record = OnRecord::Failed,
            "copied" => ui.copied = Copied::Done,
            "copy-refused" => ui.copied = Copied::Refused(self.hash.to_owned()),
            "copy-nothing" => ui.copied = Copied::NothingSelected,
            "coming-failed" => ui.later = Later::Failed,
            _ => {}
        }
    }
}
