//! Just enough reading of HTML to fill in an `index.html` of our own, minified or not. It is no general parser: an
//! element that is filled must be closed and must not hold another of its name.

use anyhow::{Context, bail};

/// Text as HTML text or as an attribute's value in double quotes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Replaces what is inside the one element with this id.
pub fn fill_id(html: &str, id: &str, content: &str) -> anyhow::Result<String> {
    let mut with_id = tags(html).filter(|tag| tag.attribute("id") == Some(id));
    let tag = with_id
        .next()
        .with_context(|| format!("no element with id=\"{id}\""))?;
    if with_id.next().is_some() {
        bail!("two elements with id=\"{id}\"");
    }
    fill(html, &tag, content)
}

/// What is inside the first element with this id.
pub fn text_of_id<'a>(html: &'a str, id: &str) -> Option<&'a str> {
    let tag = tags(html).find(|tag| tag.attribute("id") == Some(id))?;
    inside(html, &tag)
}

/// Replaces what is inside the first element of this name.
pub fn fill_element(html: &str, name: &str, content: &str) -> anyhow::Result<String> {
    let tag = tags(html)
        .find(|tag| tag.name.eq_ignore_ascii_case(name))
        .with_context(|| format!("no <{name}> element"))?;
    fill(html, &tag, content)
}

/// Puts elements right behind `<meta charset>`, which must be among the first 1024 bytes, as a policy must be before all
/// that it governs.
pub fn after_charset(html: &str, elements: &str) -> anyhow::Result<String> {
    let tag = tags(html)
        .find(|tag| tag.name.eq_ignore_ascii_case("meta") && tag.attribute("charset").is_some())
        .context("no <meta charset=\"utf-8\"> element")?;
    let (before, after) = html.split_at(tag.end);
    Ok(format!("{before}{elements}{after}"))
}

/// Takes the `integrity` off each preload of the kind `fetch`: browsers ignore it there and say so in the console.
pub fn without_idle_integrity(html: &str) -> String {
    let idle = |tag: &Tag<'_>| tag.attribute("as") == Some("fetch");
    let values: Vec<String> = tags(html)
        .filter(idle)
        .filter_map(|tag| tag.attribute("integrity").map(str::to_owned))
        .collect();
    values.iter().fold(html.to_owned(), |html, value| {
        let written = [
            format!(" integrity=\"{value}\""),
            format!(" integrity={value}"),
        ];
        written
            .iter()
            .fold(html, |html, attribute| html.replace(attribute, ""))
    })
}

/// Lets style sheets and icons be fetched as modules are. In a frame without an origin of its own a browser refuses to
/// check the `integrity` of what it fetched in any other way, and would leave the page without its style.
pub fn with_crossorigin(html: &str) -> String {
    let checked = |tag: &Tag<'_>| {
        tag.name.eq_ignore_ascii_case("link")
            && matches!(tag.attribute("rel"), Some("stylesheet" | "icon"))
            && tag.attribute("integrity").is_some()
            && tag.attribute("crossorigin").is_none()
    };
    let ends: Vec<usize> = tags(html).filter(checked).map(|tag| tag.end - 1).collect();
    let mut result = html.to_owned();
    for end in ends.into_iter().rev() {
        result.insert_str(end, " crossorigin");
    }
    result
}

/// The exact text of each inline script that a browser would run.
pub fn inline_scripts(html: &str) -> Vec<&str> {
    tags(html)
        .filter(|tag| tag.name.eq_ignore_ascii_case("script") && tag.attribute("src").is_none())
        .filter(|tag| {
            matches!(
                tag.attribute("type"),
                None | Some("" | "module" | "text/javascript")
            )
        })
        .filter_map(|tag| inside(html, &tag))
        .collect()
}

/// A script that a page asks for before it runs it.
#[derive(Debug, PartialEq, Eq)]
pub struct Preload {
    /// Its path from the page, without `./`.
    pub name: String,
    /// What its content must be, as the page writes it.
    pub integrity: Option<String>,
}

/// The scripts beside the page that it preloads. Those in folders below are left out: scripts name them, not only pages.
pub fn preloaded_scripts(html: &str) -> Vec<Preload> {
    tags(html)
        .filter(|tag| tag.attribute("rel") == Some("modulepreload"))
        .filter_map(|tag| {
            let href = tag.attribute("href")?;
            let name = href.strip_prefix("./").unwrap_or(href);
            let beside = name.ends_with(".js") && !name.contains('/');
            beside.then(|| Preload {
                name: name.to_owned(),
                integrity: tag.attribute("integrity").map(str::to_owned),
            })
        })
        .collect()
}

fn fill(html: &str, tag: &Tag<'_>, content: &str) -> anyhow::Result<String> {
    let inside =
        inside(html, tag).with_context(|| format!("a <{}> element is never closed", tag.name))?;
    let rest = html.get(tag.end + inside.len()..).unwrap_or_default();
    let before = html.get(..tag.end).unwrap_or_default();
    Ok(format!("{before}{content}{rest}"))
}

/// What stands between a tag and the next closing tag of its name.
fn inside<'a>(html: &'a str, tag: &Tag<'_>) -> Option<&'a str> {
    let rest = html.get(tag.end..)?;
    let close = format!("</{}", tag.name);
    let end = rest
        .match_indices("</")
        .map(|(at, _)| at)
        .find(|&at| starts_with_ignoring_case(rest.get(at..).unwrap_or_default(), &close))?;
    rest.get(..end)
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// An opening tag.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    /// The byte behind its `>`.
    end: usize,
}

impl Tag<'_> {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|&(_, value)| value)
    }
}

/// All opening tags; what stands inside scripts and comments is passed over.
fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + html.get(at..)?.find('<')?;
            let rest = html.get(start + 1..)?;
            if let Some(comment) = rest.strip_prefix("!--") {
                at = html.len() - comment.find("-->").map_or(0, |end| comment.len() - end - 3);
            } else if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
                let tag = tag(html, start + 1)?;
                at = tag.end;
                if tag.name.eq_ignore_ascii_case("script") {
                    at += inside(html, &tag).map_or(0, str::len);
                }
                return Some(tag);
            } else {
                at = start + 1;
            }
        }
    })
}

/// Reads the tag whose name begins at `start`.
fn tag(html: &str, start: usize) -> Option<Tag<'_>> {
    let rest = html.get(start..)?;
    let (name, mut left) = split_where(rest, |c| c.is_whitespace() || c == '>' || c == '/');
    let mut attributes = Vec::new();
    loop {
        left = left.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(behind) = left.strip_prefix('>') {
            let end = html.len() - behind.len();
            return Some(Tag {
                name,
                attributes,
                end,
            });
        }
        if left.is_empty() {
            return None;
        }
        let (key, behind) = split_where(left, |c| {
            c.is_whitespace() || c == '>' || c == '=' || c == '/'
        });
        let (value, behind) = value(behind);
        attributes.push((key, value));
        left = behind;
    }
}

/// The value behind an attribute's name, empty where there is none, and the rest.
fn value(text: &str) -> (&str, &str) {
    let Some(text) = text.trim_start().strip_prefix('=') else {
        return ("", text);
    };
    let text = text.trim_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    split_where(text, |c| c.is_whitespace() || c == '>')
}

fn split_where(text: &str, stop: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(stop).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_however_their_attributes_are_written() {
        for html in [
            "<div id=\"a\"></div>",
            "<div id='a'></div>",
            "<div hidden id=a></div>",
            "<DIV ID = a ></DIV>",
            "<!-- <div id=a></div> --><div id=a></div>",
            "<script>'<div id=a></div>'</script><div id=a></div>",
            "<p data-x='<div id=a>'>1 < 2</p><div id=a>old</div>",
        ] {
            let filled = fill_id(html, "a", "new").unwrap();
            assert!(filled.to_lowercase().ends_with(">new</div>"), "{filled}");
        }
    }

    #[test]
    fn an_id_must_be_there_once() {
        for (html, said) in [
            ("<p></p>", "no element"),
            ("<p id=a></p><p id=a></p>", "two elements"),
            ("<p id=a>", "never closed"),
        ] {
            let error = fill_id(html, "a", "").unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }

    #[test]
    fn only_scripts_that_run_and_stand_inline_are_listed() {
        let html = "<script src=a.js></script><script type=application/json>{}</script>\
            <script type=\"module\">let a = '<b>';</script><script>b()</script>";
        assert_eq!(inline_scripts(html), ["let a = '<b>';", "b()"]);
    }

    #[test]
    fn what_is_checked_is_fetched_as_modules_are() {
        let before = "<link href=a.css integrity=sha384-x rel=stylesheet><link rel=icon href=b><link rel=stylesheet integrity=x crossorigin>";
        let after = "<link href=a.css integrity=sha384-x rel=stylesheet crossorigin><link rel=icon href=b><link rel=stylesheet integrity=x crossorigin>";
        assert_eq!(with_crossorigin(before), after);
    }

    #[test]
    fn only_preloads_of_data_lose_their_integrity() {
        for (before, after) in [
            (
                "<link as=fetch href=a integrity=sha384-x+/=>",
                "<link as=fetch href=a>",
            ),
            (
                "<link integrity=\"sha384-x\" as=\"fetch\">",
                "<link as=\"fetch\">",
            ),
            (
                "<link integrity=sha384-x rel=stylesheet>",
                "<link integrity=sha384-x rel=stylesheet>",
            ),
        ] {
            assert_eq!(without_idle_integrity(before), after);
        }
    }

    #[test]
    fn only_scripts_beside_the_page_count_as_preloaded() {
        let html = "<link rel=modulepreload href=./a-1.js integrity=sha384-x=>\
            <link href=\"b.js\" rel=\"modulepreload\"><link rel=modulepreload href=./snippets/c.js>\
            <link rel=preload href=./d.wasm><link rel=modulepreload href=https://e/f.js>";
        let preload = |name: &str, integrity: Option<&str>| Preload {
            name: name.to_owned(),
            integrity: integrity.map(str::to_owned),
        };
        assert_eq!(
            preloaded_scripts(html),
            [preload("a-1.js", Some("sha384-x=")), preload("b.js", None)]
        );
    }

    #[test]
    fn broken_html_ends_the_reading() {
        for html in ["<", "<p", "<p a", "<p a='", "<!--", "<p a=", "</", "<p/"] {
            assert_eq!(tags(html).count(), 0, "{html}");
        }
    }
}
