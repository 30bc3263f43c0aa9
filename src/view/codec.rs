//! The view state in the URL's hash, and back.
//!
//! ```text
//! #/?group=visitor&kind=talks&order=name&person=Xi+Jinping&place=-Japan&q=silver+economy&record=1&sort=oldest&visit=…
//! #/visits?place=China
//! #/visits?by=-who
//! #/about
//! #/article/ID?at=…
//! #/article/ID?q=silver+economy
//! #/visit/ID
//! #/person/Xi+Jinping
//! #/place/China
//! ```
//!
//! `exact=1` takes the query as it is written. `embed=1` and `theme=light|dark|auto` are for pages that show this one in a frame; all links keep them.
//!
//! Canonical and short: parameters sorted, defaults left out, repeatable ones repeated, `-` before a value excludes it.
//! Any hash is read as some state; what is not understood is ignored. A second `#` and what follows it was appended by a
//! host page (WordPress does so) and is no part of the state.

use std::fmt::Write as _;

use dateline_bundle::{Choice, Facet, Sort};
use dateline_model::{ArticleId, Edtf, MentionKind, VisitId};
use dateline_timeline::{LaneOrder, Window};

use super::{Group, Page, ViewState, VisitOrder, lane_order, lane_order_name};
use crate::browser::theme::Theme;

// The first part of a path that names a page.
const VISITS: &str = "visits";
const ABOUT: &str = "about";
const ARTICLE: &str = "article";
const VISIT: &str = "visit";
const PERSON: &str = "person";
const PLACE: &str = "place";
const STYLE: &str = "style";
/// The value of what is shown only on request.
const SHOWN: &str = "1";

/// The hash of a state, beginning with `#/`.
#[must_use]
pub fn write(state: &ViewState) -> String {
    let mut hash = String::from("#/");
    let (kind, id) = match &state.page {
        Page::Explore => ("", None),
        Page::Visits => (VISITS, None),
        Page::About => (ABOUT, None),
        Page::Style(name) => (STYLE, Some(name).filter(|name| !name.is_empty())),
        Page::Article(id) => (ARTICLE, Some(&id.0)),
        Page::Visit(id) => (VISIT, Some(&id.0)),
        Page::Profile(MentionKind::Person, name) => (PERSON, Some(name)),
        Page::Profile(MentionKind::Place, name) => (PLACE, Some(name)),
    };
    hash.push_str(kind);
    if let Some(id) = id {
        hash.push('/');
        encode(id, &mut hash);
    }
    for (index, (name, value)) in parameters(state).iter().enumerate() {
        hash.push(if index == 0 { '?' } else { '&' });
        hash.push_str(name);
        hash.push('=');
        hash.push_str(value);
    }
    hash
}

/// The state of a hash. Every text is the hash of some state.
#[must_use]
pub fn read(hash: &str) -> ViewState {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    let hash = hash.split_once('#').map_or(hash, |(ours, _foreign)| ours);
    let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
    let mut state = ViewState {
        page: read_page(path),
        ..ViewState::default()
    };
    for parameter in query.split('&') {
        if let Some((name, value)) = parameter.split_once('=') {
            read_parameter(&mut state, name, value);
        }
    }
    state.canonical()
}

fn read_page(path: &str) -> Page {
    let mut parts = path.trim_start_matches('/').splitn(2, '/');
    let kind = parts.next().unwrap_or_default();
    let id = parts.next().map(decode).unwrap_or_default();
    match kind {
        VISITS => Page::Visits,
        ABOUT => Page::About,
        STYLE => Page::Style(id),
        _ if id.is_empty() => Page::Explore,
        ARTICLE => Page::Article(ArticleId(id)),
        VISIT => Page::Visit(VisitId(id)),
        PERSON => Page::Profile(MentionKind::Person, id),
        PLACE => Page::Profile(MentionKind::Place, id),
        _ => Page::Explore,
    }
}

fn read_parameter(state: &mut ViewState, name: &str, value: &str) {
    if let Some(facet) = Facet::from_name(name) {
        let (exclude, value) = match value.strip_prefix('-') {
            Some(value) => (true, value),
            None => (false, value),
        };
        state.choices.get_mut(facet).push(Choice {
            value: decode(value),
            exclude,
        });
        return;
    }
    let value = decode(value);
    match name {
        "q" => state.query = value,
        "exact" => state.exact = value == SHOWN,
        "from" => state.from = value.parse().ok(),
        "to" => state.to = value.parse().ok(),
        "group" => state.group = Group::from_name(&value),
        "order" => state.order = lane_order(&value),
        "sort" => state.sort = Sort::from_name(&value),
        "visit" => state.visit = (!value.is_empty()).then_some(VisitId(value)),
        "win" => state.window = read_window(&value),
        "by" => state.by = VisitOrder::read(&value),
        "at" => state.at = Some(value),
        "record" => state.record = value == SHOWN,
        "embed" => state.embed = value == SHOWN,
        "theme" => state.theme = Theme::from_name(&value),
        _ => {}
    }
}

/// Name and encoded value of each parameter, in the order of the URL.
fn parameters(state: &ViewState) -> Vec<(&'static str, String)> {
    let mut all: Vec<(&'static str, String)> = Vec::new();
    for (facet, choices) in state.choices.iter() {
        for choice in choices {
            all.push((facet.name(), encoded_choice(choice)));
        }
    }
    let mut add = |name, value: Option<String>| {
        if let Some(value) = value {
            all.push((name, encoded(&value)));
        }
    };
    add(
        "q",
        Some(state.query.clone()).filter(|query| !query.is_empty()),
    );
    add("at", state.at.clone());
    add("by", state.by.write());
    add("exact", state.exact.then(|| SHOWN.to_owned()));
    add("from", state.from.map(|date| date.to_string()));
    add("to", state.to.map(|date| date.to_string()));
    add("group", state.group.map(|group| group.name().to_owned()));
    let order = lane_order_name(state.order);
    add(
        "order",
        (state.order != LaneOrder::Count).then(|| order.to_owned()),
    );
    add("record", state.record.then(|| SHOWN.to_owned()));
    add("sort", state.sort.map(|sort| sort.name().to_owned()));
    add("embed", state.embed.then(|| SHOWN.to_owned()));
    add("theme", state.theme.map(|theme| theme.name().to_owned()));
    add("visit", state.visit.as_ref().map(|id| id.0.clone()));
    add("win", state.window.map(write_window));
    dateline_compact::sort_by_key(&mut all, |&(name, _)| name);
    all
}

/// A value that itself begins with `-` has it encoded, so that it is not read as an exclusion.
fn encoded_choice(choice: &Choice) -> String {
    let value = encoded(&choice.value);
    match (choice.exclude, value.strip_prefix('-')) {
        (true, _) => format!("-{value}"),
        (false, Some(rest)) => format!("%2D{rest}"),
        (false, None) => value,
    }
}

/// `2025..2026` for whole years, `2025-02..2026-01` for whole months, else the days.
fn write_window(window: Window) -> String {
    let ((y1, m1, d1), (y2, m2, d2)) = (window.first.ymd(), window.last.ymd());
    let month_ends = d1 == 1 && d2 == dateline_model::Day::days_in_month(y2, m2);
    match (month_ends, m1, m2) {
        (true, 1, 12) => format!("{y1:04}..{y2:04}"),
        (true, _, _) => format!("{y1:04}-{m1:02}..{y2:04}-{m2:02}"),
        (false, _, _) => format!("{}..{}", window.first, window.last),
    }
}

fn read_window(value: &str) -> Option<Window> {
    let (first, last) = dateline_model::split_range(value)?;
    let (first, last): (Edtf, Edtf) = (first.parse().ok()?, last.parse().ok()?);
    Some(Window::new(first.first, last.last))
}

/// A text as a part of an address.
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    encode(text, &mut out);
    out
}

/// Percent-encodes the UTF-8 of a text, but for letters, digits and `-_.~:,*`; a space becomes `+`.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => out.push(byte.into()),
            b'-' | b'_' | b'.' | b'~' | b':' | b',' | b'*' => out.push(byte.into()),
            b' ' => out.push('+'),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
}

/// Undoes [`encode`]. A `%` without two hexadecimal digits stands for itself; a text whose
/// bytes are no UTF-8 stays as it is.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let (byte, next) = match (first, tail) {
            (b'+', _) => (b' ', tail),
            (b'%', [high, low, next @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => (high * 16 + low, next),
                _ => (first, tail),
            },
            _ => (first, tail),
        };
        bytes.push(byte);
        rest = next;
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::view::By;
    use crate::view::LANE_ORDERS;

    fn choices(all: &[(Facet, &str, bool)]) -> dateline_bundle::PerFacet<Vec<Choice>> {
        let mut choices = dateline_bundle::PerFacet::<Vec<Choice>>::default();
        for &(facet, value, exclude) in all {
            choices.get_mut(facet).push(Choice {
                value: value.to_owned(),
                exclude,
            });
        }
        choices
    }

    #[test]
    fn states_have_short_hashes() {
        let state = ViewState {
            query: "silver economy".to_owned(),
            choices: choices(&[
                (Facet::Person, "Xi Jinping", false),
                (Facet::Place, "Japan", true),
            ]),
            from: "2025-10".parse().ok(),
            sort: Some(Sort::Oldest),
            window: read_window("2025-02..2026-01"),
            visit: Some(VisitId("lee-jae-myung.china.2026-01".to_owned())),
            ..ViewState::default()
        };
        let hash = write(&state);
        assert_eq!(
            hash,
            "#/?from=2025-10&person=Xi+Jinping&place=-Japan&q=silver+economy&sort=oldest\
             &visit=lee-jae-myung.china.2026-01&win=2025-02..2026-01"
        );
        assert_eq!(read(&hash), state);
        assert_eq!(write(&ViewState::default()), "#/");
    }

    #[test]
    fn an_article_carries_the_filter() {
        let page = Page::Article(ArticleId("000_173b04a3eeb41b64".to_owned()));
        let state = ViewState {
            page,
            query: "silver".to_owned(),
            ..ViewState::default()
        };
        assert_eq!(write(&state), "#/article/000_173b04a3eeb41b64?q=silver");
        assert_eq!(read(&write(&state)), state);
        let xi = ViewState {
            page: Page::Profile(MentionKind::Person, "Xi Jinping".to_owned()),
            ..ViewState::default()
        };
        assert_eq!(write(&xi), "#/person/Xi+Jinping");
    }

    #[test]
    fn a_passage_belongs_to_its_article_alone() {
        let hash = "#/article/a?at=on+jan+5,state+visit&q=lee";
        let state = read(hash);
        assert_eq!(write(&state), hash);
        assert_eq!(write(&state.on(Page::Explore)), "#/?q=lee");
        assert_eq!(read("#/?at=on+jan+5").at, None);
        assert_eq!(write(&read("#/visits?by=-who&at=x")), "#/visits?by=-who");
    }

    #[test]
    fn a_page_around_this_one_asks_by_two_parameters() {
        let state = read("#/article/a?theme=dark&embed=1&q=lee");
        assert_eq!((state.embed, state.theme), (true, Some(Theme::Dark)));
        assert_eq!(write(&state), "#/article/a?embed=1&q=lee&theme=dark");
        assert_eq!(write(&state.alone()), "#/article/a?q=lee");
        assert_eq!(write(&state.fresh()), "#/?embed=1&theme=dark");
        assert_eq!(read("#/?theme=auto").theme, Some(Theme::System));
        assert_eq!(read("#/?theme=pink&embed=0"), ViewState::default());
    }

    #[test]
    fn an_exact_query_says_so_and_without_one_nothing_is_exact() {
        let state = read("#/?q=Xi+Jingping&exact=1");
        assert!(state.exact);
        assert_eq!(write(&state), "#/?exact=1&q=Xi+Jingping");
        assert_eq!(read("#/?exact=1"), ViewState::default());
    }

    #[test]
    fn foreign_hashes_do_no_harm() {
        for hash in [
            "",
            "#",
            "#/",
            "#?secret=abc",
            "/",
            "#///",
            "#/nowhere",
            "#/article/",
            "#/?q",
            "#/?&&=&q=",
        ] {
            assert_eq!(read(hash), ViewState::default(), "{hash}");
        }
        assert_eq!(read("#/?q=lee#?secret=abc").query, "lee");
        assert_eq!(read("#/?q=100%").query, "100%");
        assert_eq!(
            read("#/?q=%ff%fe&win=x..y&from=yesterday&sort=up").query,
            "%ff%fe"
        );
    }

    #[test]
    fn a_value_that_begins_with_a_minus_is_not_an_exclusion() {
        let state = ViewState {
            choices: choices(&[(Facet::Topic, "-ism", false)]),
            ..ViewState::default()
        };
        assert_eq!(write(&state), "#/?topic=%2Dism");
        assert_eq!(read("#/?topic=%2Dism"), state);
    }

    fn any_state() -> impl Strategy<Value = ViewState> {
        let text = "[ -~é北🙂]{0,12}";
        let choice = ("[ -~é北]{1,9}", any::<bool>());
        let facet = proptest::sample::select(Facet::ALL.to_vec());
        let choices = proptest::collection::vec((facet, choice), 0..6);
        let dates = (0..40_000i32, 0..4000i32);
        (text, choices, dates, 0..6usize, text).prop_map(
            |(query, choices, (first, days), sort, id)| {
                let mut state = ViewState {
                    query,
                    ..ViewState::default()
                };
                for (facet, (value, exclude)) in choices {
                    state.choices.get_mut(facet).push(Choice { value, exclude });
                }
                let (first, last) = (
                    dateline_model::Day(first),
                    dateline_model::Day(first + days),
                );
                state.from = (days % 2 == 0).then(|| Edtf::day(first));
                state.window = (days % 3 == 0).then(|| Window::new(first, last));
                state.to = (days % 4 == 0).then(|| Edtf::day(last));
                state.group = Group::ALL.get(sort).copied();
                state.order = LANE_ORDERS[sort % 3];
                state.sort = Sort::ALL.get(sort).copied();
                state.record = sort == 1;
                state.by = VisitOrder {
                    by: By::ALL[sort],
                    descending: days % 2 == 0,
                };
                state.at = (days % 3 == 1).then(|| id.clone());
                state.exact = days % 5 == 0;
                state.embed = days % 7 == 0;
                state.theme = Theme::ALL.get(sort).copied();
                if !id.is_empty() {
                    state.visit = Some(VisitId(id.clone()));
                    state.page = match days % 7 {
                        0 => Page::Article(ArticleId(id)),
                        1 => Page::Visit(VisitId(id)),
                        2 => Page::Profile(MentionKind::Person, id),
                        3 => Page::Profile(MentionKind::Place, id),
                        4 => Page::Visits,
                        5 => Page::About,
                        6 => Page::Style(id),
                        _ => Page::Explore,
                    };
                }
                state.canonical()
            },
        )
    }

    proptest! {
        #[test]
        fn a_state_survives_its_hash(state in any_state()) {
            let hash = write(&state);
            prop_assert!(hash.is_ascii());
            prop_assert_eq!(read(&hash), state);
        }

        #[test]
        fn any_hash_gives_a_state_with_a_canonical_hash(hash in "#?/?((visits|about|style|(article|visit|person|place|style)/))?[ -~é🙂]{0,60}") {
            let state = read(&hash);
            let canonical = write(&state);
            prop_assert_eq!(read(&canonical), state);
            prop_assert_eq!(write(&read(&canonical)), canonical);
        }
    }
}
