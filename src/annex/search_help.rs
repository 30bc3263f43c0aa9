//! What can be written in the search box, by examples that find something in this collection.

use dateline_bundle::{Facet, Filter};
use yew::prelude::*;

use super::dialog::frame;
use crate::browser::dialog;
use crate::components::tools::DIALOG_ID;
use crate::context::Shown;
use crate::view::Action;
use crate::words;

/// The fields that are no facets.
const DATES: [&str; 3] = ["date", "before", "after"];
/// Shorter words make poor examples.
const LEAST: usize = 5;

/// The dialog: a form of the query and what it finds, line by line. An example that is pressed is searched for.
pub fn search_help(shown: &Shown) -> Html {
    let mut lines = Vec::new();
    for (example, told) in examples(&headline(shown)).into_iter().zip(words::HELP) {
        lines.push(view_line(shown, example, told.to_owned()));
    }
    for (field, value) in fields(shown) {
        let example = [field, ":", &value].concat();
        lines.push(view_line(shown, example, words::help_field(field)));
    }
    let content = html! {
        <>
            <p class="hint">{ words::HELP_LEAD }</p>
            <dl class="help">{ lines }</dl>
        </>
    };
    frame(shown, "dialog", words::SEARCH_HELP, content)
}

fn view_line(shown: &Shown, example: String, told: String) -> Html {
    let (act, query) = (shown.act.clone(), example.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        act.emit(Action::Ask(query.clone()));
        dialog::close(DIALOG_ID);
    });
    html! {
        <div class="help-line">
            <dt><button type="button" class="quiet" {onclick}>{ example }</button></dt>
            <dd>{ told }</dd>
        </div>
    }
}

/// The newest headline.
fn headline(shown: &Shown) -> String {
    let entry = shown.collection.entry(0);
    entry.map_or_else(String::new, |entry| entry.article.headline.clone())
}

/// An example of each form of a query, in the order of [`words::HELP`], with two words that follow each other in a headline.
fn examples(headline: &str) -> [String; 8] {
    let (one, other) = pair(headline);
    // Of a longer word two thirds are left, by characters.
    let letters = other.chars().count();
    let begun: String = other.chars().take(letters - letters / 3).collect();
    [
        [one, " ", other].concat(),
        ["\"", one, " ", other, "\""].concat(),
        [one, " -", other].concat(),
        [one, " OR ", other].concat(),
        ["(", one, " OR ", other, ") visit"].concat(),
        begun + "*",
        [other, "~"].concat(),
        [one, " NEAR/5 ", other].concat(),
    ]
}

/// The longest two words that follow each other with nothing but a space between.
fn pair(headline: &str) -> (&str, &str) {
    let is_word = |word: &str| word.len() >= LEAST && word.bytes().all(|b| b.is_ascii_lowercase());
    let (mut best, mut before) = (("state", "visit"), "");
    let mut longest = 0;
    for word in headline.split_whitespace() {
        let length = before.len() + word.len();
        if is_word(before) && is_word(word) && length > longest {
            (best, longest) = ((before, word), length);
        }
        before = word;
    }
    best
}

/// A value for each field: the most frequent that not all articles have; for dates the newest year.
fn fields(shown: &Shown) -> Vec<(&'static str, String)> {
    let all = shown.collection.select(&Filter::default());
    let mut fields = vec![("headline", pair(&headline(shown)).1.to_owned())];
    let mut newest = String::new();
    for (facet, values) in all.facets.iter() {
        let some = |count: u32| count < shown.collection.articles();
        let value = values
            .iter()
            .find(|value| some(value.count))
            .or(values.first());
        if let Some(value) = value {
            fields.push((facet.name(), quoted(&value.value)));
        }
        if facet == Facet::Year {
            for value in values {
                if *value.value > *newest {
                    newest = value.value.to_string();
                }
            }
        }
    }
    if !newest.is_empty() {
        fields.extend(DATES.map(|name| (name, newest.clone())));
    }
    fields
}

/// A value as a query takes it.
fn quoted(value: &str) -> String {
    if value.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        value.to_owned()
    } else {
        ["\"", value, "\""].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_made_of_words_that_stand_together() {
        let headline = "China, ROK should cherish positive momentum in bilateral relations";
        assert_eq!(pair(headline), ("bilateral", "relations"));
        assert_eq!(pair("Ports, harbours, Quais"), ("state", "visit"));
        assert_eq!(pair(""), ("state", "visit"));
        let examples = examples(headline);
        assert_eq!(examples[1], "\"bilateral relations\"");
        assert_eq!(examples[5], "relati*");
    }

    #[test]
    fn values_are_quoted_where_they_must_be() {
        assert_eq!(quoted("2025"), "2025");
        assert_eq!(quoted("Xi Jinping"), "\"Xi Jinping\"");
        assert_eq!(quoted("state-visit"), "\"state-visit\"");
    }
}
