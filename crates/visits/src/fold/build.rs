//! Turns journeys into visits of the model.

use std::collections::HashMap;

use dateline_model::{
    Article, Day, Edtf, Gloss, Host, Kind, Origin, Person, Place, Report, Span, Visit, VisitId,
};

use super::dates::{self, When};
use super::journey::{Journey, Journeys};
use crate::events::Candidate;
use crate::names::{Known, PersonId, PlaceKind, Section, What};

/// One visit for each journey, in the same order.
pub(super) fn build(
    article: &Article,
    sections: &[Section<'_>],
    journeys: &Journeys<'_>,
    published: Option<Day>,
) -> Vec<Visit> {
    let mut visits = Vec::with_capacity(journeys.all.len());
    let mut ids = HashMap::new();
    for (at, journey) in journeys.all.iter().enumerate() {
        let mut visit = one(article, sections, journeys, at, journey, published);
        visit.id = unique(&mut ids, visit.id);
        visits.push(visit);
    }
    let names: Vec<_> = visits.iter().map(|visit| visit.id.clone()).collect();
    for (visit, journey) in visits.iter_mut().zip(&journeys.all) {
        visit.part_of = journey.part_of.and_then(|at| names.get(at).cloned());
    }
    visits
}

/// Adds "-2", "-3" to an id that is taken.
fn unique(ids: &mut HashMap<VisitId, u32>, id: VisitId) -> VisitId {
    let count = ids.entry(id.clone()).or_default();
    *count += 1;
    if *count == 1 {
        id
    } else {
        VisitId(format!("{id}-{count}"))
    }
}

fn one(
    article: &Article,
    sections: &[Section<'_>],
    journeys: &Journeys<'_>,
    at: usize,
    journey: &Journey,
    published: Option<Day>,
) -> Visit {
    let phrases: Vec<_> = journeys.phrases(journey).collect();
    let when = dates::date(journeys, at);
    let status = dates::status(journeys, journey, when.date, published);
    let kind = kind(&phrases, journey.is_talks());
    let inside = journeys
        .all
        .iter()
        .filter(|other| other.part_of == Some(at) && other.country == journey.country)
        .flat_map(|other| journeys.phrases(other));
    let places = places(phrases.iter().copied().chain(inside));
    let (visitors, host_person) = sides(journeys, journey, &phrases);
    let visitors: Vec<_> = visitors
        .iter()
        .filter_map(|&id| person(journeys, id))
        .collect();
    let host = journey.country.clone().map(|country| Host {
        country: Some(country),
        person: host_person.and_then(|id| Some(journeys.roster.get(id)?.name.clone())),
    });
    let report = report(article, sections, &phrases, &when, kind, status, &places);
    let mut id = visit_id(&visitors, journey.country.as_deref(), when.date);
    if journey.is_talks() {
        id = VisitId(format!("{id}.talks"));
    }
    Visit {
        id,
        visitors,
        host,
        places,
        date: when.date,
        aspect: when.aspect,
        kind,
        status,
        part_of: None,
        reports: report.into_iter().collect(),
        checked: None,
        recorded: None,
    }
}

/// The id of a visit: the first of those who went, where to, and the month, the year where the month is not known, or
/// neither.
#[must_use]
pub fn visit_id(visitors: &[Person], country: Option<&str>, date: Option<Edtf>) -> VisitId {
    let who = visitors.first().map_or("", |visitor| visitor.name.as_str());
    VisitId::new(who, country.unwrap_or_default(), &month(date))
}

/// `YYYY-MM` of a date that lies in one month or begins on a known day, else `YYYY`, else nothing.
fn month(date: Option<Edtf>) -> String {
    use dateline_model::{Form, Precision};
    let Some(date) = date else {
        return String::new();
    };
    let (first, last) = (date.first.ymd(), date.last.ymd());
    let begins = matches!(
        date.form,
        Form::Interval(Precision::Day | Precision::Month, _)
            | Form::OpenEnd(Precision::Day | Precision::Month)
    );
    if begins || (first.0, first.1) == (last.0, last.1) {
        format!("{:04}-{:02}", first.0, first.1)
    } else if first.0 == last.0 {
        format!("{:04}", first.0)
    } else {
        String::new()
    }
}

/// The person of the model.
fn person(journeys: &Journeys<'_>, id: PersonId) -> Option<Person> {
    let known = journeys.roster.get(id)?;
    Some(Person {
        name: known.name.clone(),
        role: known.title.clone(),
        country: known.stands_for().map(str::to_owned),
    })
}

/// Who goes, and who receives: in talks the one who stands for the country in which they are held.
fn sides(
    journeys: &Journeys<'_>,
    journey: &Journey,
    phrases: &[&Candidate],
) -> (Vec<PersonId>, Option<PersonId>) {
    let host = phrases.iter().find_map(|phrase| phrase.host);
    if !journey.is_talks() {
        return (journey.people.clone(), host);
    }
    let home = |id: &PersonId| {
        let home = journeys.roster.get(*id).and_then(Known::stands_for);
        home.is_some() && home == journey.country.as_deref()
    };
    let host = journey.people.iter().copied().find(home);
    let guests = journey
        .people
        .iter()
        .copied()
        .filter(|id| Some(*id) != host)
        .collect();
    (guests, host)
}

/// The most telling kind.
fn kind(phrases: &[&Candidate], talks: bool) -> Kind {
    if talks {
        return Kind::Talks;
    }
    let rank = |kind: Kind| match kind {
        Kind::StateVisit => 0,
        Kind::OfficialVisit => 1,
        Kind::WorkingVisit => 2,
        Kind::Summit => 3,
        Kind::Trip => 4,
        Kind::Visit => 5,
        Kind::Talks => 6,
    };
    phrases
        .iter()
        .map(|phrase| phrase.kind)
        .min_by_key(|&kind| rank(kind))
        .unwrap_or(Kind::Visit)
}

/// Towns and other places on the way, in the order of the text.
fn places<'a>(phrases: impl Iterator<Item = &'a Candidate>) -> Vec<Place> {
    let mut spots: Vec<_> = phrases
        .flat_map(|phrase| &phrase.spots)
        .filter(|(spot, _)| !matches!(spot.kind, PlaceKind::Country | PlaceKind::Region))
        .collect();
    spots.sort_by_key(|(_, span)| *span);
    let mut places: Vec<Place> = Vec::new();
    for (spot, _) in spots {
        if places.iter().all(|place| place.name != spot.name) {
            places.push(Place {
                name: spot.name.clone(),
                country: spot.country.map(str::to_owned),
            });
        }
    }
    places
}

/// The report: the phrase that tells most is the evidence, the others are further sentences.
fn report(
    article: &Article,
    sections: &[Section<'_>],
    phrases: &[&Candidate],
    when: &When,
    kind: Kind,
    status: dateline_model::Status,
    places: &[Place],
) -> Option<Report> {
    let main = phrases.iter().max_by_key(|phrase| weight(phrase))?;
    let mut more: Vec<Span> = phrases
        .iter()
        .map(|phrase| phrase.sentence)
        .filter(|&sentence| sentence != main.sentence)
        .collect();
    more.sort_unstable();
    more.dedup();
    let told = phrases
        .iter()
        .find(|phrase| phrase.kind == kind)
        .or(phrases.first())?;
    Some(Report {
        article: article.id.clone(),
        span: main.sentence,
        more,
        gloss: Gloss {
            who: main
                .people
                .iter()
                .map(|&(id, span)| named(sections, id, span))
                .collect(),
            place: main.spots.iter().map(|(_, span)| *span).collect(),
            when: when
                .spans
                .iter()
                .map(|&span| with_preposition(sections, span))
                .collect(),
            kind: told.kind_span.into_iter().collect(),
        },
        date: when.date,
        aspect: when.aspect,
        basis: when.basis,
        places: places.to_vec(),
        kind,
        status,
        rule: main.rule.to_owned(),
        confidence: main.confidence,
        origin: Origin::Extracted,
    })
}

/// How much a phrase tells: a date, a place, the text rather than the headline; the earlier of equals.
fn weight(phrase: &Candidate) -> (u8, std::cmp::Reverse<usize>) {
    let mut weight = 0;
    weight += u8::from(phrase.dated.is_some()) * 4;
    weight += u8::from(!phrase.spots.is_empty()) * 3;
    weight += u8::from(!phrase.people.is_empty()) * 2;
    weight += u8::from(phrase.number > 0);
    (weight, std::cmp::Reverse(phrase.number))
}

/// The words that name a person: for a pronoun the first full mention in the same part.
fn named(sections: &[Section<'_>], id: PersonId, span: Span) -> Span {
    let Some(section) = sections.iter().find(|section| section.part == span.part) else {
        return span;
    };
    let here = section
        .marks
        .iter()
        .filter(|mark| mark.what == What::Person(id))
        .map(|mark| Span::new(section.part, section.bytes(&mark.tokens)));
    let all: Vec<_> = here.collect();
    if all.contains(&span) {
        return span;
    }
    let before = all.iter().rev().find(|other| other.end <= span.start);
    before.or(all.first()).copied().unwrap_or(span)
}

/// A date with the preposition before it: "On Jan. 5".
fn with_preposition(sections: &[Section<'_>], span: Span) -> Span {
    let Some(section) = sections.iter().find(|section| section.part == span.part) else {
        return span;
    };
    let at = section
        .tokens
        .partition_point(|token| token.start < span.range().start);
    let Some(before) = at.checked_sub(1).and_then(|at| section.tokens.get(at)) else {
        return span;
    };
    if before.is_any(&[
        "on", "in", "from", "during", "between", "until", "through", "since",
    ]) {
        return Span::new(section.part, before.start..span.range().end);
    }
    span
}
