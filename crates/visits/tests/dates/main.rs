//! The regression corpus of date expressions. To add a case, add a line to one of its
//! tables:
//!
//! ```text
//! the article's date | a sentence with [every expression in brackets] | value; value → EDTF; value → -
//! ```
//!
//! The article's date is `-` for an undated article. Each expression has its TIMEX3 value and, where it differs, its EDTF
//! date after an arrow (`-` for none). A sentence without brackets is a trap: nothing may be found in it. A `/` at the end
//! of a value that has one belongs to it. The people and places are invented; 2026-01-12 is a Monday.

mod counted;
mod days;
mod kinds;
mod traps;

use dateline_visits::dates::{Timex, find};

/// Runs every line of a table and reports all that fail.
fn check(table: &str) {
    let lines = table.lines().filter(|line| !line.trim().is_empty());
    let wrong: Vec<String> = lines.filter_map(|line| failure(line).err()).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What is wrong with a line.
fn failure(line: &str) -> Result<(), String> {
    let [published, marked, expected] = line.split('|').map(str::trim).collect::<Vec<_>>()[..]
    else {
        return Err(format!("not three columns: {line}"));
    };
    let text = marked.replace(['[', ']'], "");
    let found = find(&text, published.parse().ok());
    let words = found.iter().map(|timex| &text[timex.range.clone()]);
    let got: Vec<_> = words.zip(found.iter().map(answer)).collect();
    let values = expected
        .split("; ")
        .filter(|value| !value.is_empty())
        .map(str::to_owned);
    let want: Vec<_> = marks(marked).into_iter().zip(values).collect();
    if got == want {
        Ok(())
    } else {
        Err(format!(
            "{marked} ({published})\n   want {want:?}\n   got  {got:?}"
        ))
    }
}

/// The value of an expression, and its EDTF date where that differs.
fn answer(timex: &Timex) -> String {
    let date = timex
        .edtf()
        .map_or_else(|| "-".to_owned(), |date| date.to_string());
    if date == timex.value {
        date
    } else {
        format!("{} → {date}", timex.value)
    }
}

/// What stands in brackets.
fn marks(marked: &str) -> Vec<&str> {
    marked
        .split('[')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(']')?.0))
        .collect()
}
