//! What the page About says of any collection. What is true of one alone stands in its settings.

use dateline_bundle::RecordInfo;
use dateline_model::{Day, Edtf};

use super::{count, grouped, joined, when};

/// The heading over the counts.
pub const COLLECTED: &str = "What is collected";
/// The heading over the next lines.
pub const COUNTS_AS_VISIT: &str = "What counts as a visit";
/// What counts, in five lines.
pub const RULES: [&str; 5] = [
    "Somebody goes to another country or place to meet people or to be received there: state, official and working visits, \
     summits, trips.",
    "One visit is one journey to one country, with everybody who travelled together. A tour is a visit to each country on it.",
    "Talks during a visit are part of it and are not counted again. Talks outside any visit are shown, and are no visit.",
    "What was planned, proposed, put off or called off is kept, and says so.",
    "Calls, video meetings and sights seen during a visit do not count.",
];
/// The heading over how visits are read.
pub const HOW_READ: &str = "How visits are found";
/// How they are read.
pub const READING: [&str; 3] = [
    "When the page is built, rules read people, places, dates and visits from the English of the articles. Each visit shows \
     the sentence that it was read from, and the words for who, where, when and kind are underlined in it.",
    "A date is never sharper than its sentence. Stated: the words name the day, month or year. Worked out: it was counted \
     from another date, as in “two months ago”. Unclear in the text: the words allow several readings.",
    "Several articles on one visit are one visit. What they say differently stands side by side.",
];
/// How often the rules err, as far as it was measured.
pub const ERRORS: &str = "The rules err. In November 2026, 100 visits that they read in a public archive of briefings were drawn \
     at random and compared with their sentences: 7 were wrong, and 5 more had a flaw in a part. What the rules missed is not \
     in these figures.";
/// The heading over the record.
pub const PUBLIC_RECORD: &str = "The public record";
/// What a record is for.
pub const RECORD_USE: &str = "It is a table beside the articles, shown in grey and only when somebody asks. It is no article: a \
     visit that it lists has no sentence, and an article that was written from it is no second witness.";
/// Fetches the record for its corrections.
pub const SHOW_CORRECTIONS: &str = "Show what was corrected in it";
/// No row was changed.
pub const NO_CORRECTIONS: &str = "Nothing was corrected in it.";
/// The heading over the names.
pub const NAMES: &str = "Names";
/// How names are written.
pub const NAMES_POLICY: &str = "Each country has one label, the short name of Unicode CLDR, and each person one, with the family \
     name where the articles write it. The page of a person or a place says how else it is written. Quotations keep their own \
     words.";
/// The heading over the keys.
pub const KEYBOARD: &str = "Keyboard";
/// That no key acts by itself.
pub const NO_SHORTCUTS: &str = "Everything can be reached with Tab. Keys act only on what has the focus, so that there is no \
     shortcut to turn off. On a mark of the timeline:";
/// The keys of the timeline, and what they do.
pub const KEYS: [(&str, &str); 7] = [
    ("← →", "the mark before, the mark after"),
    ("↑ ↓", "the nearest mark in the row above, in the row below"),
    ("Home, End", "the first, the last mark of the row"),
    ("+ −", "closer, further"),
    ("Page Up, Page Down", "an earlier, a later stretch of time"),
    ("Escape", "the stretch of time that the page opened with"),
    (
        "Enter, Space",
        "open the sentence; take a group of visits apart",
    ),
];
/// The heading over the licences.
pub const LICENCES: &str = "Licences";
/// Of code and fonts.
pub const LICENCES_TEXT: &str = "Dateline is free software, under the MIT or the Apache 2.0 licence, at your choice. The fonts, Source \
     Serif 4 and Source Sans 3, are under the SIL Open Font Licence 1.1. The articles belong to whoever holds the rights in them.";

/// "25 articles, 44 visits, 9 talks".
#[must_use]
pub fn collected(articles: usize, visits: usize, talks: usize) -> String {
    match talks {
        0 => super::counts(articles, visits),
        _ => super::counts_with_talks(articles, visits, talks),
    }
}

/// "Articles from 6 December 1952 to 12 January 2026", by the first and last day. `None` without a day.
#[must_use]
pub fn span(what: &str, days: Option<(Day, Day)>) -> Option<String> {
    let (first, last) = days?;
    let [first, last] = [first, last].map(|day| when::date(Edtf::day(day)));
    if first == last {
        return Some([what, " of ", &first].concat());
    }
    Some([what, " from ", &first, " to ", &last].concat())
}

/// "Articles stand in 1952, 1960 and 2014–2017. From other years nothing was collected, which is not to say that nothing
/// happened." The years ascend. Empty without any.
#[must_use]
pub fn coverage(years: &[i32]) -> String {
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for &year in years {
        match runs.last_mut() {
            Some((_, last)) if year <= *last + 1 => *last = year,
            _ => runs.push((year, year)),
        }
    }
    let mut words = Vec::with_capacity(runs.len());
    for (first, last) in runs {
        words.push(match last - first {
            0 => first.to_string(),
            _ => [&first.to_string(), "–", &last.to_string()].concat(),
        });
    }
    match words.as_slice() {
        [] => String::new(),
        [one] if !one.contains('–') => ["All are of ", one, "."].concat(),
        [one] => [
            "There are articles of each year from ",
            &one.replace('–', " to "),
            ".",
        ]
        .concat(),
        [all @ .., last] => [
            "There are articles of ",
            &all.join(", "),
            " and ",
            last,
            ". From other years nothing was collected, which does not mean that nobody travelled.",
        ]
        .concat(),
    }
}

/// Who says that there were these visits, and how many somebody has checked.
#[must_use]
pub fn checked_visits(visits: usize, entered: usize, checked: usize) -> String {
    let all = count(visits, "visit", "visits");
    let entered = match entered {
        0 => None,
        number => Some([&grouped(number), " of them were entered by the editor."].concat()),
    };
    let read = match &entered {
        None => [all.as_str(), " were read from the text."].concat(),
        Some(_) => [all.as_str(), " are shown."].concat(),
    };
    let checked = match checked {
        0 => "The editor has checked none of them.".to_owned(),
        number if number == visits => "The editor has checked each of them.".to_owned(),
        number => ["The editor has checked ", &grouped(number), " of them."].concat(),
    };
    joined(&[Some(read), entered, Some(checked)], " ")
}

/// "U.S. visits on record: visits to and from the United States, 1866–2023. 7,349 rows."
#[must_use]
pub fn record_scope(info: &RecordInfo) -> String {
    let rows = count(info.rows as usize, "row", "rows");
    [&info.name, ": ", &info.scope, ". ", &rows, "."].concat()
}

/// The heading over corrections: "Left out, 17 rows", "Set right, 44 rows".
#[must_use]
pub fn corrections(suppressed: bool, number: usize) -> String {
    let what = if suppressed {
        "Left out, "
    } else {
        "Set right, "
    };
    [what, &count(number, "row", "rows")].concat()
}

/// "Build 1a2b3c".
#[must_use]
pub fn build(build: &str) -> Option<String> {
    (!build.is_empty()).then(|| ["Build ", build].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_names_the_years_and_the_gaps() {
        assert_eq!(coverage(&[]), "");
        assert_eq!(coverage(&[2026]), "All are of 2026.");
        assert_eq!(
            coverage(&[2014, 2015, 2016]),
            "There are articles of each year from 2014 to 2016."
        );
        assert_eq!(
            coverage(&[1952, 1960, 2014, 2014, 2015]),
            "There are articles of 1952, 1960 and 2014–2015. From other years nothing was collected, which does not mean \
             that nobody travelled."
        );
    }

    #[test]
    fn who_says_so_and_who_checked_is_told_in_numbers() {
        for (numbers, told) in [
            (
                (44, 0, 0),
                "44 visits were read from the text. The editor has checked none of them.",
            ),
            (
                (44, 2, 44),
                "44 visits are shown. 2 of them were entered by the editor. The editor has checked each of them.",
            ),
            (
                (1_044, 0, 1_000),
                "1,044 visits were read from the text. The editor has checked 1,000 of them.",
            ),
        ] {
            let (visits, entered, checked) = numbers;
            assert_eq!(checked_visits(visits, entered, checked), told);
        }
    }

    #[test]
    fn spans_are_told_by_their_days() {
        let day = |text: &str| text.parse::<Edtf>().unwrap().first;
        let days = Some((day("1952-12-06"), day("2026-01-12")));
        assert_eq!(
            span("Articles", days).as_deref(),
            Some("Articles from 6 December 1952 to 12 January 2026")
        );
        assert_eq!(span("Visits", None), None);
    }
}
