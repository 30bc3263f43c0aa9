//! The page inside another page.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{Page, document};

fn theme() -> Option<String> {
    document()
        .document_element()
        .unwrap()
        .get_attribute("data-theme")
}

#[wasm_bindgen_test]
async fn an_embedded_page_has_no_menu_but_says_where_it_is_from() {
    let page = Page::open("#/?embed=1&q=lisbon").await;
    assert!(page.all("nav, .theme, .masthead").is_empty());
    assert_eq!(page.texts("h1"), ["Ports and presidents"]);
    let source = page.one(".source-line a");
    assert_eq!(source.get_attribute("target").as_deref(), Some("_blank"));
    assert_eq!(source.get_attribute("rel").as_deref(), Some("noopener"));
    assert!(
        source
            .get_attribute("href")
            .unwrap()
            .ends_with("#/?q=lisbon")
    );
    assert_eq!(
        page.texts(".source-line"),
        ["Ports and presidentsMade with Dateline"]
    );
}

#[wasm_bindgen_test]
async fn every_link_of_an_embedded_page_keeps_it_embedded() {
    for hash in [
        "#/?embed=1&theme=dark",
        "#/article/arrival?embed=1&theme=dark",
        "#/visit/ada-oyelaran.portugal.2024-05?embed=1&theme=dark",
        "#/person/Ada+Oyelaran?embed=1&theme=dark",
        "#/place/Portugal?embed=1&theme=dark",
        "#/visits?embed=1&theme=dark",
        "#/about?embed=1&theme=dark",
    ] {
        let page = Page::open(hash).await;
        let links = page.all("a[href^='#/']");
        assert!(!links.is_empty() || hash.starts_with("#/about"), "{hash}");
        for link in links {
            let to = link.get_attribute("href").unwrap();
            assert!(
                to.contains("embed=1") && to.contains("theme=dark"),
                "{hash}: {to}"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn the_page_around_chooses_the_theme() {
    let page = Page::open("#/?theme=dark").await;
    assert_eq!(theme().as_deref(), Some("dark"));
    page.click(".theme > button").await;
    page.change(".theme-menu input[value=light]").await;
    assert_eq!(theme().as_deref(), Some("light"));
    assert_eq!(crate::fixture::hash(), "#/");
    drop(page);
    let page = Page::open("#/?theme=auto").await;
    assert_eq!(theme(), None);
    page.click(".theme > button").await;
    page.change(".theme-menu input[value=auto]").await;
}
