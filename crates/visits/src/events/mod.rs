//! Visits and talks: the rules, and what becomes of their findings.

mod attending;
mod candidate;
mod check;
mod context;
mod hosting;
mod inviting;
mod kind;
mod length;
mod nominal;
mod rules;
mod staying;
mod taking;
mod talks;
mod verbal;
mod when;

use std::ops::Range;

use dateline_model::Article;

pub(crate) use candidate::{Candidate, Refused, Topic};
use context::Context;
pub(crate) use length::with_days;
pub use rules::RULES;

use crate::grammar::{Discourse, Verb, View, is_be, verb};
use crate::names::{Mark, Roster, Section};

/// Everything that the rules find in an article, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// What speaks of visits.
    pub candidates: Vec<Candidate>,
    /// What does not, and why.
    pub refused: Vec<Refused>,
}

/// Runs the rules over all sentences.
pub(crate) fn find(article: &Article, sections: &[Section<'_>], roster: &Roster) -> Findings {
    let mut findings = Findings::default();
    let Some(headline) = sections.first() else {
        return findings;
    };
    let mut discourse = Discourse::new(article, roster, headline);
    let mut number = 0;
    for section in sections {
        let mut marks = section.marks.as_slice();
        for sentence in &section.sentences {
            let here = take_marks(&mut marks, sentence);
            let mut view = View::new(section, roster, sentence.clone(), here);
            discourse.enter(&mut view);
            read(article, &view, &discourse, number, &mut findings);
            discourse.pass(&view);
            number += 1;
        }
    }
    findings
}

/// Splits off the marks of a sentence; the rest stay for the next.
fn take_marks<'a>(marks: &mut &'a [Mark], sentence: &Range<usize>) -> &'a [Mark] {
    let before = marks.partition_point(|mark| mark.tokens.start < sentence.start);
    let end = marks.partition_point(|mark| mark.tokens.start < sentence.end);
    let here = marks.get(before..end).unwrap_or_default();
    *marks = marks.get(end..).unwrap_or_default();
    here
}

/// Runs the rules over one sentence.
fn read(
    article: &Article,
    view: &View<'_>,
    discourse: &Discourse,
    number: usize,
    findings: &mut Findings,
) {
    let mut context = Context {
        view,
        discourse,
        published: article.published.map(|date| date.last),
        home: discourse.home,
        number,
        found: Vec::new(),
        refused: Vec::new(),
    };
    for at in 0..view.units.len() {
        let word = view.lower(at);
        if word.is_empty() {
            continue;
        }
        if nominal::is_noun(word) {
            nominal::read(&mut context, at);
        }
        if talks::is_noun(word) {
            talks::read_noun(&mut context, at);
        }
        if let Some((verb, form)) = verb(word) {
            verbal::read(&mut context, at, verb, form);
            match verb {
                Verb::Host => hosting::host(&mut context, at, form),
                Verb::Invite => inviting::invite(&mut context, at, form),
                _ => {}
            }
            talks::read(&mut context, at, verb, form);
        } else if is_be(word) {
            staying::be_in(&mut context, at);
        } else if word == "," {
            staying::apposed(&mut context, at);
        }
    }
    findings.candidates.append(&mut context.found);
    findings.refused.append(&mut context.refused);
}
