//! The corrections of a record: what its editor changed in which row, and why.

use dateline_model::{Edtf, Kind as VisitKind, Location, Problem};

use crate::authored_read::{self, one_of, text, texts, unknown, when};
use crate::read::toml_entries;
use crate::report::Report;
use crate::source::Source;
use crate::take;
use crate::value::Value;

/// The key of the list of rows.
const LIST: &str = "corrections";

/// The key of the list of people.
const PEOPLE: &str = "people";

/// The keys of a correction.
const KEYS: [&str; 12] = [
    "date",
    "end",
    "host",
    "id",
    "kind",
    "place",
    "reason",
    "role",
    "start",
    "suppress",
    "visitor",
    "visitor_country",
];

/// What the editor says of one row of the record. A field that is `None` says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowCorrection {
    /// The file that says so.
    pub file: String,
    /// Where in that file.
    pub location: Location,
    /// The row that is meant.
    pub id: String,
    /// Why, for readers.
    pub reason: String,
    /// Whether the row is left out.
    pub suppress: bool,
    /// Who went.
    pub visitor: Option<String>,
    /// The visitor's title or office.
    pub role: Option<String>,
    /// The country that the visitor came from.
    pub visitor_country: Option<String>,
    /// The country that was visited.
    pub host: Option<String>,
    /// Towns and other places.
    pub place: Option<String>,
    /// When.
    pub date: Option<Edtf>,
    /// What kind of visit.
    pub kind: Option<VisitKind>,
}

/// A person whom the record writes in several ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordPerson {
    /// The label.
    pub name: String,
    /// The country that the person stands for: another's bare "Sato" is another man.
    pub country: Option<String>,
    /// The other writings.
    pub also: Vec<String>,
}

/// What a file of corrections says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Corrections {
    pub(crate) rows: Vec<RowCorrection>,
    pub(crate) people: Vec<RecordPerson>,
}

/// Reads a file of corrections: a list `corrections` of tables about rows, and a list `people` of tables about names. One
/// without an id or a reason is told and left out.
pub(crate) fn read(source: &Source) -> (Corrections, Vec<Problem>) {
    let mut report = Report::new(&source.path);
    let entries = toml_entries(source, &mut report);
    unknown(&source.path, &entries, &[LIST, PEOPLE], &mut report);
    let list = |key| take::get(&entries, key).map_or(&[][..], |entry| take::items(&entry.value));
    let corrections = Corrections {
        rows: list(LIST)
            .iter()
            .filter_map(|value| correction(value, &source.path, &mut report))
            .collect(),
        people: list(PEOPLE)
            .iter()
            .filter_map(|value| person(value, &mut report))
            .collect(),
    };
    (corrections, report.into_problems())
}

fn person(value: &Value, report: &mut Report) -> Option<RecordPerson> {
    let entries = take::table(PEOPLE, value, report)?;
    unknown(PEOPLE, entries, &["name", "country", "also"], report);
    let (name, also) = (
        text(entries, "name", report),
        texts(entries, "also", report),
    );
    let (Some(name), false) = (name, also.is_empty()) else {
        report.error(
            value.at,
            "a person of the record needs a `name` and other writings in `also`; ignored",
            "Give both",
        );
        return None;
    };
    Some(RecordPerson {
        name,
        country: text(entries, "country", report),
        also,
    })
}

fn correction(value: &Value, file: &str, report: &mut Report) -> Option<RowCorrection> {
    let entries = take::table(LIST, value, report)?;
    unknown(LIST, entries, &KEYS, report);
    let (id, reason) = (text(entries, "id", report), text(entries, "reason", report));
    let (Some(id), Some(reason)) = (id, reason) else {
        report.error(
            value.at,
            "a correction needs the `id` of a row and a `reason`; ignored",
            "Give both: readers see the reason",
        );
        return None;
    };
    Some(RowCorrection {
        file: file.to_owned(),
        location: value.at,
        id,
        reason,
        suppress: authored_read::is_suppressed(entries, report),
        visitor: text(entries, "visitor", report),
        role: text(entries, "role", report),
        visitor_country: text(entries, "visitor_country", report),
        host: text(entries, "host", report),
        place: text(entries, "place", report),
        date: when(entries, report),
        kind: one_of(entries, "kind", VisitKind::ALL, VisitKind::name, report),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_say_which_row_what_and_why() {
        let (corrections, problems) = read(&Source::new(
            "visits.corrections.toml",
            "[[corrections]]\nid = 't1'\nreason = 'Twice'\nsuppress = true\n\
             [[corrections]]\nid = 't2'\nreason = 'Title'\nvisitor = 'Xi Jinping'\nrole = 'President'\n\
             start = 2023-11-14\nend = 2023-11-17\n",
        ));
        assert_eq!(problems, []);
        let corrections = corrections.rows;
        assert!(corrections[0].suppress);
        assert_eq!(corrections[1].location.line, 5);
        let date = corrections[1].date.map(|date| date.to_string());
        assert_eq!(date.as_deref(), Some("2023-11-14/2023-11-17"));
    }

    #[test]
    fn each_slip_is_one_report() {
        let (corrections, problems) = read(&Source::new(
            "c.toml",
            "correction = []\n[[corrections]]\nid = 't1'\n[[corrections]]\nid = 't2'\nreason = 'x'\nstrat = 2023-11-14\n\
             [[people]]\nname = 'Eisaku Sato'\nalso = ['Sato']\n[[people]]\nname = 'X'\n",
        ));
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "c.toml:1:1: warning: `correction` is no key of `c.toml`; ignored. Did you mean `corrections`.",
                "c.toml:2:1: error: a correction needs the `id` of a row and a `reason`; ignored. Give both: readers see the reason.",
                "c.toml:7:1: warning: `strat` is no key of `corrections`; ignored. Did you mean `start`.",
                "c.toml:11:1: error: a person of the record needs a `name` and other writings in `also`; ignored. Give both.",
            ]
        );
        assert_eq!((corrections.rows.len(), corrections.people.len()), (1, 1));
    }
}
