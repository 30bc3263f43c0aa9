//! The page about the collection.

use std::rc::Rc;

use dateline_bundle::Collection;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{Page, contents, disputed};

#[wasm_bindgen_test]
async fn the_page_about_a_collection_says_what_it_is_and_how_it_was_read() {
    let mut contents = contents();
    contents.about.description = Some("Ports, and who came to them.".to_owned());
    contents.about.about = vec!["All of it is invented.".to_owned()];
    let page = Page::show(Rc::new(Collection::new(contents)), "#/about").await;
    assert_eq!(page.texts("h1"), ["About"]);
    assert_eq!(
        page.texts(".about > p"),
        ["Ports, and who came to them.", "All of it is invented."]
    );
    assert_eq!(
        page.texts("section[aria-label='What is collected'] p"),
        [
            "3 articles, 2 visits",
            "Articles from 1 March 2024 to 10 June 2024",
            "Visits from 3 May 2024 to 31 July 2024",
            "All are of 2024."
        ]
    );
    assert_eq!(
        page.all("section[aria-label='What counts as a visit'] li")
            .len(),
        5
    );
    let reading = page
        .texts("section[aria-label='How visits are found']")
        .concat();
    for told in [
        "2 visits were read from the text. The editor has checked none of them.",
        "7 were wrong",
        "November 2026",
    ] {
        assert!(reading.contains(told), "{told} in {reading}");
    }
    assert_eq!(page.all("section[aria-label=Keyboard] dt").len(), 7);
    assert!(
        page.all("section[aria-label='The public record']")
            .is_empty()
    );
    assert_eq!(
        page.one(".menu a[aria-current]").text_content().as_deref(),
        Some("About")
    );
}

#[wasm_bindgen_test]
async fn the_corrections_of_the_record_are_fetched_by_a_button_and_a_failure_is_told() {
    let page = Page::show(disputed(), "#/about").await;
    let section = "section[aria-label='The public record']";
    assert!(
        page.texts(section)
            .concat()
            .contains("Portuguese visits: visits to Portugal, 1990–2020. 12 rows.")
    );
    page.click(&format!("{section} button")).await;
    let status = format!("{section} [role=status]");
    for _ in 0..50 {
        gloo::timers::future::TimeoutFuture::new(10).await;
        yew::scheduler::flush().await;
        if !page.texts(&status).concat().contains("Opening") {
            break;
        }
    }
    assert!(page.texts(&status).concat().contains("could not be loaded"));
    // And can be asked for once more.
    page.one(&format!("{section} button"));
}

#[wasm_bindgen_test]
async fn the_count_and_a_list_without_visits_lead_to_what_counts() {
    let page = Page::open("#/?q=lighthouse").await;
    assert_eq!(page.texts(".status-line a"), ["How visits are found"]);
    assert_eq!(page.texts(".sentence-none a"), ["What counts"]);
    assert_eq!(page.all("a[href='#/about?q=lighthouse']").len(), 3);
}
