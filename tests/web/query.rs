//! What becomes of a query: corrected, taken apart, or done without a word; and the ways back.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{Page, document, hash};

fn status(page: &Page) -> Vec<String> {
    page.texts("[role=status].status")
}

#[wasm_bindgen_test]
async fn a_slip_of_the_pen_is_corrected_aloud_and_can_be_taken_back() {
    let page = Page::open("#/?q=Ada+Oyelarann").await;
    assert_eq!(status(&page), ["1 article, 1 visit"]);
    assert_eq!(
        page.texts(".notes[aria-live=polite] .note"),
        ["No “Ada Oyelarann”. Showing Ada Oyelaran. Search exactly for “Ada Oyelarann”"]
    );
    assert_eq!(page.texts(".note strong"), ["Oyelaran"]);
    assert!(page.texts("mark").contains(&"Oyelaran".to_owned()));
    page.one(".note button").focus().unwrap();
    page.click(".note button").await;
    assert_eq!(hash(), "#/?exact=1&q=Ada+Oyelarann");
    assert_eq!(status(&page), ["0 articles, 0 visits"]);
    let focused = document().active_element().unwrap();
    assert_eq!(
        focused.text_content().unwrap(),
        "Search for similar words too"
    );
    page.click(".note button").await;
    assert_eq!(hash(), "#/?q=Ada+Oyelarann");
    assert_eq!(status(&page), ["1 article, 1 visit"]);
}

#[wasm_bindgen_test]
async fn beside_operators_each_corrected_word_is_told_alone() {
    let page = Page::open("#/?q=harbuors+OR+quitto").await;
    assert_eq!(status(&page), ["3 articles, 2 visits"]);
    assert_eq!(
        page.texts(".note"),
        [
            "No “harbuors”. Showing harbours. No “quitto”. Showing Quito. Search exactly for “harbuors OR quitto”"
        ]
    );
}

#[wasm_bindgen_test]
async fn whoever_types_on_asks_anew() {
    let page = Page::open("#/?q=harbuor&exact=1").await;
    assert_eq!(status(&page), ["0 articles, 0 visits"]);
    page.search("harbuors").await;
    assert_eq!(hash(), "#/?q=harbuors");
    assert_eq!(status(&page), ["2 articles, 1 visit"]);
    page.search("harbours").await;
    assert!(page.texts(".note").is_empty());
}

#[wasm_bindgen_test]
async fn where_no_article_has_all_words_those_with_most_are_shown_and_counted() {
    let page = Page::open("#/?q=harbours+lisbon+zeppelin").await;
    assert_eq!(status(&page), ["1 article, 1 visit"]);
    assert_eq!(
        page.texts(".note"),
        [
            "No article has all of these words: harbours, lisbon, zeppelin. “harbours” is in 2, “lisbon” in 1, “zeppelin” in none. Showing articles with 2 of them."
        ]
    );
    let page = Page::open("#/?q=quito+lighthouse").await;
    assert_eq!(status(&page), ["2 articles, 1 visit"]);
    assert!(page.texts(".note")[0].ends_with("Showing articles with either."));
}

#[wasm_bindgen_test]
async fn what_is_not_understood_is_read_as_plain_words() {
    for (query, told) in [
        (
            "harbours+date:soon+lisbon",
            "Read as plain words: date:soon is no date.",
        ),
        (
            "harbours)+x",
            "Read as plain words: the parentheses do not match.",
        ),
        (
            "OR+harbours",
            "Read as plain words: no word stands beside OR.",
        ),
    ] {
        let page = Page::open(&format!("#/?q={query}")).await;
        let notes = page.texts(".note");
        assert!(
            notes.iter().any(|note| note.starts_with(told)),
            "{query}: {notes:?}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_few_plain_words_have_no_chips() {
    let page = Page::open("#/?q=harbours+were+discussed").await;
    assert!(page.all(".chip").is_empty());
    let page = Page::open("#/?q=fishing+rights+were+discussed").await;
    assert_eq!(
        page.texts(".chip"),
        ["fishing×", "rights×", "were×", "discussed×"]
    );
}

#[wasm_bindgen_test]
async fn a_chip_takes_its_part_out_of_the_query() {
    let page =
        Page::open("#/?q=person:%22Ada+Oyelaran%22+-quito+%22state+visit%22&place=-Quito").await;
    assert_eq!(
        page.texts(".chip"),
        [
            "Person Ada Oyelaran×",
            "Not: quito×",
            "“state visit”×".replace(['“', '”'], "\"").as_str(),
            "Not: Place Quito×"
        ]
    );
    let cheese = "button[aria-label='Remove Not: quito from the search']";
    page.one(cheese).focus().unwrap();
    page.click(cheese).await;
    assert_eq!(
        hash(),
        "#/?place=-Quito&q=person:%22Ada+Oyelaran%22+%22state+visit%22"
    );
    assert_eq!(document().active_element().unwrap().id(), "search");
    let input = page.one("#search");
    let input: &web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_ref(&input);
    assert_eq!(input.value(), "person:\"Ada Oyelaran\" \"state visit\"");
}

#[wasm_bindgen_test]
async fn parts_that_say_the_same_have_a_chip_each() {
    for query in [
        "%22harbours%22%22harbours%22",
        "(harbours)(harbours)+-quito",
    ] {
        let page = Page::open(&format!("#/?q={query}")).await;
        let before = page.all(".chip").len();
        assert!(before >= 2, "{query}");
        page.all(".chip")[0].click();
        yew::scheduler::flush().await;
        assert!(page.all(".chip").len() < before, "{query}");
        assert_eq!(document().active_element().unwrap().id(), "search");
    }
}

#[wasm_bindgen_test]
async fn the_name_of_a_chip_has_what_is_written_on_it() {
    for hash in [
        "#/?q=-headline:harbour+%22state+visit%22+person:Ada+NEAR/3",
        "#/?q=(harbours+OR+quito)+-place:%22Quito%22+date:2024..2025+har*&exact=1",
        "#/?place=-Quito&person=Ada+Oyelaran&kind=state-visit&year=2024&from=2024-01&to=2025-12",
    ] {
        let page = Page::open(hash).await;
        let chips = page.all(".chip, .chip-flip");
        assert!(chips.len() > 2, "{hash}");
        for chip in chips {
            let written = chip.text_content().unwrap();
            let written = written.trim_end_matches('×').trim();
            let name = chip.get_attribute("aria-label").unwrap();
            assert!(name.contains(written), "{written:?} in {name:?}");
        }
    }
}

/// What is suggested, and the place that arrows have gone to.
fn suggested(page: &Page) -> (Vec<String>, Option<String>) {
    let at = page.one("#search").get_attribute("aria-activedescendant");
    (page.texts("#suggestions:not([hidden]) [role=option]"), at)
}

#[wasm_bindgen_test]
async fn nothing_is_suggested_before_two_letters_or_behind_a_space() {
    let page = Page::open("#/?q=ha").await;
    assert_eq!(suggested(&page), (vec![], None), "nobody has typed");
    page.search("h").await;
    assert!(suggested(&page).0.is_empty());
    page.search("har").await;
    assert_eq!(suggested(&page).0, ["harbours 4 times"]);
    page.search("har ").await;
    assert!(suggested(&page).0.is_empty());
}

#[wasm_bindgen_test]
async fn arrows_go_through_what_is_suggested_and_enter_takes_it() {
    let page = Page::open("#/").await;
    page.one("#search").focus().unwrap();
    page.search("oye").await;
    let all = ["Ada Oyelaran Person, 1 article", "Oyelaran 2 times"];
    assert_eq!(suggested(&page), (all.map(str::to_owned).to_vec(), None));
    page.press("#search", "ArrowDown").await;
    assert_eq!(suggested(&page).1.as_deref(), Some("suggestion-0"));
    assert_eq!(page.texts("[aria-selected=true]"), [all[0]]);
    page.press("#search", "Enter").await;
    assert_eq!(hash(), "#/?person=Ada+Oyelaran");
    assert_eq!(document().active_element().unwrap().id(), "search");
    page.search("oye").await;
    page.press("#search", "ArrowUp").await;
    assert_eq!(
        page.texts("[aria-selected=true]"),
        ["Oyelaran 2 times"],
        "what is chosen is no longer suggested"
    );
    page.press("#search", "Enter").await;
    assert_eq!(hash(), "#/?person=Ada+Oyelaran&q=Oyelaran");
}

#[wasm_bindgen_test]
async fn how_many_are_suggested_is_told_when_they_come() {
    let page = Page::open("#/").await;
    let told = || page.texts("form [aria-live=polite]");
    assert_eq!(told(), [""]);
    page.search("oye").await;
    assert_eq!(told(), ["2 suggestions"]);
    let said = page.one("form [aria-live]").first_child().unwrap();
    page.search("oyel").await;
    assert!(said.is_connected(), "the same number is not said again");
    assert_eq!(told(), ["2 suggestions"]);
    page.search("zz").await;
    assert_eq!(told(), [""], "silence where nothing is");
}

#[wasm_bindgen_test]
async fn back_undoes_what_was_taken_in_one_step() {
    let page = Page::open("#/").await;
    page.one("#search").focus().unwrap();
    page.search("oye").await;
    page.press("#search", "ArrowDown").await;
    page.press("#search", "Enter").await;
    assert_eq!(hash(), "#/?person=Ada+Oyelaran");
    let history = web_sys::window().unwrap().history().unwrap();
    history.back().unwrap();
    for _ in 0..200 {
        if page.all(".chip").is_empty() {
            break;
        }
        gloo::timers::future::TimeoutFuture::new(10).await;
    }
    assert_eq!(hash(), "#/?q=oye");
    let input = page.one("#search");
    let input: &web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_ref(&input);
    assert_eq!(input.value(), "oye");
}

#[wasm_bindgen_test]
async fn keys_of_an_input_method_are_its_own() {
    let page = Page::open("#/").await;
    page.one("#search").focus().unwrap();
    page.search("oye").await;
    for key in ["ArrowDown", "Enter", "Escape"] {
        let init = web_sys::KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_key(key);
        init.set_is_composing(true);
        let event =
            web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        assert!(page.one("#search").dispatch_event(&event).unwrap(), "{key}");
        yew::scheduler::flush().await;
        assert_eq!((suggested(&page).0.len(), suggested(&page).1), (2, None));
    }
}

#[wasm_bindgen_test]
async fn an_arrow_down_asks_for_suggestions() {
    let page = Page::open("#/?q=oye").await;
    assert!(suggested(&page).0.is_empty());
    page.press("#search", "ArrowUp").await;
    assert!(suggested(&page).0.is_empty());
    page.press("#search", "ArrowDown").await;
    let (all, at) = suggested(&page);
    assert_eq!((all.len(), at.as_deref()), (2, Some("suggestion-0")));
    page.press("#search", "Escape").await;
    assert!(suggested(&page).0.is_empty());
}

#[wasm_bindgen_test]
async fn enter_and_tab_take_nothing_that_nobody_went_to() {
    let page = Page::open("#/").await;
    page.one("#search").focus().unwrap();
    for key in ["Enter", "Tab", "Escape"] {
        page.search("oye").await;
        assert!(!suggested(&page).0.is_empty());
        page.press("#search", key).await;
        assert!(suggested(&page).0.is_empty(), "{key}");
        assert_eq!(hash(), "#/?q=oye");
        page.search("").await;
    }
}

#[wasm_bindgen_test]
async fn a_field_leads_to_its_values() {
    let page = Page::open("#/").await;
    page.one("#search").focus().unwrap();
    page.search("harbours -pe").await;
    assert_eq!(
        suggested(&page).0,
        ["person: articles that name this person"]
    );
    page.press("#search", "ArrowDown").await;
    page.press("#search", "Enter").await;
    assert_eq!(
        suggested(&page).0,
        [
            "Ada Oyelaran Person, 1 article",
            "Ben Castellan Person, 1 article"
        ]
    );
    page.press("#search", "ArrowDown").await;
    page.press("#search", "Enter").await;
    assert_eq!(hash(), "#/?q=harbours+-person:%22Ada+Oyelaran%22");
}

#[wasm_bindgen_test]
async fn from_two_words_on_each_has_a_colour_that_is_named() {
    let page = Page::open("#/?q=harbours").await;
    assert!(page.all(".legend").is_empty());
    let page = Page::open("#/?q=harbuors+lisbon").await;
    assert_eq!(page.texts(".legend mark.match-1"), ["harbours"]);
    assert_eq!(page.texts(".legend mark.match-2"), ["lisbon"]);
    let none = Page::open("#/?q=harbours+lisbon&person=Nobody").await;
    assert!(none.all(".legend").is_empty(), "no article, nothing marked");
    let page = Page::open("#/article/harbours?q=harbours+lighthouse").await;
    assert_eq!(page.texts(".legend mark"), ["harbours 3", "lighthouse 1"]);
}

#[wasm_bindgen_test]
async fn matches_have_ticks_at_the_edge_and_the_current_one_its_own() {
    let body = document().body().unwrap();
    body.set_attribute("style", "min-height: 3000px").unwrap();
    let page = Page::open("#/article/harbours?q=harbours").await;
    let path = |id: &str| page.one(id).get_attribute("d").unwrap_or_default();
    assert!(path("#ticks-all").starts_with('M'));
    assert_eq!(path("#ticks-current"), "");
    page.click(".match-bar > button.quiet:nth-of-type(2)").await;
    assert_eq!(path("#ticks-current").matches('M').count(), 1);
    let ticks = path("#ticks-all");
    body.set_attribute("style", "min-height: 6000px").unwrap();
    let resize = web_sys::Event::new("resize").unwrap();
    let window = web_sys::window().unwrap();
    window.dispatch_event(&resize).unwrap();
    yew::scheduler::flush().await;
    assert_ne!(path("#ticks-all"), ticks, "in a window of another size");
    assert_eq!(
        page.one(".ticks").get_attribute("aria-hidden").as_deref(),
        Some("true")
    );
    body.remove_attribute("style").unwrap();
    let without = Page::open("#/article/harbours").await;
    assert!(without.all(".ticks").is_empty());
}

#[wasm_bindgen_test]
async fn help_has_examples_that_find_something() {
    let page = Page::open("#/").await;
    page.click("[data-opens=help]").await;
    let examples = page.texts("dialog[open] .help button");
    assert!(
        examples.contains(&"person:\"Ada Oyelaran\"".to_owned()),
        "{examples:?}"
    );
    for date in ["date:2024", "before:2025", "after:2023"] {
        assert!(examples.iter().any(|one| one == date), "{examples:?}");
    }
    let is_of_headline = |one: &String| one.starts_with("headline:");
    assert!(
        !examples.iter().any(is_of_headline),
        "no headline has the words of the other examples: {examples:?}"
    );
    drop(page);
    for (place, query) in examples.iter().enumerate() {
        let page = Page::open("#/").await;
        page.click("[data-opens=help]").await;
        page.all("dialog[open] .help button")[place].click();
        yew::scheduler::flush().await;
        assert_ne!(hash(), "#/", "{query}");
        assert!(!status(&page)[0].starts_with("0 "), "{query}");
    }
}

#[wasm_bindgen_test]
async fn a_choice_is_turned_into_what_is_left_out() {
    let page = Page::open("#/?person=Ada+Oyelaran").await;
    assert_eq!(status(&page), ["1 article, 1 visit"]);
    let flip = ".chip-flip";
    assert_eq!(
        page.one(flip).get_attribute("aria-label").as_deref(),
        Some("leave out Ada Oyelaran")
    );
    page.click(flip).await;
    assert_eq!(hash(), "#/?person=-Ada+Oyelaran");
    assert_eq!(page.texts(".chip"), ["Not: Person Ada Oyelaran×"]);
    assert_eq!(status(&page), ["2 articles, 1 visit"]);
    page.click(flip).await;
    assert_eq!(hash(), "#/?person=Ada+Oyelaran");
}

#[wasm_bindgen_test]
async fn a_choice_that_is_turned_round_stays_in_its_place_and_keeps_its_focus() {
    let page = Page::open("#/?person=Ada+Oyelaran&person=Ben+Castellan").await;
    let chips = || page.texts(".chip");
    for at in [0, 1, 0, 1] {
        let flip = page.all(".chip-flip")[at].clone();
        flip.focus().unwrap();
        flip.click();
        yew::scheduler::flush().await;
        assert!(chips()[0].ends_with("Ada Oyelaran×"), "{:?}", chips());
        assert!(document().active_element().unwrap() == *flip);
    }
}

#[wasm_bindgen_test]
async fn a_long_facet_is_looked_through_and_years_stand_in_their_order() {
    let page = Page::show(crate::fixture::named(30), "#/?person=No+Body").await;
    let years = page.texts("#facet-year .facet-label");
    assert_eq!(years, ["2024"].map(str::to_owned)[..years.len()].to_vec());
    assert!(page.all(".facet-field").is_empty());
    page.click("#facet-person .facet-more").await;
    assert_eq!(page.all("#facet-person label").len(), 33);
    let field = page.one("#facet-person .facet-field");
    let field: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(field);
    page.type_into(&field, "pers 2").await;
    let found = page.texts("#facet-person .facet-label");
    assert_eq!(
        found.len(),
        12,
        "those from 2 and 20 to 29, and the chosen one: {found:?}"
    );
    assert!(
        found.contains(&"No Body".to_owned()),
        "what is chosen stays"
    );
    page.type_into(&field, "zz").await;
    assert_eq!(page.texts(".facet-none"), ["None has this in its name."]);
    assert_eq!(page.texts("#facet-person .facet-label"), ["No Body"]);
}

#[wasm_bindgen_test]
async fn any_paste_is_answered_at_once_and_the_address_stays_short() {
    let page = Page::open("#/").await;
    let clock = js_sys::Date::now();
    for text in [
        "harbours ".repeat(120_000),
        "a".repeat(1_000_000),
        "🙂👩‍👩‍👧 ".repeat(50_000),
        "\u{202e}مرحبا \u{2067}שלום ".repeat(50_000),
        "e\u{301}\u{323}\u{300}".repeat(200_000),
        "\"(-OR NEAR/".repeat(90_000),
    ] {
        page.search(&text).await;
        assert!(hash().len() < 8000);
        assert_eq!(page.all("#search").len(), 1);
    }
    // Generous: unoptimised wasm on a busy machine.
    assert!(js_sys::Date::now() - clock < 20_000.0);
    page.search("harbours").await;
    assert_eq!(status(&page), ["2 articles, 1 visit"]);
}
