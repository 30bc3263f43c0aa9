//! What every rule is given, and where it puts what it finds.

use std::ops::Range;

use dateline_model::{Aspect, Day, Kind, Span, Status};

use super::candidate::{Candidate, Dated, Refused, Topic};
use super::length::until;
use super::when;
use crate::grammar::{Discourse, Group, Leg, Legs, Subject, View, inherited};
use crate::names::{Gazetteer, PersonId, PlaceKind, Spot};

/// One sentence with all that the rules need, and their findings.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    /// The sentence.
    pub view: &'a View<'a>,
    /// Who is being talked about.
    pub discourse: &'a Discourse,
    /// The day of the article.
    pub published: Option<Day>,
    /// The country that the outlet is at home in.
    pub home: Option<&'static str>,
    /// The number of the sentence in the article.
    pub number: usize,
    /// What speaks of visits.
    pub found: Vec<Candidate>,
    /// What does not.
    pub refused: Vec<Refused>,
}

/// What a rule has understood of a phrase.
#[derive(Clone, Debug)]
pub(crate) struct Understood {
    /// The rule.
    pub rule: &'static str,
    /// The unit that set it off.
    pub trigger: usize,
    /// The first and last unit of the phrase: dates are sought beside it.
    pub phrase: Range<usize>,
    /// Who goes, with the units that name them.
    pub people: Vec<(PersonId, usize)>,
    /// Who receives.
    pub host: Option<PersonId>,
    /// Where to.
    pub legs: Vec<Leg>,
    /// A date inside the phrase ("his August 2021 visit").
    pub own_time: Option<usize>,
    /// How many days the phrase gives it ("three-day").
    pub days: Option<u32>,
    /// What its date is the date of.
    pub aspect: Aspect,
    /// The kind with the units that give it.
    pub kind: Kind,
    /// The units that give the kind.
    pub kind_units: Range<usize>,
    /// Whether it took place, where the words say so.
    pub status: Option<Status>,
    /// Whether the verb stands in the present: "leaves on Saturday".
    pub present: bool,
    /// Whether the verb says that it is done: its date does not lie ahead.
    pub past: bool,
    /// Whether it is spoken of as over.
    pub over: bool,
    /// How sure the rule is.
    pub confidence: u8,
}

impl Understood {
    /// A visit of these people to these places and nothing more: the other fields as they mostly are.
    pub fn of(
        rule: &'static str,
        trigger: usize,
        phrase: Range<usize>,
        people: Vec<(PersonId, usize)>,
        legs: Vec<Leg>,
    ) -> Self {
        Self {
            rule,
            trigger,
            phrase,
            people,
            host: None,
            legs,
            own_time: None,
            days: None,
            aspect: Aspect::Whole,
            kind: Kind::Visit,
            kind_units: trigger..trigger + 1,
            status: None,
            present: false,
            past: false,
            over: false,
            confidence: 80,
        }
    }
}

impl<'a> Context<'a> {
    /// Notes why a phrase speaks of no visit.
    pub fn refuse(&mut self, rule: &'static str, trigger: usize, reason: &'static str) {
        self.refused.push(Refused {
            rule,
            sentence: self.view.sentence_span(),
            trigger: self.view.span(trigger..trigger + 1),
            reason,
        });
    }

    /// Takes what a rule has understood, or notes why it is nothing.
    pub fn conclude(
        &mut self,
        rule: &'static str,
        trigger: usize,
        result: Result<Understood, &'static str>,
    ) {
        match result {
            Ok(understood) => self.take(&understood),
            Err(reason) => self.refuse(rule, trigger, reason),
        }
    }

    /// The status of a verb group, looked up at the verb before it where it has none of its own.
    pub fn status(&self, group: &Group) -> Option<Status> {
        group.status.or_else(|| inherited(self.view, group.start))
    }

    /// The people of a subject, or the reason why there are none.
    pub fn people(subject: Subject) -> Result<Vec<(PersonId, usize)>, &'static str> {
        match subject {
            Subject::People(people) => Ok(people),
            Subject::Nation(_) => Err("the subject is a country"),
            Subject::Nobody(reason) => Err(reason),
        }
    }

    /// Takes what a rule has understood: one candidate for each country that is gone to.
    pub fn take(&mut self, understood: &Understood) {
        if let Err(reason) = self.check(understood) {
            self.refuse(understood.rule, understood.trigger, reason);
            return;
        }
        let mut taken = false;
        for (country, legs) in by_country(&understood.legs) {
            let away = Understood {
                people: self.away(understood, country.as_deref()),
                ..understood.clone()
            };
            if away.people.is_empty() {
                continue;
            }
            taken = true;
            let candidate = self.candidate(&away, country, &legs);
            self.found.push(candidate);
        }
        if !taken {
            self.refuse(
                understood.rule,
                understood.trigger,
                "the visitor is at home there",
            );
        }
    }

    /// Those who do not stand for the country in question. Unknown origins are nobody's home.
    fn away(&self, understood: &Understood, country: Option<&str>) -> Vec<(PersonId, usize)> {
        let here = |leg: &&Leg| label(&leg.spot).as_deref() == country;
        let is_home = |home: &str| {
            Some(home) == country
                || Gazetteer::get().belongs_to(home) == country && country.is_some()
                || understood
                    .legs
                    .iter()
                    .filter(here)
                    .any(|leg| leg.spot.may_be_in(home))
        };
        let home = |person: PersonId| {
            self.view
                .roster
                .get(person)
                .and_then(crate::names::Known::stands_for)
        };
        let (at_home, away): (Vec<_>, Vec<_>) = understood
            .people
            .iter()
            .copied()
            .partition(|&(person, _)| home(person).is_some_and(is_home));
        // Who goes along with somebody at home is at home as well, unless another country is given.
        let known = |&(person, _): &(PersonId, usize)| at_home.is_empty() || home(person).is_some();
        away.into_iter().filter(known).collect()
    }

    /// The candidate for one country.
    fn candidate(
        &self,
        understood: &Understood,
        country: Option<String>,
        legs: &[&Leg],
    ) -> Candidate {
        let view = self.view;
        let time = legs.iter().find_map(|leg| leg.time);
        let choice = when::choose(view, understood, time, self.published);
        let aspect = choice
            .as_ref()
            .map_or(understood.aspect, |choice| choice.aspect(understood.aspect));
        let shared = understood
            .legs
            .iter()
            .any(|leg| leg.time == time && label(&leg.spot) != country);
        // "on a tour of Greece, Romania and Finland, met on Tuesday": the day is that of one of them, which is not said.
        let first = understood.legs.first().and_then(|leg| label(&leg.spot)) == country;
        let begins = aspect == Aspect::Start && first;
        let dated = choice.map(|choice| choice.dated).filter(|dated| {
            if shared && self.is_of_last(understood, dated) {
                return understood.legs.last().and_then(|leg| label(&leg.spot)) == country;
            }
            !(shared && dated.date.is_day() && aspect != Aspect::Whole && !begins)
        });
        let aspect = match &dated {
            Some(dated) if !dated.date.is_day() => Aspect::Whole,
            _ => aspect,
        };
        Candidate {
            rule: understood.rule,
            topic: Topic::Visit,
            sentence: view.sentence_span(),
            number: self.number,
            trigger: view.span(understood.trigger..understood.trigger + 1),
            people: self.spans(&understood.people),
            host: understood.host,
            country,
            spots: legs
                .iter()
                .map(|leg| (leg.spot.clone(), view.span(leg.unit..leg.unit + 1)))
                .collect(),
            status: match aspect {
                // What ends tomorrow is under way.
                Aspect::End | Aspect::UnderWay if understood.status.is_some() => understood.status,
                _ => self.settle(understood.status, dated.as_ref()),
            },
            days: understood
                .days
                .or_else(|| {
                    let first = dated.filter(|_| aspect == Aspect::Start)?.date;
                    until(view, understood.phrase.end, first.first)
                })
                .filter(|_| !shared),
            dated,
            shared,
            aspect,
            kind: understood.kind,
            kind_span: (!understood.kind_units.is_empty())
                .then(|| view.span(understood.kind_units.clone())),
            over: understood.over,
            confidence: understood.confidence,
        }
    }

    /// "visiting A and then B, where he will meet NAME on Thursday": whether the date is that of the last country alone.
    fn is_of_last(&self, understood: &Understood, dated: &Dated) -> bool {
        let end = understood.phrase.end;
        let clause = (end..end + 3).find(|&at| self.view.lower(at) == "where");
        clause.is_some_and(|at| self.view.span(at..at + 1).start < dated.span.start)
    }

    /// People with the words that name them.
    pub fn spans(&self, people: &[(PersonId, usize)]) -> Vec<(PersonId, Span)> {
        people
            .iter()
            .map(|&(person, unit)| (person, self.view.span(unit..unit + 1)))
            .collect()
    }

    /// A report of what lies ahead is a plan.
    pub fn settle(&self, status: Option<Status>, dated: Option<&Dated>) -> Option<Status> {
        let ahead =
            matches!((dated, self.published), (Some(dated), Some(day)) if dated.date.first > day);
        match status {
            Some(Status::Reported) | None if ahead => Some(Status::Planned),
            other => other,
        }
    }

    /// A mention of a visit that was spoken of before.
    pub fn mention(
        &mut self,
        rule: &'static str,
        trigger: usize,
        people: &[(PersonId, usize)],
        legs: &Legs,
        topic: Topic,
    ) {
        let country = legs.legs.first().and_then(|leg| label(&leg.spot));
        let candidate = Candidate {
            rule,
            topic,
            sentence: self.view.sentence_span(),
            number: self.number,
            trigger: self.view.span(trigger..trigger + 1),
            people: self.spans(people),
            host: None,
            country,
            spots: legs
                .legs
                .iter()
                .map(|leg| (leg.spot.clone(), self.view.span(leg.unit..leg.unit + 1)))
                .collect(),
            dated: None,
            days: None,
            shared: false,
            aspect: Aspect::Whole,
            kind: Kind::Visit,
            kind_span: None,
            status: None,
            over: false,
            confidence: 50,
        };
        self.found.push(candidate);
    }
}

/// The country or region that a place stands for.
pub(crate) fn label(spot: &Spot) -> Option<String> {
    match spot.country {
        Some(country) => Some(country.to_owned()),
        None if spot.kind == PlaceKind::Region => Some(spot.name.clone()),
        None => None,
    }
}

/// The places of a journey by country, in the order of the text.
fn by_country(legs: &[Leg]) -> Vec<(Option<String>, Vec<&Leg>)> {
    let mut countries: Vec<(Option<String>, Vec<&Leg>)> = Vec::new();
    for leg in legs {
        let country = label(&leg.spot);
        match countries.iter_mut().find(|(known, _)| *known == country) {
            Some((_, legs)) => legs.push(leg),
            None => countries.push((country, vec![leg])),
        }
    }
    countries
}
