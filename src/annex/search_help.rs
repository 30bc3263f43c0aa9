//! What can be written in the search box, by examples that find something in this collection.

use dateline_bundle::{Facet, Filter};
use yew::prelude::*;

use super::dialog::frame;
use crate::browser::dialog;
use crate::components::tools::DIALOG_ID;
use crate::context::Shown;
use crate::view::Action;
use crate::words;

/// How many of the newest headlines are looked through for examples.
const HEADLINES: u32 = 50;
/// Shorter words make poor examples.
const LEAST: usize = 5;

/// The dialog: a form of the query and what it finds, line by line. An example that is pressed is searched for.
pub fn search_help(shown: &Shown) -> Html {
    let pair = best_pair(shown);
    let mut forms = Vec::new();
    for (mut example, told) in examples(&pair).into_iter().zip(words::HELP) {
        if !finds(shown, &example) {
            // Where one word never stands without the other, this may be the other way round.
            example = turned(&example, &pair).unwrap_or(example);
        }
        forms.push((example, told.to_owned()));
    }
    for (field, value) in fields(shown, &pair) {
        forms.push(([field, ":", &value].concat(), words::help_field(field)));
    }
    let mut lines = Vec::new();
    for (example, told) in forms {
        if finds(shown, &example) {
            lines.push(view_line(shown, example, told));
        }
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

/// The example of a word without another, the other way round; `None` for other examples.
fn turned(example: &str, [one, other]: &[String; 2]) -> Option<String> {
    (example == [one, " -", other].concat()).then(|| [other, " -", one].concat())
}

/// Whether a query finds anything in the whole collection.
fn finds(shown: &Shown, query: &str) -> bool {
    let filter = Filter {
        query: query.to_owned(),
        ..Filter::default()
    };
    !shown.collection.select(&filter).articles.is_empty()
}

/// Two words of the newest headlines, the longest that follow each other.
fn best_pair(shown: &Shown) -> [String; 2] {
    let mut best = ["state", "visit"].map(str::to_owned);
    let mut longest = 0;
    for article in 0..shown.collection.articles().min(HEADLINES) {
        let entry = shown.collection.entry(article);
        let found = entry.and_then(|entry| pair(&entry.article.headline));
        if let Some((one, other)) = found
            && one.len() + other.len() > longest
        {
            longest = one.len() + other.len();
            best = [one, other].map(str::to_owned);
        }
    }
    best
}

/// An example of each form of a query, in the order of [`words::HELP`], with two words that follow each other in a headline.
fn examples([one, other]: &[String; 2]) -> [String; 8] {
    let (one, other) = (one.as_str(), other.as_str());
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

/// The longest two words that follow each other with nothing but a space between. Letters beyond ASCII are taken for small ones.
fn pair(headline: &str) -> Option<(&str, &str)> {
    let is_small = |byte: u8| byte.is_ascii_lowercase() || !byte.is_ascii();
    let is_word = |word: &str| word.len() >= LEAST && word.bytes().all(is_small);
    let (mut best, mut before) = (None, "");
    let mut longest = 0;
    for word in headline.split_whitespace() {
        let length = before.len() + word.len();
        if is_word(before) && is_word(word) && length > longest {
            (best, longest) = (Some((before, word)), length);
        }
        before = word;
    }
    best
}

/// A value for each field: the most frequent that not all articles have; for dates years that have some articles before them
/// or after them.
fn fields(shown: &Shown, pair: &[String; 2]) -> Vec<(&'static str, String)> {
    let all = shown.collection.select(&Filter::default());
    let mut fields = vec![("headline", pair[1].clone())];
    let mut years: Vec<i32> = Vec::new();
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
            years.extend(
                values
                    .iter()
                    .filter_map(|year| year.value.parse::<i32>().ok()),
            );
        }
    }
    fields.extend(dates(&years));
    fields
}

/// What is published in the newest of some years, before it and after the one before; of a single year everything is before
/// the next.
fn dates(years: &[i32]) -> Vec<(&'static str, String)> {
    let (Some(&newest), Some(&oldest)) = (years.iter().max(), years.iter().min()) else {
        return Vec::new();
    };
    let later = if oldest < newest { newest } else { newest + 1 };
    let examples = [("date", newest), ("before", later), ("after", newest - 1)];
    // A year has four digits in a query, as in a date.
    let written = |(name, year): (&'static str, i32)| (name, format!("{year:04}"));
    examples.map(written).to_vec()
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
        assert_eq!(pair(headline), Some(("bilateral", "relations")));
        assert_eq!(pair("Le président reçoit"), Some(("président", "reçoit")));
        assert_eq!(pair("Ports, harbours, Quais"), None);
        assert_eq!(pair(""), None);
        let examples = examples(&["bilateral", "relations"].map(str::to_owned));
        assert_eq!(examples[1], "\"bilateral relations\"");
        assert_eq!(examples[5], "relati*");
    }

    #[test]
    fn examples_of_dates_find_something() {
        let shown = |years: &[i32]| {
            dates(years)
                .into_iter()
                .map(|(name, year)| [name, ":", &year].concat())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            shown(&[2024, 2026, 2025]),
            ["date:2026", "before:2026", "after:2025"]
        );
        assert_eq!(shown(&[2024]), ["date:2024", "before:2025", "after:2023"]);
        assert!(dates(&[]).is_empty());
    }

    #[test]
    fn a_word_without_the_other_is_turned_round() {
        let pair = ["bilateral", "relations"].map(str::to_owned);
        assert_eq!(
            turned("bilateral -relations", &pair).as_deref(),
            Some("relations -bilateral")
        );
        assert_eq!(turned("bilateral relations", &pair), None);
    }

    #[test]
    fn values_are_quoted_where_they_must_be() {
        assert_eq!(quoted("2025"), "2025");
        assert_eq!(quoted("Xi Jinping"), "\"Xi Jinping\"");
        assert_eq!(quoted("state-visit"), "\"state-visit\"");
    }
}
