//! Which parts are shown in which states.

use crate::view::{Copied, Later, OnRecord, Ui, WhatToCopy};

/// A part in a state.
pub struct Specimen {
    /// Its name in the address.
    pub name: &'static str,
    /// What it shows, for the list.
    pub shows: &'static str,
    /// The address, in the sample.
    pub hash: &'static str,
    /// What is not in the address.
    pub with: fn(&mut Ui),
    /// What is drawn.
    pub scene: Scene,
}

/// What a specimen draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The page of its address.
    Page,
    /// The same, once the record is here.
    Record,
    /// A page whose code is on its way.
    Coming,
    /// The page in place of all others.
    Message,
    /// While the bundle is on its way.
    Opening,
}

const fn page(name: &'static str, shows: &'static str, hash: &'static str) -> Specimen {
    with(name, shows, hash, |_| {})
}

const fn with(
    name: &'static str,
    shows: &'static str,
    hash: &'static str,
    with: fn(&mut Ui),
) -> Specimen {
    Specimen {
        name,
        shows,
        hash,
        with,
        scene: Scene::Page,
    }
}

/// All of them, in the order of the list.
pub const SPECIMENS: [Specimen; 37] = [
    page(
        "explore",
        "The first page: every shape of a mark, the latest visit",
        "#/",
    ),
    with("theme", "The theme menu, open", "#/", |ui| {
        ui.theme_open = true;
    }),
    page(
        "search",
        "Search: words found, chips, one left out, a stretch of time",
        "#/?q=harbour&place=-Quito&person=Ada+Oyelaran&from=2024-01&to=2025-12",
    ),
    page(
        "notes",
        "Search: what was not understood",
        "#/?q=date:soon+harbour",
    ),
    page(
        "no-result",
        "Nothing found",
        "#/?q=zeppelin&person=Ada+Oyelaran",
    ),
    with(
        "filters",
        "Filters: open on a phone, all values, chosen and left out",
        "#/?person=Ada+Oyelaran&place=-Quito",
        |ui| {
            ui.filters_open = true;
            ui.whole_facets = dateline_bundle::Facet::ALL.to_vec();
        },
    ),
    page(
        "clusters",
        "Timeline: all visits, in groups",
        "#/?win=1950..2030",
    ),
    page(
        "timeline-none",
        "Timeline: no visit with a date",
        "#/?person=Zo%C3%A9+Adams",
    ),
    page("sentence-day", "Sentence: one day, chosen", "#/?visit=day"),
    page(
        "sentence-range",
        "Sentence: from one day to another",
        "#/?visit=range",
    ),
    page(
        "sentence-under-way",
        "Sentence: under way on a day, with talks",
        "#/?visit=under-way",
    ),
    page(
        "sentence-within",
        "Sentence: some time in a month",
        "#/?visit=within",
    ),
    page(
        "sentence-between",
        "Sentence: worked out, between two days",
        "#/?visit=between",
    ),
    page(
        "sentence-start",
        "Sentence: from a day on",
        "#/?visit=start",
    ),
    page("sentence-end", "Sentence: until a day", "#/?visit=end"),
    page(
        "sentence-differ",
        "Sentence: sources differ",
        "#/?visit=differ",
    ),
    page(
        "sentence-planned",
        "Sentence: planned, checked by the editor",
        "#/?visit=planned",
    ),
    page(
        "sentence-cancelled",
        "Sentence: called off",
        "#/?visit=cancelled",
    ),
    page(
        "sentence-undated",
        "Sentence: without a date, entered by the editor",
        "#/?visit=undated",
    ),
    page(
        "sentence-talks",
        "Sentence: talks outside any visit",
        "#/?kind=talks&visit=talks",
    ),
    page(
        "sentence-none",
        "Sentence: articles that report no visit",
        "#/?q=lighthouse",
    ),
    page(
        "record",
        "The public record: a grey row, one of its visits open",
        "#/?record=1&visit=record:r1",
    ),
    with(
        "record-failed",
        "The public record: it did not arrive",
        "#/",
        |ui| ui.record = OnRecord::Failed,
    ),
    page(
        "article",
        "Article: every kind of block, matches, readings",
        "#/article/blocks?q=harbour",
    ),
    page(
        "passage",
        "Article: the passage of a link",
        "#/article/blocks?at=the+minister,by+train",
    ),
    page(
        "passage-gone",
        "Article: the passage of a link has changed",
        "#/article/blocks?at=no+such,words+here",
    ),
    with("copied", "Copying: done", "#/article/blocks", |ui| {
        copied(ui, Copied::Done);
    }),
    with(
        "copy-refused",
        "Copying: refused",
        "#/article/blocks",
        |ui| {
            copied(ui, Copied::Refused("What could not be copied.".to_owned()));
        },
    ),
    with(
        "copy-nothing",
        "Copying: nothing is selected",
        "#/article/blocks",
        |ui| copied(ui, Copied::NothingSelected),
    ),
    page(
        "visits",
        "The table of visits, and the same from top to bottom",
        "#/visits",
    ),
    page(
        "visits-by-place",
        "The table in another order",
        "#/visits?by=where",
    ),
    page("visit", "The page of a visit", "#/visit/differ"),
    page("person", "The page of a person", "#/person/Ada+Oyelaran"),
    Specimen {
        scene: Scene::Record,
        ..page(
            "about",
            "About, with what was corrected in the record",
            "#/about",
        )
    },
    Specimen {
        scene: Scene::Coming,
        ..with(
            "coming-failed",
            "A page whose code did not arrive",
            "#/about",
            |ui| ui.later = Later::Failed,
        )
    },
    Specimen {
        scene: Scene::Message,
        ..page("not-opened", "The articles could not be opened", "#/")
    },
    Specimen {
        scene: Scene::Opening,
        ..page("opening", "While the articles are on their way", "#/")
    },
];

/// The state after the quotation button was pressed.
fn copied(ui: &mut Ui, outcome: Copied) {
    ui.copied = outcome;
    WhatToCopy::Quotation.name().clone_into(&mut ui.copied_by);
}
