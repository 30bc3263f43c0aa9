//! What the articles say of one person or one place.

use dateline_bundle::{Collection, Entry};
use dateline_model::{Day, Form, Mention, MentionKind, Part, Precision, Visit};

/// How many other writings of a name are told.
const WRITINGS: usize = 8;

/// Everything that a person's or a place's page shows. Visits are given by their places in the collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile<'a> {
    /// Office and country of a person, the country of a place.
    pub known: Vec<&'a str>,
    /// How else the articles write the name, in the order of first use.
    pub written: Vec<String>,
    /// A person's own visits; visits from a place.
    pub made: Vec<u32>,
    /// Visits that a person received; visits to a place.
    pub received: Vec<u32>,
    /// Talks of the person; talks in the place.
    pub talks: Vec<u32>,
    /// Mentions over time, newest first.
    pub periods: Vec<Period>,
}

/// Mentions in a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day of its month or year; `None` for articles without a date.
    pub begins: Option<Day>,
    /// Whether it is a year, not a month.
    pub is_year: bool,
    /// How often the name is there.
    pub mentions: usize,
    /// In how many articles.
    pub articles: usize,
}

/// The profile of a person or place; `None` where nothing knows that name. Linear in mentions and visits.
#[must_use]
pub fn of<'a>(collection: &'a Collection, kind: MentionKind, name: &str) -> Option<Profile<'a>> {
    let contents = collection.contents();
    let mut profile = Profile::default();
    for (key, visit) in (0..).zip(&contents.visits) {
        profile.visit(key, visit, kind, name);
    }
    let mentions: Vec<(&Entry, &Mention)> = contents
        .articles
        .iter()
        .filter_map(|entry| {
            let is_this = |mention: &&Mention| mention.kind == kind && mention.name == name;
            Some((entry, entry.mentions.iter().find(is_this)?))
        })
        .collect();
    for (entry, mention) in &mentions {
        profile.write(entry, mention, name);
        if kind == MentionKind::Place {
            profile.know(
                mention
                    .country
                    .as_deref()
                    .filter(|country| *country != name),
            );
        }
    }
    profile.periods = periods(&mentions);
    let told = !mentions.is_empty() || !profile.made.is_empty() || !profile.received.is_empty();
    (told || !profile.talks.is_empty()).then_some(profile)
}

impl<'a> Profile<'a> {
    /// Puts a visit where it belongs: under both if somebody went and received.
    fn visit(&mut self, key: u32, visit: &'a Visit, kind: MentionKind, name: &str) {
        let is_name = |other: Option<&String>| other.is_some_and(|other| other == name);
        let host = visit.host.as_ref();
        let (made, received) = match kind {
            MentionKind::Person => {
                let person = visit.visitors.iter().find(|person| person.name == name);
                if let Some(person) = person {
                    self.know(person.role.as_deref());
                    self.know(person.country.as_deref());
                }
                (
                    person.is_some(),
                    is_name(host.and_then(|host| host.person.as_ref())),
                )
            }
            MentionKind::Place => {
                let there = |place: &dateline_model::Place| {
                    place.name == name || is_name(place.country.as_ref())
                };
                let from = visit
                    .visitors
                    .iter()
                    .any(|person| is_name(person.country.as_ref()));
                let to = is_name(host.and_then(|host| host.country.as_ref()))
                    || visit.places.iter().any(there);
                (from, to)
            }
        };
        match (visit.is_visit(), kind) {
            (true, _) => {
                self.made.extend(made.then_some(key));
                self.received.extend(received.then_some(key));
            }
            (false, MentionKind::Person) => self.talks.extend((made || received).then_some(key)),
            (false, MentionKind::Place) => self.talks.extend(received.then_some(key)),
        }
    }

    fn know(&mut self, fact: Option<&'a str>) {
        if let Some(fact) = fact.filter(|fact| !self.known.contains(fact)) {
            self.known.push(fact);
        }
    }

    /// Notes how an article writes the name.
    fn write(&mut self, entry: &Entry, mention: &Mention, name: &str) {
        let text = entry.article.text();
        for span in &mention.spans {
            let part = match span.part {
                Part::Headline => &entry.article.headline,
                Part::Text => &text,
            };
            let written = part.get(span.range()).unwrap_or_default();
            let is_new = written != name
                && !written.is_empty()
                && self.written.iter().all(|other| other != written);
            if is_new && self.written.len() < WRITINGS {
                self.written.push(written.to_owned());
            }
        }
    }
}

/// Mentions by month, or by year where they reach over more than two years. Articles come newest first, undated last.
fn periods(mentions: &[(&Entry, &Mention)]) -> Vec<Period> {
    let day = |(entry, _): &(&Entry, &Mention)| entry.article.published.map(|date| date.first);
    let dated = || mentions.iter().filter_map(day);
    let is_year = dated()
        .next()
        .zip(dated().next_back())
        .is_some_and(|(newest, oldest)| newest.year() - oldest.year() > 2);
    let mut periods: Vec<Period> = Vec::new();
    for mention in mentions {
        let published = mention.0.article.published;
        let by_year = is_year && published.is_some()
            || published.is_some_and(|date| date.form == Form::Single(Precision::Year));
        let begins = day(mention).and_then(|day| {
            let (year, month, _) = day.ymd();
            Day::from_ymd(year, if by_year { 1 } else { month }, 1)
        });
        let count = mention.1.spans.len().max(1);
        match periods
            .last_mut()
            .filter(|period| (period.begins, period.is_year) == (begins, by_year))
        {
            Some(period) => {
                period.mentions += count;
                period.articles += 1;
            }
            None => periods.push(Period {
                begins,
                is_year: by_year,
                mentions: count,
                articles: 1,
            }),
        }
    }
    periods
}

#[cfg(test)]
mod tests {
    use dateline_bundle::{About, Contents};
    use dateline_model::{Host, Person, Place, Span};

    use super::*;
    use crate::fixture::visit;

    fn entry(
        id: &str,
        published: &str,
        text: &str,
        mentions: &[(MentionKind, &str, &str)],
    ) -> Entry {
        let mention = |(kind, name, written): &(MentionKind, &str, &str)| {
            let spans = text
                .match_indices(written)
                .map(|(at, found)| Span::new(Part::Text, at..at + found.len()));
            Mention {
                kind: *kind,
                name: (*name).to_owned(),
                country: None,
                spans: spans.collect(),
            }
        };
        Entry {
            article: crate::fixture::article(id, published, text),
            mentions: mentions.iter().map(mention).collect(),
        }
    }

    fn collection(articles: Vec<Entry>, visits: Vec<Visit>) -> Collection {
        Collection::new(Contents::new(About::default(), articles, visits))
    }

    fn lee_in_china() -> Visit {
        Visit {
            visitors: vec![Person {
                name: "Lee Jae Myung".to_owned(),
                role: Some("President".to_owned()),
                country: Some("South Korea".to_owned()),
            }],
            host: Some(Host {
                country: Some("China".to_owned()),
                person: Some("Xi Jinping".to_owned()),
            }),
            places: vec![Place {
                name: "Beijing".to_owned(),
                country: Some("China".to_owned()),
            }],
            ..visit(Vec::new())
        }
    }

    #[test]
    fn a_person_has_visits_as_visitor_and_as_host() {
        let collection = collection(Vec::new(), vec![lee_in_china()]);
        let of = |kind, name| {
            super::of(&collection, kind, name).map(|profile| (profile.made, profile.received))
        };
        assert_eq!(
            of(MentionKind::Person, "Lee Jae Myung"),
            Some((vec![0], vec![]))
        );
        assert_eq!(
            of(MentionKind::Person, "Xi Jinping"),
            Some((vec![], vec![0]))
        );
        assert_eq!(
            of(MentionKind::Place, "South Korea"),
            Some((vec![0], vec![]))
        );
        assert_eq!(of(MentionKind::Place, "China"), Some((vec![], vec![0])));
        assert_eq!(of(MentionKind::Place, "Beijing"), Some((vec![], vec![0])));
        assert_eq!(of(MentionKind::Place, "Lee Jae Myung"), None);
        let known = super::of(&collection, MentionKind::Person, "Lee Jae Myung")
            .unwrap()
            .known;
        assert_eq!(known, ["President", "South Korea"]);
    }

    #[test]
    fn talks_are_no_visits() {
        let talks = Visit {
            kind: dateline_model::Kind::Talks,
            ..lee_in_china()
        };
        let collection = collection(Vec::new(), vec![talks]);
        let profile = of(&collection, MentionKind::Person, "Xi Jinping").unwrap();
        assert_eq!((profile.talks, profile.received), (vec![0], vec![]));
        assert_eq!(of(&collection, MentionKind::Place, "South Korea"), None);
    }

    #[test]
    fn mentions_are_counted_by_month_and_over_years_by_year() {
        let xi =
            |id, date, text| entry(id, date, text, &[(MentionKind::Person, "Xi Jinping", "Xi")]);
        let near = vec![
            xi("a", "2026-01-12", "Xi met Lee. Xi said so."),
            xi("b", "2026-01-02", "Xi left."),
            xi("c", "2025-12-30", "Xi came."),
            xi("d", "", "Xi slept."),
        ];
        let told = |collection: &Collection| -> Vec<(Option<String>, usize, usize)> {
            let profile = of(collection, MentionKind::Person, "Xi Jinping").unwrap();
            assert_eq!(profile.written, ["Xi"]);
            let day = |period: &Period| period.begins.map(|day| day.to_string());
            profile
                .periods
                .iter()
                .map(|period| (day(period), period.mentions, period.articles))
                .collect()
        };
        assert_eq!(
            told(&collection(near.clone(), Vec::new())),
            [
                (Some("2026-01-01".to_owned()), 3, 2),
                (Some("2025-12-01".to_owned()), 1, 1),
                (None, 1, 1)
            ]
        );
        let far = near
            .into_iter()
            .chain([xi("e", "2019-05-01", "Xi waited.")])
            .collect();
        let years: Vec<_> = told(&collection(far, Vec::new()))
            .into_iter()
            .map(|(day, ..)| day)
            .collect();
        assert_eq!(
            years,
            [
                Some("2026-01-01".to_owned()),
                Some("2025-01-01".to_owned()),
                Some("2019-01-01".to_owned()),
                None
            ]
        );
    }
}
