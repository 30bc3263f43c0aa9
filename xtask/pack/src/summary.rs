//! What the page says of the collection before the app runs.

use dateline_bundle::Contents;
use dateline_model::{Article, Day, Edtf, Form, Precision, Qualifier};
use serde_json::{Value, json};

use crate::made::Named;

/// How many headlines stand in the HTML: a page of twenty thousand would be slower than what it bridges.
const LISTED: usize = 100;

/// What is known before the contents are packed, which lets go of them.
pub struct Summary(Value);

impl Summary {
    /// Of these contents.
    pub fn of(contents: &Contents) -> Self {
        let american = contents.about.locale.eq_ignore_ascii_case("en-US");
        let newest = contents.articles.iter().take(LISTED);
        let headlines: Vec<Value> = newest
            .map(|entry| headline(&entry.article, american))
            .collect();
        let visits = contents.visits.iter().filter(|visit| visit.is_visit());
        Self(json!({
            "title": contents.about.title,
            "description": contents.about.description,
            "articles": contents.articles.len(),
            "visits": visits.count(),
            "headlines": headlines,
        }))
    }

    /// As `xtask/src/finish/summary.rs` reads it.
    pub fn json(mut self, bundle: &Named, record: Option<&Named>) -> String {
        let Self(summary) = &mut self;
        for (key, value) in [
            ("build", json!(bundle.hash)),
            ("bundle", json!(bundle.path())),
            ("record", json!(record.map(Named::path))),
        ] {
            summary[key] = value;
        }
        format!("{summary:#}\n")
    }
}

fn headline(article: &Article, american: bool) -> Value {
    let date = article.published.and_then(Date::of);
    json!({
        "date": date.map(Date::machine),
        "date_text": date.map(|date| date.people(american)),
        "text": article.headline,
    })
}

/// A day, how much of it is known and how surely.
#[derive(Clone, Copy)]
struct Date {
    day: Day,
    precision: Precision,
    qualifier: Qualifier,
}

impl Date {
    /// A date that is not a range; the others are left to the app.
    fn of(date: Edtf) -> Option<Self> {
        let Form::Single(precision) = date.form else {
            return None;
        };
        Some(Self {
            day: date.first,
            precision,
            qualifier: date.qualifier,
        })
    }

    /// As `<time datetime>` takes it, which knows neither seasons nor doubts.
    fn machine(self) -> String {
        let (year, month, number) = self.day.ymd();
        match self.precision {
            Precision::Day => format!("{year:04}-{month:02}-{number:02}"),
            Precision::Month => format!("{year:04}-{month:02}"),
            Precision::Season | Precision::Year => format!("{year:04}"),
        }
    }

    /// As the app writes it when it takes over (`src/words/when.rs`, `src/words/locale.rs`).
    fn people(self, american: bool) -> String {
        let words = self.sure(american);
        match self.qualifier {
            Qualifier::Sure => words,
            Qualifier::Approximate => format!("about {words}"),
            Qualifier::Uncertain => format!("{words} (uncertain)"),
            Qualifier::ApproximateAndUncertain => format!("about {words} (uncertain)"),
        }
    }

    fn sure(self, american: bool) -> String {
        let (year, month, number) = self.day.ymd();
        let name = usize::from(month)
            .checked_sub(1)
            .and_then(|at| MONTHS.get(at));
        let name = name.copied().unwrap_or_default();
        match self.precision {
            Precision::Day if american => format!("{name} {number}, {year}"),
            Precision::Day => format!("{number} {name} {year}"),
            Precision::Month => format!("{name} {year}"),
            Precision::Season => season(year, month, american),
            Precision::Year => year.to_string(),
        }
    }
}

/// The season that begins with a month: "spring 2026", "winter 2026–27".
fn season(year: i32, month: u8, american: bool) -> String {
    match month {
        3 => format!("spring {year}"),
        6 => format!("summer {year}"),
        9 if american => format!("fall {year}"),
        9 => format!("autumn {year}"),
        _ => format!("winter {year}–{:02}", (year + 1) % 100),
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
    fn dates_are_written_as_sharp_and_as_sure_as_they_are() {
        for (edtf, datetime, text) in [
            ("2026-01-12", "2026-01-12", "12 January 2026"),
            ("2025-12", "2025-12", "December 2025"),
            ("2025-22", "2025", "summer 2025"),
            ("1999-24", "1999", "winter 1999–00"),
            ("2025", "2025", "2025"),
            ("1990~", "1990", "about 1990"),
            ("1990-05?", "1990-05", "May 1990 (uncertain)"),
            ("1990-05-02%", "1990-05-02", "about 2 May 1990 (uncertain)"),
        ] {
            let date = Date::of(edtf.parse().unwrap()).unwrap();
            assert_eq!(
                (date.machine().as_str(), date.people(false).as_str()),
                (datetime, text)
            );
        }
        for (edtf, text) in [
            ("2026-01-12", "January 12, 2026"),
            ("2025-23", "fall 2025"),
            ("2025-12~", "about December 2025"),
        ] {
            let date = Date::of(edtf.parse().unwrap()).unwrap();
            assert_eq!(date.people(true), text);
        }
        assert!(Date::of("2025-01-01/2025-01-05".parse().unwrap()).is_none());
    }
}
