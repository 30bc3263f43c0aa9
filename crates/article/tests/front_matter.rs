//! Front matter as Zola, Hugo and Jekyll write it, header lines and sidecars.

use dateline_article::{Action, Document, Source, read_all};
use dateline_model::{Checked, Day, Kind, Person, Place, Status};

/// The one article of some files, without problems.
fn one(files: &[(&str, &str)]) -> Document {
    let sources = files.iter().map(|(path, text)| Source::new(*path, *text));
    let (mut documents, problems) = read_all(sources.collect());
    assert_eq!(problems, []);
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

fn date(document: &Document) -> Option<String> {
    document.article.published.map(|date| date.to_string())
}

#[test]
fn zola_writes_toml_with_taxonomies_and_extra() {
    let document = one(&[(
        "2026/tour.md",
        "+++\n\
         title = \"A tour\"\n\
         date = 2026-01-05T22:00:00-08:00\n\
         updated = 2026-02-01\n\
         authors = [\"Ada Byron\", \"Kim Min-ji\"]\n\
         weight = 3\n\
         template = \"page.html\"\n\
         [taxonomies]\n\
         tags = [\"China\", \"South Korea\", \"China\"]\n\
         categories = [\"Diplomacy\"]\n\
         [extra]\n\
         source = \"The Example\"\n\
         url = \"https://example.org/tour\"\n\
         anything = { else = true }\n\
         +++\n\
         Text.\n",
    )]);
    let article = &document.article;
    assert_eq!(article.id.0, "2026.tour");
    assert_eq!(article.headline, "A tour");
    assert_eq!(date(&document).as_deref(), Some("2026-01-05"));
    assert_eq!(article.byline, ["Ada Byron", "Kim Min-ji"]);
    assert_eq!(article.topics, ["China", "South Korea", "Diplomacy"]);
    assert_eq!(article.source.as_deref(), Some("The Example"));
    assert_eq!(article.url.as_deref(), Some("https://example.org/tour"));
    assert_eq!(article.language, "en");
    assert_eq!(article.text(), "Text.");
}

#[test]
fn hugo_writes_yaml_in_its_own_case() {
    let document = one(&[(
        "tour/index.md",
        "---\n\
         title: 'A tour'\n\
         publishDate: 2026-01-05T10:00:00Z\n\
         linkTitle: Tour\n\
         isCJKLanguage: false\n\
         author:\n  name: Ada Byron\n  email: ada@example.org\n\
         categories: Diplomacy\n\
         params:\n  source: The Example\n\
         ---\n\
         Text.\n",
    )]);
    assert_eq!(document.article.id.0, "tour");
    assert_eq!(date(&document).as_deref(), Some("2026-01-05"));
    assert_eq!(document.article.byline, ["Ada Byron"]);
    assert_eq!(document.article.topics, ["Diplomacy"]);
    assert_eq!(document.article.source.as_deref(), Some("The Example"));
}

#[test]
fn jekyll_dates_by_file_name_and_splits_tags() {
    let document = one(&[(
        "posts/2026-01-05-a-tour.markdown",
        "---\nlayout: post\ntitle:  \"A tour\"\nauthor: Ada Byron\ntags: China, South Korea\nlang: ko_KR\n---\nText.\n",
    )]);
    assert_eq!(document.article.id.0, "posts.2026-01-05-a-tour");
    assert_eq!(date(&document).as_deref(), Some("2026-01-05"));
    assert_eq!(document.article.topics, ["China", "South Korea"]);
    assert_eq!(document.article.language, "ko-KR");
}

#[test]
fn drafts_are_left_out_in_silence() {
    for text in [
        "---\ndraft: true\n---\nText.",
        "---\npublished: false\n---\nText.",
        "+++\ndraft = true\n+++\nText.",
    ] {
        assert_eq!(
            read_all(vec![Source::new("a.md", text)]),
            (vec![], vec![]),
            "{text}"
        );
    }
    let published = one(&[(
        "a.md",
        "---\ntitle: A\ndate: 2026-01-05\npublished: true\ndraft: false\n---\nText.",
    )]);
    assert_eq!(published.article.headline, "A");
}

#[test]
fn a_sidecar_wins_and_leaves_the_article_alone() {
    let document = one(&[
        ("news/a.txt", " date 2026-01-12 A visit\r\n\r\nText.\r\n"),
        (
            "news/a.toml",
            "id = \"visit\"\ngenre = \"commentary\"\nnote = \"Commentary. It names no author.\"\nlang = \"en\"\n\
             dateline = { name = \"Beijing\", country = \"China\" }\n",
        ),
    ]);
    let article = &document.article;
    assert_eq!(
        (article.id.0.as_str(), article.headline.as_str()),
        ("visit", "A visit")
    );
    assert_eq!(date(&document).as_deref(), Some("2026-01-12"));
    assert_eq!(article.genre.as_deref(), Some("commentary"));
    assert_eq!(
        article.note.as_deref(),
        Some("Commentary. It names no author.")
    );
    let beijing = Place {
        name: "Beijing".to_owned(),
        country: Some("China".to_owned()),
    };
    assert_eq!(article.dateline, Some(beijing));
    assert_eq!(article.text(), "Text.");
}

#[test]
fn a_sidecar_may_give_everything() {
    let document = one(&[
        ("a.txt", "Text, and nothing else."),
        (
            "a.toml",
            "title = \"A visit\"\ndate = \"2026-01\"\nauthor = \"Ada Byron\"\n",
        ),
    ]);
    assert_eq!(document.article.headline, "A visit");
    assert_eq!(date(&document).as_deref(), Some("2026-01"));
}

#[test]
fn headlines_are_found_where_none_is_given() {
    let headline = |path: &str, text: &str| {
        let (documents, _) = read_all(vec![Source::new(path, text)]);
        let article = documents
            .into_iter()
            .next()
            .map(|document| document.article);
        article.map(|article| (article.headline.clone(), article.text()))
    };
    let long = "Accompanying Lee on his visit was a notable economic delegation of approximately 200 leading business figures.";
    for (path, text, found) in [
        ("a.md", "# A *visit*\n\nText.", ("A visit", "Text.")),
        ("a.md", "A visit\n=======\n\nText.", ("A visit", "Text.")),
        (
            "a.md",
            "---\ntitle: A visit\n---\n# A visit\n\nText.",
            ("A visit", "Text."),
        ),
        (
            "a.md",
            "---\ntitle: A visit\n---\n# Day one\n\nText.",
            ("A visit", "Day one\n\nText."),
        ),
        (
            "a.md",
            "## Day one\n\nText.",
            ("Day one", "Day one\n\nText."),
        ),
        ("a.txt", "Text only.", ("Text only.", "Text only.")),
        (
            "a.txt",
            long,
            (
                "Accompanying Lee on his visit was a notable economic delegation of approximately …",
                long,
            ),
        ),
        ("a.md", "---\nsource: S\n---\n", ("a", "")),
    ] {
        let found = (found.0.to_owned(), found.1.to_owned());
        assert_eq!(headline(path, text), Some(found), "{text}");
    }
}

#[test]
fn editors_enter_correct_confirm_and_suppress_visits() {
    let document = one(&[(
        "a.md",
        "---\n\
         title: A\n\
         date: 2026-01-12\n\
         people:\n  - Xi Jinping\n  - { name: Lee Jae Myung, role: President, country: South Korea }\n\
         places: Beijing\n\
         record: [us-1998-044, 7]\n\
         visits:\n\
         \x20 - visitor: Lee Jae Myung\n    visitor_country: South Korea\n    host: China\n    with: Xi Jinping\n\
         \x20   places: [Beijing, {name: Shanghai, country: China}]\n    start: 2026-01-04\n    end: 2026-01-07\n\
         \x20   kind: state visit\n    status: reported\n    quote: who was on a state visit to China\n\
         \x20 - id: xi-jinping.south-korea.2025\n    confirmed: {by: Ada Byron, on: 2026-01-14}\n\
         \x20 - {id: xi-jinping.shanghai.2026, suppress: true, note: A stop and no visit}\n\
         ---\nText.",
    )]);
    let authored = &document.authored;
    assert_eq!(authored.people[0].name, "Xi Jinping");
    let lee = Person {
        name: "Lee Jae Myung".to_owned(),
        role: Some("President".to_owned()),
        country: Some("South Korea".to_owned()),
    };
    assert_eq!(authored.people[1], lee);
    assert_eq!(authored.places[0].name, "Beijing");
    assert_eq!(document.article.record, ["us-1998-044", "7"]);
    let [entered, confirmed, suppressed] = authored.visits.as_slice() else {
        panic!("{authored:?}");
    };
    assert_eq!(entered.action, Action::Enter);
    assert_eq!(entered.visitors[0].country.as_deref(), Some("South Korea"));
    let host = entered.host.clone().unwrap();
    assert_eq!(
        (host.country.as_deref(), host.person.as_deref()),
        (Some("China"), Some("Xi Jinping"))
    );
    assert_eq!(entered.places.len(), 2);
    assert_eq!(entered.date.unwrap().to_string(), "2026-01-04/2026-01-07");
    assert_eq!(
        (entered.kind, entered.status),
        (Some(Kind::StateVisit), Some(Status::Reported))
    );
    assert_eq!((entered.file.as_str(), entered.location.line), ("a.md", 10));
    let by = Checked {
        by: Some("Ada Byron".to_owned()),
        on: Day::from_ymd(2026, 1, 14),
    };
    assert_eq!(confirmed.confirmed, Some(by));
    assert_eq!(document.record_at.unwrap().1.line, 8);
    assert_eq!(suppressed.action, Action::Suppress);
    assert_eq!(suppressed.note.as_deref(), Some("A stop and no visit"));
}

#[test]
fn what_is_wrong_with_entered_visits_is_told_one_by_one() {
    let text = "+++\ntitle = 'A'\ndate = 2026-01-12\n\
                visits = [\n\
                { visitor = 'A' },\n\
                { suppress = true, visitor = 'A', host = 'B' },\n\
                { id = 'x', kind = 'holiday' },\n\
                { id = 'x', start = 2026-01-07, end = 2026-01-04 },\n\
                { id = 'x', end = 2026-01-04 },\n\
                { id = 'x', date = 'May' },\n\
                { id = 'x', stauts = 'planned' },\n\
                { id = 'x', confirmed = ['y'] },\n\
                'words',\n\
                { id = 'x', split = ['a'] },\n\
                { id = 'x', confirmed = 2026-01 },\n\
                ]\n\
                people = [{ nmae = 'A' }]\n+++\nText.";
    let (documents, problems) = read_all(vec![Source::new("a.md", text)]);
    let lines: Vec<u32> = problems
        .iter()
        .filter_map(|problem| problem.location)
        .map(|at| at.line)
        .collect();
    assert_eq!(
        lines,
        [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 17],
        "{problems:#?}"
    );
    assert_eq!(documents[0].authored.visits.len(), 8);
}
