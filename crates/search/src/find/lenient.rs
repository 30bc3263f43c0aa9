//! What to do when a query finds nothing: look for similar words, then for articles with most of its words.

use std::rc::Rc;

use crate::bits::Bits;
use crate::index::Index;
use crate::note::Note;
use crate::query::{Mode, Query, Rows, Step};
use crate::text::base;

use super::similar::{Similar, reach};
use super::{Found, single};

/// The shortest word that is corrected.
const SHORTEST: usize = 4;

/// The shortest word in which two slips are forgiven where one finds nothing: two of four letters are half of the word.
const LOOSE: usize = 6;

/// A word that occurs more often is not rare.
const RARE: u32 = 5;

/// How many similar words take the place of one.
const MOST: usize = 5;

/// A similar word is suggested if it occurs so many times as often as the word itself.
const OFTENER: u32 = 10;

impl Index {
    /// Puts similar words in the place of those plain words that occur nowhere, and suggests others for rare ones.
    pub(super) fn correct(
        &self,
        query: &mut Query,
        found: &mut Vec<Rc<Found>>,
        typing: bool,
        missing: &mut Bits,
    ) {
        let most = if typing { 0 } else { RARE };
        for place in 0..found.len() {
            let term = &query.terms[place];
            let first = term.rows.rows().next().and_then(single);
            let Some((form, mode @ (Mode::Stem | Mode::Typed))) = first else {
                continue;
            };
            let occurs = found[place].hits.len() as u32;
            if term.negated || !term.near.is_empty() || occurs > most {
                continue;
            }
            let similar = self.nearest(form, mode == Mode::Typed);
            let typed = term.label.clone();
            let form_of = |similar: &Similar| base(self.forms.get(similar.form)).to_owned();
            if occurs == 0 && !similar.is_empty() {
                let used: Vec<String> = similar.iter().map(form_of).collect();
                self.replace(place, &used, query, found, missing);
                query.notes.push(Note::Corrected { typed, used });
            } else if let Some(best) = similar.first()
                && self.count(best.form) / OFTENER >= occurs
            {
                let instead = form_of(best);
                query.notes.push(Note::DidYouMean { typed, instead });
            }
        }
    }

    /// Puts the choice between some words in the place of a term. Each has a term of its own, so that each weighs by its own
    /// rarity; they are highlighted alike.
    fn replace(
        &self,
        place: usize,
        words: &[String],
        query: &mut Query,
        found: &mut Vec<Rc<Found>>,
        missing: &mut Bits,
    ) {
        let first_other = query.terms.len();
        for (number, word) in words.iter().enumerate() {
            let mut term = query.terms[place].clone();
            term.rows = Rows::default();
            term.rows.push(word, Mode::Stem);
            let own = self.recall(&term, missing);
            if number == 0 {
                (query.terms[place], found[place]) = (term, own);
            } else {
                term.alias_of = Some(place as u16);
                query.terms.push(term);
                found.push(own);
            }
        }
        let mut steps = Vec::new();
        for step in &query.steps {
            steps.push(*step);
            if *step == Step::Term(place as u16) {
                let others = first_other..query.terms.len();
                steps.extend(others.map(|other| Step::Term(other as u16)));
                steps.push(Step::Any(words.len() as u16));
            }
        }
        query.steps = steps;
    }

    /// The most similar other forms, the most frequent first. With `open`, the word may go on.
    fn nearest(&self, form: &str, open: bool) -> Vec<Similar> {
        let reach = reach(form, SHORTEST);
        let mut all = self.similar(form, reach, false);
        if all.is_empty() && open {
            all = self.similar(form, reach, true);
        } else if all.is_empty() && reach == 1 && form.chars().count() >= LOOSE {
            all = self.similar(form, 2, false);
        }
        // Whoever errs seldom errs in the first letter.
        let badness = |similar: &Similar| {
            let other = self.forms.get(similar.form);
            similar.distance * 2 + u8::from(other.chars().next() != form.chars().next())
        };
        let mut least = u8::MAX;
        let mut nearest: Vec<Similar> = Vec::new();
        for similar in all {
            let own = badness(&similar);
            // Several writings of a form stand together.
            let is_same = |last: &Similar| {
                base(self.forms.get(last.form)) == base(self.forms.get(similar.form))
            };
            if similar.distance == 0
                || own > least
                || own == least && nearest.last().is_some_and(is_same)
            {
                continue;
            }
            if own < least {
                nearest.clear();
                least = own;
            }
            nearest.push(similar);
        }
        dateline_compact::sort_by(&mut nearest, |a, b| {
            self.count(b.form).cmp(&self.count(a.form))
        });
        nearest.truncate(MOST);
        nearest
    }

    /// If no document fulfils all conditions of a query: those that fulfil most of its terms, and every other condition.
    pub(super) fn relax(&self, query: &mut Query, found: &[Rc<Found>]) -> Option<Bits> {
        let Some((Step::All(_), steps)) = query.steps.split_last() else {
            return None;
        };
        let (mut of, mut needed) = (0, Bits::all(self.len()));
        let mut counts = vec![0_u16; self.documents.len()];
        for (documents, is_text) in self.decide(steps, query, found) {
            if is_text {
                of += 1;
                documents.iter().for_each(|n| counts[n as usize] += 1);
            } else {
                needed.intersect(&documents);
            }
        }
        let most = needed.iter().map(|n| counts[n as usize]).max()?;
        if most == 0 || most == of {
            return None;
        }
        let mut documents = Bits::none(self.len());
        for document in needed.iter() {
            if counts[document as usize] == most {
                documents.insert(document);
            }
        }
        query.notes.push(Note::Fewer { of, most });
        Some(documents)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::aliases::Aliases;
    use crate::find::Answer;
    use crate::index::{Builder, Document};

    fn index(texts: &[&str]) -> Index {
        let mut builder = Builder::new(&["kind"], Aliases::default());
        for text in texts {
            builder.push(&Document {
                text,
                language: "en",
                ..Document::default()
            });
            builder.push_value(0, "summit");
        }
        builder.finish()
    }

    fn found(answer: &Answer) -> Vec<u32> {
        answer.documents.iter().collect()
    }

    const TEXTS: [&str; 4] = [
        "Nakasone met Reagan in Washington",
        "Reagan spoke in Washington",
        "Seoul has a silver tower",
        "talks in Seoul, talks in Tokyo, talks, talks, talks, talks, talks, talks, talks, talks. A tolks",
    ];

    #[test]
    fn a_word_that_occurs_nowhere_is_corrected_and_the_note_says_so() {
        let index = index(&TEXTS);
        for typed in ["nakasonne", "Nakasne", "ankasone", "nakaosne", "nskasonr"] {
            let answer = index.search(typed, false, true);
            assert_eq!(found(&answer), [0], "{typed}");
            let used = vec!["nakasone".to_owned()];
            let typed = typed.to_owned();
            assert_eq!(answer.notes(), [Note::Corrected { typed, used }]);
            let marks = index.marks(&answer, 0, "", TEXTS[0]);
            assert_eq!(marks.len(), 1);
        }
    }

    #[test]
    fn an_error_that_is_made_twice_is_corrected_twice() {
        let index = index(&["finger", "finer"]);
        assert_eq!(found(&index.search("figer figer", false, true)), [0, 1]);
        assert_eq!(
            found(&index.search("figer OR (figer -finer)", false, true)),
            [0, 1]
        );
    }

    #[test]
    fn the_beginning_of_a_word_is_corrected_while_somebody_types() {
        let answer = index(&TEXTS).search("washimg", true, true);
        assert_eq!(found(&answer), [0, 1]);
    }

    #[test]
    fn what_is_quoted_or_strict_or_known_is_not_corrected() {
        let index = index(&TEXTS);
        assert_eq!(found(&index.search("\"nakasonne\"", false, true)), []);
        assert_eq!(found(&index.search("nakasonne", false, false)), []);
        assert_eq!(found(&index.search("-nakasonne", false, true)).len(), 4);
        let answer = index.search("reagan", false, true);
        assert_eq!((found(&answer), answer.notes()), (vec![0, 1], &[][..]));
    }

    #[test]
    fn a_rare_word_beside_a_frequent_one_is_only_asked_about() {
        let answer = index(&TEXTS).search("tolks", false, true);
        assert_eq!(found(&answer), [3]);
        let (typed, instead) = ("tolks".to_owned(), "talks".to_owned());
        assert_eq!(answer.notes(), [Note::DidYouMean { typed, instead }]);
    }

    #[test]
    fn where_no_document_has_all_words_those_with_most_are_found() {
        let index = index(&TEXTS);
        let answer = index.search("reagan silver washington", false, true);
        assert_eq!(found(&answer), [0, 1]);
        assert_eq!(answer.notes(), [Note::Fewer { of: 3, most: 2 }]);
        assert_eq!(found(&index.search("silver tokyo", false, true)), [2, 3]);
        assert_eq!(found(&index.search("silver tokyo", false, false)), []);
    }

    #[test]
    fn other_conditions_are_not_relaxed() {
        let index = index(&TEXTS);
        assert_eq!(
            found(&index.search("silver tokyo -tower", false, true)),
            [3]
        );
        assert_eq!(
            found(&index.search("silver tokyo kind:summit", false, true)),
            [2, 3]
        );
        assert_eq!(
            found(&index.search("silver tokyo kind:trip", false, true)),
            []
        );
        assert_eq!(found(&index.search("absent nowhere", false, true)), []);
    }

    proptest! {
        #[test]
        fn what_is_found_strictly_is_found_leniently(
            texts in prop::collection::vec("([a-c]{3,6} ){1,6}", 1..5),
            query in "(-?[a-c]{3,6}~? ){1,3}",
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let index = index(&texts);
            let (strict, lenient) = (index.search(&query, false, false), index.search(&query, false, true));
            if !strict.documents.is_empty() {
                prop_assert_eq!(found(&strict), found(&lenient));
            }
        }
    }
}
