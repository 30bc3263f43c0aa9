//! The page of an article.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{Page, document};

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
