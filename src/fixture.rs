//! Small articles, reports and visits for tests.

use dateline_model::{
    Article, ArticleId, Aspect, Basis, Block, BlockKind, Gloss, Kind, Origin, Part, Report, Span,
    Status, Visit, VisitId,
};

/// An article of one paragraph; its headline is its id.
pub fn article(id: &str, published: &str, text: &str) -> Article {
    Article {
        id: ArticleId(id.to_owned()),
        headline: id.to_owned(),
        byline: Vec::new(),
        published: published.parse().ok(),
        dateline: None,
        source: None,
        genre: None,
        url: None,
        language: "en".to_owned(),
        topics: Vec::new(),
        note: None,
        record: Vec::new(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
            inlines: Vec::new(),
        }],
    }
}

/// What an article reports: a visit at a date.
pub fn report(article: &str, date: &str, aspect: Aspect) -> Report {
    Report {
        article: ArticleId(article.to_owned()),
        span: Span::new(Part::Text, 0..1),
        more: Vec::new(),
        gloss: Gloss::default(),
        date: date.parse().ok(),
        aspect,
        basis: Some(Basis::Stated),
        places: Vec::new(),
        kind: Kind::Visit,
        status: Status::Reported,
        rule: String::new(),
        confidence: 90,
        origin: Origin::Extracted,
    }
}

/// A visit with these reports and the date of the first.
pub fn visit(reports: Vec<Report>) -> Visit {
    Visit {
        id: VisitId("biden.south-korea.2022-05".to_owned()),
        visitors: Vec::new(),
        host: None,
        places: Vec::new(),
        date: reports.first().and_then(|report| report.date),
        aspect: Aspect::Whole,
        kind: Kind::Visit,
        status: Status::Reported,
        part_of: None,
        reports,
        checked: None,
        recorded: None,
    }
}
