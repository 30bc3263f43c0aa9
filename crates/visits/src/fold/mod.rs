//! Puts together what an article says of the same journey: one visit per visitor, host country and time.

mod attach;
mod build;
mod dates;
mod gloss;
mod journey;
mod talks;
mod trim;

use std::collections::HashMap;

use dateline_model::{Article, Visit};

use crate::events::{Candidate, Findings, Topic};
use crate::names::{Roster, Section};
use crate::reading::{Explanation, Outcome};
use build::Draft;
pub use build::visit_id;
use gloss::Words;
pub(crate) use journey::are_close;
use journey::{Journey, Journeys};

/// Phrases are put together within so many of an article: more than any article has. It keeps the work linear in texts
/// that are made to be hostile.
const WINDOW: usize = 512;

/// The visits of an article with the explanation of every phrase.
pub(crate) fn fold(
    article: &Article,
    roster: &Roster,
    sections: &[Section<'_>],
    findings: Findings,
) -> (Vec<Visit>, Vec<Explanation>) {
    let mut draft = Draft {
        article,
        words: Words::of(sections),
        published: article.published.map(|date| date.last),
        ids: HashMap::new(),
    };
    let mut visits = Vec::new();
    let mut explanations = Vec::new();
    for candidates in findings.candidates.chunks(WINDOW) {
        let journeys = journeys(candidates, roster);
        let mut built = build::build(&mut draft, &journeys);
        explanations.extend(explain(candidates, &journeys, &built));
        visits.append(&mut built);
    }
    explanations.extend(findings.refused.into_iter().map(|refused| Explanation {
        sentence: refused.sentence,
        trigger: refused.trigger,
        rule: refused.rule,
        outcome: Outcome::Refused(refused.reason),
    }));
    explanations.sort_by_key(|explanation| (explanation.trigger, explanation.rule));
    (visits, explanations)
}

/// The journeys that phrases speak of.
fn journeys<'a>(candidates: &'a [Candidate], roster: &'a Roster) -> Journeys<'a> {
    let mut journeys = Journeys::new(candidates, roster);
    for (at, candidate) in candidates.iter().enumerate() {
        if candidate.topic == Topic::Visit {
            journeys.join(at);
        }
    }
    attach::mentions(&mut journeys);
    trim::trim(&mut journeys);
    talks::join(&mut journeys);
    talks::mentions(&mut journeys);
    journeys
}

/// What became of each candidate.
fn explain(
    candidates: &[Candidate],
    journeys: &Journeys<'_>,
    visits: &[Visit],
) -> Vec<Explanation> {
    candidates
        .iter()
        .enumerate()
        .map(|(at, candidate)| {
            let visit = journeys.of(at).and_then(|journey| visits.get(journey));
            Explanation {
                sentence: candidate.sentence,
                trigger: candidate.trigger,
                rule: candidate.rule,
                outcome: visit.map_or(Outcome::Refused(journeys.reason(at)), |visit| {
                    Outcome::Taken(visit.id.clone())
                }),
            }
        })
        .collect()
}

impl Journey {
    /// Whether the journey is of talks.
    fn is_talks(&self) -> bool {
        self.topic == Topic::Talks
    }
}
