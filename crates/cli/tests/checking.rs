//! `dateline check`: all that is wrong, and what nobody has confirmed yet.

mod run;

use run::{Folder, dateline};
use serde_json::{Value, json};

/// The sentence of the article below.
const ARTICLE_TEXT: &str = "On Jan. 5, President Lee Jae Myung of South Korea visited China.";

const ARTICLE: &str = "date 2026-01-12 Lee in Beijing\n\nOn Jan. 5, President Lee Jae Myung of South Korea visited China.";

#[test]
fn visits_that_nobody_has_confirmed_are_listed_with_their_sentence_and_place() {
    let folder = Folder::with(&[("news/a.txt", ARTICLE)]);
    let run = dateline(&["check", folder.path(), "--visits"]);
    assert_eq!(
        run.out,
        "to check: lee-jae-myung.china.2026-01\n  \
         2026-01-05, Lee Jae Myung to China, visit, reported\n  \
         news/a.txt: text 0-64: \"On Jan. 5, President Lee Jae Myung of South Korea visited China.\"\n"
    );
    assert_eq!(
        (run.code, run.err.as_str()),
        (1, "1 article, no problems, 1 visit to check\n")
    );
    // Without `--visits` nothing is wrong.
    assert_eq!(dateline(&["check", folder.path()]).code, 0);
}

#[test]
fn a_confirmed_visit_is_not_listed_and_its_check_stands_in_the_json() {
    let sidecar = "[[visits]]\nid = 'lee-jae-myung.china.2026-01'\nconfirmed = { by = 'Ada Byron', on = 2026-01-14 }\n";
    let folder = Folder::with(&[("a.txt", ARTICLE), ("a.toml", sidecar)]);
    let run = dateline(&["check", folder.path(), "--visits"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert_eq!(run.err, "1 article, no problems, no visits to check\n");
    let visits = dateline(&["visits", folder.path(), "--format", "json"]).json();
    assert_eq!(
        visits[0]["checked"],
        json!({"by": "Ada Byron", "on": "2026-01-14"})
    );
}

#[test]
fn what_only_the_whole_build_can_tell_is_told_once_each_and_the_rest_is_built() {
    let folder = Folder::with(&[
        ("a.txt", ARTICLE),
        (
            "a.toml",
            "record = ['r1', 'r2']\nvists = []\n[[visits]]\nid = 'nobody.japan'\nconfirmed = true\n",
        ),
        ("collection.toml", "[record]\ncountry = 'Japan'\n"),
        ("visits.csv", "id,visitor,host\nr1,Kim,Japan\n"),
        (
            "visits.corrections.toml",
            "[[corrections]]\nid = 'r9'\nreason = 'Twice'\nsuppress = true\n",
        ),
    ]);
    let run = dateline(&["check", folder.path()]);
    let told: Vec<&str> = run.out.lines().collect();
    assert_eq!(
        told,
        [
            "a.toml:1:10: warning: the record has no row `r2`. Look up the ids in the record's table; corrections may have left them out.",
            "a.toml:2:1: warning: unknown key `vists`, ignored. Write `visits` if that is meant.",
            "a.toml:3:1: warning: no visit has the id `nobody.japan`. Look up its id with `dateline visits`.",
            "visits.corrections.toml:1:1: warning: no row of the record has the id `r9`. Look it up in the record's table, or delete the correction.",
        ]
    );
    assert_eq!(run.code, 1);
    let strict = ["visits", folder.path(), "--format", "json", "--strict"];
    let lax = ["visits", folder.path(), "--format", "json"];
    let (strict, lax) = (dateline(&strict), dateline(&lax));
    assert_eq!((strict.code, lax.code), (1, 0));
    assert_eq!((strict.json().len(), lax.json().len()), (1, 1));
}

#[test]
fn files_that_are_no_articles_or_built_to_hurt_are_told_once_each_and_the_rest_is_read() {
    let deep = |open: &str| {
        format!(
            "date 2026-01-12 Deep\n\n{}{ARTICLE_TEXT}",
            open.repeat(10_000)
        )
    };
    let nested = [
        deep("> "),
        deep("- "),
        deep("["),
        deep("<div>"),
        deep("*"),
        deep("("),
    ];
    let yaml = format!(
        "---\ntitle: A\ndate: 2026-01-12\nx: {}\n---\nText.",
        "[".repeat(10_000)
    );
    let one_word = format!(
        "date 2026-01-12 Long\n\n{} {ARTICLE_TEXT}",
        "x".repeat(2_000_000)
    );
    let mut files: Vec<(String, &[u8])> = vec![
        ("a.txt".to_owned(), ARTICLE.as_bytes()),
        ("binary.md".to_owned(), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("word.docx".to_owned(), b"PK"),
        ("yaml.md".to_owned(), yaml.as_bytes()),
        ("word.md".to_owned(), one_word.as_bytes()),
    ];
    for (number, text) in nested.iter().enumerate() {
        files.push((format!("deep{number}.md"), text.as_bytes()));
    }
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    let folder = Folder::with_bytes(&files);
    let run = dateline(&["check", folder.path()]);
    let told: Vec<&str> = run
        .out
        .lines()
        .filter_map(|line| line.split(": ").next())
        .collect();
    assert_eq!(
        told,
        ["binary.md", "word.docx", "yaml.md:4:259"],
        "{}",
        run.out
    );
    let visits = |silence: &[&str]| {
        dateline(&[&["visits", folder.path(), "--format", "json"], silence].concat())
    };
    let (strict, lax) = (visits(&["--quiet", "--strict"]), visits(&["--quiet"]));
    assert_eq!((strict.code, lax.code), (1, 0));
    // Every article that can be read tells of the same visit.
    let evidence = |visit: &Value| visit["evidence"].as_array().map_or(0, Vec::len);
    assert_eq!(lax.json().iter().map(evidence).max(), Some(8));
    assert_eq!(strict.json(), lax.json());
}

#[test]
fn the_records_answer_stands_in_the_json() {
    let folder = Folder::with(&[
        ("a.txt", ARTICLE),
        (
            "visits.csv",
            "id,visitor,visitor_country,host,start,end\nr1,President Lee Jae-myung,Republic of Korea,China,2026-01-04,2026-01-07\n",
        ),
    ]);
    let visits = dateline(&["visits", folder.path(), "--format", "json"]).json();
    assert_eq!(visits[0]["recorded"], json!("listed"));
    assert_eq!(visits[0]["record"], json!(["r1"]));
}
