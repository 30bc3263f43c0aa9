//! What a record covers.

use dateline_article::RecordSettings;
use dateline_model::{Edtf, Person, slug};
use dateline_visits::country;

use crate::Names;
use crate::labels::country_label;
use crate::years;

/// What a record covers, so far as a machine can tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    country: Option<String>,
    first: Option<i32>,
    last: Option<i32>,
    roles: Vec<String>,
}

/// Whether a record would list a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Covers {
    /// It would.
    Yes,
    /// It would not.
    No,
    /// Too little is known of the visit, or the record does not say what it covers.
    Unknown,
}

impl Scope {
    /// What the settings say of it, its country under the publisher's name for it.
    #[must_use]
    pub fn new(settings: &RecordSettings, names: &Names) -> Self {
        let mut country = settings.country.as_deref().map(country_label);
        names.put_into(&mut country);
        Self {
            country,
            first: settings.first,
            last: settings.last,
            roles: settings.roles.iter().map(|role| slug(role)).collect(),
        }
    }

    /// What it covers, in words: those of the settings, else made of country and years.
    pub(crate) fn words(&self, settings: &RecordSettings) -> String {
        if let Some(words) = &settings.scope {
            return words.clone();
        }
        let visits = match &self.country {
            Some(country) => format!("visits to and from {country}"),
            None => "visits".to_owned(),
        };
        match (self.first, self.last) {
            (Some(first), Some(last)) => format!("{visits}, {}", years(first, last)),
            (Some(first), None) => format!("{visits} since {first}"),
            (None, Some(last)) => format!("{visits} until {last}"),
            (None, None) => visits,
        }
    }

    /// Whether the record would list a visit of these people to a country at that time. A record that names neither country
    /// nor years covers nothing for certain.
    pub(crate) fn covers(
        &self,
        visitors: &[Person],
        host: Option<&str>,
        date: Option<Edtf>,
    ) -> Covers {
        if self.country.is_none() || self.first.is_none() || self.last.is_none() {
            return Covers::Unknown;
        }
        let facts = [
            self.covers_date(date),
            self.covers_pair(visitors, host),
            self.covers_role(visitors),
        ];
        if facts.contains(&Some(false)) {
            Covers::No
        } else if facts.contains(&None) {
            Covers::Unknown
        } else {
            Covers::Yes
        }
    }

    fn covers_date(&self, date: Option<Edtf>) -> Option<bool> {
        let (first, last) = (self.first?, self.last?);
        let (from, to) = (date?.first.year(), date?.last.year());
        if first <= from && to <= last {
            return Some(true);
        }
        (to < first || last < from).then_some(false)
    }

    fn covers_pair(&self, visitors: &[Person], host: Option<&str>) -> Option<bool> {
        let ours = self.country.as_deref()?;
        // A region may hold countries that the record lists.
        let host = host.filter(|host| *host == ours || country(host).is_some());
        let homes: Vec<_> = visitors.iter().map(|one| one.country.as_deref()).collect();
        if host == Some(ours) || homes.contains(&Some(ours)) {
            // Who stays in the own country visits nobody.
            return (host.is_some() && !homes.contains(&host)).then_some(true);
        }
        (host.is_some() && !homes.is_empty() && !homes.contains(&None)).then_some(false)
    }

    /// Whether one of the visitors holds an office that is covered; not known while one has no office, or one that may be
    /// short for a covered one: "Secretary" for "Secretary of State".
    fn covers_role(&self, visitors: &[Person]) -> Option<bool> {
        let covered = |person: &Person| {
            let role = slug(person.role.as_deref()?);
            let is_short = |full: &String| full.starts_with(&format!("{role}-"));
            match self.roles.contains(&role) {
                false if self.roles.iter().any(is_short) => None,
                known => Some(known),
            }
        };
        let roles: Vec<_> = visitors.iter().map(covered).collect();
        if self.roles.is_empty() || roles.contains(&Some(true)) {
            return Some(true);
        }
        (!roles.is_empty() && !roles.contains(&None)).then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope() -> Scope {
        let settings = RecordSettings {
            country: Some("United States".to_owned()),
            first: Some(1866),
            last: Some(2023),
            roles: vec!["President".to_owned(), "Secretary of State".to_owned()],
            ..RecordSettings::default()
        };
        Scope::new(&settings, &Names::default())
    }

    #[test]
    fn a_scope_is_countries_years_and_offices() {
        let visitor = |role: &str, country: &str| Person {
            name: "Kim".to_owned(),
            role: Some(role.to_owned()).filter(|role| !role.is_empty()),
            country: Some(country.to_owned()).filter(|country| !country.is_empty()),
        };
        for (role, home, host, date, expected) in [
            ("President", "United States", "Japan", "2022", Covers::Yes),
            ("President", "Japan", "United States", "2022", Covers::Yes),
            ("President", "Japan", "Peru", "2022", Covers::No),
            (
                "Vice President",
                "United States",
                "Japan",
                "2022",
                Covers::No,
            ),
            ("President", "United States", "Japan", "2024-05", Covers::No),
            (
                "President",
                "United States",
                "Japan",
                "2023-12-31/2024-01-02",
                Covers::Unknown,
            ),
            (
                "Secretary",
                "United States",
                "Japan",
                "2022",
                Covers::Unknown,
            ),
            ("", "United States", "Japan", "2022", Covers::Unknown),
            ("President", "", "Japan", "2022", Covers::Unknown),
            (
                "President",
                "United States",
                "Europe",
                "2022",
                Covers::Unknown,
            ),
            (
                "President",
                "United States",
                "United States",
                "2022",
                Covers::Unknown,
            ),
            ("President", "United States", "Japan", "", Covers::Unknown),
        ] {
            let found = scope().covers(&[visitor(role, home)], Some(host), date.parse().ok());
            assert_eq!(found, expected, "{role} {home} {host} {date}");
        }
        let nothing = Scope::new(&RecordSettings::default(), &Names::default());
        let person = [visitor("President", "Japan")];
        let found = nothing.covers(&person, Some("Peru"), "2022".parse().ok());
        assert_eq!(found, Covers::Unknown);
    }
}
