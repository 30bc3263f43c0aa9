//! Corrections and completions show words as articles write them, not as the index folds them.

use dateline_bundle::{About, Collection, Contents, Entry, Filter, Note};
use dateline_model::{Article, ArticleId, Block, BlockKind};

fn collection() -> Collection {
    let texts = [
        "Talks in Zürich: talks with Nakasone.",
        "Trade. On trade and on Trade.",
    ];
    let entry = |(number, text): (usize, &str)| Entry {
        article: Article {
            id: ArticleId(number.to_string()),
            headline: "Visits".to_owned(),
            byline: Vec::new(),
            published: None,
            dateline: None,
            source: None,
            genre: None,
            url: None,
            language: "en".to_owned(),
            topics: vec!["Swiss economy".to_owned()],
            note: None,
            record: Vec::new(),
            blocks: vec![Block {
                kind: BlockKind::Paragraph,
                text: text.to_owned(),
                inlines: Vec::new(),
            }],
        },
        mentions: Vec::new(),
    };
    let articles = texts.into_iter().enumerate().map(entry).collect();
    Collection::new(Contents::new(About::default(), articles, Vec::new()))
}

#[test]
fn corrections_are_written_as_in_the_articles() {
    for (typed, used) in [
        ("nakasonne", "Nakasone"),
        ("zurrich", "Zürich"),
        ("tlaks", "talks"),
    ] {
        let filter = Filter {
            query: typed.to_owned(),
            ..Filter::default()
        };
        let selection = collection().select_forgiving(&filter);
        let (typed, used) = (typed.to_owned(), vec![used.to_owned()]);
        assert_eq!(selection.notes, [Note::Corrected { typed, used }]);
        assert_eq!(selection.articles, [0]);
        assert!(collection().select(&filter).articles.is_empty());
    }
}

#[test]
fn completions_are_written_as_in_the_articles() {
    let texts = |query: &str| -> Vec<String> {
        let completions = collection().complete(query, 3);
        completions
            .into_iter()
            .map(|completion| completion.text)
            .collect()
    };
    assert_eq!(texts("zu"), ["Zürich"]);
    assert_eq!(texts("ta"), ["talks"]);
    assert_eq!(texts("econ"), ["topic:\"Swiss economy\""]);
    assert_eq!(texts("topic:"), ["topic:\"Swiss economy\""]);
}
