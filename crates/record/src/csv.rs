//! Comma-separated values (RFC 4180) with the lines that they stand in.

/// One record of a file: its first line, from 1, and its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its first line, from 1.
    pub line: u32,
    /// Its cells, unquoted.
    pub cells: Vec<String>,
    /// Whether a quotation mark is opened in it and never closed, so that the rest of the file is its last cell.
    pub open: bool,
}

/// The records of a file; empty lines are none. A quotation mark inside an unquoted cell stands for itself, and one that is
/// never closed reaches to the end of the file. Linear.
///
/// ```text
/// record = cell *( "," cell ) line-end
/// cell   = *( any but , and line-end ) / <"> *( any but <"> / <"><"> ) <">
/// ```
pub(crate) fn read(text: &str) -> Vec<Line> {
    let mut reader = Reader {
        rest: text.chars().peekable(),
        line: 1,
        open: false,
    };
    let mut lines = Vec::new();
    while reader.rest.peek().is_some() {
        let line = reader.record();
        if line.cells.iter().any(|cell| !cell.trim().is_empty()) {
            lines.push(line);
        }
    }
    lines
}

/// A file that is being read.
struct Reader<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    line: u32,
    /// Whether the file has ended between quotation marks.
    open: bool,
}

impl Reader<'_> {
    fn record(&mut self) -> Line {
        let mut record = Line {
            line: self.line,
            ..Line::default()
        };
        loop {
            record.cells.push(self.cell());
            match self.next() {
                Some(',') => {}
                Some('\r') => {
                    if self.rest.peek() == Some(&'\n') {
                        self.next();
                    }
                    break;
                }
                _ => break,
            }
        }
        record.open = self.open;
        record
    }

    fn cell(&mut self) -> String {
        let mut cell = String::new();
        if self.rest.next_if_eq(&'"').is_some() {
            self.quoted(&mut cell);
        }
        while let Some(c) = self.rest.next_if(|c| !matches!(c, ',' | '\n' | '\r')) {
            cell.push(c);
        }
        cell
    }

    /// What stands before the closing quotation mark; two of them are one that belongs to the cell.
    fn quoted(&mut self, cell: &mut String) {
        while let Some(c) = self.next() {
            if c == '"' && self.rest.next_if_eq(&'"').is_none() {
                return;
            }
            cell.push(c);
        }
        self.open = true;
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        // A lone CR ends a record too, but files that have it so are of no use for counting lines.
        self.line += u32::from(c == '\n');
        Some(c)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<(u32, Vec<String>)> {
        let lines = read(text).into_iter();
        lines.map(|line| (line.line, line.cells)).collect()
    }

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        let line = |at, cells: &[&str]| (at, cells.iter().map(|&cell| cell.to_owned()).collect());
        for (text, expected) in [
            ("", vec![]),
            ("a,b\n1,2", vec![line(1, &["a", "b"]), line(2, &["1", "2"])]),
            ("a\r\n\r\nb\r\n", vec![line(1, &["a"]), line(3, &["b"])]),
            ("\"a, \"\"b\"\"\",c", vec![line(1, &["a, \"b\"", "c"])]),
            (
                "\"two\nlines\"\nx",
                vec![line(1, &["two\nlines"]), line(3, &["x"])],
            ),
            ("a\"b,c", vec![line(1, &["a\"b", "c"])]),
            ("\"open, \n", vec![line(1, &["open, \n"])]),
            (",,\n", vec![]),
        ] {
            assert_eq!(cells(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_known() {
        for (text, open) in [
            ("a,\"b\nc,d\n", vec![true]),
            ("a\n\"b", vec![false, true]),
            ("\"a\"\nb\"c\n", vec![false, false]),
        ] {
            let lines = read(text).into_iter();
            assert_eq!(
                lines.map(|line| line.open).collect::<Vec<_>>(),
                open,
                "{text:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_written_comes_back(rows in prop::collection::vec(prop::collection::vec("[a-z,\"\n é]{1,6}", 1..4), 1..5)) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",");
            let text = rows.iter().map(line).collect::<Vec<_>>().join("\r\n");
            let filled = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
            prop_assert_eq!(read(&text).into_iter().map(|line| line.cells).collect::<Vec<_>>(), filled.collect::<Vec<_>>());
        }

        #[test]
        fn any_text_is_read(text: String) {
            let _ = read(&text);
        }
    }
}
