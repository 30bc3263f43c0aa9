//! The page of an article.

use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::window;

use crate::fixture::{Page, document, long};

#[wasm_bindgen_test]
async fn matches_are_counted_and_gone_through() {
    let page = Page::open("#/article/harbours?q=harbours").await;
    assert_eq!(
        page.texts(".match-bar [role=status]"),
        ["3 matches", "", "", ""]
    );
    let next = "button.quiet:nth-of-type(2)";
    page.click(&format!(".match-bar > {next}")).await;
    assert_eq!(page.texts(".match-bar > [role=status]"), ["Match 1 of 3"]);
    assert_eq!(page.one("mark.current").id(), "match-0");
    page.click(&format!(".match-bar > {next}")).await;
    assert_eq!(page.one("mark.current").id(), "match-1");
}

#[wasm_bindgen_test]
async fn the_words_that_were_read_are_underlined_in_place_beside_formatting() {
    let page = Page::open("#/article/arrival").await;
    assert_eq!(
        page.texts("article .read"),
        [
            "On",
            " 3 May",
            "Ada",
            " Oyelaran",
            "Lisbon",
            "state",
            " visit"
        ]
    );
    // Each is named at its first word.
    let named = page.all("article .glossed");
    let names: Vec<_> = named
        .iter()
        .map(|word| (word.text_content(), word.get_attribute("data-gloss")))
        .collect();
    let expected = [
        ("On", "when"),
        ("Ada", "who"),
        ("Lisbon", "where"),
        ("state", "kind"),
    ];
    let expected = expected.map(|(word, name)| (Some(word.to_owned()), Some(name.to_owned())));
    assert_eq!(names, expected);
    assert_eq!(page.texts("article em"), ["On", "Fishing"]);
    assert_eq!(
        document().title(),
        "Oyelaran <b>lands</b> & talks · Ports and presidents"
    );
}

/// What is painted as a highlight of this name, as texts; nothing where there is no such highlight.
fn painted(name: &str) -> Vec<String> {
    let css = Reflect::get(&window().unwrap(), &"CSS".into()).unwrap();
    let registry: js_sys::Map = Reflect::get(&css, &"highlights".into())
        .unwrap()
        .unchecked_into();
    let highlight = registry.get(&name.into());
    if highlight.is_undefined() {
        return Vec::new();
    }
    let text = |range: JsValue| {
        let of = |name: &str| Reflect::get(&range, &name.into()).unwrap();
        let node = |name: &str| of(name).unchecked_into::<web_sys::Node>();
        let at = |name: &str| of(name).as_f64().unwrap() as u32;
        let live = document().create_range().unwrap();
        live.set_start(&node("startContainer"), at("startOffset"))
            .unwrap();
        live.set_end(&node("endContainer"), at("endOffset"))
            .unwrap();
        String::from(js_sys::Object::to_string(&live))
    };
    js_sys::Array::from(&highlight).iter().map(text).collect()
}

/// Waits until so many matches are painted as a highlight of this name.
async fn until_painted(name: &str, count: usize) -> Vec<String> {
    for _ in 0..200 {
        if painted(name).len() == count {
            break;
        }
        gloo::timers::future::TimeoutFuture::new(10).await;
    }
    let found = painted(name);
    assert_eq!(found.len(), count, "{name}");
    found
}

#[wasm_bindgen_test]
async fn very_many_matches_are_painted_and_leave_nothing_behind() {
    let page = Page::show(long(300), "#/article/harbours?q=harbours+OR+lighthouse").await;
    assert_eq!(page.texts(".match-bar > [role=status]"), ["901 matches"]);
    assert_eq!(
        page.texts(".legend mark"),
        ["harbours 301", "lighthouse 600"]
    );
    assert_eq!(page.texts("h1 mark"), ["Harbours"]);
    let mut words = until_painted("match-1", 300).await;
    words.extend(until_painted("match-2", 600).await);
    words.dedup();
    assert_eq!(words, ["Harbours", "lighthouse"]);
    assert!(page.all("#text mark").is_empty());
    // The first match is in the headline.
    let next = ".match-bar > button.quiet:nth-of-type(2)";
    for (number, in_headline, in_text) in [
        (1, 1, None),
        (2, 0, Some("Harbours")),
        (3, 0, Some("lighthouse")),
    ] {
        page.click(next).await;
        assert_eq!(
            page.texts(".match-bar > [role=status]"),
            [format!("Match {number} of 901")]
        );
        assert_eq!(page.all("mark.current").len(), in_headline);
        assert_eq!(painted("current"), in_text.into_iter().collect::<Vec<_>>());
    }
    drop(page);
    yew::scheduler::flush().await;
    assert!(
        ["match-1", "match-2", "current"]
            .iter()
            .all(|name| painted(name).is_empty())
    );
}

#[wasm_bindgen_test]
async fn another_query_paints_anew_and_leaves_the_text_alone() {
    let page = Page::show(long(600), "#/article/harbours?q=lighthouse").await;
    until_painted("match-1", 1200).await;
    let before = page.one("#stretch-0");
    window()
        .unwrap()
        .location()
        .set_hash("#/article/harbours?q=harbours")
        .unwrap();
    until_painted("match-1", 600).await;
    assert_eq!(page.one("#stretch-0"), before);
    assert_eq!(page.texts(".match-bar > [role=status]"), ["601 matches"]);
}

#[wasm_bindgen_test]
async fn a_few_matches_are_elements_and_so_are_all_on_paper() {
    let page = Page::show(long(100), "#/article/harbours?q=harbours").await;
    assert_eq!(page.all("#text mark[id]").len(), 100);
    drop(page);
    let page = Page::show(long(600), "#/article/harbours?q=harbours").await;
    assert!(page.all("#text mark").is_empty());
    for (event, marks) in [("beforeprint", 600), ("afterprint", 0)] {
        let event = web_sys::Event::new(event).unwrap();
        window().unwrap().dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
        assert_eq!(page.all("#text mark").len(), marks);
    }
    until_painted("match-1", 600).await;
}

#[wasm_bindgen_test]
async fn an_article_that_is_not_there_says_so() {
    let page = Page::open("#/article/nowhere").await;
    assert!(
        page.one("h1")
            .text_content()
            .unwrap()
            .contains("no such article")
    );
    assert_eq!(
        page.all("a[href='#/']").len(),
        3,
        "the title, the menu and the way back"
    );
}
