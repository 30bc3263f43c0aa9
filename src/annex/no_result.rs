//! Why nothing was found: how many articles each word has, and ways on.

use dateline_bundle::Filter;
use yew::prelude::*;

use crate::context::Shown;
use crate::view::{Action, ViewState};
use crate::words;

/// The most conditions that are counted one by one.
const MOST: usize = 6;

/// What an empty list says.
pub fn no_result(shown: &Shown) -> Html {
    let conditions = conditions(shown);
    let clear = shown.on::<MouseEvent>(Action::Clear);
    let either = either(&conditions);
    html! {
        <div class="no-result">
            { view_why(shown, &conditions) }
            <p class="no-result-ways">
                if let Some(query) = either {
                    <button type="button" onclick={shown.on::<MouseEvent>(Action::Ask(query))}>{ words::EITHER }</button>
                }
                <button type="button" onclick={clear}>{ words::CLEAR_FILTERS }</button>
            </p>
        </div>
    }
}

/// A part of the query that an article must fulfil.
struct Condition {
    /// As typed.
    text: String,
    /// How many articles fulfil it under the same filters.
    articles: usize,
    /// Whether it asks for something rather than against it.
    wanted: bool,
}

/// The conditions of the query, each with what it would find alone.
fn conditions(shown: &Shown) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for part in shown.selection.parts.iter().take(MOST) {
        let text = shown.state.query.get(part.clone()).unwrap_or_default();
        conditions.push(Condition {
            text: text.to_owned(),
            articles: found(shown, &shown.state.filter(), text),
            wanted: !text.starts_with('-'),
        });
    }
    conditions
}

/// How many articles a filter finds with another query.
fn found(shown: &Shown, filter: &Filter, query: &str) -> usize {
    let filter = Filter {
        query: query.to_owned(),
        ..filter.clone()
    };
    shown.collection.select(&filter).articles.len()
}

/// A query for any of the wanted conditions, where that finds something; what is not wanted stays so.
fn either(conditions: &[Condition]) -> Option<String> {
    let wanted = || conditions.iter().filter(|condition| condition.wanted);
    if wanted().count() < 2 || wanted().all(|condition| condition.articles == 0) {
        return None;
    }
    let mut query = String::new();
    for (place, condition) in wanted().enumerate() {
        query.push_str(if place == 0 { "" } else { " OR " });
        query.push_str(&condition.text);
    }
    let unwanted = || conditions.iter().filter(|condition| !condition.wanted);
    if unwanted().next().is_some() {
        query.insert(0, '(');
        query.push(')');
    }
    for condition in unwanted() {
        query.push(' ');
        query.push_str(&condition.text);
    }
    Some(query)
}

fn view_why(shown: &Shown, conditions: &[Condition]) -> Html {
    let wanted: Vec<&Condition> = conditions.iter().filter(|it| it.wanted).collect();
    if wanted.is_empty() {
        let narrowed = shown.state.is_narrowed();
        return html! { <p>{ words::no_result(&shown.state.query, narrowed) }</p> };
    }
    let mut named = Vec::new();
    for (place, condition) in wanted.iter().enumerate() {
        let between = if place == 0 { "" } else { ", " };
        named.push(html! { <>{ between }<strong>{ condition.text.clone() }</strong></> });
    }
    html! {
        <p>
            { words::none_has(wanted.len()) }{ named }{ ". " }
            if wanted.len() > 1 { { view_counts(&wanted) } }
            { view_without(shown) }
        </p>
    }
}

fn view_counts(wanted: &[&Condition]) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for condition in wanted {
        counts.push((&condition.text, condition.articles));
    }
    words::each_is_in(&counts)
}

/// How many there would be without the filters, if that is more.
fn view_without(shown: &Shown) -> String {
    if !shown.state.is_narrowed() {
        return String::new();
    }
    let unfiltered = ViewState::default().filter();
    let mut told = String::from(" ");
    match found(shown, &unfiltered, &shown.state.query) {
        0 => told.clear(),
        articles => told.push_str(&words::without_filters(articles)),
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(text: &str, articles: usize) -> Condition {
        Condition {
            text: text.to_owned(),
            articles,
            wanted: !text.starts_with('-'),
        }
    }

    #[test]
    fn either_is_offered_where_it_finds_something() {
        let silver = || condition("silver", 1);
        assert_eq!(either(&[silver()]), None);
        assert_eq!(either(&[condition("a", 0), condition("b", 0)]), None);
        assert_eq!(either(&[silver(), condition("-gold", 3)]), None);
        assert_eq!(
            either(&[
                silver(),
                condition("-gold", 3),
                condition("\"in Seoul\"", 9)
            ])
            .as_deref(),
            Some("(silver OR \"in Seoul\") -gold")
        );
    }
}
