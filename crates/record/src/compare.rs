//! Which reported visits the record lists.

use std::collections::{BTreeMap, BTreeSet};

use dateline_bundle::record::RecordRow;
use dateline_model::{ArticleId, Day, Edtf, Origin, Recorded, Report, Status, Visit, slug};

use crate::Read;
use crate::scope::Covers;

/// How many days a record and a report may lie apart: the same evening has two dates on the two sides of the Pacific.
const ZONES: i32 = 1;

/// Nothing is called missing from the record while it has a journey of that visitor to that country within so many days: it is
/// more likely that a date was misread.
const NEAR_MISS: i32 = 31;

/// Nor of a visitor of whom it has no journey at all within so many days: it lists people in office, and an article of later
/// years gives somebody an office that was not yet or no longer held.
const IN_OFFICE: i32 = 731;

/// The rows that an article was written from, by its id.
pub type WrittenFrom<'a> = dyn Fn(&ArticleId) -> &'a [String] + 'a;

/// Says of each visit whether the record lists it ([`Visit::recorded`]). `written_from` gives the rows that an article was
/// written from.
///
/// A row is the same visit if it leads between the same countries, if its visitor has the name of one of the visitors, and if
/// its days, with one more on either side for time zones, meet the date that an article gives. Articles that were written
/// from the record are no witnesses of their own: their dates do not count beside others', and a visit that they alone
/// report is compared with the rows that they name. Talks are not compared; of a visit without a date, or one that is not
/// said to have taken place, nothing is said unless the record lists it; and it is called missing only where the record has
/// other journeys of that visitor around that time, none of which may be the one that is meant.
///
/// O((v + r) log r) for v visits and r rows, as long as one person's visits to one country are few.
pub fn compare(read: &Read, visits: &mut [Visit], written_from: &WrittenFrom<'_>) {
    let index = Index::new(&read.record.rows);
    for visit in visits.iter_mut().filter(|visit| visit.is_visit()) {
        visit.recorded = recorded(read, &index, visit, written_from);
    }
}

fn recorded(
    read: &Read,
    index: &Index<'_>,
    visit: &Visit,
    written_from: &WrittenFrom<'_>,
) -> Option<Recorded> {
    let own: BTreeSet<&String> = visit
        .reports
        .iter()
        .flat_map(|report| written_from(&report.article))
        .collect();
    let is_witness = |report: &&Report| written_from(&report.article).is_empty();
    let witnesses: Vec<&Report> = visit.reports.iter().filter(is_witness).collect();
    let by_record = witnesses.is_empty() && !own.is_empty();
    let dates = if by_record {
        vec![visit.date]
    } else {
        dates(visit, &witnesses)
    };
    let listed: Vec<String> = index
        .rows(visit)
        .filter(|row| !by_record || own.contains(&row.id))
        .filter(|row| dates.iter().any(|date| is_same_time(row.date, *date)))
        .map(|row| row.id.clone())
        .collect();
    if !listed.is_empty() {
        return Some(Recorded::Listed(listed));
    }
    let host = visit.host.as_ref().and_then(|host| host.country.as_deref());
    let date = dates.iter().copied().flatten().next();
    match read.scope.covers(&visit.visitors, host, date) {
        Covers::No => Some(Recorded::OutOfScope),
        Covers::Yes if by_record || visit.status != Status::Reported => None,
        Covers::Yes => index
            .would_list(visit, date?)
            .then_some(Recorded::NotListed),
        Covers::Unknown => None,
    }
}

/// The dates that witnesses give; the merged date where the editor gave it.
fn dates(visit: &Visit, witnesses: &[&Report]) -> Vec<Option<Edtf>> {
    let edited = visit
        .reports
        .iter()
        .any(|report| report.origin == Origin::Authored && report.date.is_some());
    if edited {
        return vec![visit.date];
    }
    witnesses.iter().map(|report| report.date).collect()
}

/// Whether two dates have a day in common, give or take [`ZONES`]. An open end goes on.
fn is_same_time(row: Option<Edtf>, said: Option<Edtf>) -> bool {
    let (Some(row), Some(said)) = (row, said) else {
        return false;
    };
    let from = row.first.plus(-ZONES);
    let to = row.last.plus(ZONES);
    let open = |date: Edtf, last: Day| match date.form {
        dateline_model::Form::OpenEnd(_) => Day::MAX,
        _ => last,
    };
    from <= open(said, said.last) && said.first <= open(row, to)
}

/// The rows of a record by the countries between which they lead.
struct Index<'a> {
    pairs: BTreeMap<(&'a str, &'a str), Vec<&'a RecordRow>>,
    homes: BTreeMap<&'a str, Vec<&'a RecordRow>>,
}

impl<'a> Index<'a> {
    fn new(rows: &'a [RecordRow]) -> Self {
        let mut pairs: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut homes: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in rows {
            if let Some(home) = &row.visitor_country {
                homes.entry(home.as_str()).or_default().push(row);
            }
            if let (Some(home), Some(host)) = (&row.visitor_country, &row.host) {
                pairs
                    .entry((home.as_str(), host.as_str()))
                    .or_default()
                    .push(row);
            }
        }
        Self { pairs, homes }
    }

    /// Whether the record would have a visit of that date if it took place, so far as its other rows tell.
    fn would_list(&self, visit: &Visit, date: Edtf) -> bool {
        let near = |row: &RecordRow, days: i32| {
            let around = Edtf {
                first: date.first.plus(-days),
                last: date.last.plus(days),
                ..date
            };
            row.date.is_some_and(|row| row.overlaps(around))
        };
        let missed = self.rows(visit).any(|row| near(row, NEAR_MISS));
        let in_office = |name: &str, country: Option<&str>| {
            let rows = country.and_then(|country| self.homes.get(country));
            let mut rows = rows.into_iter().flatten();
            rows.any(|row| near(row, IN_OFFICE) && is_same_name(name, &row.visitor))
        };
        let mut visitors = visit.visitors.iter();
        !missed && visitors.any(|one| in_office(&one.name, one.country.as_deref()))
    }

    /// The rows of somebody who went where one of the visitors did, and who has that name.
    fn rows(&self, visit: &Visit) -> impl Iterator<Item = &'a RecordRow> + use<'a> {
        let host = visit.host.as_ref().and_then(|host| host.country.as_deref());
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for visitor in &visit.visitors {
            let pair = visitor.country.as_deref().zip(host);
            let rows = pair.and_then(|pair| self.pairs.get(&pair));
            for row in rows.into_iter().flatten() {
                if is_same_name(&visitor.name, &row.visitor) && seen.insert(&row.id) {
                    found.push(*row);
                }
            }
        }
        found.into_iter()
    }
}

/// Whether two names can be one person's: all words of one stand in the other, in any order (Kishida Fumio and Fumio
/// Kishida; Xi and Xi Jinping), or the last words are the same and the first ones begin alike (Joe and Joseph R. Biden).
fn is_same_name(one: &str, other: &str) -> bool {
    let (one, other) = (slug(one), slug(other));
    let (one, other) = (words(&one), words(&other));
    let within = |a: &[&str], b: &[&str]| !a.is_empty() && a.iter().all(|word| b.contains(word));
    let initial = |words: &[&str]| words.first().and_then(|word| word.chars().next());
    within(&one, &other)
        || within(&other, &one)
        || (!one.is_empty() && one.last() == other.last() && initial(&one) == initial(&other))
}

/// The words of a name's slug without initials and "Jr.".
fn words(slug: &str) -> Vec<&str> {
    let words = slug.split('-');
    words
        .filter(|word| word.chars().count() > 1 && !matches!(*word, "jr" | "sr" | "al" | "bin"))
        .collect()
}

#[cfg(test)]
mod tests {
    use dateline_model::{Aspect, Host, Kind, Person, VisitId};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_persons_names_are_recognised_in_any_order() {
        for (one, other, same) in [
            ("Kishida Fumio", "Fumio Kishida", true),
            ("Xi", "Xi Jinping", true),
            ("Joe Biden", "Joseph R. Biden, Jr.", true),
            ("Moon Jae-in", "Moon Jae In", true),
            ("Shinzo Abe", "Shinzō Abe", true),
            ("Kim Jong Un", "Kim Dae-jung", false),
            ("Hillary Clinton", "Bill Clinton", false),
            ("", "Xi", false),
        ] {
            assert_eq!(is_same_name(one, other), same, "{one} {other}");
        }
    }

    #[test]
    fn days_agree_across_a_time_zone_and_ends_that_are_open_go_on() {
        let date = |words: &str| words.parse::<Edtf>().ok();
        for (row, said, same) in [
            ("2019-05-25/2019-05-28", "2019-05-27", true),
            ("2019-05-25/2019-05-28", "2019-05-29", true),
            ("2019-05-25/2019-05-28", "2019-05-30", false),
            ("2019-05-25/2019-05-28", "2019-05", true),
            ("2019-05-25/2019-05-28", "2019-05-01/..", true),
            ("2019-05-01/..", "2019-06-01", true),
            ("2019-05-25", "2019-05-23", false),
        ] {
            assert_eq!(is_same_time(date(row), date(said)), same, "{row} {said}");
        }
        assert!(!is_same_time(None, date("2019")) && !is_same_time(date("2019"), None));
    }

    const NAMES: [&str; 4] = ["Xi Jinping", "Jinping Xi", "Joe Biden", "Joseph R. Biden"];
    const LANDS: [&str; 3] = ["China", "Japan", "United States"];
    const DATES: [&str; 4] = ["2019-05-27", "2019-05-28/2019-06-01", "2019-05", "2020"];

    fn land() -> impl Strategy<Value = Option<String>> {
        prop::option::of(prop::sample::select(LANDS.to_vec()).prop_map(str::to_owned))
    }

    fn date() -> impl Strategy<Value = Option<Edtf>> {
        prop::option::of(prop::sample::select(DATES.to_vec()))
            .prop_map(|date| date.and_then(|date| date.parse().ok()))
    }

    fn name() -> impl Strategy<Value = String> {
        prop::sample::select(NAMES.to_vec()).prop_map(str::to_owned)
    }

    fn row() -> impl Strategy<Value = RecordRow> {
        (name(), land(), land(), date()).prop_map(|(visitor, visitor_country, host, date)| {
            RecordRow {
                id: String::new(),
                visitor,
                role: None,
                visitor_country,
                host,
                place: None,
                date,
                kind: Kind::Visit,
            }
        })
    }

    fn visit() -> impl Strategy<Value = Visit> {
        let person = (name(), land()).prop_map(|(name, country)| Person {
            name,
            role: None,
            country,
        });
        let people = prop::collection::vec(person, 0..3);
        (people, land(), date()).prop_map(|(visitors, country, date)| Visit {
            id: VisitId(String::new()),
            visitors,
            host: Some(Host {
                country,
                person: None,
            }),
            places: Vec::new(),
            date,
            aspect: Aspect::Whole,
            kind: Kind::Visit,
            status: Status::Reported,
            part_of: None,
            reports: Vec::new(),
            checked: None,
            recorded: None,
        })
    }

    proptest! {
        /// The naive twin looks at every row for every visitor.
        #[test]
        fn the_index_gives_the_rows_that_a_scan_finds(mut rows in prop::collection::vec(row(), 0..9), visit in visit()) {
            for (number, row) in rows.iter_mut().enumerate() {
                row.id = format!("r{number}");
            }
            let fits = |row: &&RecordRow| {
                let host = visit.host.as_ref().and_then(|host| host.country.as_ref());
                visit.visitors.iter().any(|one| {
                    host.is_some()
                        && one.country.is_some()
                        && row.visitor_country == one.country
                        && row.host.as_ref() == host
                        && is_same_name(&one.name, &row.visitor)
                })
            };
            let scan: BTreeSet<&str> = rows.iter().filter(fits).map(|row| row.id.as_str()).collect();
            let index = Index::new(&rows);
            let found: BTreeSet<&str> = index.rows(&visit).map(|row| row.id.as_str()).collect();
            prop_assert_eq!(found, scan);
        }
    }
}
