//! The pages of people, places and visits, and what is said beside a visit.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{EVIDENCE, Page, disputed};

#[wasm_bindgen_test]
async fn a_person_has_a_page_with_visits_and_a_way_to_the_articles() {
    let page = Page::open("#/person/Ada+Oyelaran").await;
    assert_eq!(page.texts("h1"), ["Ada Oyelaran"]);
    assert_eq!(
        page.texts("section[aria-label='As visitor'] .visit-line-route"),
        ["Ada Oyelaran → Portugal"]
    );
    assert!(page.all("section[aria-label='As host']").is_empty());
    assert_eq!(
        page.texts(".period span"),
        ["May 2024", "1 mention in 1 article"]
    );
    let link = page.one("a[href='#/?person=Ada+Oyelaran']");
    assert_eq!(link.text_content().as_deref(), Some("Show the articles"));
}

#[wasm_bindgen_test]
async fn a_place_has_a_page_though_no_article_tags_it() {
    let page = Page::open("#/place/Portugal").await;
    assert_eq!(
        page.texts("section[aria-label='Visits to this place'] .visit-line-route"),
        ["Ada Oyelaran → Portugal"]
    );
}

#[wasm_bindgen_test]
async fn names_and_visits_that_are_not_there_are_told() {
    for (hash, told) in [
        ("#/person/Nobody", "No article here mentions this name."),
        ("#/place/Nowhere", "No article here mentions this name."),
        (
            "#/visit/none",
            "These articles report no such visit. It may have been corrected.",
        ),
    ] {
        let page = Page::open(hash).await;
        assert_eq!(page.texts("h1"), [told]);
    }
}

#[wasm_bindgen_test]
async fn a_visit_has_a_page_with_its_sentence_and_links_to_names() {
    let page = Page::open("#/visit/ada-oyelaran.portugal.2024-05").await;
    assert_eq!(page.texts("h1"), ["Ada Oyelaran → Portugal"]);
    assert_eq!(page.texts(".quotation p"), [format!("“{EVIDENCE}”")]);
    page.one(".facts a[href='#/person/Ada+Oyelaran']");
    page.one(".facts a[href='#/place/Lisbon']");
}

#[wasm_bindgen_test]
async fn what_sources_say_differently_stands_side_by_side() {
    let page = Page::show(disputed(), "#/").await;
    assert_eq!(
        page.texts(".differ h3"),
        ["Sources differ on the first day"]
    );
    assert_eq!(
        page.texts(".differ li"),
        [
            "3 May 2024: The Harbour Bulletin, 4 May 2024",
            "2 May 2024: The Harbour Bulletin, 1 March 2024"
        ]
    );
    // Two halves in one mark.
    assert_eq!(
        page.all("[data-state~=open] rect[data-look=shape]").len(),
        2
    );
}

#[wasm_bindgen_test]
async fn the_record_and_the_editor_never_confirm() {
    let page = Page::show(disputed(), "#/").await;
    let facts = page.texts(".sentence dd");
    assert!(
        facts.contains(&"Reported here; not listed in the public record".to_owned()),
        "{facts:?}"
    );
    let page = Page::show(disputed(), "#/?visit=ben-castellan.ecuador.2024-07").await;
    let facts = page.texts(".sentence dd");
    assert!(
        facts.contains(&"Checked by the editor".to_owned()),
        "{facts:?}"
    );
}

#[wasm_bindgen_test]
async fn a_mistake_is_reported_with_visit_and_sentence() {
    let page = Page::open("#/").await;
    assert!(
        !page
            .texts(".actions a")
            .contains(&"Report a mistake".to_owned())
    );
    let page = Page::show(disputed(), "#/").await;
    let link = page.one(
        ".actions a[href^='https://desk.example/ada-oyelaran.portugal.2024-05?b=&s=On%203%20May']",
    );
    assert_eq!(link.text_content().as_deref(), Some("Report a mistake"));
}

#[wasm_bindgen_test]
async fn a_record_is_offered_only_where_there_is_one() {
    let page = Page::open("#/").await;
    assert!(page.all(".record-box").is_empty());
    let page = Page::show(disputed(), "#/").await;
    assert_eq!(
        page.texts(".record-box label"),
        ["Also show the public record: Portuguese visits, 1990–2020"]
    );
}
