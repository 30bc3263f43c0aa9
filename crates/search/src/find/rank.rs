//! Ranking: BM25F over headline, lead and body, and a bonus for terms that stand close together.
//!
//! BM25F: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), §3.6: the occurrences
//! of a term are weighted by field and by the field's length first, and saturate once, over all fields together.
//! Scores are made of additions, multiplications and divisions of `f32` alone, so every machine computes the same ones.

use std::borrow::Cow;

use crate::bits::Bits;
use crate::index::{Index, Layout};

use super::best::least;
use super::hits::merge;
use super::{Answer, Found, Hit};

/// How soon further occurrences stop to count.
const K1: f32 = 1.2;
/// What an occurrence counts in the headline, the lead and the body.
const WEIGHTS: [f32; 3] = [5.0, 2.0, 1.0];
/// How much the length of each field counts.
const LENGTHS: [f32; 3] = [0.4, 0.6, 0.75];
/// What two neighbours in the query count where they are neighbours in the document, in units of their mean weight: more
/// than saturated occurrences of both further apart.
const NEIGHBOURS: f32 = 7.0;

/// What two neighbours are worth at least: frequent words side by side are rarer than each, and whoever types a headline types
/// many of them.
const LEAST: f32 = 1.0;

/// How much more a document counts of which the query has the whole headline.
const WHOLE_HEADLINE: f32 = 1.25;

/// How much more neighbours count in the headline.
const IN_HEADLINE: f32 = 1.5;

impl Index {
    /// The best of some documents of an answer in order: best first, and among equals the lower number. No others are put in
    /// order.
    #[must_use]
    pub fn rank(&self, answer: &Answer, documents: &Bits, most: usize) -> Vec<u32> {
        if answer.query.terms.is_empty() {
            return documents.iter().take(most).collect();
        }
        self.by_score(answer, documents, most)
    }

    /// The same for an answer that has terms. Not inlined, so that a page can load it when somebody searches.
    #[inline(never)]
    fn by_score(&self, answer: &Answer, documents: &Bits, most: usize) -> Vec<u32> {
        let scores = self.scores(answer, documents);
        // The bits of positive floats are ordered as their values; so one number holds both keys.
        let key = |n: u32| u64::from(!scores[n as usize].to_bits()) << 32 | u64::from(n);
        least(documents.iter().map(key), most)
            .into_iter()
            .map(|key| key as u32)
            .collect()
    }

    /// The score of each document of a set; 0 for any other.
    #[must_use]
    pub fn scores(&self, answer: &Answer, documents: &Bits) -> Vec<f32> {
        let mut scores = vec![0.0; self.documents.len()];
        // How many words of each headline are found.
        let mut covered = vec![0.0; self.documents.len()];
        let averages = self.average_lengths();
        // The last term that has a name, with its other names; and those before it.
        let mut last: Cow<'_, [Hit]> = Cow::default();
        let mut named: Vec<usize> = Vec::new();
        let weight_of = |place: usize| rarity(answer.found[place].documents.count(), self.len());
        for (place, term) in answer.query.terms.iter().enumerate() {
            let found = &answer.found[place];
            if term.negated {
                continue;
            }
            self.add(
                found,
                weight_of(place),
                averages,
                documents,
                &mut scores,
                &mut covered,
            );
            let first = term.alias_of.map(usize::from);
            let until = named.iter().position(|other| Some(*other) == first);
            let before = named[..until.unwrap_or(named.len())].last();
            if let Some(before) = before {
                let hits = if first.is_some() {
                    answer.found[*before].hits.as_slice()
                } else {
                    &last
                };
                let worth = (weight_of(place) + weight_of(*before)) / 2.0;
                let bonus = NEIGHBOURS * worth.max(LEAST);
                self.add_closeness(hits, &found.hits, bonus, documents, &mut scores);
            }
            if first.is_some() {
                last = Cow::Owned(merge(&last, &found.hits));
            } else {
                last = Cow::Borrowed(&found.hits);
                named.push(place);
            }
        }
        for (at, layout) in self.documents.iter().enumerate() {
            // The position behind the headline stays free.
            let length = (layout.text - layout.headline) as f32 - 1.0;
            if covered[at] >= length && covered[at] > 0.0 {
                scores[at] *= WHOLE_HEADLINE;
            }
        }
        scores
    }

    /// Adds a term's BM25F score to each document. Where the word itself occurs, it weighs by its own rarity.
    fn add(
        &self,
        found: &Found,
        weight: f32,
        averages: [f32; 3],
        documents: &Bits,
        scores: &mut [f32],
        covered: &mut [f32],
    ) {
        let exact = &found.exact_documents;
        let exact_weight = rarity(exact.count(), self.len());
        self.each_document(&found.hits, documents, &mut |document, layout, hits| {
            let mut counts = [0.0_f32; 3];
            let mut last = None;
            for hit in hits {
                // Two forms at one position are one occurrence.
                if last != Some(hit.start) {
                    counts[field(layout, hit.start)] += 1.0;
                }
                last = Some(hit.start);
            }
            covered[document] += counts[0];
            let lengths = field_lengths(layout);
            let mut occurrences = 0.0;
            for field in 0..3 {
                let length = lengths[field] / averages[field];
                let scale = 1.0 - LENGTHS[field] + LENGTHS[field] * length;
                occurrences += WEIGHTS[field] * counts[field] / scale;
            }
            let is_exact = exact.contains(document as u32);
            let weight = if is_exact { exact_weight } else { weight };
            scores[document] += weight * occurrences * (K1 + 1.0) / (K1 + occurrences);
        });
    }

    /// Adds to each document what the closest occurrences of two terms are worth: the whole bonus where the second follows
    /// the first at once, less with the square of the distance, half as much in the other order.
    fn add_closeness(
        &self,
        first: &[Hit],
        second: &[Hit],
        bonus: f32,
        documents: &Bits,
        scores: &mut [f32],
    ) {
        let mut at = 0;
        self.each_document(first, documents, &mut |document, layout, hits| {
            let mut best: f32 = 0.0;
            for hit in hits {
                while second.get(at).is_some_and(|other| other.start < hit.end) {
                    at += 1;
                }
                if let Some(next) = second.get(at).filter(|next| next.start < layout.end) {
                    let worth = closeness(next.start - hit.end);
                    let in_headline = next.start < layout.text;
                    best = best.max(if in_headline {
                        IN_HEADLINE * worth
                    } else {
                        worth
                    });
                }
                let earlier = at.checked_sub(1).map(|at| second[at]);
                if let Some(last) =
                    earlier.filter(|last| last.start >= layout.headline && last.end <= hit.start)
                {
                    best = best.max(0.5 * closeness(hit.start - last.end));
                }
            }
            scores[document] += bonus * best;
        });
    }

    /// Calls a function with each document of a set that has hits, and with these.
    fn each_document(
        &self,
        hits: &[Hit],
        documents: &Bits,
        call: &mut dyn FnMut(usize, &Layout, &[Hit]),
    ) {
        let mut rest = hits;
        for document in documents.iter() {
            let layout = self.layout(document);
            rest = &rest[starting_before(rest, layout.headline)..];
            let (own, others) = rest.split_at(starting_before(rest, layout.end));
            if !own.is_empty() {
                call(document as usize, &layout, own);
            }
            rest = others;
        }
    }

    /// The mean number of positions in headline, lead and body, at least 1.
    fn average_lengths(&self) -> [f32; 3] {
        let mut sums = [0.0_f32; 3];
        for layout in &self.documents {
            for (sum, length) in sums.iter_mut().zip(field_lengths(layout)) {
                *sum += length;
            }
        }
        sums.map(|sum| (sum / self.documents.len().max(1) as f32).max(1.0))
    }
}

/// How many hits at the beginning of a list start before a position. Logarithmic in their number.
fn starting_before(hits: &[Hit], position: u32) -> usize {
    let mut reach = 1;
    while hits.get(reach).is_some_and(|hit| hit.start < position) {
        reach *= 2;
    }
    let near = &hits[..hits.len().min(reach)];
    near.partition_point(|hit| hit.start < position)
}

/// The field that a position belongs to.
fn field(layout: &Layout, position: u32) -> usize {
    usize::from(position >= layout.text) + usize::from(position >= layout.body)
}

fn field_lengths(layout: &Layout) -> [f32; 3] {
    let length = |start: u32, end: u32| end.saturating_sub(start) as f32;
    [
        length(layout.headline, layout.text),
        length(layout.text, layout.body),
        length(layout.body, layout.end),
    ]
}

/// What two terms with so many words between them are worth, from 0 to 1.
fn closeness(between: u32) -> f32 {
    let distance = (between + 1) as f32;
    1.0 / (distance * distance)
}

/// What a term of so many documents is worth: the logarithm to the base 2 of one plus the odds against it.
fn rarity(documents: u32, all: u32) -> f32 {
    let (documents, all) = (documents as f32, all as f32);
    log2(1.0 + (all - documents + 0.5) / (documents + 0.5))
}

/// The logarithm to the base 2 of a number from 1 on: exact for powers of two, a straight line between them. The one of the
/// standard library is not the same on every machine.
fn log2(n: f32) -> f32 {
    let bits = n.to_bits();
    let exponent = (bits >> 23) as i32 - 127;
    let mantissa = f32::from_bits(bits & 0x7f_ffff | 127 << 23) - 1.0;
    exponent as f32 + mantissa
}

#[cfg(test)]
mod tests {
    use crate::aliases::Aliases;
    use crate::index::{Builder, Document};

    use super::*;

    /// The order in which texts, each a headline and its text, come for a query.
    fn order(texts: &[(&str, &str)], query: &str) -> Vec<u32> {
        let mut builder = Builder::new(&[], Aliases::default());
        for (headline, text) in texts {
            builder.push(&Document {
                headline,
                text,
                language: "en",
                ..Document::default()
            });
        }
        let index = builder.finish();
        let answer = index.search(query, false, false);
        index.rank(&answer, &answer.documents, usize::MAX)
    }

    #[test]
    fn a_word_in_the_headline_comes_before_the_same_word_in_the_text() {
        assert_eq!(
            order(
                &[("other", "trade and more"), ("trade", "other and more")],
                "trade"
            ),
            [1, 0]
        );
    }

    #[test]
    fn the_first_paragraph_comes_before_the_rest() {
        let texts = [
            ("a", "one two\n\ntrade three"),
            ("a", "one trade\n\ntwo three"),
        ];
        assert_eq!(order(&texts, "trade"), [1, 0]);
    }

    #[test]
    fn neighbours_come_before_words_far_apart_however_many() {
        let scattered = "interest in this and that and the other rates ".repeat(9);
        let neighbours = format!(
            "{} interest rates {}",
            "word ".repeat(200),
            "word ".repeat(200)
        );
        let texts = [
            ("interest and more rates", scattered.as_str()),
            ("other", &neighbours),
        ];
        assert_eq!(order(&texts, "interest rates"), [1, 0]);
    }

    #[test]
    fn neighbours_in_the_order_of_the_query_come_first() {
        assert_eq!(
            order(
                &[("a", "rates interest"), ("a", "interest rates")],
                "interest rates"
            ),
            [1, 0]
        );
    }

    #[test]
    fn the_word_itself_comes_before_its_other_forms() {
        assert_eq!(
            order(&[("a", "they visited"), ("a", "the visit")], "visit"),
            [1, 0]
        );
        assert_eq!(
            order(&[("a", "the visit"), ("a", "they visited")], "visited"),
            [1, 0]
        );
    }

    #[test]
    fn a_whole_headline_comes_before_a_longer_one() {
        let texts = [
            (
                "remarks on trade in general",
                "remarks on trade, remarks on trade",
            ),
            ("remarks on trade", "other words"),
        ];
        assert_eq!(order(&texts, "remarks on trade"), [1, 0]);
    }

    #[test]
    fn a_rare_word_weighs_more_than_a_common_one() {
        let texts = [
            ("a", "common"),
            ("a", "common"),
            ("a", "common"),
            ("a", "rare"),
        ];
        assert_eq!(order(&texts, "common OR rare"), [3, 0, 1, 2]);
    }

    #[test]
    fn without_a_query_the_numbers_are_the_order() {
        assert_eq!(order(&[("a", "b"), ("c", "d"), ("e", "f")], ""), [0, 1, 2]);
    }

    #[test]
    fn the_logarithm_is_exact_for_powers_of_two_and_rises() {
        for power in 0..20_u8 {
            let n = f32::from(u16::MAX).min(2_f32.powi(i32::from(power)));
            if n < 65_535.0 {
                assert!((log2(n) - f32::from(power)).abs() < 1e-6);
            }
        }
        let values: Vec<f32> = (100..400_u16).map(|n| log2(f32::from(n) / 100.0)).collect();
        assert!(values.is_sorted());
    }
}
