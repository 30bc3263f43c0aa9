//! The rows of the table.

use std::collections::BTreeMap;

use dateline_article::Source;
use dateline_bundle::record::RecordRow;
use dateline_model::{Edtf, Form, Kind, Problem, Severity, VisitId};
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
    reader.encoding(&table.bytes);
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

    /// Tells where the file stops being UTF-8.
    fn encoding(&mut self, bytes: &[u8]) {
        let Err(error) = std::str::from_utf8(bytes) else {
            return;
        };
        let good = bytes.iter().take(error.valid_up_to());
        let line = 1 + good.filter(|byte| **byte == b'\n').count();
        let message = "not valid UTF-8 from here on; what cannot be read is shown as \u{fffd}";
        self.error(
            u32::try_from(line).unwrap_or(u32::MAX),
            message,
            "Save the file as UTF-8",
        );
    }

    fn columns(&mut self, head: &Line) -> Option<Columns> {
        let place = |name: &str| {
            let mut cells = head.cells.iter();
            cells.position(|cell| cell.trim().eq_ignore_ascii_case(name))
        };
        let columns = COLUMNS.map(place);
        let [_, visitor, _, _, host, ..] = columns;
        if visitor.and(host).is_some() {
            return Some(columns);
        }
        if let Some(apart) = other_separator(head) {
            let message =
                format!("the record's columns are separated by {apart}; there is no record");
            self.error(head.line, &message, "Save the table with commas");
            return None;
        }
        let remedy = format!(
            "Name it in the first line; those that are read are {}",
            COLUMNS.join(", ")
        );
        for (column, name) in [(visitor, "visitor"), (host, "host")] {
            if column.is_none() {
                let message = format!("the record lacks a column `{name}`; there is no record");
                self.error(head.line, &message, &remedy);
            }
        }
        None
    }

    fn row(&mut self, line: &Line, columns: &Columns) -> Option<RecordRow> {
        if line.open {
            let message = "a quotation mark is never closed, so that the rest of the file is one row; left out";
            let remedy = "Close it at the end of its cell, or write it twice where it is meant";
            self.error(line.line, message, remedy);
            return None;
        }
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
        // All that is wrong with a row is told before it is left out.
        let date = self.date(start.as_deref(), end.as_deref(), line.line);
        let kind = self.kind(kind.as_deref(), line.line);
        let Some(visitor) = visitor else {
            let message = "a row needs a `visitor`; left out";
            self.error(line.line, message, "Fill it in, or delete the row");
            return None;
        };
        let id = id.unwrap_or_else(|| own_id(&visitor, host.as_deref(), start.as_deref()));
        Some(RecordRow {
            id,
            visitor,
            role,
            visitor_country,
            host,
            place,
            date: date?,
            kind,
        })
    }

    /// The date of a row, `Some(None)` without one; `None` where it cannot be read, which is told of each cell by itself.
    fn date(&mut self, start: Option<&str>, end: Option<&str>, line: u32) -> Option<Option<Edtf>> {
        let first = self.cell_date("start", start, line);
        let last = self.cell_date("end", end, line);
        let (message, remedy) = match (first?, last?) {
            (first, None) => return Some(first),
            (None, Some(_)) => (
                "a row with an `end` needs a `start`; left out",
                "Fill it in, or delete the `end`",
            ),
            (Some(first), Some(last)) => match Edtf::interval(first, last) {
                date @ Some(_) => return Some(date),
                None if is_single(first) && is_single(last) => (
                    "the `end` of this row lies before its `start`; left out",
                    "Set the two dates right",
                ),
                None => (
                    "the `start` or the `end` of this row is more than one date; left out",
                    "Write one date in each",
                ),
            },
        };
        self.error(line, message, remedy);
        None
    }

    /// The date of a cell, EDTF, most often a day; `Some(None)` where it is empty, `None` where it is none, which is told.
    fn cell_date(&mut self, column: &str, words: Option<&str>, line: u32) -> Option<Option<Edtf>> {
        let Some(words) = words else {
            return Some(None);
        };
        let date = words.parse().ok();
        if date.is_none() {
            let message = format!("the `{column}` of this row is no date: `{words}`; left out");
            self.error(line, &message, "Write it as 2026-01-31");
        }
        date.map(Some)
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

fn is_single(date: Edtf) -> bool {
    matches!(date.form, Form::Single(_))
}

/// What stands between the names of the columns where it is no comma, as some spreadsheets have it.
fn other_separator(head: &Line) -> Option<&'static str> {
    let names = head.cells.first()?;
    let known = [(';', "semicolons"), ('\t', "tabs")].into_iter();
    let mut found = known.filter(|(separator, _)| names.contains(*separator));
    found.next().map(|(_, name)| name)
}

/// The id of a row that has none: who, where to and since when, as in `xi-jinping.united-states.2023-11-14`.
fn own_id(visitor: &str, host: Option<&str>, start: Option<&str>) -> String {
    let (_, name) = split_title(visitor);
    VisitId::new(name, host.unwrap_or_default(), start.unwrap_or_default()).0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ids of the rows, and the problems without the file's name.
    fn told(table: &str) -> (Vec<String>, Vec<String>) {
        let (rows, problems) = read(&Source::new("visits.csv", table));
        let ids = rows.into_iter().map(|row| row.id).collect();
        let told = problems.iter().map(|problem| {
            let line = problem.to_string();
            line.strip_prefix("visits.csv:").unwrap().to_owned()
        });
        (ids, told.collect())
    }

    #[test]
    fn each_slip_is_one_report_with_its_line_and_its_remedy() {
        let table = "\u{feff}id,Visitor,host,start,end,kind,notes\n\
            1,Kim,Japan,2019-05-01,2019-05-03,state visit,x\n\
            2,,Japan,2019\n\
            3,Kim,Japan,2019-05-03,2019-05-01\n\
            4,Kim,Japan,May,June,holiday\n\
            5,Kim,Japan,,2019\n\
            6,Kim,Japan,2019-05,,holiday\n\
            1,Lee,China\n\
            7,Lee,China\n\
            8,Lee,China,2019-05/2019-06,2019-07\n\
            9,\"Lee,China\n\
            10,Lee,China\n";
        let (ids, problems) = told(table);
        assert_eq!(ids, ["1", "6", "7"]);
        let kinds = Kind::ALL.map(Kind::name).join(", ");
        let kind = format!(
            "warning: `holiday` is no kind of visit; read as a visit of no stated kind. Write one of {kinds}."
        );
        assert_eq!(
            problems,
            [
                "3:1: error: a row needs a `visitor`; left out. Fill it in, or delete the row.",
                "4:1: error: the `end` of this row lies before its `start`; left out. Set the two dates right.",
                "5:1: error: the `start` of this row is no date: `May`; left out. Write it as 2026-01-31.",
                "5:1: error: the `end` of this row is no date: `June`; left out. Write it as 2026-01-31.",
                &format!("5:1: {kind}"),
                "6:1: error: a row with an `end` needs a `start`; left out. Fill it in, or delete the `end`.",
                &format!("7:1: {kind}"),
                "8:1: error: the id `1` is that of line 2 too; left out. Give each row an id of its own.",
                "10:1: error: the `start` or the `end` of this row is more than one date; left out. Write one date in each.",
                "11:1: error: a quotation mark is never closed, so that the rest of the file is one row; left out. \
                 Close it at the end of its cell, or write it twice where it is meant.",
            ]
        );
    }

    #[test]
    fn dates_of_a_row_are_days_or_less() {
        let table = "id,visitor,host,start,end,kind\n\
            1,Kim,Japan,2019-05-01,2019-05-03,state visit\n\
            6,Kim,Japan,2019-05,,\n\
            7,Lee,China\n";
        let (rows, problems) = read(&Source::new("visits.csv", table));
        assert_eq!(problems, []);
        assert_eq!(rows[0].kind, Kind::StateVisit);
        let dates = rows.iter().map(|row| row.date.map(|date| date.to_string()));
        assert_eq!(
            dates.collect::<Vec<_>>(),
            [
                Some("2019-05-01/2019-05-03".to_owned()),
                Some("2019-05".to_owned()),
                None
            ]
        );
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
    fn a_table_in_another_encoding_is_read_and_told() {
        let table = b"visitor,host\nKim,Japan\nS\xe9gol\xe8ne,Peru\n";
        let (rows, problems) = read(&Source::new("visits.csv", *table));
        assert_eq!(rows.len(), 2);
        assert_eq!(problems.len(), 1);
        let told = problems[0].to_string();
        assert!(
            told.starts_with("visits.csv:3:1: error: not valid UTF-8"),
            "{told}"
        );
    }

    #[test]
    fn a_table_without_its_columns_is_no_record() {
        for (text, expected) in [
            ("", vec!["the record is empty"]),
            ("id,visitor\n1,Kim\n", vec!["lacks a column `host`"]),
            (
                "id,name\n1,Kim\n",
                vec!["lacks a column `visitor`", "lacks a column `host`"],
            ),
            ("visitor;host\nKim;Japan\n", vec!["by semicolons"]),
            ("visitor\thost\nKim\tJapan\n", vec!["by tabs"]),
        ] {
            let (ids, problems) = told(text);
            assert!(ids.is_empty(), "{text}");
            assert_eq!(problems.len(), expected.len(), "{text}");
            for (problem, words) in problems.iter().zip(expected) {
                assert!(problem.contains(words), "{problem}");
            }
        }
    }
}
