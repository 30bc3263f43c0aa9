//! The naive twin of `Collection::select`: it reads all contents for every filter.

mod any;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use any::{PEOPLE, PLACES, any_contents, any_date};
use dateline_bundle::{Choice, Chosen, Collection, Contents, Entry, Facet, Filter, PerFacet, Sort};
use dateline_model::{Edtf, Kind, MentionKind, Visit};
use proptest::prelude::*;

/// The words of the collections in `any`, folded by hand, so that this twin shares no code with the search.
fn words(text: &str) -> Vec<String> {
    let folded = text
        .replace("China’s", "china")
        .replace("U.S.", "us")
        .replace('-', " ");
    folded.split_whitespace().map(str::to_lowercase).collect()
}

/// One condition of a query: whether a row of words stands in one of some texts; the last may go on; it may be negated.
#[derive(Clone, Debug)]
struct Condition {
    typed: &'static str,
    words: &'static [&'static str],
    open: bool,
    negated: bool,
}

const CONDITIONS: [Condition; 8] = [
    Condition {
        typed: "trade",
        words: &["trade"],
        open: false,
        negated: false,
    },
    Condition {
        typed: "-trade",
        words: &["trade"],
        open: false,
        negated: true,
    },
    Condition {
        typed: "ta*",
        words: &["ta"],
        open: true,
        negated: false,
    },
    Condition {
        typed: "\"state talks\"",
        words: &["state", "talks"],
        open: false,
        negated: false,
    },
    Condition {
        typed: "-\"trade state\"",
        words: &["trade", "state"],
        open: false,
        negated: true,
    },
    Condition {
        typed: "u.s.",
        words: &["us"],
        open: false,
        negated: false,
    },
    Condition {
        typed: "win-win",
        words: &["win", "win"],
        open: false,
        negated: false,
    },
    Condition {
        typed: "china",
        words: &["china"],
        open: false,
        negated: false,
    },
];

impl Condition {
    fn holds(&self, entry: &Entry) -> bool {
        let blocks = entry.article.blocks.iter().map(|block| block.text.as_str());
        let mut texts = std::iter::once(entry.article.headline.as_str()).chain(blocks);
        let found = texts.any(|text| {
            words(text).windows(self.words.len()).any(|window| {
                window.iter().zip(self.words).all(|(word, wanted)| {
                    if self.open {
                        word.starts_with(wanted)
                    } else {
                        word == wanted
                    }
                })
            })
        });
        found != self.negated
    }
}

fn visits_of<'a>(contents: &'a Contents, entry: &Entry) -> Vec<&'a Visit> {
    let reports = |visit: &&Visit| visit.reports.iter().any(|r| r.article == entry.article.id);
    contents.visits.iter().filter(reports).collect()
}

fn values(contents: &Contents, entry: &Entry, facet: Facet) -> BTreeSet<String> {
    let article = &entry.article;
    let mentions = |kind: MentionKind| entry.mentions.iter().filter(move |m| m.kind == kind);
    match facet {
        Facet::Person => mentions(MentionKind::Person)
            .map(|m| m.name.clone())
            .collect(),
        Facet::Place => mentions(MentionKind::Place)
            .flat_map(|m| [m.name.clone()].into_iter().chain(m.country.clone()))
            .collect(),
        Facet::Source => article.source.iter().cloned().collect(),
        Facet::Topic => article.topics.iter().cloned().collect(),
        Facet::Kind => visits_of(contents, entry)
            .iter()
            .map(|v| v.kind.name().to_owned())
            .collect(),
        Facet::Year => article
            .published
            .iter()
            .map(|d| d.first.year().to_string())
            .collect(),
    }
}

fn visit_values(visit: &Visit, facet: Facet) -> BTreeSet<String> {
    match facet {
        Facet::Person => {
            let visitors = visit.visitors.iter().map(|person| person.name.clone());
            visitors
                .chain(visit.host.iter().filter_map(|host| host.person.clone()))
                .collect()
        }
        Facet::Place => {
            let host = visit.host.iter().filter_map(|host| host.country.clone());
            let places = visit.places.iter();
            host.chain(places.flat_map(|p| [p.name.clone()].into_iter().chain(p.country.clone())))
                .collect()
        }
        _ => BTreeSet::from([visit.kind.name().to_owned()]),
    }
}

fn chosen_fit(choices: &[Choice], values: &BTreeSet<String>) -> bool {
    let included: Vec<_> = choices.iter().filter(|c| !c.exclude).collect();
    let excluded = choices
        .iter()
        .any(|c| c.exclude && values.contains(&c.value));
    !excluded && (included.is_empty() || included.iter().any(|c| values.contains(&c.value)))
}

fn in_range(filter: &Filter, date: Option<Edtf>) -> bool {
    if filter.from.is_none() && filter.to.is_none() {
        return true;
    }
    let (mut from, mut to) = (filter.from, filter.to);
    if let (Some(a), Some(b)) = (from, to)
        && b.last < a.first
    {
        (from, to) = (to, from);
    }
    date.is_some_and(|date| {
        from.is_none_or(|from| date.last >= from.first) && to.is_none_or(|to| date.first <= to.last)
    })
}

/// Whether an article is selected, with the filter of one facet lifted.
fn selected(
    contents: &Contents,
    entry: &Entry,
    filter: &Filter,
    conditions: &[Condition],
    lifted: Option<Facet>,
) -> bool {
    let ranged = filter.from.is_some() || filter.to.is_some();
    conditions.iter().all(|condition| condition.holds(entry))
        && (!ranged
            || visits_of(contents, entry)
                .iter()
                .any(|visit| in_range(filter, visit.date)))
        && filter.choices.iter().all(|(facet, choices)| {
            Some(facet) == lifted || chosen_fit(choices, &values(contents, entry, facet))
        })
}

fn any_choice() -> impl Strategy<Value = (Facet, Choice)> {
    let value = |facet: Facet| -> Vec<&'static str> {
        match facet {
            Facet::Person => PEOPLE.to_vec(),
            Facet::Place => PLACES
                .iter()
                .flat_map(|(name, country)| [*name, *country])
                .collect(),
            Facet::Source => vec!["Xinhua", "Reuters"],
            Facet::Topic => vec!["economy", "defence", "unheard of"],
            Facet::Kind => Kind::ALL.map(Kind::name).to_vec(),
            Facet::Year => vec!["2024", "2025", "2026"],
        }
    };
    let facet = prop::sample::select(Facet::ALL.to_vec());
    facet.prop_flat_map(move |facet| {
        (prop::sample::select(value(facet)), any::<bool>()).prop_map(move |(value, exclude)| {
            (
                facet,
                Choice {
                    value: value.to_owned(),
                    exclude,
                },
            )
        })
    })
}

fn any_filter() -> impl Strategy<Value = (Filter, Vec<Condition>)> {
    (
        prop::collection::vec(prop::sample::select(CONDITIONS.to_vec()), 0..3),
        prop::collection::vec(any_choice(), 0..4),
        prop::option::weighted(0.3, any_date()),
        prop::option::weighted(0.3, any_date()),
        prop::sample::select(Sort::ALL.to_vec()),
    )
        .prop_map(|(conditions, all, from, to, sort)| {
            let mut choices: PerFacet<Vec<Choice>> = PerFacet::default();
            for (facet, choice) in all {
                let list = choices.get_mut(facet);
                if list.iter().all(|other| other.value != choice.value) {
                    list.push(choice);
                }
            }
            let typed: Vec<&str> = conditions.iter().map(|condition| condition.typed).collect();
            let query = typed.join(" ");
            (
                Filter {
                    query,
                    typing: false,
                    choices,
                    from,
                    to,
                    sort,
                    most: None,
                },
                conditions,
            )
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_selection_is_what_a_scan_finds(
        contents in any_contents(),
        filters in prop::collection::vec(any_filter(), 1..8),
    ) {
        let collection = Collection::new(contents.clone());
        for (filter, conditions) in filters {
            let selection = collection.select(&filter);
            let scan = |lifted: Option<Facet>| -> BTreeSet<u32> {
                let entries = (0..).zip(&contents.articles);
                let found = entries.filter(|(_, e)| selected(&contents, e, &filter, &conditions, lifted));
                found.map(|(number, _)| number).collect()
            };
            let articles = scan(None);
            prop_assert_eq!(selection.articles.iter().copied().collect::<BTreeSet<_>>(), articles.clone());
            prop_assert_eq!(selection.articles.len(), articles.len());
            prop_assert_eq!(selection.total as usize, articles.len());
            for most in 0..=articles.len() {
                let some = collection.select(&Filter { most: Some(most), ..filter.clone() });
                prop_assert_eq!(&some.articles, &selection.articles[..most]);
                prop_assert_eq!(
                    (some.total, &some.visits, &some.facets),
                    (selection.total, &selection.visits, &selection.facets)
                );
            }

            let published = |n: &u32| contents.articles[*n as usize].article.published.map(|d| d.first);
            let dates: Vec<_> = selection.articles.iter().map(published).collect();
            match filter.sort {
                Sort::Newest => prop_assert!(dates.is_sorted_by_key(|date| Reverse(*date))),
                Sort::Oldest => prop_assert!(dates.is_sorted_by_key(|date| (date.is_none(), *date))),
                Sort::Relevance if filter.query.is_empty() => {
                    prop_assert!(selection.articles.is_sorted());
                }
                Sort::Relevance => {}
            }

            let visits = (0..).zip(&contents.visits).filter(|(_, visit)| {
                let in_article = |n: &u32| visits_of(&contents, &contents.articles[*n as usize]).contains(visit);
                let facets = [Facet::Person, Facet::Place, Facet::Kind];
                articles.iter().any(in_article)
                    && in_range(&filter, visit.date)
                    && facets.iter().all(|facet| {
                        chosen_fit(filter.choices.get(*facet), &visit_values(visit, *facet))
                    })
            });
            prop_assert_eq!(&selection.visits, &visits.map(|(number, _)| number).collect::<Vec<u32>>());

            for facet in Facet::ALL {
                let found = selection.facets.get(facet);
                let choices = filter.choices.get(facet).clone();
                let mut counts: BTreeMap<String, u32> = BTreeMap::new();
                for number in scan(Some(facet)) {
                    for value in values(&contents, &contents.articles[number as usize], facet) {
                        *counts.entry(value).or_default() += 1;
                    }
                }
                for choice in &choices {
                    counts.entry(choice.value.clone()).or_default();
                }
                let shown: BTreeMap<String, u32> = found.iter().map(|v| (v.value.to_string(), v.count)).collect();
                prop_assert_eq!(shown, counts);
                prop_assert!(found.is_sorted_by_key(|v| (Reverse(v.count), v.value.clone())));
                for value in found {
                    let choice = choices.iter().find(|c| *c.value == *value.value);
                    let expected = match choice {
                        None => Chosen::No,
                        Some(choice) if choice.exclude => Chosen::Excluded,
                        Some(_) => Chosen::Included,
                    };
                    prop_assert_eq!(value.chosen, expected);
                }
            }
            for article in 0..contents.articles.len() as u32 {
                let text = contents.articles[article as usize].article.text();
                let marks = collection.marks(&selection, article);
                let snippet = collection.snippet(&selection, article);
                prop_assert!(marks.is_sorted());
                let in_windows: usize = snippet.windows.iter().map(|w| w.marks.len()).sum();
                prop_assert!(in_windows + snippet.headline.len() <= marks.len());
                prop_assert!(snippet.windows.iter().all(|w| text.get(w.span.range()).is_some()));
                prop_assert_eq!(snippet.windows.is_empty(), text.trim().is_empty());
                let positive = conditions.iter().any(|condition| !condition.negated);
                prop_assert!(!articles.contains(&article) || !positive || !marks.is_empty());
                prop_assert!(marks.iter().all(|mark| usize::from(mark.term) < selection.terms.len()));
            }
        }
    }
}

#[test]
fn visits_and_articles_know_each_other() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..50 {
        let contents = any_contents().new_tree(&mut runner).unwrap().current();
        let collection = Collection::new(contents.clone());
        for (number, entry) in (0..).zip(&contents.articles) {
            assert_eq!(collection.article(&entry.article.id), Some(number));
            assert_eq!(collection.entry(number), Some(entry));
            let own: Vec<&Visit> = collection
                .visits_of(number)
                .iter()
                .map(|n| &contents.visits[*n as usize])
                .collect();
            assert_eq!(own, visits_of(&contents, entry));
        }
        for (number, visit) in (0..).zip(&contents.visits) {
            assert_eq!(collection.visit(&visit.id), Some(number));
            assert!(
                collection
                    .articles_of(number)
                    .iter()
                    .all(|n| collection.visits_of(*n).contains(&number))
            );
        }
    }
}
