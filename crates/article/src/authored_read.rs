//! Reads people, places and visits out of front matter.

use dateline_model::{
    ArticleId, Checked, Day, Edtf, Host, Kind as VisitKind, Location, Person, Place, Status,
    VisitId,
};

use crate::authored::{Action, AuthoredVisit, Split};
use crate::keys::nearest_of;
use crate::report::Report;
use crate::take;
use crate::value::{Entry, Kind, Value};

/// The keys of a visit.
const VISIT_KEYS: [&str; 20] = [
    "confirmed",
    "date",
    "end",
    "host",
    "id",
    "into",
    "kind",
    "merge",
    "note",
    "place",
    "places",
    "quote",
    "split",
    "start",
    "status",
    "suppress",
    "visitor",
    "visitor_country",
    "visitors",
    "with",
];

/// People: names, or tables of `name`, `role`, `country`.
pub(crate) fn people(entry: &Entry, report: &mut Report) -> Vec<Person> {
    let people = take::items(&entry.value).iter();
    people
        .filter_map(|value| person(&entry.key, value, report))
        .collect()
}

fn person(key: &str, value: &Value, report: &mut Report) -> Option<Person> {
    let (name, [role, country]) = named(key, value, ["role", "country"], report)?;
    Some(Person {
        name,
        role,
        country,
    })
}

/// Places: names, or tables of `name`, `country`.
pub(crate) fn places(entry: &Entry, report: &mut Report) -> Vec<Place> {
    let places = take::items(&entry.value).iter();
    places
        .filter_map(|value| place(&entry.key, value, report))
        .collect()
}

/// A place: a name, or a table of `name`, `country`.
pub(crate) fn place(key: &str, value: &Value, report: &mut Report) -> Option<Place> {
    let (name, [country]) = named(key, value, ["country"], report)?;
    Some(Place { name, country })
}

/// A name, alone or in a table with other texts.
fn named<const N: usize>(
    key: &str,
    value: &Value,
    others: [&str; N],
    report: &mut Report,
) -> Option<(String, [Option<String>; N])> {
    if let Some(words) = value.words() {
        return take::filled(words).map(|name| (name, [const { None }; N]));
    }
    let entries = take::table(key, value, report)?;
    let mut known = vec!["name"];
    known.extend(others);
    unknown(key, entries, &known, report);
    let mut text = |key| take::get(entries, key).and_then(|entry| take::text(entry, report));
    let name = text("name");
    let others = others.map(text);
    if name.is_none() {
        report.warn(
            value.at,
            format!("an entry of `{key}` has no `name`; ignored"),
            "Give it a `name`",
        );
    }
    Some((name?, others))
}

/// Visits: a list of tables.
pub(crate) fn visits(entry: &Entry, file: &str, report: &mut Report) -> Vec<AuthoredVisit> {
    let visits = take::items(&entry.value).iter();
    visits
        .filter_map(|value| visit(&entry.key, value, file, report))
        .collect()
}

fn visit(key: &str, value: &Value, file: &str, report: &mut Report) -> Option<AuthoredVisit> {
    let entries = take::table(key, value, report)?;
    unknown(key, entries, &VISIT_KEYS, report);
    let visit = AuthoredVisit {
        file: file.to_owned(),
        location: value.at,
        action: action(entries, report),
        id: text(entries, "id", report).map(VisitId),
        visitors: visitors(entries, report),
        host: host(entries, report),
        places: ["place", "places"]
            .into_iter()
            .filter_map(|key| take::get(entries, key))
            .flat_map(|entry| places(entry, report))
            .collect(),
        date: when(entries, report),
        kind: one_of(entries, "kind", VisitKind::ALL, VisitKind::name, report),
        status: one_of(entries, "status", STATUSES, Status::name, report),
        quote: text(entries, "quote", report),
        confirmed: take::get(entries, "confirmed").and_then(|entry| confirmed(entry, report)),
        merge: texts(entries, "merge", report)
            .into_iter()
            .map(VisitId)
            .collect(),
        split: split(entries, value.at, report),
        note: text(entries, "note", report),
    };
    is_enough(&visit, report).then_some(visit)
}

/// Whether it can be told which visit is meant.
fn is_enough(visit: &AuthoredVisit, report: &mut Report) -> bool {
    let goes_somewhere = visit.host.is_some() || !visit.places.is_empty();
    let is_new = !visit.visitors.is_empty() && goes_somewhere;
    let enough = visit.id.is_some() || (is_new && visit.action == Action::Enter);
    if !enough {
        report.error(
            visit.location,
            "it cannot be told which visit this is; ignored",
            "Give the `id` of a visit, or `visitor` and `host` of a new one",
        );
    }
    enough
}

/// Whether a table says `suppress = true`.
pub(crate) fn is_suppressed(entries: &[Entry], report: &mut Report) -> bool {
    let suppress = take::get(entries, "suppress").and_then(|entry| take::bool(entry, report));
    suppress == Some(true)
}

fn action(entries: &[Entry], report: &mut Report) -> Action {
    if is_suppressed(entries, report) {
        Action::Suppress
    } else {
        Action::Enter
    }
}

/// `visitor` or `visitors`; `visitor_country` is the country of those who have none.
fn visitors(entries: &[Entry], report: &mut Report) -> Vec<Person> {
    let country = text(entries, "visitor_country", report);
    let keys = ["visitor", "visitors"].into_iter();
    let given = keys.filter_map(|key| take::get(entries, key));
    let mut visitors: Vec<Person> = given.flat_map(|entry| people(entry, report)).collect();
    for visitor in &mut visitors {
        visitor.country = visitor.country.take().or_else(|| country.clone());
    }
    visitors
}

/// `host` is a country, or a table of `country` and `person`; `with` is the person too.
fn host(entries: &[Entry], report: &mut Report) -> Option<Host> {
    let with = text(entries, "with", report);
    let entry = take::get(entries, "host");
    let host = match entry.map(|entry| &entry.value.kind) {
        Some(Kind::Table(inner)) => {
            unknown("host", inner, &["country", "person"], report);
            Host {
                country: text(inner, "country", report),
                person: text(inner, "person", report),
            }
        }
        _ => Host {
            country: text(entries, "host", report),
            person: None,
        },
    };
    let host = Host {
        person: host.person.or(with),
        ..host
    };
    (host != Host::default()).then_some(host)
}

/// `date`, or `start` with or without `end`.
pub(crate) fn when(entries: &[Entry], report: &mut Report) -> Option<Edtf> {
    if let Some(date) = date(entries, "date", report) {
        return Some(date);
    }
    let start = date(entries, "start", report);
    let end_entry = take::get(entries, "end");
    let Some(end) = date(entries, "end", report) else {
        return start;
    };
    let whole = start.and_then(|start| Edtf::interval(start, end));
    if let (None, Some(entry)) = (whole, end_entry) {
        report.error(
            entry.value.at,
            "a visit with an `end` needs a `start` before it",
            "Correct `start` and `end`, or write `date`",
        );
    }
    whole
}

fn date(entries: &[Entry], key: &str, report: &mut Report) -> Option<Edtf> {
    let entry = take::get(entries, key)?;
    let words = take::text(entry, report)?;
    crate::published::read(&words, entry.value.at, report)
}

/// `true`, a date, or a table of `by` and `on`.
fn confirmed(entry: &Entry, report: &mut Report) -> Option<Checked> {
    match &entry.value.kind {
        Kind::Null | Kind::Bool(false) => None,
        Kind::Bool(true) => Some(Checked::default()),
        Kind::Table(inner) => {
            unknown("confirmed", inner, &["by", "on"], report);
            Some(Checked {
                by: text(inner, "by", report),
                on: day(inner, "on", report),
            })
        }
        Kind::Text(_) | Kind::Number(_) | Kind::Date(_) => {
            let on = day(std::slice::from_ref(entry), &entry.key, report)?;
            Some(Checked {
                by: None,
                on: Some(on),
            })
        }
        Kind::List(_) => {
            take::wrong(&entry.key, &entry.value, "true, a date or a table", report);
            None
        }
    }
}

/// A whole day: when somebody looked at something is known.
fn day(entries: &[Entry], key: &str, report: &mut Report) -> Option<Day> {
    let at = take::get(entries, key)?.value.at;
    let date = date(entries, key, report)?;
    if !date.is_day() {
        report.warn(
            at,
            format!("`{key}` is not one day; ignored"),
            "Write the date as 2026-01-31",
        );
    }
    date.is_day().then_some(date.first)
}

/// The articles of `split` and the id of `into`.
fn split(entries: &[Entry], at: Location, report: &mut Report) -> Option<Split> {
    let articles = texts(entries, "split", report);
    let into = text(entries, "into", report);
    match (articles.is_empty(), into) {
        (false, Some(into)) => Some(Split {
            articles: articles.into_iter().map(ArticleId).collect(),
            into: VisitId(into),
        }),
        (true, None) => None,
        _ => {
            report.error(
                at,
                "a visit is split by `split` and `into` together; left whole",
                "Give the ids of the articles that tell of the other visit in `split`, and its new id in `into`",
            );
            None
        }
    }
}

const STATUSES: [Status; 5] = [
    Status::Reported,
    Status::Planned,
    Status::Proposed,
    Status::Postponed,
    Status::Cancelled,
];

/// One of a few words; `state visit` is `state-visit`.
pub(crate) fn one_of<T: Copy, const N: usize>(
    entries: &[Entry],
    key: &str,
    all: [T; N],
    name: fn(T) -> &'static str,
    report: &mut Report,
) -> Option<T> {
    let entry = take::get(entries, key)?;
    let words = take::text(entry, report)?.to_lowercase().replace(' ', "-");
    let found = all.into_iter().find(|one| name(*one) == words);
    if found.is_none() {
        let names = all.map(name).join(", ");
        report.warn(
            entry.value.at,
            format!("`{words}` is no {key}; ignored"),
            format!("Write one of {names}"),
        );
    }
    found
}

pub(crate) fn text(entries: &[Entry], key: &str, report: &mut Report) -> Option<String> {
    take::get(entries, key).and_then(|entry| take::text(entry, report))
}

/// One or several texts.
pub(crate) fn texts(entries: &[Entry], key: &str, report: &mut Report) -> Vec<String> {
    take::get(entries, key).map_or_else(Vec::new, |entry| take::texts(entry, report))
}

/// Warns of keys that a table does not have.
pub(crate) fn unknown(of: &str, entries: &[Entry], known: &[&str], report: &mut Report) {
    for entry in entries {
        if known.contains(&entry.key.as_str()) {
            continue;
        }
        let remedy = match nearest_of(&entry.key, known.iter().copied()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => format!("Known keys are {}", known.join(", ")),
        };
        let message = format!("`{}` is no key of `{of}`; ignored", entry.key);
        report.warn(entry.at, message, remedy.trim_end_matches('?'));
    }
}
