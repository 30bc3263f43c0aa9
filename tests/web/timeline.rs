//! The timeline by hand, by field and by key.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{Page, crowd, document, hash};

const DATES: &str = ".timeline-buttons [aria-expanded]";
const STATUS: &str = "[role=status].status";

#[wasm_bindgen_test]
async fn rows_stand_for_what_the_reader_chooses() {
    let page = Page::open("#/").await;
    assert_eq!(page.texts(".lane-name"), ["Ecuador", "Portugal"]);
    page.fill(&page.one("select[name=group]"), "visitor").await;
    assert_eq!(page.texts(".lane-name"), ["Ben Castellan", "Ada Oyelaran"]);
    assert_eq!(hash(), "#/?group=visitor");
    page.fill(&page.one("select[name=group]"), "kind").await;
    assert_eq!(page.texts(".lane-name"), ["State visit"]);
    page.fill(&page.one("select[name=group]"), "country").await;
    assert_eq!(hash(), "#/");
}

#[wasm_bindgen_test]
async fn rows_come_in_the_order_that_the_reader_chooses() {
    let page = Page::show(crowd(2, 1), "#/?group=visitor&win=1949..2024").await;
    let rows = || page.texts(".lane-name");
    assert_eq!(rows(), ["Ada Oyelaran", "Cy Dube", "Ben Castellan"]);
    let order = page.one("select[name=order]");
    page.fill(&order, "name").await;
    assert_eq!(rows(), ["Ada Oyelaran", "Ben Castellan", "Cy Dube"]);
    assert_eq!(hash(), "#/?group=visitor&order=name&win=1949..2024");
    page.fill(&order, "count").await;
    assert_eq!(hash(), "#/?group=visitor&win=1949..2024");
    let alone = Page::show(crowd(0, 1), "#/?group=kind").await;
    assert!(alone.all("select[name=order]").is_empty(), "one row");
}

#[wasm_bindgen_test]
async fn visits_of_one_date_come_one_after_the_other() {
    let page = Page::show(crowd(3, 0), "#/?visit=more-1&win=1949..1951").await;
    let said = || page.texts(".pages span");
    assert_eq!(said(), ["2 of 3"]);
    page.click(".pages button:last-child").await;
    assert_eq!(said(), ["3 of 3"]);
    assert!(hash().contains("visit=more-2"), "{}", hash());
    page.click(".pages button:last-child").await;
    page.click(".pages button:first-child").await;
    assert_eq!(said(), ["3 of 3"]);
    // The mark of all three does the same.
    page.press(".mark[tabindex='0']", "Enter").await;
    assert_eq!(said(), ["1 of 3"]);
    let alone = Page::open("#/").await;
    assert!(alone.all(".pages").is_empty());
}

#[wasm_bindgen_test]
async fn a_mark_is_a_button_before_all_keys_are_there() {
    let page = Page::without_later("#/?win=2023..2025").await;
    for key in ["Enter", " "] {
        page.press("#mark-0-1", key).await;
        assert!(
            hash().contains("visit=ben-castellan"),
            "{key:?}: {}",
            hash()
        );
        page.press("#mark-1-0", key).await;
        assert!(hash().contains("visit=ada-oyelaran"), "{key:?}: {}", hash());
    }
}

#[wasm_bindgen_test]
async fn a_key_on_a_mark_asks_again_for_what_did_not_come() {
    let page = Page::without_later("#/?win=2023..2025").await;
    page.press("#mark-0-1", "Enter").await;
    let asked =
        "performance.getEntriesByName(new URL('no-such-file.wasm', location), 'resource').length";
    let asked = || js_sys::eval(asked).unwrap().as_f64().unwrap_or_default();
    for _ in 0..200 {
        if asked() > 1.0 {
            return;
        }
        // Keys other than those of a button ask too, once the first answer is there.
        page.press("#mark-0-1", "ArrowLeft").await;
        gloo::timers::future::TimeoutFuture::new(10).await;
    }
    panic!("asked {} times", asked());
}

#[wasm_bindgen_test]
async fn the_panel_of_dates_is_named_while_it_is_there() {
    let page = Page::open("#/").await;
    let controlled = || page.one(DATES).get_attribute("aria-controls");
    assert_eq!(controlled(), None);
    page.click(DATES).await;
    page.one(&format!("#{}", controlled().unwrap()));
}

#[wasm_bindgen_test]
async fn a_visit_of_two_people_stands_in_both_rows() {
    let page = Page::show(crowd(1, 1), "#/?group=visitor&win=1949..1951").await;
    let rows = ["Ada Oyelaran", "Ben Castellan", "Cy Dube"];
    assert_eq!(page.texts(".lane-name"), rows);
    assert_eq!(page.all(".mark").len(), 2);
    assert_eq!(page.all(".mark[tabindex='0']").len(), 1);
    page.press(".mark[tabindex='0']", "ArrowDown").await;
    page.press(".mark[tabindex='0']", "ArrowUp").await;
    let later = page.texts(".timeline-buttons button");
    assert_eq!(later.first().unwrap(), "2 later", "each visit counts once");
}

#[wasm_bindgen_test]
async fn a_date_can_be_typed_and_what_is_none_can_be_corrected() {
    let page = Page::open("#/").await;
    page.click(DATES).await;
    let from = || page.all(".dates input").into_iter().next().unwrap();
    page.fill(&from(), "2024-07").await;
    assert_eq!(hash(), "#/?from=2024-07");
    assert_eq!(page.texts(STATUS), ["1 article, 1 visit"]);
    assert_eq!(
        page.texts("ul[aria-label=Articles] h2 a"),
        ["A trip to Quito is planned"],
        "when it happened counts, not that the article is of June"
    );
    page.fill(&from(), "soon").await;
    assert_eq!(from().get_attribute("aria-invalid").unwrap(), "true");
    assert!(page.texts("#dates-hint")[0].starts_with("This is no date."));
    assert_eq!(hash(), "#/?from=2024-07");
    page.fill(&from(), "").await;
    assert_eq!(
        (hash().as_str(), page.texts(STATUS).remove(0).as_str()),
        ("#/", "3 articles, 2 visits")
    );
}

#[wasm_bindgen_test]
async fn the_slider_goes_by_keys_and_says_its_dates() {
    let page = Page::open("#/").await;
    page.click(DATES).await;
    let said = |handle: &str| page.one(handle).get_attribute("aria-valuetext").unwrap();
    let (from, to) = (
        "[role=slider][aria-label='First date']",
        "[role=slider][aria-label='Last date']",
    );
    // A year on the overview: months.
    assert_eq!(
        (said(from).as_str(), said(to).as_str()),
        ("August 2023", "July 2024")
    );
    page.press(from, "ArrowRight").await;
    assert_eq!(said(from), "September 2023");
    page.press(from, "PageUp").await;
    assert_eq!(said(from), "July 2024", "it does not pass the other");
    assert_eq!(page.texts(STATUS), ["1 article, 1 visit"]);
    page.press(to, "ArrowLeft").await;
    assert_eq!(said(to), "July 2024");
    page.press(from, "Home").await;
    assert!(hash().starts_with("#/?from=20"), "{}", hash());
}

#[wasm_bindgen_test]
async fn a_drag_on_the_axis_chooses_months_and_leaves_the_window() {
    let page = Page::open("#/?win=2024..2024").await;
    let before = page.texts(".timeline-window");
    let axis = "[data-grip=axis]";
    page.pointer("pointerdown", axis, 500).await;
    page.pointer("pointermove", axis, 560).await;
    assert_eq!(page.texts(STATUS), ["0 articles, 0 visits"]);
    page.pointer("pointermove", axis, 620).await;
    assert_eq!(page.texts(".timeline-window"), before);
    page.pointer("pointerup", axis, 620).await;
    assert!(hash().contains("from=2024-06&to=2024-07"), "{}", hash());
    assert_eq!(page.texts(STATUS), ["1 article, 1 visit"]);
    assert_eq!(page.all(".mark").len(), 1);
}

#[wasm_bindgen_test]
async fn a_drag_on_the_rows_moves_them_and_a_plain_wheel_scrolls_the_page() {
    let page = Page::open("#/?win=2024..2024").await;
    let rows = "[data-grip=lanes]";
    page.pointer("pointerdown", rows, 800).await;
    page.pointer("pointermove", rows, 370).await;
    page.pointer("pointerup", rows, 370).await;
    let moved = page.texts(".timeline-window");
    assert_ne!(moved, ["January – December 2024"]);
    assert!(!page.wheel(2.0, 80.0, false).await);
    assert_eq!(page.texts(".timeline-window"), moved);
    assert!(page.wheel(0.0, 100.0, true).await, "Ctrl and a wheel zooms");
    assert_ne!(page.texts(".timeline-window"), moved);
    assert!(page.wheel(90.0, 1.0, false).await, "sideways moves");
}

#[wasm_bindgen_test]
async fn page_keys_move_and_escape_returns() {
    let page = Page::open("#/").await;
    let opening = page.texts(".timeline-window");
    page.press(".mark[tabindex='0']", "+").await;
    assert_ne!(page.texts(".timeline-window"), opening);
    page.press(".mark[tabindex='0']", "Escape").await;
    assert_eq!(page.texts(".timeline-window"), opening);
}

#[wasm_bindgen_test]
async fn an_empty_stretch_says_so_and_keeps_the_focus() {
    let page = Page::open("#/?win=2024..2024").await;
    page.one(".mark[tabindex='0']").focus().unwrap();
    page.press(".mark[tabindex='0']", "PageDown").await;
    assert!(page.texts(".empty-stretch")[0].starts_with("No visits in November 2024 – "));
    let focused = document().active_element().unwrap();
    assert_eq!(focused.text_content().unwrap(), "2 earlier");
}

#[wasm_bindgen_test]
async fn a_row_of_the_list_and_its_mark_light_each_other() {
    let page = Page::open("#/").await;
    page.pointer(
        "pointerover",
        "ul[aria-label=Articles] > li:first-child h2",
        10,
    )
    .await;
    let lit = page.all(".mark[data-lit]");
    assert_eq!(lit.len(), 1);
    assert!(
        lit[0]
            .get_attribute("aria-label")
            .unwrap()
            .contains("Ben Castellan")
    );
    page.pointer("pointerover", ".mark[aria-label^='3 May'] .target", 10)
        .await;
    assert_eq!(
        page.texts(".visit-line[data-lit] .visit-line-route"),
        ["Ada Oyelaran → Portugal"]
    );
    page.pointer("pointerover", "h1", 10).await;
    assert!(page.all("main [data-lit]").len() <= 1);
}

#[wasm_bindgen_test]
async fn thousands_of_visits_are_few_nodes_and_nothing_is_lost() {
    for (visits, apart) in [(5000, 5), (3000, 0), (700, 30)] {
        let page = Page::show(crowd(visits, apart), "#/?group=visitor&win=1949..2024").await;
        let marks = page.all(".mark");
        assert!(marks.len() <= 120, "{} buttons", marks.len());
        let nodes = page.all(".timeline *").len();
        assert!(nodes <= 600, "{nodes} nodes");
        let both: i32 = marks.iter().map(|mark| held(mark)).sum();
        assert_eq!(
            both,
            2 * visits + 2,
            "each stands in two rows but the first two"
        );
    }
}

/// The pixel at which an element has an attribute.
fn pixel(element: &web_sys::Element, name: &str) -> i32 {
    element.get_attribute(name).unwrap().parse().unwrap()
}

#[wasm_bindgen_test]
async fn the_line_to_the_sentence_leaves_a_crowd_at_the_day_of_the_visit() {
    let mut places = Vec::new();
    for visit in [0, 1200, 2400] {
        let start = format!("#/?group=visitor&visit=more-{visit}&win=1949..2024");
        let page = Page::show(crowd(5000, 5), &start).await;
        let open = page.all(".mark[aria-pressed=true]");
        assert_eq!(open.len(), 2, "two presidents");
        assert!(open.iter().all(|mark| held(mark) > 1));
        let lines = page.all(".drop");
        let line = pixel(&lines[0], "x1");
        // One in each row, and one through all below.
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|one| pixel(one, "x1") == line));
        let x = pixel(&open[0], "x");
        assert!((x..x + pixel(&open[0], "width")).contains(&line));
        places.push(line);
    }
    // 1950, June 1966 and November 1982 in a window of 76 years.
    let (early, late) = (places[1] - places[0], places[2] - places[1]);
    assert!((early - late).abs() < 30, "{places:?}");
}

/// How many visits a mark holds, by its name.
fn held(mark: &web_sys::Element) -> i32 {
    let name = mark.get_attribute("aria-label").unwrap();
    let count = name.split(" visits").next().unwrap().replace(',', "");
    count.parse().unwrap_or(1)
}

/// The mark that Tab reaches.
const STOP: &str = ".mark[tabindex='0']";

/// What keys reach from row to row, each from its first mark to its last, and how many visits that holds.
async fn walk(page: &Page) -> (usize, i32) {
    let focused = || document().active_element().unwrap();
    page.one(STOP).focus().unwrap();
    for _ in 0..9 {
        page.press(STOP, "ArrowUp").await;
    }
    let (mut reached, mut visits) = (0, 0);
    loop {
        page.press(STOP, "Home").await;
        loop {
            let mark = focused();
            (reached, visits) = (reached + 1, visits + held(&mark));
            page.press(STOP, "ArrowRight").await;
            if focused().id() == mark.id() {
                break;
            }
        }
        let row = focused().id();
        page.press(STOP, "ArrowDown").await;
        if focused().id() == row {
            return (reached, visits);
        }
    }
}

#[wasm_bindgen_test]
async fn keys_reach_every_one_of_ten_thousand_visits() {
    let start = "#/?group=visitor&win=1949..2024";
    let page = Page::show(crowd(10_000, 2), start).await;
    let everything = (page.all(".mark").len(), 2 * 10_000 + 2);
    assert_eq!(walk(&page).await, everything);
    // A mark of several leads closer, where keys reach all that it held; and so on down to a single visit.
    for _ in 0..20 {
        page.press(STOP, "Home").await;
        let before = held(&page.one(STOP));
        page.press(STOP, "Enter").await;
        if hash().contains("visit=") {
            return;
        }
        let (marks, visits) = walk(&page).await;
        assert_eq!(marks, page.all(".mark").len());
        assert!(visits >= before, "{visits} of {before}");
    }
    panic!("no key leads to a single visit");
}

#[wasm_bindgen_test]
async fn what_has_no_date_is_beside_the_axis() {
    let page = Page::show(crowd(1, 1), "#/").await;
    let buttons = page.all(".timeline-buttons button");
    let undated = buttons
        .iter()
        .find(|button| button.text_content().unwrap() == "1 without a date");
    undated.unwrap().click();
    yew::scheduler::flush().await;
    assert_eq!(hash(), "#/?visit=more-1");
    assert!(page.texts(".facts").join(" ").contains("Date not given"));
}
