//! One filter, two results.

use std::cmp::Reverse;
use std::rc::Rc;

use dateline_model::{Day, Edtf};
use dateline_search::{Bits, Sort};

use crate::facts::Facts;
use crate::{Choice, Chosen, Collection, Facet, FacetValue, Filter, PerFacet, Selection};

impl Collection {
    /// Answers a filter.
    ///
    /// *Articles* match the query, have in every facet one of the values that are included and none of those that are
    /// excluded, and report, if there is a range, a visit or talks that happened in it. *Visits* have evidence in one of these
    /// articles, and themselves have the persons, places and kinds that are chosen and happened in the range.
    #[must_use]
    pub fn select(&self, filter: &Filter) -> Selection {
        let answer = self.index.search(&filter.query, filter.typing);
        let range = Range::of(filter);
        let mut rest = answer.documents.clone();
        if let Some(range) = range {
            rest.intersect(&self.reporting(range));
        }
        let allowed = PerFacet::from_fn(|facet| self.allowed(facet, filter.choices.get(facet)));
        let all_but = |but: Option<Facet>| {
            let mut documents = rest.clone();
            let others = allowed.iter().filter(|(facet, _)| Some(*facet) != but);
            others
                .filter_map(|(_, allowed)| allowed.as_ref())
                .for_each(|it| documents.intersect(it));
            documents
        };
        let documents = all_but(None);
        let facets = PerFacet::from_fn(|facet| {
            let choices = filter.choices.get(facet);
            if choices.is_empty() {
                return self.values(facet, &documents, choices);
            }
            self.values(facet, &all_but(Some(facet)), choices)
        });
        Selection {
            articles: self.sorted(filter, &answer, &documents),
            visits: self.visits_in(filter, &documents, range),
            facets,
            terms: answer.terms().map(str::to_owned).collect(),
            notes: answer.notes().to_vec(),
            answer: Rc::new(answer),
        }
    }

    /// The articles that report a visit or talks that happened in a range.
    fn reporting(&self, range: Range) -> Bits {
        let mut documents = Bits::none(self.index.len());
        for facts in self.facts.iter().filter(|facts| range.holds(facts.date)) {
            facts
                .articles
                .iter()
                .for_each(|article| documents.insert(*article));
        }
        documents
    }

    /// The articles that the choices of a facet allow; `None` for all.
    fn allowed(&self, facet: Facet, choices: &[Choice]) -> Option<Bits> {
        if choices.is_empty() {
            return None;
        }
        let values = self.index.facets().get(facet as usize)?;
        let collect = |exclude: bool| {
            let mut documents = Bits::none(self.index.len());
            for choice in choices.iter().filter(|choice| choice.exclude == exclude) {
                if let Some(value) = values.find(&choice.value) {
                    values.collect(value, &mut documents);
                }
            }
            documents
        };
        let mut allowed = if choices.iter().any(|choice| !choice.exclude) {
            collect(false)
        } else {
            Bits::all(self.index.len())
        };
        allowed.subtract(&collect(true));
        Some(allowed)
    }

    /// The values of a facet that these articles have or that are chosen.
    fn values(&self, facet: Facet, documents: &Bits, choices: &[Choice]) -> Vec<FacetValue> {
        let chosen = |value: &str| {
            let choice = choices.iter().find(|choice| choice.value == value);
            choice.map_or(Chosen::No, |choice| {
                if choice.exclude {
                    Chosen::Excluded
                } else {
                    Chosen::Included
                }
            })
        };
        let mut values = Vec::new();
        let mut unknown: Vec<&Choice> = choices.iter().collect();
        if let Some(facet) = self.index.facets().get(facet as usize) {
            unknown.retain(|choice| facet.find(&choice.value).is_none());
            for (value, count) in facet.values().zip(facet.count(documents)) {
                let chosen = chosen(value);
                if count > 0 || chosen != Chosen::No {
                    let value = value.clone();
                    values.push(FacetValue {
                        value,
                        count,
                        chosen,
                    });
                }
            }
        }
        dateline_compact::sort(&mut unknown);
        unknown.dedup_by(|a, b| a.value == b.value);
        values.extend(unknown.into_iter().map(|choice| FacetValue {
            value: choice.value.as_str().into(),
            count: 0,
            chosen: chosen(&choice.value),
        }));
        dateline_compact::sort_by(&mut values, |a, b| {
            (Reverse(a.count), &a.value).cmp(&(Reverse(b.count), &b.value))
        });
        values
    }

    /// The articles in the order asked for.
    fn sorted(
        &self,
        filter: &Filter,
        answer: &dateline_search::Answer,
        documents: &Bits,
    ) -> Vec<u32> {
        // The contents are newest first already.
        match filter.sort {
            Sort::Relevance => self.index.rank(answer, documents),
            Sort::Newest => documents.iter().collect(),
            Sort::Oldest => {
                let dated = |n: &u32| {
                    self.entry(*n)
                        .is_some_and(|entry| entry.article.published.is_some())
                };
                let (mut dated, undated): (Vec<u32>, Vec<u32>) = documents.iter().partition(dated);
                dated.reverse();
                dated.extend(undated);
                dated
            }
        }
    }

    /// The visits with evidence in these articles that themselves fulfil the filter.
    fn visits_in(&self, filter: &Filter, documents: &Bits, range: Option<Range>) -> Vec<u32> {
        let fits = |facts: &Facts| {
            facts
                .articles
                .iter()
                .any(|article| documents.contains(*article))
                && range.is_none_or(|range| range.holds(facts.date))
                && Facts::FACETS.iter().all(|facet| {
                    let choices = filter.choices.get(*facet);
                    choices.is_empty() || allows(choices, *facet, facts)
                })
        };
        let visits = (0..).zip(&self.facts);
        visits
            .filter(|(_, facts)| fits(facts))
            .map(|(number, _)| number)
            .collect()
    }
}

/// Whether the choices of a facet allow a visit.
fn allows(choices: &[Choice], facet: Facet, facts: &Facts) -> bool {
    let has = |choice: &Choice| {
        facts
            .values
            .iter()
            .any(|(of, value)| *of == facet && *value == choice.value)
    };
    let (excluded, included): (Vec<_>, Vec<_>) = choices.iter().partition(|choice| choice.exclude);
    !excluded.into_iter().any(has) && (included.is_empty() || included.into_iter().any(has))
}

/// The days in which something may have happened.
#[derive(Clone, Copy)]
struct Range {
    first: Day,
    last: Day,
}

impl Range {
    /// The range of a filter, if it has one.
    fn of(filter: &Filter) -> Option<Self> {
        if filter.from.is_none() && filter.to.is_none() {
            return None;
        }
        let (from, to) = match (filter.from, filter.to) {
            (Some(from), Some(to)) if to.last < from.first => (Some(to), Some(from)),
            ends => ends,
        };
        Some(Self {
            first: from.map_or(Day::MIN, |date| date.first),
            last: to.map_or(Day::MAX, |date| date.last),
        })
    }

    /// Whether a date has a day in it. No date has none.
    fn holds(self, date: Option<Edtf>) -> bool {
        date.is_some_and(|date| date.first <= self.last && self.first <= date.last)
    }
}
