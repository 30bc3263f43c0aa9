//! Reading the tables of `data/`: tab-separated columns, `#` comments, cells of several values parted by semicolons.

/// The rows of a table without its comments.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

/// The values of one cell of a row.
pub(super) fn cell(row: &[&'static str], column: usize) -> impl Iterator<Item = &'static str> {
    let cell = row.get(column).copied().unwrap_or_default();
    cell.split(';')
        .map(str::trim)
        .filter(|value| !value.is_empty())
}
