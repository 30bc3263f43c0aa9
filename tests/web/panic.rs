//! The page for the worst case.

use dateline_app::browser::panic::paint;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::document;

#[wasm_bindgen_test]
fn a_panic_leaves_a_readable_page_with_its_details() {
    let place = document().create_element("div").unwrap();
    place.set_text_content(Some("the page that stopped"));
    paint(&place, "panicked at <script>: index out of bounds").unwrap();
    assert_eq!(place.query_selector_all("main button").unwrap().length(), 2);
    assert!(
        place
            .query_selector("main [role=alert] h1")
            .unwrap()
            .is_some()
    );
    let text = place.text_content().unwrap();
    assert!(text.starts_with("Something went wrong and the page stopped."));
    assert!(text.ends_with("panicked at <script>: index out of bounds"));
    assert!(place.query_selector("script").unwrap().is_none());
}
