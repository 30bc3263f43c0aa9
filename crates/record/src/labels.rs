//! Titles parted from names, and one label for each person and country.

use std::collections::{BTreeMap, BTreeSet};

use dateline_article::RecordPerson;
use dateline_bundle::record::RecordRow;
use dateline_model::slug;
use dateline_visits::{country, split_title};

use crate::Names;

/// Parts the titles from the names, where no column gives them, and writes each country under its short name.
pub(crate) fn part_titles(rows: &mut [RecordRow]) {
    for row in rows {
        part_title(row);
        for name in [&mut row.visitor_country, &mut row.host] {
            *name = name.take().map(|name| country_label(&name));
        }
    }
}

/// Parts the title from the name of one row.
pub(crate) fn part_title(row: &mut RecordRow) {
    let (title, name) = split_title(&row.visitor);
    let (title, name) = (title.map(str::to_owned), name.to_owned());
    row.role = row.role.take().or(title);
    row.visitor = name;
}

/// The short name of a country, as written where it is on no list. Tables write "Congo, Democratic Republic of" for order,
/// and another name in parentheses.
pub(crate) fn country_label(name: &str) -> String {
    let (before, inside) = match name.split_once(" (") {
        Some((before, rest)) => (before, rest.strip_suffix(')').unwrap_or(rest)),
        None => (name, ""),
    };
    let turned = before
        .split_once(", ")
        .map(|(last, first)| [format!("{first} {last}"), format!("{first} the {last}")])
        .unwrap_or_default();
    let [turned, turned_the] = &turned;
    let writings = [name, before, turned, turned_the, inside];
    let known = writings.into_iter().find_map(country);
    known.unwrap_or(name).to_owned()
}

/// Gives each person one label: that of the record's editor, then that of the publisher's list, else of the writings that
/// differ in case, accents or hyphens alone the most used. Two people of one name are told apart by their countries.
pub(crate) fn unify(rows: &mut [RecordRow], people: &[RecordPerson], names: &Names) {
    let known = edited(people);
    for row in rows.iter_mut() {
        let own = key(row);
        // An entry without a country speaks of the name whatever the country.
        let known = known.get(&own).or_else(|| known.get(&(own.0, None)));
        if let Some(name) = known {
            row.visitor.clone_from(name);
        }
        names.put_into_row(row);
    }
    let mut writings: BTreeMap<Key, BTreeMap<String, usize>> = BTreeMap::new();
    for row in rows.iter() {
        let known = writings.entry(key(row)).or_default();
        *known.entry(row.visitor.clone()).or_default() += 1;
    }
    let labels: BTreeMap<Key, String> = writings
        .into_iter()
        .filter_map(|(key, known)| Some((key, most_used(known)?)))
        .collect();
    for row in rows.iter_mut() {
        if let Some(label) = labels.get(&key(row)) {
            label.clone_into(&mut row.visitor);
        }
    }
    tell_apart(rows);
}

/// The labels that the record's editor gives, by every writing and country.
fn edited(people: &[RecordPerson]) -> BTreeMap<Key, &String> {
    let of = |person: &RecordPerson| person.country.as_deref().map(country_label);
    people
        .iter()
        .flat_map(|person| {
            let writings = person.also.iter().map(|also| slug(also));
            writings.map(move |also| ((also, of(person)), &person.name))
        })
        .collect()
}

/// A person: the name without what writings differ in, and the country.
type Key = (String, Option<String>);

fn key(row: &RecordRow) -> Key {
    (slug(&row.visitor), row.visitor_country.clone())
}

/// The most used writing; of equally used ones the one with more letters of its own ("Shinzō"), then the last.
fn most_used(writings: BTreeMap<String, usize>) -> Option<String> {
    let best = writings
        .into_iter()
        .max_by_key(|(name, count)| (*count, name.len(), name.clone()));
    best.map(|(name, _)| name)
}

/// Adds the country to a name that people of several countries have, unless one state followed the other: then their years
/// do not overlap and it may be one man.
fn tell_apart(rows: &mut [RecordRow]) {
    let mut years: BTreeMap<String, BTreeMap<String, BTreeSet<i32>>> = BTreeMap::new();
    for row in rows.iter() {
        if let (Some(country), Some(date)) = (&row.visitor_country, row.date) {
            let countries = years.entry(slug(&row.visitor)).or_default();
            let years = countries.entry(country.clone()).or_default();
            years.insert(date.first.year());
        }
    }
    let shared: BTreeSet<String> = years
        .into_iter()
        .filter(|(_, countries)| are_several(countries))
        .map(|(name, _)| name)
        .collect();
    for row in rows {
        if let (Some(country), true) = (&row.visitor_country, shared.contains(&slug(&row.visitor)))
        {
            row.visitor = format!("{} ({country})", row.visitor);
        }
    }
}

/// Whether the years in which somebody of a name stood for several countries overlap.
fn are_several(countries: &BTreeMap<String, BTreeSet<i32>>) -> bool {
    let mut spans: Vec<(i32, i32)> = countries
        .values()
        .filter_map(|years| Some((*years.first()?, *years.last()?)))
        .collect();
    spans.sort_unstable();
    let pairs = spans.iter().zip(spans.iter().skip(1));
    pairs.into_iter().any(|(one, next)| next.0 <= one.1)
}

#[cfg(test)]
mod tests {
    use dateline_model::Kind;

    use super::*;

    fn row(visitor: &str, country: &str, year: &str) -> RecordRow {
        RecordRow {
            id: String::new(),
            visitor: visitor.to_owned(),
            role: None,
            visitor_country: Some(country.to_owned()),
            host: None,
            place: None,
            date: year.parse().ok(),
            kind: Kind::Visit,
        }
    }

    fn unified(rows: &[(&str, &str, &str)]) -> Vec<String> {
        let mut rows: Vec<RecordRow> = rows.iter().map(|(v, c, y)| row(v, c, y)).collect();
        part_titles(&mut rows);
        let sato = RecordPerson {
            name: "Eisaku Satō".to_owned(),
            country: Some("Japan".to_owned()),
            also: vec!["Sato".to_owned()],
        };
        unify(
            &mut rows,
            &[sato],
            &Names::new(&[vec![
                "John Kerry".to_owned(),
                "John Forbes Kerry".to_owned(),
            ]]),
        );
        rows.into_iter().map(|row| row.visitor).collect()
    }

    #[test]
    fn countries_have_their_short_names_whatever_the_table_writes() {
        for (written, label) in [
            ("Korea, Republic of", "South Korea"),
            ("Burma (Myanmar)", "Myanmar"),
            ("Congo, Democratic Republic of", "Congo - Kinshasa"),
            ("Republic of China (Taiwan)", "Taiwan"),
            ("France (Provisional Government)", "France"),
            ("Atlantis (Sunk)", "Atlantis (Sunk)"),
        ] {
            assert_eq!(country_label(written), label);
        }
    }

    #[test]
    fn a_person_has_one_label() {
        let labels = unified(&[
            ("President Kim Dae-jung", "South Korea", "1998"),
            ("President Kim Dae-Jung", "South Korea", "2001"),
            ("President Kim Dae-jung", "South Korea", "2000"),
            ("John Forbes Kerry", "United States", "2013"),
            ("Prime Minister Sato", "Japan", "1965"),
            ("Prime Minister Sato", "Peru", "1965"),
        ]);
        let kim = "Kim Dae-jung";
        assert_eq!(labels, [kim, kim, kim, "John Kerry", "Eisaku Satō", "Sato"]);
    }

    #[test]
    fn two_people_of_one_name_are_told_apart_and_one_of_two_states_is_not() {
        let labels = unified(&[
            ("King Abdullah", "Jordan", "1950"),
            ("King Abdullah", "Saudi Arabia", "1949"),
            ("King Abdullah", "Saudi Arabia", "1952"),
            ("President Havel", "Czechoslovakia", "1990"),
            ("President Havel", "Czechia", "1993"),
        ]);
        assert_eq!(
            labels[..2],
            ["Abdullah (Jordan)", "Abdullah (Saudi Arabia)"]
        );
        assert_eq!(labels[3..], ["Havel", "Havel"]);
    }
}
