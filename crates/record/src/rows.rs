//! The rows of the table.

use std::collections::BTreeMap;

use dateline_article::Source;
use dateline_bundle::record::RecordRow;
use dateline_model::{Edtf, Kind, Problem, Severity, VisitId};
use dateline_visits::split_title;

use crate::csv::{self, Line};
use crate::problem;

/// The columns that are read. Others are passed over, for a table that somebody publishes may have many.
const COLUMNS: [&str; 9] = [
    "id",
    "visitor",
    "role",
    "visitor_country",
    "host",
    "place",
    "start",
    "end",
    "kind",
];

/// The rows that can be used, in the order of the table, and what is wrong with the others.
pub(crate) fn read(table: &Source) -> (Vec<RecordRow>, Vec<Problem>) {
    let text = String::from_utf8_lossy(&table.bytes);
    let lines = csv::read(text.trim_start_matches('\u{feff}'));
    let mut reader = Reader {
        file: &table.path,
        problems: Vec::new(),
    };
    let Some((head, lines)) = lines.split_first() else {
        reader.error(
            1,
            "the record is empty",
            "Write its columns in the first line",
        );
        return (Vec::new(), reader.problems);
    };
    let Some(columns) = reader.columns(head) else {
        return (Vec::new(), reader.problems);
    };
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        let Some(row) = reader.row(line, &columns) else {
            continue;
        };
        if let Some(first) = seen.insert(row.id.clone(), line.line) {
            let message = format!("the id `{}` is that of line {first} too; left out", row.id);
            reader.error(line.line, &message, "Give each row an id of its own");
            continue;
        }
        rows.push(row);
    }
    (rows, reader.problems)
}

/// Where each of [`COLUMNS`] stands.
type Columns = [Option<usize>; COLUMNS.len()];

struct Reader<'a> {
    file: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn error(&mut self, line: u32, message: &str, remedy: &str) {
        let problem = problem(self.file, line, Severity::Error, message.to_owned(), remedy);
        self.problems.push(problem);
    }

    fn columns(&mut self, head: &Line) -> Option<Columns> {
        let place = |name: &str| {
            let mut cells = head.cells.iter();
            cells.position(|cell| cell.trim().eq_ignore_ascii_case(name))
        };
        let columns = COLUMNS.map(place);
        let [_, visitor, _, _, host, ..] = columns;
        if visitor.is_none() || host.is_none() {
            let remedy = format!("Name the columns {}", COLUMNS.join(", "));
            let message = "the record lacks a column `visitor` or `host`; there is no record";
            self.error(head.line, message, &remedy);
            return None;
        }
        Some(columns)
    }

    fn row(&mut self, line: &Line, columns: &Columns) -> Option<RecordRow> {
        let cells = columns.map(|column| {
            let cell = column.and_then(|at| line.cells.get(at));
            let words: Vec<&str> = cell.map(|cell| cell.split_whitespace().collect())?;
            (!words.is_empty()).then(|| words.join(" "))
        });
        let [
            id,
            visitor,
            role,
            visitor_country,
            host,
            place,
            start,
            end,
            kind,
        ] = cells;
        let Some(visitor) = visitor else {
            let message = "a row needs a `visitor`; left out";
            self.error(line.line, message, "Fill it in, or delete the row");
            return None;
        };
        let id = id.unwrap_or_else(|| own_id(&visitor, host.as_deref(), start.as_deref()));
        let Some(date) = date(start.as_deref(), end.as_deref()) else {
            let message = format!(
                "the dates of `{id}` cannot be read, or the end lies before the start; left out"
            );
            self.error(line.line, &message, "Write `start` and `end` as 2026-01-31");
            return None;
        };
        Some(RecordRow {
            id,
            visitor,
            role,
            visitor_country,
            host,
            place,
            date,
            kind: self.kind(kind.as_deref(), line.line),
        })
    }

    fn kind(&mut self, words: Option<&str>, line: u32) -> Kind {
        let Some(words) = words else {
            return Kind::Visit;
        };
        let name = words.to_lowercase().replace(' ', "-");
        let known = Kind::ALL.into_iter().find(|kind| kind.name() == name);
        known.unwrap_or_else(|| {
            let message =
                format!("`{words}` is no kind of visit; read as a visit of no stated kind");
            let remedy = format!("Write one of {}", Kind::ALL.map(Kind::name).join(", "));
            let severity = Severity::Warning;
            self.problems
                .push(problem(self.file, line, severity, message, &remedy));
            Kind::Visit
        })
    }
}

/// The id of a row that has none: who, where to and since when, as in `xi-jinping.united-states.2023-11-14`.
fn own_id(visitor: &str, host: Option<&str>, start: Option<&str>) -> String {
    let (_, name) = split_title(visitor);
    VisitId::new(name, host.unwrap_or_default(), start.unwrap_or_default()).0
}

/// The date of a row, `Some(None)` without one; `None` where it cannot be read. Each is EDTF, most often a day.
fn date(start: Option<&str>, end: Option<&str>) -> Option<Option<Edtf>> {
    match (start, end) {
        (None, None) => Some(None),
        (Some(start), None) => Some(Some(start.parse().ok()?)),
        (Some(start), Some(end)) => {
            let date = Edtf::interval(start.parse().ok()?, end.parse().ok()?)?;
            Some(Some(date))
        }
        (None, Some(_)) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slip_is_one_report_and_costs_one_row() {
        let table = "\u{feff}id,Visitor,host,start,end,kind,notes\n\
            1,Kim,Japan,2019-05-01,2019-05-03,state visit,x\n\
            2,,Japan,2019\n\
            3,Kim,Japan,2019-05-03,2019-05-01\n\
            4,Kim,Japan,May,\n\
            5,Kim,Japan,,2019\n\
            6,Kim,Japan,2019-05,,holiday\n\
            1,Lee,China\n\
            7,Lee,China\n";
        let (rows, problems) = read(&Source::new("visits.csv", table));
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(ids, ["1", "6", "7"]);
        assert_eq!(rows[0].kind, Kind::StateVisit);
        assert_eq!(rows[0].date.unwrap().to_string(), "2019-05-01/2019-05-03");
        assert_eq!(rows[2].date, None);
        let lines: Vec<u32> = problems
            .iter()
            .filter_map(|problem| problem.location)
            .map(|at| at.line)
            .collect();
        assert_eq!(lines, [3, 4, 5, 6, 7, 8], "{problems:#?}");
    }

    #[test]
    fn a_row_without_an_id_is_called_by_who_where_and_when() {
        let table = "visitor,visitor_country,host,place,start,end,kind,source,url\n\
            President Xi Jinping,China,United States,,2023-11-14,2023-11-17,summit,Office,https://example.org\n";
        let (rows, problems) = read(&Source::new("visits.csv", table));
        assert_eq!(problems, []);
        assert_eq!(rows[0].id, "xi-jinping.united-states.2023-11-14");
    }

    #[test]
    fn a_table_without_its_columns_is_no_record() {
        for text in ["", "id,name\n1,Kim\n"] {
            let (rows, problems) = read(&Source::new("visits.csv", text));
            assert_eq!((rows.len(), problems.len()), (0, 1), "{text}");
        }
    }
}
