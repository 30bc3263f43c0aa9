//! The page to explore with.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{EVIDENCE, Page, document, hash};

#[wasm_bindgen_test]
async fn everything_is_listed_newest_first() {
    let page = Page::open("#/").await;
    assert_eq!(page.texts("[role=status].status"), ["3 articles, 2 visits"]);
    let headlines = page.texts("ul[aria-label=Articles] h2 a");
    assert_eq!(
        headlines,
        [
            "A trip to Quito is planned",
            "Oyelaran <b>lands</b> & talks",
            "Harbours of the south"
        ]
    );
}

#[wasm_bindgen_test]
async fn article_text_never_becomes_markup() {
    let page = Page::open("#/").await;
    assert!(page.all("h2 b").is_empty());
}

#[wasm_bindgen_test]
async fn typing_narrows_marks_and_enters_the_address() {
    let page = Page::open("#/").await;
    page.search("harbour").await;
    assert_eq!(page.texts("[role=status].status"), ["2 articles, 1 visit"]);
    assert!(
        page.texts("mark")
            .iter()
            .all(|text| text.to_lowercase().starts_with("harbour"))
    );
    assert!(!page.all("mark.match-1").is_empty());
    assert_eq!(hash(), "#/?q=harbour");
}

#[wasm_bindgen_test]
async fn a_space_at_the_end_stays_in_the_box() {
    let page = Page::open("#/").await;
    page.search("harbours ").await;
    let input: web_sys::HtmlInputElement =
        wasm_bindgen::JsCast::unchecked_into(page.one("input[type=search]"));
    assert_eq!(input.value(), "harbours ");
    assert_eq!(hash(), "#/?q=harbours");
}

#[wasm_bindgen_test]
async fn a_facet_narrows_and_its_chip_takes_it_back() {
    let page = Page::open("#/").await;
    page.click("input[aria-label='Ada Oyelaran, 1']").await;
    assert_eq!(page.texts("[role=status].status"), ["1 article, 1 visit"]);
    assert_eq!(hash(), "#/?person=Ada+Oyelaran");
    page.click("button.chip").await;
    assert_eq!(page.texts("[role=status].status"), ["3 articles, 2 visits"]);
}

#[wasm_bindgen_test]
async fn the_newest_reported_visit_is_open_with_its_words_underlined() {
    let page = Page::open("#/").await;
    assert_eq!(page.texts(".quotation p"), [format!("“{EVIDENCE}”")]);
    assert_eq!(
        page.texts(".quotation .glossed"),
        ["On", "Ada", "Lisbon", "state"]
    );
    assert!(
        page.one(".sentence h2")
            .text_content()
            .unwrap()
            .starts_with("Latest visit")
    );
}

#[wasm_bindgen_test]
async fn a_mark_opens_its_sentence() {
    let page = Page::open("#/").await;
    page.click("[role=button][aria-label^='July 2024']").await;
    assert!(
        page.one(".sentence h2")
            .text_content()
            .unwrap()
            .starts_with("The sentence behind this mark")
    );
    assert!(
        page.one(".quotation p")
            .text_content()
            .unwrap()
            .contains("Quito")
    );
    assert_eq!(hash(), "#/?visit=ben-castellan.ecuador.2024-07");
}

#[wasm_bindgen_test]
async fn the_timeline_is_one_tab_stop_and_arrows_go_between_marks() {
    let page = Page::open("#/").await;
    assert_eq!(page.all(".mark[tabindex='0']").len(), 1);
    let stop = page.one(".mark[tabindex='0']");
    assert!(
        stop.get_attribute("aria-label")
            .unwrap()
            .starts_with("3 May 2024, Ada Oyelaran to Portugal (Lisbon), state visit, 1 article")
    );
    page.press(".mark[tabindex='0']", "ArrowUp").await;
    let focused = document()
        .active_element()
        .unwrap()
        .get_attribute("aria-label")
        .unwrap();
    assert_eq!(
        focused,
        "July 2024, Ben Castellan to Ecuador (Quito), state visit, planned, 1 article"
    );
    assert_eq!(page.all(".mark[tabindex='0']").len(), 1);
}

#[wasm_bindgen_test]
async fn nothing_found_says_so_and_offers_a_way_out() {
    let page = Page::open("#/?q=zeppelin").await;
    assert_eq!(page.texts("[role=status].status"), ["0 articles, 0 visits"]);
    page.click(".no-result button").await;
    assert_eq!(page.texts("[role=status].status"), ["3 articles, 2 visits"]);
}

#[wasm_bindgen_test]
async fn a_foreign_hash_does_no_harm() {
    let page = Page::open("#?secret=abc").await;
    assert_eq!(page.texts("[role=status].status"), ["3 articles, 2 visits"]);
}

#[wasm_bindgen_test]
async fn a_filter_that_no_visit_fits_does_not_say_that_the_articles_report_none() {
    let page = Page::open("#/?place=Portugal&q=harbours").await;
    let told = page.texts(".sentence h2").join(" ");
    assert!(
        told.is_empty() || !told.contains("reports no visit"),
        "{told}"
    );
    let page = Page::open("#/?from=2024-05&to=2024-05&person=Ada+Oyelaran").await;
    assert_eq!(
        page.texts(".chip"),
        ["Person Ada Oyelaran×", "Happened May 2024×"]
    );
    assert_eq!(page.texts("[role=status].status"), ["1 article, 1 visit"]);
}

#[wasm_bindgen_test]
async fn focus_goes_to_the_search_box_when_a_chip_takes_itself_away() {
    let page = Page::open("#/?person=Ada+Oyelaran").await;
    page.one("button.chip").focus().unwrap();
    page.click("button.chip").await;
    assert_eq!(document().active_element().unwrap().id(), "search");
}

#[wasm_bindgen_test]
async fn the_browsers_own_keys_are_left_alone_on_a_mark() {
    let page = Page::open("#/").await;
    let prevented = page
        .press_with_alt(".mark[tabindex='0']", "ArrowLeft")
        .await;
    assert!(!prevented);
}
