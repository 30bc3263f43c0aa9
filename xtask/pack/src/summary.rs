//! What the page says of the collection before the app runs.

use dateline_bundle::Contents;
use dateline_model::{Article, Day, Edtf, Form, Precision};
use serde_json::{Value, json};

/// As `xtask/src/finish/summary.rs` reads it.
pub fn of(contents: &Contents, hash: &str, bundle: &str) -> String {
    let headlines: Vec<Value> = contents
        .articles
        .iter()
        .map(|entry| headline(&entry.article))
        .collect();
    let visits = contents.visits.iter().filter(|visit| visit.is_visit());
    let summary = json!({
        "title": contents.about.title,
        "build": hash,
        "bundle": bundle,
        "articles": contents.articles.len(),
        "visits": visits.count(),
        "headlines": headlines,
    });
    format!("{summary:#}\n")
}

fn headline(article: &Article) -> Value {
    let date = article.published.and_then(single);
    json!({
        "date": date.map(machine),
        "date_text": date.map(people),
        "text": article.headline,
    })
}

/// A day and how much of it is known; other forms of dates are left to the app.
fn single(date: Edtf) -> Option<(Day, Precision)> {
    match date.form {
        Form::Single(precision) => Some((date.first, precision)),
        _ => None,
    }
}

/// As `<time datetime>` takes it, which knows no seasons.
fn machine((day, precision): (Day, Precision)) -> String {
    let (year, month, number) = day.ymd();
    match precision {
        Precision::Day => format!("{year:04}-{month:02}-{number:02}"),
        Precision::Month => format!("{year:04}-{month:02}"),
        Precision::Season | Precision::Year => format!("{year:04}"),
    }
}

fn people((day, precision): (Day, Precision)) -> String {
    let (year, month, number) = day.ymd();
    let name = usize::from(month)
        .checked_sub(1)
        .and_then(|at| MONTHS.get(at));
    let name = name.copied().unwrap_or_default();
    match precision {
        Precision::Day => format!("{number} {name} {year}"),
        Precision::Month => format!("{name} {year}"),
        Precision::Season | Precision::Year => year.to_string(),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_sharp_as_they_are() {
        for (edtf, datetime, text) in [
            ("2026-01-12", "2026-01-12", "12 January 2026"),
            ("2025-12", "2025-12", "December 2025"),
            ("2025-22", "2025", "2025"),
            ("2025", "2025", "2025"),
        ] {
            let date = single(edtf.parse().unwrap()).unwrap();
            assert_eq!(
                (machine(date).as_str(), people(date).as_str()),
                (datetime, text)
            );
        }
        assert_eq!(single("2025-01-01/2025-01-05".parse().unwrap()), None);
    }
}
