//! The date and status of a visit out of all that the article says of it.

use dateline_model::{Aspect, Basis, Day, Edtf, Form, Precision, Span, Status};

use super::journey::{Journey, Journeys};
use crate::events::{Candidate, Topic, with_days};
use crate::names::Gazetteer;

/// When a visit was, as the article says.
#[derive(Clone, Debug, Default)]
pub(super) struct When {
    /// The date.
    pub date: Option<Edtf>,
    /// What it is the date of.
    pub aspect: Aspect,
    /// How it was come by.
    pub basis: Option<Basis>,
    /// The words.
    pub spans: Vec<Span>,
}

/// The date of a journey: the sharpest that is said of it, from its first to its last day where both are said; a visit
/// without a date takes that of talks in it, or some day of the tour that it belongs to.
pub(super) fn date(journeys: &Journeys<'_>, at: usize) -> When {
    let Some(journey) = journeys.all.get(at) else {
        return When::default();
    };
    let own = own_dates(journeys, journey);
    let mut when = sharpest(&own);
    let lasting = last_out(&mut when, journeys, journey);
    let one_day = when
        .date
        .is_none_or(|date| is_days(date) && !is_range(date));
    let whole = lasting || own.iter().any(|phrase| is_whole_range(phrase));
    if one_day || journey.topic == Topic::Visit && !whole {
        extend(&mut when, &own, &inside(journeys, at, journey));
    }
    if when.date.is_none() && journey.topic == Topic::Visit {
        when = of_tour(journeys, journey);
    }
    last_out(&mut when, journeys, journey);
    when
}

/// Makes a range of a first or last day, where the text says how many days it is; says whether it does.
fn last_out(when: &mut When, journeys: &Journeys<'_>, journey: &Journey) -> bool {
    let days = journeys.phrases(journey).find_map(|phrase| phrase.days);
    let range = when
        .date
        .zip(days)
        .and_then(|(date, days)| with_days(date, when.aspect, days));
    if range.is_some() {
        when.date = range;
        when.aspect = Aspect::Whole;
    }
    range.is_some()
}

/// The dated phrases of a journey. The date of a whole tour gives way to that of this leg.
fn own_dates<'a>(journeys: &Journeys<'a>, journey: &Journey) -> Vec<&'a Candidate> {
    let mut own: Vec<_> = journeys
        .phrases(journey)
        .filter(|phrase| phrase.dated.is_some())
        .collect();
    if own.iter().any(|phrase| !phrase.shared && has_days(phrase)) {
        own.retain(|phrase| !phrase.shared);
    }
    own
}

/// The phrases of talks inside a journey that give days.
fn inside<'a>(journeys: &Journeys<'a>, at: usize, journey: &Journey) -> Vec<&'a Candidate> {
    let talks = journeys
        .all
        .iter()
        .filter(|other| other.part_of == Some(at) && other.country == journey.country);
    talks
        .flat_map(|other| journeys.phrases(other))
        .filter(|phrase| has_days(phrase))
        .collect()
}

fn has_days(phrase: &Candidate) -> bool {
    phrase.dated.is_some_and(|dated| is_days(dated.date))
}

/// A country of a tour through a region: some day of the tour.
fn of_tour(journeys: &Journeys<'_>, journey: &Journey) -> When {
    let lies_in = |region: &Journey| match (&journey.country, &region.country) {
        (Some(country), Some(region)) => Gazetteer::get().lies_in(country, region),
        _ => false,
    };
    let same = |region: &Journey| {
        region
            .people
            .iter()
            .any(|person| journey.people.contains(person))
    };
    let planned = |journey: &Journey| {
        journeys
            .phrases(journey)
            .any(|phrase| phrase.status == Some(Status::Planned))
    };
    let mut tours = journeys
        .all
        .iter()
        .filter(|region| lies_in(region) && same(region) && planned(region) == planned(journey));
    let (Some(tour), None) = (tours.next(), tours.next()) else {
        return When::default();
    };
    let Some(dated) = journeys
        .phrases(tour)
        .find_map(|phrase| phrase.dated.filter(|dated| is_range(dated.date)))
    else {
        return When::default();
    };
    When {
        date: Edtf::one_of(Edtf::day(dated.date.first), Edtf::day(dated.date.last)),
        aspect: Aspect::Whole,
        basis: Some(Basis::WorkedOut),
        spans: vec![dated.span],
    }
}

/// The sharpest date, and of equally sharp ones the first; the body's before the headline's.
fn sharpest(phrases: &[&Candidate]) -> When {
    let best = phrases.iter().min_by_key(|phrase| {
        let date = phrase.dated.map(|dated| dated.date);
        (
            date.map_or(9, coarseness),
            phrase.number == 0,
            phrase.number,
        )
    });
    best.map_or_else(When::default, |phrase| said(phrase))
}

fn said(phrase: &Candidate) -> When {
    When {
        date: phrase.dated.map(|dated| dated.date),
        aspect: phrase.aspect,
        basis: phrase.dated.and_then(|dated| dated.basis),
        spans: phrase.dated.iter().map(|dated| dated.span).collect(),
    }
}

/// 0 for a range of days, 1 for a day, then months, seasons, years.
fn coarseness(date: Edtf) -> u8 {
    match date.form {
        Form::Interval(Precision::Day, Precision::Day) => 0,
        Form::Single(Precision::Day) | Form::OpenEnd(Precision::Day) => 1,
        Form::OneOf(Precision::Day, Precision::Day) if date.last.0 - date.first.0 < 28 => 2,
        Form::Single(Precision::Month) | Form::Interval(Precision::Month, _) => 3,
        Form::Single(Precision::Season) => 4,
        _ => 5,
    }
}

fn is_days(date: Edtf) -> bool {
    coarseness(date) <= 1
}

fn is_range(date: Edtf) -> bool {
    coarseness(date) == 0
}

/// Whether a phrase gives the whole visit from its first to its last day.
fn is_whole_range(phrase: &Candidate) -> bool {
    phrase.aspect == Aspect::Whole
        && phrase.dated.is_some_and(|dated| is_range(dated.date))
        && phrase.rule != "attend-event"
}

/// Stretches a date over all days that are said of the visit and of talks in it.
fn extend(when: &mut When, own: &[&Candidate], inside: &[&Candidate]) {
    let days: Vec<_> = own
        .iter()
        .chain(inside)
        .filter(|phrase| has_days(phrase))
        .collect();
    let first = days
        .iter()
        .min_by_key(|phrase| phrase.dated.map(|dated| dated.date.first));
    let last = days
        .iter()
        .max_by_key(|phrase| phrase.dated.map(|dated| dated.date.last));
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    let (Some(from), Some(to)) = (first.dated, last.dated) else {
        return;
    };
    // Nothing said of the visit itself is a day: one of its talks' days is one on which it was under way.
    if when.date.is_none_or(|date| !is_days(date)) {
        *when = said(first);
        when.aspect = Aspect::UnderWay;
    }
    let whole = Edtf::interval(Edtf::day(from.date.first), Edtf::day(to.date.last));
    if whole == when.date || from.date.first == to.date.last {
        return;
    }
    when.date = whole;
    when.aspect = spanned(first.aspect, last.aspect);
    when.basis = from.basis.max(to.basis);
    when.spans = vec![from.span, to.span];
    when.spans.sort_unstable();
    when.spans.dedup();
}

/// What a range is the date of, out of what its first and last day are: a visit is told whole from its start to its end,
/// or where its parts are ranges of their own.
fn spanned(first: Aspect, last: Aspect) -> Aspect {
    match (first, last) {
        (Aspect::Start, Aspect::End)
        | (Aspect::Whole | Aspect::End, Aspect::Whole | Aspect::Start) => Aspect::Whole,
        _ => Aspect::UnderWay,
    }
}

/// Whether it took place: called off or put off if any phrase says so; a report of it, unless its date lies ahead; else
/// what the first phrase says.
pub(super) fn status(
    journeys: &Journeys<'_>,
    journey: &Journey,
    date: Option<Edtf>,
    published: Option<Day>,
) -> Status {
    let said: Vec<_> = journeys
        .phrases(journey)
        .filter(|phrase| {
            phrase.topic == journey.topic
                || phrase
                    .status
                    .is_some_and(|status| status > Status::Proposed)
        })
        .filter_map(|phrase| phrase.status)
        .collect();
    let ahead = matches!((date, published), (Some(date), Some(day)) if date.first > day);
    if let Some(off) = said
        .iter()
        .copied()
        .filter(|&status| status > Status::Proposed)
        .max()
    {
        return off;
    }
    if !ahead && said.contains(&Status::Reported) {
        return Status::Reported;
    }
    let mut mentions = journeys.phrases(journey).filter_map(|phrase| phrase.status);
    match said.first().copied().or_else(|| mentions.next()) {
        Some(Status::Reported) if ahead => Status::Planned,
        Some(status) => status,
        None if ahead => Status::Planned,
        None => Status::Reported,
    }
}
