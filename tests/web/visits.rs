//! The table of visits, and the same from top to bottom.

use std::rc::Rc;

use dateline_bundle::Collection;
use dateline_model::{Kind, VisitId};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{EVIDENCE, Page, contents, hash};

/// The small collection with a third visit that has no date, talks inside the first visit, and talks on their own.
fn with_talks() -> Rc<Collection> {
    let mut contents = contents();
    let first = contents.visits[0].clone();
    let mut undated = first.clone();
    undated.id = VisitId("zoe-adams.portugal".to_owned());
    undated.visitors[0].name = "Zoé Adams".to_owned();
    undated.visitors[0].country = Some("Ireland".to_owned());
    undated.date = None;
    undated.reports[0].date = None;
    undated.reports[0].basis = None;
    let mut talks = first.clone();
    talks.id = VisitId("ada-oyelaran.talks.2024-05".to_owned());
    talks.kind = Kind::Talks;
    talks.part_of = Some(first.id.clone());
    let mut alone = talks.clone();
    alone.id = VisitId("ada-oyelaran.talks.2024-05-b".to_owned());
    alone.part_of = None;
    contents.visits.extend([undated, talks, alone]);
    let about = contents.about.clone();
    let articles = contents.articles.clone();
    let visits = contents.visits.clone();
    Rc::new(Collection::new(dateline_bundle::Contents::new(
        about, articles, visits,
    )))
}

/// The cells of the first column of the table, and of the column of this number.
fn column(page: &Page, number: usize) -> Vec<String> {
    page.texts(&format!(
        "table[aria-label=Visits] tbody tr > :nth-child({number})"
    ))
}

#[wasm_bindgen_test]
async fn every_visit_is_a_row_newest_first_and_undated_ones_last() {
    let page = Page::show(with_talks(), "#/visits").await;
    assert_eq!(page.texts("h1"), ["3 visits"]);
    let headings = page.texts("thead th");
    assert_eq!(
        headings,
        [
            "Date ↓",
            "Who",
            "From",
            "Where",
            "Kind",
            "How it was read",
            "Articles"
        ]
    );
    assert_eq!(
        column(&page, 1),
        [
            "July 2024",
            "3 May 2024",
            "Date not givenListed beside the timeline, not on it."
        ]
    );
    assert_eq!(column(&page, 3), ["–", "–", "Ireland"]);
    assert_eq!(column(&page, 4)[0], "Ecuador: Quito");
    assert_eq!(column(&page, 5)[0], "State visit, planned");
    assert_eq!(column(&page, 6), ["Stated", "Stated", "Read from the text"]);
    assert_eq!(column(&page, 7)[1], "1 article: Ada Oyelaran → Portugal");
    page.one("td a[href='#/visit/ada-oyelaran.portugal.2024-05']");
}

#[wasm_bindgen_test]
async fn talks_stand_in_their_visit_and_are_rows_when_they_are_asked_for() {
    let page = Page::show(with_talks(), "#/visits").await;
    assert!(column(&page, 2)[1].starts_with("Ada OyelaranTalks with Ada Oyelaran, Lisbon"));
    assert_eq!(
        page.texts(".visits > .note"),
        ["Talks outside these visits: 1"]
    );
    page.click(".visits > .note a").await;
    let page = Page::show(with_talks(), "#/visits?kind=talks").await;
    assert_eq!(page.texts("h1"), ["0 visits, 2 talks"]);
    assert_eq!(column(&page, 5), ["Talks", "Talks"]);
}

#[wasm_bindgen_test]
async fn a_heading_sorts_and_turns_round_and_the_address_says_so() {
    let page = Page::show(with_talks(), "#/visits").await;
    let who = "thead th:nth-child(2) button";
    page.click(who).await;
    assert_eq!(hash(), "#/visits?by=who");
    assert_eq!(
        page.one("thead [aria-sort]")
            .get_attribute("aria-sort")
            .as_deref(),
        Some("ascending")
    );
    let names = || -> Vec<String> {
        let whole = column(&page, 2).into_iter();
        whole.map(|cell| cell.chars().take(3).collect()).collect()
    };
    assert_eq!(names(), ["Ada", "Ben", "Zoé"]);
    page.click(who).await;
    assert_eq!(hash(), "#/visits?by=-who");
    assert_eq!(names(), ["Zoé", "Ben", "Ada"]);
    // Rows without anything to sort by stay last, whichever way round.
    let page = Page::show(with_talks(), "#/visits?by=-from").await;
    assert_eq!(column(&page, 3), ["Ireland", "–", "–"]);
}

#[wasm_bindgen_test]
async fn from_top_to_bottom_the_same_stand_under_their_years_with_mark_and_sentence() {
    let page = Page::show(with_talks(), "#/visits").await;
    assert_eq!(page.texts(".vertical h2"), ["2024", "Date not given"]);
    assert_eq!(
        page.texts(".stop-route"),
        [
            "Ben Castellan → Ecuador",
            "Ada Oyelaran → Portugal",
            "Zoé Adams → Portugal"
        ]
    );
    assert_eq!(page.texts(".stop-when")[0], "July 2024, planned");
    assert_eq!(page.texts(".stop-sentence")[1], format!("“{EVIDENCE}”"));
    assert_eq!(page.all(".stop:nth-child(2) .read").len(), 4);
    // Two have a date and so a mark.
    assert_eq!(page.all(".solo rect").len(), 2);
    let page = Page::show(with_talks(), "#/visits?by=where").await;
    assert_eq!(
        page.texts(".vertical h2"),
        ["Ecuador: Quito", "Portugal: Lisbon"]
    );
}

#[wasm_bindgen_test]
async fn the_filter_of_the_address_applies_and_can_be_changed_here() {
    let page = Page::show(with_talks(), "#/visits?q=Quito").await;
    assert_eq!(page.texts("h1"), ["1 visit"]);
    page.search("lighthouse").await;
    assert_eq!(page.texts("h1"), ["0 visits"]);
    assert!(page.all("table").is_empty());
    let told = page.texts(".no-result").concat();
    assert!(told.starts_with("This article reports no visit."), "{told}");
    assert_eq!(
        page.one(".no-result a").text_content().as_deref(),
        Some("What counts")
    );
    assert_eq!(page.texts(".back a"), ["Back to the list"]);
    assert_eq!(hash(), "#/visits?q=lighthouse");
}

#[wasm_bindgen_test]
async fn of_many_visits_two_hundred_are_shown_at_a_time() {
    let mut contents = contents();
    let one = contents.visits[0].clone();
    contents.visits = (0..450)
        .map(|number| {
            let mut visit = one.clone();
            visit.id = VisitId(format!("v{number:03}"));
            visit
        })
        .collect();
    let page = Page::show(Rc::new(Collection::new(contents)), "#/visits").await;
    assert_eq!(page.texts("h1"), ["450 visits"]);
    assert_eq!(page.all("tbody tr").len(), 200);
    let more = ".visits > button.wide";
    assert_eq!(page.texts(more), ["250 more"]);
    page.click(more).await;
    assert_eq!(page.all("tbody tr").len(), 400);
    page.one(more).focus().unwrap();
    page.click(more).await;
    assert_eq!(page.all("tbody tr").len(), 450);
    assert!(page.all(more).is_empty());
    let focused = crate::fixture::document().active_element().unwrap();
    assert_eq!(focused.class_name(), "first-new");
}
