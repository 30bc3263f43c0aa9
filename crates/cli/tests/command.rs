//! The command as people and programs run it: output, keys, exit codes, what happens when things go wrong.

mod run;

use run::{Folder, dateline};
use serde_json::Value;

const VISIT: &str = "---\ntitle: Größe on May 7, 2019\ndate: 2026-01-12\nsource: The Example\ntags: [Diplomacy]\n---\n\
                     Über alles: on January 5, 2026, they met in 漢字 Beijing.\n\nOn January 6, 2026 they parted.\n";

/// Two articles with problems and one without.
fn folder() -> Folder {
    Folder::with(&[
        ("2026/visit.md", VISIT),
        (
            "old.txt",
            "date 2001-02-03 Silver economy\n\nThe silver economy grows in Paris.",
        ),
        ("undated.md", "# Undated\n\nSilver in an economy."),
        ("picture.jpg", "\u{1}\0"),
        (".hidden/secret.md", "date 2001-02-03 Secret\n\nText."),
    ])
}

fn keys(object: &Value) -> Vec<&str> {
    object
        .as_object()
        .map(|object| object.keys().map(String::as_str).collect())
        .unwrap_or_default()
}

#[test]
fn text_prints_what_offsets_refer_to() {
    let folder = folder();
    let run = dateline(&["text", folder.path(), "--json"]);
    assert_eq!(run.code, 0);
    let lines = run.json();
    let ids: Vec<&Value> = lines.iter().map(|line| &line["id"]).collect();
    assert_eq!(ids, ["2026.visit", "old", "undated"]);
    assert!(lines.iter().all(|line| keys(line) == ["id", "text"]));
    assert_eq!(lines[1]["text"], "The silver economy grows in Paris.");
    let run = dateline(&["text", folder.path(), "--id", "old"]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "Silver economy\n\nThe silver economy grows in Paris.\n")
    );
    let run = dateline(&["text", folder.path(), "--id", "nobody"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (1, "dateline: no article has the id nobody\n")
    );
}

#[test]
fn dates_of_headline_and_text_count_scalar_values() {
    let folder = folder();
    let run = dateline(&["dates", folder.path(), "--json"]);
    assert_eq!(run.code, 0);
    let texts = dateline(&["text", folder.path(), "--json"]).json();
    let lines = run.json();
    for line in &lines {
        assert_eq!(
            keys(line),
            [
                "article", "edtf", "end", "part", "start", "text", "type", "value"
            ]
        );
        let whole = match line["part"].as_str() {
            Some("headline") => "Größe on May 7, 2019",
            _ => texts
                .iter()
                .find(|text| text["id"] == line["article"])
                .unwrap()["text"]
                .as_str()
                .unwrap(),
        };
        let (start, end) = (
            line["start"].as_u64().unwrap() as usize,
            line["end"].as_u64().unwrap() as usize,
        );
        let words: String = whole.chars().skip(start).take(end - start).collect();
        assert_eq!(line["text"], words);
    }
    let values: Vec<&Value> = lines.iter().map(|line| &line["value"]).collect();
    assert_eq!(values, ["2019-05-07", "2026-01-05", "2026-01-06"]);
    assert_eq!(lines[1]["type"], "DATE");
    assert_eq!(lines[1]["edtf"], "2026-01-05");
    let run = dateline(&["dates", folder.path()]);
    assert!(run.out.starts_with("2019-05-07 "), "{}", run.out);
}

#[test]
fn search_answers_with_counts_and_spans() {
    let folder = folder();
    let run = dateline(&["search", folder.path(), "silver economy", "--json"]);
    assert_eq!(run.code, 0);
    let lines = run.json();
    assert_eq!(lines.len(), 1);
    let answer = &lines[0];
    assert_eq!(keys(answer), ["facets", "hits", "notes", "query", "total"]);
    let scores: Vec<f64> = answer["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| hit["score"].as_f64().unwrap())
        .collect();
    assert!(
        scores.is_sorted_by(|a, b| a >= b) && scores.iter().all(|score| *score > 0.0),
        "{scores:?}"
    );
    assert_eq!(
        (&answer["query"], &answer["total"]),
        (&Value::from("silver economy"), &Value::from(2))
    );
    assert_eq!(
        keys(&answer["facets"]),
        ["kind", "person", "place", "source", "topic", "year"]
    );
    assert_eq!(answer["facets"]["year"]["2001"], 1);
    for hit in answer["hits"].as_array().unwrap() {
        assert_eq!(keys(hit), ["date", "headline", "id", "score", "snippet"]);
        assert_eq!(keys(&hit["snippet"]), ["spans", "text"]);
        let text: Vec<char> = hit["snippet"]["text"].as_str().unwrap().chars().collect();
        for span in hit["snippet"]["spans"].as_array().unwrap() {
            let (start, end) = (
                span[0].as_u64().unwrap() as usize,
                span[1].as_u64().unwrap() as usize,
            );
            let words: String = text[start..end].iter().collect();
            assert!(
                ["silver", "economy"].contains(&words.to_lowercase().as_str()),
                "{words}"
            );
        }
    }
}

#[test]
fn slips_of_the_pen_are_forgiven_aloud_and_on_request_not_at_all() {
    let folder = folder();
    let run = dateline(&["search", folder.path(), "econmy", "--json"]);
    let answer = &run.json()[0];
    assert_eq!(answer["total"], 2);
    assert!(
        answer["notes"][0].as_str().unwrap().contains("economy"),
        "{answer}"
    );
    let run = dateline(&["search", folder.path(), "silver Beijing", "--json"]);
    assert_eq!(run.json()[0]["total"], 3);
    for query in ["econmy", "silver Beijing", "\"econmy\""] {
        let run = dateline(&["search", folder.path(), query, "--json", "--exact"]);
        assert_eq!(run.json()[0]["total"], 0, "{query}");
        assert_eq!(run.json()[0]["notes"], Value::Array(Vec::new()));
    }
    let run = dateline(&["search", folder.path(), "", "--json"]);
    assert_eq!(run.json()[0]["hits"][0]["score"], Value::Null);
}

#[test]
fn queries_may_begin_with_a_minus_and_come_from_standard_input() {
    let folder = folder();
    let totals = |run: run::Run| -> Vec<Value> {
        run.json()
            .iter()
            .map(|line| line["total"].clone())
            .collect()
    };
    for query in ["-silver", "-\"silver economy\"", "-s", "--silver"] {
        let run = dateline(&["search", folder.path(), query, "--json"]);
        assert_eq!(run.code, 0, "{query}: {}", run.err);
        assert_eq!(run.json()[0]["query"], query);
    }
    assert_eq!(
        totals(dateline(&["search", folder.path(), "-silver", "--json"])),
        [1]
    );
    assert_eq!(
        totals(dateline(&["search", folder.path(), "--json", "-silver"])),
        [1]
    );
    let run = dateline(&["search", folder.path(), "-", "--json"])
        .with_input("silver\n\"silver economy\"\nnothing\n\n");
    assert_eq!(totals(run), [2, 1, 0, 3]);
}

#[test]
fn hits_are_sorted_and_limited() {
    let folder = folder();
    let ids = |args: &[&str]| -> Vec<String> {
        let mut all = vec!["search", folder.path(), "", "--json"];
        all.extend(args);
        let answer = dateline(&all).json().remove(0);
        assert_eq!(answer["total"], 3);
        answer["hits"]
            .as_array()
            .unwrap()
            .iter()
            .map(|hit| hit["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ids(&["--sort", "newest"]), ["2026.visit", "old", "undated"]);
    assert_eq!(ids(&["--sort", "oldest"]), ["old", "2026.visit", "undated"]);
    assert_eq!(ids(&["--sort", "newest", "--limit", "1"]), ["2026.visit"]);
    assert!(ids(&["--limit", "0"]).is_empty());
    let run = dateline(&["search", folder.path(), "\"silver"]);
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("2 articles\n\n"), "{}", run.out);
    assert!(
        run.err.contains("the quotation mark is never closed"),
        "{}",
        run.err
    );
}

#[test]
fn check_prints_every_problem_and_fails_on_any() {
    let folder = folder();
    let run = dateline(&["check", folder.path()]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.starts_with("undated.md: warning: no date is given"),
        "{}",
        run.out
    );
    assert_eq!(run.out.lines().count(), 1);
    assert_eq!(run.err, "3 articles, 1 problem\n");
    let good = Folder::with(&[("a.txt", "date 2001-02-03 A\n\nText.")]);
    let run = dateline(&["check", good.path()]);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (0, "", "1 article, no problems\n")
    );
}

#[test]
fn problems_go_to_standard_error_and_fail_only_where_asked() {
    let folder = folder();
    for command in ["text", "dates", "visits"] {
        let run = dateline(&[command, folder.path()]);
        assert_eq!(run.code, 0, "{command}");
        assert!(
            run.err.starts_with("undated.md: warning: "),
            "{command}: {}",
            run.err
        );
        assert_eq!(
            dateline(&[command, folder.path(), "--strict"]).code,
            1,
            "{command}"
        );
        assert_eq!(
            dateline(&[command, folder.path(), "--quiet"]).err,
            "",
            "{command}"
        );
    }
    assert_eq!(
        dateline(&["search", folder.path(), "x", "--strict"]).code,
        1
    );
}

#[test]
fn many_problems_are_cut_short_except_by_check() {
    let names: Vec<String> = (0..30).map(|n| format!("{n:02}.md")).collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .map(|name| (name.as_str(), "# Undated\n\nText."))
        .collect();
    let folder = Folder::with(&files);
    let run = dateline(&["text", folder.path()]);
    assert_eq!(run.err.lines().count(), 21);
    assert!(
        run.err
            .ends_with("… and 10 more problems; `dateline check` lists them all.\n"),
        "{}",
        run.err
    );
    assert_eq!(dateline(&["check", folder.path()]).out.lines().count(), 30);
}

#[test]
fn wrong_usage_is_two_and_help_is_good() {
    for args in [
        &[][..],
        &["nonsense"],
        &["text"],
        &["search", "x"],
        &["visits", "x", "--format", "yaml"],
        &["search", "x", "y", "--limit", "many"],
        &["dates", "x", "--nonsense"],
    ] {
        let run = dateline(args);
        assert_eq!(run.code, 2, "{args:?}");
        assert!(run.out.is_empty() && !run.err.is_empty());
    }
    let help = dateline(&["--help"]);
    assert_eq!(help.code, 0);
    for word in [
        "check",
        "dates",
        "search",
        "text",
        "visits",
        "Exit codes",
        "Examples",
        "scalar values",
    ] {
        assert!(help.out.contains(word), "{word}");
    }
    for command in ["check", "dates", "search", "text", "visits"] {
        let help = dateline(&[command, "--help"]);
        assert_eq!(help.code, 0);
        assert!(
            help.out.lines().all(|line| line.chars().count() <= 80),
            "{}",
            help.out
        );
    }
    assert!(dateline(&["--version"]).out.starts_with("dateline "));
}
