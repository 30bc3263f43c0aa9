//! Whatever is wrong with a file is told with its place and its remedy, and nothing is lost or falls over.

use dateline_article::{Document, Source, read_all};

/// What was read, and the problems as people see them.
fn read(files: &[(&str, &[u8])]) -> (Vec<Document>, Vec<String>) {
    let sources = files.iter().map(|(path, bytes)| Source::new(*path, *bytes));
    let (documents, problems) = read_all(sources.collect());
    (
        documents,
        problems.iter().map(ToString::to_string).collect(),
    )
}

#[test]
fn each_bad_input_gives_one_clear_report() {
    for (path, bytes, problem) in [
        (
            "undated.md",
            &b"---\ntitle: A\n---\nText."[..],
            "undated.md: warning: no date is given; the article is listed last, and dates such as \"yesterday\" in it stay \
             open. Add `date: 2026-01-31` to its front matter, or `date = 2026-01-31` to undated.toml beside it.",
        ),
        (
            "impossible.md",
            b"---\ntitle: A\ndate: 2026-02-30\n---\nText.",
            "impossible.md:3:7: error: there is no such day as `2026-02-30`. Write the date as 2026-01-31.",
        ),
        (
            "header.txt",
            b" date 2026-02-30 A\n\nText.",
            "header.txt:1:7: error: there is no such day as `2026-02-30`. Write the date as 2026-01-31.",
        ),
        (
            "latin1.txt",
            b"date 2026-01-05 A\n\nUn pr\xe9sident.",
            "latin1.txt:3:6: error: not valid UTF-8 from here on; what cannot be read is shown as \u{fffd}. Save the file as \
             UTF-8.",
        ),
        (
            "empty.md",
            b"",
            "empty.md: error: the file is empty. Write the article, or delete the file.",
        ),
        (
            "blank.md",
            b"\xef\xbb\xbf \r\n\n",
            "blank.md: error: the file is empty. Write the article, or delete the file.",
        ),
        (
            "unclosed.md",
            b"---\ntitle: A\ndate: 2026-01-05\n\nText.",
            "unclosed.md:1:1: error: the front matter that `---` opens is never closed. Write a line `---` after its last \
             key.",
        ),
        (
            "unknown.md",
            b"+++\ntitle = \"A\"\ndate = 2026-01-05\nsuorce = \"B\"\n+++\nText.",
            "unknown.md:4:1: warning: unknown key `suorce`, ignored. Write `source` if that is meant.",
        ),
        (
            "foreign.md",
            b"---\ntitle: A\ndate: 2026-01-05\ncolour: red\n---\nText.",
            "foreign.md:4:1: warning: unknown key `colour`, ignored. Take it out, or move it into a table `extra`, where any \
             key may stand.",
        ),
        (
            "type.md",
            b"---\ntitle: A\ndate: 2026-01-05\nsource: [B]\n---\nText.",
            "type.md:4:9: warning: `source` should be text, not a list; ignored. Write text for `source`, or leave it out.",
        ),
        (
            "url.md",
            b"---\ntitle: A\ndate: 2026-01-05\nurl: javascript:alert(1)\n---\nText.",
            "url.md:4:6: warning: `url` is not the address of a web page; ignored. Write the whole address, beginning with \
             https://.",
        ),
        (
            "language.md",
            b"---\ntitle: A\ndate: 2026-01-05\nlang: English language\n---\nText.",
            "language.md:4:7: warning: `lang` is not a language tag; ignored. Write a tag such as en, ko or zh-Hant.",
        ),
        (
            "colon.md",
            b"---\ntitle: Lee: a visit\ndate: 2026-01-05\n---\nText.",
            "colon.md:2:11: error: not valid YAML: mapping values are not allowed in this context. Correct this line; text \
             with a colon, a # or quotation marks in it needs quotation marks around it.",
        ),
        (
            "link.md",
            b"---\ntitle: A\ndate: 2026-01-05\n---\nText [here](javascript:alert(1)).",
            "link.md:5:6: warning: the link to `javascript:alert(1)` was dropped, its text kept. Link to an address that \
             begins with https://, http:// or mailto:.",
        ),
        (
            "script.md",
            b"---\ntitle: A\ndate: 2026-01-05\n---\nText.\n\n<script>\nalert(1)\n",
            "script.md:7:1: warning: `<script>` is never closed; the text after it was left out with it. Close it with \
             `</script>` or take it out.",
        ),
        (
            "headless.txt",
            b"date 2026-01-05\n\nText.",
            "headless.txt: warning: no headline is given; the first words of the text stand for it. Add `title: \u{2026}` to \
             the front matter or to a sidecar.",
        ),
        (
            "bare.md",
            b"---\ntitle: A\ndate: 2026-01-05\n---\n",
            "bare.md: warning: the article has no text. Write the text below its front matter.",
        ),
        (
            "picture.md",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "picture.md: error: a binary file, not text. Save it as plain text or Markdown in UTF-8, or take it out of the \
             folder.",
        ),
        (
            "id.md",
            b"---\nid: A visit!\ntitle: A\ndate: 2026-01-05\n---\nText.",
            "id.md:2:1: warning: the id holds other characters than A-Z a-z 0-9 . _ -, so it became `A-visit-`. Write it as \
             `A-visit-`.",
        ),
        (
            "lonely.toml",
            b"title = 'A'",
            "lonely.toml: warning: there is no article beside this sidecar. Name it like its article: lonely.toml goes with \
             lonely.md or lonely.txt.",
        ),
        (
            "collection.toml",
            b"titel = 'A'",
            "collection.toml:1:1: warning: unknown key `titel`, ignored. Write `title` if that is meant.",
        ),
    ] {
        let (_, problems) = read(&[(path, bytes)]);
        assert_eq!(problems, [problem], "{path}");
    }
}

#[test]
fn all_problems_of_a_folder_are_told_at_once_in_the_order_of_the_files() {
    let (documents, problems) = read(&[
        (
            "b.md",
            b"---\ndate: soon\ntitle: [x]\nweight: 3\nnoet: y\n---\nText.",
        ),
        ("a.txt", b"Text."),
        ("b.toml", b"source = \nkind = 1\n"),
    ]);
    assert_eq!(documents.len(), 2);
    let places: Vec<&str> = problems
        .iter()
        .filter_map(|problem| problem.split_once(": ").map(|(place, _)| place))
        .collect();
    assert_eq!(
        places,
        [
            "a.txt",
            "a.txt",
            "b.md",
            "b.md:2:7",
            "b.md:3:8",
            "b.md:5:1",
            "b.toml:1:10",
            "b.toml:2:1"
        ],
        "{problems:#?}"
    );
}

#[test]
fn a_repeated_id_gets_a_number_that_nobody_has() {
    let article = b"---\nid: a\ntitle: T\ndate: 2026-01-05\n---\nText.";
    let other = b"---\nid: a-2\ntitle: T\ndate: 2026-01-05\n---\nText.";
    let files: [(&str, &[u8]); 4] = [
        ("x.md", article),
        ("y.md", article),
        ("z.md", article),
        ("w.md", other),
    ];
    let (documents, problems) = read(&files);
    let ids: Vec<_> = documents
        .iter()
        .map(|document| (document.path.as_str(), document.article.id.0.as_str()))
        .collect();
    assert_eq!(
        ids,
        [
            ("w.md", "a-2"),
            ("x.md", "a"),
            ("y.md", "a-3"),
            ("z.md", "a-4")
        ]
    );
    assert_eq!(
        problems,
        [
            "y.md: warning: the id `a` is already that of x.md, so this article became `a-3`. Give one of the two another \
             `id`.",
            "z.md: warning: the id `a` is already that of x.md, so this article became `a-4`. Give one of the two another \
             `id`.",
        ]
    );
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let files: [(&str, &[u8]); 5] = [
        ("a.md", b"date 2026-01-05 A\n\nText."),
        ("a.txt", b"date 2026-01-05 B\n\nText."),
        ("a.toml", b"source = 'S'"),
        ("b/a.md", b"---\nid: a\n---\nText."),
        ("collection.toml", b"title = 3\nx = 1"),
    ];
    let mut turned = files;
    let expected = read(&files);
    for _ in 0..turned.len() {
        turned.rotate_left(1);
        assert_eq!(read(&turned), expected);
        turned.reverse();
        assert_eq!(read(&turned), expected);
    }
}

#[test]
fn files_that_are_built_to_hurt_do_not() {
    let deep = |open: &str| format!("date 2026-01-05 Deep\n\n{}deep", open.repeat(10_000));
    let tables = format!(
        "date 2026-01-05 Wide\n\n{}\n{}\n",
        "|a".repeat(10_000),
        "|-".repeat(10_000)
    );
    for text in [
        deep("> "),
        deep("- "),
        deep("*"),
        deep("**a "),
        deep("["),
        deep("![a]("),
        deep("<b>"),
        deep("<div>"),
        deep("<ul><li>"),
        deep("<a href=\""),
        deep("`"),
        deep("&"),
        deep("\n1. "),
        format!("---\na: {}\n---\nText", "[".repeat(10_000)),
        format!("---\na: {}\n---\nText", "{a: ".repeat(10_000)),
        format!("---\n{}\n---\nText", "- ".repeat(10_000)),
        format!("+++\na = {}\n+++\nText", "[".repeat(10_000)),
        format!("+++\n{}b = 1\n+++\nText", "a.".repeat(10_000)),
        format!("+++\n[{}b]\n+++\nText", "a.".repeat(10_000)),
        tables,
    ] {
        let start: String = text.chars().take(60).collect();
        let (documents, problems) = read(&[("deep.md", text.as_bytes())]);
        assert_eq!(documents.len(), 1, "{start}");
        assert!(problems.len() <= 4, "{start}: {problems:#?}");
    }
}

#[test]
fn front_matter_of_a_hundred_thousand_keys_is_refused_quickly() {
    let keys = |line: fn(u32) -> String| (0..80_000).map(line).collect::<String>();
    for text in [
        format!("---\n{}---\nText", keys(|n| format!("k{n}: 1\n"))),
        format!("---\na: [\n{}---\nText", keys(|n| format!("k{n}: 1\n"))),
        format!("---\n{}---\nText", keys(|_| "a: 1\n".to_owned())),
        format!("+++\n{}+++\nText", keys(|_| "a = 1\n".to_owned())),
    ] {
        let (documents, problems) = read(&[("wide.md", text.as_bytes())]);
        assert_eq!(documents.len(), 1);
        assert!(!problems.is_empty());
    }
}

#[test]
fn a_file_of_fifty_megabytes_is_read() {
    let mut text = String::from("date 2026-01-05 Long\n\n");
    let paragraph = "The two heads of state met in *Beijing* & talked.\n\n";
    text.push_str(&paragraph.repeat(50 * (1 << 20) / paragraph.len()));
    let (documents, problems) = read(&[("long.md", text.as_bytes())]);
    assert!(problems.is_empty());
    assert!(documents[0].article.blocks.len() > 1_000_000);
}

#[test]
fn what_is_larger_is_refused_with_a_reason() {
    let bytes = vec![b'x'; dateline_article::MAX_BYTES + 1];
    let (documents, problems) = read(&[("huge.txt", &bytes)]);
    assert!(documents.is_empty());
    assert_eq!(
        problems,
        [
            "huge.txt: error: larger than 128 MiB, so it is no article. Take it out of the folder or split it."
        ]
    );
}
