//! Lists of occurrences: where rows of words stand, and what stands near what.

use std::borrow::Cow;

use crate::bits::Bits;
use crate::index::Index;
use crate::query::{Mode, Rows, Term, words};
use crate::text::base;

use super::{Found, single};

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
    /// Where a term occurs. Blocks that this takes and that are not there are added to `missing`; what was found is then
    /// nothing to go by.
    pub(super) fn find(&self, term: &Term, missing: &mut Bits) -> Found {
        let mut found = Found {
            hits: self.rows(&term.rows, missing),
            ..Found::default()
        };
        if !term.except.is_empty() {
            found.hits = outside(&found.hits, &self.rows(&term.except, missing));
        }
        if !term.near.is_empty() {
            found.hits = self.near(&found.hits, &self.rows(&term.near, missing), term.distance);
        } else if let Some((form, mode)) = term.rows.rows().next().and_then(single)
            && mode.is_wide()
        {
            self.word(form, Mode::Exact, missing, &mut found.exact);
        }
        if term.headline {
            self.keep_headlines(&mut found.hits);
            self.keep_headlines(&mut found.exact);
        }
        if found.exact.len() == found.hits.len() {
            found.exact.clear();
        }
        found.documents = self.documents_of(&found.hits);
        found.exact_documents = self.documents_of(&found.exact);
        found
    }

    /// Where any of these rows stands.
    fn rows(&self, rows: &Rows, missing: &mut Bits) -> Vec<Hit> {
        let mut all = Vec::new();
        for (number, row) in rows.rows().enumerate() {
            let hits = self.row(row, missing);
            all = if number == 0 {
                hits
            } else {
                merge(&all, &hits)
            };
        }
        all
    }

    /// Where a row of words stands, in order.
    fn row(&self, row: &str, missing: &mut Bits) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (number, (form, mode)) in words(row).enumerate() {
            // What is missing is asked for at once, not word by word.
            if number > 0 && hits.is_empty() && missing.is_empty() {
                break;
            }
            let mut next = Vec::new();
            self.word(form, mode, missing, &mut next);
            hits = if number == 0 {
                next
            } else {
                follow(hits, &next)
            };
        }
        in_order(&mut hits);
        hits
    }

    /// Appends where a word stands, in order.
    fn word(&self, form: &str, mode: Mode, missing: &mut Bits, into: &mut Vec<Hit>) {
        let mut forms = Vec::new();
        let mut total = 0;
        self.expand(form, mode, &mut |form, stemmed_only| {
            total += self.count(form);
            forms.push((form, stemmed_only));
            if let Some(block) = self.missing_block(form) {
                missing.insert(block);
            }
        });
        if total < FEW || forms.len() == 1 {
            into.reserve(total as usize);
            for (form, stemmed_only) in forms {
                self.form(form, stemmed_only, into);
            }
            in_order(into);
            return;
        }
        let mut set = Bits::none(self.positions());
        for (form, stemmed_only) in forms {
            if length(self.forms.get(form)) == 1 {
                let starts = self.starts(form, stemmed_only);
                starts.iter().for_each(|start| set.insert(*start));
            } else {
                self.form(form, stemmed_only, into);
            }
        }
        let mut of_one = Vec::with_capacity(set.count() as usize);
        of_one.extend(set.iter().map(|start| Hit {
            start,
            end: start + 1,
        }));
        in_order(into);
        *into = if into.is_empty() {
            of_one
        } else {
            merge(&of_one, into)
        };
    }

    /// Appends each place where a form stands, or only those in stemmed documents.
    fn form(&self, form: u32, stemmed_only: bool, into: &mut Vec<Hit>) {
        let length = length(self.forms.get(form));
        let starts = self.starts(form, stemmed_only);
        into.extend(starts.iter().map(|&start| Hit {
            start,
            end: start + length,
        }));
    }

    /// The positions where a form begins, or only those in stemmed documents.
    fn starts(&self, form: u32, stemmed_only: bool) -> Cow<'_, [u32]> {
        let mut starts = Cow::Borrowed(self.postings(form));
        if stemmed_only {
            let mut document = 0;
            starts.to_mut().retain(|start| {
                document = self.document_at(*start, document);
                self.stemmed_documents.contains(document)
            });
        }
        starts
    }

    /// The hits of both sides that stand near one of the other side, within the headline or within the text of a document.
    fn near(&self, left: &[Hit], right: &[Hit], distance: u32) -> Vec<Hit> {
        let some = self.near_any(left, right, distance);
        merge(&some, &self.near_any(right, left, distance))
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
        let layout = self.layout(document);
        second < layout.end && (first < layout.text) == (second < layout.text)
    }

    fn keep_headlines(&self, hits: &mut Vec<Hit>) {
        let mut document = 0;
        hits.retain(|hit| {
            document = self.document_at(hit.start, document);
            hit.start < self.layout(document).text
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
    if hits.is_sorted_by_key(|hit| key(*hit)) {
        return;
    }
    let number = |(first, second)| u64::from(first) << 32 | u64::from(second);
    let mut numbers: Vec<u64> = hits.iter().map(|hit| number(key(*hit))).collect();
    dateline_compact::sort_numbers(&mut numbers);
    for (hit, number) in hits.iter_mut().zip(numbers) {
        *hit = back((number >> 32) as u32, number as u32);
    }
}

/// The hits that are no part of one of the others. Both lists are in order.
fn outside(hits: &[Hit], others: &[Hit]) -> Vec<Hit> {
    let mut others = others.iter().peekable();
    let mut kept = Vec::new();
    for hit in hits {
        while others.next_if(|other| other.end < hit.end).is_some() {}
        if others.peek().is_none_or(|other| other.start > hit.start) {
            kept.push(*hit);
        }
    }
    kept
}

/// Two lists in order as one, without repeats.
pub(super) fn merge(mut left: &[Hit], mut right: &[Hit]) -> Vec<Hit> {
    let mut all = Vec::with_capacity(left.len() + right.len());
    while let (Some((a, rest_left)), Some((b, rest_right))) =
        (left.split_first(), right.split_first())
    {
        all.push(*a.min(b));
        if a <= b {
            left = rest_left;
        }
        if b <= a {
            right = rest_right;
        }
    }
    all.extend_from_slice(left);
    all.extend_from_slice(right);
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
