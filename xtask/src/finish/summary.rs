//! What the page says before the app runs. The pack hook (`xtask/pack`) leaves it for the finish hook.

use std::fs;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::html::escape;
use crate::house::House;

/// The collection in a few lines.
#[derive(Debug, Deserialize)]
pub struct Summary {
    /// Its title.
    pub title: String,
    /// What it collects, for search engines and for who shares a link.
    pub description: Option<String>,
    /// The hash of its bundle.
    pub build: String,
    /// Where the bundle stands, relative to the page.
    pub bundle: String,
    /// Where the code that is loaded later stands, relative to the page; `None` where the wasm is in one piece.
    #[serde(skip)]
    pub later: Option<String>,
    /// Where the record of visits stands, relative to the page: it is not fetched before a reader asks for it.
    pub record: Option<String>,
    /// How many articles there are.
    pub articles: usize,
    /// How many visits they report, talks during a visit not counted.
    pub visits: usize,
    /// The newest ones, newest first.
    pub headlines: Vec<Headline>,
}

/// One article.
#[derive(Debug, Deserialize)]
pub struct Headline {
    /// When it was published, as `<time datetime>` takes it.
    pub date: Option<String>,
    /// The same for people.
    pub date_text: Option<String>,
    /// The headline itself.
    pub text: String,
}

/// What the app reads to start.
#[derive(Serialize)]
struct Start<'a> {
    version: &'a str,
    build: &'a str,
    title: &'a str,
    counts: Counts,
    bundle: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    later: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
}

#[derive(Serialize)]
struct Counts {
    articles: usize,
    visits: usize,
}

impl Summary {
    /// What the pack hook left.
    pub fn load(house: &House) -> anyhow::Result<Self> {
        let path = house.made().join("summary.json");
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{}: run `cargo xtask pack` first", path.display()))?;
        serde_json::from_str(&text).with_context(|| format!("{}", path.display()))
    }

    /// For the JSON element. A `<` is escaped, so that no text in it can end the element.
    pub fn json(&self) -> anyhow::Result<String> {
        let start = Start {
            version: env!("CARGO_PKG_VERSION"),
            build: &self.build,
            title: &self.title,
            counts: Counts {
                articles: self.articles,
                visits: self.visits,
            },
            bundle: &self.bundle,
            later: self.later.as_deref(),
            record: self.record.as_deref(),
        };
        Ok(serde_json::to_string(&start)?.replace('<', "\\u003c"))
    }

    /// For the element that the app removes when it mounts.
    pub fn html(&self) -> String {
        let headlines: String = self.headlines.iter().map(Headline::html).collect();
        let more = self.articles.saturating_sub(self.headlines.len());
        let more = if more > 0 {
            format!("<li>and {} more</li>", grouped(more))
        } else {
            String::new()
        };
        format!(
            "<h1>{title}</h1><p>{counts}</p><noscript><p>This page needs JavaScript and WebAssembly. \
             The articles are listed below.</p></noscript><p class=\"slow\">Still not open? A browser does not let a page \
             opened from disk load its parts: put the folder on any web server. Elsewhere, this page needs JavaScript and \
             WebAssembly.</p><ul>{headlines}{more}</ul>",
            title = escape(&self.title),
            counts = self.counts(),
        )
    }

    /// "12 articles, 5 visits".
    fn counts(&self) -> String {
        format!(
            "{}, {}",
            counted(self.articles, "article"),
            counted(self.visits, "visit")
        )
    }
}

impl Headline {
    fn html(&self) -> String {
        let time = match (&self.date, &self.date_text) {
            (Some(date), Some(text)) => {
                format!(
                    "<time datetime=\"{}\">{}</time> ",
                    escape(date),
                    escape(text)
                )
            }
            _ => String::new(),
        };
        format!("<li>{time}{}</li>", escape(&self.text))
    }
}

/// As the app writes it when it takes over (`src/words/mod.rs`): "1 article", "1,204 articles".
fn counted(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {what}{plural}", grouped(number))
}

/// A number with a comma at every thousand.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_as_the_app_writes_them() {
        for (number, words) in [
            (0, "0 articles"),
            (1, "1 article"),
            (999, "999 articles"),
            (1204, "1,204 articles"),
            (1_234_567, "1,234,567 articles"),
        ] {
            assert_eq!(counted(number, "article"), words);
        }
    }

    #[test]
    fn no_title_and_no_headline_becomes_markup() {
        let script = "</script><script>hacked=1</script>\"><img src=x onerror=hacked=1>";
        let headline = Headline {
            date: Some(script.to_owned()),
            date_text: Some(script.to_owned()),
            text: script.to_owned(),
        };
        let summary = Summary {
            title: script.to_owned(),
            build: String::new(),
            bundle: String::new(),
            later: None,
            record: None,
            articles: 1,
            visits: 0,
            headlines: vec![headline],
            description: Some(script.to_owned()),
        };
        let html = summary.html();
        assert!(
            !html.contains("<script") && !html.contains("<img"),
            "{html}"
        );
        assert!(!summary.json().unwrap().contains('<'));
    }
}
