//! What queries are read as.

use proptest::prelude::*;

use super::rows::words;
use super::{Mode, Query, Rows, Step, Term, When, parse};
use crate::aliases::Aliases;
use crate::note::{Note, Plain};

/// The conditions, written with brackets: `[all of these]`, `{any of these}`, `!not`. A term is shown by its rows.
fn shown(query: &Query) -> String {
    let mut stack: Vec<String> = Vec::new();
    for step in &query.steps {
        let joined = |stack: &mut Vec<String>, count: u16| {
            let from = stack.len() - usize::from(count);
            stack.split_off(from).join(" ")
        };
        let next = match step {
            Step::Term(place) => term_shown(&query.terms[usize::from(*place)]),
            Step::Value(place) => {
                let value = &query.values[usize::from(*place)];
                let words = value.words.trim().replace(' ', "_");
                format!(
                    "f{}:{words}{}",
                    value.facet,
                    if value.open { "*" } else { "" }
                )
            }
            Step::Published(When::Within(from, to)) => format!("{from}..{to}"),
            Step::Published(When::Before(day)) => format!("<{day}"),
            Step::Published(When::After(day)) => format!(">{day}"),
            Step::All(count) => format!("[{}]", joined(&mut stack, *count)),
            Step::Any(count) => format!("{{{}}}", joined(&mut stack, *count)),
            Step::Not => format!("!{}", stack.pop().unwrap()),
        };
        stack.push(next);
    }
    assert!(stack.len() <= 1, "{query:?}");
    stack.pop().unwrap_or_else(|| "[]".to_owned())
}

fn term_shown(term: &Term) -> String {
    let rows = |rows: &Rows| {
        let rows: Vec<String> = rows.rows().map(row_shown).collect();
        rows.join("/")
    };
    let mut shown = rows(&term.rows);
    if !term.except.is_empty() {
        shown = format!("{shown} but {}", rows(&term.except));
    }
    if !term.near.is_empty() {
        shown = format!("<{shown} {} {}>", term.distance, rows(&term.near));
    }
    if term.headline {
        format!("h:{shown}")
    } else {
        shown
    }
}

/// `=exact`, `stem`, `prefix*`, `typed…`, `similar~`.
fn row_shown(row: &str) -> String {
    let words = words(row).map(|(form, mode)| match mode {
        Mode::Exact => format!("={form}"),
        Mode::Stem => form.to_owned(),
        Mode::Prefix => format!("{form}*"),
        Mode::Typed => format!("{form}…"),
        Mode::Acronym => format!("{form}^"),
        Mode::Similar => format!("{form}~"),
    });
    words.collect::<Vec<_>>().join("_")
}

fn aliases() -> Aliases {
    Aliases::of(&[
        &["South Korea", "ROK", "Republic of Korea"],
        &["North Korea", "Democratic People’s Republic of Korea"],
        &["Kyiv", "Kiev"],
    ])
}

const FACETS: [&str; 2] = ["person", "place"];

macro_rules! table {
    ($($name:ident: $query:expr, $typing:expr => $tree:expr, $notes:expr;)*) => {
        $(#[test] fn $name() {
            let query = parse($query, $typing, &FACETS, &aliases());
            let notes: Vec<Plain> = query.notes.iter().filter_map(|note| match note {
                Note::Plain { why, .. } => Some(*why),
                _ => None,
            }).collect();
            assert_eq!(shown(&query), $tree);
            let expected: &[Plain] = &$notes;
            assert_eq!(notes, expected);
        })*
    };
}

use Plain::{Date, Field, LoneOperator, OpenQuote, Parenthesis, Wildcard};

table! {
    nothing: "", false => "[]", [];
    words_are_all_wanted: "state visit", false => "[state visit]", [];
    the_last_word_goes_on_while_typing: "state vis", true => "[state vis…]", [];
    a_space_ends_the_last_word: "state vis ", true => "[state vis]", [];
    a_word_that_is_excluded_does_not_go_on: "state -vis", true => "[state !vis]", [];
    a_phrase: "\"state visit\" china", false => "[=state_=visit china]", [];
    a_phrase_in_curly_quotes: "“state visit”", false => "=state_=visit", [];
    a_phrase_that_goes_on: "\"state vis*\"", false => "=state_vis*", [];
    a_phrase_being_typed: "china \"state vis", true => "[china =state_vis*]", [];
    a_phrase_never_closed: "china \"state vis", false => "[china [state vis]]", [OpenQuote];
    an_empty_phrase: "\"\" a", false => "a", [];
    excluded: "-state -\"a b\"", false => "[!state !=a_=b]", [];
    a_dash_between_words: "China - Xi", false => "[china xi]", [];
    a_minus_within_a_word: "win-win", false => "win_win/winwin", [];
    several_minuses: "--state -(-a)", false => "[!state !!a]", [];
    a_choice: "a OR b c", false => "[{a b} c]", [];
    a_choice_of_three: "a OR b OR -c", false => "{a b !c}", [];
    a_small_or: "a or b", false => "[a or b]", [];
    and_is_what_a_space_is: "a AND b", false => "[a b]", [];
    a_group: "(a OR (bb cc)) d", false => "[{a [bb cc]} d]", [];
    a_group_around_a_word: "(Xi)", false => "xi", [];
    parentheses_never_closed: "(a OR b", false => "{a b}", [Parenthesis];
    parentheses_being_typed: "(a OR b", true => "{a b…}", [];
    parentheses_never_opened: "aa) bb", false => "[aa bb]", [Parenthesis];
    parentheses_within_a_word: "visit(s)", false => "[visit s]", [];
    nothing_in_parentheses: "() a", false => "a", [];
    or_alone: "OR", false => "or", [LoneOperator];
    or_at_the_end: "a OR", false => "{a or}", [LoneOperator];
    or_at_the_end_while_typing: "a OR ", true => "a", [];
    near: "a NEAR/3 \"b c\"", false => "<a 3 =b_=c>", [];
    near_without_a_number: "a NEAR b", false => "<a 5 b>", [];
    near_in_a_chain: "a NEAR/2 b NEAR/3 c d", false => "[[<a 2 b> <b 3 c>] d]", [];
    near_without_a_second: "a NEAR/2", false => "[a [near 2]]", [LoneOperator];
    near_a_group: "a NEAR/2 (bb cc)", false => "[[a [near 2]] [bb cc]]", [LoneOperator];
    a_prefix: "vis*", false => "vis*", [];
    a_similar_word: "vissit~", false => "vissit~", [];
    a_star_within: "v*sit", false => "[v sit]", [Wildcard];
    a_star_alone: "* a", false => "a", [LoneOperator];
    a_title_is_a_headline: "title:a Title:\"b c\"", false => "[h:a h:=b_=c]", [];
    a_headline: "headline:a headline:(b OR \"c d\")", false => "[h:a {h:b h:=c_=d}]", [];
    a_value: "person:xi Place:\"Hong Kong\"", false => "[f0:xi f1:hong_kong]", [];
    a_value_being_typed: "person:xi", true => "f0:xi*", [];
    a_value_excluded: "-person:xi", false => "!f0:xi", [];
    a_field_without_a_value: "person: xi", false => "[=person xi]", [Field];
    a_field_being_typed: "a person:", true => "a", [];
    no_field: "https://example.com summit: 10:30", false => "[[https example_com] summit 10_30]", [];
    a_year: "date:2023", false => "2023-01-01..2023-12-31", [];
    a_range: "date:2023-01..2023-06", false => "2023-01-01..2023-06-30", [];
    half_a_range: "date:2023..", false => "2023-01-01..9999-12-31", [];
    the_other_half: "date:..2023", false => "0001-01-01..2023-12-31", [];
    an_interval: "date:2023-01/2023-02", false => "2023-01-01..2023-02-28", [];
    before_and_after: "before:2023 after:2023", false => "[<2023-01-01 >2023-12-31]", [];
    no_date: "date:soon", false => "[=date soon]", [Date];
    a_date_being_typed: "a date:20", true => "a", [];
    a_dotted_abbreviation: "U.S. visit", false => "[us visit]", [];
    an_abbreviation_being_typed: "U.", true => "u…", [];
    an_abbreviation_typed: "U.S", true => "us", [];
    a_decimal: "4.8", false => "4_8/4.8", [];
    an_umlaut: "Zürich", false => "zurich/zuerich", [];
    slashes_part_words: "and/or", false => "[and or]", [];
    han: "访问中国", false => "访问_问中_中国", [];
    one_character: "中", false => "中*", [];
    one_character_within: "AI中 x", false => "[ai_中* x]", [];
    an_alias: "Kiev", false => "kiev/=kyiv", [];
    an_alias_excluded: "-kiev", false => "!kiev/=kyiv", [];
    an_alias_in_a_phrase_is_not_meant: "\"Kiev\"", false => "=kiev", [];
    an_acronym: "ROK x", false => "[rok/=south_=korea/=republic_=of_=korea but =democratic_=people_=republic_=of_=korea x]", [];
    a_name_of_several_words: "x South Korea y", false =>
        "[x {[south korea] rok^/=republic_=of_=korea but =democratic_=people_=republic_=of_=korea} y]", [];
    a_name_alone: "north korea", false => "{[north korea] =democratic_=people_=republic_=of_=korea}", [];
    the_longest_name_is_meant: "north korea democratic people republic of korea", false =>
        "[{[north korea] =democratic_=people_=republic_=of_=korea} {[democratic people republic of korea] =north_=korea}]", [];
    letters_may_be_an_abbreviation: "the u s plan", false => "[the {[u s] us^} plan]", [];
    the_same_word_twice: "aa aa AA", false => "[aa aa aa]", [];
}

#[test]
fn parts_are_where_the_conditions_stand() {
    let text = "a OR b -\"c d\" headline:(e f) person:xi g";
    let query = parse(text, false, &FACETS, &Aliases::default());
    let parts: Vec<&str> = query.parts.iter().map(|part| &text[part.clone()]).collect();
    assert_eq!(
        parts,
        ["a OR b", "-\"c d\"", "headline:(e f)", "person:xi", "g"]
    );
}

#[test]
fn the_same_term_is_known_once() {
    assert_eq!(
        parse("aa aa AA \"aa\" -aa", false, &[], &Aliases::default())
            .terms
            .len(),
        3
    );
}

#[test]
fn a_query_without_letters_says_so() {
    assert_eq!(
        parse("…", false, &[], &Aliases::default()).notes,
        [Note::Nothing]
    );
    assert_eq!(parse(" ", false, &[], &Aliases::default()).notes, []);
}

proptest! {
    #[test]
    fn leaving_a_part_out_leaves_the_other_conditions(
        words in prop::collection::vec("-?[a-z]{2,5}|\"[a-z]{2,4} [a-z]{2,4}\"|[a-z]{2,3} OR [a-z]{2,3}|person:[a-z]{2,3}", 1..6),
        which in any::<prop::sample::Index>(),
    ) {
        let text = words.join(" ");
        let query = parse(&text, false, &FACETS, &Aliases::default());
        prop_assert_eq!(query.parts.len(), words.len());
        let which = which.index(words.len());
        let mut rest = words.clone();
        rest.remove(which);
        let mut without = text.clone();
        without.replace_range(query.parts[which].clone(), "");
        let (a, b) = (parse(&without, false, &FACETS, &Aliases::default()), parse(&rest.join(" "), false, &FACETS, &Aliases::default()));
        prop_assert_eq!(shown(&a), shown(&b));
    }
}
