//! Journeys: the phrases of one article that speak of the same visit.

use dateline_model::{Edtf, Form, Precision, Status};

use crate::events::{Candidate, Topic};
use crate::names::{PersonId, Roster};

/// One visit, or talks, with the phrases that speak of it.
#[derive(Clone, Debug)]
pub(super) struct Journey {
    /// Visit or talks.
    pub topic: Topic,
    /// Who goes or talks, in the order of the text.
    pub people: Vec<PersonId>,
    /// The country or region.
    pub country: Option<String>,
    /// The phrases, by number.
    pub phrases: Vec<usize>,
    /// The visit that talks belong to.
    pub part_of: Option<usize>,
}

/// The journeys of an article.
#[derive(Debug)]
pub(super) struct Journeys<'a> {
    /// All phrases.
    pub candidates: &'a [Candidate],
    /// The people.
    pub roster: &'a Roster,
    /// The journeys, visits first.
    pub all: Vec<Journey>,
    /// For each phrase the journey that it belongs to.
    of: Vec<Option<usize>>,
    /// For each phrase that belongs to none, why.
    reasons: Vec<&'static str>,
}

impl<'a> Journeys<'a> {
    /// No journeys yet.
    pub fn new(candidates: &'a [Candidate], roster: &'a Roster) -> Self {
        Self {
            candidates,
            roster,
            all: Vec::new(),
            of: vec![None; candidates.len()],
            reasons: vec!["no visit that it could belong to"; candidates.len()],
        }
    }

    /// The journey of a phrase.
    pub fn of(&self, phrase: usize) -> Option<usize> {
        self.of.get(phrase).copied().flatten()
    }

    /// Why a phrase belongs to no journey.
    pub fn reason(&self, phrase: usize) -> &'static str {
        self.reasons.get(phrase).copied().unwrap_or_default()
    }

    /// Notes why a phrase belongs to no journey.
    pub fn refuse(&mut self, phrase: usize, reason: &'static str) {
        if let Some(slot) = self.reasons.get_mut(phrase) {
            *slot = reason;
        }
    }

    /// Adds a phrase to a journey.
    pub fn attach(&mut self, phrase: usize, journey: usize) {
        if let Some(slot) = self.of.get_mut(phrase) {
            *slot = Some(journey);
        }
        if let Some(journey) = self.all.get_mut(journey)
            && !journey.phrases.contains(&phrase)
        {
            journey.phrases.push(phrase);
        }
    }

    /// Puts a phrase about a visit into the journey that it fits, or begins a new one.
    pub fn join(&mut self, phrase: usize) {
        let Some(candidate) = self.candidates.get(phrase) else {
            return;
        };
        let fitting = (0..self.all.len())
            .rev()
            .find(|&at| self.fits(at, candidate));
        let journey = fitting.unwrap_or_else(|| {
            self.begin(Journey {
                topic: candidate.topic,
                people: Vec::new(),
                country: candidate.country.clone(),
                phrases: Vec::new(),
                part_of: None,
            })
        });
        self.attach(phrase, journey);
        if let Some(journey) = self.all.get_mut(journey) {
            for &(person, _) in &candidate.people {
                if !journey.people.contains(&person) {
                    journey.people.push(person);
                }
            }
        }
    }

    /// Takes a journey out; its phrases belong to none then. To be called before talks are parts of journeys.
    pub fn remove(&mut self, at: usize, reason: &'static str) {
        self.all.remove(at);
        for (of, why) in self.of.iter_mut().zip(&mut self.reasons) {
            match *of {
                Some(journey) if journey == at => {
                    *of = None;
                    *why = reason;
                }
                Some(journey) if journey > at => *of = Some(journey - 1),
                _ => {}
            }
        }
    }

    /// Adds a journey.
    pub fn begin(&mut self, journey: Journey) -> usize {
        self.all.push(journey);
        self.all.len() - 1
    }

    /// Whether a phrase may speak of a journey: a common visitor, the same country, dates that agree.
    fn fits(&self, at: usize, candidate: &Candidate) -> bool {
        let Some(journey) = self.all.get(at) else {
            return false;
        };
        journey.topic == candidate.topic
            && journey.country == candidate.country
            && shares(&journey.people, candidate)
            && self.dates_agree(journey, candidate)
    }

    /// Whether the date of a phrase agrees with those of a journey; no date agrees with any.
    pub fn dates_agree(&self, journey: &Journey, candidate: &Candidate) -> bool {
        let Some(dated) = candidate.dated else {
            return !is_past_beside_plan(self, journey, candidate);
        };
        self.phrases(journey)
            .filter_map(|phrase| phrase.dated)
            .all(|other| are_close(other.date, dated.date))
    }

    /// The phrases of a journey.
    pub fn phrases(&self, journey: &Journey) -> impl Iterator<Item = &'a Candidate> {
        let candidates = self.candidates;
        journey
            .phrases
            .iter()
            .filter_map(move |&phrase| candidates.get(phrase))
            .collect::<Vec<_>>()
            .into_iter()
    }
}

/// An undated report of the past and a plan are two journeys, unless the phrase comes from a headline.
fn is_past_beside_plan(journeys: &Journeys<'_>, journey: &Journey, candidate: &Candidate) -> bool {
    let said: Vec<_> = journeys
        .phrases(journey)
        .filter_map(|phrase| phrase.status)
        .collect();
    let ahead = said.contains(&Status::Planned) && !said.contains(&Status::Reported);
    ahead && candidate.status == Some(Status::Reported) && candidate.number > 0
}

/// Whether a phrase names one of these people.
pub(super) fn shares(people: &[PersonId], candidate: &Candidate) -> bool {
    candidate
        .people
        .iter()
        .any(|(person, _)| people.contains(person))
}

/// Days of one journey lie no further apart than this.
const LONGEST_STAY: i32 = 7;

/// Whether two dates can be those of one journey: they overlap, or both are days within a week.
pub(crate) fn are_close(a: Edtf, b: Edtf) -> bool {
    let of_days = |date: Edtf| {
        matches!(
            date.form,
            Form::Single(Precision::Day) | Form::Interval(Precision::Day, Precision::Day)
        )
    };
    a.overlaps(b)
        || of_days(a)
            && of_days(b)
            && a.first.0 - b.last.0 <= LONGEST_STAY
            && b.first.0 - a.last.0 <= LONGEST_STAY
}
