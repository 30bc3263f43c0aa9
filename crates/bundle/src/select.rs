//! One filter, two results.

use std::rc::Rc;

use dateline_model::{Day, Edtf, Visit};
use dateline_search::{Answer, Bits, Note, Sort};

use crate::facts::allows;
use crate::{Choice, Chosen, Collection, Facet, FacetValue, Filter, PerFacet, Selection};

/// The facets that visits have values of.
const OF_VISITS: [Facet; 3] = [Facet::Person, Facet::Place, Facet::Kind];

impl Collection {
    /// Answers a filter.
    ///
    /// *Articles* match the query, have in every facet one of the values that are included and none of those that are
    /// excluded, and report, if there is a range, a visit or talks that happened in it. *Visits* have evidence in one of these
    /// articles, and themselves have the persons, places and kinds that are chosen and happened in the range.
    #[must_use]
    pub fn select(&self, filter: &Filter) -> Selection {
        self.answered(filter, false)
    }

    /// Answers a filter as [`Collection::select`] does, but forgives what the query gets wrong: similar words take the place
    /// of those that occur nowhere, and where no article has all words, those with most of them are found. Notes say so; what
    /// stands in quotation marks is meant as it is.
    #[must_use]
    pub fn select_forgiving(&self, filter: &Filter) -> Selection {
        let mut selection = self.answered(filter, true);
        for note in &mut selection.notes {
            match note {
                Note::Corrected { used, .. } => {
                    for word in &mut *used {
                        *word = self.written(word);
                    }
                    // Of two spellings of an umlaut only one is written.
                    used.dedup();
                }
                Note::DidYouMean { instead, .. } => *instead = self.written(instead),
                _ => {}
            }
        }
        selection
    }

    fn answered(&self, filter: &Filter, lenient: bool) -> Selection {
        let mut answer = self.index.search(&filter.query, filter.typing, lenient);
        let facets = self.index.missing_facets();
        if let Some(part) = facets
            && filter
                .choices
                .iter()
                .any(|(_, choices)| !choices.is_empty())
            && answer.missing.last() != Some(&part)
        {
            answer.missing.push(part);
            answer.documents = Bits::none(self.index.len());
        }
        let range = Range::of(filter);
        let mut found = answer.documents.clone();
        if let Some(range) = range {
            found.intersect(&self.reporting(range));
        }
        let allowed = PerFacet::from_fn(|facet| self.allowed(facet, filter.choices.get(facet)));
        let all_but = |but: Option<Facet>| {
            let mut documents = found.clone();
            for (facet, allowed) in allowed.iter() {
                if Some(facet) != but {
                    documents.intersect(allowed);
                }
            }
            documents
        };
        let documents = all_but(None);
        let values = |facet| self.values(facet, &all_but(Some(facet)), filter.choices.get(facet));
        Selection {
            articles: self.sorted(filter, &answer, &documents),
            total: documents.count(),
            visits: self.visits_in(filter, &documents, range),
            facets: PerFacet::from_fn(values),
            terms: answer.terms().map(|(label, _)| label.to_owned()).collect(),
            term_counts: answer.terms().map(|(_, count)| count).collect(),
            parts: answer.query.parts.clone(),
            notes: answer.notes().to_vec(),
            missing: answer.missing.clone(),
            missing_facets: facets,
            answer: Rc::new(answer),
        }
    }

    /// The articles that report a visit or talks that happened in a range.
    fn reporting(&self, range: Range) -> Bits {
        let mut documents = Bits::none(self.index.len());
        for (visit, articles) in self.contents.visits.iter().zip(self.links.articles()) {
            if range.holds(visit.date) {
                articles
                    .iter()
                    .for_each(|article| documents.insert(*article));
            }
        }
        documents
    }

    /// The articles that the choices of a facet allow.
    fn allowed(&self, facet: Facet, choices: &[Choice]) -> Bits {
        let len = self.index.len();
        let (mut included, mut excluded) = (Bits::none(len), Bits::none(len));
        for choice in choices {
            let into = if choice.exclude {
                &mut excluded
            } else {
                &mut included
            };
            if let Some(values) = self.index.facets().get(facet as usize)
                && let Some(value) = values.find(&choice.value)
            {
                values.collect(value, into);
            }
        }
        if choices.iter().all(|choice| choice.exclude) {
            included = Bits::all(len);
        }
        included.subtract(&excluded);
        included
    }

    /// The values of a facet that these articles have or that are chosen.
    fn values(&self, facet: Facet, documents: &Bits, choices: &[Choice]) -> Vec<FacetValue> {
        let mut values = Vec::new();
        let mut push = |value: Rc<str>, count: u32| {
            let choice = choices.iter().find(|choice| *choice.value == *value);
            let chosen = match choice {
                None => Chosen::No,
                Some(choice) if choice.exclude => Chosen::Excluded,
                Some(_) => Chosen::Included,
            };
            if count > 0 || choice.is_some() {
                values.push(FacetValue {
                    value,
                    count,
                    chosen,
                });
            }
        };
        if let Some(facet) = self.index.facets().get(facet as usize) {
            for (value, count) in facet.values().zip(facet.count(documents)) {
                push(value.clone(), count);
            }
            for choice in choices {
                if facet.find(&choice.value).is_none() {
                    push(choice.value.as_str().into(), 0);
                }
            }
        }
        dateline_compact::sort_by(&mut values, |a, b| {
            b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value))
        });
        values.dedup_by(|a, b| a.value == b.value);
        values
    }

    /// The scores that [`Sort::Relevance`] goes by, of the articles of a selection in their order; none where nothing is searched
    /// for. A score tells more from less within one query, and nothing between two.
    #[must_use]
    pub fn scores(&self, selection: &Selection) -> Vec<f32> {
        if selection.terms.is_empty() {
            return Vec::new();
        }
        let answer = &selection.answer;
        let scores = self.index.scores(answer, &answer.documents);
        let score = |article: &u32| scores.get(*article as usize).copied();
        selection.articles.iter().filter_map(score).collect()
    }

    /// The articles in the order asked for, as many as are wanted.
    fn sorted(&self, filter: &Filter, answer: &Answer, documents: &Bits) -> Vec<u32> {
        let most = filter.most.unwrap_or(usize::MAX);
        if filter.sort == Sort::Relevance {
            return self.index.rank(answer, documents, most);
        }
        // The contents are newest first, undated last.
        let mut articles: Vec<u32> = documents.iter().collect();
        if filter.sort == Sort::Oldest {
            let is_dated = |n: &&u32| self.index.is_dated(**n);
            let dated = articles.iter().filter(is_dated).count();
            if let Some(dated) = articles.get_mut(..dated) {
                dated.reverse();
            }
        }
        articles.truncate(most);
        articles
    }

    /// The visits with evidence in these articles that themselves fulfil the filter.
    fn visits_in(&self, filter: &Filter, documents: &Bits, range: Option<Range>) -> Vec<u32> {
        let fits = |visit: &Visit| {
            range.is_none_or(|range| range.holds(visit.date))
                && OF_VISITS
                    .iter()
                    .all(|facet| allows(filter.choices.get(*facet), *facet, visit))
        };
        let mut found = Vec::new();
        for (number, visit) in (0..).zip(&self.contents.visits) {
            let articles = self.articles_of(number);
            if articles.iter().any(|article| documents.contains(*article)) && fits(visit) {
                found.push(number);
            }
        }
        found
    }
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
        let (mut from, mut to) = (filter.from, filter.to);
        if from.is_none() && to.is_none() {
            return None;
        }
        if let (Some(one), Some(other)) = (from, to)
            && other.last < one.first
        {
            (from, to) = (to, from);
        }
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
