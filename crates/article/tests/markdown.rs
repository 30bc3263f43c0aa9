//! Markdown into blocks: what is text, how it is set, what is formatted.

use dateline_article::{Source, read};
use dateline_model::{Block, BlockKind, InlineKind};

/// The blocks of a piece of Markdown.
fn blocks(markdown: &str) -> Vec<Block> {
    let text = format!("---\ntitle: T\ndate: 2026-01-05\n---\n{markdown}");
    let (document, problems) = read(&Source::new("a.md", text), None);
    assert_eq!(problems, [], "{markdown}");
    document
        .map(|document| document.article.blocks)
        .unwrap_or_default()
}

/// `kind text`, and each piece of formatting as `kind(text)`.
fn shown(markdown: &str) -> Vec<String> {
    blocks(markdown).iter().map(show).collect()
}

fn show(block: &Block) -> String {
    let kind = match block.kind {
        BlockKind::Paragraph => "p".to_owned(),
        BlockKind::Heading(level) => format!("h{level}"),
        BlockKind::Quote => "quote".to_owned(),
        BlockKind::Item {
            depth,
            number: None,
        } => format!("item{depth}"),
        BlockKind::Item {
            depth,
            number: Some(number),
        } => format!("item{depth}#{number}"),
        BlockKind::Preformatted => "pre".to_owned(),
        BlockKind::Row => "row".to_owned(),
    };
    let mut shown = format!("{kind} {}", block.text);
    for inline in &block.inlines {
        let text = block
            .text
            .get(inline.start as usize..inline.end as usize)
            .unwrap_or("?");
        let kind = match &inline.kind {
            InlineKind::Emphasis => "em".to_owned(),
            InlineKind::Strong => "strong".to_owned(),
            InlineKind::Code => "code".to_owned(),
            InlineKind::Link(to) => format!("<{to}>"),
        };
        shown.push_str(&format!(" {kind}({text})"));
    }
    shown
}

#[test]
fn every_construct_is_set() {
    for (markdown, expected) in [
        ("One\nline.\n\nTwo.", vec!["p One line.", "p Two."]),
        ("One  \ntwo\\\nthree", vec!["p One\ntwo\nthree"]),
        (
            "A\n=\n\nB\n-\n\n### C ### {#id}",
            vec!["h1 A", "h2 B", "h3 C"],
        ),
        (
            "- a\n- b\n  - c\n\n1. d\n2. e",
            vec!["item0 a", "item0 b", "item1 c", "item0#1 d", "item0#2 e"],
        ),
        (
            "7. a\n\n   b\n\n8. c",
            vec!["item0#7 a", "p b", "item0#8 c"],
        ),
        ("- [x] a\n- [ ] b", vec!["item0 [x] a", "item0 [ ] b"]),
        ("> a\n> b\n>\n> c\n\nd", vec!["quote a b", "quote c", "p d"]),
        ("> - a", vec!["item0 a"]),
        ("```rust\nlet a;\n\n  b\n```", vec!["pre let a;\n\n  b"]),
        ("    four\n    spaces", vec!["pre four\nspaces"]),
        (
            "| a | b |\n|---|---|\n| *c* | d |",
            vec!["row a\tb", "row c\td em(c)"],
        ),
        (
            "a[^1] b\n\n[^1]: The *note*.",
            vec!["p a[1] b", "p [1] The note. em(note)"],
        ),
        ("a\n\n---\n\nb", vec!["p a", "p b"]),
        ("![alt text](https://a.example/x.png)", vec!["p alt text"]),
        ("a &amp; b &rsquo; \\*c\\*", vec!["p a & b ’ *c*"]),
        ("~~gone~~", vec!["p gone"]),
        ("\"quotes\" -- kept...", vec!["p \"quotes\" -- kept..."]),
        ("<!-- a comment -->\n\ntext", vec!["p text"]),
        ("a <span class=\"x\">b</span> c<br>d", vec!["p a b c\nd"]),
        ("<div>\n\n*a*\n\n</div>", vec!["p a em(a)"]),
        ("<p>a</p>\n<p>b &#38; c</p>", vec!["p a", "p b & c"]),
        ("a <script>alert(1)</script> b", vec!["p a b"]),
        ("<script>\n\nalert(1)\n\n</script>\n\na", vec!["p a"]),
        ("<style>p { color: red }</style>\n\na", vec!["p a"]),
        (
            "<table>\n<tr><td>a</td><td>b</td></tr>\n</table>",
            vec!["row a\tb"],
        ),
        ("&nbsp;\n\n&nbsp;a&nbsp;b", vec!["p a b"]),
    ] {
        assert_eq!(shown(markdown), expected, "{markdown}");
    }
}

#[test]
fn formatting_knows_its_words() {
    for (markdown, expected) in [
        ("a *b* __c__ `d`", "p a b c d em(b) strong(c) code(d)"),
        ("***both***", "p both em(both) strong(both)"),
        ("*a **b** c*", "p a b c em(a b c) strong(b)"),
        (
            "[a *b*](https://a.example)",
            "p a b <https://a.example>(a b) em(b)",
        ),
        (
            "<https://a.example> <a@b.example>",
            "p https://a.example a@b.example <https://a.example>(https://a.example) \
          <mailto:a@b.example>(a@b.example)",
        ),
        (
            "[a][r]\n\n[r]: http://a.example \"t\"",
            "p a <http://a.example>(a)",
        ),
        ("[a](/b) [c](#d) [e](tel:1)", "p a c e"),
        ("x<b> y </b>z", "p x y z strong(y)"),
        (
            "<a href=\"https://a.example\">a</a>",
            "p a <https://a.example>(a)",
        ),
        (
            "**Task force. **The sides",
            "p Task force. The sides strong(Task force.)",
        ),
        ("\\*\\*a \\*\\*b", "p **a **b"),
        ("<b>a *b</b> c*", "p a b c strong(a b) em(b)"),
    ] {
        assert_eq!(shown(markdown), [expected], "{markdown}");
    }
}

#[test]
fn chinese_lines_are_joined_without_a_space() {
    assert_eq!(
        shown("習近平主席\n会見しました。\nXi Jinping"),
        ["p 習近平主席会見しました。 Xi Jinping"]
    );
}
