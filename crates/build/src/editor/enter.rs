//! Visits that the editor enters, as reports of their article.

use dateline_article::{Action, AuthoredVisit, Document};
use dateline_model::{
    Aspect, Basis, Gloss, Host, Kind, Origin, Part, Problem, Report, Span, Status, Visit, VisitId,
};

use super::warning;

/// The rule that reports of the editor name.
const RULE: &str = "editor";

/// The visits that were entered without an id, to be merged with those that were read, and quotations that no article
/// has.
pub(crate) fn entered(documents: &[Document]) -> (Vec<Visit>, Vec<Problem>) {
    let (mut visits, mut problems) = (Vec::new(), Vec::new());
    for document in documents {
        let new = document.authored.visits.iter();
        for entered in new.filter(|visit| visit.id.is_none() && visit.action == Action::Enter) {
            visits.push(visit(document, entered));
        }
        let quoted = document.authored.visits.iter();
        problems.extend(quoted.filter_map(|entered| misquoted(document, entered)));
    }
    (visits, problems)
}

/// A visit of which only the editor speaks.
pub(super) fn visit(document: &Document, entered: &AuthoredVisit) -> Visit {
    let report = report(document, entered);
    Visit {
        id: entered.id.clone().unwrap_or_else(|| id(entered)),
        visitors: entered.visitors.clone(),
        host: entered.host.clone(),
        places: entered.places.clone(),
        date: entered.date,
        aspect: Aspect::Whole,
        kind: report.kind,
        status: report.status,
        part_of: None,
        reports: vec![report],
        checked: entered.confirmed.clone(),
        recorded: None,
    }
}

/// What the editor says, as a report of the article. Its evidence is the quotation, else the headline.
pub(super) fn report(document: &Document, entered: &AuthoredVisit) -> Report {
    let headline = Span::new(Part::Headline, 0..document.article.headline.len());
    Report {
        article: document.article.id.clone(),
        span: quoted(document, entered).unwrap_or(headline),
        more: Vec::new(),
        gloss: Gloss::default(),
        date: entered.date,
        aspect: Aspect::Whole,
        basis: entered.date.map(|_| Basis::Stated),
        places: entered.places.clone(),
        kind: entered.kind.unwrap_or(Kind::Visit),
        status: entered.status.unwrap_or(Status::Reported),
        rule: RULE.to_owned(),
        confidence: 100,
        origin: Origin::Authored,
    }
}

/// Where the quotation stands in the article.
fn quoted(document: &Document, entered: &AuthoredVisit) -> Option<Span> {
    let quote = entered.quote.as_deref()?;
    let text = document.article.text();
    let at = |start: usize| start..start + quote.len();
    let in_text = text.find(quote).map(|start| Span::text(at(start)));
    in_text.or_else(|| {
        let start = document.article.headline.find(quote)?;
        Some(Span::new(Part::Headline, at(start)))
    })
}

fn misquoted(document: &Document, entered: &AuthoredVisit) -> Option<Problem> {
    let quote = entered.quote.as_deref()?;
    if quoted(document, entered).is_some() {
        return None;
    }
    let start: String = quote.chars().take(40).collect();
    Some(warning(
        entered,
        format!("the words quoted for a visit, `{start}`, do not stand in the article"),
        "Quote the article's own words, or leave `quote` out",
    ))
}

/// `visitor.host.2026-01`, as for visits that are read; a place stands in for the country.
fn id(entered: &AuthoredVisit) -> VisitId {
    let country = |host: &Host| host.country.clone();
    let place = entered.places.first().map(|place| place.name.clone());
    let host = entered.host.as_ref().and_then(country).or(place);
    dateline_visits::visit_id(&entered.visitors, host.as_deref(), entered.date)
}
