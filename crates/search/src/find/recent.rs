//! What was found for the terms searched for last: while somebody types, all words but the last one stay.

use std::cell::RefCell;
use std::rc::Rc;

use crate::bits::Bits;
use crate::index::Index;
use crate::query::Term;

use super::Found;

/// How many terms are kept: as many as somebody types who searches for a long headline, and some of its last word's beginnings.
const TERMS: usize = 32;

/// How many occurrences are kept, all terms together: eight megabytes of them. The newest term always is.
const HITS: usize = 1 << 20;

/// The terms that were searched for last, the newest behind. Only those all of whose blocks were there: blocks are never taken
/// away, so what was found then is found again.
#[derive(Debug, Default)]
pub(crate) struct Recent(RefCell<Vec<(Term, Rc<Found>)>>);

impl Recent {
    /// What was found for a term.
    fn get(&self, term: &Term) -> Option<Rc<Found>> {
        let mut all = self.0.borrow_mut();
        let place = all.iter().position(|(known, _)| is_same(known, term))?;
        let known = all.remove(place);
        let found = Rc::clone(&known.1);
        all.push(known);
        Some(found)
    }

    fn push(&self, term: &Term, found: &Rc<Found>) {
        let mut all = self.0.borrow_mut();
        all.push((term.clone(), Rc::clone(found)));
        let mut hits = 0;
        let kept = |(_, found): &&(Term, Rc<Found>)| {
            hits += found.hits.len() + found.exact.len();
            hits <= HITS
        };
        let kept = all.iter().rev().take(TERMS).take_while(kept).count().max(1);
        let dropped = all.len() - kept;
        all.drain(..dropped);
    }
}

impl Index {
    /// Where a term occurs, as [`Index::find`] says, or as it said lately.
    pub(super) fn recall(&self, term: &Term, missing: &mut Bits) -> Rc<Found> {
        if let Some(found) = self.recent.get(term) {
            return found;
        }
        let mut own = Bits::none(missing.len());
        let found = Rc::new(self.find(term, &mut own));
        if own.is_empty() {
            self.recent.push(term, &found);
        }
        missing.unite(&own);
        found
    }
}

/// Whether two terms look for the same, whatever they are called.
fn is_same(one: &Term, other: &Term) -> bool {
    one.rows == other.rows
        && one.except == other.except
        && one.near == other.near
        && (one.distance, one.headline) == (other.distance, other.headline)
}
