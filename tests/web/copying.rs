//! Copying a sentence or a passage, and links that lead to one.

use std::rc::Rc;

use dateline_bundle::Collection;
use dateline_model::{Aspect, Status};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlTextAreaElement, window};

use crate::fixture::{EVIDENCE, Page, contents, document};

/// Takes the browser's ways to copy away until it is dropped.
struct NoClipboard;

impl NoClipboard {
    fn new() -> Self {
        js_sys::eval(
            "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }); \
             document.execCommand = () => false;",
        )
        .unwrap();
        Self
    }
}

impl Drop for NoClipboard {
    fn drop(&mut self) {
        js_sys::eval("delete navigator.clipboard; delete document.execCommand;").unwrap();
    }
}

/// What the page offers for copying by hand.
async fn offered(page: &Page) -> String {
    for _ in 0..20 {
        gloo::timers::future::TimeoutFuture::new(10).await;
        yew::scheduler::flush().await;
        if let Some(area) = page.all(".copy-by-hand textarea").pop() {
            return area.unchecked_into::<HtmlTextAreaElement>().value();
        }
    }
    String::new()
}

fn select(page: &Page, selector: &str) {
    let selection = window().unwrap().get_selection().unwrap().unwrap();
    selection.remove_all_ranges().unwrap();
    selection.select_all_children(&page.one(selector)).unwrap();
}

#[wasm_bindgen_test]
async fn a_sentence_is_copied_with_date_source_headline_and_link() {
    let _refused = NoClipboard::new();
    let page = Page::open("#/").await;
    page.click(".actions .copy button").await;
    let text = offered(&page).await;
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], format!("“{EVIDENCE}”"));
    assert_eq!(lines[1], "4 May 2024 · The Harbour Bulletin");
    assert_eq!(lines[2], "Oyelaran <b>lands</b> & talks");
    assert!(
        lines[3].ends_with("#/article/arrival?at=on+3+may+president+ada,lisbon+for+a+state+visit,-fishing+rights+and"),
        "{text}"
    );
}

/// The timeline as a file.
async fn picture(page: &Page) -> String {
    let _refused = NoClipboard::new();
    page.click(".search [data-opens=export]").await;
    page.change("dialog label:nth-of-type(2) input[name=subject]")
        .await;
    page.change("dialog label:nth-of-type(4) input[name=format]")
        .await;
    page.click("dialog .dialog-actions button:last-child").await;
    offered(page).await
}

#[wasm_bindgen_test]
async fn a_vague_plan_is_paler_in_the_picture_too() {
    for (status, opacity) in [(Status::Planned, "0.5"), (Status::Reported, "1")] {
        let mut contents = contents();
        for visit in &mut contents.visits {
            (visit.status, visit.aspect) = (status, Aspect::Start);
        }
        let page = Page::show(Rc::new(Collection::new(contents)), "#/").await;
        let fade = format!("fill=\"url(#fade-end)\" fill-opacity=\"{opacity}\"");
        let picture = picture(&page).await;
        assert!(picture.contains(&fade), "{picture}");
    }
}

#[wasm_bindgen_test]
async fn no_text_leaves_the_picture() {
    let mut contents = contents();
    contents.about.title = "Ports and presidents of many harbours ".repeat(6);
    let query = "+OR+lighthousekeepers".repeat(30);
    let page = Page::show(
        Rc::new(Collection::new(contents)),
        &format!("#/?q=harbours{query}"),
    )
    .await;
    let place = document().create_element("div").unwrap();
    place.set_inner_html(&picture(&page).await);
    document().body().unwrap().append_child(&place).unwrap();
    let edges = place.first_element_child().unwrap();
    let edges = edges.get_bounding_client_rect();
    let texts = place.query_selector_all("text").unwrap();
    assert!(texts.length() > 12);
    for at in 0..texts.length() {
        let text: web_sys::Element = texts.item(at).unwrap().unchecked_into();
        let of = text.get_bounding_client_rect();
        assert!(
            of.right() <= edges.right() && of.bottom() <= edges.bottom(),
            "{:?} ends at {}, {} of {}, {}",
            text.text_content(),
            of.right(),
            of.bottom(),
            edges.right(),
            edges.bottom()
        );
    }
    place.remove();
}

#[wasm_bindgen_test]
async fn the_timeline_is_a_picture_that_says_what_it_shows() {
    let page = Page::open("#/?q=harbours").await;
    let picture = picture(&page).await;
    let parser = web_sys::DomParser::new().unwrap();
    let kind = web_sys::SupportedType::ImageSvgXml;
    let svg = parser.parse_from_string(&picture, kind).unwrap();
    let root = svg.document_element().unwrap();
    assert_eq!(root.tag_name(), "svg", "{picture}");
    let text = |selector: &str| {
        let found = svg.query_selector(selector).unwrap();
        found.and_then(|it| it.text_content()).unwrap_or_default()
    };
    assert_eq!(text("title"), "Ports and presidents – timeline of visits");
    let told = text("desc");
    for part in [
        "2 articles, 1 visit.",
        "Filter: Search “harbours”.",
        "Sources: ",
        "#/?q=harbours",
    ] {
        assert!(told.contains(part), "{part} in {told}");
    }
    assert!(
        text("g g title").contains("Ada Oyelaran to Portugal"),
        "{picture}"
    );
    assert!(!picture.contains("style=") && !picture.contains("class="));
}

#[wasm_bindgen_test]
async fn a_selected_passage_is_copied_and_linked() {
    let _refused = NoClipboard::new();
    let page = Page::open("#/article/arrival").await;
    select(&page, ".article-text p:nth-child(2)");
    page.click(".match-bar .copy:nth-of-type(1) button").await;
    let text = offered(&page).await;
    assert!(
        text.starts_with("“Fishing rights and harbours were discussed.”\n4 May 2024"),
        "{text}"
    );
    // What was offered has the focus now.
    select(&page, ".article-text p:nth-child(2)");
    page.click(".match-bar .copy:nth-of-type(2) button").await;
    let text = offered(&page).await;
    assert!(
        text.ends_with("?at=a+state+visit-,fishing+rights+and,harbours+were+discussed"),
        "{text}"
    );
}

#[wasm_bindgen_test]
async fn without_a_selection_the_page_says_what_to_do() {
    let page = Page::open("#/article/arrival").await;
    window()
        .unwrap()
        .get_selection()
        .unwrap()
        .unwrap()
        .remove_all_ranges()
        .unwrap();
    page.click(".match-bar .copy:nth-of-type(1) button").await;
    assert_eq!(
        page.texts(".match-bar .copy-outcome"),
        ["First select a passage of the article.", "", ""]
    );
}

#[wasm_bindgen_test]
async fn a_link_to_a_passage_marks_it_and_takes_the_focus_there() {
    let page = Page::open("#/article/arrival?at=fishing+rights,were+discussed").await;
    assert_eq!(
        page.texts(".passage").concat(),
        "Fishing rights and harbours were discussed"
    );
    assert_eq!(document().active_element().unwrap().id(), "passage");
    assert!(page.all(".note").is_empty());
}

#[wasm_bindgen_test]
async fn a_passage_over_two_paragraphs_is_marked_in_both_and_named_once() {
    let page = Page::open("#/article/arrival?at=state+visit,fishing+rights").await;
    assert_eq!(
        page.texts(".passage"),
        ["state visit", ".", "Fishing", " rights"]
    );
    assert_eq!(page.all("#passage").len(), 1);
}

#[wasm_bindgen_test]
async fn a_passage_that_is_gone_is_said_to_have_changed() {
    let page = Page::open("#/article/arrival?at=nothing+of,the+kind").await;
    assert_eq!(
        page.texts("article .note"),
        ["The passage this link points to has changed. This is the article today."]
    );
    assert!(page.all(".passage").is_empty());
}

#[wasm_bindgen_test]
async fn each_visit_of_an_article_leads_to_its_sentence() {
    let page = Page::open("#/article/arrival?q=harbours").await;
    let link = page.one("section .actions a");
    assert_eq!(link.text_content().as_deref(), Some("To the sentence"));
    assert_eq!(
        link.get_attribute("href").as_deref(),
        Some(
            "#/article/arrival?at=on+3+may+president+ada,lisbon+for+a+state+visit,-fishing+rights+and&q=harbours"
        )
    );
    assert_eq!(
        page.texts("section .actions button"),
        ["Copy quotation", "Copy link to this passage"]
    );
}
