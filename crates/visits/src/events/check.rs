//! What speaks against a visit, whatever rule has read it: calls, tales, habits, journeys at home.

use std::ops::Range;

use dateline_model::Kind;

use super::context::{Context, Understood};
use crate::dates::TimexType;
use crate::grammar::is_determiner;
use crate::names::PersonId;
use crate::wordlist::{Class, is};

impl Context<'_> {
    /// What speaks against any visit in the phrase.
    pub(super) fn check(&self, understood: &Understood) -> Result<(), &'static str> {
        if understood.people.is_empty() {
            return Err("nobody is named");
        }
        let official = |&(person, _): &(PersonId, usize)| {
            self.view
                .roster
                .get(person)
                .is_some_and(crate::names::Known::is_official)
        };
        let formal = matches!(
            understood.kind,
            Kind::StateVisit | Kind::OfficialVisit | Kind::WorkingVisit
        );
        if !formal && !understood.people.iter().any(official) {
            return Err("the visitor holds no office");
        }
        if self.is_remote(&understood.phrase) {
            return Err("nobody travelled: a call or a meeting on a screen");
        }
        if self.is_tale(understood.phrase.start) {
            return Err("what a tale tells");
        }
        if self.is_habit(&understood.phrase) {
            return Err("a habit, not one visit");
        }
        if self.view.units.last().is_some_and(|last| last.lower == "?") {
            return Err("a question");
        }
        if self.is_domestic(understood) {
            return Err("a journey at home");
        }
        Ok(())
    }

    /// Whether words of calls and screens stand beside the phrase.
    pub fn is_remote(&self, phrase: &Range<usize>) -> bool {
        let breaks = |at: &usize| matches!(self.view.lower(*at), "," | ";" | "." | "and" | "but");
        let from = (phrase.start.saturating_sub(6)..phrase.start)
            .rev()
            .find(breaks);
        let to = (phrase.end..phrase.end + 8).find(breaks);
        let range = from.unwrap_or(phrase.start.saturating_sub(6))..to.unwrap_or(phrase.end + 8);
        let off = |at: usize| matches!(self.view.lower(at + 1), "off" | "for" | "on" | "upon");
        range
            .into_iter()
            .any(|at| crate::grammar::is_remote(self.view.lower(at)) && !off(at))
    }

    /// Whether the sentence tells what happens in a novel or film: "In the film, …", "The novel follows …".
    fn is_tale(&self, before: usize) -> bool {
        (self.view.body..before.min(self.view.body + 6))
            .any(|at| is(self.view.lower(at), Class::Tale) && is_determiner(self.view.before(at)))
    }

    /// Whether the phrase tells of something done again and again.
    fn is_habit(&self, phrase: &Range<usize>) -> bool {
        let from = phrase.start.saturating_sub(3);
        let often = |at: usize| {
            self.view
                .time(at)
                .is_some_and(|time| time.kind == TimexType::Set)
        };
        (phrase.start..phrase.end + 4).any(often)
            || self.view.any(from..phrase.end, |word| {
                matches!(
                    word,
                    "often"
                        | "regularly"
                        | "frequently"
                        | "usually"
                        | "always"
                        | "rarely"
                        | "repeatedly"
                        | "sometimes"
                )
            })
    }

    /// Whether people of unknown origin go where the outlet is at home, and hold no office that foreigners come with.
    fn is_domestic(&self, understood: &Understood) -> bool {
        let local = |&(person, _): &(PersonId, usize)| {
            self.view
                .roster
                .get(person)
                .is_none_or(|known| known.stands_for().is_none() && !known.may_be_foreign())
        };
        let host = understood
            .host
            .and_then(|host| self.view.roster.get(host)?.stands_for());
        let home = host.or(self.home);
        home.is_some()
            && understood.people.iter().all(local)
            && !understood.legs.is_empty()
            && home.is_some_and(|home| understood.legs.iter().all(|leg| leg.spot.may_be_in(home)))
    }
}
