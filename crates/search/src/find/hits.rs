//! Lists of occurrences: where rows of words stand, and what stands near what.

use crate::bits::Bits;
use crate::index::Index;
use crate::query::{Row, Term, Wanted, Word};
use crate::text::base;

use super::Found;

/// An occurrence: the positions `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// First position.
    pub start: u32,
    /// One past the last position.
    pub end: u32,
}

/// Fewer postings than this are sorted; more are put in order by a set of all positions.
const FEW: u32 = 4096;

impl Index {
    /// Where a term occurs.
    pub(super) fn find(&self, term: &Term) -> Found {
        let mut hits = match &term.wanted {
            Wanted::Rows(rows) => self.rows(rows),
            Wanted::Near {
                left,
                right,
                distance,
            } => self.near(&self.rows(left), &self.rows(right), *distance),
        };
        let mut exact = match &term.wanted {
            Wanted::Rows(rows) => self.exact(rows),
            Wanted::Near { .. } => Vec::new(),
        };
        if term.headline {
            self.keep_headlines(&mut hits);
            self.keep_headlines(&mut exact);
        }
        let documents = self.documents_of(&hits).count();
        Found {
            hits,
            exact,
            documents,
        }
    }

    /// Where any of these rows stands.
    fn rows(&self, rows: &[Row]) -> Vec<Hit> {
        let mut all: Vec<Hit> = Vec::new();
        for row in rows {
            let hits = self.row(row);
            if all.is_empty() {
                all = hits;
            } else {
                all.extend(hits);
                in_order(&mut all);
            }
        }
        all
    }

    /// Where the words stand as they are, if other forms are looked for too.
    fn exact(&self, rows: &[Row]) -> Vec<Hit> {
        let mut forms = Vec::new();
        for row in rows {
            if let [word] = row.as_slice()
                && word.mode.is_wide()
            {
                forms.extend(self.forms.with_marks(&word.form).map(|form| (form, false)));
            }
        }
        self.forms_hits(&forms)
    }

    /// Where a row of words stands.
    fn row(&self, row: &[Word]) -> Vec<Hit> {
        let Some((first, rest)) = row.split_first() else {
            return Vec::new();
        };
        let mut hits = self.word(first);
        for word in rest {
            if hits.is_empty() {
                break;
            }
            hits = follow(hits, &self.word(word));
        }
        in_order(&mut hits);
        hits
    }

    fn word(&self, word: &Word) -> Vec<Hit> {
        self.forms_hits(&self.expand(word))
    }

    /// Where any of these forms stands. A form with the flag counts only in documents whose words are stemmed.
    fn forms_hits(&self, forms: &[(u32, bool)]) -> Vec<Hit> {
        let total: u32 = forms.iter().map(|(form, _)| self.count(*form)).sum();
        let (mut hits, mut many) = (Vec::new(), None);
        if total >= FEW && forms.len() > 1 {
            many = Some(Bits::none(self.positions()));
        } else {
            hits.reserve(total as usize);
        }
        let all_stemmed = self.stemmed_documents.count() == self.len();
        for (form, stemmed_only) in forms {
            let length = length(self.forms.get(*form));
            let mut document = 0;
            let mut keep = |position: u32| {
                if !stemmed_only || all_stemmed {
                    return true;
                }
                document = self.document_at(position, document);
                self.stemmed_documents.contains(document)
            };
            for start in self.postings(*form) {
                if !keep(start) {
                    continue;
                }
                match &mut many {
                    Some(set) if length == 1 => set.insert(start),
                    _ => hits.push(Hit {
                        start,
                        end: start + length,
                    }),
                }
            }
        }
        if let Some(set) = many {
            let words = set.iter().map(|start| Hit {
                start,
                end: start + 1,
            });
            in_order(&mut hits);
            return merge(words, hits, set.count());
        }
        if forms.len() > 1 {
            in_order(&mut hits);
        }
        hits
    }

    /// The hits of both sides that stand near one of the other side, within the headline or within the text of a document.
    fn near(&self, left: &[Hit], right: &[Hit], distance: u32) -> Vec<Hit> {
        let mut hits = self.near_any(left, right, distance);
        hits.extend(self.near_any(right, left, distance));
        in_order(&mut hits);
        hits
    }

    /// The hits that stand near one of the others.
    fn near_any(&self, hits: &[Hit], others: &[Hit], distance: u32) -> Vec<Hit> {
        // Those that end earliest come first here: the nearest before a hit is the last that ends before it begins.
        let mut by_end = others.to_vec();
        sort_by_end(&mut by_end);
        let (mut before, mut after) = (0, 0);
        let is_near = |from: Hit, to: Hit| {
            to.start - from.end < distance && self.same_part(from.start, to.start)
        };
        let mut near = Vec::new();
        for hit in hits {
            while by_end
                .get(before)
                .is_some_and(|other| other.end <= hit.start)
            {
                before += 1;
            }
            while others.get(after).is_some_and(|other| other.start < hit.end) {
                after += 1;
            }
            // Ends are not quite sorted: a long hit may end after the next one.
            while after > 0 && others[after - 1].start >= hit.end {
                after -= 1;
            }
            let earlier = before.checked_sub(1).map(|at| by_end[at]);
            let later = others.get(after).copied();
            if earlier.is_some_and(|other| is_near(other, *hit))
                || later.is_some_and(|other| is_near(*hit, other))
            {
                near.push(*hit);
            }
        }
        near
    }

    /// Whether two positions, the first of them lower, belong to the same headline or the same text.
    fn same_part(&self, first: u32, second: u32) -> bool {
        let document = self.document_at(first, 0);
        let layout = self.documents.get(document as usize);
        layout.is_some_and(|layout| {
            second < layout.end && (first < layout.text) == (second < layout.text)
        })
    }

    fn keep_headlines(&self, hits: &mut Vec<Hit>) {
        let mut document = 0;
        hits.retain(|hit| {
            document = self.document_at(hit.start, document);
            let layout = self.documents.get(document as usize);
            layout.is_some_and(|layout| hit.start < layout.text)
        });
    }
}

/// How many positions a form covers: its mark says so.
fn length(form: &str) -> u32 {
    match form.as_bytes().last() {
        Some(mark @ 2..=8) if base(form).len() < form.len() => u32::from(*mark),
        _ => 1,
    }
}

fn in_order(hits: &mut Vec<Hit>) {
    sort_by_number(
        hits,
        |hit| (hit.start, hit.end),
        |start, end| Hit { start, end },
    );
    hits.dedup();
}

fn sort_by_end(hits: &mut [Hit]) {
    sort_by_number(
        hits,
        |hit| (hit.end, hit.start),
        |end, start| Hit { start, end },
    );
}

/// Sorts by two numbers as one, so that there is one sort in the wasm for every order; `back` undoes `key`.
fn sort_by_number(hits: &mut [Hit], key: fn(Hit) -> (u32, u32), back: fn(u32, u32) -> Hit) {
    let number = |(first, second)| u64::from(first) << 32 | u64::from(second);
    let mut numbers: Vec<u64> = hits.iter().map(|hit| number(key(*hit))).collect();
    dateline_compact::sort_numbers(&mut numbers);
    for (hit, number) in hits.iter_mut().zip(numbers) {
        *hit = back((number >> 32) as u32, number as u32);
    }
}

/// Two lists in order as one.
fn merge(words: impl Iterator<Item = Hit>, longer: Vec<Hit>, count: u32) -> Vec<Hit> {
    let mut all = Vec::with_capacity(count as usize + longer.len());
    let mut longer = longer.into_iter().peekable();
    for word in words {
        while let Some(hit) = longer.next_if(|hit| *hit < word) {
            all.push(hit);
        }
        all.push(word);
    }
    all.extend(longer);
    all
}

/// The hits of the first list, each with one of the second that follows at once.
fn follow(mut first: Vec<Hit>, second: &[Hit]) -> Vec<Hit> {
    sort_by_end(&mut first);
    let mut found = Vec::new();
    let mut at = 0;
    for hit in first {
        while second.get(at).is_some_and(|next| next.start < hit.end) {
            at += 1;
        }
        let next = second[at..].iter().take_while(|next| next.start == hit.end);
        found.extend(next.map(|next| Hit {
            start: hit.start,
            end: next.end,
        }));
    }
    found
}
