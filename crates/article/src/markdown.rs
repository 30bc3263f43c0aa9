//! Markdown (CommonMark with tables, footnotes, strike-through and task lists) into blocks.

use dateline_model::{Block, BlockKind, InlineKind};
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::flow::Flow;
use crate::html::Html;
use crate::inlines::Mark;
use crate::lines::Lines;
use crate::links::{Link, judge};
use crate::report::Report;

/// The blocks of a text whose first line has this number in its file.
pub(crate) fn read(text: &str, first_line: u32, report: &mut Report) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut setter = Setter {
        flow: Flow::with_repair(),
        html: Html::default(),
        html_block: None,
        lines: None,
    };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        if is_escaped_asterisk(text, range.start) {
            setter.flow.keep_asterisks();
        }
        if let Some(complaint) = setter.event(event) {
            let lines = setter
                .lines
                .get_or_insert_with(|| Lines::new(text, first_line));
            complaint.report(lines.at(range.start), report);
        }
    }
    setter.flow.finish()
}

/// Whether `\*` stands in the source here.
fn is_escaped_asterisk(text: &str, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .and_then(|before| text.as_bytes().get(before..=at));
    before == Some(b"\\*")
}

/// What is wrong with a piece of Markdown.
#[derive(Debug)]
enum Complaint {
    /// A link to an address that could harm a reader.
    DangerousLink(String),
    /// An element such as `script` whose end is missing.
    NeverClosed(String),
}

impl Complaint {
    fn report(self, at: dateline_model::Location, report: &mut Report) {
        match self {
            Self::DangerousLink(address) => {
                let start: String = address.chars().take(40).collect();
                report.warn(
                    at,
                    format!("the link to `{start}` was dropped, its text kept"),
                    "Link to an address that begins with https://, http:// or mailto:",
                );
            }
            Self::NeverClosed(element) => report.warn(
                at,
                format!("`<{element}>` is never closed; the text after it was left out with it"),
                format!("Close it with `</{element}>` or take it out"),
            ),
        }
    }
}

/// Sets events into blocks.
struct Setter<'a> {
    flow: Flow,
    html: Html,
    /// The HTML of a block, gathered until its end.
    html_block: Option<String>,
    /// Made when the first complaint needs it.
    lines: Option<Lines<'a>>,
}

impl Setter<'_> {
    fn event(&mut self, event: Event<'_>) -> Option<Complaint> {
        match event {
            Event::Start(tag) => return self.start(tag),
            Event::End(tag) => return self.end(tag),
            Event::Html(html) => match &mut self.html_block {
                Some(block) => block.push_str(&html),
                None => self.html.read(&html, &mut self.flow),
            },
            Event::InlineHtml(html) => self.html.read(&html, &mut self.flow),
            _ if self.html.unseen().is_some() => {}
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.flow.words(&text);
            }
            Event::Code(code) => {
                self.flow.open(Mark::Code, Some(InlineKind::Code));
                self.flow.words(&code);
                self.flow.close(Mark::Code);
            }
            Event::FootnoteReference(label) => self.flow.words(&format!("[{label}]")),
            Event::SoftBreak => self.flow.words("\n"),
            Event::HardBreak => self.flow.line_break(),
            Event::Rule => self.flow.end_block(),
            Event::TaskListMarker(done) => self.flow.words(if done { "[x] " } else { "[ ] " }),
        }
        None
    }

    fn start(&mut self, tag: Tag<'_>) -> Option<Complaint> {
        let flow = &mut self.flow;
        match tag {
            Tag::Heading { level, .. } => flow.begin(BlockKind::Heading(number(level))),
            Tag::BlockQuote(_) => flow.start_quote(),
            Tag::CodeBlock(_) => flow.begin(BlockKind::Preformatted),
            Tag::HtmlBlock => self.html_block = Some(String::new()),
            Tag::List(first) => flow.start_list(first),
            Tag::Item => flow.start_item(),
            Tag::FootnoteDefinition(label) => {
                flow.end_block();
                flow.words(&format!("[{label}] "));
            }
            Tag::TableHead | Tag::TableRow => flow.begin(BlockKind::Row),
            Tag::Emphasis => flow.open(Mark::Emphasis, Some(InlineKind::Emphasis)),
            Tag::Strong => flow.open(Mark::Strong, Some(InlineKind::Strong)),
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => return self.link(&format!("mailto:{dest_url}")),
            Tag::Link { dest_url, .. } => return self.link(&dest_url),
            _ => {}
        }
        None
    }

    fn end(&mut self, tag: TagEnd) -> Option<Complaint> {
        let flow = &mut self.flow;
        match tag {
            TagEnd::Emphasis => flow.close(Mark::Emphasis),
            TagEnd::Strong => flow.close(Mark::Strong),
            TagEnd::Link => flow.close(Mark::Link),
            TagEnd::TableCell => flow.end_cell(),
            TagEnd::BlockQuote(_) => flow.end_quote(),
            TagEnd::List(_) => flow.end_list(),
            TagEnd::HtmlBlock => {
                let html = self.html_block.take().unwrap_or_default();
                self.html.read(&html, flow);
                return self.html.stop_unseen().map(Complaint::NeverClosed);
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Item => {
                flow.end_block();
                return self.html.stop_unseen().map(Complaint::NeverClosed);
            }
            TagEnd::TableHead | TagEnd::TableRow | TagEnd::FootnoteDefinition => flow.end_block(),
            _ => {}
        }
        None
    }

    fn link(&mut self, address: &str) -> Option<Complaint> {
        let link = judge(address);
        let kind = (link == Link::Good).then(|| InlineKind::Link(address.trim().to_owned()));
        self.flow.open(Mark::Link, kind);
        (link == Link::Dangerous).then(|| Complaint::DangerousLink(address.to_owned()))
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
