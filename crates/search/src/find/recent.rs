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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::aliases::Aliases;
    use crate::find::hits::Hit;
    use crate::index::Builder;
    use crate::query::parse;

    fn index(text: &str) -> Index {
        let mut builder = Builder::new(&[], Aliases::default());
        builder.push(&Document {
            headline: "",
            text,
            language: "en",
            days: None,
        });
        builder.finish()
    }

    fn term(word: &str) -> Term {
        parse(word, false, &[], &Aliases::default()).terms.remove(0)
    }

    fn recall(index: &Index, word: &str) -> Rc<Found> {
        index.recall(&term(word), &mut Bits::none(index.block_count()))
    }

    #[test]
    fn a_term_is_looked_for_once() {
        let index = index("The president visited Chile.");
        let first = recall(&index, "visited");
        assert_eq!(first.documents.count(), 1);
        let other = recall(&index, "chile");
        assert!(Rc::ptr_eq(&first, &recall(&index, "visited")));
        assert!(Rc::ptr_eq(&other, &recall(&index, "chile")));
        assert!(!Rc::ptr_eq(&first, &recall(&index, "headline:visited")));
    }

    #[test]
    fn a_term_whose_blocks_are_missing_is_looked_for_again() {
        let whole = index("The president visited Chile.");
        let index = Index::unpack(&whole.pack(), &[], Aliases::default()).unwrap();
        assert!(recall(&index, "visited").hits.is_empty());
        for (block, bytes) in (0..).zip(whole.blocks()) {
            assert!(index.put(block, bytes));
        }
        assert_eq!(*recall(&index, "visited"), *recall(&whole, "visited"));
    }

    #[test]
    fn the_terms_used_last_are_kept() {
        let index = index("word");
        let words: Vec<String> = (0..TERMS).map(|at| format!("word{at}")).collect();
        let all: Vec<Rc<Found>> = words.iter().map(|word| recall(&index, word)).collect();
        // Used again, the first is no longer the oldest.
        assert!(Rc::ptr_eq(&all[0], &recall(&index, &words[0])));
        recall(&index, "another");
        assert_eq!(index.recent.0.borrow().len(), TERMS);
        assert!(Rc::ptr_eq(&all[0], &recall(&index, &words[0])));
        assert!(index.recent.get(&term(&words[1])).is_none());
        assert!(index.recent.get(&term(&words[2])).is_some());
    }

    #[test]
    fn wide_terms_make_room_for_each_other() {
        let recent = Recent::default();
        let wide = |hits: usize| {
            Rc::new(Found {
                hits: vec![Hit { start: 0, end: 1 }; hits],
                ..Found::default()
            })
        };
        recent.push(&term("one"), &wide(HITS / 2));
        recent.push(&term("two"), &wide(HITS / 2));
        assert!(recent.get(&term("one")).is_some());
        recent.push(&term("three"), &wide(1));
        assert!(recent.get(&term("two")).is_none());
        assert!(recent.get(&term("one")).is_some());
        recent.push(&term("four"), &wide(HITS + 1));
        assert!(recent.get(&term("four")).is_some(), "the newest always is");
        assert_eq!(recent.0.borrow().len(), 1);
    }
}
