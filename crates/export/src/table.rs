//! Comma-separated values, as RFC 4180 has them.

/// What begins a formula in a spreadsheet, in wide forms too (OWASP, "CSV Injection").
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A table of this many columns, line by line. Lines end in CR LF.
///
/// Cells hold other people's words, and spreadsheets run cells. So a cell that a spreadsheet could take for a formula gets an
/// apostrophe before it, and whatever could end a cell stands between quotation marks.
#[derive(Debug, Default)]
pub(crate) struct Table(String);

impl Table {
    /// A table with this line of column names.
    pub(crate) fn new(columns: impl Iterator<Item = &'static str>) -> Self {
        let mut table = Self::default();
        let names: Vec<String> = columns.map(str::to_owned).collect();
        table.line(&names);
        table
    }

    /// Adds a line.
    pub(crate) fn line(&mut self, cells: &[String]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    /// The whole table.
    pub(crate) fn text(self) -> String {
        self.0
    }

    fn cell(&mut self, cell: &str) {
        let guard = if may_run(cell) { "'" } else { "" };
        if needs_quotes(cell) {
            self.0.push('"');
            self.0.push_str(guard);
            self.0.push_str(&cell.replace('"', "\"\""));
            self.0.push('"');
        } else {
            self.0.push_str(guard);
            self.0.push_str(cell);
        }
    }
}

/// Whether a spreadsheet may take a cell for a formula. White space before one is no protection: some trim it.
fn may_run(cell: &str) -> bool {
    cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(FORMULA)
}

/// Beside what RFC 4180 names, what separates cells in other countries, and white space at the ends.
fn needs_quotes(cell: &str) -> bool {
    cell.contains(['"', ',', ';', '\t', '\n', '\r']) || cell.trim() != cell
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A reader of RFC 4180, character by character: the twin of the writer.
    pub(crate) fn read(table: &str) -> Vec<Vec<String>> {
        let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
        let mut quoted = false;
        let mut rest = table.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                '"' if quoted && rest.peek() == Some(&'"') => cell.extend(rest.next()),
                '"' => quoted = !quoted,
                ',' if !quoted => line.push(std::mem::take(&mut cell)),
                '\r' if !quoted => {
                    assert_eq!(rest.next(), Some('\n'), "a lone CR outside quotation marks");
                    line.push(std::mem::take(&mut cell));
                    lines.push(std::mem::take(&mut line));
                }
                c => cell.push(c),
            }
        }
        assert!(
            !quoted && line.is_empty() && cell.is_empty(),
            "the table is cut off"
        );
        lines
    }

    fn written(cell: &str) -> String {
        let mut table = Table::default();
        table.cell(cell);
        table.text()
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (cell, expected) in [
            ("Beijing", "Beijing"),
            ("a, b", "\"a, b\""),
            ("a; b", "\"a; b\""),
            ("a\tb", "\"a\tb\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            (" a", "\" a\""),
            ("", ""),
        ] {
            assert_eq!(written(cell), expected);
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@cmd, x", "\"'@cmd, x\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("  =1", "\"'  =1\""),
            ("＝1", "'＝1"),
            ("\"=1", "\"\"\"=1\""),
            ("2026-01-05/..", "2026-01-05/.."),
        ] {
            assert_eq!(written(cell), expected);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again_and_runs_nowhere(
            lines in proptest::collection::vec(proptest::collection::vec("[ -~\t\r\né＝漢]{0,12}", 3), 1..6)
        ) {
            let mut table = Table::default();
            lines.iter().for_each(|line| table.line(line));
            let found = read(&table.text());
            prop_assert_eq!(found.len(), lines.len());
            for (found, cell) in found.concat().iter().zip(lines.concat()) {
                prop_assert_eq!(found.strip_prefix('\'').filter(|_| may_run(&cell)).unwrap_or(found), &cell);
                prop_assert!(!may_run(found));
            }
        }
    }
}
