//! HTML inside Markdown: tags become blocks and formatting or vanish, their text stays, scripts and styles go.

use dateline_model::{BlockKind, InlineKind};

use crate::entity::decode;
use crate::flow::Flow;
use crate::inlines::Mark;
use crate::links::{Link, judge};

/// Elements whose content no reader is meant to see.
const UNSEEN: [&str; 3] = ["script", "style", "template"];

/// Reads HTML piece by piece.
#[derive(Debug, Default)]
pub(crate) struct Html {
    /// The element whose content is being left out.
    unseen: Option<String>,
}

impl Html {
    /// The element whose content is being left out, while it is open.
    pub(crate) fn unseen(&self) -> Option<&str> {
        self.unseen.as_deref()
    }

    /// Stops leaving out; an element that is never closed ends with its block.
    pub(crate) fn stop_unseen(&mut self) -> Option<String> {
        self.unseen.take()
    }

    /// Writes HTML with its text.
    pub(crate) fn read(&mut self, html: &str, flow: &mut Flow) {
        // Behind the last `>` there are no tags: this keeps a file full of `<` from being searched to its end each time.
        let end = html.rfind('>').map_or(0, |last| last + 1);
        let (mut rest, tail) = html.split_at_checked(end).unwrap_or((html, ""));
        while let Some(start) = rest.find('<') {
            let (text, tag) = rest.split_at_checked(start).unwrap_or((rest, ""));
            self.text(text, flow);
            rest = self.markup(tag, flow);
        }
        self.text(rest, flow);
        self.text(tail, flow);
    }

    fn text(&self, text: &str, flow: &mut Flow) {
        if self.unseen.is_none() {
            flow.words(&decode(text));
        }
    }

    /// Reads what begins with `<` and gives what follows it.
    fn markup<'a>(&mut self, html: &'a str, flow: &mut Flow) -> &'a str {
        if let Some(comment) = html.strip_prefix("<!--") {
            return comment.split_once("-->").map_or("", |(_, rest)| rest);
        }
        if html.starts_with("<!") || html.starts_with("<?") {
            return html.split_once('>').map_or("", |(_, rest)| rest);
        }
        let Some((tag, rest)) = Tag::read(html) else {
            let (sign, rest) = html.split_at_checked(1).unwrap_or((html, ""));
            self.text(sign, flow);
            return rest;
        };
        self.tag(&tag, flow);
        rest
    }

    fn tag(&mut self, tag: &Tag<'_>, flow: &mut Flow) {
        if let Some(unseen) = &self.unseen {
            if tag.closes && tag.name == *unseen {
                self.unseen = None;
            }
            return;
        }
        if UNSEEN.contains(&tag.name.as_str()) {
            if !tag.closes && !tag.attributes.ends_with('/') {
                self.unseen = Some(tag.name.clone());
            }
            return;
        }
        set(tag, flow);
    }
}

/// Sets what a tag means.
fn set(tag: &Tag<'_>, flow: &mut Flow) {
    let opens = !tag.closes;
    match tag.name.as_str() {
        "br" => flow.line_break(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if opens => {
            flow.begin(BlockKind::Heading(tag.level()));
        }
        "pre" | "listing" if opens => flow.begin(BlockKind::Preformatted),
        "tr" if opens => flow.begin(BlockKind::Row),
        "td" | "th" if !opens => flow.end_cell(),
        "ul" | "menu" if opens => flow.start_list(None),
        "ol" if opens => flow.start_list(Some(tag.number("start").unwrap_or(1))),
        "ul" | "ol" | "menu" => flow.end_list(),
        "li" if opens => flow.start_item(),
        "blockquote" if opens => flow.start_quote(),
        "blockquote" => flow.end_quote(),
        "em" | "i" | "cite" => mark(opens, Mark::Emphasis, InlineKind::Emphasis, flow),
        "strong" | "b" => mark(opens, Mark::Strong, InlineKind::Strong, flow),
        "code" | "kbd" | "samp" | "tt" => mark(opens, Mark::Code, InlineKind::Code, flow),
        "a" if opens => flow.open(Mark::Link, tag.link()),
        "a" => flow.close(Mark::Link),
        name if is_block(name) => flow.end_block(),
        _ => {}
    }
}

fn mark(opens: bool, mark: Mark, kind: InlineKind, flow: &mut Flow) {
    if opens {
        flow.open(mark, Some(kind));
    } else {
        flow.close(mark);
    }
}

/// Elements that begin on a line of their own.
fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 36] = [
        "address",
        "article",
        "aside",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "title",
        "tr",
    ];
    BLOCKS.contains(&name)
}

/// A tag as written.
#[derive(Debug, PartialEq)]
struct Tag<'a> {
    /// In lower case.
    name: String,
    closes: bool,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The tag that a text begins with, and what follows it. A `<` without its `>` is a sign, not a tag.
    fn read(html: &'a str) -> Option<(Self, &'a str)> {
        let inner = html.strip_prefix('<')?;
        let (closes, inner) = match inner.strip_prefix('/') {
            Some(inner) => (true, inner),
            None => (false, inner),
        };
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let end = end_of_tag(inner)?;
        let (tag, rest) = inner.split_at_checked(end)?;
        let name_end = tag
            .find(|c: char| c.is_whitespace() || c == '/')
            .unwrap_or(end);
        let (name, attributes) = tag.split_at_checked(name_end)?;
        let tag = Tag {
            name: name.to_ascii_lowercase(),
            closes,
            attributes: attributes.trim(),
        };
        Some((tag, rest.strip_prefix('>')?))
    }

    /// The value of an attribute, its character references replaced.
    fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        while let Some((key, value, after)) = next_attribute(rest) {
            if key.eq_ignore_ascii_case(name) {
                return Some(decode(value).into_owned());
            }
            rest = after;
        }
        None
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Where a link leads, when a page may go there.
    fn link(&self) -> Option<InlineKind> {
        let address = self.attribute("href")?.trim().to_owned();
        (judge(&address) == Link::Good).then_some(InlineKind::Link(address))
    }

    /// The level of a heading.
    fn level(&self) -> u8 {
        self.name
            .bytes()
            .last()
            .map_or(1, |digit| digit.wrapping_sub(b'0').clamp(1, 6))
    }
}

/// Where a tag's `>` stands; one inside quotation marks does not count.
fn end_of_tag(inner: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    // A quotation mark that is never closed hides nothing.
    inner.find('>')
}

/// The first attribute of a list: its name, its value, and what follows.
fn next_attribute(attributes: &str) -> Option<(&str, &str, &str)> {
    let rest = attributes.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    if rest.is_empty() {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || c == '=')
        .unwrap_or(rest.len());
    let (name, after) = rest.split_at_checked(end.max(1))?;
    let Some(value) = after.trim_start().strip_prefix('=') else {
        return Some((name, "", after));
    };
    let value = value.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (value, after) = match quote {
        Some(quote) => value.get(1..)?.split_once(quote)?,
        None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
    };
    Some((name, value, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(html: &str) -> Vec<dateline_model::Block> {
        let mut flow = Flow::new();
        Html::default().read(html, &mut flow);
        flow.finish()
    }

    fn texts(html: &str) -> Vec<String> {
        set(html).into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn tags_go_and_text_stays() {
        for (html, expected) in [
            (
                "<p>One</p><p>Two &amp; three</p>",
                vec!["One", "Two & three"],
            ),
            ("<div class=\"a>b\">x</div>", vec!["x"]),
            ("a<br/>b", vec!["a\nb"]),
            ("<script>alert(1)</script>a<style>p{}</style>b", vec!["ab"]),
            ("<SCRIPT src=x>1 < 2</ScRiPt>a", vec!["a"]),
            ("a <!-- not <b>this</b> --> b", vec!["a b"]),
            ("<!DOCTYPE html><title>T</title>x", vec!["T", "x"]),
            ("3 < 4 and 5 > 4 <", vec!["3 < 4 and 5 > 4 <"]),
            ("<unclosed a", vec!["<unclosed a"]),
            ("<a href=\"x>y", vec!["y"]),
            (
                "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>",
                vec!["a\tb", "c"],
            ),
            ("<ul><li>a<li>b</ul>", vec!["a", "b"]),
        ] {
            assert_eq!(texts(html), expected, "{html}");
        }
    }

    #[test]
    fn only_good_links_are_links() {
        for (html, links) in [
            (
                "<a href='https://a.example/?x=1&amp;y=2'>x</a>",
                vec!["https://a.example/?x=1&y=2"],
            ),
            (
                "<a title=t href = https://a.example>x</a>",
                vec!["https://a.example"],
            ),
            ("<a href=\"java&#115;cript:alert(1)\">x</a>", vec![]),
            ("<a onclick=x href=\"/relative\">x</a>", vec![]),
            ("<a href>x</a>", vec![]),
        ] {
            let blocks = set(html);
            assert_eq!(blocks[0].text, "x");
            let found: Vec<_> = blocks[0]
                .inlines
                .iter()
                .map(|inline| match &inline.kind {
                    InlineKind::Link(to) => to.as_str(),
                    other => panic!("{other:?}"),
                })
                .collect();
            assert_eq!(found, links, "{html}");
        }
    }

    #[test]
    fn headings_lists_and_quotes_keep_their_kind() {
        let kinds: Vec<_> = set("<h3>a</h3><ol start=4><li>b</li></ol><blockquote><p>c</p></blockquote><pre> d\n e</pre>f")
            .into_iter()
            .map(|block| block.kind)
            .collect();
        let item = BlockKind::Item {
            depth: 0,
            number: Some(4),
        };
        assert_eq!(
            kinds,
            [
                BlockKind::Heading(3),
                item,
                BlockKind::Quote,
                BlockKind::Preformatted,
                BlockKind::Paragraph
            ]
        );
    }
}
