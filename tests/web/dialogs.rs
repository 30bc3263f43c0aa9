//! The dialogs, the folded parts of a narrow page, and what an empty list says.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlTextAreaElement;

use crate::fixture::{Page, document, hash};

/// What has the focus, by its attribute.
fn focused(attribute: &str) -> Option<String> {
    document().active_element()?.get_attribute(attribute)
}

async fn open(page: &Page, name: &str) {
    let button = page.one(&format!(".search [data-opens={name}]"));
    button.focus().unwrap();
    page.click(&format!(".search [data-opens={name}]")).await;
}

/// Closes by a button in it, and waits for the browser's event.
async fn close(page: &Page, button: &str) {
    let dialog = page.one("dialog");
    let closed = js_sys::Promise::new(&mut |resolve, _| {
        dialog
            .add_event_listener_with_callback("close", &resolve)
            .unwrap();
    });
    page.click(button).await;
    wasm_bindgen_futures::JsFuture::from(closed).await.unwrap();
    yew::scheduler::flush().await;
}

fn field(page: &Page, id: &str) -> String {
    page.one(&format!("#{id}"))
        .unchecked_into::<HtmlTextAreaElement>()
        .value()
}

#[wasm_bindgen_test]
async fn a_dialog_opens_over_the_page_and_gives_the_focus_back() {
    let page = Page::open("#/").await;
    open(&page, "export").await;
    assert_eq!(page.texts("dialog[open] h2"), ["Download what is shown"]);
    assert!(page.one("dialog").matches(":modal").unwrap());
    assert!(
        page.one("dialog")
            .contains(document().active_element().as_deref())
    );
    close(&page, "dialog .dialog-head button").await;
    assert!(page.all("dialog").is_empty());
    assert_eq!(focused("data-opens").as_deref(), Some("export"));
}

#[wasm_bindgen_test]
async fn articles_are_nothing_for_a_calendar() {
    let page = Page::open("#/?q=harbours").await;
    open(&page, "export").await;
    let labels = || page.texts("dialog .choice label");
    assert_eq!(
        labels(),
        [
            "2 articles",
            "1 visit",
            "Table (CSV)",
            "For programs (JSON)"
        ]
    );
    page.change("dialog .choice label:nth-of-type(2) input[name=subject]")
        .await;
    assert_eq!(labels().len(), 6);
    page.change("dialog label:nth-of-type(3) input[name=format]")
        .await;
    assert_eq!(
        page.texts("dialog .choice label:has(:checked)"),
        ["1 visit", "Calendar (ICS)"]
    );
    page.change("dialog label:nth-of-type(1) input[name=subject]")
        .await;
    assert_eq!(
        page.texts("dialog .choice label:has(:checked)"),
        ["2 articles", "Table (CSV)"]
    );
}

#[wasm_bindgen_test]
async fn a_calendar_says_what_it_leaves_out() {
    let page = Page::open("#/").await;
    open(&page, "export").await;
    page.change("dialog label:nth-of-type(2) input[name=subject]")
        .await;
    page.change("dialog label:nth-of-type(3) input[name=format]")
        .await;
    // One of the two visits is planned for a month.
    assert_eq!(
        page.texts("dialog .hint"),
        ["1 is left out, because its day is not known."]
    );
}

#[wasm_bindgen_test]
async fn the_link_and_the_line_show_what_is_on_screen() {
    let page = Page::open("#/?q=harbours&embed=1&theme=dark").await;
    open(&page, "share").await;
    let link = field(&page, "share-link");
    assert!(link.ends_with("#/?q=harbours"), "{link}");
    let line = field(&page, "share-embed");
    assert!(line.starts_with("<iframe src=\"http"), "{line}");
    assert!(
        line.contains("#/?embed=1&amp;q=harbours\" title=\"Ports and presidents\""),
        "{line}"
    );
    assert!(
        line.ends_with("height=\"640\" loading=\"lazy\" style=\"border:0\"></iframe>"),
        "{line}"
    );
    page.change("dialog label:nth-of-type(3) input[name=embed-theme]")
        .await;
    let line = field(&page, "share-embed");
    assert!(
        line.contains("#/?embed=1&amp;q=harbours&amp;theme=dark\""),
        "{line}"
    );
}

#[wasm_bindgen_test]
async fn the_sheet_of_filters_counts_while_they_are_chosen() {
    let page = Page::open("#/").await;
    open(&page, "filters").await;
    assert_eq!(page.texts("dialog .main-button"), ["Show 3 articles"]);
    page.click("dialog input[aria-label='Ada Oyelaran, 1']")
        .await;
    assert_eq!(page.texts("dialog .main-button"), ["Show 1 article"]);
    assert_eq!(hash(), "#/?person=Ada+Oyelaran");
    // There is only one set of boxes.
    page.one("input[aria-label='Ada Oyelaran, 1']");
    close(&page, "dialog .main-button").await;
    page.one(".filters input[aria-label='Ada Oyelaran, 1']");
}

#[wasm_bindgen_test]
async fn a_query_folds_the_sentence_until_it_is_opened() {
    let page = Page::open("#/").await;
    assert!(page.all(".fold").is_empty());
    page.search("lisbon").await;
    page.one(".sentence.folded");
    assert_eq!(
        page.texts(".fold span"),
        ["Ada Oyelaran → Portugal", "Open"]
    );
    page.click(".fold").await;
    assert!(page.all(".folded").is_empty());
    assert_eq!(
        page.one(".fold").get_attribute("aria-expanded").as_deref(),
        Some("true")
    );
    page.search("lisbon arrived").await;
    page.one(".folded");
    let chosen = Page::open("#/?q=lisbon&visit=ada-oyelaran.portugal.2024-05").await;
    assert!(chosen.all(".fold").is_empty());
}

#[wasm_bindgen_test]
async fn words_that_no_article_has_together_are_counted_one_by_one() {
    let page = Page::open("#/?q=lisbon+harbours+zeppelin&exact=1").await;
    assert_eq!(
        page.texts(".no-result p:first-child"),
        [
            "No article has all of these words: lisbon, harbours, zeppelin. “lisbon” is in 1, “harbours” in 2, “zeppelin” in none."
        ]
    );
    assert_eq!(
        page.texts(".no-result strong"),
        ["lisbon", "harbours", "zeppelin"]
    );
    page.click(".no-result button:first-child").await;
    assert_eq!(hash(), "#/?exact=1&q=lisbon+OR+harbours+OR+zeppelin");
    assert_eq!(page.texts("[role=status].status"), ["2 articles, 1 visit"]);
}

#[wasm_bindgen_test]
async fn filters_that_leave_nothing_are_told_apart_from_words() {
    let page = Page::open("#/?q=harbours&person=Ben+Castellan").await;
    assert_eq!(
        page.texts(".no-result p:first-child"),
        ["No article has harbours.  Without the filters there are 2."]
    );
    assert_eq!(page.texts(".no-result button"), ["Clear filters"]);
    let page = Page::open("#/?place=Atlantis").await;
    assert_eq!(
        page.texts(".no-result p:first-child"),
        ["No article fits these filters."]
    );
    let page = Page::open("#/?q=-harbours+-quito").await;
    assert_eq!(
        page.texts(".no-result p:first-child"),
        ["No article matches “-harbours -quito”."]
    );
}
