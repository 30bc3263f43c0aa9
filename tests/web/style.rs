//! The parts of the page in their states.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{Page, document};

/// Some of what must be in sight on some of the specimens.
const SHOWN: [(&str, &str); 32] = [
    ("explore", ".timeline [data-state~=outline]"),
    ("theme", ".theme-menu:not([hidden])"),
    ("search", ".chip-without"),
    ("notes", ".search .note"),
    ("corrected", ".note strong"),
    ("fewer", ".note strong"),
    ("search-help", "dialog[open] .help-line"),
    ("query-chips", ".chip-without"),
    ("no-result", ".no-result button"),
    ("filters", ".facet .chosen"),
    ("filter-sheet", "dialog[open] .facet"),
    (
        "export",
        "dialog[open] textarea, dialog[open] a, dialog[open] button",
    ),
    ("share", "dialog[open] textarea"),
    ("dates", "[role=slider]"),
    ("timeline-none", ".timeline-none"),
    ("sentence-under-way", ".talks-line"),
    ("sentence-differ", ".differ li + li"),
    ("sentence-none", ".sentence-none a"),
    ("record", ".on-record"),
    ("record-failed", ".record-box [role=status]"),
    ("article", "mark.match-1"),
    ("passage", "#passage"),
    ("passage-gone", "article .note"),
    ("copied", ".copy-outcome"),
    ("copy-refused", ".copy-by-hand textarea"),
    ("visits", ".visits-table"),
    ("visits-by-place", "th[aria-sort=ascending]"),
    ("visit", ".quotation"),
    ("person", ".period"),
    ("about", ".about-list"),
    ("coming-failed", "[role=alert] button"),
    ("not-opened", ".message"),
];

#[wasm_bindgen_test]
async fn every_specimen_that_is_listed_is_shown() {
    let page = Page::open("#/style").await;
    let listed: Vec<String> = page
        .all(".style-list a")
        .iter()
        .filter_map(|link| link.get_attribute("href"))
        .collect();
    drop(page);
    assert!(listed.len() > 30, "{listed:?}");
    // Each is opened once: a browser refuses more than some two hundred addresses in ten seconds.
    for hash in &listed {
        let page = Page::open(hash).await;
        assert_eq!(page.all("main").len(), 1, "{hash}");
        assert_eq!(page.all("h1").len(), 1, "{hash}");
        assert_eq!(document().title(), "Style · Ports and presidents");
        let name = hash.rsplit('/').next().unwrap_or_default();
        for (_, selector) in SHOWN.iter().filter(|(shown, _)| *shown == name) {
            assert!(!page.all(selector).is_empty(), "{name}: {selector}");
        }
    }
    for (name, _) in SHOWN {
        assert!(listed.contains(&format!("#/style/{name}")), "{name}");
    }
}

#[wasm_bindgen_test]
async fn the_first_specimen_has_every_shape_of_a_mark() {
    let page = Page::open("#/style/explore").await;
    for selector in [
        "[data-look=shape]",
        "[data-look=pale]",
        "[fill='url(#fade-both)']",
        "[fill='url(#fade-end)']",
        "[fill='url(#fade-start)']",
        ".strike",
        "polygon",
        "circle",
    ] {
        assert!(!page.all(selector).is_empty(), "{selector}");
    }
}

#[wasm_bindgen_test]
async fn what_is_done_on_a_specimen_changes_nothing() {
    let page = Page::open("#/style/search").await;
    page.search("other").await;
    page.click(".chips > li:last-child .quiet").await;
    assert_eq!(crate::fixture::hash(), "#/style/search");
    assert_eq!(page.all(".chip").len(), 3);
}
