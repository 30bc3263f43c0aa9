//! Turns journeys into visits of the model.

use std::collections::HashMap;

use dateline_model::{
    Article, Day, Edtf, Host, Kind, Origin, Person, Place, Report, Span, Visit, VisitId,
};

use super::dates::{self, When};
use super::gloss::Words;
use super::journey::{Journey, Journeys};
use crate::events::Candidate;
use crate::names::{Known, PersonId, PlaceKind};

/// What all visits of an article are built with.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its words, for glosses.
    pub words: Words<'a>,
    /// The day of the article.
    pub published: Option<Day>,
    /// How often each id was given.
    pub ids: HashMap<VisitId, u32>,
}

/// One visit for each journey, in the same order.
pub(super) fn build(draft: &mut Draft<'_>, journeys: &Journeys<'_>) -> Vec<Visit> {
    let mut visits = Vec::with_capacity(journeys.all.len());
    for (at, journey) in journeys.all.iter().enumerate() {
        let mut visit = one(draft, journeys, at, journey);
        visit.id = unique(&mut draft.ids, visit.id);
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

fn one(draft: &Draft<'_>, journeys: &Journeys<'_>, at: usize, journey: &Journey) -> Visit {
    let phrases: Vec<_> = journeys.phrases(journey).collect();
    let when = dates::date(journeys, at);
    let talks = journeys
        .all
        .iter()
        .filter(|other| other.part_of == Some(at) && other.country == journey.country);
    let inside = talks.flat_map(|other| journeys.phrases(other));
    let (visitors, receiver) = sides(journeys, journey, &phrases);
    let visitors: Vec<_> = visitors
        .iter()
        .filter_map(|&id| person(journeys, id))
        .collect();
    let id = visit_id(&visitors, journey.country.as_deref(), when.date);
    let mut visit = Visit {
        id: if journey.is_talks() {
            VisitId(format!("{id}.talks"))
        } else {
            id
        },
        visitors,
        host: host(journeys, journey, receiver),
        places: places(phrases.iter().copied().chain(inside)),
        date: when.date,
        aspect: when.aspect,
        kind: kind(&phrases, journey.is_talks()),
        status: dates::status(journeys, journey, when.date, draft.published),
        part_of: None,
        reports: Vec::new(),
        checked: None,
        recorded: None,
    };
    visit.reports.extend(report(draft, &phrases, &visit, &when));
    visit
}

/// Where to, and who receives.
fn host(journeys: &Journeys<'_>, journey: &Journey, receiver: Option<PersonId>) -> Option<Host> {
    Some(Host {
        country: Some(journey.country.clone()?),
        person: receiver.and_then(|id| Some(journeys.roster.get(id)?.name.clone())),
    })
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
fn report(draft: &Draft<'_>, phrases: &[&Candidate], visit: &Visit, when: &When) -> Option<Report> {
    let main = phrases.iter().max_by_key(|phrase| weight(phrase))?;
    let told = phrases
        .iter()
        .find(|phrase| phrase.kind == visit.kind)
        .or(phrases.first())?;
    let sentences = phrases.iter().map(|phrase| phrase.sentence);
    let mut more: Vec<Span> = sentences
        .filter(|&sentence| sentence != main.sentence)
        .collect();
    more.sort_unstable();
    more.dedup();
    Some(Report {
        article: draft.article.id.clone(),
        span: main.sentence,
        more,
        gloss: draft.words.gloss(main, when, told.kind_span),
        date: visit.date,
        aspect: visit.aspect,
        basis: when.basis,
        places: visit.places.clone(),
        kind: visit.kind,
        status: visit.status,
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
